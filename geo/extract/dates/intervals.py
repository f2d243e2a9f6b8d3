"""Two dates of one event: what they add up to, and whether they can be one event's at all."""

from __future__ import annotations

from geo.types import DateRange, Precision


def merged_dates(known: DateRange, told: DateRange) -> DateRange:
    """Return what two dates of one event add up to; a start and an end told apart become a range."""
    if told == DateRange():
        return known
    if known == DateRange():
        return told
    if known.precision is Precision.DAY and told.precision is Precision.DAY:
        if (
            known.start
            and known.end is None
            and told.end
            and (told.start is None or told.start >= known.start)
            and told.end >= known.start
        ):
            return DateRange(known.start, told.end, Precision.DAY)
        if known.start is None and known.end and told.start and told.start <= known.end:
            return DateRange(told.start, known.end, Precision.DAY)
        if (
            told.start
            and told.end
            and told.start != told.end
            and known.start
            and known.end in (None, known.start)
            and told.start <= known.start <= told.end
        ):
            return told
        if known.start and known.end == known.start and told.start is None and told.end and told.end >= known.start:
            return DateRange(known.start, told.end, Precision.DAY)
        return known
    return told if told.precision is Precision.DAY else known


def may_be_same_time(a: DateRange, b: DateRange) -> bool:
    """Tell whether two dates can be one event's; a bound is open on its other side."""
    a_start, a_end = a.start or a.end, a.end or a.start
    b_start, b_end = b.start or b.end, b.end or b.start
    assert a_start and a_end and b_start and b_end
    if Precision.BEFORE in (a.precision, b.precision) or Precision.AFTER in (a.precision, b.precision):
        first = min(a_start, b_start) if Precision.BEFORE in (a.precision, b.precision) else max(a_start, b_start)
        a_start = first if a.precision is Precision.BEFORE else a_start
        b_start = first if b.precision is Precision.BEFORE else b_start
        a_end = max(a_end, b_end) if a.precision is Precision.AFTER else a_end
        b_end = max(a_end, b_end) if b.precision is Precision.AFTER else b_end
        return a_start <= b_end and b_start <= a_end
    if a.precision is Precision.DAY and b.precision is Precision.DAY:
        open_sides = (a.end is None and b_start >= a_start) or (b.end is None and a_start >= b_start)
        open_sides = open_sides or (a.start is None and b_end <= a_end) or (b.start is None and a_end <= b_end)
        return (a_start <= b_end and b_start <= a_end) or (open_sides and abs((a_start - b_start).days) <= 45)
    return a_start <= b_end and b_start <= a_end
