"""How long the store and the map's views take with 5,000 and 50,000 events."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from bench.made_events import made_events
from bench.timing import Row, once, show, timed
from geo.briefing.tables import csv_bytes, geojson_bytes
from geo.layers.cells import cells
from geo.store import EventFilter, EventStore, snapshot
from geo.timeline import rows as timeline_rows
from geo.types import Event, Published, Reading, Report

SIZES = (5_000, 50_000)
EVENTS_EACH = 10  # in a report
REDRAW_MS = 100  # what a changed filter may cost the server; the browser has the rest of its second
WORLD = (-180.0, -85.0, 180.0, 85.0)
SEA_OF_JAPAN = (127.0, 34.0, 142.0, 52.0)
DATE_LINE = (170.0, 50.0, 195.0, 65.0)
QUARTER = {"from": "2024-04-01", "to": "2024-06-30"}


def main(_: Sequence[Path] = ()) -> None:
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="geo-bench-") as folder:
            store = EventStore(f"sqlite:///{Path(folder) / 'store.sqlite'}")
            show(f"{size:,} events in the store", measured(store, size))
            store.close()


def measured(store: EventStore, size: int) -> list[Row]:
    everything, russia = EventFilter(), EventFilter.from_query({"country": "RUS", **QUARTER})
    events = made_events(size)
    loaded = [_reading(n, events[n : n + EVENTS_EACH]) for n in range(0, size, EVENTS_EACH)]
    anew = cycle([_reading(0, events[1:EVENTS_EACH]), _reading(0, events[:EVENTS_EACH])])
    found = [
        once(f"save {len(loaded):,} reports", lambda: [store.save(reading) for reading in loaded], note=lambda _: ""),
        timed("save a report that is there", lambda: store.save(loaded[0])),
        timed("save a report read anew", lambda: store.save(next(anew))),
        once("snapshot for the map, cold", lambda: len(snapshot(store).events)),
        timed("data version", store.data_version, times=1000, note=lambda _: ""),
        timed("count", store.count),
        timed("table: country and quarter", lambda: len(store.query(russia)), target_ms=REDRAW_MS, note=_events),
        timed("table: words", lambda: len(store.query(EventFilter(text="luzon india"))), note=_events),
        timed("table: box", lambda: len(store.query(EventFilter(bbox=DATE_LINE))), times=5, note=_events),
        timed("table: everything", lambda: len(store.query(everything)), times=5, note=_events),
        timed("one event", lambda: bool(store.event(loaded[0].events[0].id)), note=lambda _: ""),
    ]
    for what, wanted, zoom, bbox in (
        ("map: world", everything, 2, WORLD),
        ("map: Sea of Japan", everything, 5, SEA_OF_JAPAN),
        ("map: Sea of Japan, country and quarter", russia, 5, SEA_OF_JAPAN),
        ("map: across the date line", everything, 5, DATE_LINE),
        ("map: Sea of Japan, words", EventFilter(text="philippines"), 5, SEA_OF_JAPAN),
    ):
        found.append(
            timed(what, lambda w=wanted, z=zoom, b=bbox: cells(store, w, z, b), target_ms=REDRAW_MS, note=_drawn)
        )
    table = store.query(everything)
    found += [
        once("timeline rows of everything", lambda: len(timeline_rows(table)), note=_events),
        once("CSV of everything", lambda: len(csv_bytes(table)), note=_bytes),
        once("GeoJSON of everything", lambda: len(geojson_bytes(table)), note=_bytes),
    ]
    return found


def _reading(number: int, events: list[Event]) -> Reading:
    text = "\n".join(found.quote for event in events for found in event.evidence)
    return Reading(Report(f"made-{number}", text), Published(dt.date(2025, 1, 1)), events=tuple(events))


def _events(number: int) -> str:
    return f"{number:,} events"


def _bytes(number: int) -> str:
    return f"{number / 1e6:.1f} MB"


def _drawn(view: dict[str, list[object]]) -> str:
    size = len(json.dumps(view)) / 1000
    return f"{view['total']:,} events as {len(view['cells'])} counts and {len(view['events'])} marks, {size:.1f} kB"


if __name__ == "__main__":
    main()
