"""Towns and country outlines to the land of every province: no package has the outlines of provinces.

A province is taken to be the land that lies nearer to its towns than to those of
other provinces of the country, counted in cells of a quarter of a degree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import cast

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.gazetteer.countries import country_polygons
from geo.gazetteer.shapes import EARTH_RADIUS_KM

CELL_DEGREES = 0.25
BAND_DEGREES = 4.0  # within so few degrees of latitude a degree of longitude has one length
MIN_CELLS = 12  # below it the towns themselves tell better where a province lies
MAX_REACH_TIMES = 2.5  # islands farther away than this, of the main part's reach, do not move the middle
REACH_PERCENTILE = 95

Town = tuple[float, float, int]  # lat, lon and the province
Middle = tuple[float, float, float]  # lat, lon and radius_km
Cell = tuple[int, int]


def province_middles(towns: dict[str, list[Town]]) -> dict[int, Middle]:
    """Return where the land of each province lies; small provinces are left out.

    Args:
        towns: of each country (ISO 3166-1 alpha-3), with the province that each belongs to.
    """
    middles: dict[int, Middle] = {}
    for iso3, listed in towns.items():
        shape = country_polygons().get(iso3)
        if shape is None:
            continue
        held = Counted(listed)
        for province, cells in cells_of_provinces(shape, np.array(listed)).items():
            if len(cells) >= MIN_CELLS:
                middles[province] = middle_of(cells, held[province])
    return middles


class Counted(defaultdict[int, defaultdict[Cell, int]]):
    """How many towns of each province lie in each cell."""

    def __init__(self, towns: Iterable[Town]) -> None:
        super().__init__(lambda: defaultdict(int))
        for lat, lon, province in towns:
            self[province][int(np.floor(lat / CELL_DEGREES)), int(np.floor(lon / CELL_DEGREES))] += 1


def cells_of_provinces(shape: BaseGeometry, towns: NDArray[np.float64]) -> dict[int, set[Cell]]:
    cells: dict[int, set[Cell]] = defaultdict(set)
    for rows, columns, nearest in bands(shape, towns):
        for row, column, town in zip(rows.tolist(), columns.tolist(), nearest.tolist(), strict=True):
            cells[int(towns[town, 2])].add((row, column))
    return cells


def bands(shape: BaseGeometry, towns: NDArray[np.float64]) -> Iterator[tuple[NDArray[np.integer], ...]]:
    """Yield rows and columns of the cells in a shape with the number of the nearest town, band by band."""
    shapely.prepare(shape)
    west, south, east, north = shape.bounds
    columns_of_all = np.arange(int(np.floor(west / CELL_DEGREES)), int(np.ceil(east / CELL_DEGREES)))
    for band in np.arange(np.floor(south / BAND_DEGREES) * BAND_DEGREES, north, BAND_DEGREES):
        rows_of_band = np.arange(int(band / CELL_DEGREES), int((band + BAND_DEGREES) / CELL_DEGREES))
        columns, rows = (grid.ravel() for grid in np.meshgrid(columns_of_all, rows_of_band))
        lons, lats = (columns + 0.5) * CELL_DEGREES, (rows + 0.5) * CELL_DEGREES
        inside = shapely.contains_xy(shape, lons, lats)
        if not inside.any():
            continue
        squeezed = np.cos(np.radians(band + BAND_DEGREES / 2))
        tree = shapely.STRtree(points(towns[:, 1] * squeezed, towns[:, 0]))
        nearest = np.atleast_1d(tree.nearest(points(lons[inside] * squeezed, lats[inside])))
        yield rows[inside], columns[inside], nearest


def points(lons: NDArray[np.floating], lats: NDArray[np.floating]) -> list[shapely.Point]:
    return list(cast("NDArray[np.object_]", shapely.points(np.column_stack((lons, lats)))))


def middle_of(cells: set[Cell], towns: dict[Cell, int]) -> Middle:
    """Return the middle of a province's main part, the one with most towns, and of what lies around it."""
    parts = connected(cells)
    main = max(parts, key=lambda part: sum(towns.get(cell, 0) for cell in part))
    lat, lon, radius_km = spread(main)
    near = [part for part in parts if spread(part, (lat, lon))[2] <= MAX_REACH_TIMES * radius_km]
    return spread(set().union(main, *near))


def connected(cells: set[Cell]) -> list[set[Cell]]:
    """Return the cells in groups that hang together, corner to corner."""
    left, parts = set(cells), []
    while left:
        part: set[Cell] = set()
        edge = [left.pop()]
        while edge:
            row, column = edge.pop()
            part.add((row, column))
            around = {(row + up, column + over) for up in (-1, 0, 1) for over in (-1, 0, 1)} & left
            left -= around
            edge += around
        parts.append(part)
    return parts


def spread(cells: Iterable[Cell], centre: tuple[float, float] | None = None) -> Middle:
    """Return the centre of mass of some cells on the globe, and how far nearly all of them lie from it, in km."""
    lats, lons = np.radians((np.array(list(cells)) + 0.5) * CELL_DEGREES).T
    vectors = np.column_stack((np.cos(lats) * np.cos(lons), np.cos(lats) * np.sin(lons), np.sin(lats)))
    if centre is None:
        x, y, z = (vectors * np.cos(lats)[:, None]).sum(axis=0)
        centre = float(np.degrees(np.arctan2(z, np.hypot(x, y)))), float(np.degrees(np.arctan2(y, x)))
    lat, lon = np.radians(centre)
    middle = np.array((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
    away_km = EARTH_RADIUS_KM * np.arccos(np.clip(vectors @ middle, -1, 1))
    return *centre, float(np.percentile(away_km, REACH_PERCENTILE))
