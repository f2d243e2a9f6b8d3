"""What a frame leaves to the sentences before it: "the two countries", "she", "the patrol", "the previous one"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.extract.drafts import Draft
from geo.extract.families import EXERCISES, MOVEMENTS, PATROLS
from geo.extract.frame import Frame
from geo.types import DateRange, EventType

SILENT = {
    EventType.SCRAMBLE,
    EventType.MONITORING,
    EventType.MISSILE_LAUNCH,
    EventType.UNILATERAL_EXERCISE,
}  # who speaks of them acts in them
FAMILY_RULES = {"that-patrol", "earlier-one"}  # of the kind of event that was told before
EDITION_RULES = {"earlier-one", "edition", "named-exercise", "that-patrol", "exercise", "air-patrol", "naval-patrol"}
MOST_ALIKE = 3  # countries: a series of two or three keeps them from one time to the next


def resolve_references(
    frame: Frame, parties: Sequence[tuple[str, ...]], drafts: Sequence[Draft], main: tuple[str, ...]
) -> Frame:
    """Return the frame with what it means by words that refer back.

    `parties` are the sets of countries told so far, `main` the two that the report speaks of most.
    """
    if frame.trigger.rule in FAMILY_RULES:
        frame = _of_family(frame, drafts)
    return _with_parties(frame, parties, drafts, main)


def edition_of(frame: Frame, drafts: Sequence[Draft]) -> Draft | None:
    """Return the draft of whose series a frame dates another time ("a year ago the exercise ran until 5 June")."""
    if not frame.definite or frame.dates == DateRange() or frame.trigger.rule not in EDITION_RULES:
        return None
    family = EXERCISES if frame.type in EXERCISES else {frame.type}
    return next((draft for draft in reversed(drafts) if draft.type in family), None)


def _of_family(frame: Frame, drafts: Sequence[Draft]) -> Frame:
    """Give "the previous one" the type of what was told, and "the patrol" that of a flight told without the word."""
    kinds = PATROLS if frame.trigger.rule == "that-patrol" else PATROLS | EXERCISES
    told = next((draft for draft in reversed(drafts) if draft.type in kinds), None)
    if told:
        return replace(frame, type=told.type, trigger=replace(frame.trigger, type=told.type))
    flight = next((draft for draft in reversed(drafts) if _is_joint_flight(draft)), None)
    if flight is None or frame.trigger.rule != "that-patrol":
        return frame
    kind = EventType.JOINT_AIR_PATROL
    dates = flight.dates if frame.dates == DateRange() else frame.dates
    return replace(frame, type=kind, trigger=replace(frame.trigger, type=kind), dates=dates, joint=True)


def _is_joint_flight(draft: Draft) -> bool:
    aircraft = any(count.unit == "aircraft" for frame in draft.frames for count in frame.counts)
    return draft.type is EventType.TRANSIT and aircraft and len(draft.participants) >= 2


def _with_parties(
    frame: Frame, parties: Sequence[tuple[str, ...]], drafts: Sequence[Draft], main: tuple[str, ...]
) -> Frame:
    """Fill in who acts from "the two countries", from the ship that "she" is and, failing that, from who spoke."""
    if len(frame.participants) < frame.refers:
        told = next((party for party in reversed(parties) if len(party) == frame.refers), None)
        told = told or (main if len(main) == frame.refers else None)
        if told and set(frame.participants) <= set(told):
            return replace(frame, participants=told)
    if "she" in frame.flags and frame.type in EXERCISES and len(frame.participants) == 1:
        owner = (frame.owner,) if frame.owner else _last_mover(drafts)[:1]
        return replace(frame, participants=tuple(dict.fromkeys((*owner, *frame.participants))))
    if not frame.participants and not frame.speakers and frame.type in MOVEMENTS:
        she = frame.owner if "she" in frame.flags or not drafts else None
        return replace(
            frame, participants=(she,) if she else _last_mover(drafts) or ((frame.owner,) if frame.owner else ())
        )
    if not frame.participants and frame.type in MOVEMENTS | SILENT:
        return replace(frame, participants=frame.speakers)
    if len(frame.participants) == 1 and "with" in frame.flags and frame.type in EXERCISES | PATROLS:
        return replace(frame, participants=tuple(dict.fromkeys((*frame.speakers[:1], *frame.participants))))
    if not frame.participants and frame.speakers and not frame.joint and not frame.definite:
        return replace(frame, participants=frame.speakers)
    if not frame.participants and frame.trigger.rule == "contribution":
        return replace(frame, participants=frame.speakers)  # "Russia's ministry said it was sending two corvettes"
    if not frame.participants and frame.type in PATROLS and (frame.definite or "other" in frame.flags):
        same = next((draft for draft in reversed(drafts) if draft.type is frame.type), None)
        if same and 2 <= len(same.participants) <= MOST_ALIKE:
            return replace(frame, participants=tuple(same.participants))
    return frame


def _last_mover(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Return whose ships or aircraft were told of last, by who moved or by a figure ("five Chinese warships")."""
    for draft in sorted(drafts, key=lambda draft: -draft.last.number):
        if draft.type in MOVEMENTS | PATROLS and draft.participants:
            return tuple(draft.participants)
        if owners := _fleet_owner(draft):
            return tuple(owners[:1])
    return ()


def _fleet_owner(draft: Draft) -> list[str]:
    """Return whose ships a draft told of last ("five Chinese warships ... the ships have left")."""
    return [
        count.iso3.upper()
        for frame in reversed(draft.frames)
        for count in frame.counts
        if count.iso3 and count.unit in ("ships", "aircraft")
    ]
