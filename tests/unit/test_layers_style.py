"""The palette holds what its docstring says, computed from the colours themselves."""

from itertools import combinations

import numpy as np
import pytest

from geo.layers.style import DARK_LAND, DARK_SEA, FAMILIES, LIGHT_LAND, LIGHT_SEA, MATPLOTLIB_MARKERS, TYPE_STYLE
from geo.types import EventType

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
SIGHT = {
    "full": np.eye(3),
    "no red": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "no green": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(color: str) -> np.ndarray:
    value = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    ratio = XYZ @ np.clip(rgb, 0, 1) / WHITE
    x, y, z = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, other: str) -> float:
    low, high = sorted(float(XYZ[1] @ linear(color)) for color in (one, other))
    return (high + 0.05) / (low + 0.05)


def test_every_type_has_a_style_of_its_own():
    assert set(TYPE_STYLE) == set(EventType)
    assert len({(style.family, style.symbol) for style in TYPE_STYLE.values()}) == len(EventType)
    assert all(style.marker == MATPLOTLIB_MARKERS[style.symbol] for style in TYPE_STYLE.values())


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize(("column", "at_least"), [(0, 18), (1, 30)], ids=["light", "dark"])
def test_families_stay_apart(sight: str, column: int, at_least: float):
    seen = [lab(SIGHT[sight] @ linear(family[column])) for family in FAMILIES.values()]
    assert min(float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2)) >= at_least


@pytest.mark.parametrize(
    ("column", "grounds"), [(0, (LIGHT_SEA, LIGHT_LAND)), (1, (DARK_SEA, DARK_LAND))], ids=["light", "dark"]
)
def test_families_stand_out_from_the_map(column: int, grounds: tuple[str, ...]):
    for name, family in FAMILIES.items():
        assert min(contrast(family[column], ground) for ground in grounds) >= 3, name
