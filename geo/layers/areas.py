"""Places to the shapes that a map draws for them: seas as they lie between coasts, circles of uncertainty."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, mapping, shape

from geo.gazetteer import Gazetteer
from geo.gazetteer.countries import within_world
from geo.layers.tracks import EARTH_RADIUS_KM, continuous
from geo.types import PlaceKind

MAX_SHAPES = 100  # in one answer; a view that asks for more is drawn as counts anyway
DETAIL = 800  # a shape is drawn no finer than its longer side divided by this: about a pixel on a screen
MIN_TOLERANCE_DEGREES = 0.005
DECIMALS = 3  # of a degree: 100 m
CORNERS_NEEDED = 3


def shape_features(place_ids: Iterable[str], gazetteer: Gazetteer | None = None) -> list[dict[str, Any]]:
    """Return the areas of places as GeoJSON features, in (lon, lat); places without a shape are passed over.

    Raises:
        GazetteerNotBuilt: set-up has not run.
    """
    known = gazetteer or _gazetteer()
    features = []
    for place_id in list(dict.fromkeys(place_ids))[:MAX_SHAPES]:
        geometry = _drawn(known, place_id)
        if geometry is not None:
            features.append(
                {"type": "Feature", "id": place_id, "geometry": geometry, "properties": {"place_id": place_id}}
            )
    return features


@functools.lru_cache(maxsize=512)
def _drawn(gazetteer: Gazetteer, place_id: str) -> dict[str, Any] | None:
    found = gazetteer.shape(place_id)
    if found is None:
        return None
    whole = shape(found)
    west, south, east, north = whole.bounds
    tolerance = max(MIN_TOLERANCE_DEGREES, max(east - west, north - south) / DETAIL)
    simpler = whole.simplify(tolerance)
    parts = [part for part in getattr(simpler, "geoms", [simpler]) if part.area > tolerance**2]
    rounded = shapely.set_precision(shapely.MultiPolygon(parts) if parts else whole, 10**-DECIMALS)
    geometry = mapping(whole if rounded.is_empty else rounded)
    return {"type": geometry["type"], "coordinates": _round(geometry["coordinates"])}


@functools.cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open_anyway()[0]


def _round(nested: Any) -> Any:
    return round(nested, DECIMALS) if isinstance(nested, float) else [_round(part) for part in nested]


def is_given(place: Mapping[str, Any]) -> bool:
    """Tell whether a place of an event is an area that its report gives by coordinates, not by a name."""
    return place["kind"] == PlaceKind.AREA and str(place["place_id"]).startswith("area:")


def outline(corners: Sequence[Sequence[float]] | None) -> list[list[float]] | None:
    """Return the corners [[lat, lon], ...] of an area that a report gives, longitudes running on beyond 180.

    None for what encloses nothing: no corners, a single point, the middle of a circle.
    """
    if not corners or len(corners) < CORNERS_NEEDED:
        return None
    return continuous([[lat, lon] for lat, lon in corners])


def outline_geometry(areas: Iterable[Sequence[Sequence[float]]]) -> dict[str, Any] | None:
    """Return such areas as one valid GeoJSON geometry (RFC 7946: lon, lat, cut at 180 degrees), None for none.

    Where the sides of an area cross one another, the parts that they enclose are left.
    """
    rings = [Polygon([(lon, lat) for lat, lon in ring]) for corners in areas if (ring := outline(corners))]
    parts = [shapely.make_valid(part) for ring in rings for part in within_world(ring)]
    whole = shapely.union_all(parts)
    solid = [part for part in getattr(whole, "geoms", [whole]) if isinstance(part, Polygon) and not part.is_empty]
    if not solid:
        return None
    turned = [shapely.geometry.polygon.orient(part) for part in solid]
    geometry = mapping(turned[0] if len(turned) == 1 else MultiPolygon(turned))
    return {"type": geometry["type"], "coordinates": geometry["coordinates"]}


def circle(lat: float, lon: float, radius_km: float, corners: int = 64) -> list[list[float]]:
    """Return the corners [[lat, lon], ...] of a circle on the sphere, closed, longitudes running on beyond 180.

    Not handled: a circle round a pole is drawn as its edge, which does not enclose the pole on a flat map.
    """
    angle = radius_km / EARTH_RADIUS_KM
    lat1 = math.radians(lat)
    ring = []
    for corner in range(corners + 1):
        bearing = 2 * math.pi * corner / corners
        lat2 = math.asin(math.sin(lat1) * math.cos(angle) + math.cos(lat1) * math.sin(angle) * math.cos(bearing))
        east = math.atan2(
            math.sin(bearing) * math.sin(angle) * math.cos(lat1), math.cos(angle) - math.sin(lat1) * math.sin(lat2)
        )
        ring.append([round(math.degrees(lat2), 4), round(lon + math.degrees(east), 4)])
    return continuous(ring)
