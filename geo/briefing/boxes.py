"""Room on a slide: which rectangles are taken, and where a badge goes that must not cover another."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Rectangle = tuple[float, float, float, float]  # left, bottom, right, top in pixels
Point = tuple[float, float]

ROUNDS = 300


class Taken:
    """Rectangles that something stands in already."""

    def __init__(self) -> None:
        self.rectangles: list[Rectangle] = []

    def add(self, wanted: Rectangle, force: bool = False) -> bool:
        """Take a rectangle if it is free, or in any case; return whether it is taken now."""
        if not force and any(overlap(wanted, other) for other in self.rectangles):
            return False
        self.rectangles.append(wanted)
        return True


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def spread(anchors: Sequence[Point], gap: float, width: float, height: float) -> list[Point]:
    """Return a position for the badge of each anchor: near it, inside the picture, covering no anchor and no badge.

    Args:
        gap: least distance between the middles of two badges, and half again that of a badge and an anchor.
    """
    if not anchors:
        return []
    fixed = np.asarray(anchors, float)
    count = len(fixed)
    angles = np.arange(count) * 2.399963 + math.pi / 4  # the golden angle: badges of one place leave in all directions
    alone = np.array([np.sum(np.hypot(*(fixed - anchor).T) < 3 * gap) == 1 for anchor in fixed])
    angles[alone] = math.pi / 4
    places = fixed + gap * np.column_stack([np.cos(angles), np.sin(angles)])
    for number in range(ROUNDS):
        push = apart(places, places, gap, same=True) + 2 * apart(places, fixed, gap * 0.8, same=False)
        places += push + 0.04 * max(0.0, 1 - 2 * number / ROUNDS) * pull(fixed - places, gap)
        places = np.clip(places, gap * 0.6, (width - gap * 0.6, height - gap * 0.6))
    return [(float(x), float(y)) for x, y in places]


def apart(
    places: NDArray[np.float64], others: NDArray[np.float64], least: float, same: bool
) -> NDArray[np.float64]:  # fmt: skip
    """Return how each place is to move so that it stands `least` away from all others."""
    away = places[:, None, :] - others[None, :, :]
    distance = np.hypot(away[..., 0], away[..., 1])
    short = np.clip(least - distance, 0, None)
    if same:
        np.fill_diagonal(short, 0)
    direction = away / np.maximum(distance, 1e-6)[..., None]
    result: NDArray[np.float64] = 0.5 * (direction * short[..., None]).sum(axis=1)
    return result


def pull(toward: NDArray[np.float64], gap: float) -> NDArray[np.float64]:
    """Return the pull of anchors on badges that were pushed further away than they need be."""
    distance = np.hypot(toward[:, 0], toward[:, 1])[:, None]
    result: NDArray[np.float64] = toward * np.clip(distance - gap, 0, None) / np.maximum(distance, 1e-6)
    return result
