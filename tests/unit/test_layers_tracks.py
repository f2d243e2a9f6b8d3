"""Tracks keep to the water where there is water, and never jump across the map."""

import itertools
import math

import pandas as pd
import pytest
import shapely

from geo.gazetteer.countries import country_polygons
from geo.layers.areas import circle
from geo.layers.tracks import continuous, distance_km, great_circle, track
from geo.types import EventType

QINGDAO = ("city", 36.07, 120.38, 30.0)
VLADIVOSTOK = ("city", 43.11, 131.89, 30.0)
SEA_OF_JAPAN = ("sea", 40.0, 135.0, 600.0)
BERING_SEA = ("sea", 58.0, -178.0, 900.0)
BEIJING = ("city", 39.9, 116.4, 30.0)
MOSCOW = ("city", 55.75, 37.6, 30.0)


def ends(**by_role):
    columns = ["role", "kind", "lat", "lon", "radius_km"]
    return pd.DataFrame([(role, *place) for role, place in by_role.items()], columns=columns)


def land_crossed_km(line) -> float:
    """How much of a line runs over South Korea and China, which lie between Qingdao and the Sea of Japan."""
    way = shapely.LineString([(lon, lat) for lat, lon in line])
    land = shapely.union_all([country_polygons()[iso3] for iso3 in ("KOR", "CHN", "PRK")])
    return way.intersection(land).length * 111.2


def test_a_ship_goes_round_the_land():
    line = track(ends(origin=QINGDAO, destination=SEA_OF_JAPAN), EventType.PORT_DEPARTURE)
    assert (line[0], line[-1]) == ([36.07, 120.38], [40.0, 135.0])
    assert land_crossed_km(line) < 30  # out of the port itself
    assert land_crossed_km([line[0], line[-1]]) > 200


@pytest.mark.parametrize(
    ("origin", "destination", "event_type"),
    [
        (QINGDAO, SEA_OF_JAPAN, EventType.JOINT_AIR_PATROL),
        (BEIJING, MOSCOW, EventType.DEPLOYMENT),
        (BEIJING, SEA_OF_JAPAN, EventType.PORT_DEPARTURE),
    ],
    ids=["by air", "overland", "from inland"],
)
def test_what_does_not_go_by_sea_goes_straight(origin, destination, event_type):
    line = track(ends(origin=origin, destination=destination), event_type)
    length = sum(distance_km(one, other) for one, other in itertools.pairwise(line))
    assert length == pytest.approx(distance_km(origin[1:3], destination[1:3]), rel=0.001)


def test_a_track_over_the_date_line_is_continuous():
    for event_type in (EventType.TRANSIT, EventType.JOINT_AIR_PATROL):
        line = track(ends(origin=VLADIVOSTOK, destination=BERING_SEA), event_type)
        assert max(abs(one[1] - other[1]) for one, other in itertools.pairwise(line)) < 60
        assert line[-1] == [58.0, 182.0]


def test_ways_between_are_passed_in_order():
    line = track(ends(origin=QINGDAO, via=("strait", 34.6, 129.5, 60.0), destination=VLADIVOSTOK), EventType.TRANSIT)
    assert [34.6, 129.5] in line
    assert (line[0], line[-1]) == ([36.07, 120.38], [43.11, 131.89])


@pytest.mark.parametrize("places", [{}, {"origin": QINGDAO}, {"destination": QINGDAO}, {"via": QINGDAO}])
def test_one_end_is_no_track(places):
    assert track(ends(**places), EventType.TRANSIT) == []


def test_a_great_circle_bends_and_keeps_its_step():
    line = great_circle((50.0, -120.0), (50.0, 0.0))
    assert max(lat for lat, _ in line) > 65
    assert max(distance_km(one, other) for one, other in itertools.pairwise(line)) < 201


def test_the_same_point_twice_is_no_error():
    assert great_circle((1.0, 2.0), (1.0, 2.0)) == [[1.0, 2.0], [1.0, 2.0]]


def test_continuous_runs_on():
    assert [lon for _, lon in continuous([[0, 170], [0, -175], [0, 179], [0, -179]])] == [170, 185, 179, 181]


@pytest.mark.parametrize(("lat", "lon"), [(0.0, 0.0), (40.0, 135.0), (60.0, -179.5), (-75.0, 10.0)])
def test_a_circle_has_its_radius_all_round(lat, lon):
    ring = circle(lat, lon, 600.0)
    assert ring[0] == pytest.approx(ring[-1])
    assert all(distance_km((lat, lon), corner) == pytest.approx(600.0, rel=0.001) for corner in ring)
    assert all(math.fabs(one[1] - other[1]) < 180 for one, other in itertools.pairwise(ring))
