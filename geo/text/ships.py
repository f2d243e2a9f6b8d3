"""Finds ship names by what stands beside them: a ship word, a navy's prefix, a hull number, or the name's own fame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from geo.text.masked import platform
from geo.text.needles import Needles, matches_at
from geo.text.not_names import ends_ship_name, is_name_alone, may_lead
from geo.text.shipwords import fillers, known_ship_at, known_ships, noun_beginnings, prefixes, ship_nouns
from geo.types import Mention, Span

AMBIGUOUS_NOUNS = frozenset({"carrier", "tanker"})  # airlines are carriers too
MAX_LIST = 12  # names after one ship word
OPEN_QUOTES, CLOSE_QUOTES = "\"“„«‘'", "\"”“»’'"
UNKNOWN_WORD = r"[A-Z][\w’-]{1,20}"
UNKNOWN = re.compile(rf"{UNKNOWN_WORD}(?: (?:(?:de|del|of the|al|the) )?{UNKNOWN_WORD}){{0,3}}")
HULL_NUMBER = r"[Hh]ull(?: [Nn]o\.?| number)? ?\d{1,4}"
HULL_CODES = "CVN|DDG|DDH|DD|CG|FFG|FF|LHD|LHA|LPD|SSN|SSGN|SSBN|LCS|LSD|LST|AOE"
HULL_CODE = rf"(?:{HULL_CODES})-?\d{{1,4}}"
HULLS = Needles(f" ({code}" for code in ("Hull", "hull", *HULL_CODES.split("|")))
HULL = rf"\((?:{HULL_NUMBER}|(?:pennant|No\.?) ?\w{{0,3}}\d{{1,4}}|[A-Z]{{1,4}}-?\d{{2,4}}|\d{{2,3}})\)"
QUALITY = (
    r"(?:[ -](?:class|guided|guided-missile|missile|large|anti-submarine|ASW|big|nuclear-powered|stealth|strike)){0,4}"
)
VERBS = (
    "and|was|is|were|had|has|which|who|will|would|then|also|sailed|left|fired|led|took|joined|as|on|with|to|for"
    "|entered|arrived|returned"
)
WORD = re.compile(r"(?<![\w-])[A-ZÁ]\w+")
THE = re.compile(r"\b[Tt]he [\"“]?(?=[A-Z])")
JOINT = re.compile(
    r"(?:\s?[,;]\s?(?:(?:and|as well as) )?|\s(?:and|e|et|y|und|as well as|&)\s|(?<=[a-z])(?:from|and|with)\s)(?:the )?"
)


def find_ships(text: str) -> Iterator[Mention]:
    """Yield every ship name; a known one may be yielded twice, by two clues."""
    seen: set[str] = set()
    for mention in [*_with_prefix(text), *_after_noun(text), *_beside(text)]:
        seen.add(mention.span.of(text))
        yield mention
    yield from _later_mentions(text, seen)


def _with_prefix(text: str) -> Iterator[Mention]:
    """'USS Nimitz', 'INS Sahyadri': the prefix belongs to the name."""
    for match in matches_at(_patterns()["prefix"], text, _needles()["prefix"].starts(text)):
        known = known_ship_at(text, match.end())
        end = match.end() + len(known.name) if known else _unknown_end(text, match.end())
        if end:
            yield platform(text, Span(match.start(), end), "ship", "ship-prefix", prefixes()[match["prefix"]])


def _after_noun(text: str) -> Iterator[Mention]:
    """'the destroyers Qiqihar and Guiyang, …': names that follow a ship word, as a list."""
    for match in matches_at(_patterns()["noun"], text, _needles()["noun"].starts(text)):
        strong, plural, position = match["strong"] is not None, match["plural"] is not None, match.end()
        for item in range(MAX_LIST if plural else MAX_LIST // 2):
            lead = _patterns()["lead" if item == 0 else "quote"].match(text, position)
            position = lead.end() if lead else position
            quoted = text[position - 1] in OPEN_QUOTES
            direct = lead is not None and not lead["filler"] if item == 0 else plural
            known = known_ship_at(text, position, glued=True)
            if known:
                end: int | None = position + len(known.name)
            else:
                may = quoted or (strong and direct and match[0].islower() and match["strong"] not in AMBIGUOUS_NOUNS)
                end = _unknown_end(text, position) if may else None
            if end is None:
                break
            rule, country = (known.rule, known.navy) if known else ("ship-word", None)
            yield platform(text, Span(position, end), "ship", rule, country)
            end += end < len(text) and text[end] in CLOSE_QUOTES
            joint = _patterns()["joint"].match(text, end)
            if joint is None:
                break
            position = joint.end()


def _beside(text: str) -> Iterator[Mention]:
    """Known names that need no clue, stand before a ship word or a hull number, or after 'aboard'."""
    for word in matches_at(WORD, text, _needles()["name"].starts(text)):
        ship = known_ship_at(text, word.start()) if word[0] in known_ships() else None
        if ship:
            end = word.start() + len(ship.name)
            before = text[max(0, word.start() - 22) : word.start()]
            if not ship.context or _patterns()["after"].match(text, end) or _patterns()["aboard"].search(before):
                yield platform(text, Span(word.start(), end), "ship", ship.rule, ship.navy)
    if HULLS.within(text):
        for match in _patterns()["hull"].finditer(text):
            yield platform(text, Span(*match.span("name")), "ship", "hull-number")


def _later_mentions(text: str, seen: set[str]) -> Iterator[Mention]:
    """'the Qiqihar then …': a name that the text has called a ship before, with an article and no 'port' after."""
    for match in THE.finditer(text) if seen else ():
        ship = known_ship_at(text, match.end())
        if (
            ship
            and ship.context
            and ship.name in seen
            and _patterns()["verb"].match(text, match.end() + len(ship.name))
        ):
            yield platform(text, Span(match.end(), match.end() + len(ship.name)), "ship", ship.rule, ship.navy)


def _unknown_end(text: str, position: int) -> int | None:
    """Return where an unknown name at `position` ends, None where no name stands there."""
    match = UNKNOWN.match(text, position)
    if match is None:
        return None
    end = position
    for word in re.finditer(r"[\w’-]+", match[0]):
        plain = word[0].removesuffix("’s")
        if ends_ship_name(plain) or may_lead(plain) or (end == position and not is_name_alone(plain)):
            break
        if word[0][0].isupper():
            end = position + word.end()
    name = text[position:end]
    return end if len(name) > 2 and not (name.isupper() and len(name) > 3) and text[end : end + 2] != "'s" else None


@cache
def _needles() -> dict[str, Needles]:
    """Return what the patterns of the same names begin with, and the known names."""
    return {"prefix": Needles(prefixes()), "noun": Needles(noun_beginnings()), "name": Needles(known_ships())}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    strong, every = ship_nouns()
    filler = fillers()
    sources = {
        "prefix": rf"(?<![\w-])(?P<prefix>{'|'.join(prefixes())})[ \u00a0][\"“]?",
        "noun": rf"(?<![\w])(?:(?P<strong>{strong})|(?:{every}))(?P<plural>s)?(?!\w)",
        "lead": rf"(?P<filler>(?:[ -](?:{filler})(?!\w)){{0,4}}),?:? ?(?:the )?(?P<quote>[{OPEN_QUOTES}])?",
        "quote": rf"(?P<quote>[{OPEN_QUOTES}])?",
        "joint": rf"(?:\s?\([^)\n]{{1,25}}\))?{JOINT.pattern}",
        "after": rf"\s?{HULL}|[\"”]?{QUALITY}[ -](?:{strong})(?!\w)",
        "aboard": r"\b(?:aboard|on board|onboard|board of|deck of)(?: the)? [\"“]?$",
        "hull": rf"(?<![\w-])(?P<name>{UNKNOWN_WORD}(?: {UNKNOWN_WORD}){{0,3}}) \((?:{HULL_NUMBER}|{HULL_CODE})\)",
        "verb": rf"[\"”]?(?:[.,;:)]|$|\s(?:{VERBS})\b)",
    }
    return {name: re.compile(source) for name, source in sources.items()}
