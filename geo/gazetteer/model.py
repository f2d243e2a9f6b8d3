"""The gazetteer as the program uses it: names to candidate places, places to shapes.

What the user's own files hold (`GEO_GAZETTEER`) lies over the built file and wins.
"""

from __future__ import annotations

import json
import math
import sqlite3
import threading
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from geo.errors import GazetteerNotBuilt
from geo.gazetteer.custom import CustomPlaces, load_custom, load_usable
from geo.gazetteer.index import NameFilter
from geo.gazetteer.names import key_of
from geo.paths import custom_gazetteers, gazetteer_file
from geo.types import Place, PlaceKind

COLUMNS = "place.place_id, name, kind, lat, lon, radius_km, country, region, population, weight, source"
MAX_REMEMBERED = 20_000  # keys whose candidates stay in memory
MIN_MISSPELT_CHARS, MISSPELT_START = (
    7,
    2,
)  # shorter names collide ("Angels", Angeles); few slips of the pen are in the first letters
MIN_LIKENESS, MAX_SPELLINGS = 0.85, 5
MIN_MISSPELT_WEIGHT = 0.5  # towns of 100,000: nearly every word is like some village
ALTERNATE_LOSS = 0.1  # weight lost by a place that is found under another than its first name


class Gazetteer:
    """Reads the built file; safe to share between threads, and picklable (it reopens its file)."""

    def __init__(self, path: Path, file: sqlite3.Connection, filter_: NameFilter, custom: CustomPlaces) -> None:
        self.path = path
        self.custom = custom
        self.filter = filter_.with_keys(custom.by_key) if custom.by_key else filter_
        self._file = file
        self._lock = threading.Lock()
        self._remembered: dict[str, tuple[Place, ...]] = {}

    @classmethod
    def open(cls, path: Path | None = None, custom: Sequence[Path] | None = None) -> Gazetteer:
        """Open the built gazetteer, by default `geo.paths.gazetteer_file()`, with the user's own files over it.

        Args:
            custom: CSV or GeoJSON files, by default those that GEO_GAZETTEER names; () for none.
        Raises:
            GazetteerNotBuilt: the file is missing, damaged or of another version.
            InputError: a file of the user's own is missing or malformed.
        """
        return cls._over(path, load_custom(custom_gazetteers() if custom is None else custom))

    @classmethod
    def open_anyway(cls, path: Path | None = None) -> tuple[Gazetteer, tuple[str, ...]]:
        """Open the gazetteer with those of the user's own files that can be used; return too what is wrong with others.

        Raises:
            GazetteerNotBuilt: as `open` does.
        """
        places, problems = load_usable(custom_gazetteers())
        return cls._over(path, places), problems

    @classmethod
    def _over(cls, path: Path | None, custom: CustomPlaces) -> Gazetteer:
        path = Path(path or gazetteer_file())
        try:
            path.open("rb").close()
        except FileNotFoundError:
            raise GazetteerNotBuilt(f"The gazetteer is missing: {path}. Run `python -m geo setup`.") from None
        except IsADirectoryError:
            mend = "Delete it and run `python -m geo setup`."
            raise GazetteerNotBuilt(f"The gazetteer is a folder: {path}. {mend}") from None
        except OSError as error:
            mend = "Make the file and its folder readable."
            raise GazetteerNotBuilt(f"The gazetteer may not be read: {path} ({error.strerror}). {mend}") from error
        try:
            file = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            meta = dict(file.execute("SELECT key, value FROM meta WHERE key IN ('names', 'prefixes')"))
            file.execute(f"SELECT {COLUMNS} FROM place LIMIT 1").fetchone()
            check_whole(file, path)
            return cls(path, file, NameFilter(meta["names"], meta["prefixes"]), custom)
        except (sqlite3.Error, KeyError, ValueError) as error:
            mend = f"Delete it and run `python -m geo setup`. ({error})"
            raise GazetteerNotBuilt(f"The gazetteer cannot be read: {path}. {mend}") from error

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Return every place of that name in any language, the weightiest first; () when there is none.

        A name of the user's own files means their places and no other.
        """
        return self.candidates_of_key(key_of(name))

    def candidates_of_key(self, key: str) -> tuple[Place, ...]:
        if not key or not self.filter.perhaps_name(key):
            return ()
        if (own := self.custom.by_key.get(key)) is not None:
            return own
        found = self._remembered.get(key)
        if found is None:
            rows = self._rows(
                f"SELECT ? * (name.rank > 0), {COLUMNS.replace('name,', 'place.name,', 1)} FROM name"
                " JOIN place ON place.row = name.row WHERE name.key = ?",
                (ALTERNATE_LOSS, key),
            )
            found = tuple(sorted(self._places(rows), key=lambda place: (-place.weight, place.place_id)))
            if len(self._remembered) >= MAX_REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = found
        return found

    def like(self, name: str) -> Place | None:
        """Return the town whose name a misspelt word most likely is, None where none is close enough.

        Not handled: names of several words, shorter than seven letters or with another beginning.
        """
        key = key_of(name)
        if len(key) < MIN_MISSPELT_CHARS or " " in key:
            return None
        start = key[:MISSPELT_START]
        rows = self._rows("SELECT key FROM name WHERE key >= ? AND key < ? AND rank = 0", (start, start + "\U0010ffff"))
        near = [known for (known,) in rows if abs(len(known) - len(key)) <= 2 and " " not in known]
        for known in get_close_matches(key, near, n=MAX_SPELLINGS, cutoff=MIN_LIKENESS):
            for place in self.candidates_of_key(known):
                if place.weight >= MIN_MISSPELT_WEIGHT and place.kind in (PlaceKind.CITY, PlaceKind.PORT):
                    return place
        return None

    def place(self, place_id: str) -> Place | None:
        if (own := self.custom.rows.get(place_id)) is not None:
            return own.place
        found = self._places(self._rows(f"SELECT 0.0, {COLUMNS} FROM place WHERE place_id = ?", (place_id,)))
        return found[0] if found else None

    def shape(self, place_id: str) -> dict[str, Any] | None:
        """Return the GeoJSON geometry (lon, lat) of a place, None where only its point is known."""
        if place_id in self.custom.rows:
            return self.custom.shape(place_id)
        rows = self._rows(
            "SELECT geojson FROM shape JOIN place ON place.row = shape.row WHERE place.place_id = ?", (place_id,)
        )
        try:
            return json.loads(rows[0][0]) if rows else None
        except ValueError as error:
            raise self._damaged(error) from error

    def names(self, place_id: str) -> tuple[str, ...]:
        """Return the names of a place, the first is shown; () for an unknown id."""
        if (own := self.custom.rows.get(place_id)) is not None:
            return own.names
        rows = self._rows("SELECT names FROM place WHERE place_id = ?", (place_id,))
        return tuple(rows[0][0].split("|")) if rows else ()

    def around(self, lat: float, lon: float, degrees: float) -> tuple[Place, ...]:
        """Return places whose box comes within some degrees (of latitude) of a point, in no order.

        A degree of longitude is taken as long as one of latitude, and boxes beyond 180 degrees are looked at too.
        """
        parallel = math.cos(math.radians(min(90.0, abs(lat) + degrees)))
        wide = degrees / parallel if degrees < 180 * parallel else 180.0
        found = self.custom.around(lat, lon, degrees, wide)
        for turn in (-360.0, 0.0, 360.0):
            rows = self._rows(
                f"SELECT 0.0, {COLUMNS} FROM place_box JOIN place ON place.row = place_box.row"
                " WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?",
                (lon + turn + wide, lon + turn - wide, lat + degrees, lat - degrees),
            )
            found |= {place.place_id: place for place in self._places(rows)}
        return tuple(found.values())

    def close(self) -> None:
        self._file.close()

    def __reduce__(self) -> tuple[Any, ...]:
        return Gazetteer.open, (self.path, self.custom.paths)

    def _places(self, rows: list[tuple[Any, ...]]) -> list[Place]:
        """Return the places of rows (loss of weight, *COLUMNS)."""
        try:
            return [place_of(row[1:], row[0]) for row in rows]
        except (ValueError, TypeError) as error:
            raise self._damaged(error) from error

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._file.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> GazetteerNotBuilt:
        return GazetteerNotBuilt(
            f"The gazetteer is damaged: {self.path}. Delete it and run `python -m geo setup`. ({error})"
        )


def check_whole(file: sqlite3.Connection, path: Path) -> None:
    """Raise sqlite3.DatabaseError where a file ends before its last page does; SQLite would read zeros there."""
    pages, size = (file.execute(f"PRAGMA {of}").fetchone()[0] for of in ("page_count", "page_size"))
    if path.stat().st_size < pages * size:
        raise sqlite3.DatabaseError("it is cut short")


def place_of(row: tuple[Any, ...], loss: float) -> Place:
    place_id, name, kind, lat, lon, radius_km, country, region, population, weight, source = row
    return Place(
        *(place_id, name, PlaceKind(kind), lat, lon, radius_km),
        *(country, region, population, round(max(0.0, weight - loss), 3), source),
    )
