"""A geopy geocoder over the built gazetteer: names to points and back, without a network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from babel import Locale
from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from geo.gazetteer import Gazetteer
from geo.geocode.answers import as_answer
from geo.geocode.forms import looked_up
from geo.geocode.given import toponyms_of
from geo.geocode.languages import country_in, languages_of, locale_of, name_in
from geo.geocode.query import alpha_3_codes, query_limit, query_parts, query_point
from geo.geocode.resolve import resolve
from geo.geocode.reverse import places_at
from geo.types import Place, PlaceKind, Span


class OfflineGeocoder(Geocoder):  # type: ignore[misc]
    """Answers as geopy's own geocoders do: a Location, a list of them, or None for no match.

    `Location.raw` holds name, names, kind, radius_km, country, region, source
    and place_id. Usable in a RateLimiter, picklable, and never opens a socket.
    What cannot be asked raises geopy's GeocoderQueryError, which is a ValueError.
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
            query: a name, "name, region, country", or a structured query as Nominatim
                takes it: amenity, city, county, state, country (streets and postal codes
                are passed over). A place outside the country that is named is no answer.
            limit: the most places to return, from 1 on.
            country_codes: ISO 3166-1 codes of two or three letters that places must lie in.
            language: "ru", "zh-TW,en": the language of the address, where the name is known in it.
            timeout: taken for geopy's sake.
        Raises:
            GeocoderQueryError: an argument that cannot be used.
        """
        most, wanted, languages = query_limit(limit), alpha_3_codes(country_codes), languages_of(language)
        places = [place for place in self.places(query) if not wanted or place.country in wanted]
        return self.answers([(place, {}) for place in places], exactly_one, most, languages)

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
        language: Any = False,
    ) -> Location | list[Location] | None:
        """Return the smallest place that a point lies in, or all: base, town, province, country, sea.

        `Location.raw["basis"]` says what it rests on: outline, radius, nearest outline
        (coasts are coarse), nearest town (provinces have no outlines).

        Args:
            query: a geopy Point, (lat, lon) or "lat, lon" in degrees.
        Raises:
            GeocoderQueryError: no point, or an argument that cannot be used.
        """
        most, languages, point = query_limit(limit), languages_of(language), query_point(query)
        found = places_at(point.latitude, point.longitude, self.gazetteer)
        return self.answers([(one.place, {"basis": one.basis}) for one in found], exactly_one, most, languages)

    def places(self, query: Any) -> tuple[Place, ...]:
        """Return candidates, the best first; what stands after a comma says where to look."""
        parts = query_parts(query)
        if not parts:
            return ()
        if isinstance(query, str) and (whole := self.gazetteer.candidates(query)):
            return whole
        (name, kinds), *outer = parts
        found = self.gazetteer.candidates(looked_up(name))
        if outer:
            found = self.in_context(", ".join(part for part, _ in parts), [part for part, _ in parts]) or found
        for part, _ in outer:
            around = {place.country for place in self.gazetteer.candidates(looked_up(part))}
            found = tuple(place for place in found if not around or place.country in around | {None})
        return tuple(place for place in found if kinds is None or place.kind in kinds)

    def in_context(self, text: str, parts: Sequence[str]) -> tuple[Place, ...]:
        """Return the candidates of the first part, ordered by what the others say of it."""
        spans, start = [], 0
        for part in parts:
            spans.append(Span(start, start + len(part)))
            start += len(part) + 2
        first = resolve(text, toponyms_of(text, spans), self.gazetteer)[0].match
        if first is None:
            return ()
        best = (first.place, *first.runners_up)
        known = {place.place_id for place in best}
        others = self.gazetteer.candidates(looked_up(parts[0]))
        return (*best, *(place for place in others if place.place_id not in known))

    def answers(
        self,
        found: Sequence[tuple[Place, dict[str, str]]],
        exactly_one: bool,
        limit: int | None,
        languages: Sequence[str],
    ) -> Location | list[Location] | None:
        if not found:
            return None
        locations = [self.location(place, more, languages) for place, more in found[: 1 if exactly_one else limit]]
        return locations[0] if exactly_one else locations

    def location(self, place: Place, more: Mapping[str, str] = {}, languages: Sequence[str] = ()) -> Location:
        raw = as_answer(place, self.gazetteer)
        name = name_in(languages, place, raw["names"])
        region = self.region_in(languages, place)
        locale = next((known for language in languages if (known := locale_of(language))), Locale("en"))
        country = country_in(locale, place.country) or country_in(Locale("en"), place.country)
        if place.kind is PlaceKind.COUNTRY:
            country = name
        address = ", ".join(dict.fromkeys(part for part in (name, region, country) if part))
        return Location(address, (place.lat, place.lon), {**raw, **more})

    def region_in(self, languages: Sequence[str], place: Place) -> str | None:
        if not languages or not place.region:
            return place.region
        found = self.gazetteer.candidates(place.region)
        regions = (one for one in found if one.kind is PlaceKind.REGION and one.country == place.country)
        region = next(regions, None)
        return name_in(languages, region, self.gazetteer.names(region.place_id)) if region else place.region

    def __reduce__(self) -> tuple[Any, ...]:
        return OfflineGeocoder, (self.gazetteer.path,)


class NoNetwork(BaseSyncAdapter):  # type: ignore[misc]
    """Stands where geopy wants a transport; there is nothing to transport."""

    def get_text(self, url: str, *, timeout: Any, headers: Any) -> str:
        raise NotImplementedError("OfflineGeocoder asks nobody")

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:
        raise NotImplementedError("OfflineGeocoder asks nobody")
