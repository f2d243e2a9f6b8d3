"""Places to the shapes that a map draws for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def shape_features(place_ids: Iterable[str]) -> list[dict[str, Any]]:
    """Return the areas of places as GeoJSON features; places without a shape are passed over."""
    return []
