"""Days and ranges of days to clues about the day of publication, by the part that they play in the report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence

from geo.extract.dates.calendar import day
from geo.extract.dates.parts import month_of, number_of, part
from geo.extract.publication import weights
from geo.extract.publication.clues import Clue
from geo.extract.publication.told import REACH, Told, days_of
from geo.types import Zone

AT_END_OF_LINE = re.compile(r"[^.!?\n]{0,12}(?:\n|$)")
BEGUN = re.compile(
    r"\b(?:ha(?:s|ve) (?:begun|commenced|started|opened|launched)|(?:is|are) (?:being|under ?way|taking)|ongoing)\b",
    re.I,
)
TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon|evening))\b[\s,(]{1,4}(?:on\s+)?$", re.I)
OLD_PICTURE = re.compile(r"\bfile\b", re.I)
SAME_DAY = 4.0


def day_clues(told: Told) -> Iterator[Clue]:
    days = days_of(told)
    if not days:
        return
    role, weigh, reach = _role_of(told)
    points = tuple(one + dt.timedelta(days=offset) for one in days for offset in reach)
    yield Clue(told.date.span, role, lambda candidate: weigh((candidate - nearest_day(candidate, days)).days), points)
    weekday = told.weekday
    if weekday is not None and not told.date.match.groupdict().get("y"):
        yield Clue(
            told.date.span,
            "weekday-of-day",
            lambda candidate: 1.5 if nearest_day(candidate, days).weekday() == weekday else -3.0,
        )


def _role_of(told: Told) -> tuple[str, Callable[[int], float], range]:
    """Return the part that a day plays in the report, its weight by days gone since, and the days it points at."""
    zone, text, date = told.sentence.zone, told.text, told.date
    before = text[max(told.sentence.span.start, date.span.start - 60) : date.span.start]
    full = bool(part(date.match, "y", "yy"))
    if TODAY.search(before):
        return "today", lambda gap: SAME_DAY if gap == 0 else -2.0, range(1)
    if zone in (Zone.FURNITURE, Zone.TAIL) and full:
        return "page-date", weights.stamp, range(1)
    if zone is Zone.CAPTION:
        weigh = weights.caption if not OLD_PICTURE.search(told.sentence.span.of(text)) else _bound_only
        return "caption-date", weigh, range(2)
    if date.dateline:
        return "dateline", weights.dateline, range(2)
    if full and AT_END_OF_LINE.match(text, date.span.end):
        return "headline-date", lambda gap: 2.5 if gap == 0 else weights.happened(gap), range(2)
    if date.reported:
        return "day-of-speaking", weights.spoken, range(3)
    tense = told.tense
    if tense is None:
        return "day", weights.either_way, range(-2, 3)
    if tense == "future":
        return "day-to-come", lambda gap: weights.to_come(-gap), range(-7, 1)
    quoted = any(quote.contains(date.span) for quote in told.sentence.quotes)
    beside = told.names_weekdays and told.weekday is None and not quoted  # a statement names days as it likes
    return "day-gone", lambda gap: weights.happened(gap, beside), range(9)


def _bound_only(gap: int) -> float:
    return -0.8 if gap < 0 else 0.0


def range_clues(told: Told) -> Iterator[Clue]:
    """Weigh a range by its tense: over, under way, or to come."""
    match = told.date.match
    month, month2 = month_of(match["m"]), part(match, "m2")
    last = month_of(month2) if month2 else month
    year = part(match, "y", "y1")
    if year and not year.isdigit():
        return
    ranges = []
    for one in [int(year)] if year else told.years:
        start = day(one - (month > last), month, number_of(match["d"]))
        end = day(one, last, number_of(match["d2"]))
        if start and end and start <= end:
            ranges.append((start, end))
    if not ranges or told.sentence.zone not in (Zone.BODY, Zone.HEADLINE):
        return

    def nearest(candidate: dt.date) -> tuple[dt.date, dt.date]:
        return min(ranges, key=lambda pair: max((pair[0] - candidate).days, (candidate - pair[1]).days, 0))

    span = told.sentence.span
    tense = told.tense
    if tense is None:
        yield Clue(
            told.date.span,
            "range",
            lambda day: weights.either_way(max((day - nearest(day)[1]).days, 0) - max((nearest(day)[0] - day).days, 0)),
            tuple(start - dt.timedelta(days=n) for start, _ in ranges for n in range(4)),
        )
    elif BEGUN.search(
        told.text, max(span.start, told.date.span.start - REACH), min(span.end, told.date.span.end + REACH)
    ) or (told.has_begun and tense == "future"):
        yield Clue(
            told.date.span,
            "range-under-way",
            lambda day: weights.under_way((day - nearest(day)[0]).days, (nearest(day)[1] - day).days),
            tuple(start + dt.timedelta(days=n) for start, _ in ranges for n in (0, 1)),
        )
    elif tense == "future":
        yield Clue(
            told.date.span,
            "range-to-come",
            lambda day: (
                weights.to_come((nearest(day)[0] - day).days)
                if day <= nearest(day)[0]
                else 0.0
                if day <= nearest(day)[1]
                else -2.5
            ),
            tuple(start - dt.timedelta(days=n) for start, _ in ranges for n in range(4)),
        )
    else:
        yield Clue(
            told.date.span,
            "range-gone",
            lambda day: (
                weights.happened((day - nearest(day)[1]).days)
                if day > nearest(day)[1]
                else 0.2
                if day >= nearest(day)[0]
                else weights.EARLIEST
            ),
            tuple(end + dt.timedelta(days=n) for _, end in ranges for n in range(3)),
        )


def nearest_day(candidate: dt.date, days: Sequence[dt.date]) -> dt.date:
    return days[0] if len(days) == 1 else min(days, key=lambda one: abs((candidate - one).days))
