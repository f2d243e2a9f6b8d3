"""The days of known exercises and patrols (data/exercises.csv), by series, by number, by their first and last day."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache

from geo.paths import EXERCISES
from geo.text.series import find_series

YEAR = re.compile(r"(?<!\d)(?:20)?(\d\d)(?!\d)")
NUMBERED = re.compile(r"(?P<what>air|maritime|naval) patrol (?P<number>\d+)$")

Days = tuple[dt.date, dt.date]


def of_year(known: Sequence[Days], name: str) -> list[Days]:
    """Return the editions of the year in a name, all where it has none."""
    year = YEAR.search(name)
    return [days for days in known if days[0].year % 100 == int(year[1])] if year else list(known)


@cache
def editions() -> Mapping[str, tuple[Days, ...]]:
    """Return the days of the known editions by series."""
    found: dict[str, list[Days]] = {}
    for row in _rows():
        series = next(iter(find_series(f"Exercise {row['name']}")), None)
        days = _days(row)
        if series and days:
            found.setdefault(series.value.series, []).append(days)
    return {series: tuple(sorted(known)) for series, known in found.items()}


@cache
def patrols() -> Mapping[tuple[str, int], Days]:
    found: dict[tuple[str, int], Days] = {}
    for row in _rows():
        numbered, days = NUMBERED.search(row["name"]), _days(row)
        if numbered and days:
            found["air" if numbered["what"] == "air" else "sea", int(numbered["number"])] = days
    return found


@cache
def by_days() -> Mapping[tuple[int, int, int, int], Days]:
    """Return the known exercises that last some days by (month, day, last month, last day)."""
    known = (days for row in _rows() if (days := _days(row)) and days[0] < days[1])
    return {(start.month, start.day, end.month, end.day): (start, end) for start, end in known}


@cache
def newest_year() -> int:
    """Return the youngest year that the table of known exercises knows of."""
    return max(days[0].year for known in (*editions().values(), patrols().values()) for days in known)


def _rows() -> list[dict[str, str]]:
    with EXERCISES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _days(row: dict[str, str]) -> Days | None:
    """Return the days of a row; None where it knows no more than a month."""
    try:
        start = dt.date.fromisoformat(row["start"])
        return start, dt.date.fromisoformat(row["end"] or row["start"])
    except ValueError:
        return None
