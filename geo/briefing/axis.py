"""A stretch of time to the marks of its axis, in steps that people count in."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

MOST_TICKS = 14
# (pandas' name of the step, its usual length in days, format, format at the start of a year)
STEPS = (
    ("D", 1, "%-d %b", "%-d %b %Y"),
    ("2D", 2, "%-d %b", "%-d %b %Y"),
    ("W-MON", 7, "%-d %b", "%-d %b %Y"),
    ("MS", 30.4, "%b", "%Y"),
    ("QS", 91.3, "%b", "%Y"),
    ("YS", 365.25, "%Y", "%Y"),
    ("2YS", 730.5, "%Y", "%Y"),
    ("5YS", 1826, "%Y", "%Y"),
    ("10YS", 3652, "%Y", "%Y"),
    ("50YS", 18262, "%Y", "%Y"),
    ("100YS", 36525, "%Y", "%Y"),
)


def ticks(first: pd.Timestamp, last: pd.Timestamp) -> Iterator[tuple[pd.Timestamp, str, bool]]:
    """Yield moments, their words, and whether a year begins there; the first mark always names its year."""
    days = (last - first).days
    frequency, _, usual, at_year = next((step for step in STEPS if days / step[1] <= MOST_TICKS), STEPS[-1])
    year = None
    for moment in pd.date_range(first.normalize(), last, freq=frequency, unit="s"):
        if moment < first:
            continue
        new_year = moment.year != year
        year = moment.year
        if usual == "%b" and new_year and moment.month != 1:
            words = f"{moment:%b %Y}"
        else:
            words = moment.strftime(portable(moment, at_year if new_year else usual))
        yield moment, words, new_year


def portable(moment: pd.Timestamp, pattern: str) -> str:
    """Return a pattern without '%-d', which not every system knows."""
    return pattern.replace("%-d", str(moment.day))
