"""Country polygons: the TopoJSON file of npm's world-atlas turned into shapely geometries by ISO 3166-1 alpha-3.

Natural Earth draws who holds the ground. Territories that it gives no code are
keyed as ISO 3166-1 sees them (`UNCODED`); Kosovo has the user-assigned XKX.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import pycountry
import shapely
import shapely.affinity
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import NotBuilt
from geo.paths import NODE_MODULES

ATLAS_FILE = NODE_MODULES / "world-atlas" / "countries-50m.json"
UNCODED = {
    "Kosovo": "XKX",
    "N. Cyprus": "CYP",
    "Somaliland": "SOM",
    "Siachen Glacier": "IND",
}
INDIAN_OCEAN_SPLIT_LON = 100.0  # Cocos (Keeling) Islands lie west of it, Christmas Island east


@cache
def country_polygons(path: Path = ATLAS_FILE) -> dict[str, BaseGeometry]:
    """Return the land of every country as (lon, lat) geometry, keyed by ISO 3166-1 alpha-3 or XKX.

    Raises:
        NotBuilt: world-atlas is not installed, or its file is damaged.
    Not handled: border viewpoints other than Natural Earth's.
    """
    parts: dict[str, list[Polygon]] = {}
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
        arcs = [decoded_arc(arc, topology["transform"]) for arc in topology["arcs"]]
        for feature in topology["objects"]["countries"]["geometries"]:
            for polygon in feature_polygons(feature, arcs):
                parts.setdefault(country_code(feature, polygon), []).append(polygon)
    except FileNotFoundError as error:
        raise NotBuilt(f"Country outlines are missing: {path}. Run `python -m geo setup`.") from error
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise NotBuilt(f"Country outlines cannot be read: {path} ({error!r}). Run `python -m geo setup`.") from error
    return {code: merged(polygons) for code, polygons in sorted(parts.items())}


@cache
def land() -> BaseGeometry:
    """Return all countries' land as one prepared geometry."""
    union = shapely.union_all(list(country_polygons().values()))
    shapely.prepare(union)
    return union


def decoded_arc(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """Undo delta encoding and quantisation of one TopoJSON arc; points are (lon, lat)."""
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    columns = accumulate(point[0] for point in arc), accumulate(point[1] for point in arc)
    return [(x * scale_x + shift_x, y * scale_y + shift_y) for x, y in zip(*columns, strict=True)]


def feature_polygons(feature: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> list[Polygon]:
    if feature["type"] not in ("Polygon", "MultiPolygon"):
        return []
    polygons = [feature["arcs"]] if feature["type"] == "Polygon" else feature["arcs"]
    whole = [Polygon(ring(rings[0], arcs), [ring(hole, arcs) for hole in rings[1:]]) for rings in polygons]
    return [part for polygon in whole for part in within_world(polygon)]


def ring(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Join arcs end to end (~i is arc i backwards), running on past 180 degrees where a ring crosses it."""
    points: list[tuple[float, float]] = []
    shift = 0.0
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        for lon, lat in arc[1:] if points else arc:
            if points and abs(lon + shift - points[-1][0]) > 180:
                shift += -360.0 if lon + shift > points[-1][0] else 360.0
            points.append((lon + shift, lat))
    if abs(points[-1][0] - points[0][0]) > 180:  # a ring around the South Pole: close it along the pole
        points += [(points[-1][0], -90.0), (points[0][0], -90.0)]
    return points


def within_world(polygon: Polygon) -> list[Polygon]:
    """Cut at the antimeridian, so that every part lies between -180 and 180 degrees."""
    if polygon.bounds[0] >= -180 and polygon.bounds[2] <= 180:
        return [polygon]
    solid = shapely.make_valid(polygon)
    parts = [
        shapely.affinity.translate(shapely.intersection(solid, shapely.box(west, -90, west + 360, 90)), -180 - west)
        for west in (-540.0, -180.0, 180.0)
    ]
    return [part for found in parts for part in getattr(found, "geoms", [found]) if isinstance(part, Polygon)]


def country_code(feature: dict[str, Any], polygon: Polygon) -> str:
    name = feature["properties"]["name"]
    if name == "Indian Ocean Ter.":
        return "CCK" if polygon.centroid.x < INDIAN_OCEAN_SPLIT_LON else "CXR"
    if name in UNCODED:
        return UNCODED[name]
    country = pycountry.countries.get(numeric=feature["id"])
    if country is None:
        raise ValueError(f"no country has the ISO number of {name}")
    return str(country.alpha_3)


def merged(polygons: list[Polygon]) -> BaseGeometry:
    """Return one valid geometry; parts that touch become one."""
    if len(polygons) == 1 and polygons[0].is_valid:
        return polygons[0]
    valid = [shapely.make_valid(polygon) for polygon in polygons]
    union = shapely.union_all(valid)
    return union if isinstance(union, (Polygon, MultiPolygon)) else shapely.buffer(union, 0)
