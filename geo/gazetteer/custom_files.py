"""The user's own places, CSV or GeoJSON, turned into gazetteer rows; what is wrong is said by file, line and column.

CSV: UTF-8 with a header; columns `name` (several names parted by "|"), `lat`,
`lon`, and where wanted `kind`, `radius_km`, `country`, `id`, `source`. GeoJSON: a
FeatureCollection of Point, Polygon and MultiPolygon features in (lon, lat), with
the same words as properties, except `lat` and `lon`; other properties are passed over.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pycountry
import shapely
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.errors import InputError
from geo.gazetteer.names import key_of
from geo.gazetteer.rows import Row
from geo.gazetteer.shapes import equal_radius_km, middle
from geo.stamps import digest
from geo.types import Place, PlaceKind

MAX_BYTES = 20_000_000
MAX_PLACES = 100_000
MAX_CORNERS = 500_000  # of all outlines together
MAX_NAME_CHARS = 200
USUAL_RADIUS_KM = 10.0  # of a point without one, as in our own table
COLUMNS = ("name", "lat", "lon", "kind", "radius_km", "country", "id", "source")
NEEDED = ("name", "lat", "lon")
SHAPES = ("Point", "Polygon", "MultiPolygon")


def custom_rows(path: Path) -> Iterator[Row]:
    """Yield the places of one file.

    Raises:
        InputError: the file is missing, too large, empty or malformed; the text names file, line, column and mend.
    """
    content = content_of(path)
    if path.suffix.lower() == ".csv":
        found = csv_records(path, content)
    elif path.suffix.lower() in (".geojson", ".json"):
        found = geojson_records(path, content)
    else:
        raise InputError(f"{path}: expected a .csv, .geojson or .json file. Give the file one of these endings.")
    number = 0
    for number, (where, record, shape) in enumerate(found, 1):
        if number > MAX_PLACES:
            raise InputError(f"{path}: more than {MAX_PLACES:,} places. Leave out those that you do not need.")
        yield custom_row(path, where, record, shape)
    if not number:
        raise InputError(f"{path} holds no place. Add rows, or take the file out of GEO_GAZETTEER.")


def content_of(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB. Leave out what you do not need.")
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}. Mend the path in GEO_GAZETTEER, or make the file readable."
        ) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputError(
            f"{path}, line {line}: byte {content[error.start]:#04x} is not UTF-8. Save the file as UTF-8."
        ) from error
    if "\0" in text:
        raise InputError(f"{path}, line {text[: text.index(chr(0))].count(chr(10)) + 1}: a NUL byte; this is no text.")
    if not text.strip():
        raise InputError(f"{path} is empty. Add places, or take the file out of GEO_GAZETTEER.")
    return text


def csv_records(path: Path, text: str) -> Iterator[tuple[str, dict[str, Any], BaseGeometry | None]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        check_columns(path, [column.strip() for column in reader.fieldnames or ()])
        reader.fieldnames = [column.strip() for column in reader.fieldnames or ()]
        line = reader.line_num + 1
        for record in reader:
            line, where = reader.line_num + 1, f"line {reader.line_num}"
            if None in record:
                raise InputError(
                    f"{path}, {where}: more fields than columns. Put quotes around a text that holds a comma."
                )
            yield where, {column: (value or "").strip() for column, value in record.items()}, None
    except csv.Error as error:
        raise InputError(
            f"{path}, line {line}: {error}. Mend that line; look for a quote that is not closed."
        ) from error


def check_columns(path: Path, columns: list[str]) -> None:
    known = f"A file has {', '.join(NEEDED)} and may have {', '.join(COLUMNS[len(NEEDED) :])}, parted by commas"
    for column in columns:
        if column not in COLUMNS:
            raise InputError(f"{path}, line 1: column '{column[:40]}' is not known. {known}. Rename it or take it out.")
        if columns.count(column) > 1:
            raise InputError(f"{path}, line 1: column '{column}' is there twice. Take one out.")
    for column in NEEDED:
        if column not in columns:
            raise InputError(f"{path}, line 1: column '{column}' is missing. {known}. Add it.")


def geojson_records(path: Path, text: str) -> Iterator[tuple[str, dict[str, Any], BaseGeometry | None]]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}, line {error.lineno}, column {error.colno}: {error.msg}. Mend the JSON.") from error
    except RecursionError:
        raise InputError(f"{path}: brackets within brackets without end. Mend the JSON.") from None
    kind = document.get("type") if isinstance(document, dict) else None
    features = document.get("features") if kind == "FeatureCollection" else [document] if kind == "Feature" else None
    if not isinstance(features, list):
        raise InputError(f"{path} is no GeoJSON FeatureCollection. Export it as one.")
    corners = 0
    for number, feature in enumerate(features, 1):
        where = f"feature {number}"
        shape = outline(path, where, feature.get("geometry") if isinstance(feature, dict) else None)
        corners += int(shapely.get_num_coordinates(shape))
        if corners > MAX_CORNERS:
            raise InputError(f"{path}, {where}: more than {MAX_CORNERS:,} corners up to here. Simplify the outlines.")
        properties = feature.get("properties") or {}
        if not isinstance(properties, dict):
            raise InputError(f"{path}, {where}: its properties are no object. Give it at least a 'name'.")
        record = {column: properties[column] for column in COLUMNS if properties.get(column) is not None}
        lat, lon = (shape.y, shape.x) if isinstance(shape, Point) else middle(shape)
        if "radius_km" not in record and not isinstance(shape, Point):
            record["radius_km"] = max(0.1, equal_radius_km(shape))
        area = None if isinstance(shape, Point) else shape
        yield where, {"name": "", **record, "lat": lat, "lon": lon}, area


def outline(path: Path, where: str, geometry: Any) -> BaseGeometry:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in SHAPES:
        raise InputError(f"{path}, {where}: its geometry is {str(kind)[:40]}, expected {', '.join(SHAPES)}.")
    try:
        shape = shapely.force_2d(shapely.geometry.shape(geometry))
        west, south, east, north = shape.bounds
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.errors.ShapelyError) as error:
        raise InputError(f"{path}, {where}: its coordinates are malformed ({error}). Draw it anew.") from error
    if not (west >= -180 and east <= 180 and south >= -90 and north <= 90):  # also not a number
        raise InputError(
            f"{path}, {where}, coordinates: {west:g}, {south:g} to {east:g}, {north:g} is out of range. "
            "GeoJSON has longitude first, in [-180, 180], then latitude, in [-90, 90]."
        )
    if kind == "Point":
        return shape
    solid = shapely.make_valid(shape)
    parts = [part for part in getattr(solid, "geoms", [solid]) if part.geom_type in SHAPES and part.area > 0]
    if not parts:
        raise InputError(f"{path}, {where}: its outline has no area. Draw it anew.")
    return shapely.union_all(parts)


def split_names(value: Any) -> Any:
    return [name.strip() for name in value.split("|") if name.strip()] if isinstance(value, str) else value


def checked_name(name: str) -> str:
    if not key_of(name):
        raise ValueError("a name needs a letter or digit")
    return name


def checked_country(code: str | None) -> str | None:
    if code and code != "XKX" and pycountry.countries.get(alpha_3=code) is None:
        raise ValueError("no ISO 3166-1 code of three letters, such as CHN")
    return code or None


def or_usual(usual: Any) -> BeforeValidator:
    """Take an empty field as not given."""
    return BeforeValidator(lambda value: usual if value == "" else value)


Name = Annotated[str, Field(max_length=MAX_NAME_CHARS), AfterValidator(checked_name)]


class CustomPlace(BaseModel):
    """One row as it is written, checked."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    name: Annotated[list[Name], BeforeValidator(split_names), Field(min_length=1, max_length=100)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    kind: Annotated[PlaceKind, or_usual(PlaceKind.OTHER)] = PlaceKind.OTHER
    radius_km: Annotated[float, or_usual(USUAL_RADIUS_KM), Field(gt=0, le=20_000)] = USUAL_RADIUS_KM
    country: Annotated[str | None, AfterValidator(checked_country)] = None
    id: Annotated[str, Field(max_length=MAX_NAME_CHARS), BeforeValidator(str)] = ""
    source: Annotated[str, Field(max_length=1000)] = ""


def custom_row(path: Path, where: str, record: dict[str, Any], shape: BaseGeometry | None) -> Row:
    try:
        given = CustomPlace.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        said = first["msg"].removeprefix("Value error, ")
        value = f" ('{str(first['input'])[:40]}' was given)"
        raise InputError(f"{path}, {where}, column '{first['loc'][0]}': {said}{value}. Mend that row.") from error
    own_id = given.id or digest(words=(*given.name, f"{given.lat} {given.lon}"))[:12]
    place = Place(
        place_id=f"custom:{own_id}",
        name=given.name[0],
        kind=given.kind,
        lat=given.lat,
        lon=given.lon,
        radius_km=given.radius_km,
        country=given.country,
        weight=1.0,
        source=given.source or path.name,
    )
    return Row(place, tuple(dict.fromkeys(given.name)), shape)
