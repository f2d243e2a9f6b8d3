"""Documents to rows of the tables and back; works out the columns that are derived."""

from __future__ import annotations

import calendar
import datetime as dt
import json
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text

from geo.store import schema
from geo.store.documents import Document
from geo.store.labels import dates_label, event_title, series_of
from geo.text.countries import country_name
from geo.types import DateRange, EventType, Precision

FIRST_DAY, LAST_DAY = dt.date.min.toordinal(), dt.date.max.toordinal()
JSON_LISTS = ("platforms", "people", "counts")
MAIN_ROLES = ("location", "destination", "origin", "via", "base")
OWN = [
    "event_id",
    "report_id",
    "source_id",
    "type",
    "assertion",
    "name",
    "start",
    "end",
    "precision",
    "edtf",
    "ordinal",
    "confidence",
    "edited",
]
PLACE = ["name", "role", "kind", "place_id", "place_name", "country", "lat", "lon", "radius_km", "score"]
EVIDENCE = ["start", "end", "quote", "rule", "url"]


def write_event(connection: Connection, document: Document) -> None:
    """Insert one event with its participants, places, evidence and search rows."""
    values = {column: document[column] for column in OWN} | derived(document)
    values |= {column: json.dumps(document[column], ensure_ascii=False) for column in JSON_LISTS}
    row = connection.execute(insert(schema.events).values(**values)).inserted_primary_key[0]  # type: ignore[index]
    members = [
        {"event_row": row, "country": country, "observer": observer}
        for observer, column in enumerate(("participants", "observers"))
        for country in document[column]
    ]
    if members:
        connection.execute(insert(schema.event_participants), members)
    for position, place in enumerate(document["places"]):
        _write_place(connection, row, position, place)
    if document["evidence"]:
        found = [
            {"event_row": row, "position": position, **{column: item[column] for column in EVIDENCE}}
            for position, item in enumerate(document["evidence"])
        ]
        connection.execute(insert(schema.evidence), found)
    connection.execute(
        text(
            "INSERT INTO events_text(rowid, title, places, countries, platforms, quotes) "
            "VALUES (:row, :title, :places, :countries, :platforms, :quotes)"
        ),
        {"row": row, **_searchable(document, values["title"])},
    )


def remove_event(connection: Connection, event_id: str) -> None:
    """Delete one event with all that hangs on it; an unknown id is passed over."""
    row = connection.execute(select(schema.events.c.row).where(schema.events.c.event_id == event_id)).scalar()
    if row is None:
        return
    connection.execute(
        text("DELETE FROM places_box WHERE row IN (SELECT row FROM event_places WHERE event_row = :row)"), {"row": row}
    )
    connection.execute(text("DELETE FROM events_text WHERE rowid = :row"), {"row": row})
    for table in (schema.event_participants, schema.event_places, schema.evidence):
        connection.execute(delete(table).where(table.c.event_row == row))
    connection.execute(delete(schema.events).where(schema.events.c.row == row))


def read_event(connection: Connection, event_id: str) -> Document | None:
    """Return one event as the document that was written, None where there is none."""
    found = connection.execute(select(schema.events).where(schema.events.c.event_id == event_id)).mappings().first()
    if found is None:
        return None
    document: Document = {column: found[column] for column in OWN}
    document["edited"] = bool(document["edited"])
    document |= {column: json.loads(found[column]) for column in JSON_LISTS}
    document |= {column: _codes(found[column]) for column in ("participants", "observers")}
    for key, table, columns in (
        ("places", schema.event_places, [*PLACE, "polygon"]),
        ("evidence", schema.evidence, EVIDENCE),
    ):
        rows = connection.execute(select(table).where(table.c.event_row == found["row"]).order_by(table.c.position))
        document[key] = [{column: row[column] for column in columns} for row in rows.mappings()]
    for place in document["places"]:
        place["polygon"] = json.loads(place["polygon"]) if place["polygon"] else None
    return document


def derived(document: Document) -> dict[str, Any]:
    """Return the derived columns of an event's row."""
    dates = _dates(document)
    earliest, latest = possible_days(dates)
    main = main_place(document["places"]) or dict.fromkeys(PLACE)
    shown = main["place_name"] or main["name"]
    where = _route(document["places"]) or shown
    return {
        "title": event_title(EventType(document["type"]), document["name"], document["participants"], where),
        "series": series_of(document["name"]),
        "dates_label": dates_label(dates),
        "earliest": earliest,
        "latest": latest,
        "participants": ";".join(document["participants"]),
        "observers": ";".join(document["observers"]),
        "place_name": shown,
        "place_kind": main["kind"],
        **{column: main[column] for column in ("place_id", "lat", "lon", "radius_km")},
    }


def main_place(places: list[Document]) -> Document | None:
    """Return the place that stands for an event: resolved before unresolved, location before destination, origin."""

    def rank(place: Document) -> tuple[bool, int]:
        return place["lat"] is None, MAIN_ROLES.index(place["role"])

    return min(places, key=rank, default=None)


def _route(places: list[Document]) -> str | None:
    """Return 'Qingdao → Sea of Japan' where both ends are named and no location is."""
    names = {place["role"]: place["place_name"] or place["name"] for place in reversed(places)}
    if "location" in names or not {"origin", "destination"} <= set(names):
        return None
    return f"{names['origin']} → {names['destination']}"


def possible_days(dates: DateRange) -> tuple[int | None, int | None]:
    """Return the first and last day on which an event can lie, as ordinals; (None, None) when undated."""
    start, end = dates.start or dates.end, dates.end or dates.start
    if start is None or end is None:
        return None, None
    match dates.precision:
        case Precision.BEFORE:
            return FIRST_DAY, end.toordinal()
        case Precision.AFTER:
            return start.toordinal(), LAST_DAY
        case Precision.MONTH:
            return start.replace(day=1).toordinal(), _month_end(end)
        case Precision.YEAR:
            return dt.date(start.year, 1, 1).toordinal(), dt.date(end.year, 12, 31).toordinal()
    return start.toordinal(), max(start, end).toordinal()


def _month_end(day: dt.date) -> int:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1]).toordinal()


def _dates(document: Document) -> DateRange:
    start, end = (dt.date.fromisoformat(day) if day else None for day in (document["start"], document["end"]))
    return DateRange(start, end, Precision(document["precision"]))


def _codes(joined: str) -> list[str]:
    return joined.split(";") if joined else []


def _write_place(connection: Connection, event_row: int, position: int, place: Document) -> None:
    values = {column: place[column] for column in PLACE}
    values["polygon"] = json.dumps(place["polygon"]) if place["polygon"] else None
    written = connection.execute(insert(schema.event_places).values(event_row=event_row, position=position, **values))
    if place["lat"] is not None:
        connection.execute(
            text("INSERT INTO places_box VALUES (:row, :lat, :lat, :lon, :lon)"),
            {"row": written.inserted_primary_key[0], "lat": place["lat"], "lon": place["lon"]},  # type: ignore[index]
        )


def _searchable(document: Document, title: str) -> dict[str, str]:
    countries = [*document["participants"], *document["observers"]]
    names = {place[key] for place in document["places"] for key in ("name", "place_name") if place[key]}
    return {
        "title": f"{title} {EventType(document['type']).label}",
        "places": " | ".join(sorted(names)),
        "countries": " ".join(f"{code} {country_name(code)}" for code in countries),
        "platforms": " | ".join([*document["platforms"], *document["people"]]),
        "quotes": " | ".join(item["quote"] for item in document["evidence"]),
    }
