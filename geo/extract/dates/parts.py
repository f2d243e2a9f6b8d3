"""The parts of a matched wording as numbers: month, day, year, and which end of "3/4/2023" is the month."""

from __future__ import annotations

import re
from functools import lru_cache

from geo.extract.dates.anchor import Anchor
from geo.extract.dates.calendar import MONTHS

RELATIVE_YEAR = {"last": -1, "this": 0, "next": 1}
NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d\d)(?![./-]?\d)")
SHORT_NUMERIC = re.compile(r"\b(?:on|from|until|till|since|between|by|and|to) (\d{1,2})(/)(\d{1,2})(?![/\d]|\.\d)")
MONTH_FIRST = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December) \d")
DAY_FIRST = re.compile(
    r"\d (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def part(match: re.Match[str], *names: str) -> str | None:
    """Return the first of some groups that the wording has and that matched."""
    groups = match.groupdict()
    return next((groups[name] for name in names if groups.get(name)), None)


def month_of(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def number_of(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def full_year(digits: str) -> int:
    """Return 2023 for "2023" and "23", 1999 for "99"."""
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 70 else 1900)


def year_of(match: re.Match[str], anchor: Anchor, month: int) -> int | None:
    """Return the year that a wording states, or the one that the anchor and the tense give its month."""
    words = part(match, "y")
    if not words:
        return anchor.year_of(month)
    if words[0].isdigit():
        return int(words)
    if words.lower().startswith("the"):  # "the same year"
        return anchor.previous.start.year if anchor.previous and anchor.previous.start else None
    base = anchor.this_year
    return None if base is None else base + RELATIVE_YEAR[words.split()[0].lower()]


@lru_cache(maxsize=64)
def order_of(text: str) -> str | None:
    """Return "dmy" or "mdy" for the numeric dates of a report by its own evidence, None where there is none.

    Evidence is a number over 12 in one of them, dots between them (never American),
    and the order in which the report names days and months.
    """
    found = [*NUMERIC.findall(text), *SHORT_NUMERIC.findall(text)]
    first = sum(int(a) > 12 >= int(b) for a, _, b in found)
    second = sum(int(b) > 12 >= int(a) for a, _, b in found)
    if first != second:
        return "dmy" if first > second else "mdy"
    if any(sign == "." for _, sign, _ in found):
        return "dmy"
    named = len(DAY_FIRST.findall(text)) - len(MONTH_FIRST.findall(text))
    return "dmy" if named > 0 else "mdy" if named < 0 else None
