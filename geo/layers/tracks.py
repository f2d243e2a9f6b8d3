"""The origin, ways and destination of an event to a line on the map."""

from __future__ import annotations

import pandas as pd


def track(ends: pd.DataFrame) -> list[list[float]]:
    """Return the line from origin to destination as [[lat, lon], ...], empty when an end is missing."""
    origin, destination = (ends[ends["role"] == role] for role in ("origin", "destination"))
    if origin.empty or destination.empty:
        return []
    points = [origin.iloc[0], *(row for _, row in ends[ends["role"] == "via"].iterrows()), destination.iloc[0]]
    return [[float(point["lat"]), float(point["lon"])] for point in points]
