"""The store: what readings were saved, asked by filter, changed by hand, and put back."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, func, select, text
from sqlalchemy.pool import PoolProxiedConnection, StaticPool

from geo.errors import InputError
from geo.paths import store_url
from geo.store import schema
from geo.store.documents import FROM_REPORTS, Document, event_document, kept_document
from geo.store.edits import edited
from geo.store.engine import open_engine, store_errors
from geo.store.filter import EventFilter
from geo.store.frames import QUERY_COLUMNS, day, days, events_frame, frame_of
from geo.store.occurrences import occurrences, shown_conditions
from geo.store.pairs import Verdict, judged
from geo.store.search import match_words
from geo.store.write import judge, put, read, record, restore, undo
from geo.types import Event, Reading


class EventStore:
    """Events with their reports and evidence in one SQLite file, which several processes may use at once.

    Args:
        url: SQLAlchemy address, 'sqlite:///path'; the configured store when None.
    Raises:
        InputError: the address is not one of SQLite.
        StoreError: the file cannot be opened or is no store; StoreLocked,
            StoreReadOnly also from every method that reads or writes.
    """

    def __init__(self, url: str | None = None) -> None:
        self.url = url or store_url()
        self.engine = open_engine(self.url)
        self._watch: PoolProxiedConnection | None = None
        self._watch_lock = threading.Lock()
        self._own_writes = 0

    def save(self, reading: Reading) -> bool:
        """Keep a report with its events; False when it is there already and nothing has changed.

        A report that was read anew replaces what was read before, in one
        transaction; events edited or deleted by hand stay as the hand left them.
        """
        return self._put("report", kept_document(reading))

    def save_events(self, source: Mapping[str, str | None], events: Iterable[Event]) -> bool:
        """Keep a data set of events that come from no report; False when nothing has changed.

        Args:
            source: 'id' and any of 'title', 'publisher', 'url', 'licence', 'note'.
        Raises:
            InputError: the id is that under which the events of reports are kept.
        """
        if source["id"] == FROM_REPORTS:
            raise InputError(f"A data set cannot have the id '{FROM_REPORTS}', which is for reports. Give it another.")
        row = {key: source.get(key) for key in ("title", "publisher", "url", "licence", "note")}
        row |= {"source_id": source["id"], "kind": "dataset"}
        documents = [event_document(event, None, str(source["id"])) for event in events]
        return self._put("source", {"source": row, "events": documents})

    def query(self, filter: EventFilter | None = None, limit: int | None = None, offset: int = 0) -> pd.DataFrame:
        """Return the events that pass a filter, one row each, dated ones first in the order of their dates.

        `corroboration` is the number of independent reports that tell of the event.
        `areas` holds the corners ((lat, lon), ...) of each location that the report gives by coordinates.
        """
        columns = [schema.events.c[column] for column in QUERY_COLUMNS]
        order = (schema.events.c.start.is_(None), schema.events.c.start, schema.events.c.event_id)
        statement = select(*columns).where(*shown_conditions(self, filter or EventFilter())).order_by(*order)
        frame = events_frame(self._frame(statement.limit(limit).offset(offset)), occurrences(self))
        areas = self._areas(filter or EventFilter())
        frame["areas"] = pd.Series([areas.get(event_id, ()) for event_id in frame["event_id"]], dtype=object)
        return frame

    def count(self, filter: EventFilter | None = None) -> int:
        """Return how many events pass a filter, all events without one."""
        statement = (
            select(func.count()).select_from(schema.events).where(*shown_conditions(self, filter or EventFilter()))
        )
        with self.reading() as connection:
            return int(connection.execute(statement).scalar_one())

    def event(self, event_id: str) -> dict[str, Any] | None:
        """Return an event whole, with its title, dates in words, places and evidence; None when there is none."""
        with self.reading() as connection:
            document = read(connection, "event", event_id)
            if document is None:
                return None
            shown = ("title", "series", "dates_label")
            statement = select(*(schema.events.c[key] for key in shown)).where(schema.events.c.event_id == event_id)
            return {**document, **connection.execute(statement).mappings().one()}

    def report(self, report_id: str) -> dict[str, Any] | None:
        """Return a report with its text, None when there is none; `published` is a date."""
        statement = select(schema.reports).where(schema.reports.c.report_id == report_id)
        with self.reading() as connection:
            found = connection.execute(statement).mappings().first()
        if found is None:
            return None
        report = {key: value for key, value in found.items() if key not in ("row", "fingerprint")}
        report["published"] = day(report["published"])
        report["published_inferred"] = bool(report["published_inferred"])
        return report

    def reports(self, words: str = "") -> pd.DataFrame:
        """Return the reports without their texts, newest first, with `event_count`; `words` searches title and text."""
        shown = [
            "report_id",
            "title",
            "published",
            "published_inferred",
            "publisher",
            "url",
            "language",
            "licence",
            "loaded_at",
        ]
        count = select(func.count()).where(schema.events.c.report_id == schema.reports.c.report_id).scalar_subquery()
        statement: Select[Any] = select(*(schema.reports.c[column] for column in shown), count.label("event_count"))
        if wanted := EventFilter(text=words).words:
            found = text("SELECT rowid FROM reports_text WHERE reports_text MATCH :words").bindparams(
                words=match_words(wanted)
            )
            statement = statement.where(schema.reports.c.row.in_(found.columns(schema.reports.c.row).scalar_subquery()))
        frame = self._frame(statement.order_by(schema.reports.c.published.desc(), schema.reports.c.report_id))
        frame["published"] = days(frame["published"])
        frame["published_inferred"] = frame["published_inferred"].astype(bool)
        return frame

    def sources(self) -> pd.DataFrame:
        """Return the data sets, with `event_count`."""
        count = select(func.count()).where(schema.events.c.source_id == schema.sources.c.source_id).scalar_subquery()
        shown = [column for column in schema.sources.c if column.name != "fingerprint"]
        return self._frame(select(*shown, count.label("event_count")).order_by(schema.sources.c.source_id))

    def edit_event(self, event_id: str, changes: Mapping[str, Any]) -> None:
        """Change fields of an event by hand, as `event` names them; reading its report again keeps the change.

        Raises:
            InputError: no such event or field, or a value that the field cannot have.
        """
        with self.writing() as connection:
            before = self._event_there(connection, event_id)
            after = edited(before, changes)
            restore(connection, "event", event_id, before, after)
            record(connection, "edit", "event", event_id, before, read(connection, "event", event_id))

    def delete_event(self, event_id: str) -> None:
        """Delete an event by hand; reading its report again does not bring it back."""
        with self.writing() as connection:
            before = self._event_there(connection, event_id)
            restore(connection, "event", event_id, before, None)
            record(connection, "delete", "event", event_id, before, None)

    def delete_report(self, report_id: str) -> None:
        """Delete a report with its events."""
        with self.writing() as connection:
            before = read(connection, "report", report_id)
            if before is None:
                raise InputError(f"There is no report '{report_id}' in the store. `reports()` lists those that are.")
            restore(connection, "report", report_id, before, None)
            record(connection, "delete", "report", report_id, before, None)

    def judge(self, one: str, other: str, verdict: Verdict | None) -> None:
        """Say by hand that two events are the same or two; reading their reports again keeps that.

        Args:
            verdict: None withdraws what was said, and the rule decides again.
        Raises:
            InputError: one of them is not there, or both come from one report.
        """
        with self.writing() as connection:
            judge(connection, self._event_there(connection, one), self._event_there(connection, other), verdict)

    def judged(self, event_id: str) -> dict[str, str]:
        """Return what a hand said of an event and others that are there: their ids to "same" or "apart"."""
        with self.reading() as connection:
            return judged(connection, event_id)

    def history(self, entity_id: str | None = None, limit: int | None = None) -> pd.DataFrame:
        """Return what was changed, newest first; `before` and `after` are documents or None."""
        statement = select(schema.history).order_by(schema.history.c.history_id.desc()).limit(limit)
        if entity_id is not None:
            statement = statement.where(schema.history.c.entity_id == entity_id)
        frame = self._frame(statement)
        for side in ("before", "after"):
            documents = [json.loads(held) if isinstance(held, str) else None for held in frame[side]]
            frame[side] = pd.Series(documents, dtype=object)
        return frame

    def undo(self, history_id: int) -> None:
        """Restore exactly what stood before a history row; that too is a history row and can be undone.

        Raises:
            InputError: no such row, or what it changed has changed again since.
        """
        with self.writing() as connection:
            undo(connection, history_id)

    def data_version(self) -> int:
        """Return a number that changes when anyone commits a change: this process or another (2 µs)."""
        if isinstance(self.engine.pool, StaticPool):  # in memory: nobody else can write, and one connection is all
            return self._own_writes
        with self._watch_lock, store_errors(self.url):
            if self._watch is None:
                self._watch = self.engine.raw_connection()  # without a transaction, in which the number stands still
            cursor = self._watch.cursor()
            cursor.execute("PRAGMA data_version")
            row = cursor.fetchone()
            cursor.close()
            return int(row[0] if row else 0) + self._own_writes

    def close(self) -> None:
        with self._watch_lock:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self.engine.dispose()

    def _areas(self, wanted: EventFilter) -> dict[str, tuple[Any, ...]]:
        place = schema.event_places.c
        statement = select(schema.events.c.event_id, place.polygon).join_from(schema.events, schema.event_places)
        statement = statement.where(
            place.polygon.is_not(None), place.role == "location", *shown_conditions(self, wanted)
        )
        areas: dict[str, tuple[Any, ...]] = {}
        with self.reading() as connection:
            for event_id, held in connection.execute(statement.order_by(place.event_row, place.position)):
                areas[event_id] = (*areas.get(event_id, ()), tuple(map(tuple, json.loads(held))))
        return areas

    def _put(self, entity: str, document: Document) -> bool:
        with self.writing() as connection:
            return put(connection, entity, document)

    def _event_there(self, connection: Connection, event_id: str) -> Document:
        found = read(connection, "event", event_id)
        if found is None:
            raise InputError(f"There is no event '{event_id}' in the store. `query()` lists those that are.")
        return found

    def _frame(self, statement: Select[Any]) -> pd.DataFrame:
        with self.reading() as connection:
            return frame_of(connection.execute(statement))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that sees one state of the store until it ends."""
        with store_errors(self.url), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that writes all or nothing."""
        with store_errors(self.url), self.engine.execution_options(write=True).begin() as connection:
            yield connection
        self._own_writes += 1
