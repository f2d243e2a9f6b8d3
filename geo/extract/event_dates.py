"""When a trigger's event takes place: the dates of its clause and their bounds put together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.extract.clauses import clauses_of, within
from geo.extract.date_resolvers import Anchor
from geo.extract.dates import DateExpression
from geo.extract.durations import duration_days
from geo.extract.families import EXERCISES
from geo.extract.triggers import Trigger
from geo.types import DateRange, EventType, Precision, Span

PURPOSE_BEFORE = re.compile(
    r"\b(?:for|join|joining|participate in|take part in|participated in|took part in)\s+(?:[\w'’-]+\s+){0,4}$", re.I
)
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
HISTORY = re.compile(r"\b(?:since|first .{0,30}since|dates? back to|back to)\s+(?:the\s+)?$", re.I)
FROM_TOLD = (
    "from_previous",
    "following_unit",
    "nth",
    "nth_range",
    "after_clause",
)  # meanings that count from the date told before
HISTORIC = ("year", "month-year", "month-guarded")
HABIT = re.compile(
    r"\b(?:usually|normally|traditionally|typically|ordinarily|every year|each year|annually)\b[^,;.]{0,40}$", re.I
)
OF_SOMETHING = re.compile(
    r"['’]s (?!(?:joint|naval|military|air|live|exercise|drill|patrol|man|training|war|visit|launch|talks|meeting))"
)
BEFORE_COSTS = 15  # characters: "sailed on Thursday and arrived on Saturday" rather dates what follows its verb
LEFT = re.compile(r"\band (?:left|leaves?|departed|sailed|will leave)\s+(?:again\s+)?(?:on\s+)?$")
LAST_OF_LINE = re.compile(r"[ \t)\]]*(?:\n|$)")


@dataclass(slots=True)
class Told:
    """What a clause tells of one event: its days, or one end of them, or a bound."""

    whole: DateRange | None = None
    start: DateRange | None = None
    end: DateRange | None = None
    before: DateRange | None = None
    after: DateRange | None = None


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
    own = list(_own_dates(text, scope, trigger, triggers, dates, anchor))
    last_year = [date for date in own if LAST_YEAR.fullmatch(date.span.of(text))]
    if last_year:  # "last year, the drills took place from March 11 to 15"
        own = [date for date in own if date not in last_year] or own
        anchor = a_year_before(anchor)
    new_slot = [date for date in own if NEW_SLOT.search(text[max(scope.start, date.span.start - 60) : date.span.start])]
    told = Told()
    for date in new_slot or _nearest_first(text, scope, trigger, triggers, own):
        if date.means in FROM_TOLD:
            anchor = replace(anchor, previous=_told_before(date, sentence, dates, anchor))
        resolved = date.resolve(replace(anchor, tense=_tense_of(text, scope, date, anchor)))
        if resolved:
            if trigger.type is EventType.PORT_CALL and told.whole and LEFT.search(text, scope.start, date.span.start):
                date = replace(date, bound="end")  # "entered Busan on 22 June and left on Wednesday"
            _add(told, date, resolved)
    _mend_end(told, own, anchor)
    return _put_together(told, duration_days(text, scope.start, scope.end), trigger.type)


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


def _nearest_first(
    text: str, scope: Span, trigger: Trigger, triggers: Sequence[Trigger], own: Sequence[DateExpression]
) -> list[DateExpression]:
    """Return dates in the order in which they may date a trigger: its own clause's first, exercises' in text order."""
    home = next((clause for clause in clauses_of(text, scope, triggers) if clause.overlaps(trigger.span)), scope)
    in_order = trigger.type in EXERCISES

    def rank(date: DateExpression) -> tuple[bool, int]:
        before, after = trigger.span.start - date.span.end, date.span.start - trigger.span.end
        gap = max(before + BEFORE_COSTS if before > 0 and date.span.start > scope.start + 4 else before, after, 0)
        return not home.contains(date.span), 0 if in_order else gap

    return sorted(own, key=rank)


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


def _own_dates(
    text: str,
    scope: Span,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    dates: Sequence[DateExpression],
    anchor: Anchor,
) -> Iterator[DateExpression]:
    """Yield the dates of a clause that date the trigger's event."""
    for date in dates:
        if date.means == "after_clause" and date.span.start < scope.start < date.span.end:
            yield date  # "on Friday, a day | after Norway began"
            return
    own = [
        date for date in within(dates, scope) if date.means != "after_clause" and _dates_an_event(text, date, anchor)
    ]
    before = text[max(scope.start, trigger.span.start - 45) : trigger.span.start]
    if trigger.type in EXERCISES and PURPOSE_BEFORE.search(before):
        own = [date for date in own if date.span.start > trigger.span.end]  # what stands before dates the way there
    rivals = [other for other in triggers if scope.overlaps(other.span) and not _same_event(other, trigger)]
    if rivals:  # a clause with two events: each takes the dates nearer to it than to the other
        kin = [other for other in triggers if scope.overlaps(other.span) and other not in rivals]
        first = min(other.span.start for other in (*rivals, *kin))
        own = [date for date in own if _nearest_trigger(date.span, [*kin, *rivals]) in kin] or [
            date for date in own if date.span.start < first
        ]
    yield from own


def _dates_an_event(text: str, date: DateExpression, anchor: Anchor) -> bool:
    """Tell whether a date is none of speaking, of habit ("usually in June"), of history or of the page."""
    if OF_SOMETHING.match(text, date.span.end):
        return False
    before = text[max(0, date.span.start - 60) : date.span.start]
    if date.reported or HABIT.search(before) or (date.rule in HISTORIC and HISTORY.search(before[-30:])):
        return False
    if not LAST_OF_LINE.match(text, date.span.end) or anchor.published is None or date.means != "day":
        return True
    found = date.resolve(anchor)  # a headline that closes with the day of the report and its year
    return not (date.match["y"] and found and found.start == anchor.published)


def _same_event(other: Trigger, trigger: Trigger) -> bool:
    """Tell whether two triggers of one clause tell of one event ("the drill ... began"): see `frames`."""
    return other is trigger or (other.type in EXERCISES and trigger.type in EXERCISES)


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


def _add(told: Told, date: DateExpression, resolved: DateRange) -> None:
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


def _put_together(told: Told, days: int | None, kind: EventType) -> DateRange:
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


def _alike(start: DateRange, whole: DateRange) -> bool:
    """Tell a start of the same thing from history ("on Sunday … next to ships that have been there since May")."""
    return start.precision is Precision.DAY or whole.precision is not Precision.DAY


def _lasting(first: dt.date | None, days: int | None) -> DateRange:
    return DateRange(first, first + dt.timedelta(days=days - 1) if first and days else None, Precision.DAY)


def _lasting_until(last: dt.date | None, days: int | None) -> DateRange:
    return DateRange(last - dt.timedelta(days=days - 1) if last and days else None, last, Precision.DAY)
