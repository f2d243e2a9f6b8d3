"""A point to the places that it lies in: town, base, province, country, sea."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import shapely
import shapely.geometry
from shapely.geometry.base import BaseGeometry

from geo.gazetteer import Gazetteer
from geo.gazetteer.shapes import distance_km
from geo.text.countries import country_name
from geo.types import Place, PlaceKind

REACH_KM = 60.0  # a place without an outline reaches no farther than this; wide ones (an island chain) say nothing
COAST_DEGREES = 0.15  # outlines are coarse: what lies this close to a country or sea and in none is in the nearest
TOWN_KM = 200.0  # the province of a point is that of the nearest town, if it is no farther
KM_A_DEGREE = 111.2  # of latitude
WHOLES = (PlaceKind.COUNTRY, PlaceKind.SEA, PlaceKind.STRAIT)
MAX_OUTLINES = 1000  # kept in memory once they were asked for; all together take a few MB
POINTS = (PlaceKind.CITY, PlaceKind.AIRFIELD)  # of which the built gazetteer has no outlines


@dataclass(frozen=True, slots=True)
class Around:
    """A place that a point lies in, and what says so: its outline, its radius, or a town near by."""

    place: Place
    basis: str  # outline, radius, nearest outline, nearest town, country of the place


def places_at(lat: float, lon: float, gazetteer: Gazetteer) -> tuple[Around, ...]:
    """Return the places that a point lies in, the smallest first; the country and the sea come last.

    Args:
        lat, lon: WGS 84 degrees; lat in [-90, 90], lon in [-180, 180].
    Raises:
        GazetteerNotBuilt: the gazetteer file is damaged.
    Not handled: provinces have no outlines, so the province is that of the
    nearest town of the same country; territorial waters belong to no country.
    """
    sides = (-180.0, 180.0) if abs(lon) == 180.0 else (lon,)  # both edges of the map
    spot = shapely.MultiPoint([(side, lat) for side in sides])
    near = gazetteer.around(lat, lon, REACH_KM / KM_A_DEGREE)
    within: list[Around] = []
    close: list[tuple[float, Place]] = []
    for place in near:
        outline = outline_of(gazetteer, place.place_id) if may_have_outline(place) else None
        if outline is not None:
            if outline.intersects(spot):
                within.append(Around(place, "outline"))
            elif place.kind in WHOLES:
                close.append((float(outline.distance(spot)), place))
        elif place.kind is not PlaceKind.REGION and away_km(lat, lon, place) <= place.radius_km <= REACH_KM:
            within.append(Around(place, "radius"))
    if not any(one.place.kind in WHOLES for one in within):
        coast = [(degrees, place.radius_km, place) for degrees, place in close if degrees <= COAST_DEGREES]
        within += [Around(min(coast, key=lambda found: found[:2])[2], "nearest outline")] if coast else []
    within += country_of_smallest(lat, lon, within, gazetteer)
    within += province(lat, lon, within, gazetteer)
    return tuple(sorted(within, key=lambda one: (one.place.radius_km, away_km(lat, lon, one.place))))


def may_have_outline(place: Place) -> bool:
    return place.kind not in POINTS or place.place_id.startswith("custom:")


@lru_cache(maxsize=MAX_OUTLINES)
def outline_of(gazetteer: Gazetteer, place_id: str) -> BaseGeometry | None:
    """Return the shape of a place in (lon, lat), ready to be asked many times; None where only its point is known."""
    held = gazetteer.shape(place_id)
    if held is None:
        return None
    shape = shapely.geometry.shape(held)
    shapely.prepare(shape)
    return shape


def country_of_smallest(lat: float, lon: float, within: list[Around], gazetteer: Gazetteer) -> list[Around]:
    """Return the country of the nearest place where the coarse coast leaves the point in no country."""
    if any(one.place.kind is PlaceKind.COUNTRY for one in within):
        return []
    held = [one.place for one in within if one.place.country and one.basis == "radius"]
    if not held:
        return []
    nearest = min(held, key=lambda place: away_km(lat, lon, place))
    found = gazetteer.candidates(country_name(str(nearest.country)))
    return [
        Around(place, "country of the place")
        for place in found
        if place.kind is PlaceKind.COUNTRY and place.country == nearest.country
    ][:1]


def province(lat: float, lon: float, within: list[Around], gazetteer: Gazetteer) -> list[Around]:
    countries = {one.place.country for one in within if one.place.kind is PlaceKind.COUNTRY}
    for reach_km in (REACH_KM, TOWN_KM) if countries else ():
        towns = [
            (distance, place)
            for place in gazetteer.around(lat, lon, reach_km / KM_A_DEGREE)
            if place.kind is PlaceKind.CITY and place.region and place.country in countries
            if (distance := away_km(lat, lon, place)) <= reach_km
        ]
        if towns:
            town = min(towns, key=lambda found: (found[0], found[1].place_id))[1]
            found = gazetteer.candidates(str(town.region))
            regions = (place for place in found if place.kind is PlaceKind.REGION and place.country == town.country)
            return [Around(place, "nearest town") for place in regions][:1]
    return []


def away_km(lat: float, lon: float, place: Place) -> float:
    return distance_km(lat, lon, place.lat, place.lon)
