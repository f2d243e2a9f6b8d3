"""Frames of all sentences to events: what is told three times is one event, what differs stays apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.extract.assemble import event_of, is_told
from geo.extract.dates.intervals import may_be_same_time
from geo.extract.drafts import Draft, is_point, place_key
from geo.extract.families import EXERCISES, MOVEMENTS
from geo.extract.frame import Frame
from geo.extract.places.adiz import BY_COUNTRY
from geo.extract.references import FAMILY_RULES, MOST_ALIKE, edition_of, resolve_references
from geo.extract.same import same_draft
from geo.extract.triggers import refers_back
from geo.types import (
    Assertion,
    DateRange,
    Event,
    EventType,
    Published,
    Role,
)

OWNERS = {zone: iso3 for iso3, zone in BY_COUNTRY.items()}  # nobody enters his own zone


def merge(text: str, frames: Sequence[Frame], published: Published, main: tuple[str, ...] = ()) -> tuple[Event, ...]:
    """Return the events that the frames tell, in the order in which the text first tells them.

    `main` are the two countries that the report speaks of most, meant by "both navies" where nothing came before.
    """
    drafts: list[Draft] = []
    parties: list[tuple[str, ...]] = []  # sets of actors in the order told, for "the two countries"
    for frame in frames:
        frame = resolve_references(frame, parties, drafts, main)
        if len(frame.participants) >= 2:
            parties.append(frame.participants)
        if frame.status.assertion is Assertion.NEGATED:
            continue
        draft = same_draft(frame, drafts, published)
        if draft is None:
            series = edition_of(frame, drafts)
            known = (
                frame.name or series or "told" in frame.flags or (frame.trigger.rule in FAMILY_RULES and frame.joint)
            )
            if refers_back(frame.trigger) and not known:
                continue  # "It began ..." with nothing before that it could mean
            draft = Draft(type=frame.type, edition=series is not None)
            if series and not frame.participants and len(series.participants) <= MOST_ALIKE:
                draft.participants = list(series.participants)
            drafts.append(draft)
        draft.add(frame)
    for draft in drafts:
        _settle(draft, drafts)
    return tuple(event_of(text, draft, published) for draft in drafts if is_told(draft))


def _settle(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Decide joint or unilateral, and take over what the linked exercise tells."""
    exercises = [other for other in drafts if other.type in EXERCISES and other is not draft]
    if draft.type in EXERCISES:
        draft.participants = draft.participants or _who_came(draft, drafts)
        joint = any(frame.joint for frame in draft.frames) or draft.series is not None or len(draft.participants) >= 2
        joint = joint or draft.edition or (not draft.participants and draft.name is not None)
        draft.type = EventType.JOINT_EXERCISE if joint else EventType.UNILATERAL_EXERCISE
        if joint and len(draft.participants) < 2:
            twin = next(
                (other for other in exercises if len(other.participants) >= 2 and _shares_time(draft, other)), None
            )
            if twin and set(draft.participants) <= set(twin.participants):
                draft.participants = list(twin.participants)
    if draft.type is EventType.PORT_CALL and draft.dates == DateRange():
        stay = next((other for other in drafts if other is not draft and _is_stay_of(draft, other)), None)
        draft.dates = stay.dates if stay else draft.dates
    if draft.type is EventType.SCRAMBLE:
        _take_from_cause(draft, drafts)
    if draft.type is EventType.TRANSIT:
        owners = {OWNERS.get(place.located.toponym.name) for place in draft.places}
        draft.participants = [iso3 for iso3 in draft.participants if iso3 not in owners] or draft.participants
    if draft.type is EventType.PORT_DEPARTURE and not draft.places:
        call = next(
            (other for other in drafts if other.type is EventType.PORT_CALL and _same_ships(other, draft)), None
        )
        draft.places = [replace(place, role=Role.ORIGIN) for place in call.places] if call else []
    if draft.type is EventType.PORT_DEPARTURE and not any(place.role is Role.DESTINATION for place in draft.places):
        heading = next(
            (other for other in exercises if set(draft.participants) <= set(other.participants) and other.places), None
        )
        if heading and any(_leads_to_exercise(frame) for frame in draft.frames):
            draft.places += [
                replace(place, role=Role.DESTINATION)
                for place in heading.places
                if place.role is Role.LOCATION and is_point(place)
            ][:1]


def _who_came(exercise: Draft, drafts: Sequence[Draft]) -> list[str]:
    """Return whose ships come for an exercise that names nobody: those of the arrival told next to it."""
    last = exercise.last.number
    came = [other for other in drafts if other.type in MOVEMENTS and len(other.participants) >= 2]
    return next((list(other.participants) for other in came if abs(other.frames[0].number - last) <= 1), [])


def _is_stay_of(call: Draft, other: Draft) -> bool:
    """Tell whether a call is that of an event told beside it: "trained in Shanghai ... making port at Shanghai"."""
    beside = abs(call.frames[0].number - other.last.number) <= 1
    shared = {place_key(place) for place in call.places} & {place_key(place) for place in other.places}
    return beside and bool(shared) and set(call.participants) <= set(other.participants) and other.dates != DateRange()


def _same_ships(call: Draft, departure: Draft) -> bool:
    return set(departure.participants) <= set(call.participants) and call.last.number <= departure.last.number


def _take_from_cause(scramble: Draft, drafts: Sequence[Draft]) -> None:
    """Give a scramble the place and time of what it answered in the same sentence."""
    numbers = {frame.number for frame in scramble.frames}
    causes = [other for other in drafts if other.type is EventType.TRANSIT]
    cause = next((other for other in causes if numbers & {frame.number for frame in other.frames}), None)
    if cause:
        scramble.places = scramble.places or [place for place in cause.places if place.role is Role.LOCATION]
        scramble.dates = cause.dates if scramble.dates == DateRange() else scramble.dates


def _shares_time(draft: Draft, other: Draft) -> bool:
    return draft.dates == DateRange() or other.dates == DateRange() or may_be_same_time(draft.dates, other.dates)


def _leads_to_exercise(frame: Frame) -> bool:
    return frame.status.assertion is not Assertion.BACKGROUND and "joins" in frame.flags
