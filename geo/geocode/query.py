"""What callers of a geocoder give, checked and brought into one form; what cannot be used is geopy's own error."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from typing import Any

import pycountry
from geopy.exc import GeocoderQueryError
from geopy.point import Point

from geo.types import PlaceKind

# The parts of a structured query as Nominatim takes it, the smallest first, with the kinds of place that each names;
# None: whatever has that name. Streets and postal codes are not in the gazetteer.
PARTS: Mapping[str, tuple[PlaceKind, ...] | None] = {
    "amenity": None,
    "city": (PlaceKind.CITY, PlaceKind.PORT),
    "county": (PlaceKind.REGION,),
    "state": (PlaceKind.REGION,),
    "country": (PlaceKind.COUNTRY,),
}
NOT_HELD = ("street", "postalcode")


def query_parts(query: Any) -> tuple[tuple[str, tuple[PlaceKind, ...] | None], ...]:
    """Return the names of a query, the smallest place first, with the kinds asked for (None: any).

    Raises:
        GeocoderQueryError: neither text nor a structured query, or a part of one that there is not.
    """
    if query is None:
        return ()
    if isinstance(query, str):
        return tuple((part.strip(), None) for part in query.split(",") if part.strip())
    if not isinstance(query, Mapping):
        raise GeocoderQueryError(f"A query is text or a mapping of {', '.join(PARTS)}; {type(query).__name__} is none.")
    for part, name in query.items():
        if part not in PARTS and part not in NOT_HELD:
            raise GeocoderQueryError(
                f"A structured query has no part {part!r}. It has {', '.join((*PARTS, *NOT_HELD))}."
            )
        if name is not None and not isinstance(name, str):
            raise GeocoderQueryError(f"'{part}' of a structured query is {type(name).__name__}, expected text.")
    return tuple((str(query[part]).strip(), kinds) for part, kinds in PARTS.items() if (query.get(part) or "").strip())


def query_point(query: Any) -> Point:
    """Return the point of a geopy Point, (lat, lon) or "lat, lon"; longitudes are brought into [-180, 180].

    Raises:
        GeocoderQueryError: no pair of numbers, not finite, or a latitude outside [-90, 90].
    """
    if isinstance(query, Point):
        return query
    try:
        if isinstance(query, str):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # geopy warns of a latitude and then raises as well
                return Point(query)
        lat, lon, *_ = (float(part) for part in query)
        if not -90 <= lat <= 90:
            raise ValueError(f"the latitude {lat} is outside [-90, 90]; the order is (latitude, longitude)")
        return Point(lat, lon)
    except (TypeError, ValueError, OverflowError) as error:
        shown = repr(query)[:80]
        raise GeocoderQueryError(f"{shown} is no point: {error}. Give (lat, lon) in degrees or 'lat, lon'.") from error


def query_limit(limit: Any) -> int | None:
    """Return the most answers wanted, None for all.

    Raises:
        GeocoderQueryError: no whole number from 1 on.
    """
    if limit is None:
        return None
    try:
        most = int(limit)
    except (TypeError, ValueError, OverflowError):
        most = 0
    if most < 1:
        raise GeocoderQueryError(f"limit is {limit!r}, expected a whole number from 1 on.")
    return most


def alpha_3_codes(codes: str | Iterable[str] | None) -> frozenset[str]:
    """Return ISO alpha-3 codes for codes of two or three letters in any case.

    Raises:
        GeocoderQueryError: a code that ISO 3166-1 does not know.
    """
    if not codes:
        return frozenset()
    found = set()
    for code in codes.split(",") if isinstance(codes, str) else codes:
        wanted = code.strip().upper() if isinstance(code, str) else ""
        country = pycountry.countries.get(alpha_2=wanted) or pycountry.countries.get(alpha_3=wanted)
        if country is None and wanted != "XKX":
            raise GeocoderQueryError(f"{code!r} is no ISO 3166-1 country code. Give codes such as 'cn' or 'CHN'.")
        found.add(country.alpha_3 if country else wanted)
    return frozenset(found)
