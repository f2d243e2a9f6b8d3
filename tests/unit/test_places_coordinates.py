"""Coordinates in a text: every usual way of writing them, and lists as areas."""

import pytest

from geo.extract.coordinates import coordinate_areas
from geo.types import PlaceKind

POINTS = [  # as written, latitude, longitude
    ("38.5N 124.25E", 38.5, 124.25),
    ("38.5°N, 124.25°E", 38.5, 124.25),
    ("N38.5 E124.25", 38.5, 124.25),
    ("12.5S, 77.25W", -12.5, -77.25),
    ("38-30N 124-15E", 38.5, 124.25),
    ("38-30.00N/124-15.00E", 38.5, 124.25),
    ("38-30N124-15E", 38.5, 124.25),
    ("38°30'N 124°15'E", 38.5, 124.25),
    ("38°30′36″N, 124°15′00″E", 38.51, 124.25),
    ("北纬38度30分，东经124度15分", 38.5, 124.25),
]


@pytest.mark.parametrize(("written", "lat", "lon"), POINTS)
def test_points_are_read(written: str, lat: float, lon: float) -> None:
    text = f"Firing at {written} today"
    (area,) = coordinate_areas(text)
    assert area.kind is PlaceKind.AREA
    assert text[area.span.start : area.span.end] == written
    assert area.polygon == (pytest.approx((lat, lon), abs=1e-4),)


LISTS = [
    "38-00N 124-00E, 38-00N 125-00E, 39-00N 125-00E and 39-00N 124-00E",
    "38-00N 124-00E；38-00N 125-00E；39-00N 125-00E；39-00N 124-00E",
    "38-00N/124-00E、38-00N/125-00E、39-00N/125-00E和39-00N/124-00E",
    "(1) 38-00N 124-00E (2) 38-00N 125-00E (3) 39-00N 125-00E (4) 39-00N 124-00E",
    "38-00N 124-00E, 38-00N 125-00E, 39-00N 125-00E, 39-00N 124-00E, 38-00N 124-00E",
]


@pytest.mark.parametrize("written", LISTS)
def test_lists_of_corners_make_one_area(written: str) -> None:
    (area,) = coordinate_areas(f"在{written}连线 range")
    assert area.polygon == ((38.0, 124.0), (38.0, 125.0), (39.0, 125.0), (39.0, 124.0))


def test_two_points_stay_two() -> None:
    assert [len(area.polygon) for area in coordinate_areas("from 38.5N 124E to 39.5N 125E")] == [1, 1]


@pytest.mark.parametrize("text", ["95.0N 124.0E", "38.0N 190.0E", "on 2023-07-16 N. Korea", "12.5 N of 13", ""])
def test_what_is_no_coordinate_is_left(text: str) -> None:
    assert list(coordinate_areas(text)) == []
