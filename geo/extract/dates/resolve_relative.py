"""Wordings that count from the day of the report or from the date told before, against an anchor."""

from __future__ import annotations

import datetime as dt
import re

from geo.extract.dates.anchor import Anchor
from geo.extract.dates.calendar import (
    ONE_DAY,
    one_day,
    shift,
    third_range,
    weekend_range,
    year_third_range,
)
from geo.extract.dates.parts import RELATIVE_YEAR, part
from geo.text.numbers import parse_number
from geo.types import DateRange, Precision

STEP = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
FEW = 3  # "a few days": three or so
MOST = 1000  # of any unit; more is a typing error
UNIT_PRECISION = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
}


def resolve_near_day(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    now, words = anchor.published, match.group().lower()
    if now is None:
        return None
    if "overnight" in words or words.startswith("last "):
        evening = now if anchor.tense == "future" else now - ONE_DAY
        return DateRange(evening, evening + ONE_DAY, Precision.NIGHT)
    step = -2 if "before yesterday" in words else 2 if "after tomorrow" in words else 0
    step = step or (-1 if "yesterday" in words else 1 if "tomorrow" in words else 0)
    date = now + dt.timedelta(days=step)
    return DateRange(date, date, Precision.NIGHT) if "night" in words else one_day(date)


def resolve_ago(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    if anchor.published is None:
        return None
    words, unit = match["n"].lower(), match["unit"].lower().rstrip("s")
    if unit == "hour":
        return one_day(anchor.published)
    if "few" in words or words in ("several", "some"):
        days = FEW * {"day": 2, "week": 7, "month": 30}.get(unit, 365)
        first = max(anchor.published - dt.timedelta(days=days), dt.date.min)
        return DateRange(first, anchor.published - ONE_DAY, _precision(unit))
    number = 2 if "couple" in words else 1 if words in ("a", "an") else parse_number(match["n"])
    if number is None or not 0 < number <= MOST or words.startswith("half"):
        return None
    return shift(anchor.published, -number, unit)


def resolve_unit(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "last month", "this week", "next year", "over the weekend"."""
    now = anchor.published
    if now is None:
        return None
    step = STEP.get((part(match, "mod") or "this").lower().split()[-1], 0)
    if match["unit"].lower() != "weekend":
        return shift(now, step, match["unit"].lower())
    future = step > 0 or (step == 0 and anchor.tense == "future")
    return weekend_range(now + dt.timedelta(days=6 if future else 0))


def resolve_part_of_unit(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "earlier this month", "later this year", "the end of next month"."""
    now = anchor.published
    if now is None or match["mod"].lower() == "that":
        return None
    unit, cut = match["unit"].lower(), match["part"].lower()
    whole = shift(now, RELATIVE_YEAR.get(match["mod"].lower().split()[0], 0), unit)
    assert whole.start and whole.end
    if whole.start <= now <= whole.end and cut in ("earlier", "later"):
        if cut == "earlier":
            return DateRange(whole.start, now, whole.precision)
        return DateRange(now, whole.end, whole.precision)
    third = {"end": "late", "late": "late", "later": "late", "middle": "mid"}.get(cut, "early")
    if unit == "month":
        return third_range(whole.start.year, whole.start.month, third)
    return year_third_range(whole.start.year, third) if unit == "year" else whole


def resolve_coming(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "in the coming weeks" to what is after today, "the next two months" to those."""
    if anchor.published is None:
        return None
    number, unit = _how_many(match), match["unit"].lower().rstrip("s")
    if number is None:
        return DateRange(anchor.published, None, Precision.AFTER)
    return DateRange(anchor.published, shift(anchor.published, number, unit).end, _precision(unit))


def resolve_in_units(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "will begin in two weeks", "ten days from now"; "did so in two weeks" is a length and no date."""
    words = (part(match, "n", "n2") or "").lower()
    number = 1 if words in ("a", "an") else FEW if "few" in words else parse_number(words)
    if anchor.published is None or anchor.tense != "future" or number is None or number > MOST:
        return None
    return shift(anchor.published, number, (part(match, "unit", "unit2") or "").lower().rstrip("s"))


def resolve_recent(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "in recent months" to what is before today, "over the past two weeks" to those."""
    if anchor.published is None:
        return None
    number, unit = _how_many(match), match["unit"].lower().rstrip("s")
    if number is None:
        return DateRange(None, anchor.published, Precision.BEFORE)
    return DateRange(shift(anchor.published, -number, unit).start, anchor.published, _precision(unit))


def resolve_from_previous(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "a day earlier", "the next day", "two weeks later" from the date told just before."""
    told = anchor.previous
    if told is None or told.precision not in (Precision.DAY, Precision.NIGHT):
        return None
    way = (part(match, "way", "way2", "step") or "same").lower()
    back = way in ("earlier", "before", "previous", "preceding")
    base = told.start or told.end if back else told.end or told.start
    if base is None:
        return None
    words = (part(match, "n") or "a").lower()
    number = 0 if way == "same" else 1 if words in ("a", "an") else parse_number(words)
    if number is None or number > MOST:
        return None
    if part(match, "night"):
        evening = base - ONE_DAY if back else base
        return DateRange(evening, evening, Precision.NIGHT)
    return shift(base, -number if back else number, (part(match, "unit") or "day").lower().rstrip("s"))


def resolve_after_clause(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "a day after Norway began": when Norway began, a day before the date that the sentence tells."""
    told = anchor.previous
    words = (part(match, "n") or "a").lower()
    number = 1 if words in ("a", "an") else parse_number(words)
    if told is None or told.precision is not Precision.DAY or told.start is None or number is None or number > MOST:
        return None
    return shift(told.start, -number, (part(match, "unit") or "day").lower().rstrip("s"))


def resolve_following_unit(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "the following week", "the same month" from the date told just before."""
    base = anchor.previous and (anchor.previous.end or anchor.previous.start)
    if not base:
        return None
    same = (part(match, "step") or "same").lower() == "same"
    return shift(base, 0 if same else 1, (part(match, "unit", "unit2") or "").lower())


def _how_many(match: re.Match[str]) -> int | None:
    words = (part(match, "n") or "").lower()
    number = 2 if "couple" in words else parse_number(words) if words and words not in ("few", "several") else None
    return number if number is None or number <= MOST else None


def _precision(unit: str) -> Precision:
    return UNIT_PRECISION.get(unit, Precision.WEEK)
