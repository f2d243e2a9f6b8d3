"""The origin, ways and destination of an event to a line on the map: along sea lanes for ships, straight for aircraft.

A line says that somebody went from here to there, not by which way. Ships are
led along the lanes that ships take, so that no line crosses land; where an end
is not at the sea, and for aircraft, the line is the great circle.
"""

from __future__ import annotations

import functools
import itertools
import math
from typing import Any

import pandas as pd
import shapely

from geo.types import EventType, PlaceKind

Line = list[list[float]]  # [[lat, lon], ...]; longitudes run on beyond 180 rather than jump
Point = tuple[float, float]  # lat, lon

EARTH_RADIUS_KM = 6371.0088  # IUGG mean radius R1
AIRBORNE = {EventType.JOINT_AIR_PATROL, EventType.SCRAMBLE, EventType.MISSILE_LAUNCH}
WATERS = {PlaceKind.SEA, PlaceKind.STRAIT}
COAST_KM = 100.0  # a port city's centre lies this near to a sea lane; Beijing, at 166 km, does not
STEP_KM = 200.0  # between points of a great circle: its bend shows, its length stays small
SIMPLER_DEGREES = 0.05  # lanes are drawn coarser than this anyway


def track(ends: pd.DataFrame, event_type: EventType) -> Line:
    """Return the line from origin over ways to destination, empty when one of the ends is missing.

    Args:
        ends: resolved places of one event with `role`, `kind`, `lat`, `lon`, `radius_km`, in the text's order.
    """
    by_role: dict[str, list[Any]] = {"origin": [], "via": [], "destination": []}
    for end in ends.itertuples():
        by_role[str(end.role)].append(end)
    if not by_role["origin"] or not by_role["destination"]:
        return []
    stops = [by_role["origin"][0], *by_role["via"], by_role["destination"][0]]
    line: Line = []
    for one, other in itertools.pairwise(stops):
        leg = _leg(one, other, event_type)
        line += leg if not line else leg[1:]
    return continuous(line)


def _leg(one: Any, other: Any, event_type: EventType) -> Line:
    start, finish = (round(one.lat, 3), round(one.lon, 3)), (round(other.lat, 3), round(other.lon, 3))
    if event_type not in AIRBORNE:
        lane = sea_lane(start, finish)
        if lane and _at_sea(one, lane[0]) and _at_sea(other, lane[-1]):
            return [[*start], *lane, [*finish]]
    return great_circle(start, finish)


def _at_sea(end: Any, lane_end: list[float]) -> bool:
    """Return whether a place is near enough to where its lane begins: a sea's middle may lie far from any lane."""
    reach = COAST_KM + (end.radius_km if end.kind in WATERS and not math.isnan(end.radius_km) else 0)
    return distance_km((end.lat, end.lon), (lane_end[0], lane_end[1])) <= reach


@functools.lru_cache(maxsize=4096)
def sea_lane(start: Point, finish: Point) -> Line:
    """Return the way between the lanes' points nearest to two places, empty when that is one and the same."""
    from searoute import searoute  # its network takes a while to load, which a map without tracks need not pay

    found = searoute([start[1], start[0]], [finish[1], finish[0]])["geometry"]["coordinates"]
    if len(found) < 2:
        return []
    line = continuous([[lat, lon] for lon, lat in found])
    simpler = shapely.LineString(line).simplify(SIMPLER_DEGREES)
    return [[round(lat, 3), round(lon, 3)] for lat, lon in simpler.coords]


def great_circle(start: Point, finish: Point) -> Line:
    """Return the shortest line on the sphere, with a point at least every STEP_KM."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(lat), math.radians(lon)) for lat, lon in (start, finish))
    angle = distance_km(start, finish) / EARTH_RADIUS_KM
    steps = max(1, math.ceil(angle * EARTH_RADIUS_KM / STEP_KM))
    if angle < 1e-9 or math.pi - angle < 1e-6:  # the same point, or opposite ones, between which every way is shortest
        return [[*start], [*finish]]
    line = []
    for step in range(steps + 1):
        a = math.sin((1 - step / steps) * angle) / math.sin(angle)
        b = math.sin(step / steps * angle) / math.sin(angle)
        x = a * math.cos(lat1) * math.cos(lon1) + b * math.cos(lat2) * math.cos(lon2)
        y = a * math.cos(lat1) * math.sin(lon1) + b * math.cos(lat2) * math.sin(lon2)
        z = a * math.sin(lat1) + b * math.sin(lat2)
        line.append([round(math.degrees(math.atan2(z, math.hypot(x, y))), 3), round(math.degrees(math.atan2(y, x)), 3)])
    return continuous([[*start], *line[1:-1], [*finish]])


def continuous(line: Line) -> Line:
    """Return a line whose longitudes never jump by more than half the world, running on beyond 180 if they must."""
    smooth: Line = []
    for lat, lon in line:
        if smooth:
            lon += 360 * round((smooth[-1][1] - lon) / 360)
        smooth.append([lat, round(lon, 6)])
    return smooth


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance of two (lat, lon) points."""
    lat1, lat2 = math.radians(one[0]), math.radians(other[0])
    half_lat, half_lon = (lat2 - lat1) / 2, math.radians(other[1] - one[1]) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))
