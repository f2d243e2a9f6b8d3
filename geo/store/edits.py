"""Changes that a hand makes to an event, checked and brought into the form of a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from geo.errors import InputError
from geo.store.documents import COORDINATE_DECIMALS, Document
from geo.types import Assertion, DateRange, EventType, PlaceKind, Precision, Role

FIXED = {"event_id", "report_id", "source_id", "edtf", "edited"}  # who an event is, and what follows from the rest

Code = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Codes = Annotated[list[Code], AfterValidator(lambda codes: sorted(set(codes)))]


def _degrees(most: float) -> Any:
    rounded = AfterValidator(lambda degrees: round(degrees, COORDINATE_DECIMALS))
    return Annotated[float, Field(ge=-most, le=most), rounded]


class EditedPlace(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1)
    role: Role
    kind: PlaceKind = PlaceKind.OTHER
    place_id: str | None = None
    place_name: str | None = None
    country: str | None = None
    lat: _degrees(90) | None = None  # type: ignore[valid-type]
    lon: _degrees(180) | None = None  # type: ignore[valid-type]
    radius_km: float | None = Field(None, ge=0)
    score: float | None = None
    polygon: list[tuple[float, float]] | None = None


class EditedEvidence(BaseModel):
    model_config = ConfigDict(extra="forbid")

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str
    rule: str = ""
    url: str | None = None


class EditedEvent(BaseModel):
    model_config = ConfigDict(extra="forbid")

    type: EventType
    assertion: Assertion
    name: str | None
    participants: Codes
    observers: Codes
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    ordinal: int | None
    confidence: float = Field(ge=0, le=1)
    platforms: list[str]
    people: list[str]
    counts: dict[str, int]
    places: list[EditedPlace]
    evidence: list[EditedEvidence]


def edited(before: Document, changes: Mapping[str, Any]) -> Document:
    """Return an event with changes made to it.

    Raises:
        InputError: a field that an event has not or that is not the hand's to change, or a value it cannot have.
    """
    own = {key: value for key, value in before.items() if key not in FIXED}
    if unknown := sorted(set(changes) - set(own)):
        raise InputError(f"An event has no field '{unknown[0]}' to edit. It has: {', '.join(own)}.")
    try:
        event = EditedEvent.model_validate({**own, **changes})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(f"Event '{before['event_id']}', field '{where}': {first['msg']}.") from error
    if event.start and event.end and event.start > event.end:
        raise InputError(
            f"Event '{before['event_id']}': start {event.start} lies after end {event.end}. Exchange them."
        )
    edtf = DateRange(event.start, event.end, event.precision).edtf
    return {**before, **event.model_dump(mode="json"), "edtf": edtf, "edited": True}
