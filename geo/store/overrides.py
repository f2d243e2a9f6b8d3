"""Corrections of places by hand: what a name means, in one report or in all of them, or that it is no place."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, func, inspect, select

from geo.errors import InputError
from geo.gazetteer.names import key_of, stands_in
from geo.store import schema
from geo.store.documents import Document, kept_document, report_of
from geo.store.override_rows import COLUMNS, override_document, override_id, override_of
from geo.store.query import EventStore
from geo.store.write import put, read, record, restore, undo
from geo.types import PlaceOverride, Reading, Report


class PlaceOverrides:
    """The corrections that a store holds.

    Each change is a history row that can be undone; a change and the reports
    that were read anew because of it are one transaction.
    """

    def __init__(self, store: EventStore) -> None:
        self.store = store

    def all(self) -> tuple[PlaceOverride, ...]:
        """Return every correction, by name; () for an older store that may only be read."""
        table = schema.place_overrides
        columns = [table.c[column] for column in COLUMNS]
        with self.store.reading() as connection:
            if not inspect(connection).has_table(table.name):
                return ()
            rows = connection.execute(select(*columns).order_by(table.c.override_id)).mappings().all()
        return tuple(override_of(dict(row)) for row in rows)

    def put(self, override: PlaceOverride, readings: Iterable[Reading] = ()) -> int | None:
        """Keep a correction; return its history row, None where nothing has changed.

        Args:
            readings: reports read anew with it.
        Raises:
            InputError: the name has no letter or digit.
        """
        return self._change(override_id(override.name, override.report_id), override_document(override), readings)

    def remove(self, name: str, report_id: str | None, readings: Iterable[Reading] = ()) -> int | None:
        """Take a correction back; return its history row, None where there was none."""
        return self._change(override_id(name, report_id), None, readings)

    def undo(self, history_id: int, readings: Iterable[Reading] = ()) -> None:
        """Restore the correction that stood before a history row.

        Raises:
            InputError: no such row, or it has changed again since.
        """
        with self.store.writing() as connection:
            undo(connection, history_id)
            _keep(connection, readings)

    def latest_change(self, override: PlaceOverride) -> int | None:
        """Return the history row that made a correction what it is."""
        found = schema.history.c.entity_id == override_id(override.name, override.report_id)
        newest = select(func.max(schema.history.c.history_id)).where(schema.history.c.entity == "override", found)
        with self.store.reading() as connection:
            return connection.execute(newest).scalar()

    def before(self, history_id: int) -> tuple[tuple[str, str | None], PlaceOverride | None]:
        """Return of which name and report a history row changed the correction, and what it was before.

        Raises:
            InputError: there is no such row, or it is no correction's.
        """
        statement = select(schema.history).where(schema.history.c.history_id == history_id)
        with self.store.reading() as connection:
            row = connection.execute(statement).mappings().first()
        if row is None or row["entity"] != "override":
            raise InputError(f"History row {history_id} is no correction of a place. `place list` shows those made.")
        before, after = (json.loads(row[side]) if row[side] else None for side in ("before", "after"))
        changed = before or after or {}
        return (changed["name"], changed["report_id"]), override_of(before) if before else None

    def reports_naming(self, name: str) -> tuple[Report, ...]:
        """Return the reports of the store in which a name stands, or one of whose events has it as its place."""
        key, table, places = key_of(name), schema.reports, schema.event_places
        named = select(schema.events.c.report_id, places.c.name, places.c.place_name).join(
            places, places.c.event_row == schema.events.c.row
        )
        with self.store.reading() as connection:
            held = {
                report_id
                for report_id, *said in connection.execute(named.where(schema.events.c.report_id.is_not(None)))
                if any(word and key_of(word) == key for word in said)
            }
            found = []
            for row in connection.execute(select(table)).mappings():
                if row["report_id"] in held or stands_in(key, row["text"]):
                    found.append(report_of(dict(row)))
        return tuple(found)

    def _change(self, entity_id: str, wanted: Document | None, readings: Iterable[Reading]) -> int | None:
        with self.store.writing() as connection:
            before = read(connection, "override", entity_id)
            changed = None
            if before != wanted:
                restore(connection, "override", entity_id, before, wanted)
                action = "delete" if wanted is None else "edit" if before else "insert"
                record(connection, action, "override", entity_id, before, wanted)
                changed = connection.execute(select(func.max(schema.history.c.history_id))).scalar_one()
            _keep(connection, readings)
        return changed


def _keep(connection: Connection, readings: Iterable[Reading]) -> None:
    for reading in readings:
        if read(connection, "report", reading.report.id) is not None:  # somebody may have removed it meanwhile
            put(connection, "report", kept_document(reading))
