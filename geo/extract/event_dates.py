"""When a trigger's event takes place: the dates of its clause and their bounds put together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from geo.extract.clauses import within
from geo.extract.date_resolvers import Anchor
from geo.extract.dates import DateExpression
from geo.extract.families import EXERCISES
from geo.extract.triggers import Trigger
from geo.text.numbers import parse_number
from geo.types import DateRange, Precision, Span

DURATION = re.compile(r"\b(?P<n>\w+)-day\b", re.I)

PURPOSE_BEFORE = re.compile(
    r"\b(?:for|join|joining|participate in|take part in|participated in|"
    r"took part in)\s+(?:[\w'’-]+\s+){0,4}$",
    re.I,
)

PRESENT_VERB = re.compile(
    r"\b(?:leaves|departs|begins|starts|opens|ends|concludes|follows|runs|lasts|closes)\b[^,;.]{0,30}$"
)
UNTIL = re.compile(r"\b(?:until|till|through)\s+(?:the\s+)?$", re.I)
PAST_COURSE = re.compile(r"\b(?:lasted|ran|went on|continued|took place|were held|was held|had)\b", re.I)
LAST_YEAR = re.compile(r"\b(?:last year|a year (?:ago|earlier|before))\b", re.I)
HISTORY = re.compile(r"\b(?:since|first .{0,30}since|dates? back to)\s+(?:the\s+)?$", re.I)


def event_dates(
    text: str,
    scope: Span,
    sentence: Span,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    dates: Sequence[DateExpression],
    anchor: Anchor,
) -> DateRange:
    """Return when the trigger's event takes place: its clause's dates, their bounds put together."""
    own = [date for date in within(dates, scope) if not date.reported and date.rule != "year-back"]
    own = [date for date in own if not _is_history(text, date)]
    if trigger.type in EXERCISES and PURPOSE_BEFORE.search(
        text[max(scope.start, trigger.span.start - 45) : trigger.span.start]
    ):
        own = [date for date in own if date.span.start > trigger.span.end]  # what stands before dates the way there
    triggers = [other for other in triggers if scope.overlaps(other.span)]
    if len(triggers) > 1:  # a clause with two triggers: each takes the dates nearer to it than to the other
        own = [date for date in own if _nearest_trigger(date.span, triggers) is trigger] or [
            date for date in own if date.span.start < min(other.span.start for other in triggers)
        ]
    if any(
        LAST_YEAR.fullmatch(date.span.of(text)) for date in own
    ):  # "last year, the drills took place from March 11 to 15"
        own = [date for date in own if not LAST_YEAR.fullmatch(date.span.of(text))] or own
        anchor = a_year_before(anchor)
    start = end = None
    whole: DateRange | None = None
    for date in own:
        if date.rule == "from-previous":
            told = [one.resolve(anchor) for one in dates if sentence.start <= one.span.start < date.span.start]
            anchor = replace(anchor, previous=next((one for one in reversed(told) if one), anchor.previous))
        resolved = date.resolve(replace(anchor, tense=_tense_of(text, scope, date, anchor)))
        if resolved is None:
            continue
        if date.bound == "start" and "range" not in date.rule:
            start = start or resolved
        elif date.bound == "end" and "range" not in date.rule:
            end = end or resolved
        elif whole is None or (whole.precision is not Precision.DAY and resolved.precision is Precision.DAY):
            whole = resolved
        elif whole.precision is Precision.DAY and resolved.precision is Precision.DAY and whole.start != resolved.start:
            continue
    return _put_together(whole, start, end, DURATION.search(text, scope.start, scope.end))


def a_year_before(anchor: Anchor) -> Anchor:
    """Return an anchor at the end of the year before, where "last year" governs dates without a year."""
    if anchor.published is None:
        return replace(anchor, year=anchor.year - 1 if anchor.year else None)
    return replace(anchor, published=dt.date(anchor.published.year - 1, 12, 31), tense="past")


def _nearest_trigger(span: Span, triggers: Sequence[Trigger]) -> Trigger:
    return min(triggers, key=lambda trigger: max(trigger.span.start - span.end, span.start - trigger.span.end, 0))


def _tense_of(text: str, scope: Span, date: DateExpression, anchor: Anchor) -> str | None:
    """Return the tense of one date: what runs "until Friday" ends later, unless it "ran until Friday"."""
    before = text[scope.start : date.span.start]
    if PRESENT_VERB.search(before[-40:]):
        return "future"
    if date.bound == "end" and UNTIL.search(before) and not PAST_COURSE.search(before):
        return "future"
    return anchor.tense


def _is_history(text: str, date: DateExpression) -> bool:
    """Tell whether a date only says how far back a series goes ("the sixth since 2019")."""
    before = text[max(0, date.span.start - 30) : date.span.start]
    return bool(HISTORY.search(before)) and date.rule in (
        "year",
        "year-back",
        "month-year",
        "month-since",
        "month-guarded",
    )


def _put_together(
    whole: DateRange | None, start: DateRange | None, end: DateRange | None, duration: re.Match[str] | None
) -> DateRange:
    days = parse_number(duration["n"]) if duration else None
    if start and end and start.start and end.end and start.start <= end.end:
        precision = start.precision if start.precision is not Precision.DAY else end.precision
        return DateRange(start.start, end.end, precision)
    if start and whole and whole.start and start.start and whole.start > start.start:
        return DateRange(start.start, whole.end, whole.precision)
    if end and whole and whole.start and end.end and whole.start < end.end and whole.precision is Precision.DAY:
        return DateRange(whole.start, end.end, Precision.DAY)
    if whole:
        return whole
    if start:
        if start.precision is not Precision.DAY:
            return start
        last = start.start + dt.timedelta(days=days - 1) if days and start.start and days < 60 else None
        return DateRange(start.start, last, Precision.DAY)
    if end:
        if end.precision is not Precision.DAY:
            return end
        first = end.end - dt.timedelta(days=days - 1) if days and end.end and days < 60 else None
        return DateRange(first, end.end, Precision.DAY)
    return DateRange()
