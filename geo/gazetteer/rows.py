"""What every source yields for the gazetteer: a place, the names it is found under, and its shape."""

from __future__ import annotations

import math
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from geo.types import Place


@dataclass(frozen=True, slots=True)
class Row:
    """`names` are in order of use, the first is `place.name`; `shape` is in (lon, lat).

    `code` is ISO 3166 (alpha-3, or "US-TX"), by which data/places/aliases.csv adds names.
    """

    place: Place
    names: tuple[str, ...]
    shape: BaseGeometry | None = None
    code: str | None = None


def city_weight(population: int, capital: bool = False) -> float:
    """Return the weight of a town: .37 at 5,000 people, .5 at 100,000, .7 at ten million; capitals more."""
    weight = 0.1 * math.log10(max(population, 1000))
    return round(min(0.85, weight + (0.15 if capital else 0.0)), 3)


def city_radius_km(population: int) -> float:
    """Return the usual extent of a town: 3 km at 5,000 people, 14 at a million, 30 at ten million."""
    return round(max(2.0, 0.55 * math.pow(max(population, 1000), 0.245)), 1)
