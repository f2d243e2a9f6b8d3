"""Online geocoders: off by default, asked once, and only for what the gazetteer lacks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from geopy.exc import GeocoderTimedOut
from geopy.location import Location

from geo.errors import InputError
from geo.geocode import OnlineGeocoder, fill_unresolved, online_geocoder
from geo.types import Located, Place, PlaceKind, PlaceMatch, Span, Toponym

KNOWN = {"Orpholo": Location("Orpholo, Georgia", (41.62, 43.53), {})}
BUSAN = Place("geonames:1838524", "Busan", PlaceKind.CITY, 35.1, 129.04, 15.0, "KOR")


class Service:
    """A geocoding service on this machine that counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def geocode(self, name: str, exactly_one: bool = True) -> Location | None:
        self.asked.append(name)
        if name == "Slow":
            raise GeocoderTimedOut("too slow")
        return KNOWN.get(name)


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def online(service: Service, tmp_path: Path) -> Callable[[], OnlineGeocoder]:
    return lambda: OnlineGeocoder("photon", service.geocode, tmp_path / "cache.sqlite", min_delay_seconds=0.0)


def located(name: str, match: PlaceMatch | None = None) -> Located:
    return Located(Toponym(Span(0, len(name)), name, "given"), match)


def test_off_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GEO_ONLINE", raising=False)
    assert online_geocoder() is None


def test_unknown_service_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEO_ONLINE", "mapquest")
    with pytest.raises(InputError, match="nominatim or photon"):
        online_geocoder()


def test_answers_are_kept_on_disk(service: Service, online: Callable[[], OnlineGeocoder]) -> None:
    first = online().find("Orpholo")
    assert first is not None
    assert (first.lat, first.lon, first.source) == (41.62, 43.53, "photon")
    assert online().find("Orpholo") == first
    assert online().find("Nowhere") is None
    assert online().find("Nowhere") is None
    assert service.asked == ["Orpholo", "Nowhere"]


def test_a_slow_service_is_asked_again_another_time(service: Service, online: Callable[[], OnlineGeocoder]) -> None:
    assert online().find("Slow") is None
    assert online().find("Slow") is None
    assert service.asked == ["Slow", "Slow"]


def test_only_unresolved_names_are_asked(service: Service, online: Callable[[], OnlineGeocoder]) -> None:
    known = located("Busan", PlaceMatch(BUSAN, 0.9, 0.5, 15.0, "gazetteer"))
    filled = fill_unresolved((known, located("Orpholo"), located("Nowhere")), online())
    assert filled[0] is known
    assert filled[1].match is not None
    assert filled[1].match.method == "photon"
    assert filled[2].match is None
    assert service.asked == ["Orpholo", "Nowhere"]
