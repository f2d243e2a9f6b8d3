"""OfflineGeocoder: behaves as geopy's own geocoders and opens no socket."""

import pickle
import socket
from pathlib import Path

import pytest
from geopy.distance import great_circle
from geopy.extra.rate_limiter import RateLimiter
from geopy.location import Location
from geopy.point import Point

from geo.errors import GazetteerNotBuilt
from geo.gazetteer import Gazetteer
from geo.geocode import OfflineGeocoder, lookup


@pytest.fixture
def geocoder(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> OfflineGeocoder:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    return OfflineGeocoder(gazetteer.path)


NAMES = [  # name, kind, lat, lon, within km
    ("Qingdao", "city", 36.07, 120.38, 20),
    ("青岛", "city", 36.07, 120.38, 20),
    ("Владивосток", "city", 43.12, 131.9, 20),
    ("Sea of Japan", "sea", 40.0, 135.0, 150),
    ("Taiwan Strait", "strait", 24.3, 119.4, 150),
    ("Bab al-Mandab Strait", "strait", 12.6, 43.3, 60),
    ("Vaziani", "range", 41.63, 45.03, 30),
    ("Kadena Air Base", "base", 26.36, 127.77, 15),
    ("Springfield, Illinois", "city", 39.8, -89.65, 20),
    ("Springfield, Missouri", "city", 37.21, -93.3, 20),
    ("DPRK", "country", 40.0, 127.0, 200),
    ("Middle East", "region", 29.0, 42.0, 800),
]


@pytest.mark.parametrize(("name", "kind", "lat", "lon", "km"), NAMES)
def test_names_are_placed(geocoder: OfflineGeocoder, name: str, kind: str, lat: float, lon: float, km: float) -> None:
    found = geocoder.geocode(name)
    assert found.raw["kind"] == kind
    assert great_circle((found.latitude, found.longitude), (lat, lon)).km < km


def test_raw_says_where_an_answer_comes_from(geocoder: OfflineGeocoder) -> None:
    raw = geocoder.geocode("East Sea").raw
    assert raw["place_id"] == "own:sea-of-japan"
    assert {"East Sea", "Sea of Japan"} <= set(raw["names"])
    assert raw["radius_km"] > 300
    assert raw["source"]


@pytest.mark.parametrize("name", ["Xyzzyville", "", "   ", ",", "?!", "x" * 10_000, "\u202e\u0301" * 500])
def test_no_match_is_none(geocoder: OfflineGeocoder, name: str) -> None:
    assert geocoder.geocode(name) is None


def test_exactly_one_false_gives_a_limited_list(geocoder: OfflineGeocoder) -> None:
    every = geocoder.geocode("Georgia", exactly_one=False)
    assert {place.raw["kind"] for place in every} >= {"country", "region"}
    assert all(isinstance(place, Location) for place in every)
    assert len(geocoder.geocode("Georgia", exactly_one=False, limit=1)) == 1


@pytest.mark.parametrize("codes", ["us", "USA", ["us", "ca"]])
def test_country_codes_narrow_the_search(geocoder: OfflineGeocoder, codes: object) -> None:
    assert geocoder.geocode("Georgia", country_codes=codes).raw["country"] == "USA"


def test_unknown_country_code_is_said(geocoder: OfflineGeocoder) -> None:
    with pytest.raises(ValueError, match="ZZ"):
        geocoder.geocode("Georgia", country_codes="ZZ")


def test_structured_query(geocoder: OfflineGeocoder) -> None:
    assert geocoder.geocode({"city": "Vladivostok", "country": "Russia"}).raw["country"] == "RUS"


POINTS = [(Point(40.0, 135.0), "Sea of Japan"), ((36.2, 120.5), "Qingdao"), ("25.0, 120.9", "Taiwan Strait")]


@pytest.mark.parametrize(("point", "name"), POINTS)
def test_reverse_names_what_a_point_lies_in(geocoder: OfflineGeocoder, point: object, name: str) -> None:
    assert geocoder.reverse(point).raw["name"] == name


def test_reverse_lists_from_small_to_large(geocoder: OfflineGeocoder) -> None:
    names = [place.raw["name"] for place in geocoder.reverse((35.68, 139.69), exactly_one=False)]
    assert names.index("Tokyo") < names.index("Japan")


def test_works_in_a_rate_limiter(geocoder: OfflineGeocoder) -> None:
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=0.0)
    assert limited("Jakarta").raw["country"] == "IDN"
    assert limited("Xyzzyville") is None


def test_survives_pickling(geocoder: OfflineGeocoder) -> None:
    again = pickle.loads(pickle.dumps(geocoder))
    assert again.geocode("Busan").raw["country"] == "KOR"


def test_lookup_lists_runners_up(gazetteer: Gazetteer) -> None:
    answer = lookup("Georgia", None, gazetteer)
    assert answer is not None
    assert answer["country"] == "GEO"
    assert "USA" in {place["country"] for place in answer["runners_up"]}
    assert lookup("Georgia", "USA", gazetteer)["country"] == "USA"
    assert lookup("Xyzzyville", None, gazetteer) is None


def test_missing_gazetteer_names_the_mend(tmp_path: Path) -> None:
    with pytest.raises(GazetteerNotBuilt, match="python -m geo setup"):
        OfflineGeocoder(tmp_path / "gazetteer.sqlite")
