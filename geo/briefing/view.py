"""Events to the part of the world that a picture shows, and places to pixels within it.

The view is a rectangle of the web mercator map. It may run beyond 180 degrees:
events on both sides of the antimeridian are shown side by side.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Box = tuple[float, float, float, float]  # west, south, east, north in degrees; east may pass 180
Floats = NDArray[np.float64]

MAX_LAT = 84.0  # the web mercator map has no poles
KM_PER_DEGREE = 111.195  # of latitude, on the mean sphere
LEAST_SPAN_DEGREES = 14.0  # a single event is shown with its surroundings
PADDING = 0.16  # of the events' span, on each side
WORLD_MIDDLE_LAT = 22.0


@dataclass(frozen=True, slots=True)
class View:
    """A rectangle of the map drawn on `width` x `height` pixels. `bottom`, `top` are mercator degrees."""

    west: float
    east: float
    bottom: float
    top: float
    width: float
    height: float

    @property
    def pixels_per_degree(self) -> float:
        return self.width / (self.east - self.west)

    @property
    def zoom(self) -> float:
        """The web map's zoom level at the same scale."""
        return math.log2(360 * self.pixels_per_degree / 256)

    @property
    def south(self) -> float:
        return float(latitude(self.bottom))

    @property
    def north(self) -> float:
        return float(latitude(self.top))

    def pixels(self, lat: ArrayLike, lon: ArrayLike) -> Floats:
        """Return [[x, y], ...] of points whose longitudes are already those of the view."""
        x = (np.asarray(lon, float) - self.west) * self.pixels_per_degree
        y = (mercator(lat) - self.bottom) * self.pixels_per_degree
        return np.column_stack([np.atleast_1d(x), np.atleast_1d(y)])

    def near(self, lon: float) -> float:
        """Return a longitude in the copy of the world that is nearest to the view's middle."""
        return lon + 360 * round(((self.west + self.east) / 2 - lon) / 360)

    def point(self, lat: float, lon: float) -> tuple[float, float]:
        x, y = self.pixels(lat, self.near(lon))[0]
        return float(x), float(y)

    def holds(self, lat: float, lon: float) -> bool:
        x, y = self.point(lat, lon)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def copies(self) -> list[float]:
        """Return by how many degrees the world is to be shifted for each copy that the view shows."""
        return [shift for shift in (-360.0, 0.0, 360.0) if shift + 180 > self.west and shift - 180 < self.east]


def view_of(boxes: Sequence[Box], width: float, height: float) -> View:
    """Return the smallest fitting view of boxes with some room around; the world when there are none."""
    if not boxes:
        return fitting((-180, -60, 180, 80), width, height)
    west, east = narrowest([(box[0], box[2]) for box in boxes])
    low, high = mercator([min(box[1] for box in boxes), max(box[3] for box in boxes)])
    span = max(east - west, (high - low) * width / height, LEAST_SPAN_DEGREES)
    pad = span * PADDING
    bounds = (west - pad, float(latitude(low - pad)), east + pad, float(latitude(high + pad)))
    return fitting(bounds, width, height)


def fitting(box: Box, width: float, height: float) -> View:
    """Return the view that holds a box, grown along one side to the shape of the picture, at most one world wide."""
    west, south, east, north = box
    if east < west:
        east += 360
    low, high = mercator([south, north])
    scale = min(width / max(east - west, LEAST_SPAN_DEGREES), height / max(high - low, LEAST_SPAN_DEGREES / 2))
    scale = max(scale, width / 360)
    middle, half_width, half_height = (west + east) / 2, width / scale / 2, height / scale / 2
    edge = float(mercator(MAX_LAT))
    if half_width >= 179.9:  # the whole world: cut it where no land is torn apart, unless the events say otherwise
        middle = middle if abs(middle) > 90 else 0.0
        y = float(mercator(WORLD_MIDDLE_LAT))
    else:
        y = float(low + high) / 2
    y = max(half_height - edge, min(edge - half_height, y)) if half_height < edge else 0.0
    return View(middle - half_width, middle + half_width, y - half_height, y + half_height, width, height)


def narrowest(sides: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return west and east of the shortest stretch of longitudes that holds all the given ones."""
    stretches = sorted(((west + 180) % 360 - 180, east - west) for west, east in sides)
    reach = max(west + span for west, span in stretches) - 360  # how far those that pass 180 come round
    widest, start = 0.0, -180.0
    for west, span in stretches:
        if west - reach > widest:
            widest, start = west - reach, west
        reach = max(reach, west + span)
    return start, start + 360 - widest  # all round, but for the widest gap


def around(lat: float, lon: float, radius_km: float) -> Box:
    """Return the box of a circle; longitudes may pass 180."""
    tall = radius_km / KM_PER_DEGREE
    wide = min(180.0, tall / max(0.05, math.cos(math.radians(lat))))
    return lon - wide, max(-MAX_LAT, lat - tall), lon + wide, min(MAX_LAT, lat + tall)


def mercator(lat: ArrayLike) -> Floats:
    """Return latitudes as degrees of the mercator map, whose scale at the equator is that of longitude."""
    bounded = np.radians(np.clip(np.asarray(lat, float), -MAX_LAT, MAX_LAT))
    result: Floats = np.degrees(np.log(np.tan(np.pi / 4 + bounded / 2)))
    return result


def latitude(y: ArrayLike) -> Floats:
    result: Floats = np.degrees(2 * np.arctan(np.exp(np.radians(np.asarray(y, float)))) - np.pi / 2)
    return result
