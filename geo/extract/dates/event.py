"""When a trigger's event takes place: the dates of its clause and their bounds put together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from geo.extract.dates.durations import duration_days
from geo.extract.dates.own import nearest_first, own_dates
from geo.extract.dates.resolvers import Anchor
from geo.extract.dates.tag import DateExpression
from geo.extract.dates.told import Told, add, put_together
from geo.extract.triggers import Trigger
from geo.types import DateRange, EventType, Span

PRESENT_VERB = re.compile(
    r"\b(?:leaves|departs|begins|starts|opens|ends|concludes|follows|runs|lasts|closes|winds up|goes on|continues|will"
    r"|(?:is|are|was|were) to|due|scheduled|expected|slated)\b[^,;.]{0,30}$"
)
NEW_SLOT = re.compile(
    r"\b(?:now|instead|rescheduled (?:to|for)|moved to|postponed (?:to|until|till)|put (?:off|back) (?:to|until|till)"
    r"|pushed back to|new dates?)\b[^.;]{0,40}$",
    re.I,
)
UNTIL = re.compile(r"\b(?:until|till|through)\s+(?:the\s+)?$", re.I)
PAST_COURSE = re.compile(r"\b(?:lasted|ran|went on|continued|took place|were held|was held|had)\b", re.I)
LAST_YEAR = re.compile(r"\b(?:last year|a year (?:ago|earlier|before))\b", re.I)
LEFT = re.compile(r"\band (?:left|leaves?|departed|sailed|will leave)\s+(?:again\s+)?(?:on\s+)?$")
FROM_TOLD = (
    "from_previous",
    "following_unit",
    "nth",
    "nth_range",
    "after_clause",
)  # meanings that count from the date told before


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
    own = list(own_dates(text, scope, trigger, triggers, dates, anchor))
    last_year = [date for date in own if LAST_YEAR.fullmatch(date.span.of(text))]
    if last_year:  # "last year, the drills took place from March 11 to 15"
        own = [date for date in own if date not in last_year] or own
        anchor = a_year_before(anchor)
    new_slot = [date for date in own if NEW_SLOT.search(text[max(scope.start, date.span.start - 60) : date.span.start])]
    told = Told()
    for date in new_slot or nearest_first(text, scope, trigger, triggers, own):
        if date.means in FROM_TOLD:
            anchor = replace(anchor, previous=_told_before(date, sentence, dates, anchor))
        resolved = date.resolve(replace(anchor, tense=_tense_of(text, scope, date, anchor)))
        if resolved:
            if trigger.type is EventType.PORT_CALL and told.whole and LEFT.search(text, scope.start, date.span.start):
                date = replace(date, bound="end")  # "entered Busan on 22 June and left on Wednesday"
            add(told, date, resolved)
    _mend_end(told, own, anchor)
    return put_together(told, duration_days(text, scope.start, scope.end), trigger.type)


def _tense_of(text: str, scope: Span, date: DateExpression, anchor: Anchor) -> str | None:
    """Return the tense of one date: what runs "until Friday" ends later, unless it "ran until Friday"."""
    before = text[scope.start : date.span.start]
    if PRESENT_VERB.search(before[-40:]):
        return "future"
    if date.bound == "end" and UNTIL.search(before) and not PAST_COURSE.search(before):
        return "future"
    return anchor.tense


def _told_before(
    date: DateExpression, sentence: Span, dates: Sequence[DateExpression], anchor: Anchor
) -> DateRange | None:
    """Return the date that a relative one counts from: told before it in its sentence, else in one before."""
    own = [one for one in dates if sentence.contains(one.span) and one.means != "after_clause"]
    told = [found for one in own if one.span.start < date.span.start and (found := one.resolve(anchor))]
    if date.means == "after_clause":  # "The day after Norway began, the tug sailed, on the 18th"
        told = told or [found for one in reversed(own) if (found := one.resolve(anchor))]
    if told:
        return told[-1]
    return None if date.means.startswith("nth") and anchor.published else anchor.previous


def _mend_end(told: Told, own: Sequence[DateExpression], anchor: Anchor) -> None:
    """Read an end that would lie before its beginning as one that follows it ("began on Monday, finish on 1 May")."""
    begun = told.start or told.whole
    if not (told.end and told.end.end and begun and begun.start and told.end.end < begun.start):
        return
    later = replace(anchor, published=begun.start, tense="future")
    opened = min((date.span.start for date in own if date.bound != "end"), default=0)
    ends = [date for date in own if date.bound == "end" and date.span.start > opened]
    told.end = next((found for date in ends if (found := date.resolve(later))), None)


def a_year_before(anchor: Anchor) -> Anchor:
    """Return an anchor at the end of the year before, where "last year" governs dates without a year."""
    if anchor.published is None:
        return replace(anchor, year=anchor.year - 1 if anchor.year else None)
    return replace(anchor, published=dt.date(anchor.published.year - 1, 12, 31), tense="past")
