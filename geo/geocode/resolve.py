"""Toponyms to places: context picks among the candidates of every name.

Each candidate starts from its weight; evidence from the report adds to it: the
place named after a comma, countries that the report speaks of, nearness to
places already chosen, and the kind that the words around ask for.
"""

from __future__ import annotations

from collections.abc import Sequence

from shapely.geometry import MultiPoint

from geo.gazetteer import Gazetteer
from geo.gazetteer.shapes import distance_km
from geo.geocode.choice import Choice, Sense, sense_of
from geo.geocode.evidence import (
    Weights,
    containments,
    favour_containment,
    favour_countries,
    favour_kinds,
    favour_neighbours,
    wholes,
)
from geo.geocode.given import toponyms_of
from geo.types import Located, Place, PlaceKind, PlaceMatch, Toponym

__all__ = ["resolve", "toponyms_of"]

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
    favour_countries(choices, countries, weights)
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
    """Return the place that written coordinates are: the middle of the corners, reaching to the farthest."""
    shape = MultiPoint([(lon, lat) for lat, lon in toponym.polygon]).envelope.centroid
    lat, lon = round(shape.y, 6), round(shape.x, 6)
    reach_km = max(distance_km(lat, lon, *corner) for corner in toponym.polygon)
    place = Place(
        place_id=f"area:{lat:.4f},{lon:.4f}",
        name=toponym.name,
        kind=PlaceKind.AREA,
        lat=lat,
        lon=lon,
        radius_km=round(max(POINT_RADIUS_KM, reach_km), 1),
        source="coordinates in the text",
    )
    return PlaceMatch(place, 1.0, 1.0, place.radius_km, method="coordinates")
