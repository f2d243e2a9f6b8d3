"""An event in the making: the frames that tell it and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.extract.frames import Frame
from geo.types import (
    DateRange,
    EventPlace,
    EventType,
    PlaceKind,
    Precision,
)


@dataclass(slots=True)
class Draft:
    """An event in the making: the frames that tell it and what they add up to."""

    frames: list[Frame] = field(default_factory=list)
    type: EventType = EventType.JOINT_EXERCISE
    participants: list[str] = field(default_factory=list)
    observers: list[str] = field(default_factory=list)
    name: str | None = None
    series: str | None = None
    dates: DateRange = DateRange()
    places: list[EventPlace] = field(default_factory=list)

    def add(self, frame: Frame) -> None:
        self.frames.append(frame)
        if not frame.definite or len(self.participants) < 2 or frame.trigger.rule == "participation":
            self.participants += [iso3 for iso3 in frame.participants if iso3 not in self.participants]
        self.observers += [iso3 for iso3 in frame.observers if iso3 not in self.observers]
        self.name, self.series = self.name or frame.name, self.series or frame.series
        self.dates = merged_dates(self.dates, frame.dates)
        known = {place_key(place) for place in self.places}
        self.places += [place for place in frame.places if place_key(place) not in known]

    @property
    def last(self) -> Frame:
        return self.frames[-1]


def merged_dates(known: DateRange, told: DateRange) -> DateRange:
    """Return what two dates of one event add up to; a start and an end told apart become a range."""
    if told == DateRange():
        return known
    if known == DateRange():
        return told
    if known.precision is Precision.DAY and told.precision is Precision.DAY:
        if (
            known.start
            and known.end is None
            and told.end
            and (told.start is None or told.start >= known.start)
            and told.end >= known.start
        ):
            return DateRange(known.start, told.end, Precision.DAY)
        if known.start is None and known.end and told.start and told.start <= known.end:
            return DateRange(told.start, known.end, Precision.DAY)
        if (
            told.start
            and told.end
            and told.start != told.end
            and known.start == known.end
            and known.start
            and told.start <= known.start <= told.end
        ):
            return told
        if known.start and known.end == known.start and told.start is None and told.end and told.end >= known.start:
            return DateRange(known.start, told.end, Precision.DAY)
        return known
    return told if told.precision is Precision.DAY else known


def place_key(place: EventPlace) -> str:
    return place.located.match.place.place_id if place.located.match else place.name


def is_point(place: EventPlace) -> bool:
    return place.located.match is not None and place.located.match.place.kind is not PlaceKind.COUNTRY


def may_be_same_time(a: DateRange, b: DateRange) -> bool:
    a_start, a_end = a.start or a.end, a.end or a.start
    b_start, b_end = b.start or b.end, b.end or b.start
    assert a_start and a_end and b_start and b_end
    if a.precision is Precision.DAY and b.precision is Precision.DAY:
        open_sides = (a.end is None and b_start >= a_start) or (b.end is None and a_start >= b_start)
        open_sides = open_sides or (a.start is None and b_end <= a_end) or (b.start is None and a_end <= b_end)
        return (a_start <= b_end and b_start <= a_end) or (open_sides and abs((a_start - b_start).days) <= 45)
    return a_start <= b_end and b_start <= a_end
