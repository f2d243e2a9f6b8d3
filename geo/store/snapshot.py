"""The store's events as columns in memory, for what must answer in milliseconds whatever their number.

A map asks for its view at every move. The columns are loaded once and again when
`data_version` says that someone wrote; a filter is then a handful of array
operations, and only text goes to the database.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import select, text

from geo.gazetteer.shapes import distance_km
from geo.store import schema
from geo.store.filter import EventFilter
from geo.store.occurrences import occurrences
from geo.store.query import EventStore
from geo.store.search import match_words
from geo.types import Assertion, EventType

Mask = npt.NDArray[np.bool_]
TYPES = list(EventType)
ASSERTIONS = list(Assertion)
WIDE_KINDS = ["sea", "strait", "region", "country"]
LONG_SEA = 2.0  # a long sea reaches beyond the circle of its size
UNDATED = 0  # no proleptic ordinal day is 0

_held: WeakKeyDictionary[EventStore, Snapshot] = WeakKeyDictionary()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """All events of a store at one data version.

    `events` has one row per event in the order of its row number. `marks` has one
    row per place at which an event is drawn: its locations, or where it has none
    its main place; `polygon` is the JSON of an area's corners or None. `routes` has the
    resolved origins, ways and destinations. `event` in both is the position of the event in `events`.
    """

    version: int
    events: pd.DataFrame
    marks: pd.DataFrame
    routes: pd.DataFrame
    members: dict[str, npt.NDArray[np.int64]]
    grouped: dict[str, int]  # ids of events that several reports tell of, to their positions
    store: EventStore

    def mask(self, wanted: EventFilter) -> Mask:
        """Return which events pass a filter; the box is left out, for a view has its own."""
        events = self.events
        passing = np.ones(len(events), dtype=bool)
        if wanted.countries:
            passing &= self._countries(wanted)
        if wanted.start:
            passing &= events["latest"].to_numpy() >= wanted.start.toordinal()
        if wanted.end:
            earliest = events["earliest"].to_numpy()
            passing &= (earliest <= wanted.end.toordinal()) & (earliest != UNDATED)
        if wanted.types:
            passing &= np.isin(events["type"].to_numpy(), [TYPES.index(event_type) for event_type in wanted.types])
        if wanted.assertions:
            codes = [ASSERTIONS.index(assertion) for assertion in wanted.assertions]
            passing &= np.isin(events["assertion"].to_numpy(), codes)
        if wanted.words:
            passing &= self._text(wanted)
        if wanted.once:
            shown = [event_id for event_id, position in self.grouped.items() if passing[position]]
            passing[[self.grouped[event_id] for event_id in occurrences(self.store).repeated(set(shown))]] = False
        return passing

    def _countries(self, wanted: EventFilter) -> Mask:
        counts = np.zeros(len(self.events), dtype=np.int16)
        for country in set(wanted.countries):
            counts[self.members.get(country, np.empty(0, dtype=np.int64))] += 1
        return counts >= (len(set(wanted.countries)) if wanted.match == "all" else 1)

    def _text(self, wanted: EventFilter) -> Mask:
        statement = text("SELECT rowid FROM events_text WHERE events_text MATCH :words")
        with self.store.reading() as connection:
            found = connection.execute(statement, {"words": match_words(wanted.words)}).scalars().all()
        return np.isin(self.events["row"].to_numpy(), np.asarray(found, dtype=np.int64))


def snapshot(store: EventStore) -> Snapshot:
    """Return the events of a store as they stand now, from memory when nothing has changed."""
    version = store.data_version()
    with _lock:
        held = _held.get(store)
        if held is None or held.version != version:
            held = _held[store] = _load(store, version)
        return held


def _load(store: EventStore, version: int) -> Snapshot:
    own = [
        "row",
        "event_id",
        "type",
        "assertion",
        "title",
        "dates_label",
        "precision",
        "confidence",
        "earliest",
        "latest",
    ]
    place = schema.event_places.c
    placed = [place.row, place.event_row, place.position, place.role, place.kind, place.place_id]
    placed += [place.lat, place.lon, place.radius_km, place.polygon]
    with store.reading() as connection:

        def frame(statement: Any) -> pd.DataFrame:
            result = connection.execute(statement)
            return pd.DataFrame.from_records(result.fetchall(), columns=list(result.keys()))

        events = frame(select(*(schema.events.c[name] for name in own)).order_by(schema.events.c.row))
        places = frame(select(*placed).where(place.lat.is_not(None)).order_by(place.event_row, place.position))
        member = schema.event_participants.c
        members = frame(select(member.event_row, member.country).where(member.observer == 0))
    rows = events["row"].to_numpy(dtype=np.int64)
    events["type"] = _codes(events["type"], TYPES)
    events["assertion"] = _codes(events["assertion"], ASSERTIONS)
    for bound in ("earliest", "latest"):
        events[bound] = events[bound].fillna(UNDATED).astype(np.int32)
    places["event"] = np.searchsorted(rows, places["event_row"].to_numpy(dtype=np.int64))
    for length in ("lat", "lon", "radius_km"):
        places[length] = places[length].astype(float)
    positions = pd.Series(np.searchsorted(rows, members["event_row"].to_numpy(dtype=np.int64)))
    by_country = {str(code): group.to_numpy() for code, group in positions.groupby(members["country"].to_numpy())}
    told = np.flatnonzero(events["event_id"].isin(list(occurrences(store).groups)))
    grouped = dict(zip(events["event_id"].iloc[told], told.tolist(), strict=True))
    return Snapshot(version, events, _marks(places), _routes(places), by_country, grouped, store)


def _marks(places: pd.DataFrame) -> pd.DataFrame:
    """Return the places to draw: every location, and the main place of events without one."""
    located = places[places["role"] == "location"]
    located = located.drop(index=_around_areas(located))
    others = places[~places["event"].isin(located["event"])]
    rank = others["role"].map({"destination": 0, "origin": 1, "via": 2, "base": 3})
    main = others.assign(rank=rank).sort_values(["event", "rank", "position"]).drop_duplicates("event")
    return pd.concat([located, main.drop(columns="rank")]).sort_values(["event", "position"]).reset_index(drop=True)


def _around_areas(located: pd.DataFrame) -> list[int]:
    """Return the seas and countries that only say where the area lies which the report gives by coordinates."""
    given = located[located["polygon"].notna()]
    wide = located[located["kind"].isin(WIDE_KINDS) & located["event"].isin(given["event"])]
    pairs = wide.reset_index().merge(given, on="event", suffixes=("", "_given"))
    rows: list[dict[Any, Any]] = pairs.to_dict("records")
    return [
        row["index"]
        for row in rows
        if distance_km(row["lat"], row["lon"], row["lat_given"], row["lon_given"]) <= LONG_SEA * row["radius_km"]
    ]


def _routes(places: pd.DataFrame) -> pd.DataFrame:
    return places[places["role"].isin(["origin", "via", "destination"])].reset_index(drop=True)


def _codes(column: pd.Series[Any], members: list[Any]) -> npt.NDArray[np.int8]:
    return pd.Categorical(column, categories=[str(member) for member in members]).codes.astype(np.int8)
