"""The gazetteer as the program uses it: names to candidate places, places to shapes."""

from __future__ import annotations

import json
import math
import sqlite3
import threading
from pathlib import Path
from typing import Any

from geo.errors import GazetteerNotBuilt
from geo.gazetteer.index import NameFilter
from geo.gazetteer.names import key_of
from geo.paths import gazetteer_file
from geo.types import Place, PlaceKind

COLUMNS = "place.place_id, name, kind, lat, lon, radius_km, country, region, population, weight, source"
MAX_REMEMBERED = 20_000  # keys whose candidates stay in memory
ALTERNATE_LOSS = 0.1  # weight lost by a place that is found under another than its first name


class Gazetteer:
    """Reads the built file; safe to share between threads, and picklable (it reopens its file)."""

    def __init__(self, path: Path, file: sqlite3.Connection, filter_: NameFilter) -> None:
        self.path = path
        self.filter = filter_
        self._file = file
        self._lock = threading.Lock()
        self._remembered: dict[str, tuple[Place, ...]] = {}

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Open the built gazetteer, by default `geo.paths.gazetteer_file()`.

        Raises:
            GazetteerNotBuilt: the file is missing, damaged or of another version.
        """
        path = Path(path or gazetteer_file())
        if not path.is_file():
            raise GazetteerNotBuilt(f"The gazetteer is missing: {path}. Run `python -m geo setup`.")
        try:
            file = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            meta = dict(file.execute("SELECT key, value FROM meta WHERE key IN ('names', 'prefixes')"))
            file.execute(f"SELECT {COLUMNS} FROM place LIMIT 1").fetchone()
            return cls(path, file, NameFilter(meta["names"], meta["prefixes"]))
        except (sqlite3.Error, KeyError) as error:
            mend = f"Delete it and run `python -m geo setup`. ({error})"
            raise GazetteerNotBuilt(f"The gazetteer cannot be read: {path}. {mend}") from error

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Return every place of that name in any language, the weightiest first; () when there is none."""
        return self.candidates_of_key(key_of(name))

    def candidates_of_key(self, key: str) -> tuple[Place, ...]:
        if not key or not self.filter.perhaps_name(key):
            return ()
        found = self._remembered.get(key)
        if found is None:
            rows = self._rows(
                f"SELECT name.rank, {COLUMNS.replace('name,', 'place.name,', 1)} FROM name"
                " JOIN place ON place.row = name.row WHERE name.key = ?",
                (key,),
            )
            places = [place_of(row[1:], ALTERNATE_LOSS if row[0] else 0.0) for row in rows]
            found = tuple(sorted(places, key=lambda place: (-place.weight, place.place_id)))
            if len(self._remembered) >= MAX_REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = found
        return found

    def place(self, place_id: str) -> Place | None:
        rows = self._rows(f"SELECT {COLUMNS} FROM place WHERE place_id = ?", (place_id,))
        return place_of(rows[0]) if rows else None

    def shape(self, place_id: str) -> dict[str, Any] | None:
        """Return the GeoJSON geometry (lon, lat) of a place, None where only its point is known."""
        rows = self._rows(
            "SELECT geojson FROM shape JOIN place ON place.row = shape.row WHERE place.place_id = ?", (place_id,)
        )
        return json.loads(rows[0][0]) if rows else None

    def names(self, place_id: str) -> tuple[str, ...]:
        """Return the names of a place, the first is shown; () for an unknown id."""
        rows = self._rows("SELECT names FROM place WHERE place_id = ?", (place_id,))
        return tuple(rows[0][0].split("|")) if rows else ()

    def around(self, lat: float, lon: float, degrees: float) -> tuple[Place, ...]:
        """Return places whose box comes within some degrees (of latitude) of a point, in no order.

        A degree of longitude is taken as long as one of latitude, and boxes beyond 180 degrees are looked at too.
        """
        parallel = math.cos(math.radians(min(90.0, abs(lat) + degrees)))
        wide = degrees / parallel if degrees < 180 * parallel else 180.0
        found: dict[str, Place] = {}
        for turn in (-360.0, 0.0, 360.0):
            rows = self._rows(
                f"SELECT {COLUMNS} FROM place_box JOIN place ON place.row = place_box.row"
                " WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?",
                (lon + turn + wide, lon + turn - wide, lat + degrees, lat - degrees),
            )
            found |= {str(row[0]): place_of(row) for row in rows}
        return tuple(found.values())

    def close(self) -> None:
        self._file.close()

    def __reduce__(self) -> tuple[Any, ...]:
        return Gazetteer.open, (self.path,)

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._file.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            mend = f"Delete it and run `python -m geo setup`. ({error})"
            raise GazetteerNotBuilt(f"The gazetteer is damaged: {self.path}. {mend}") from error


def place_of(row: tuple[Any, ...], loss: float = 0.0) -> Place:
    place_id, name, kind, lat, lon, radius_km, country, region, population, weight, source = row
    return Place(
        *(place_id, name, PlaceKind(kind), lat, lon, radius_km),
        *(country, region, population, round(max(0.0, weight - loss), 3), source),
    )
