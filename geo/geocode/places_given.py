"""A place as somebody gives it by hand: an id of the gazetteer, coordinates, or that there is none."""

from __future__ import annotations

from geopy.exc import GeocoderQueryError

from geo.errors import InputError
from geo.gazetteer import Gazetteer
from geo.geocode.query import query_point
from geo.types import Place, PlaceKind

NO_PLACE = "none"
USUAL_RADIUS_KM = 10.0


def place_given(
    name: str,
    words: str,
    gazetteer: Gazetteer,
    radius_km: float | None = None,
    kind: PlaceKind | None = None,
) -> Place | None:
    """Return the place that words give for a name, None for "none".

    Args:
        words: a place id ("own:sea-of-japan"), "lat, lon" or "12.5N 131.2E" in degrees, or "none".
        radius_km, kind: of a place given by coordinates.
    Raises:
        InputError: none of these, out of range, or an id that the gazetteer has not.
    """
    words = words.strip()
    if words.lower() == NO_PLACE:
        return None
    if (known := gazetteer.place(words)) is not None:
        return known
    try:
        point = query_point(words)
    except GeocoderQueryError as error:
        raise InputError(
            f"'{words[:80]}' is no place: neither an id of the gazetteer nor 'lat, lon' in range nor 'none'. "
            "`geocode` and `explain` show the ids."
        ) from error
    return place_at(name, point.latitude, point.longitude, radius_km, kind)


def place_at(name: str, lat: float, lon: float, radius_km: float | None = None, kind: PlaceKind | None = None) -> Place:
    """Return a place at coordinates given by hand.

    Raises:
        InputError: the radius is not between 0 and 20,000 km.
    """
    if radius_km is not None and not 0 < radius_km <= 20_000:
        raise InputError(f"A radius of {radius_km:g} km is out of range. Give one from above 0 to 20,000.")
    return Place(
        place_id=f"hand:{lat:.5f},{lon:.5f}",
        name=name,
        kind=kind or PlaceKind.OTHER,
        lat=round(lat, 7),
        lon=round(lon, 7),
        radius_km=radius_km or USUAL_RADIUS_KM,
        source="set by hand",
    )
