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
    rows: dict[str, Row] = {}
    held: dict[str, Path] = {}
    by_key: dict[str, dict[str, Place]] = {}
    for path in paths:
        for row in custom_rows(path):
            place_id = row.place.place_id
            if place_id in rows and rows[place_id] != row:
                raise InputError(
                    f"{path}: the id '{place_id.removeprefix('custom:')}' of '{row.place.name}' is that of "
                    f"'{rows[place_id].place.name}' in {held[place_id]}. Give one of them another."
                )
            rows[place_id], held[place_id] = row, path
            for name in row.names:
                by_key.setdefault(key_of(name), {})[place_id] = row.place
    names = ListedNames(name for row in rows.values() for name in row.names)
    return CustomPlaces(tuple(paths), rows, {key: tuple(places.values()) for key, places in by_key.items()}, names)
