"""Which dates of a clause date a trigger's event, in the order in which they may."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.extract.clauses import clauses_of, within
from geo.extract.dates.resolvers import Anchor
from geo.extract.dates.tag import DateExpression
from geo.extract.families import EXERCISES
from geo.extract.triggers import Trigger
from geo.types import Span

PURPOSE_BEFORE = re.compile(
    r"\b(?:for|join|joining|participate in|take part in|participated in|took part in)\s+(?:[\w'’-]+\s+){0,4}$", re.I
)
HISTORY = re.compile(r"\b(?:since|first .{0,30}since|dates? back to|back to)\s+(?:the\s+)?$", re.I)
HISTORIC = ("year", "month-year", "month-guarded")
HABIT = re.compile(
    r"\b(?:usually|normally|traditionally|typically|ordinarily|every year|each year|annually)\b[^,;.]{0,40}$", re.I
)
OF_SOMETHING = re.compile(
    r"['’]s (?!(?:joint|naval|military|air|live|exercise|drill|patrol|man|training|war|visit|launch|talks|meeting))"
)
LAST_OF_LINE = re.compile(r"[ \t)\]]*(?:\n|$)")
BEFORE_COSTS = 15  # characters: "sailed on Thursday and arrived on Saturday" rather dates what follows its verb


def own_dates(
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


def nearest_first(
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
