"""Located toponyms and lookups in the form that the command line prints."""

from __future__ import annotations

from typing import Any

from geopy.exc import GeocoderQueryError

from geo.errors import InputError
from geo.gazetteer import Gazetteer
from geo.geocode.query import alpha_3_codes
from geo.types import Located, Place


def as_mention(located: Located, text: str | None = None) -> dict[str, Any]:
    """Return one place mention: offsets in code points, WGS 84 degrees, None where unresolved.

    Args:
        text: the report's text; without it `text` is the name looked up, which
            differs where a place is described ("the Indonesian capital").
    """
    toponym, match = located.toponym, located.match
    mention: dict[str, Any] = {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "text": toponym.span.of(text) if text is not None else toponym.name,
        "name": toponym.name,
        "kind": toponym.kind.value if toponym.kind else None,
        "lat": None,
        "lon": None,
        "radius_km": None,
        "place_id": None,
        "country": None,
        "score": 0.0,
        "metonym": toponym.metonym,
        "method": None,
    }
    if match is not None:
        place = match.place
        mention |= {"kind": place.kind.value, "lat": place.lat, "lon": place.lon, "radius_km": match.radius_km}
        mention |= {"place_id": place.place_id, "country": place.country, "score": match.score}
        mention["method"] = match.method
    if toponym.polygon:
        mention["polygon"] = [list(corner) for corner in toponym.polygon]
    return mention


def lookup(name: str, country: str | None, gazetteer: Gazetteer) -> dict[str, Any] | None:
    """Return the best place of a name with its runners-up, None where the name is unknown.

    Args:
        country: ISO 3166-1 code of three letters (two will do); only places of that country are wanted.
    Raises:
        InputError: there is no such country.
    """
    try:
        wanted = alpha_3_codes(country)
    except GeocoderQueryError as error:
        raise InputError(str(error)) from error
    places = [place for place in gazetteer.candidates(name) if not wanted or place.country in wanted]
    if not places:
        return None
    return as_answer(places[0], gazetteer) | {"runners_up": [as_answer(place, gazetteer) for place in places[1:6]]}


def as_answer(place: Place, gazetteer: Gazetteer) -> dict[str, Any]:
    return {
        "name": place.name,
        "kind": place.kind.value,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "place_id": place.place_id,
        "country": place.country,
        "region": place.region,
        "score": place.weight,
        "names": list(gazetteer.names(place.place_id)),
        "source": place.source,
    }
