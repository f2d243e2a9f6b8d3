"""OfflineGeocoder: behaves as geopy's own geocoders and opens no socket."""

import pickle
import socket
import time
from pathlib import Path

import pytest
from geopy.distance import great_circle
from geopy.exc import GeocoderQueryError
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
    with pytest.raises(GeocoderQueryError, match="ZZ"):
        geocoder.geocode("Georgia", country_codes="ZZ")


STRUCTURED = [  # query, kind, ISO 3166-1 country
    ({"city": "Vladivostok", "country": "Russia"}, "city", "RUS"),
    ({"country": "Georgia"}, "country", "GEO"),
    ({"state": "Georgia"}, "region", "USA"),
    ({"city": "Springfield", "state": "Illinois", "country": "United States"}, "city", "USA"),
    ({"amenity": "Kadena Air Base", "country": "Japan"}, "base", "JPN"),
    ({"city": "Qingdao", "street": "1 Harbour Road", "postalcode": "266000"}, "city", "CHN"),
    ({"city": "Busan", "country": None, "state": ""}, "city", "KOR"),
]


@pytest.mark.parametrize(("query", "kind", "country"), STRUCTURED)
def test_structured_query(geocoder: OfflineGeocoder, query: dict[str, str], kind: str, country: str) -> None:
    raw = geocoder.geocode(query).raw
    assert (raw["kind"], raw["country"]) == (kind, country)


@pytest.mark.parametrize(
    "query", ["Qingdao, Japan", {"city": "Qingdao", "country": "Japan"}, {"street": "Main Street"}, {}, None]
)
def test_a_place_elsewhere_than_asked_for_is_no_match(geocoder: OfflineGeocoder, query: object) -> None:
    assert geocoder.geocode(query) is None


def test_a_sea_beside_a_country_is_found(geocoder: OfflineGeocoder) -> None:
    assert geocoder.geocode("Sea of Japan, Russia").raw["place_id"] == "own:sea-of-japan"


BAD_INPUT = [
    ("geocode", 7, {}),
    ("geocode", b"Busan", {}),
    ("geocode", ["Busan"], {}),
    ("geocode", {"town": "Busan"}, {}),
    ("geocode", {"city": 7}, {}),
    ("geocode", "Busan", {"limit": 0}),
    ("geocode", "Busan", {"limit": -1}),
    ("geocode", "Busan", {"limit": "two"}),
    ("geocode", "Busan", {"country_codes": "ZZ"}),
    ("geocode", "Busan", {"country_codes": [82]}),
    ("geocode", "Busan", {"country_codes": "Korea"}),
    ("geocode", "Busan", {"language": 7}),
    ("reverse", "here", {}),
    ("reverse", "", {}),
    ("reverse", None, {}),
    ("reverse", 12.5, {}),
    ("reverse", (12.5,), {}),
    ("reverse", (91, 0), {}),
    ("reverse", (-90.001, 0), {}),
    ("reverse", "120.5, 36.2", {}),
    ("reverse", (float("nan"), 0), {}),
    ("reverse", (0, float("inf")), {}),
    ("reverse", (0, 0), {"limit": 0}),
]


@pytest.mark.parametrize(("method", "query", "options"), BAD_INPUT, ids=[str(case)[:60] for case in BAD_INPUT])
def test_bad_input_is_geopys_own_error(
    geocoder: OfflineGeocoder, method: str, query: object, options: dict[str, object]
) -> None:
    with pytest.raises(GeocoderQueryError) as raised:
        getattr(geocoder, method)(query, **options)
    assert isinstance(raised.value, ValueError)
    assert len(str(raised.value)) < 300


HOSTILE = [
    "x" * 10_000,
    "Sea of " * 1_500,
    "a, " * 4_000,
    "\u0301" * 10_000,
    "\u202e" + "\u05d0" * 9_999,
    "\x00\x07\x1b[31m" * 2_000,
    "'; DROP TABLE place; --",
    "\ud800",
]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_no_match_and_quick(geocoder: OfflineGeocoder, name: str) -> None:
    started = time.process_time()
    assert geocoder.geocode(name) is None
    assert time.process_time() - started < 1.0


DISGUISED = [
    ("\u202bدمشق\u202c", "SYR"),
    ("\u200eBusan\u200f", "KOR"),
    ("São Paulo", "BRA"),
    ("Sa\u0303o Paulo", "BRA"),
    ("  QINGDAO\n", "CHN"),
    ("\ufeffBusan", "KOR"),
]


@pytest.mark.parametrize(("name", "country"), DISGUISED)
def test_direction_marks_and_combining_characters_change_no_name(
    geocoder: OfflineGeocoder, name: str, country: str
) -> None:
    assert geocoder.geocode(name).raw["country"] == country


POINTS = [  # point, the smallest place, one that must be named too
    (Point(40.0, 135.0), "Sea of Japan", "Sea of Japan"),
    ((36.2, 120.5), "Qingdao", "China"),
    ("25.0, 120.9", "Taiwan Strait", "Taiwan Strait"),
    ((36.07, 120.38), "Port of Qingdao", "China"),
]


@pytest.mark.parametrize(("point", "smallest", "also"), POINTS)
def test_reverse_names_what_a_point_lies_in(geocoder: OfflineGeocoder, point: object, smallest: str, also: str) -> None:
    assert geocoder.reverse(point).raw["name"] == smallest
    assert also in {place.raw["name"] for place in geocoder.reverse(point, exactly_one=False)}


OUTSIDE_TOWNS = [  # lat, lon, country or sea
    (50.0, 100.0, "Mongolia"),
    (62.0, 100.0, "Russia"),
    (23.0, 10.0, "Algeria"),
    (-25.0, 130.0, "Australia"),
    (15.0, 65.0, "Arabian Sea"),
    (58.0, 20.0, "Baltic Sea"),
    (65.0, 180.0, "Bering Sea"),
    (65.0, -180.0, "Bering Sea"),
    (65.0, 539.99, "Bering Sea"),
    (66.5, 180.0, "Russia"),
    (0.0, 180.0, "Pacific Ocean"),
    (90.0, 0.0, "Arctic Ocean"),
    (90.0, -180.0, "Arctic Ocean"),
    (-90.0, 0.0, "Antarctica"),
    (-90.0, 180.0, "Antarctica"),
]


@pytest.mark.parametrize(("lat", "lon", "name"), OUTSIDE_TOWNS)
def test_reverse_names_country_or_sea_everywhere(geocoder: OfflineGeocoder, lat: float, lon: float, name: str) -> None:
    assert name in {place.raw["name"] for place in geocoder.reverse((lat, lon), exactly_one=False)}


def test_reverse_lists_from_small_to_large(geocoder: OfflineGeocoder) -> None:
    found = geocoder.reverse((35.68, 139.69), exactly_one=False)
    names = [place.raw["name"] for place in found]
    assert names.index("Tokyo") < names.index("Japan")
    reach = [place.raw["radius_km"] for place in found]
    assert reach == sorted(reach)
    assert len(geocoder.reverse((35.68, 139.69), exactly_one=False, limit=3)) == 3


def test_reverse_says_what_each_place_rests_on(geocoder: OfflineGeocoder) -> None:
    basis = {place.raw["name"]: place.raw["basis"] for place in geocoder.reverse((36.2, 120.5), exactly_one=False)}
    assert (basis["Qingdao"], basis["Shandong"], basis["China"]) == ("radius", "nearest town", "outline")


LANGUAGES = [  # name, language, the address begins with, and ends with
    ("Vladivostok", "ru", "Владивосток", "Россия"),
    ("Germany", "de", "Deutschland", "Deutschland"),
    ("Germany", "zh-TW", "德國", "德國"),
    ("Sea of Japan", "ru-RU,en;q=0.5", "Японское море", "Японское море"),
    ("Sea of Japan", "ja", "日本海", "日本海"),
    ("Busan", "ko", "부산", "대한민국"),
    ("Busan", "en", "Busan", "South Korea"),
    ("Busan", "tlh,xx-YY,!", "Busan", "South Korea"),
]


@pytest.mark.parametrize(("name", "language", "begin", "end"), LANGUAGES)
def test_the_address_is_in_the_language_asked_for(
    geocoder: OfflineGeocoder, name: str, language: str, begin: str, end: str
) -> None:
    address = geocoder.geocode(name, language=language).address
    assert address.startswith(begin)
    assert address.endswith(end)


def test_reverse_speaks_the_language_too(geocoder: OfflineGeocoder) -> None:
    assert geocoder.reverse((40.0, 135.0), language="ru").address == "Японское море"


def test_works_in_a_rate_limiter(geocoder: OfflineGeocoder) -> None:
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=0.0)
    assert limited("Jakarta").raw["country"] == "IDN"
    assert limited("Xyzzyville") is None
    back = RateLimiter(geocoder.reverse, min_delay_seconds=0.0)
    assert [place.raw["kind"] for place in back((40.0, 135.0), exactly_one=False, limit=1)] == ["sea"]


def test_a_rate_limiter_swallows_or_raises_as_it_does_for_others(geocoder: OfflineGeocoder) -> None:
    options = {"min_delay_seconds": 0.0, "error_wait_seconds": 0.0, "max_retries": 1}
    assert RateLimiter(geocoder.geocode, **options)("Busan", limit=0) is None
    with pytest.raises(GeocoderQueryError):
        RateLimiter(geocoder.geocode, **options, swallow_exceptions=False)("Busan", limit=0)


def test_survives_pickling(geocoder: OfflineGeocoder) -> None:
    again = pickle.loads(pickle.dumps(geocoder))
    assert again.geocode("Busan").raw == geocoder.geocode("Busan").raw
    assert again.reverse((40.0, 135.0)).raw["name"] == "Sea of Japan"
    location = pickle.loads(pickle.dumps(geocoder.geocode("Busan")))
    assert location.raw["country"] == "KOR"


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
