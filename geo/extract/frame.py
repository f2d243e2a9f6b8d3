"""An event as one sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass

from geo.extract.status import Status
from geo.extract.strength import Count
from geo.extract.triggers import Trigger
from geo.types import DateRange, EventPlace, EventType, Mention, Sentence, Span

JOINING = {"followed-by-nations", "participation", "contribution"}  # who takes part, told after the exercise itself


@dataclass(frozen=True, slots=True)
class Frame:
    """An event as one sentence tells it."""

    type: EventType
    trigger: Trigger
    sentence: Sentence
    number: int  # of the sentence
    status: Status
    definite: bool
    joint: bool
    generic: bool
    participants: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    owner: str | None = None  # of the ship named last before the trigger, whom "she" may mean
    speakers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    refers: int = 0  # "the two countries" -> 2; 0 where nothing refers back
    name: str | None = None
    series: str | None = None
    dates: DateRange = DateRange()
    days: int | None = None  # how long an exercise lasts
    places: tuple[EventPlace, ...] = ()
    counts: tuple[Count, ...] = ()
    platforms: tuple[Mention, ...] = ()
    ordinal: int | None = None
    mentions: tuple[Mention, ...] = ()  # the names, actors and dates of its clause
    clause: Span = Span(0, 0)
    flags: frozenset[str] = frozenset()  # "already": done by publication; "joins": on the way to an exercise
