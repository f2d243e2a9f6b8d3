"""Toponyms to places: context picks among the candidates of every name.

Each candidate starts from its weight; evidence from the report adds to it: the
place named after a comma, countries that the report speaks of, nearness to
places already chosen, and the kind that the words around ask for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from geo.gazetteer import Gazetteer
from geo.gazetteer.shapes import distance_km
from geo.geocode.choice import Choice, Sense, sense_of
from geo.geocode.evidence import (
    Weights,
    containments,
    favour_containment,
    favour_kinds,
    favour_neighbours,
    favour_shared_areas,
    wholes,
)
from geo.types import Located, Place, PlaceKind, PlaceMatch, Toponym

WEIGHTS = Weights()
POINT_RADIUS_KM = 2.0  # minutes of arc, as texts usually give them


def resolve(
    text: str,
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    countries: Sequence[str] = (),
    weights: Weights = WEIGHTS,
) -> tuple[Located, ...]:
    """Return every toponym with the place it most likely means, in the order given.

    Args:
        countries: ISO 3166-1 alpha-3 codes that the report is about, from elsewhere than its place names.
    Raises:
        GazetteerNotBuilt: the gazetteer file is damaged.
    """
    choices: dict[Sense, Choice] = {}
    for toponym in toponyms:
        key = sense_of(toponym)
        if key not in choices:
            choices[key] = Choice(gazetteer.candidates(toponym.name), toponym.kind)
        choices[key].count += 1
    favour_kinds(choices, weights)
    pairs = containments(text, toponyms)
    favour_containment(pairs, choices, weights)
    favour_shared_areas(choices, countries, weights)
    favour_neighbours(choices, weights)
    matches = {sense: choice.match(weights.min_score) for sense, choice in choices.items()}
    settled = wholes(pairs, choices, matches, weights)
    return tuple(
        Located(
            toponym, area_match(toponym) if toponym.polygon else settled.get(toponym.span, matches[sense_of(toponym)])
        )
        for toponym in toponyms
    )


def area_match(toponym: Toponym) -> PlaceMatch:
    """Return the place that written coordinates are: a circle as stated, else the middle of the corners.

    `radius_km` reaches to the farthest corner. Corners on both sides of 180 degrees lie side by side.
    """
    first_lon = toponym.polygon[0][1]
    lats = [lat for lat, _ in toponym.polygon]
    lons = [lon + 360 * round((first_lon - lon) / 360) for _, lon in toponym.polygon]
    lat = round((min(lats) + max(lats)) / 2, 6)
    lon = round(((min(lons) + max(lons)) / 2 + 180) % 360 - 180, 6)
    reach_km = max(distance_km(lat, lon, *corner) for corner in toponym.polygon)
    radius_km = toponym.radius_km or max(POINT_RADIUS_KM, math.ceil(reach_km * 10) / 10)
    place = Place(
        place_id=f"area:{lat:.4f},{lon:.4f}",
        name=area_name(lat, lon, len(toponym.polygon), toponym.radius_km),
        kind=PlaceKind.AREA,
        lat=lat,
        lon=lon,
        radius_km=radius_km,
        source="coordinates in the text",
    )
    return PlaceMatch(place, 1.0, 1.0, radius_km, method="coordinates")


def area_name(lat: float, lon: float, corners: int, stated_radius_km: float | None) -> str:
    """Return what stands for written coordinates in titles and lists, where all corners would be too long."""
    middle = f"{abs(lat):.2f}°{'N' if lat >= 0 else 'S'} {abs(lon):.2f}°{'E' if lon >= 0 else 'W'}"
    if stated_radius_km:
        return f"{stated_radius_km:.3g} km around {middle}"
    return f"area around {middle}" if corners > 1 else middle
