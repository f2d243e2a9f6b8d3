"""Coordinates in a text: every usual way of writing them, lists and circles as areas. All warnings here are made up."""

import json
import time

import pytest

from geo.extract.places.coordinates import coordinate_areas
from geo.geocode.resolve import area_match
from geo.types import PlaceKind

POINTS = [  # as written, latitude, longitude
    ("38.5N 124.25E", 38.5, 124.25),
    ("38.5°N, 124.25°E", 38.5, 124.25),
    ("N38.5 E124.25", 38.5, 124.25),
    ("12.5S, 77.25W", -12.5, -77.25),
    ("12.5s 77.25w", -12.5, -77.25),
    ("38-30N 124-15E", 38.5, 124.25),
    ("38-30.00N/124-15.00E", 38.5, 124.25),
    ("38-30N124-15E", 38.5, 124.25),
    ("38-30.00N120-15.60E", 38.5, 120.26),
    ("N38-30 E124-15", 38.5, 124.25),
    ("38°30'N 124°15'E", 38.5, 124.25),
    ("38°30′36″N, 124°15′00″E", 38.51, 124.25),
    ("38º30’36”N 124º15’00”E", 38.51, 124.25),
    ("38°30'36''N 124°15'0''E", 38.51, 124.25),
    ("38-30-36N 124-15-00E", 38.51, 124.25),
    ("38 30 36 N 124 15 00 E", 38.51, 124.25),
    ("38 30.6N 124 15.0E", 38.51, 124.25),
    ("383036N 1241500E", 38.51, 124.25),
    ("3830N12415E", 38.5, 124.25),
    ("3830.6N 12415.0E", 38.51, 124.25),
    ("N383036E1241500", 38.51, 124.25),
    ("S0830 W03515", -8.5, -35.25),
    ("38 degrees 30 minutes north latitude and 124 degrees 15 minutes east", 38.5, 124.25),
    ("38 degrees 30 minutes North, 124 degrees 15 minutes East", 38.5, 124.25),
    ("north latitude 38 degrees 30 minutes, east longitude 124 degrees 15 minutes", 38.5, 124.25),
    ("38°30'N, longitude 124°15'E", 38.5, 124.25),
    ("124°15'E 38°30'N", 38.5, 124.25),
    ("E124-15, N38-30", 38.5, 124.25),
    ("lat 38.5, lon 124.25", 38.5, 124.25),
    ("latitude: -38.5 longitude: -124.25", -38.5, -124.25),
    ("coordinates 38.50, 124.25", 38.5, 124.25),
    ("北纬38度30分，东经124度15分", 38.5, 124.25),
    ("北纬38°30′36″、东经124°15′00″", 38.51, 124.25),
    ("东经124度15分，北纬38度30分", 38.5, 124.25),
    ("北緯38度30分36秒、東經124度15分0秒", 38.51, 124.25),
    ("南纬8.5度，西经35.25度", -8.5, -35.25),
    ("38-30.60北、124-15.00东", 38.51, 124.25),
    ("38度30分北,124度15分东", 38.5, 124.25),
    ("３８－３０．６０Ｎ，１２４－１５．００Ｅ", 38.51, 124.25),
    ("坐标为38.50，124.25", 38.5, 124.25),
    ("北緯38度30分、東経124度15分", 38.5, 124.25),
    ("北緯38度30分36秒 東経124度15分00秒", 38.51, 124.25),
    ("38°30' с.ш., 124°15' в.д.", 38.5, 124.25),
    ("38°30,6' с. ш. и 124°15,0' в. д.", 38.51, 124.25),
    ("8°30' ю.ш. 35°15' з.д.", -8.5, -35.25),
    ("38 градусов 30 минут северной широты, 124 градуса 15 минут восточной долготы", 38.5, 124.25),
    ("북위 38도 30분, 동경 124도 15분", 38.5, 124.25),
    ("52-00N 179-59.99W", 52.0, -179.999833),
]


@pytest.mark.parametrize(("written", "lat", "lon"), POINTS)
def test_points_are_read(written: str, lat: float, lon: float) -> None:
    text = f"Firing at {written} today"
    (area,) = coordinate_areas(text)
    assert area.kind is PlaceKind.AREA
    assert text[area.span.start : area.span.end] == written
    assert area.polygon == (pytest.approx((lat, lon), abs=1e-4),)
    assert area.radius_km is None


LISTS = [
    "38-00N 124-00E, 38-00N 125-00E, 39-00N 125-00E and 39-00N 124-00E",
    "38-00N 124-00E；38-00N 125-00E；39-00N 125-00E；39-00N 124-00E",
    "38-00N/124-00E、38-00N/125-00E、39-00N/125-00E和39-00N/124-00E",
    "38-00.00N124-00.00E，38-00.00N125-00.00E，39-00.00N125-00.00E，39-00.00N124-00.00E",
    "(1) 38-00N 124-00E (2) 38-00N 125-00E (3) 39-00N 125-00E (4) 39-00N 124-00E",
    "（1）38-00N，124-00E； （2）38-00N，125-00E； （3）39-00N，125-00E； （4）39-00N，124-00E",
    "1）38-00N 124-00E；2）38-00N 125-00E；3）39-00N 125-00E；4）39-00N 124-00E",
    "①38-00N 124-00E ②38-00N 125-00E ③39-00N 125-00E ④39-00N 124-00E",
    "A. 38-00N 124-00E\nB. 38-00N 125-00E\nC. 39-00N 125-00E\nD. 39-00N 124-00E",
    "E) 38-00N 124-00E S) 38-00N 125-00E N) 39-00N 125-00E D) 39-00N 124-00E",
    "point 1: 38-00N 124-00E, point 2: 38-00N 125-00E, point 3: 39-00N 125-00E, point 4: 39-00N 124-00E",
    "38-00N 124-00E to 38-00N 125-00E thence to 39-00N 125-00E then to 39-00N 124-00E",
    "N38 E124, N38 E125, N39 E125, N39 E124",
    "E124 N38, E125 N38, E125 N39, E124 N39",
    "124-00E 38-00N, 125-00E 38-00N, 125-00E 39-00N, 124-00E 39-00N",
    "380000N 1240000E 380000N 1250000E 390000N 1250000E 390000N 1240000E",
    "北纬38度东经124度、北纬38度东经125度、北纬39度东经125度、北纬39度东经124度",
    "38°00' с.ш. 124°00' в.д., 38°00' с.ш. 125°00' в.д., 39°00' с.ш. 125°00' в.д. и 39°00' с.ш. 124°00' в.д.",
    "北緯38度00分、東経124度00分　北緯38度00分、東経125度00分　北緯39度00分、東経125度00分　北緯39度、東経124度",
    "38-00N 124-00E, 38-00N 125-00E, 39-00N 125-00E, 39-00N 124-00E, 38-00N 124-00E",
]


@pytest.mark.parametrize("written", LISTS)
def test_lists_of_corners_make_one_area(written: str) -> None:
    (area,) = coordinate_areas(f"在{written}连线 range")
    assert area.polygon == ((38.0, 124.0), (38.0, 125.0), (39.0, 125.0), (39.0, 124.0))


FIRST, SECOND = "38-00N 124-00E, 38-00N 125-00E, 39-00N 125-00E", "35-00N 120-00E, 35-00N 121-00E, 36-00N 121-00E"
SEVERAL = [
    "FIRING IN AREA BOUNDED BY {} AND IN AREA BOUNDED BY THE LINES JOINING {} FROM 2 JAN",
    "FIRING IN AREA A BOUNDED BY {} AND AREA B BOUNDED BY {}",
    "在{}诸点连线范围内和{}诸点连线范围内进行射击",
    "在{}三点连线范围内以及{}三点连线范围内",
    "Firing in the area {} from 2 to 4 January. Ships may pass through the area {} by night.",
    "стрельбы в районах, ограниченных {}, а также в районе {}",
]


@pytest.mark.parametrize("warning", SEVERAL)
def test_several_areas_of_one_text_stay_apart(warning: str) -> None:
    areas = list(coordinate_areas(warning.format(FIRST, SECOND)))
    assert [area.polygon for area in areas] == [
        ((38.0, 124.0), (38.0, 125.0), (39.0, 125.0)),
        ((35.0, 120.0), (35.0, 121.0), (36.0, 121.0)),
    ]


BOUNDS = [
    "between 38-00N and 39-00N and between 124-00E and 125-00E",
    "between latitudes 38°N and 39°N and longitudes 124°E and 125°E",
    "from 124-00E to 125-00E, from 38-00N to 39-00N",
    "38°-39°N, 124°-125°E",
    "38°N-39°N, 124°E-125°E",
    "38 to 39 degrees north latitude and 124 to 125 degrees east longitude",
    "北纬38度至39度、东经124度至125度",
    "东经124度至东经125度，北纬38度到北纬39度",
    "北緯38度から39度、東経124度から125度",
    "от 38° до 39° с.ш. и от 124° до 125° в.д.",
]


@pytest.mark.parametrize("written", BOUNDS)
def test_two_latitudes_and_two_longitudes_bound_an_area(written: str) -> None:
    (area,) = coordinate_areas(f"Firing {written}.")
    assert area.polygon == ((38.0, 124.0), (38.0, 125.0), (39.0, 125.0), (39.0, 124.0))


def test_bounds_on_both_sides_of_180_degrees_take_the_short_way() -> None:
    (area,) = coordinate_areas("between 52-00N and 53-00N, 179-00E and 178-00W")
    assert area.polygon == ((52.0, 179.0), (52.0, -178.0), (53.0, -178.0), (53.0, 179.0))


@pytest.mark.parametrize("written", ["38-00N to 39-00N", "38-00N 124-00E to 39-00N 125-00E", "38°-39°N near 124°E"])
def test_half_a_pair_bounds_nothing(written: str) -> None:
    assert all(len(area.polygon) == 1 for area in coordinate_areas(written))


CIRCLES = [  # words, radius in km as 1 nautical mile = 1.852 km
    ("within 5 nautical miles of 38-30N 124-15E", 9.26),
    ("within 5 nm of position 38-30N 124-15E", 9.26),
    ("WITHIN 5 MILES RADIUS OF 38-30N /124-15E", 9.26),
    ("WITHIN 5.4 MILES OF 38-30N 124-15E", 10.001),
    ("within a radius of 5 nautical miles from 38-30N 124-15E", 9.26),
    ("within a 5-nautical-mile radius of 38-30N 124-15E", 9.26),
    ("5NM RADIUS CENTERED ON 38-30N 124-15E", 9.26),
    ("a circle with a radius of 12 km centred on 38-30N 124-15E", 12.0),
    ("a circle of radius 5 miles with its centre at 38-30N 124-15E", 9.26),
    ("circular area, 38-30N 124-15E, radius 5 nautical miles", 9.26),
    ("38-30N 124-15E with a radius of 800 metres", 0.8),
    ("within 10 statute miles of 38-30N 124-15E", 16.093),
    ("以38-30N/124-15E为中心，5海里为半径的圆形区域", 9.26),
    ("以北纬38度30分、东经124度15分为圆心，半径5公里的海域", 5.0),
    ("以38-30N 124-15E为圆心，5千米为半径", 5.0),
    ("以３８－３０Ｎ　１２４－１５Ｅ为中心、半径５海里", 9.26),
    ("半径5海里，中心位置为38-30N 124-15E", 9.26),
    ("距38-30N 124-15E 5海里范围内", 9.26),
    ("北緯38度30分、東経124度15分を中心とする半径5海里の円内", 9.26),
    ("в радиусе 5 миль от точки 38°30' с.ш. 124°15' в.д.", 9.26),
    ("радиусом 5 км с центром в точке 38°30' с.ш. 124°15' в.д.", 5.0),
]


@pytest.mark.parametrize(("written", "radius_km"), CIRCLES)
def test_circles_have_their_centre_and_the_stated_radius(written: str, radius_km: float) -> None:
    (area,) = coordinate_areas(f"FIRING {written} ON 3 JAN")
    assert area.polygon == (pytest.approx((38.5, 124.25)),)
    assert area.radius_km == pytest.approx(radius_km, abs=1e-3)
    assert area_match(area).radius_km == area.radius_km


@pytest.mark.parametrize(
    "text",
    [
        "within 200 nautical miles of the coast, the ship was at 38-30N 124-15E",
        "38-30N 124-15E. Another ship passed within a radius of 5 nautical miles",
        "5 miles off 38-30N 124-15E",
        "radius of action 900 km, seen at 38-30N 124-15E",
    ],
)
def test_a_length_that_is_no_radius_makes_no_circle(text: str) -> None:
    (area,) = coordinate_areas(text)
    assert area.radius_km is None


def test_two_circles_and_an_area_of_one_text() -> None:
    text = f"WITHIN 5 MILES OF 38-30N 124-15E, WITHIN 10 MILES OF 37-30N 124-15E AND IN AREA BOUNDED BY {SECOND}"
    assert [(len(area.polygon), area.radius_km) for area in coordinate_areas(text)] == [
        (1, 9.26),
        (1, 18.52),
        (3, None),
    ]


def test_two_points_stay_two() -> None:
    assert [len(area.polygon) for area in coordinate_areas("from 38.5N 124E to 39.5N 125E")] == [1, 1]


@pytest.mark.parametrize("cut", ["39-00N 124-0", "39-00N", "39-00.00N124-00.", "（4）39-00N 124-", "39-75N 124-00E"])
def test_a_corner_that_is_cut_off_or_wrong_is_left_out(cut: str) -> None:
    (area,) = coordinate_areas(f"AREA BOUNDED BY {FIRST}, {cut}")
    assert area.polygon == ((38.0, 124.0), (38.0, 125.0), (39.0, 125.0))


@pytest.mark.parametrize(
    "text",
    [
        "95.0N 124.0E",
        "95-00N 124-00E",
        "38.0N 190.0E",
        "38-60N 124-00E",
        "38-30-75N 124-00-00E",
        "38.5-30N 124-15E and no more",
        "on 2023-07-16 N. Korea",
        "12.5 N of 13",
        "с 10 в 12 часов",
        "from 5 East to 7 West",
        "coordinates 3, 4",
        "",
    ],
)
def test_what_is_no_coordinate_is_left(text: str) -> None:
    assert list(coordinate_areas(text)) == []


@pytest.mark.parametrize(
    ("written", "lat", "lon", "radius_km"),
    [
        ("38-00N 124-00E, 38-00N 125-00E, 39-00N 125-00E, 39-00N 124-00E", 38.5, 124.5, 70.6),
        ("52-00N 179-00E, 52-00N 179-00W, 53-00N 179-00W, 53-00N 179-00E", 52.5, -180.0, 87.9),
        ("52-00N 179-00W, 53-00N 178-00E, 52-00N 178-00E", 52.5, 179.5, 116.3),
        ("38-30N 124-15E", 38.5, 124.25, 2.0),
    ],
)
def test_an_area_reaches_from_its_middle_to_the_farthest_corner(
    written: str, lat: float, lon: float, radius_km: float
) -> None:
    (area,) = coordinate_areas(written)
    found = area_match(area)
    assert (found.place.lat, found.place.lon) == (lat, lon)
    assert found.radius_km == pytest.approx(radius_km, abs=0.3)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("38-30N 124-15W", "38.50°N 124.25°W"),
        ("within 5 miles of 8-30S 124-15E", "9.26 km around 8.50°S 124.25°E"),
        (FIRST, "area around 38.50°N 124.50°E"),
    ],
)
def test_an_area_has_a_short_name(written: str, name: str) -> None:
    (area,) = coordinate_areas(written)
    assert area_match(area).place.name == name
    assert json.dumps(area.polygon)


LONG = ["1", "12-", "12 ", "N 12 ", "12N 13E ", "12N,,,,,,,,,,,,,,,,", "within ", "radius 5 miles of 12N 13E ", "lat ",
        "半径10海里", "1)", "12-30N 124-", "градусов 12 ", "38度30分", "within 5 miles "]  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_no_text_takes_long(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    started = time.process_time()
    list(coordinate_areas(text))
    assert time.process_time() - started < 1
