"""Drafts to events: what is told of each, and which are told at all."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from types import MappingProxyType

from geo.extract.confidence import confidence_of, parts_of
from geo.extract.dates.calendar import year_range
from geo.extract.dates.told import with_duration
from geo.extract.drafts import Draft
from geo.extract.families import PATROLS
from geo.extract.reasons import reasons_of
from geo.extract.same import BACKGROUND_DAYS
from geo.extract.strength import add_up
from geo.types import (
    Assertion,
    DateRange,
    Event,
    EventPlace,
    EventType,
    Evidence,
    PlaceKind,
    Precision,
    Published,
    Role,
    Zone,
)

EDITION_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def is_told(draft: Draft) -> bool:
    """Drop what is only spoken of in general: no time, no place, no name and nobody in particular."""
    frames = draft.frames
    if all(frame.sentence.zone in (Zone.FURNITURE, Zone.TAIL) for frame in frames):
        return False
    if all(frame.sentence.zone is Zone.CAPTION for frame in frames) and draft.dates == DateRange():
        return False
    if all(frame.generic for frame in frames) and not (draft.name or (draft.dates.precision is Precision.DAY)):
        return False
    if draft.type in (EventType.MEETING, EventType.AGREEMENT) and len(draft.participants) < 2:
        return False
    if draft.edition and draft.type not in PATROLS:
        return draft.dates != DateRange()
    if draft.type is EventType.CLOSURE:
        return bool(draft.participants or draft.places)
    if draft.type is EventType.DEPLOYMENT and any(
        _is_sea(place) for place in draft.places if place.role is Role.ORIGIN
    ):
        return False  # "flew from the Sea of Japan to the East China Sea": a leg of a patrol
    if draft.type is EventType.DEPLOYMENT and not draft.participants:
        return bool(draft.places) and draft.dates != DateRange()
    if draft.type is EventType.UNILATERAL_EXERCISE:
        return bool(draft.participants) and (draft.dates != DateRange() or bool(draft.places))
    if draft.type is EventType.JOINT_EXERCISE:
        return (
            bool(draft.name)
            or len(draft.participants) >= 2
            or (bool(draft.participants) and bool(draft.places) and draft.dates != DateRange())
        )
    if draft.type in (EventType.JOINT_AIR_PATROL, EventType.JOINT_NAVAL_PATROL):
        return len(draft.participants) >= 2
    if draft.type in (EventType.TRANSIT, EventType.PORT_CALL, EventType.DEPLOYMENT):
        return bool(draft.participants) and bool(draft.places)
    return bool(draft.participants)


def _is_sea(place: EventPlace) -> bool:
    return place.located.match is not None and place.located.match.place.kind is PlaceKind.SEA


def event_of(text: str, draft: Draft, published: Published) -> Event:
    days = next((frame.days for frame in draft.frames if frame.days), None)
    dates, assertion = with_duration(draft.dates, days), _assertion(draft, published)
    if (
        dates == DateRange()
        and assertion is Assertion.ACTUAL
        and published.date
        and any("already" in frame.flags for frame in draft.frames)
    ):
        dates = DateRange(None, published.date, Precision.BEFORE)
    if dates == DateRange() and assertion is Assertion.ACTUAL and (year := EDITION_YEAR.search(draft.name or "")):
        dates = year_range(int(year[0]))
    evidence = _evidence(text, draft)
    participants = tuple(sorted(draft.participants))
    identity = "|".join(
        (draft.type, ",".join(participants), str(dates.edtf), str(evidence[0].span.start), evidence[0].quote)
    )
    event = Event(
        id=hashlib.sha256(identity.encode()).hexdigest()[:16],
        type=draft.type,
        assertion=assertion,
        name=draft.name,
        participants=participants,
        observers=tuple(sorted(set(draft.observers) - set(participants))),
        dates=dates,
        places=tuple(draft.places),
        platforms=tuple(dict.fromkeys(mention.value.name for frame in draft.frames for mention in frame.platforms)),
        counts=MappingProxyType(_counts(draft)),
        ordinal=next((frame.ordinal for frame in draft.frames if frame.ordinal), None),
        people=tuple(dict.fromkeys(person for frame in draft.frames for person in frame.people)),
        evidence=evidence,
    )
    parts = parts_of(draft, event)
    return replace(
        event,
        confidence=confidence_of(parts),
        confidence_parts=MappingProxyType({part: value for part, value in parts.items() if part != "intercept"}),
        reasons=reasons_of(text, draft, event),
    )


def _assertion(draft: Draft, published: Published) -> Assertion:
    told = [frame.status.assertion for frame in draft.frames if not frame.generic] or [
        frame.status.assertion for frame in draft.frames
    ]
    for special in (Assertion.CANCELLED, Assertion.POSTPONED):
        if special in told:
            return special
    end = draft.dates.end or draft.dates.start
    if published.date and end and (published.date - end).days > BACKGROUND_DAYS:
        return Assertion.BACKGROUND
    start = draft.dates.start
    if published.date and start and start > published.date:
        return Assertion.PLANNED
    if told[0] is Assertion.CLAIMED:
        return Assertion.CLAIMED
    body = [frame.status.assertion for frame in draft.frames if frame.sentence.zone is Zone.BODY]
    if published.date and start and start < published.date and Assertion.ACTUAL in body:
        return Assertion.ACTUAL  # "began on Friday and will last": begun, whatever is still to come
    first = next((frame.status for frame in draft.frames if frame.sentence.zone is Zone.BODY), draft.frames[0].status)
    return first.assertion


def _counts(draft: Draft) -> dict[str, int]:
    """Return the figures of all frames; one country's alone need not say whose they are."""
    told = [count for frame in draft.frames for count in frame.counts]
    return add_up(told if len(draft.participants) > 1 else [replace(count, iso3=None) for count in told])


def _evidence(text: str, draft: Draft) -> tuple[Evidence, ...]:
    """Return the clauses that tell the event, the trigger's own sentence first, without repeats."""
    spans = dict.fromkeys((frame.sentence.span, frame.trigger.rule) for frame in draft.frames)
    seen: dict[str, Evidence] = {}
    for span, rule in spans:
        quote = span.of(text)
        seen.setdefault(quote, Evidence(span, quote, rule))
    return tuple(seen.values())
