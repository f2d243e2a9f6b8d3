"""Events as documents into the tables and out of them, many at a time: one statement a table, not one an event."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, TableClause, column, delete, func, insert, select, table

from geo.store import schema
from geo.store.documents import Document
from geo.store.rows import PLACE_COLUMNS, derived, searchable

OWN_COLUMNS = (
    *("event_id", "report_id", "source_id", "type", "assertion", "name", "start", "end", "precision", "edtf"),
    *("ordinal", "confidence", "edited"),
)
JSON_COLUMNS = ("platforms", "people", "counts")
EVIDENCE_COLUMNS = ("start", "end", "quote", "rule", "url")
SEARCHED = ("title", "places", "countries", "platforms", "quotes")

events_text = table("events_text", column("rowid"), *map(column, SEARCHED))
places_box = table("places_box", *map(column, ("row", "south", "north", "west", "east")))

Rows = dict[str, list[dict[str, Any]]]


def write_events(connection: Connection, documents: Iterable[Document]) -> None:
    """Insert events with their participants, places, evidence and search rows."""
    # Counted here and not by the database, so that all rows of a table go in one
    # statement; the transaction is the only one that writes.
    first_row, place_row = _last(connection, schema.events) + 1, _last(connection, schema.event_places)
    rows: Rows = defaultdict(list)
    for event_row, document in enumerate(documents, first_row):
        _add_event(rows, event_row, document)
        for position, place in enumerate(document["places"]):
            place_row += 1
            _add_place(rows, place_row, event_row, position, place)
    tables: tuple[TableClause, ...] = (
        *(schema.events, schema.event_participants, schema.event_places, schema.evidence),
        *(events_text, places_box),
    )
    for into in tables:
        if rows[into.name]:
            connection.execute(insert(into), rows[into.name])


def remove_events(connection: Connection, which: ColumnElement[bool]) -> None:
    """Delete the events for which a condition on `events` holds, with all that hangs on them."""
    gone = select(schema.events.c.row).where(which).scalar_subquery()
    places = select(schema.event_places.c.row).where(schema.event_places.c.event_row.in_(gone)).scalar_subquery()
    connection.execute(delete(places_box).where(places_box.c.row.in_(places)))
    connection.execute(delete(events_text).where(events_text.c.rowid.in_(gone)))
    for part in (schema.event_participants, schema.event_places, schema.evidence):
        connection.execute(delete(part).where(part.c.event_row.in_(gone)))
    connection.execute(delete(schema.events).where(which))


def read_events(connection: Connection, which: ColumnElement[bool]) -> list[Document]:
    """Return the events for which a condition on `events` holds as the documents that were written, by their ids."""
    statement = select(schema.events).where(which).order_by(schema.events.c.event_id)
    found = connection.execute(statement).mappings().all()
    rows = select(schema.events.c.row).where(which).scalar_subquery()
    places = _by_event(connection, schema.event_places, (*PLACE_COLUMNS, "polygon"), rows)
    evidence = _by_event(connection, schema.evidence, EVIDENCE_COLUMNS, rows)
    documents = []
    for event in found:
        document: Document = {name: event[name] for name in OWN_COLUMNS}
        document["edited"] = bool(document["edited"])
        document |= {name: json.loads(event[name]) for name in JSON_COLUMNS}
        document |= {name: event[name].split(";") if event[name] else [] for name in ("participants", "observers")}
        document["places"] = places.get(event["row"], [])
        document["evidence"] = evidence.get(event["row"], [])
        for place in document["places"]:
            place["polygon"] = json.loads(place["polygon"]) if place["polygon"] else None
        documents.append(document)
    return documents


def _last(connection: Connection, of: Table) -> int:
    return int(connection.execute(select(func.coalesce(func.max(of.c.row), 0))).scalar_one())


def _add_event(rows: Rows, event_row: int, document: Document) -> None:
    values = derived(document)
    own = {name: document[name] for name in OWN_COLUMNS}
    listed = {name: json.dumps(document[name], ensure_ascii=False) for name in JSON_COLUMNS}
    rows["events"].append({"row": event_row, **own, **listed, **values})
    rows["event_participants"] += [
        {"event_row": event_row, "country": country, "observer": observer}
        for observer, side in enumerate(("participants", "observers"))
        for country in document[side]
    ]
    rows["evidence"] += [
        {"event_row": event_row, "position": position, **{name: found[name] for name in EVIDENCE_COLUMNS}}
        for position, found in enumerate(document["evidence"])
    ]
    rows["events_text"].append({"rowid": event_row, **searchable(document, values["title"])})


def _add_place(rows: Rows, place_row: int, event_row: int, position: int, place: Document) -> None:
    own = {name: place[name] for name in PLACE_COLUMNS}
    polygon = json.dumps(place["polygon"]) if place["polygon"] else None
    rows["event_places"].append(
        {"row": place_row, "event_row": event_row, "position": position, **own, "polygon": polygon}
    )
    lat, lon = place["lat"], place["lon"]
    if lat is not None and lon is not None:
        rows["places_box"].append({"row": place_row, "south": lat, "north": lat, "west": lon, "east": lon})


def _by_event(connection: Connection, of: Table, names: tuple[str, ...], event_rows: Any) -> dict[int, list[Document]]:
    statement = select(of).where(of.c.event_row.in_(event_rows)).order_by(of.c.event_row, of.c.position)
    found: dict[int, list[Document]] = defaultdict(list)
    for row in connection.execute(statement).mappings():
        found[row["event_row"]].append({name: row[name] for name in names})
    return found
