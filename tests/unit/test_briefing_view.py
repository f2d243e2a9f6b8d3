"""A picture's view holds what it has to show, in the shape of the picture, also across the antimeridian."""

import itertools

import numpy as np
import pytest

from geo.briefing.areas import ring_path
from geo.briefing.boxes import Taken, spread
from geo.briefing.view import around, fitting, latitude, mercator, narrowest, view_of

SIZE = (1304, 816)


@pytest.mark.parametrize(
    ("sides", "west", "east"),
    [
        ([(10, 20), (30, 40)], 10, 40),
        ([(170, 175), (-175, -170)], 170, 190),
        ([(-175, -170), (170, 175), (150, 151)], 150, 190),
        ([(178, 182)], 178, 182),
        ([(-10, -5), (5, 10)], -10, 10),
        ([(0, 0), (120, 120), (-120, -120)], -120, 120),
    ],
)
def test_the_shortest_way_round_the_world_is_taken(sides, west, east):
    found_west, found_east = narrowest(sides)
    assert found_east - found_west == pytest.approx(east - west)
    if east - west < 180:
        assert (found_west - west) % 360 == pytest.approx(0)


@pytest.mark.parametrize(
    "points",
    [
        [(40.0, 135.0)],
        [(36.0, 120.4), (43.1, 131.9)],
        [(55.0, 179.0), (50.0, -178.0)],
        [(-34.0, 18.4), (60.0, 25.0), (35.0, 139.0)],
        [(78.0, 15.0), (70.0, -150.0)],
        [(0.0, -90.0), (0.0, 0.0), (0.0, 90.0), (0.0, 179.0)],
        [(-77.0, 166.0)],
    ],
)
def test_every_event_is_in_view(points):
    view = view_of([around(lat, lon, 50) for lat, lon in points], *SIZE)
    assert all(view.holds(lat, lon) for lat, lon in points)
    assert view.east - view.west <= 360.001
    assert (view.top - view.bottom) * view.pixels_per_degree == pytest.approx(view.height)


def test_a_shape_that_is_cut_at_the_antimeridian_has_no_line_there():
    view = fitting((150, -30, 210, 30), *SIZE)
    ring = np.array([[170, 0], [180, 0], [180, 10], [170, 10], [170, 0]], float)
    path = ring_path(ring, view, 0)
    drawn = [(start, end) for start, end, code in zip(path.vertices, path.vertices[1:], path.codes[1:], strict=False)
             if code == path.LINETO]  # fmt: skip
    at_cut = view.pixels(0, 180)[0, 0]
    assert len(drawn) == 3
    assert not any(start[0] == end[0] == at_cut for start, end in drawn)


def test_a_box_given_by_hand_is_shown_whole():
    view = fitting((120, 20, 150, 50), *SIZE)
    for lat, lon in itertools.product((20.1, 49.9), (120.1, 149.9)):
        assert view.holds(lat, lon)


def test_mercator_and_back():
    lat = np.linspace(-83, 83, 50)
    assert np.allclose(latitude(mercator(lat)), lat)


@pytest.mark.parametrize("count", [1, 2, 8, 17])
def test_badges_of_one_place_cover_neither_one_another_nor_the_place(count):
    places = spread([(600.0, 400.0)] * count, 28, *SIZE)
    for (x1, y1), (x2, y2) in itertools.combinations(places, 2):
        assert np.hypot(x1 - x2, y1 - y2) > 24
    assert all(np.hypot(x - 600, y - 400) > 14 for x, y in places)


def test_badges_stay_inside_the_picture():
    corners = [(0.0, 0.0), (1304.0, 816.0), (0.0, 816.0), (1304.0, 0.0)] * 3
    assert all(0 < x < 1304 and 0 < y < 816 for x, y in spread(corners, 28, *SIZE))


def test_room_is_given_once():
    taken = Taken()
    assert taken.add((0, 0, 10, 10))
    assert not taken.add((5, 5, 15, 15))
    assert taken.add((10, 0, 20, 10))
    assert taken.add((5, 5, 15, 15), force=True)
