"""What happened once and is told by several reports: pairs of events to groups, with their independent voices."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, inspect, select

from geo.store import schema
from geo.store.copies import voices
from geo.store.events import read_events
from geo.store.filter import EventFilter
from geo.store.search import conditions
from geo.types import Precision

if TYPE_CHECKING:
    from geo.store.query import EventStore


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of an occurrence with where it is told; `voice` numbers the independent reports from 0.

    `voice` is None for a row of a data set, which is no report.
    """

    event: Mapping[str, Any]
    source: str
    published: str | None
    voice: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Occurrences:
    """Groups of events that are one and the same, at one state of the store; events alone are in none."""

    version: int
    store: EventStore
    groups: Mapping[str, tuple[str, ...]]  # an event's id to those of its group, the best telling first
    counted: dict[tuple[str, ...], int] = field(default_factory=dict)

    def tellings(self, event_id: str) -> tuple[Telling, ...]:
        """Return every telling of what an event is about, the oldest report first; its own alone where it is alone."""
        ids = self.groups.get(event_id, (event_id,))
        with self.store.reading() as connection:
            found = read_events(connection, schema.events.c.event_id.in_(ids))
            reports, sources = schema.reports.c, schema.sources.c
            columns = (reports.report_id, reports.title, reports.publisher, reports.published, reports.text)
            known = {
                row.report_id: row
                for row in connection.execute(
                    select(*columns).where(reports.report_id.in_({event["report_id"] for event in found} - {None}))
                )
            }
            of_tables = sources.source_id.in_({event["source_id"] for event in found})
            titled = connection.execute(select(sources.source_id, sources.title).where(of_tables))
            tables = {row.source_id: row.title for row in titled}
        found.sort(key=lambda event: _age(event, known))
        heard = [event for event in found if event["report_id"] in known]
        numbers = iter(voices([known[event["report_id"]].text for event in heard]))
        return tuple(
            Telling(
                event,
                source=(row.publisher or row.title or row.report_id) if row else tables.get(event["source_id"]) or "",
                published=row.published if row else None,
                voice=next(numbers) if row else None,
            )
            for event in found
            for row in (known.get(event["report_id"]),)
        )

    def corroboration(self, event_id: str, report_id: str | None) -> int:
        """Return by how many independent reports an event is told; 0 where only data sets have it."""
        group = self.groups.get(event_id)
        if group is None:
            return int(report_id is not None)
        if group not in self.counted:
            self.counted[group] = len({one.voice for one in self.tellings(group[0]) if one.voice is not None})
        return self.counted[group]

    def repeated(self, shown: Collection[str]) -> set[str]:
        """Return which of the events shown repeat a better telling that is shown too."""
        return {
            event_id for group in set(self.groups.values()) for event_id in [one for one in group if one in shown][1:]
        }


def differing(tellings: tuple[Telling, ...]) -> frozenset[str]:
    """Return the fields that cannot all be right: start, end, participants, counts.

    A vaguer date does not contradict a day, a party that one leaves out does not
    contradict the others, and only figures for the same thing are compared.
    """
    events = [one.event for one in tellings]
    stated: dict[str, list[Any]] = {
        "start": [event["start"] for event in events if event["precision"] == Precision.DAY],
        "end": [event["end"] for event in events if event["precision"] == Precision.DAY],
    }
    for event in events:
        for kind, number in event["counts"].items():
            stated.setdefault(f"counts {kind}", []).append(number)
    unlike = {name.split(" ")[0] for name, values in stated.items() if len(set(values) - {None}) > 1}
    parties = [set(event["participants"]) for event in events]
    if any(not (one <= other or other <= one) for one in parties for other in parties):
        unlike.add("participants")
    return frozenset(unlike)


_held: WeakKeyDictionary[EventStore, Occurrences] = WeakKeyDictionary()
_lock = threading.Lock()


def occurrences(store: EventStore) -> Occurrences:
    """Return the occurrences of a store as it stands now, from memory when nothing has changed."""
    version = store.data_version()
    with _lock:
        held = _held.get(store)
        if held is None or held.version != version:
            held = _held[store] = Occurrences(version, store, _groups(store))
        return held


def shown_conditions(store: EventStore, wanted: EventFilter) -> list[ColumnElement[bool]]:
    """Return what must hold of a row of `events` to be shown: it passes the filter and, if so wished, repeats none."""
    found = conditions(wanted)
    told = occurrences(store) if wanted.once else None
    if told and told.groups:
        event_id = schema.events.c.event_id
        with store.reading() as connection:
            shown = connection.execute(select(event_id).where(event_id.in_(told.groups), *found)).scalars()
            found.append(event_id.not_in(told.repeated(set(shown))))
    return found


def _groups(store: EventStore) -> dict[str, tuple[str, ...]]:
    """Return the groups that the pairs make, the likeliest first; none holds two events that a hand set apart."""
    table = schema.event_pairs.c
    with store.reading() as connection:
        if not inspect(connection).has_table(schema.event_pairs.name):  # an older store that may only be read
            return {}
        rows = connection.execute(select(table.first, table.second, table.score, table.verdict)).all()
        event = schema.events.c
        paired = event.event_id.in_(select(table.first)) | event.event_id.in_(select(table.second))
        # reports before data sets, days before months, the surer before the less sure
        best_first = (event.report_id.is_(None), event.precision != "day", event.confidence.desc(), event.event_id)
        ranked = connection.execute(select(event.event_id).where(paired).order_by(*best_first)).scalars()
        present = {event_id: rank for rank, event_id in enumerate(ranked)}
    apart = {(row.first, row.second) for row in rows if row.verdict == "apart"}
    joined = [row for row in rows if row.verdict != "apart" and {row.first, row.second} <= present.keys()]
    joined.sort(key=lambda row: (row.verdict != "same", -row.score, row.first, row.second))
    group_of: dict[str, set[str]] = {}
    for row in joined:
        ours, theirs = group_of.get(row.first, {row.first}), group_of.get(row.second, {row.second})
        if ours is theirs or any((min(one, two), max(one, two)) in apart for one in ours for two in theirs):
            continue
        union = ours | theirs
        group_of |= dict.fromkeys(union, union)
    return {event_id: tuple(sorted(group, key=present.__getitem__)) for event_id, group in group_of.items()}


def _age(event: Mapping[str, Any], known: Mapping[str, Any]) -> tuple[bool, str, str]:
    row = known.get(event["report_id"])
    return row is None, (row.published if row else None) or "", event["event_id"]
