"""The days, sides and bounds that a clause tells of one event, put together to a `DateRange`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from geo.extract.dates.tag import DateExpression
from geo.types import DateRange, EventType, Precision


@dataclass(slots=True)
class Told:
    """What a clause tells of one event: its days, or one end of them, or a bound."""

    whole: DateRange | None = None
    start: DateRange | None = None
    end: DateRange | None = None
    before: DateRange | None = None
    after: DateRange | None = None


def put_together(told: Told, days: int | None, kind: EventType) -> DateRange:
    whole, start, end = told.whole, told.start, told.end or (told.before if told.start else None)
    if start and end and start.start and end.end and start.start <= end.end:
        precision = start.precision if start.precision is not Precision.DAY else end.precision
        return DateRange(start.start, end.end, precision)
    if start and whole and whole.start and start.start and whole.start > start.start and _alike(start, whole):
        return DateRange(start.start, whole.end, whole.precision)
    days_told = [one for one in (start, end) if one and one.precision is Precision.DAY]
    is_day = bool(whole and whole.precision is Precision.DAY)
    if end and whole and is_day and whole.start and end.end and whole.start < end.end and end in days_told:
        return whole if whole.start != whole.end else DateRange(whole.start, end.end, Precision.DAY)
    if whole and (is_day or not days_told):
        is_arrival = kind is EventType.PORT_CALL and whole.start == whole.end and whole.precision is Precision.DAY
        return _lasting(whole.start, days) if is_arrival and days and whole.start else whole
    if start:
        return start if start.precision is not Precision.DAY else _lasting(start.start, days)
    if end:
        return end if end.precision is not Precision.DAY else _lasting_until(end.end, days)
    if told.before:
        return DateRange(told.after.start if told.after else None, told.before.end, Precision.BEFORE)
    if told.after:
        return DateRange(told.after.start, None, Precision.AFTER)
    return DateRange()


def add(told: Told, date: DateExpression, resolved: DateRange) -> None:
    if date.bound == "start" and "range" not in date.rule:
        told.start = told.start or resolved
    elif date.bound == "end" and "range" not in date.rule:
        told.end = told.end or resolved
    elif date.bound == "before":
        told.before = told.before or resolved
    elif date.bound == "after":
        told.after = told.after or resolved
    elif told.whole is None or (told.whole.precision is not Precision.DAY and resolved.precision is Precision.DAY):
        told.whole = resolved


def with_duration(dates: DateRange, days: int | None) -> DateRange:
    """Return dates of which one end is told with the other one, so many days away."""
    if not days or dates.precision is not Precision.DAY or (dates.start and dates.end):
        return dates
    return _lasting(dates.start, days) if dates.start else _lasting_until(dates.end, days)


def _alike(start: DateRange, whole: DateRange) -> bool:
    """Tell a start of the same thing from history ("on Sunday … next to ships that have been there since May")."""
    return start.precision is Precision.DAY or whole.precision is not Precision.DAY


def _lasting(first: dt.date | None, days: int | None) -> DateRange:
    return DateRange(first, first + dt.timedelta(days=days - 1) if first and days else None, Precision.DAY)


def _lasting_until(last: dt.date | None, days: int | None) -> DateRange:
    return DateRange(last - dt.timedelta(days=days - 1) if last and days else None, last, Precision.DAY)
