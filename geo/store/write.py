"""Readings, edits and deletions to the store: one transaction each, and a history row that can be undone.

A report with its events is one entity, a data set with its events another, an
event on its own (edited or deleted by hand) a third, what a hand says of two
events ("same", "apart") a fourth, and what it says of a place's name a fifth. The
functions take an open write transaction; `EventStore` opens and ends it.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, text

from geo.errors import InputError
from geo.store import schema
from geo.store.documents import Document, fingerprint
from geo.store.events import read_events, remove_events, write_events
from geo.store.override_rows import read_override, restore_override
from geo.store.pairs import Verdict, forget, pair_anew, read_pair, restore_pair

SOURCE_COLUMNS = ("source_id", "kind", "title", "publisher", "url", "licence", "note")
REPORT_COLUMNS = [
    "report_id",
    "title",
    "text",
    "published",
    "published_inferred",
    "publisher",
    "url",
    "language",
    "licence",
]
KEYS = {"report": (schema.reports, "report_id"), "source": (schema.sources, "source_id")}


def put(connection: Connection, entity: str, wanted: Document) -> bool:
    """Write a report or a data set with its events; False when that is what the store holds already."""
    table, key = KEYS[entity]
    entity_id, print_of = wanted[entity][key], fingerprint(wanted)
    known = connection.execute(select(table.c.fingerprint).where(table.c[key] == entity_id)).scalar()
    if known == print_of:
        return False
    wanted = _own_ids(connection, entity, entity_id, wanted)
    before = read(connection, entity, entity_id)
    after = _keep_edits(connection, before, wanted) if before else wanted
    restore(connection, entity, entity_id, before, {**after, "fingerprint": print_of})
    record(
        connection, "replace" if before else "insert", entity, entity_id, before, read(connection, entity, entity_id)
    )
    return True


def read(connection: Connection, entity: str, entity_id: str) -> Document | None:
    """Return an entity as it stands in the store, whole, None where there is none."""
    if entity == "event":
        found = read_events(connection, schema.events.c.event_id == entity_id)
        return found[0] if found else None
    if entity == "pair":
        return read_pair(connection, entity_id)
    if entity == "override":
        return read_override(connection, entity_id)
    table, key = KEYS[entity]
    columns = REPORT_COLUMNS if entity == "report" else SOURCE_COLUMNS
    row = connection.execute(select(table).where(table.c[key] == entity_id)).mappings().first()
    if row is None:
        return None
    found = read_events(connection, schema.events.c[key] == entity_id)
    return {entity: {column: row[column] for column in columns}, "events": found, "fingerprint": row["fingerprint"]}


def restore(
    connection: Connection, entity: str, entity_id: str, current: Document | None, wanted: Document | None
) -> None:
    """Make the store hold `wanted` in place of `current`; None is nothing."""
    if entity == "pair":
        restore_pair(connection, entity_id, wanted)
        return
    if entity == "override":
        restore_override(connection, entity_id, wanted)
        return
    if entity == "event":
        remove_events(connection, schema.events.c.event_id == entity_id)
        write_events(connection, [wanted] if wanted else [])
        pair_anew(connection, _owned(wanted or current), [entity_id])
        return
    table, key = KEYS[entity]
    if current:
        remove_events(connection, schema.events.c[key] == entity_id)
    if entity == "report":
        _forget_report_text(connection, entity_id)
    connection.execute(delete(table).where(table.c[key] == entity_id))
    gone = [event["event_id"] for event in current["events"]] if current else []
    if wanted is None:
        forget(connection, gone)
        return
    values = {**wanted[entity], "fingerprint": wanted["fingerprint"]}
    if entity == "report":
        _write_report(connection, values)
    else:
        connection.execute(insert(table).values(**values))
    write_events(connection, wanted["events"])
    pair_anew(connection, schema.events.c[key] == entity_id, gone)


def _owned(event: Document | None) -> ColumnElement[bool]:
    """Return the condition that picks the events of the report or data set that an event belongs to."""
    assert event is not None
    key = "report_id" if event["report_id"] else "source_id"
    condition: ColumnElement[bool] = schema.events.c[key] == event[key]
    return condition


def judge(connection: Connection, one: Document, other: Document, verdict: Verdict | None) -> None:
    """Write what a hand says of two events: that they are the same, or two; None leaves it to the rule again."""
    if (one["report_id"], one["source_id"]) == (other["report_id"], other["source_id"]):
        raise InputError(
            f"Events '{one['event_id']}' and '{other['event_id']}' come from one report. "
            "Choose two of different reports, or edit or delete one of them."
        )
    first, second = sorted((one["event_id"], other["event_id"]))
    entity_id = f"{first} {second}"
    before = read(connection, "pair", entity_id)
    score = before["score"] if before else 0.0
    after = {"first": first, "second": second, "score": score, "verdict": verdict} if verdict else None
    restore(connection, "pair", entity_id, before, after)
    if verdict is None:
        pair_anew(connection, _owned(one))
    record(connection, verdict or "withdraw", "pair", entity_id, before, read(connection, "pair", entity_id))


def record(
    connection: Connection,
    action: str,
    entity: str,
    entity_id: str,
    before: Document | None,
    after: Document | None,
    undoes: int | None = None,
) -> None:
    """Add a history row; the documents are written by Python, which keeps every digit."""
    connection.execute(
        insert(schema.history).values(
            at=now(),
            action=action,
            entity=entity,
            entity_id=entity_id,
            before=_dump(before),
            after=_dump(after),
            undoes=undoes,
        )
    )


def undo(connection: Connection, history_id: int) -> None:
    """Restore what stood before a history row.

    Raises:
        InputError: there is no such row, or what it changed has changed again since.
    """
    row = connection.execute(select(schema.history).where(schema.history.c.history_id == history_id)).mappings().first()
    if row is None:
        raise InputError(f"History has no row {history_id}. `history()` lists the rows that it has.")
    entity, entity_id = row["entity"], row["entity_id"]
    before, after = (json.loads(row[side]) if row[side] else None for side in ("before", "after"))
    current = read(connection, entity, entity_id)
    if current != after:
        raise InputError(
            f"{entity} '{entity_id}' has changed since history row {history_id}. Undo the later changes first."
        )
    if before and entity in KEYS and (taken := _taken_ids(connection, entity, entity_id, before["events"])):
        raise InputError(f"Event '{min(taken)}' of {entity} '{entity_id}' is another's by now. Delete that one first.")
    restore(connection, entity, entity_id, current, before)
    record(connection, "undo", entity, entity_id, after, before, undoes=history_id)


def now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")


def _dump(document: Document | None) -> str | None:
    return None if document is None else json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _own_ids(connection: Connection, entity: str, entity_id: str, wanted: Document) -> Document:
    """Return the wanted events under ids that no other report or data set holds.

    The same words in two reports (one copied from the other) give two events
    with one id; the later gets an id that follows from its report and its own.
    """
    taken = _taken_ids(connection, entity, entity_id, wanted["events"])
    events = []
    for event in wanted["events"]:
        event_id, copy = event["event_id"], 0
        while event_id in taken:
            copy += 1
            event_id = fingerprint(entity_id, event["event_id"], copy)[:16]
        taken.add(event_id)
        events.append({**event, "event_id": event_id})
    return {**wanted, "events": events}


def _taken_ids(connection: Connection, entity: str, entity_id: str, events: list[Document]) -> set[str]:
    """Return which ids of these events belong to other reports or data sets."""
    ids = [event["event_id"] for event in events]
    owner = schema.events.c[KEYS[entity][1]]
    taken: set[str] = set()
    for start in range(0, len(ids), 500):  # SQLite takes a limited number of values
        some = schema.events.c.event_id.in_(ids[start : start + 500])
        taken.update(
            connection.execute(
                select(schema.events.c.event_id).where(some, owner.is_distinct_from(entity_id))
            ).scalars()
        )
    return taken


def _keep_edits(connection: Connection, before: Document, wanted: Document) -> Document:
    """Return the wanted events, with those that were edited by hand as they are and those deleted left out."""
    edited = {event["event_id"]: event for event in before["events"] if event["edited"]}
    present = {event["event_id"] for event in before["events"]}
    latest = select(func.max(schema.history.c.history_id)).where(schema.history.c.entity == "event")
    latest = latest.group_by(schema.history.c.entity_id)
    gone_rows = select(schema.history.c.entity_id).where(
        schema.history.c.history_id.in_(latest), schema.history.c.after.is_(None)
    )
    deleted = set(connection.execute(gone_rows).scalars()) - present
    events: list[Any] = [edited.pop(event["event_id"], event) for event in wanted["events"]]
    events = [event for event in events if event["event_id"] not in deleted]
    return {**wanted, "events": [*events, *edited.values()]}


def _write_report(connection: Connection, values: dict[str, Any]) -> None:
    row = connection.execute(insert(schema.reports).values(**values, loaded_at=now())).inserted_primary_key[0]  # type: ignore[index]
    connection.execute(
        text("INSERT INTO reports_text(rowid, title, body) VALUES (:row, :title, :text)"),
        {"row": row, "title": values["title"], "text": values["text"]},
    )


def _forget_report_text(connection: Connection, report_id: str) -> None:
    row = connection.execute(select(schema.reports.c.row).where(schema.reports.c.report_id == report_id)).scalar()
    if row is not None:
        connection.execute(text("DELETE FROM reports_text WHERE rowid = :row"), {"row": row})
