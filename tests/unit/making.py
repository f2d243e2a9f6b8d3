"""Small readings to put into a store: a place, an event and a report with what a test leaves out filled in."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from geo.geocode.resolve import area_match
from geo.store import EventStore
from geo.types import (
    Assertion,
    DateRange,
    Event,
    EventPlace,
    EventType,
    Evidence,
    Located,
    Place,
    PlaceKind,
    PlaceMatch,
    Precision,
    Published,
    Reading,
    Report,
    Role,
    Span,
    Toponym,
)

TEXT = "Five Chinese warships, including Qiqihar, left Qingdao for the Sea of Japan."


def place(
    name: str = "Sea of Japan",
    lat: float | None = 40.0,
    lon: float | None = 135.0,
    role: Role = Role.LOCATION,
    kind: PlaceKind = PlaceKind.SEA,
    radius_km: float = 600.0,
) -> EventPlace:
    """A resolved place; with `lat` None one that was recognised and not resolved."""
    toponym = Toponym(Span(0, len(name)), name, "test", kind)
    if lat is None or lon is None:
        return EventPlace(name, role, Located(toponym, None))
    found = Place(f"own:{name.lower().replace(' ', '-')}", name, kind, lat, lon, radius_km)
    return EventPlace(name, role, Located(toponym, PlaceMatch(found, 0.9, 0.5, radius_km, "test")))


def area(*corners: tuple[float, float], radius_km: float | None = None) -> EventPlace:
    """A location given by coordinates: corners (lat, lon), or the middle of a circle and its radius."""
    toponym = Toponym(Span(0, 8), TEXT[:8], "coordinates", PlaceKind.AREA, polygon=corners, radius_km=radius_km)
    return EventPlace(toponym.name, Role.LOCATION, Located(toponym, area_match(toponym)))


def dates(start: str | None = None, end: str | None = None, precision: Precision = Precision.DAY) -> DateRange:
    first, last = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    return DateRange(first, last, precision if first or last else Precision.NONE)


def event(event_id: str = "e1", type: EventType = EventType.JOINT_EXERCISE, **fields: Any) -> Event:
    filled: dict[str, Any] = {
        "assertion": Assertion.ACTUAL,
        "participants": ("CHN", "RUS"),
        "places": (place(),),
        "confidence": 0.8,
        "evidence": (Evidence(Span(0, 22), TEXT[:22], "test"),),
    }
    return Event(event_id, type, **(filled | fields))


def reading(report_id: str = "r1", events: Iterable[Event] = (), text: str = TEXT, **fields: Any) -> Reading:
    return Reading(Report(report_id, text, **fields), Published(dt.date(2023, 7, 16), True), events=tuple(events))


def filled(url: str, events: Iterable[Event]) -> EventStore:
    store = EventStore(url)
    store.save(reading(events=events))
    return store
