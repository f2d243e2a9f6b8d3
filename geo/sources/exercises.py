"""data/exercises.csv, known exercises with their source addresses, to Events that come from no report.

A row's evidence is its addresses (rule SOURCE_ADDRESS) and its note. The
confidence column says in a word how well the row is sourced; CONFIDENCE turns
it into the number that extracted events have.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import re
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from geo.errors import InputError
from geo.paths import EXERCISES
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

SOURCE: dict[str, str | None] = {
    "id": "known-exercises",
    "title": "Known joint exercises and patrols",
    "publisher": "This project",
    "url": None,
    "licence": "Facts, each with the addresses of its sources; the table under Apache-2.0",
    "note": "data/exercises.csv; dates, places and figures as the sources named in each row give them",
}
SOURCE_ADDRESS = "source-address"  # the store keeps such evidence as an address
NOTE = "note"
CONFIDENCE = {
    "sourced": 0.9,
    "date-conflict": 0.75,  # sources differ by days
    "uncertain-bounds": 0.7,
    "single-source": 0.65,
    "dataset-only": 0.6,
}
DEFAULT_RADIUS_KM = 100.0
PARTIAL_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def _blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


Count = Annotated[Annotated[int, Field(ge=0)] | None, BeforeValidator(_blank)]
Latitude = Annotated[Annotated[float, Field(ge=-90, le=90)] | None, BeforeValidator(_blank)]
Longitude = Annotated[Annotated[float, Field(ge=-180, le=180)] | None, BeforeValidator(_blank)]
Kilometres = Annotated[Annotated[float, Field(gt=0)] | None, BeforeValidator(_blank)]


class Row(BaseModel):
    """One row as it stands in the file."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    type: Annotated[EventType, BeforeValidator(lambda value: str(value).lower())]
    domain: str = ""
    start: str = ""
    end: str = ""
    precision: Precision
    participants: str = ""  # ISO 3166-1 alpha-3 codes with ';', or '22 nations'
    area: str = ""
    place_id: str = ""
    lat: Latitude = None
    lon: Longitude = None
    radius_km: Kilometres = None
    place_kind: Annotated[PlaceKind, BeforeValidator(lambda value: value or "other")] = PlaceKind.OTHER
    ships: Count = None
    aircraft: Count = None
    personnel: Count = None
    edition: Count = None
    confidence: str = ""
    notes: str = ""
    source_urls: str = ""  # with '|'


def read_exercises(path: Path = EXERCISES) -> list[Event]:
    """Return the known exercises in the order of the file.

    Raises:
        InputError: the file or one of its rows is malformed; the text names the line.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [_event(raw, f"{path.name}, line {number}") for number, raw in enumerate(csv.DictReader(file), 2)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path.name} cannot be read: {error}. Restore it from the repository.") from error


def _event(raw: dict[str, str], where: str) -> Event:
    try:
        row = Row.model_validate(raw)
        dates = _dates(row)
        confidence = _confidence(row.confidence)
    except ValidationError as error:
        first = error.errors()[0]
        column = first["loc"][0] if first["loc"] else "?"
        raise InputError(f"{where}, column '{column}': {first['msg']}.") from error
    except ValueError as error:
        raise InputError(f"{where}: {error}.") from error
    named = row.participants.split(";")
    nations = re.match(r"(\d+) nations?", row.participants)
    counts = {"ships": row.ships, "aircraft": row.aircraft, "personnel": row.personnel}
    counts["nations"] = int(nations[1]) if nations else None
    return Event(
        id=row.id,
        type=row.type,
        assertion=Assertion.ACTUAL,
        name=row.name,
        participants=tuple(sorted({code.strip() for code in named if re.fullmatch(r"\s*[A-Z]{3}\s*", code)})),
        dates=dates,
        places=_places(row),
        counts={kind: number for kind, number in counts.items() if number is not None},
        ordinal=row.edition,
        confidence=confidence,
        evidence=_evidence(row),
    )


def _confidence(stated: str) -> float:
    try:
        number = CONFIDENCE.get(stated) or float(stated)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise ValueError(f"confidence '{stated}' is neither one of {', '.join(CONFIDENCE)} nor a number from 0 to 1")
    return number


def _dates(row: Row) -> DateRange:
    start = _day(row.start, last=False) if row.start else None
    if row.end:
        return DateRange(start, _day(row.end, last=True), row.precision)
    # A month or year alone is all its days; a day alone leaves the end unstated.
    end = _day(row.start, last=True) if row.start and row.precision in (Precision.MONTH, Precision.YEAR) else None
    return DateRange(start, end, row.precision)


def _day(stated: str, last: bool) -> dt.date:
    """Return '2019-11' as its first or last day."""
    found = PARTIAL_DAY.fullmatch(stated)
    if not found:
        raise ValueError(f"'{stated}' is no date; write year-month-day, year-month or year")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    month = month or (12 if last else 1)
    return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))


def _places(row: Row) -> tuple[EventPlace, ...]:
    if not row.area:
        return ()
    toponym = Toponym(Span(0, 0), row.area, "exercises.csv", row.place_kind)
    if row.lat is None or row.lon is None:
        return (EventPlace(row.area, Role.LOCATION, Located(toponym, None)),)
    radius_km = row.radius_km or DEFAULT_RADIUS_KM
    place_id = row.place_id or f"exercises:{row.id}"
    place = Place(place_id, row.area, row.place_kind, row.lat, row.lon, radius_km, source="data/exercises.csv")
    match = PlaceMatch(place, score=1.0, margin=1.0, radius_km=radius_km, method="table")
    return (EventPlace(row.area, Role.LOCATION, Located(toponym, match)),)


def _evidence(row: Row) -> tuple[Evidence, ...]:
    addresses = [address.strip() for address in row.source_urls.split("|") if address.strip()]
    found = [Evidence(Span(0, 0), address, SOURCE_ADDRESS) for address in addresses]
    if row.notes:
        found.append(Evidence(Span(0, 0), row.notes, NOTE))
    return tuple(found)
