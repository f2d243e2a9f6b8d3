"""Whether a frame tells of a draft again or of something new."""

from __future__ import annotations

from collections.abc import Sequence

from geo.extract.dates.intervals import may_be_same_time
from geo.extract.drafts import Draft, is_point, place_key
from geo.extract.families import EXERCISES, MOVEMENTS, PATROLS
from geo.extract.frame import JOINING, Frame
from geo.types import (
    Assertion,
    DateRange,
    EventPlace,
    EventType,
    Published,
    Role,
    Zone,
)

LASTING = {"that-teaching"}  # "the activity lasts until 8 June": whoever is told of in the same breath
NEAR = 3  # sentences after an exercise in which "Canada sent a frigate" means it
BACKGROUND_DAYS = 21  # what ended longer before publication lies outside the reported episode

ALWAYS_TOLD = {Assertion.CANCELLED, Assertion.POSTPONED}


def same_draft(frame: Frame, drafts: Sequence[Draft], published: Published) -> Draft | None:
    """Return the draft that a frame tells of again, the latest first, or None."""
    if frame.trigger.rule == "composition":
        near = [draft for draft in drafts if 0 <= frame.number - draft.last.number <= NEAR]
        kinds = MOVEMENTS | PATROLS if "group" in frame.flags else EXERCISES | PATROLS
        return next((draft for draft in reversed(near) if draft.type in kinds), near[-1] if near else None)
    if frame.type is EventType.TRANSIT and "group" in frame.flags and frame.dates == DateRange():
        route = [draft for draft in drafts if draft.type in PATROLS and 0 <= frame.number - draft.last.number <= 1]
        if route and set(frame.participants) <= set(route[-1].participants):
            return route[-1]  # "The group crossed the strait", said of those who patrol
    family = EXERCISES if frame.type in EXERCISES else {frame.type}
    told = [draft for draft in reversed(drafts) if draft.type in family]
    if frame.trigger.rule == "contribution":  # "Vietnam sent two ships" may mean the patrol told before
        told += [draft for draft in reversed(drafts) if draft.type in PATROLS]
    for draft in told:
        if all(other.generic for other in draft.frames) or _is_past_episode(frame, draft, published):
            continue
        if frame.trigger.rule == "contribution" and frame.number > draft.last.number + NEAR:
            continue
        if _compatible(frame, draft, published) and _refers(frame, draft):
            return draft
    return None


def _compatible(frame: Frame, draft: Draft, published: Published) -> bool:
    if frame.name and draft.name and (frame.series or frame.name) != (draft.series or draft.name):
        return False
    dated = frame.dates != DateRange() and draft.dates != DateRange() and frame.trigger.rule not in JOINING
    if dated and not may_be_same_time(frame.dates, draft.dates):
        return False
    if "before" in frame.flags and draft.dates == DateRange():
        return False  # "its last edition was in July 2021" does not date this one
    if "other" in frame.flags and not (frame.name and draft.name):
        planned = Assertion.PLANNED in (frame.status.assertion, draft.last.status.assertion)
        if frame.status.assertion is not draft.last.status.assertion and planned:
            return False  # "had earlier conducted separate training" is not the drill to come
    ours, theirs = set(frame.participants), set(draft.participants)
    if frame.type not in EXERCISES and (frame.status.assertion is Assertion.PLANNED) != (
        draft.last.status.assertion is Assertion.PLANNED
    ):
        return False
    if (
        ours
        and theirs
        and not (frame.definite and (frame.dates == DateRange() or frame.trigger.rule in JOINING | LASTING))
        and not (ours <= theirs or theirs <= ours or len(ours & theirs) / len(ours | theirs) >= 0.5)
    ):
        return False
    if frame.status.assertion in ALWAYS_TOLD and draft.name and frame.name != draft.name:
        return False
    end = frame.dates.end or frame.dates.start
    over = end is not None and published.date is not None and end < published.date
    if over and draft.dates == DateRange() and draft.frames[0].status.assertion is Assertion.PLANNED:
        return False  # what is over is not what is still planned
    people = {person for other in draft.frames for person in other.people}
    if frame.people and people and not set(frame.people) & people:
        return False
    return not _places_conflict(frame, draft)


def _is_past_episode(frame: Frame, draft: Draft, published: Published) -> bool:
    """Tell whether a draft lies in the past and an undated frame speaks of the present."""
    end = draft.dates.end or draft.dates.start
    if frame.dates != DateRange() or end is None or published.date is None or (frame.name and frame.name == draft.name):
        return False
    if "now" in frame.flags and (published.date - end).days > BACKGROUND_DAYS:
        return True  # "this time ..." is not the time before
    if frame.trigger.rule in JOINING and frame.number <= draft.last.number + 1:
        return False  # "six more will be sending observers", told right after the exercise
    days = (published.date - end).days
    if frame.status.assertion is Assertion.PLANNED:
        return days > 1
    return days > BACKGROUND_DAYS and (
        draft.last.sentence.zone is not Zone.BODY or frame.number > draft.last.number + 1
    )


def _refers(frame: Frame, draft: Draft) -> bool:
    """Tell whether a compatible frame has a reason to mean that draft and not something new."""
    if frame.name and draft.name:
        return True
    if frame.generic:
        return False
    same_time = frame.dates != DateRange() and draft.dates != DateRange()
    same_place = bool({place_key(place) for place in frame.places} & {place_key(place) for place in draft.places})
    if same_time or same_place or frame.definite:
        return True
    # A lead without a date, dated by what follows: "completed a patrol. From 20 September ..., a joint patrol"
    if (
        draft.dates == DateRange()
        and set(frame.participants) == set(draft.participants) != set()
        and "other" not in frame.flags
    ):
        return frame.status.tense == draft.last.status.tense
    if frame.type in MOVEMENTS and frame.dates == DateRange() and set(frame.participants) == set(draft.participants):
        return "other" not in frame.flags  # its origin told apart from where it leads
    # Nothing of its own to tell it apart: the same event told in passing.
    return frame.dates == DateRange() and (not frame.places or not draft.places)


def _places_conflict(frame: Frame, draft: Draft) -> bool:
    """Tell whether both name points of their own that differ, so that they cannot be one event."""
    if frame.type in EXERCISES and (frame.definite or (frame.name and draft.name)):
        return False
    roles = (Role.LOCATION,) if frame.type is EventType.TRANSIT else tuple(Role)
    return any(
        _points(frame.places, role)
        and _points(draft.places, role)
        and not _points(frame.places, role) & _points(draft.places, role)
        for role in roles
    )


def _points(places: Sequence[EventPlace], role: Role) -> set[str]:
    return {place_key(place) for place in places if is_point(place) and place.role is role}
