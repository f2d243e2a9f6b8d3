"""What each wording of a date means against an anchor: one function a wording, a match in, a `DateRange` out.

None is returned where the anchor does not settle the days.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from geo.extract.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    ONE_DAY,
    SEASONS,
    WEEKDAYS,
    day,
    month_range,
    nearest_weekday,
    one_day,
    quarter_range,
    season_range,
    shift_month,
    third_range,
    week_range,
    weekend_range,
    year_for_month,
    year_range,
)
from geo.text.numbers import parse_number, parse_ordinal
from geo.types import DateRange, Precision


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative expression is relative to.

    `previous` is the date last told, `just_before` the one of the sentence before,
    `reported` the day on which the sentence's news was told.
    """

    published: dt.date | None
    tense: str | None = None  # "past", "future" or None
    year: int | None = None  # of the report, where no day is known
    previous: DateRange | None = None
    just_before: DateRange | None = None
    reported: dt.date | None = None

    def year_of(self, month: int) -> int | None:
        if self.published:
            return year_for_month(self.published, month, self.tense)
        return self.year


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def _year(match: re.Match[str], anchor: Anchor, month: int) -> int | None:
    words = match.groupdict().get("y")
    if not words:
        return anchor.year_of(month)
    if words[0].isdigit():
        return int(words)
    base = anchor.published.year if anchor.published else anchor.year
    return None if base is None else base + {"last": -1, "this": 0, "next": 1}[words.split()[0]]


def _days(first: dt.date | None, last: dt.date | None) -> DateRange | None:
    if first is None or last is None:
        return None
    if last < first:
        return None
    return DateRange(first, last, Precision.DAY)


def resolve_day_range(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = _month(match["m"])
    month2 = _month(match["m2"]) if match.groupdict().get("m2") else month
    year2 = _year(match, anchor, month2)
    if year2 is None:
        return None
    year = int(match["y1"]) if match.groupdict().get("y1") else year2 - (month > month2)
    return _days(day(year, month, _number(match["d"])), day(year2, month2, _number(match["d2"])))


def resolve_day(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = _month(match["m"])
    year = _year(match, anchor, month)
    if year is None:
        return None
    found = day(year, month, _number(match["d"]))
    if (
        found
        and anchor.published
        and not match.groupdict().get("y")
        and anchor.tense == "past"
        and found > anchor.published
    ):
        # A day later this month told in the past tense happened a year ago only if it is far off.
        found = day(year - 1, month, found.day) if (found - anchor.published).days > 7 else found
    return one_day(found) if found else None


def resolve_numeric(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year, month, number = int(match["yy"]), int(match["mm"]), int(match["dd"])
    found = day(year, month, number)
    return one_day(found) if found else None


def resolve_weekday_number(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Solve "Sunday (16)": the nearest month to the anchor in which the 16th is a Sunday."""
    if anchor.published is None:
        return None
    weekday, number = WEEKDAYS[match["w"].lower()], _number(match["d"])
    for offset in (0, -1, 1, -2, 2):
        found = day(*shift_month(anchor.published, offset), number)
        if found and found.weekday() == weekday and abs((found - anchor.published).days) <= 40:
            return one_day(found)
    return None


def resolve_weekday(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    if anchor.published is None:
        return None
    modifier = (match["mod"] or "").lower()
    weekday = WEEKDAYS[match["w"].lower()]
    if modifier == "next":
        return one_day(nearest_weekday(anchor.published + ONE_DAY, weekday, "future"))
    if modifier == "last":
        return one_day(nearest_weekday(anchor.published - ONE_DAY, weekday, "past"))
    return one_day(nearest_weekday(anchor.published, weekday, anchor.tense))


def resolve_third(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    third = match["third"].lower()
    third = "early" if re.search(r"early|beginning|start", third) else "mid" if "mid" in third else "late"
    if match["m"] is None:
        return third_range(anchor.published.year, anchor.published.month, third) if anchor.published else None
    month = _month(match["m"])
    year = _year(match, anchor, month)
    return third_range(year, month, third) if year else None


def resolve_half(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = _month(match["m"])
    year = _year(match, anchor, month)
    if year is None:
        return None
    whole = month_range(year, month)
    assert whole.start and whole.end
    middle = whole.start + dt.timedelta(days=14)
    if match["half"].lower() == "first":
        return DateRange(whole.start, middle, Precision.THIRD_OF_MONTH)
    return DateRange(middle + ONE_DAY, whole.end, Precision.THIRD_OF_MONTH)


def resolve_week_of(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = _month(match["m"])
    year = _year(match, anchor, month)
    if year is None:
        return None
    whole = month_range(year, month)
    assert whole.start and whole.end
    if match["ord"].lower() == "last":
        return DateRange(whole.end - dt.timedelta(days=6), whole.end, Precision.WEEK)
    first = whole.start + dt.timedelta(days=7 * ((parse_ordinal(match["ord"]) or 1) - 1))
    return DateRange(first, min(first + dt.timedelta(days=6), whole.end), Precision.WEEK)


def resolve_month(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = _month(match["m"])
    modifier = (match.groupdict().get("mod") or "").lower()
    if modifier == "last" and anchor.published:
        return month_range(anchor.published.year - (month >= anchor.published.month), month)
    if modifier == "next" and anchor.published:
        return month_range(anchor.published.year + (month <= anchor.published.month), month)
    year = _year(match, anchor, month)
    return month_range(year, month) if year else None


def resolve_unit(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "last month", "this week", "next year", "over the weekend"."""
    if anchor.published is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(
        (match["mod"] or "this").lower().split()[-1], 0
    )
    unit = match["unit"].lower()
    if unit == "month":
        return month_range(*shift_month(anchor.published, step))
    if unit == "year":
        return year_range(anchor.published.year + step)
    if unit == "week":
        return week_range(anchor.published + dt.timedelta(days=7 * step))
    future = step > 0 or (step == 0 and anchor.tense == "future")
    return weekend_range(anchor.published + dt.timedelta(days=6 if future else 0))


def resolve_ago(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    if anchor.published is None:
        return None
    number = 1 if match["n"].lower() in ("a", "an") else parse_number(match["n"])
    unit = match["unit"].lower()
    if number is None or number > 1000:
        return None
    if unit == "fortnight":
        return one_day(anchor.published - dt.timedelta(days=14 * number))
    if unit.startswith("day"):
        return one_day(anchor.published - dt.timedelta(days=number))
    if unit.startswith("week"):
        return week_range(anchor.published - dt.timedelta(days=7 * number))
    if unit.startswith("month"):
        return month_range(*shift_month(anchor.published, -number))
    return year_range(anchor.published.year - number)


def resolve_near_day(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    word = match["date"].lower()
    if anchor.published is None:
        return None
    if "night" in word:
        return DateRange(anchor.published, anchor.published, Precision.NIGHT)
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return one_day(anchor.published + dt.timedelta(days=step))


def resolve_from_previous(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "a day earlier", "the next day", "the same day" from the date told just before."""
    if anchor.previous is None or anchor.previous.precision is not Precision.DAY:
        return None
    words = match["date"].lower()
    base = anchor.previous.start if "earlier" in words or "before" in words else anchor.previous.end
    if base is None:
        return None
    step = -1 if "earlier" in words or "before" in words else 0 if "same" in words else 1
    return one_day(base + dt.timedelta(days=step))


def resolve_year(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year = int(match["y"])
    return year_range(year) if FIRST_YEAR <= year <= LAST_YEAR else None


def resolve_season(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year = int(match["y"]) if match["y"] else (anchor.published.year if anchor.published else anchor.year)
    if year is None:
        return None
    season = match["season"].lower()
    step = {"last": -1, "next": 1}.get((match["mod"] or "").lower(), 0)
    return season_range(year + step, season) if season in SEASONS else None


def resolve_quarter(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year = int(match["y"]) if match["y"] else (anchor.published.year if anchor.published else None)
    number = parse_ordinal(match["q"])
    return quarter_range(year, number) if year and number and 1 <= number <= 4 else None
