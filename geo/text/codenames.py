"""Finds exercise names that no list holds: quoted, announced as a codename, or with a year beside 'exercise'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.text.masked import exercise
from geo.text.needles import Needles, matches_at
from geo.text.not_names import is_name_alone, may_lead
from geo.text.series import EXERCISE_WORD, QUALIFIERS, near_exercise_word
from geo.types import Mention, Span

WORD = r"[A-Z][\w'’]{0,18}"
NAME = rf"{WORD}(?:(?: ?[/-] ?| (?:of |and |the ){{0,2}}){WORD}){{0,4}}"
YEAR = r"(?:\s?[-–—]\s?|[ \u00a0])(?:(?:19|20)\d\d(?:[AB]\b|-\d\b)?|\d\d(?:-\d)?)(?!\w)"
QUOTED = (
    r"\"(?P<a>[^\"\n]{3,60})\"|“(?P<b>[^”“\n]{3,60})”|‘(?P<c>[^’‘\n]{3,60})’|«(?P<d>[^»\n]{3,60})»"
    r"|'(?<!\w')(?P<e>[^'\n]{3,60})'(?!\w)"  # the quote first: patterns that begin with plain characters are fast
)

_QUOTED = re.compile(QUOTED)
_OTHER_THING = re.compile(
    r"\b(?:cent(?:er|re)|range|base|ground|camp|airfield|hall|hotel|ship|destroyer|frigate|corvette|submarine|vessel|group|film|song|book"
    r"|newspaper|magazine|company|brigade|regiment|battalion|missiles?|system|tank|drones?|rifle) $"
)
_ANNOUNCED = re.compile(
    rf"\b(?:code-?named|codename|dubbed|entitled|titled|called|named|known as)[,:]? (?P<name>{NAME}{YEAR})"
)
_AFTER_WORD = re.compile(rf"\b(?:[Ee]xercises?|[Dd]rills?|EXERCISE|[Mm]an(?:o?e)uv(?:re|er)s) (?P<name>{NAME}{YEAR})")
_EXERCISE = re.compile(rf"\bExercise (?P<name>{NAME})(?!\w)")
_PLAIN_EXERCISE = re.compile(  # without "of" and "and", which may lead on to who takes part
    rf"\b(?:joint|naval|military|air|maritime|bilateral|annual|combined) exercise "
    rf"(?P<name>{WORD}(?:(?: ?[/-] ?| ){WORD}){{0,3}})(?!\w)"
)
_OPERATION = re.compile(rf"\b(?P<name>Operation {NAME}(?:{YEAR})?)(?!\w)")
_BEFORE_WORD = re.compile(rf"(?<![\w-])(?P<name>{NAME}{YEAR}),? {QUALIFIERS}{EXERCISE_WORD}\b")
_OWNED_YEAR = re.compile(r"['’]s? \d{4}\Z")
_ANNOUNCING = Needles(["code", "dubbed", "entitled", "titled", "called", "named", "known as"])
_EXERCISES = Needles(["exercise", "Exercise", "EXERCISE", "drill", "Drill", "maneuv", "Maneuv", "manoeuv", "Manoeuv"])
_ADJECTIVES = Needles(["joint", "naval", "military", "air", "maritime", "bilateral", "annual", "combined"])
_SPELT = Needles(  # what every exercise word holds
    [
        "xercise",
        "XERCISE",
        "rill",
        "RILL",
        "uvr",
        "uver",
        "game",
        "peration",
        "raining",
        "simulation",
        "eaching",
        "xercitation",
    ]
)
_OPERATIONS = Needles(["Operation "])
_CAPITAL = re.compile(r"[A-Z](?<![\w-].)")
_TITLE_CASE = re.compile(
    rf"{WORD}(?:(?:[ /.-]|\s?[-–/]\s?|\. )(?:of|the|and|for|in|{WORD}|[A-Z]|\d{{1,4}}))*(?:{YEAR})?"
)


def find_codenames(text: str) -> Iterator[Mention]:
    """Yield names that stand where an exercise's name stands, whatever they are."""
    for match in _QUOTED.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        start += len("Exercise ") if text.startswith("Exercise ", start) else 0
        is_title = _TITLE_CASE.fullmatch(text, start, end) and _trimmed(text, start, end) == Span(start, end)
        of_other_thing = _OTHER_THING.search(text, max(0, match.start() - 20), match.start())
        if is_title and not of_other_thing and near_exercise_word(text, match.start(), match.end()):
            yield exercise(text, Span(start, end), "quoted-name")
    exercises = _EXERCISES.starts(text)
    capitals = (match.start() for match in _CAPITAL.finditer(text)) if _SPELT.within(text) else ()
    for rule, pattern, starts in (
        ("announced-name", _ANNOUNCED, _ANNOUNCING.starts(text)),
        ("exercise-year", _AFTER_WORD, exercises),
        ("exercise-year", _BEFORE_WORD, capitals),
        ("exercise-name", _EXERCISE, exercises),
        ("exercise-name", _PLAIN_EXERCISE, _ADJECTIVES.starts(text) if exercises else ()),
        ("operation-name", _OPERATION, _OPERATIONS.starts(text)),
    ):
        for match in matches_at(pattern, text, starts):
            span = _trimmed(text, *match.span("name"))
            if span and rule == "exercise-year" and _OWNED_YEAR.search(span.of(text)):
                continue  # "the Danish Navy's 2023 training"
            if span:
                yield exercise(text, span, rule)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Drop leading words that belong to no name ('The', 'Russian', 'June'); None where no name is left."""
    words = [Span(*match.span()) for match in re.compile(r"[\w'’]+").finditer(text, start, end)]
    plain = [re.sub(r"['’]s$", "", word.of(text)) for word in words]
    first = next((n for n, word in enumerate(plain) if not may_lead(word)), None)
    if first is None or end - words[first].start < 4 or not plain[first][0].isalpha():
        return None
    kept = [word for word in plain[first:] if word.isalpha() or "-" in word]
    return Span(words[first].start, end) if any(is_name_alone(word) for word in kept) else None
