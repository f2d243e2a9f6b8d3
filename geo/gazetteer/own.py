"""Our own table: data/places/*.csv turned into gazetteer rows.

Columns: id, names (parted by "|", the first is shown), kind, lat, lon,
radius_km, outline ("lat lon, lat lon, …", rings parted by ";"), members (ISO
alpha-3 codes whose land makes the shape), country (empty for the high seas and
for disputed features), source (whence the fact). A row gives a point, an
outline or members; what it leaves out is worked out from the shape.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import RuleError
from geo.gazetteer.countries import country_polygons
from geo.gazetteer.rows import Row
from geo.gazetteer.shapes import equal_radius_km, middle, outline_polygon, water_inside
from geo.paths import PLACES
from geo.types import Place, PlaceKind

COLUMNS = ("id", "names", "kind", "lat", "lon", "radius_km", "outline", "members", "country", "source")
ALIASES = "aliases.csv"
WATERS = (PlaceKind.SEA, PlaceKind.STRAIT)
KIND_WEIGHTS = {PlaceKind.SEA: 0.9, PlaceKind.STRAIT: 0.85, PlaceKind.REGION: 0.85, PlaceKind.ISLAND: 0.75}
USUAL_WEIGHT = 0.7
LARGE_SQUARE_DEGREES = 60.0  # about the Adriatic: larger shapes need no finer corners
COARSE_DEGREES, FINE_DEGREES = 0.05, 0.01


def own_rows(folder: Path = PLACES) -> Iterator[Row]:
    """Yield every row of our own table, file by file.

    Raises:
        RuleError: a file or row is malformed; the text names both.
    """
    for path in sorted(folder.glob("*.csv")):
        if path.name == ALIASES:
            continue
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise RuleError(f"{path.name}: the columns are {reader.fieldnames}, expected {', '.join(COLUMNS)}.")
            for record in reader:
                try:
                    yield own_row(record)
                except (ValueError, KeyError, TypeError) as error:
                    where = f"{path.name}, line {reader.line_num}, '{record.get('id')}'"
                    raise RuleError(f"{where}: {error}. Mend that row.") from error


def own_aliases(folder: Path = PLACES) -> dict[str, tuple[str, ...]]:
    """Return further names of countries and provinces, by their ISO 3166 code, from aliases.csv."""
    names: dict[str, tuple[str, ...]] = {}
    with (folder / ALIASES).open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines):
            names[record["id"]] = names.get(record["id"], ()) + tuple(record["names"].split("|"))
    return names


def own_row(record: dict[str, str]) -> Row:
    kind = PlaceKind(record["kind"])
    names = tuple(name.strip() for name in record["names"].split("|") if name.strip())
    shape = row_shape(record, kind)
    if record["lat"]:
        lat, lon = float(record["lat"]), float(record["lon"])
    elif shape is not None:
        lat, lon = middle(shape)
    else:
        raise ValueError("a row needs lat and lon, an outline or members")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{lat}, {lon} is outside the range of latitude and longitude")
    radius_km = float(record["radius_km"]) if record["radius_km"] else equal_radius_km(shape) if shape else 10.0
    place = Place(
        place_id=f"own:{record['id']}",
        name=names[0],
        kind=kind,
        lat=lat,
        lon=lon,
        radius_km=radius_km,
        country=record["country"] or None,
        weight=KIND_WEIGHTS.get(kind, USUAL_WEIGHT),
        source=record["source"],
    )
    return Row(place, names, simplified(shape) if shape is not None else None)


def row_shape(record: dict[str, str], kind: PlaceKind) -> BaseGeometry | None:
    if record["outline"]:
        outline = outline_polygon(record["outline"])
        return water_inside(outline) if kind in WATERS else outline
    if record["members"]:
        return shapely.union_all([country_polygons()[code] for code in record["members"].split()])
    return None


def simplified(shape: BaseGeometry) -> BaseGeometry:
    """Thin out the coast, more on large shapes, so that the file stays small."""
    coarse = COARSE_DEGREES if shape.area > LARGE_SQUARE_DEGREES else FINE_DEGREES
    return shapely.set_precision(shapely.simplify(shape, coarse), 0.001)
