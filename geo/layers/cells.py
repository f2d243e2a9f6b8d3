"""One view of the map (zoom, box, filter) to what is drawn in it: counts per cell, or single events.

The answer stays small whatever the number of events, so the map asks again at
every move instead of holding them all.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.layers.areas import outline
from geo.layers.tracks import track
from geo.store import EventFilter, EventStore, Snapshot, snapshot
from geo.store.filter import Box
from geo.store.snapshot import ASSERTIONS, TYPES

MAX_SINGLE = 300  # marks in view above which a view is drawn as counts: about 310 bytes each, 95 kB
CELL_PIXELS = 64  # of a map tile's 256: neighbouring counts do not overlap
MAX_ZOOM = 18
MERCATOR_LAT = 85.05112878  # where the square web map ends

Floats = npt.NDArray[np.float64]


def cells(store: EventStore, wanted: EventFilter, zoom: int, bbox: Box) -> dict[str, Any]:
    """Return what a view shows.

    Args:
        zoom: of the web map, 0 to 18.
        bbox: (west, south, east, north) in degrees as the map has them: a map
            moved round the world has longitudes beyond 180.
    Returns:
        `total`: number of events in view; `cells`: [[lat, lon, count, dominant type], ...]
        at the mean of their marks; `events`: dicts, when there are few enough
        to be drawn singly. Longitudes are those of the copy of the world in view.
    """
    held = snapshot(store)
    marks = _in_view(held, wanted, bbox)
    total = int(marks["event"].nunique())
    if len(marks) <= MAX_SINGLE:
        return {"total": total, "cells": [], "events": _singles(held, marks)}
    return {"total": total, "cells": _counts(held, marks, zoom), "events": []}


def _in_view(held: Snapshot, wanted: EventFilter, bbox: Box) -> pd.DataFrame:
    west, south, east, north = bbox
    east += 360 if east < west else 0
    marks = held.marks
    lat, lon = marks["lat"].to_numpy(), marks["lon"].to_numpy()
    lon = lon + 360 * np.round(((west + east) / 2 - lon) / 360)  # the copy of the world nearest to the view
    seen = held.mask(wanted)[marks["event"].to_numpy()]
    seen &= (lat >= south) & (lat <= north) & (lon >= west) & (lon <= east)
    in_view: pd.DataFrame = marks[seen].assign(lon=lon[seen])
    return in_view


def _counts(held: Snapshot, marks: pd.DataFrame, zoom: int) -> list[list[Any]]:
    side = CELL_PIXELS / 256 / 2 ** min(max(zoom, 0), MAX_ZOOM)  # of a cell, in widths of the world
    lat, lon = marks["lat"].to_numpy(), marks["lon"].to_numpy()
    column = np.floor((lon + 180) / 360 / side).astype(np.int64)
    row = np.floor(_mercator(lat) / side).astype(np.int64)
    _, cell = np.unique(column * 2**32 + row, return_inverse=True)
    count = np.bincount(cell)
    kinds = held.events["type"].to_numpy()[marks["event"].to_numpy()].astype(np.int64)
    by_kind = np.zeros((len(count), len(TYPES)), dtype=np.int64)
    np.add.at(by_kind, (cell, kinds), 1)
    mean_lat, mean_lon = np.bincount(cell, lat) / count, np.bincount(cell, lon) / count
    return [
        [round(float(a), 4), round(float(b), 4), int(n), str(TYPES[int(kind)])]
        for a, b, n, kind in zip(mean_lat, mean_lon, count, by_kind.argmax(axis=1), strict=True)
    ]


def _mercator(lat: Floats) -> Floats:
    bounded = np.radians(np.clip(lat, -MERCATOR_LAT, MERCATOR_LAT))
    result: Floats = 0.5 - np.log(np.tan(np.pi / 4 + bounded / 2)) / (2 * np.pi)
    return result


def _singles(held: Snapshot, marks: pd.DataFrame) -> list[dict[str, Any]]:
    events = held.events.iloc[marks["event"].to_numpy()]
    routes = held.routes[held.routes["event"].isin(marks["event"])]
    kinds = held.events["type"].to_numpy()
    by_event: list[tuple[Any, pd.DataFrame]] = list(routes.groupby("event"))
    tracks = {event: track(ends, TYPES[kinds[event]]) for event, ends in by_event}
    rows: list[tuple[Any, Any]] = list(zip(marks.itertuples(), events.itertuples(), strict=True))
    return [
        {
            "event_id": event.event_id,
            "type": str(TYPES[event.type]),
            "title": event.title,
            "dates_label": event.dates_label,
            "precision": event.precision,
            "assertion": str(ASSERTIONS[event.assertion]),
            "lat": mark.lat,
            "lon": mark.lon,
            "radius_km": None if np.isnan(mark.radius_km) else mark.radius_km,
            "kind": mark.kind,
            "place_id": mark.place_id if isinstance(mark.place_id, str) else None,
            "role": mark.role,
            "polygon": _around(mark.polygon, mark.lon),
            "track": _beside(tracks.get(mark.event, []), mark.lon),
        }
        for mark, event in rows
    ]


def _around(corners: Any, lon: float) -> list[list[float]] | None:
    """Return the corners [[lat, lon], ...] of an area on the copy of the world on which its mark is drawn."""
    ring = outline(json.loads(corners)) if isinstance(corners, str) else None
    if ring is None:
        return None
    middle = sum(point_lon for _, point_lon in ring) / len(ring)
    shift = 360 * round((lon - middle) / 360)
    return [[lat, round(point_lon + shift, 6)] for lat, point_lon in ring]


def _beside(line: list[list[float]], lon: float) -> list[list[float]]:
    """Return a track on the copy of the world on which its mark is drawn: its point nearest to the mark decides."""
    if not line:
        return []
    nearest = min(line, key=lambda point: abs((point[1] - lon + 180) % 360 - 180))
    shift = 360 * round((lon - nearest[1]) / 360)
    return [[lat, round(point_lon + shift, 4)] for lat, point_lon in line]
