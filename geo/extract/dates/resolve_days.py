"""Wordings of days and of ranges of days, against an anchor."""

from __future__ import annotations

import datetime as dt
import re

from geo.extract.dates.anchor import Anchor
from geo.extract.dates.calendar import (
    ONE_DAY,
    WEEKDAYS,
    day,
    day_of_month,
    nearest_weekday,
    one_day,
    shift_month,
    week_range,
)
from geo.extract.dates.parts import full_year, month_of, number_of, order_of, part, year_of
from geo.types import DateRange, Precision

FAR_OFF_DAYS = 7  # told in the past tense, a day so much later than the report is last year's
NEAR_DAYS = 40  # "Sunday (16)" is of the month of the report or of a neighbour


def resolve_day(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    found = _named_day(match, anchor)
    return one_day(found) if found else None


def _named_day(match: re.Match[str], anchor: Anchor) -> dt.date | None:
    name, digits = part(match, "m", "m2"), part(match, "d", "d2")
    if name is None or digits is None:
        return None
    month, number = month_of(name), number_of(digits)
    year = year_of(match, anchor, month)
    if year is None:
        return None
    found = day(year, month, number)
    if part(match, "y"):
        return found
    weekday = part(match, "w", "w2")
    if weekday:
        near = (day(other, month, number) for other in (year, year - 1, year + 1))
        named = WEEKDAYS[weekday.lower().rstrip(".")]
        return next((one for one in near if one and one.weekday() == named), found)
    if found and anchor.published and anchor.tense == "past" and (found - anchor.published).days > FAR_OFF_DAYS:
        return day(year - 1, month, number)
    return found


def resolve_day_named(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "16-Jul-23" and "161405Z JUL 23"."""
    found = day(full_year(match["yy"]), month_of(match["m"]), number_of(match["d"]))
    return one_day(found) if found else None


def resolve_numeric(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve year-first dates, and day and month in the order that the report gives evidence of.

    Without evidence the reading nearer to the publication date is taken, and none where that is not known.
    """
    if part(match, "mm"):
        digits = part(match, "yy")
        year = int(digits) if digits else anchor.year_of(int(match["mm"]))
        found = day(year, int(match["mm"]), int(match["dd"])) if year else None
        return one_day(found) if found else None
    readings = numeric_readings(match)
    if len(readings) > 1 and anchor.published:
        published = anchor.published
        readings = sorted(readings, key=lambda one: abs((one - published).days))[:1]
    return one_day(readings[0]) if len(readings) == 1 else None


def numeric_readings(match: re.Match[str]) -> list[dt.date]:
    """Return the days that "3/4/2023" may be: one, or two where nothing in the report decides."""
    first, second, year = int(match["a"]), int(match["b"]), full_year(match["yy"])
    day_first, month_first = day(year, second, first), day(year, first, second)
    order = order_of(match.string)
    if order and day_first and month_first:
        return [day_first if order == "dmy" else month_first]
    return list(dict.fromkeys(one for one in (day_first, month_first) if one))


def resolve_numeric_short(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "15/04" in the order that the report gives evidence of, None where it gives none."""
    first, second, order = int(match["a"]), int(match["b"]), order_of(match.string)
    number, month = (first, second) if order == "dmy" else (second, first)
    if order is None or not 1 <= month <= 12:
        return None
    year = anchor.year_of(month)
    found = day(year, month, number) if year else None
    return one_day(found) if found else None


def resolve_day_range(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = month_of(match["m"])
    month2 = month_of(part(match, "m2") or match["m"])
    year2 = year_of(match, anchor, month2)
    if year2 is None:
        return None
    stated = part(match, "y1")
    year = int(stated) if stated else year2 - (month > month2)
    return _days(day(year, month, number_of(match["d"])), day(year2, month2, number_of(match["d2"])))


def resolve_numeric_range(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = int(match["mm"])
    year = int(part(match, "yy") or anchor.year_of(month) or 0)
    first_month = int(part(match, "m1") or month)
    return _days(day(year - (first_month > month), first_month, int(match["d"])), day(year, month, int(match["d2"])))


def resolve_nth(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "on the 15th": of the month told before, or else of the month of the report."""
    found = _nth(number_of(match["d"]), anchor)
    return one_day(found) if found else None


def resolve_nth_range(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    first, last = number_of(match["d"]), number_of(match["d2"])
    end = _nth(last, anchor)
    if end is None:
        return None
    months_back = -1 if first > last else 0
    return _days(day(*shift_month(end, months_back), first), end)


def _nth(number: int, anchor: Anchor) -> dt.date | None:
    told = anchor.previous.start if anchor.previous else None
    if told and (anchor.published is None or (anchor.previous and anchor.previous.precision is Precision.MONTH)):
        return day(told.year, told.month, number)
    return day_of_month(anchor.published, number, anchor.tense) if anchor.published else None


def resolve_weekday_number(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Solve "Sunday (16)": the nearest month to the anchor in which the 16th is a Sunday."""
    digits = part(match, "d", "d2", "d3")
    if anchor.published is None or digits is None:
        return None
    weekday, number = WEEKDAYS[match["w"].lower().rstrip(".")], number_of(digits)
    for offset in (0, -1, 1, -2, 2):
        found = day(*shift_month(anchor.published, offset), number)
        if found and found.weekday() == weekday and abs((found - anchor.published).days) <= NEAR_DAYS:
            return one_day(found)
    return None


def resolve_weekday(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    if anchor.published is None:
        return None
    modifier = (part(match, "mod") or "").lower().split()
    weekday = WEEKDAYS[match["w"].lower()]
    week = part(match, "week")
    if week:
        found = _of_week(weekday, week.lower().split()[-1], anchor.published)
    elif "next" in modifier:
        found = nearest_weekday(anchor.published + ONE_DAY, weekday, "future")
    elif "last" in modifier or "past" in modifier:
        found = nearest_weekday(anchor.published - ONE_DAY, weekday, "past")
    else:
        found = nearest_weekday(anchor.published, weekday, "future" if "coming" in modifier else anchor.tense)
    night = (part(match, "part") or "").lower() == "night"
    return DateRange(found, found, Precision.NIGHT) if night else one_day(found)


def _of_week(weekday: int, week: str, published: dt.date) -> dt.date:
    """Return "Monday of last week"."""
    monday = published - dt.timedelta(days=published.weekday())
    return monday + dt.timedelta(
        days=weekday + 7 * {"last": -1, "previous": -1, "next": 1, "following": 1}.get(week, 0)
    )


def resolve_week_of_day(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    found = _named_day(match, anchor)
    return week_range(found) if found else None


def resolve_eve_of_day(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    found = _named_day(match, anchor)
    return one_day(found - ONE_DAY) if found else None


def resolve_night_of(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    found = _named_day(match, anchor)
    return DateRange(found, found, Precision.NIGHT) if found else None


def _days(first: dt.date | None, last: dt.date | None) -> DateRange | None:
    if first is None or last is None or last < first:
        return None
    return DateRange(first, last, Precision.DAY)
