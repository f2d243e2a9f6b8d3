"""Wordings of weeks, months, seasons, quarters and years and of their parts, against an anchor."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from geo.extract.dates.anchor import Anchor
from geo.extract.dates.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    ONE_DAY,
    half_year_range,
    month_range,
    quarter_range,
    season_range,
    shift_month,
    third_range,
    year_range,
    year_third_range,
)
from geo.extract.dates.parts import RELATIVE_YEAR, month_of, part, year_of
from geo.text.numbers import parse_ordinal
from geo.types import DateRange, Precision


def resolve_month(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = month_of(part(match, "m", "m2") or "")
    modifier = (part(match, "mod") or "").lower()
    if modifier == "last" and anchor.published:
        return month_range(anchor.published.year - (month >= anchor.published.month), month)
    if modifier == "next" and anchor.published:
        return month_range(anchor.published.year + (month <= anchor.published.month), month)
    year = year_of(match, anchor, month) or 0
    return _up_to_now(month_range(year, month), match, anchor) if _readable(year) else None


def resolve_month_numeric(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "11/2023"."""
    year = int(match["y"])
    return month_range(year, int(match["mm"])) if _readable(year) else None


def resolve_month_range(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    first, last = month_of(match["m"]), month_of(match["m2"])
    year = year_of(match, anchor, last) or 0
    if not _readable(year):
        return None
    stated = part(match, "y1")
    first_year = int(stated) if stated else year - (first > last)
    start, end = month_range(first_year, first).start, month_range(year, last).end
    return DateRange(start, end, Precision.MONTH) if start and end and start <= end else None


def resolve_third(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year, month = _month_of(match, anchor)
    return third_range(year, month, _third(match["third"])) if _readable(year) else None


def resolve_half(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year, month = _month_of(match, anchor)
    if not _readable(year):
        return None
    whole = month_range(year, month)
    assert whole.start and whole.end
    middle = whole.start + dt.timedelta(days=14)
    if match["half"].lower() == "first":
        return DateRange(whole.start, middle, Precision.THIRD_OF_MONTH)
    return DateRange(middle + ONE_DAY, whole.end, Precision.THIRD_OF_MONTH)


def resolve_week_of_month(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "the first week of September" to its days 1-7, "the last weekend of May" to its Saturday and Sunday."""
    year, month = _month_of(match, anchor)
    if not _readable(year):
        return None
    whole = month_range(year, month)
    assert whole.start and whole.end
    last = match["ord"].lower() == "last"
    weeks = (parse_ordinal(match["ord"]) or 1) - 1 if not last else 0
    if match["what"].lower() == "weekend":
        saturday = (
            whole.end - dt.timedelta(days=(whole.end.weekday() - 5) % 7)
            if last
            else whole.start + dt.timedelta(days=(5 - whole.start.weekday()) % 7 + 7 * weeks)
        )
        return DateRange(saturday, saturday + ONE_DAY, Precision.WEEKEND)
    if last:
        return DateRange(whole.end - dt.timedelta(days=6), whole.end, Precision.WEEK)
    first = whole.start + dt.timedelta(days=7 * weeks)
    return DateRange(first, min(first + dt.timedelta(days=6), whole.end), Precision.WEEK)


def resolve_season(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    season = (part(match, "season", "season2") or "").lower()
    year = _year(match, anchor)
    if not _readable(year):
        return None
    modifier = (part(match, "mod") or "").lower()
    found = season_range(year, season)
    if modifier == "next" or (not modifier and not part(match, "y", "rel") and anchor.tense == "future"):
        later = anchor.published and found.start and found.start <= anchor.published
        return season_range(year + 1, season) if later else found
    if modifier == "last" or not part(match, "y", "rel", "mod"):
        earlier = anchor.published and found.end and found.end >= anchor.published
        return season_range(year - 1, season) if modifier == "last" and (earlier or not anchor.published) else found
    return found


def resolve_quarter(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    word = part(match, "q", "q2") or ""
    number = 4 if word.lower() == "last" else int(word) if word.isdigit() else parse_ordinal(word)
    year = _year(match, anchor)
    return quarter_range(year, number) if _readable(year) and number and 1 <= number <= 4 else None


def resolve_half_year(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year = _year(match, anchor)
    return half_year_range(year, 1 if match["half"].lower() == "first" else 2) if _readable(year) else None


def resolve_third_of_year(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year = _year(match, anchor)
    return year_third_range(year, _third(match["third"])) if _readable(year) else None


def resolve_year(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year = int(match["y"])
    return year_range(year) if _readable(year) else None


def resolve_year_range(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    first, last = int(match["y1"]), int(match["y"])
    if not (_readable(first) and _readable(last) and first <= last):
        return None
    return DateRange(dt.date(first, 1, 1), dt.date(last, 12, 31), Precision.YEAR)


def _month_of(match: re.Match[str], anchor: Anchor) -> tuple[int, int]:
    """Return (year, month) of a named month or of "next month"; year 0 where the anchor does not settle it."""
    relative = part(match, "rel")
    if relative:
        return shift_month(anchor.published, RELATIVE_YEAR[relative.lower()]) if anchor.published else (0, 0)
    month = month_of(match["m"])
    return year_of(match, anchor, month) or 0, month


def _year(match: re.Match[str], anchor: Anchor) -> int:
    """Return the year stated, or the anchor's moved by "last", "this" or "next"; 0 where it does not settle it."""
    stated, base = part(match, "y"), anchor.this_year
    if stated and stated.isdigit():
        return int(stated)
    return base + RELATIVE_YEAR.get((part(match, "rel") or "this").lower(), 0) if base else 0


def _readable(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def _third(words: str) -> str:
    words = words.lower()
    if words.startswith(("early", "beginning", "start", "first")):
        return "early"
    return "mid" if words.startswith(("mid", "second")) else "late"


def _up_to_now(whole: DateRange, match: re.Match[str], anchor: Anchor) -> DateRange:
    """Cut "earlier in August" at the publication date, where the report is of that month."""
    now, cut = anchor.published, (part(match, "part") or "").lower()
    if now and whole.start and whole.end and whole.start <= now <= whole.end:
        return replace(whole, end=now) if cut == "earlier" else replace(whole, start=now) if cut == "later" else whole
    return whole
