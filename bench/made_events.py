"""Made-up events for measuring and testing: as many as wanted, the same every time, spread over seas and years."""

from __future__ import annotations

import datetime as dt
import random

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
    Role,
    Span,
    Toponym,
)

COUNTRIES = ("AUS", "CHN", "GBR", "IND", "JPN", "KOR", "PHL", "RUS", "USA")
SPOTS = (
    ("Sea of Japan", PlaceKind.SEA, 40.0, 135.0, 600.0),
    ("Yellow Sea", PlaceKind.SEA, 35.5, 123.0, 350.0),
    ("South China Sea", PlaceKind.SEA, 13.0, 115.0, 900.0),
    ("Vladivostok", PlaceKind.PORT, 43.1, 131.9, 15.0),
    ("Qingdao", PlaceKind.PORT, 36.1, 120.3, 20.0),
    ("Zhanjiang", PlaceKind.PORT, 21.2, 110.4, 20.0),
    ("Bering Sea", PlaceKind.SEA, 58.0, -178.0, 700.0),
    ("Luzon Strait", PlaceKind.STRAIT, 20.5, 121.0, 150.0),
    ("Baltic Sea", PlaceKind.SEA, 57.5, 19.0, 400.0),
    ("Gulf of Oman", PlaceKind.SEA, 24.5, 58.7, 250.0),
)
PRECISIONS = (Precision.DAY, Precision.DAY, Precision.DAY, Precision.MONTH, Precision.THIRD_OF_MONTH, Precision.AFTER)
FIRST_DAY = dt.date(2018, 1, 1)
DAYS = 2800
SCATTER_DEGREES = 4.0


def made_events(number: int, seed: int = 7) -> list[Event]:
    """Return `number` events; the same number and seed give the same events."""
    chance = random.Random(seed)
    return [made_event(index, chance) for index in range(number)]


def made_event(index: int, chance: random.Random) -> Event:
    kind = chance.choice(list(EventType))
    name, place_kind, lat, lon, radius_km = chance.choice(SPOTS)
    lat += chance.uniform(-SCATTER_DEGREES, SCATTER_DEGREES)
    lon += chance.uniform(-SCATTER_DEGREES, SCATTER_DEGREES)
    place = Place(f"made:{index}", name, place_kind, lat, lon, radius_km / 4)
    quote = f"Made-up event number {index} in the {name}."
    return Event(
        id=f"made-{index:06d}",
        type=kind,
        assertion=chance.choice((Assertion.ACTUAL, Assertion.ACTUAL, Assertion.PLANNED)),
        name=f"Made Exercise {index}" if chance.random() < 0.3 else None,
        participants=tuple(sorted(chance.sample(COUNTRIES, chance.choice((1, 2, 2, 3))))),
        dates=made_dates(chance),
        places=(EventPlace(name, Role.LOCATION, located(place, name)),),
        counts={"ships": chance.randint(1, 12)},
        confidence=round(chance.uniform(0.4, 0.98), 2),
        evidence=(Evidence(Span(0, len(quote)), quote),),
    )


def made_dates(chance: random.Random) -> DateRange:
    start = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
    match chance.choice(PRECISIONS):
        case Precision.MONTH:
            first = start.replace(day=1)
            return DateRange(
                first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1), Precision.MONTH
            )
        case Precision.THIRD_OF_MONTH:
            return DateRange(start.replace(day=1), start.replace(day=10), Precision.THIRD_OF_MONTH)
        case Precision.AFTER:
            return DateRange(start, None, Precision.AFTER)
    return DateRange(start, start + dt.timedelta(days=chance.randrange(9)), Precision.DAY)


def located(place: Place, name: str) -> Located:
    return Located(Toponym(Span(0, len(name)), name, "made"), PlaceMatch(place, 0.9, 0.5, place.radius_km, "made"))
