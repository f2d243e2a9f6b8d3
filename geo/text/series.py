"""Finds the names of known exercise series, with their edition, from data/rules/series.yml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.rules import Rule, load_rules
from geo.text.countries import actor_terms
from geo.text.masked import exercise
from geo.types import Mention, Span

EXERCISE_WORD = (
    r"(?:(?:counter|war)?-?exercises?|(?:counter)?drills?|man(?:o?e|œ)uv(?:re|er)s?|war[ -]?games?|operations?"
    r"|training|trainings|Training|teachings?|exercitations?|simulation|EXERCISES?|DRILLS?|Exercises?|Drills?|Operations?|Man(?:o?e)uv(?:re|er)s?)"
)
QUALIFIERS = r"(?:(?:[a-z][a-z-]{2,16}|[A-Z][a-z]{3,12}) ){0,3}"  # 'joint naval', 'annual multinational'
OPEN_QUOTES, CLOSE_QUOTES = "\"“”„«‘'`", "\"”“»’'`"
NEAR_CHARS = 90  # how far from a quoted name the word 'exercise' may stand
NEAR_CHARS_KNOWN = 300  # the same for a name that is known to be an exercise's
EDITION = re.compile(
    r"(?P<sep>\s?[-–—]\s?|[ \u00a0]['’]?)"
    r"(?P<number>\d{2}-(?:19|20)\d\d|(?:19|20|13|14)\d\d(?:[AB]\b|-\d\b)?|\d{1,2}-\d\b|\dQ\d\d|\d{1,3}\b"
    r"|[IVXL]{1,6}\b)(?![\d%:]|[.,]\d)(?P<phase>\s?\((?:I{1,3}|IV|V)\))?"
)
COUNTED = re.compile(
    r"\s?(?:st|nd|rd|th|%|million|thousand|hundred|nations?|countr|states?|ships?|vessels?|warships?|(?:air)?craft|planes?|"
    r"days?|weeks?|months?|years?|hours?|km|miles|troops|soldiers|personnel|members|participat|per ?cent|times|people)"
)
SMALL_WORDS = frozenset({"in", "of", "and", "the", "to"})


class SeriesRule(Rule):
    """One exercise series; see the head of the file."""

    aliases: tuple[str, ...]
    context: bool = False
    in_context: tuple[str, ...] = ()
    year_only: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    must_match: tuple[str, ...]
    must_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Alias:
    series: str
    pattern: re.Pattern[str]
    context: bool
    year_only: bool


def find_series(text: str) -> Iterator[Mention]:
    """Yield every name of a known series, its year, number or phase included."""
    aliases = _aliases()
    for word in _CAPITALISED.finditer(text):
        if not word[0][0].isupper():
            continue
        for alias in aliases.get(word[0].lower(), ()):
            name = alias.pattern.match(text, word.start())
            if name and _is_capitalised(name[0]):
                edition = _edition(text, name.end())
                if not alias.context or _has_context(text, name, edition, alias.year_only):
                    end = edition.end() if edition else name.end()
                    yield exercise(text, Span(name.start(), end), alias.series, alias.series)


def near_exercise_word(text: str, start: int, end: int, reach: int = NEAR_CHARS) -> bool:
    """Say whether a word for exercise stands within `reach` characters of a stretch, in the same paragraph."""
    before = text[max(0, start - reach) : start].rpartition("\n")[2]
    after = text[end : end + reach].partition("\n")[0]
    return bool(_WORD.search(before) or _WORD.search(after))


def is_quoted(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and text[start - 1] in OPEN_QUOTES and text[end] in CLOSE_QUOTES


_CAPITALISED = re.compile(r"[^\W\d_a-z](?<!\w.)[^\W\d_]+")
_WORD = re.compile(rf"\b{EXERCISE_WORD}\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b{EXERCISE_WORD},? (?:(?:called|named|dubbed|codenamed|code-named|known as),? )?[\"“'‘«]?$")
_AFTER = re.compile(rf"[\"”'’»]?,? {QUALIFIERS}{EXERCISE_WORD}\b")
_CAPITAL_BEFORE = re.compile(r"\b(?!(?:The|Exercise|Drill|Operation|In|At|During|For|On|After)\b)([A-Z]\w+)[ -]$")


def _has_context(text: str, name: re.Match[str], edition: re.Match[str] | None, year_only: bool) -> bool:
    start, end = name.start(), edition.end() if edition else name.end()
    before = text[max(0, start - 60) : start]
    if edition and (edition["sep"].strip() not in ("", "'", "’") or edition["number"].isalpha()):
        return not before.endswith("-")
    beside = bool(_BEFORE.search(before)) or bool(_AFTER.match(text, end))
    if edition:
        sure = re.match(r"(?:\d\d-)?(?:19|20)\d\d|\d\d-\d", edition["number"]) is not None
        other = _CAPITAL_BEFORE.search(before)
        part_of_other = other is not None and other[1] not in actor_terms()
        return beside or (not part_of_other and (sure or near_exercise_word(text, start, end)))
    if is_quoted(text, start, end):
        return near_exercise_word(text, start, end, NEAR_CHARS_KNOWN)
    return beside and not year_only and not before.endswith("-")


def _edition(text: str, position: int) -> re.Match[str] | None:
    match = EDITION.match(text, position)
    if match is None or (match["number"].isdigit() and len(match["number"]) < 4 and COUNTED.match(text, match.end())):
        return None
    return match


def _is_capitalised(name: str) -> bool:
    return all(word[0].isupper() or word in SMALL_WORDS for word in re.findall(r"[^\W\d_]+", name) if len(word) > 1)


@cache
def _aliases() -> dict[str, tuple[_Alias, ...]]:
    by_first_word: dict[str, list[_Alias]] = defaultdict(list)
    for key, rule in load_rules("series", SeriesRule).items():
        for alias in (*rule.aliases, *rule.in_context, *rule.year_only):
            escaped = re.escape(alias).replace(r"\-", "-").replace(r"\ ", " ")
            pattern = (
                re.sub(r"[ -]", "[ \u00a0–-]?", escaped).replace("/", r"(?:\s?[/.–—-]\s?|\s)").replace("'", "['’]")
            )
            compiled = re.compile(rf"{pattern}(?!\w)", re.IGNORECASE)
            first = re.match(r"[^\W\d_]+", alias)
            assert first is not None
            year_only = alias in rule.year_only
            entry = _Alias(key, compiled, rule.context or year_only or alias in rule.in_context, year_only)
            by_first_word[first[0].lower()].append(entry)
    return {word: tuple(found) for word, found in by_first_word.items()}
