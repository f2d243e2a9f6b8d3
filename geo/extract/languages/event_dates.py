"""When a trigger's event takes place: the dates of its part of the sentence put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from geo.extract.dates.resolvers import Anchor
from geo.extract.languages.belonging import Belonging
from geo.extract.languages.dates import WordedDate, clause_around
from geo.extract.languages.numbers import number_of
from geo.extract.languages.vocabulary import Vocabulary
from geo.extract.status import Status
from geo.types import Assertion, DateRange, Precision, Span

TOLD_REACH = 120  # characters back to the day that "the same day" means
LONGEST_DAYS = 60  # of one exercise; more is a count of something else


def event_dates(
    text: str, own: Belonging, dates: Sequence[WordedDate], status: Status, anchor: Anchor, words: Vocabulary
) -> DateRange:
    """Return the days of a trigger's event, from the dates that belong to it; of one put off, its new days."""
    told = [date for date in dates if not date.reported and own.holds(date.span)]
    if status.assertion is Assertion.POSTPONED and status.span:
        later = [replace(date, bound=None) for date in told if date.span.start >= status.span.end]
        told = later or told
    start = end = whole = None
    for date in told:
        at = replace(anchor, tense=_tense(text, own.scope, date, status, words))
        resolved = date.resolve(_after(date, dates, at) if date.words.unit == "told" else at)
        if resolved is None:
            continue
        if date.bound and "d2" not in date.parts and "m2" not in date.parts:
            start, end = (start or resolved, end) if date.bound == "start" else (start, end or resolved)
        elif whole is None or (whole.precision is not Precision.DAY and resolved.precision is Precision.DAY):
            whole = resolved
    length = words.duration.search(text, own.scope.start, own.scope.end)
    return _put_together(whole, start, end, number_of(length["n"], words.numbers) if length else None)


def _after(date: WordedDate, dates: Sequence[WordedDate], anchor: Anchor) -> Anchor:
    """Return the anchor with the day told just before a date, for "the same day"."""
    before = [one for one in dates if 0 < date.span.start - one.span.end <= TOLD_REACH and one.words.unit != "told"]
    told = before[-1].resolve(replace(anchor, tense="past")) if before else None
    return replace(anchor, previous=told or anchor.previous)


def _tense(text: str, scope: Span, date: WordedDate, status: Status, words: Vocabulary) -> str | None:
    """Return the tense of a date's own clause where it words one: "began on the 3rd, and will last until the 10th"."""
    if date.bound == "end" and "m" not in date.parts:
        return None  # "until the 10th" looks ahead, whenever it began
    start, end = clause_around(text, words, scope, date.span)
    for rule in words.statuses.values():
        if rule.assertion in (Assertion.PLANNED, Assertion.ACTUAL) and rule.pattern.search(text, start, end):
            return rule.tense
    return status.tense if status.span else None


def _put_together(
    whole: DateRange | None, start: DateRange | None, end: DateRange | None, days: int | None
) -> DateRange:
    days = days if days and days <= LONGEST_DAYS else None
    if start and end and start.start and end.end and start.start <= end.end:
        return DateRange(start.start, end.end, start.precision)
    if end and whole and whole.start and end.end and whole.start < end.end and whole.precision is Precision.DAY:
        return DateRange(whole.start, end.end, Precision.DAY)
    found = whole or start
    if (
        found
        and found.precision is Precision.DAY
        and found.start
        and days
        and (found is start or found.end == found.start)
    ):
        return DateRange(found.start, found.start + dt.timedelta(days=days - 1), Precision.DAY)
    if whole:
        return whole
    if start:
        return start if start.precision is not Precision.DAY else DateRange(start.start, None, Precision.DAY)
    if end and end.precision is Precision.DAY:
        first = end.end - dt.timedelta(days=days - 1) if days and end.end else None
        return DateRange(first, end.end, Precision.DAY)
    return end or DateRange()
