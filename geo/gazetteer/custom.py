"""The user's own gazetteer as an overlay: read once into memory, and asked before the built file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shapely.geometry

from geo.errors import InputError
from geo.gazetteer.custom_files import custom_rows
from geo.gazetteer.listed import ListedNames
from geo.gazetteer.names import key_of
from geo.gazetteer.rows import Row
from geo.types import Place


@dataclass(frozen=True)
class CustomPlaces:
    """Places by their id and by the keys of their names; `listed` finds their names in a text."""

    paths: tuple[Path, ...] = ()
    rows: Mapping[str, Row] = field(default_factory=dict)
    by_key: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    listed: ListedNames = field(default_factory=ListedNames)

    def shape(self, place_id: str) -> dict[str, Any] | None:
        row = self.rows.get(place_id)
        return None if row is None or row.shape is None else dict(shapely.geometry.mapping(row.shape))

    def around(self, lat: float, lon: float, degrees: float, wide: float) -> dict[str, Place]:
        """Return places whose box comes within some degrees of a point, by their ids."""
        return {
            place_id: row.place
            for place_id, row in self.rows.items()
            for west, south, east, north in [row.shape.bounds if row.shape else (row.place.lon, row.place.lat) * 2]
            if south <= lat + degrees and north >= lat - degrees
            if any(west <= lon + turn + wide and east >= lon + turn - wide for turn in (-360, 0, 360))
        }


def load_custom(paths: Sequence[Path]) -> CustomPlaces:
    """Read the user's files; of two places with one name the earlier wins.

    Raises:
        InputError: a file is missing or malformed, or an id is there twice; the text says where and how to mend it.
    """
    places, problems = load_usable(paths)
    if problems:
        raise InputError(problems[0])
    return places


def load_usable(paths: Sequence[Path]) -> tuple[CustomPlaces, tuple[str, ...]]:
    """Read those of the user's files that can be used; return too what is wrong with the others."""
    rows: dict[str, Row] = {}
    usable: list[Path] = []
    problems: list[str] = []
    for path in paths:
        try:
            rows |= new_rows(path, rows)
            usable.append(path)
        except InputError as error:
            problems.append(str(error))
    by_key: dict[str, dict[str, Place]] = {}
    for place_id, row in rows.items():
        for name in row.names:
            by_key.setdefault(key_of(name), {})[place_id] = row.place
    keys = {key: tuple(places.values()) for key, places in by_key.items()}
    names = ListedNames(name for row in rows.values() for name in row.names)
    return CustomPlaces(tuple(usable), rows, keys, names), tuple(problems)


def new_rows(path: Path, before: Mapping[str, Row]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for row in custom_rows(path):
        place_id = row.place.place_id
        held = rows.get(place_id) or before.get(place_id)
        if held is not None and held != row:
            raise InputError(
                f"{path}: the id '{place_id.removeprefix('custom:')}' of '{row.place.name}' is that of "
                f"'{held.place.name}' in {path.name if place_id in rows else 'an earlier file'}. Give one another."
            )
        rows[place_id] = row
    return rows
