"""A correction of a place as a row, as a document in the history, and as the noun that reading takes."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from geo.errors import InputError
from geo.gazetteer.names import key_of
from geo.store.documents import COORDINATE_DECIMALS, Document
from geo.store.schema import place_overrides
from geo.types import Place, PlaceKind, PlaceOverride

MAX_NAME_CHARS = 300
PLACE_COLUMNS = ("place_id", "place_name", "kind", "lat", "lon", "radius_km", "country", "source")
COLUMNS = ("name", "report_id", *PLACE_COLUMNS)


def override_id(name: str, report_id: str | None) -> str:
    """Return the id under which a correction is kept: the folded name, and the report that it holds for.

    Raises:
        InputError: the name has no letter or digit.
    """
    if len(name) > MAX_NAME_CHARS:
        raise InputError(f"A name of {len(name):,} characters is too long. Give one of up to {MAX_NAME_CHARS}.")
    key = key_of(name)
    if not key:
        raise InputError(f"{name[:40]!r} is no name: it has no letter or digit. Give the name as the report has it.")
    return f"{key}|{report_id or ''}"


def override_document(override: PlaceOverride) -> Document:
    """Return a correction as a document; `place_id` is None where the name is no place."""
    document: Document = {"name": override.name, "report_id": override.report_id, **dict.fromkeys(PLACE_COLUMNS)}
    if (place := override.place) is not None:
        document |= {"place_id": place.place_id, "place_name": place.name, "kind": str(place.kind)}
        document |= {"lat": round(place.lat, COORDINATE_DECIMALS), "lon": round(place.lon, COORDINATE_DECIMALS)}
        document |= {"radius_km": round(float(place.radius_km), 3), "country": place.country, "source": place.source}
    return document


def override_of(document: Document) -> PlaceOverride:
    place = None
    if document["place_id"] is not None:
        place = Place(
            place_id=document["place_id"],
            name=document["place_name"],
            kind=PlaceKind(document["kind"]),
            lat=document["lat"],
            lon=document["lon"],
            radius_km=document["radius_km"],
            country=document["country"],
            source=document["source"],
        )
    return PlaceOverride(document["name"], document["report_id"], place)


def read_override(connection: Connection, wanted: str) -> Document | None:
    """Return a correction as it stands in the store, None where there is none."""
    columns = [place_overrides.c[column] for column in COLUMNS]
    row = connection.execute(select(*columns).where(place_overrides.c.override_id == wanted)).mappings().first()
    return dict(row) if row is not None else None


def restore_override(connection: Connection, entity_id: str, wanted: Document | None) -> None:
    """Make the store hold `wanted` for a name and report; None is nothing."""
    connection.execute(delete(place_overrides).where(place_overrides.c.override_id == entity_id))
    if wanted is not None:
        connection.execute(insert(place_overrides).values(override_id=entity_id, **wanted))
