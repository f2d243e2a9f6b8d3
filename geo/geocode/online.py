"""Names that the gazetteer lacks, asked of geopy's Nominatim or Photon: off unless it is switched on.

`GEO_ONLINE=nominatim` or `GEO_ONLINE=photon` switches it on. At most one
question a second goes out, each with a time limit, and every answer (also "no
such place") is kept on disk, so that nothing is asked twice.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import get_geocoder_for_service
from geopy.location import Location

from geo.errors import InputError
from geo.paths import built
from geo.types import Located, Place, PlaceKind, PlaceMatch

SERVICES = ("nominatim", "photon")
USER_AGENT = "joint-maneuvers"
MIN_DELAY_SECONDS = 1.0  # the services' usage policies ask for it
TIMEOUT_SECONDS = 5.0
ONLINE_SCORE = 0.5  # one unchecked answer: a toss-up until somebody looks at it
UNKNOWN_RADIUS_KM = 25.0

Geocode = Callable[..., Location | None]


class OnlineGeocoder:
    """One service behind a rate limit and a cache on disk."""

    def __init__(
        self,
        service: str,
        geocode: Geocode | None = None,
        cache: Path | None = None,
        min_delay_seconds: float = MIN_DELAY_SECONDS,
    ) -> None:
        """
        Args:
            service: nominatim or photon.
            geocode: what asks the service, by default geopy's own geocoder.
            cache: SQLite file of the answers, by default beside the gazetteer.
        Raises:
            InputError: the service is none of the two.
        """
        if service not in SERVICES:
            raise InputError(f"GEO_ONLINE is '{service}', expected {' or '.join(SERVICES)}, or leave it unset.")
        self.service = service
        self.cache = cache or built() / "geocoded.sqlite"
        if geocode is None:
            geocode = get_geocoder_for_service(service)(user_agent=USER_AGENT, timeout=TIMEOUT_SECONDS).geocode
        self.ask = RateLimiter(geocode, min_delay_seconds=min_delay_seconds, max_retries=0, swallow_exceptions=False)

    def find(self, name: str) -> Place | None:
        """Return the place that the service gives for a name, None for no match or no answer."""
        kept = self.remembered(name)
        if kept is None:
            try:
                location = self.ask(name, exactly_one=True)
            except GeopyError:  # no network, too slow, refused: ask again another time
                return None
            kept = [] if location is None else [location.address, location.latitude, location.longitude]
            self.remember(name, kept)
        return place_from(self.service, kept) if kept else None

    def remembered(self, name: str) -> list[Any] | None:
        with closing(self.open_cache()) as file:
            row = file.execute(
                "SELECT answer FROM geocoded WHERE service = ? AND name = ?", (self.service, name)
            ).fetchone()
        return None if row is None else json.loads(row[0])

    def remember(self, name: str, answer: list[Any]) -> None:
        with closing(self.open_cache()) as file, file:
            file.execute("INSERT OR REPLACE INTO geocoded VALUES (?, ?, ?)", (self.service, name, json.dumps(answer)))

    def open_cache(self) -> sqlite3.Connection:
        self.cache.parent.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(self.cache, timeout=10)
        file.execute(
            "CREATE TABLE IF NOT EXISTS geocoded (service TEXT, name TEXT, answer TEXT, PRIMARY KEY (service, name))"
        )
        return file


def online_geocoder() -> OnlineGeocoder | None:
    """Return the geocoder that GEO_ONLINE names, None where it is unset.

    Raises:
        InputError: it names an unknown service.
    """
    service = os.environ.get("GEO_ONLINE", "").strip().lower()
    return OnlineGeocoder(service) if service else None


def fill_unresolved(located: Sequence[Located], online: OnlineGeocoder) -> tuple[Located, ...]:
    """Ask the service for every name that has no match, and leave the others as they are."""
    filled = []
    for found in located:
        place = online.find(found.toponym.name) if found.match is None and not found.toponym.polygon else None
        if place is not None:
            match = PlaceMatch(place, ONLINE_SCORE, 0.0, place.radius_km, method=online.service)
            found = Located(found.toponym, match)
        filled.append(found)
    return tuple(filled)


def place_from(service: str, kept: list[Any]) -> Place:
    address, lat, lon = kept
    name = str(address).split(",")[0]
    return Place(
        place_id=f"{service}:{lat:.5f},{lon:.5f}",
        name=name,
        kind=PlaceKind.OTHER,
        lat=lat,
        lon=lon,
        radius_km=UNKNOWN_RADIUS_KM,
        source=service,
    )
