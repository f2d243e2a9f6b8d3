"""A geopy geocoder over the built gazetteer: names to points and back, without a network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pycountry
import shapely.geometry
from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.gazetteer import Gazetteer
from geo.gazetteer.shapes import distance_km
from geo.geocode.answers import as_answer
from geo.geocode.given import toponyms_of
from geo.geocode.resolve import resolve
from geo.types import Place, Span

STRUCTURED_PARTS = ("amenity", "street", "city", "county", "state", "postalcode", "country")  # as Nominatim has them
NEAR_DEGREES = 0.35  # the widest town reaches no farther than some 30 km


class OfflineGeocoder(Geocoder):  # type: ignore[misc]
    """Answers as geopy's own geocoders do: a Location, a list of them, or None for no match.

    `Location.raw` holds kind, radius_km, names, source and place_id. Usable in a
    RateLimiter, picklable, and never opens a socket.
    """

    def __init__(self, path: Path | str | None = None, **settings: Any) -> None:
        """Open the gazetteer, by default the one that set-up built; `settings` are geopy's own.

        Raises:
            GazetteerNotBuilt: the file is missing or damaged.
        """
        super().__init__(**(settings | {"adapter_factory": NoNetwork}))
        self.gazetteer = Gazetteer.open(Path(path) if path else None)

    def geocode(
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
        country_codes: str | Iterable[str] | None = None,
        language: Any = False,
    ) -> Location | list[Location] | None:
        """Return the best place of a name, or all with `exactly_one=False`, the best first.

        Args:
            query: a name, "name, region" or a structured query as Nominatim takes it.
            limit: the most places to return.
            country_codes: ISO 3166-1 codes of two or three letters that places must lie in.
            timeout, language: taken for geopy's sake; names come in English.
        """
        wanted = alpha_3_codes(country_codes)
        places = [place for place in self.places(query_text(query)) if not wanted or place.country in wanted]
        return self.answers(places, exactly_one, limit)

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
        language: Any = False,
    ) -> Location | list[Location] | None:
        """Return the smallest place that a point lies in: town, base, sea, country.

        Args:
            query: a geopy Point, (lat, lon) or "lat, lon".
        """
        point = query if isinstance(query, Point) else Point(query)
        lat, lon = point.latitude, point.longitude
        spot = shapely.geometry.Point(lon, lat)
        inside = []
        for place in self.gazetteer.around(lat, lon, NEAR_DEGREES):
            shape = self.gazetteer.shape(place.place_id)
            near = distance_km(lat, lon, place.lat, place.lon) <= place.radius_km
            if near if shape is None else shapely.geometry.shape(shape).covers(spot):
                inside.append(place)
        inside.sort(key=lambda place: (place.radius_km, place.place_id))
        return self.answers(inside, exactly_one, limit)

    def places(self, text: str) -> tuple[Place, ...]:
        """Return candidates, the best first; what stands after a comma says where to look."""
        whole = self.gazetteer.candidates(text)
        if whole or "," not in text:
            return whole
        spans, start = [], 0
        for part in text.split(","):
            blanks = len(part) - len(part.lstrip())
            spans.append(Span(start + blanks, start + blanks + len(part.strip())))
            start += len(part) + 1
        first = resolve(text, toponyms_of(text, spans), self.gazetteer)[0].match
        return (first.place, *first.runners_up) if first else ()

    def answers(
        self, places: Iterable[Place], exactly_one: bool, limit: int | None
    ) -> Location | list[Location] | None:
        locations = [self.location(place) for place in places][:limit]
        if not locations:
            return None
        return locations[0] if exactly_one else locations

    def location(self, place: Place) -> Location:
        country = pycountry.countries.get(alpha_3=place.country) if place.country else None
        country_name = getattr(country, "common_name", None) or getattr(country, "name", None)
        address = ", ".join(dict.fromkeys(part for part in (place.name, place.region, country_name) if part))
        return Location(address, (place.lat, place.lon), as_answer(place, self.gazetteer))

    def __reduce__(self) -> tuple[Any, ...]:
        return OfflineGeocoder, (self.gazetteer.path,)


class NoNetwork(BaseSyncAdapter):  # type: ignore[misc]
    """Stands where geopy wants a transport; there is nothing to transport."""

    def get_text(self, url: str, *, timeout: Any, headers: Any) -> str:
        raise NotImplementedError("OfflineGeocoder asks nobody")

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:
        raise NotImplementedError("OfflineGeocoder asks nobody")


def query_text(query: str | Mapping[str, str]) -> str:
    if isinstance(query, Mapping):
        return ", ".join(query[part] for part in STRUCTURED_PARTS if query.get(part))
    return str(query or "").strip()


def alpha_3_codes(codes: str | Iterable[str] | None) -> frozenset[str]:
    """Return ISO alpha-3 codes for codes of two or three letters in any case.

    Raises:
        ValueError: a code that ISO 3166-1 does not know.
    """
    if not codes:
        return frozenset()
    listed = codes.split(",") if isinstance(codes, str) else codes
    found = set()
    for code in (code.strip().upper() for code in listed):
        by_length = {2: pycountry.countries.get(alpha_2=code), 3: pycountry.countries.get(alpha_3=code)}
        country = by_length.get(len(code))
        if country is None and code != "XKX":
            raise ValueError(f"'{code}' is no ISO 3166-1 country code. Give codes such as 'cn' or 'CHN'.")
        found.add(country.alpha_3 if country else code)
    return frozenset(found)
