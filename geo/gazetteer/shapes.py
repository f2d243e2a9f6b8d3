"""Outlines to shapes: a coarse ring "lat lon, lat lon, …" becomes the sea inside it, without the land."""

from __future__ import annotations

import math

import numpy as np
import shapely
import shapely.ops
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo.gazetteer.countries import land, within_world

EARTH_RADIUS_KM = 6371.0088  # IUGG mean radius R1
INLAND_DEGREES = 0.2  # how far from the coast a middle lies at least, where the land is wide enough


def outline_polygon(outline: str) -> BaseGeometry:
    """Return the (lon, lat) shape of rings "lat lon, lat lon, …", several of them parted by ";".

    Longitudes may run past 180 where a ring crosses the antimeridian.

    Raises:
        ValueError: a ring has fewer than three corners, or a corner is no pair of numbers in range.
    """
    rings = [[corner(pair) for pair in ring.split(",")] for ring in outline.split(";")]
    if any(len(ring) < 3 for ring in rings):
        raise ValueError("a ring needs three corners or more")
    parts = [shapely.make_valid(part) for ring in rings for part in within_world(Polygon(ring))]
    return shapely.union_all(parts)


def corner(pair: str) -> tuple[float, float]:
    lat, lon = (float(number) for number in pair.split())
    if not (-90 <= lat <= 90 and -360 <= lon <= 360):
        raise ValueError(f"'{pair.strip()}' is not 'lat lon' in degrees")
    return lon, lat


def water_inside(outline: BaseGeometry) -> BaseGeometry:
    """Return the polygons of an outline that are not land; the outline itself where land has swallowed it."""
    wet = shapely.difference(outline, land())
    polygons = [part for part in getattr(wet, "geoms", [wet]) if isinstance(part, Polygon) and not part.is_empty]
    if not polygons:  # a bay too small for the scale of the coast
        return outline
    return MultiPolygon(polygons) if len(polygons) != 1 else polygons[0]


def area_km2(shape: BaseGeometry) -> float:
    """Return the area on the sphere, by way of the equal-area cylinder projection."""
    return float(shapely.transform(shape, to_equal_area).area)


def to_equal_area(points: NDArray[np.float64]) -> NDArray[np.float64]:
    radians = np.radians(points)
    return EARTH_RADIUS_KM * np.column_stack((radians[:, 0], np.sin(radians[:, 1])))


def middle(shape: BaseGeometry) -> tuple[float, float]:
    """Return (lat, lon) of a point in the middle of a shape, always inside it."""
    west, _, east, _ = shape.bounds
    if east - west > 350 and isinstance(shape, MultiPolygon):  # cut by the antimeridian: bring the parts together
        shape = shapely.union_all([shapely.transform(part, east_of_greenwich) for part in shape.geoms])
    centre = shape.centroid
    inside = centre if shape.contains(centre) else _land_nearest(shape, centre)
    return round(inside.y, 4), round((inside.x + 180) % 360 - 180, 4)


def _land_nearest(shape: BaseGeometry, centre: BaseGeometry) -> Point:
    """Return the point of a shape nearest to its centre in the sea or abroad: Honshu, not Hokkaido, for Japan."""
    inner = shapely.buffer(shape, -INLAND_DEGREES)
    nearest = shapely.ops.nearest_points(shape.representative_point() if inner.is_empty else inner, centre)[0]
    return Point(shapely.get_coordinates(nearest)[0])


def east_of_greenwich(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return points + np.array([360.0, 0.0]) if points[:, 0].mean() < 0 else points


def equal_radius_km(shape: BaseGeometry) -> float:
    """Return the radius of the circle that has the shape's area."""
    return round(math.sqrt(area_km2(shape) / math.pi), 1)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points (haversine formula)."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half_chord = (
        math.sin((other_phi - phi) / 2) ** 2
        + math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half_chord)))
