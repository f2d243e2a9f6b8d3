"""An event in the making: the frames that tell it and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.extract.dates.intervals import merged_dates
from geo.extract.frame import JOINING, Frame
from geo.types import (
    DateRange,
    EventPlace,
    EventType,
    PlaceKind,
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
    edition: bool = False  # another time of a series told before
    places: list[EventPlace] = field(default_factory=list)

    def add(self, frame: Frame) -> None:
        self.frames.append(frame)
        named = not frame.definite or len(self.participants) < 2 or frame.trigger.rule in JOINING
        if named and frame.trigger.rule != "composition":  # who counts the ships need not be among them
            self.participants += [iso3 for iso3 in frame.participants if iso3 not in self.participants]
        self.observers += [iso3 for iso3 in frame.observers if iso3 not in self.observers]
        self.name, self.series = self.name or frame.name, self.series or frame.series
        if frame.trigger.rule not in JOINING or self.dates == DateRange():  # who joins late does not date it
            self.dates = merged_dates(self.dates, frame.dates)
        known = {place_key(place) for place in self.places}
        self.places += [place for place in frame.places if place_key(place) not in known]

    @property
    def last(self) -> Frame:
        return self.frames[-1]


def place_key(place: EventPlace) -> str:
    return place.located.match.place.place_id if place.located.match else place.name


def is_point(place: EventPlace) -> bool:
    return place.located.match is not None and place.located.match.place.kind is not PlaceKind.COUNTRY
