"""Sentences of a language and what was found in them, to the frames that English gives, for the same assembly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geo.extract.clauses import within
from geo.extract.dates.resolvers import Anchor
from geo.extract.families import EXERCISES, MOVEMENTS, PATROLS, REACTIONS
from geo.extract.frame import Frame
from geo.extract.languages.belonging import Belonging, own_region, scope_of
from geo.extract.languages.event_dates import event_dates
from geo.extract.languages.event_places import event_places
from geo.extract.languages.findings import Found
from geo.extract.languages.numbers import number_of
from geo.extract.languages.parties import parties_of
from geo.extract.languages.status import find_status
from geo.extract.languages.vocabulary import Vocabulary
from geo.extract.triggers import Trigger
from geo.types import Assertion, DateRange, EventPlace, EventType, Mention, Precision, Role, Sentence, Span

TOGETHER = {  # events of one sentence of which one tells when and where for both
    EventType.CLOSURE: EXERCISES,
    EventType.JOINT_EXERCISE: {EventType.CLOSURE},
    EventType.AGREEMENT: {EventType.MEETING},
    EventType.MEETING: {EventType.AGREEMENT},
}
DEFINITE_REACH, JOINT_REACH = 30, 40  # characters before a trigger


def read_frames(
    text: str,
    sentence: Sentence,
    number: int,
    triggers: Sequence[Trigger],
    found: Found,
    anchor: Anchor,
    words: Vocabulary,
) -> list[Frame]:
    """Return the frames of one sentence, one a trigger that holds what its rule needs."""
    cuts = [match.end() for match in words.clause_end.finditer(text, sentence.span.start, sentence.span.end)]
    cuts = [cut for cut in cuts if not any(one.span.start < cut < one.span.end for one in triggers)]
    clauses = [
        Span(*edges) for edges in pairwise([sentence.span.start, *cuts, sentence.span.end]) if edges[0] < edges[1]
    ]
    told = [date.resolve(replace(anchor, tense="past")) for date in within(found.dates, sentence.span) if date.reported]
    reported = next((one.end for one in told if one and one.precision is Precision.DAY), None)
    anchor = replace(anchor, reported=reported or anchor.reported)
    frames: list[Frame] = []
    for trigger in triggers:
        scope = scope_of(text, clauses, trigger, triggers, found.dates, words)
        if _has_needed(text, trigger, scope, sentence.span, found, words):
            frames.append(_frame(text, sentence, number, trigger, scope, triggers, found, anchor, words))
    frames = _one_a_clause(frames)
    return [_dated(_closed(frame, frames), frames, anchor) for frame in frames]


def _has_needed(text: str, trigger: Trigger, scope: Span, sentence: Span, found: Found, words: Vocabulary) -> bool:
    needs = words.triggers[trigger.rule].needs
    before = (scope.start, trigger.span.start)
    if trigger.type in MOVEMENTS and words.people.search(text, *before) and not words.vessels.search(text, *before):
        return False  # a minister's visit
    if needs == "two":
        countries = {actor.iso3 for actor in within(found.actors, sentence)}
        fleet = bool(countries) and bool(words.vessels.search(text, sentence.start, trigger.span.start))
        return len(countries) >= 2 or fleet or any(one.search(text, *_edges(scope)) for one in words.refers.values())
    if needs == "place":
        return any(scope.contains(place.toponym.span) for place in found.located)
    if needs == "mover":
        return bool(words.vessels.search(text, *_edges(sentence)) or within(found.platforms, sentence))
    return True


def _frame(
    text: str,
    sentence: Sentence,
    number: int,
    trigger: Trigger,
    scope: Span,
    triggers: Sequence[Trigger],
    found: Found,
    anchor: Anchor,
    words: Vocabulary,
) -> Frame:
    status = find_status(text, scope, trigger.span, words)
    exercise = trigger.type in EXERCISES
    names = [name for name in within(found.names, scope) or within(found.names, sentence.span) if exercise]
    name = min(names, key=lambda one: abs(one.span.start - trigger.span.start), default=None)
    participants, observers, speakers = parties_of(text, scope, sentence.span, trigger, found, words)
    refers = next((count for count, pattern in words.refers.items() if pattern.search(text, *_edges(scope))), 0)
    ordinal = words.ordinal.search(text, *_edges(scope))
    regions = {
        other: own_region(text, scope, other, triggers, words) for other in triggers if scope.contains(other.span)
    }
    own = Belonging(trigger, scope, regions, words, text)
    before = max(scope.start, trigger.span.start - JOINT_REACH)
    return Frame(
        type=trigger.type,
        trigger=trigger,
        sentence=sentence,
        number=number,
        status=status,
        definite=_is_definite(text, scope, trigger, name, words),
        joint=_is_joint(text, Span(before, min(scope.end, trigger.span.end + 4)), words, found.names),
        generic=_is_generic(text, scope, trigger, words),
        participants=participants,
        observers=observers,
        speakers=() if trigger.type in MOVEMENTS else speakers,
        refers=refers,
        name=name.value.name if name else None,
        series=name.value.series if name else None,
        dates=event_dates(text, own, found.dates, status, anchor, words),
        places=event_places(text, own, found.located, found.actors, words),
        counts=tuple(within(found.counts, scope)),
        platforms=tuple(within(found.platforms, scope)),
        ordinal=number_of(ordinal["n"], words.numbers) if ordinal else None,
        clause=scope,
        flags=_flags(text, scope, words),
    )


def _is_definite(text: str, scope: Span, trigger: Trigger, name: Mention | None, words: Vocabulary) -> bool:
    """Tell whether an exercise is one told before: "this exercise", or the bare word without a name."""
    start = max(scope.start, trigger.span.start - DEFINITE_REACH)
    if words.definite.search(text, start, trigger.span.start):
        return True
    told = words.bare.fullmatch(text, *_edges(trigger.span)) and not words.holding.search(
        text, start, trigger.span.start
    )
    return name is None and bool(told)


def _is_generic(text: str, scope: Span, trigger: Trigger, words: Vocabulary) -> bool:
    """Tell whether a trigger speaks of events in general: "a number of drills", "is held every year"."""
    start = max(scope.start, trigger.span.start - DEFINITE_REACH)
    return bool(words.generic.search(text, start, trigger.span.start) or words.habitual.search(text, *_edges(scope)))


def _is_joint(text: str, stretch: Span, words: Vocabulary, names: Sequence[Mention]) -> bool:
    """Tell whether words say that several take part; a name such as "Joint Sword" says nothing."""
    return any(
        not any(name.span.overlaps(Span(*match.span())) for name in names)
        for match in words.joint.finditer(text, *_edges(stretch))
    )


def _flags(text: str, scope: Span, words: Vocabulary) -> frozenset[str]:
    patterns = (("already", words.already), ("joins", words.joins))
    return frozenset(flag for flag, pattern in patterns if pattern.search(text, *_edges(scope)))


def _one_a_clause(frames: Sequence[Frame]) -> list[Frame]:
    """Keep one frame a type and clause, the one that says more."""
    kept: list[Frame] = []
    for frame in frames:
        family = EXERCISES if frame.type in EXERCISES else {frame.type}
        twin = next((i for i, one in enumerate(kept) if one.type in family and one.clause == frame.clause), None)
        if twin is None:
            kept.append(frame)
            continue
        first, joint = kept[twin], frame.joint or kept[twin].joint
        more = frame if (first.dates == DateRange() and frame.dates != DateRange()) else first
        places = first.places or frame.places
        kept[twin] = replace(
            more, joint=joint, places=more.places or places, definite=first.definite and frame.definite
        )
    return kept


def located(frame: Frame) -> tuple[EventPlace, ...]:
    """Return where somebody answered to what a frame tells: the places that it passed or was held at."""
    return tuple(
        replace(place, role=Role.LOCATION) for place in frame.places if place.role in (Role.LOCATION, Role.VIA)
    )


def _closed(frame: Frame, frames: Sequence[Frame]) -> Frame:
    """Let a closure and its exercise, talks and what they agree on, share days and place; a port call has its goal."""
    twin = next((other for other in frames if other.type in TOGETHER.get(frame.type, ())), None)
    if frame.type is EventType.PORT_CALL and not frame.places:  # "left for X, and is due on the 16th"
        goals = [place for other in frames for place in other.places if place.role is Role.DESTINATION]
        return replace(frame, places=tuple(replace(place, role=Role.LOCATION) for place in goals[-1:]))
    if twin is None:
        return frame
    dates = frame.dates if frame.dates != DateRange() else twin.dates
    return replace(frame, dates=dates, places=frame.places or twin.places)


def _dated(frame: Frame, frames: Sequence[Frame], anchor: Anchor) -> Frame:
    """Date a reaction without a date by its sentence, or by the day on which it was told."""
    if frame.dates != DateRange() or frame.generic or frame.status.assertion is Assertion.PLANNED:
        return frame
    twin = next((one for one in frames if one.dates != DateRange() and one.status.tense == frame.status.tense), None)
    if twin and {frame.type, twin.type} & REACTIONS:
        return replace(frame, dates=twin.dates, places=frame.places or located(twin))
    day: dt.date | None = anchor.reported
    if day and frame.type in REACTIONS | PATROLS:
        return replace(frame, dates=DateRange(None, day, Precision.BEFORE))
    return frame


def _edges(span: Span) -> tuple[int, int]:
    return span.start, span.end
