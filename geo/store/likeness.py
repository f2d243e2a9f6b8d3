"""How likely two events of different reports are one and the same: time, countries, place and name, each in [0, 1]."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import RowMapping

from geo.gazetteer.names import key_of
from geo.gazetteer.shapes import distance_km
from geo.store.labels import series_of
from geo.text.series import find_series

FORTNIGHT_DAYS = 14  # reports of one drill differ by days; what lies farther apart is another
LONGEST_DAYS = 62  # "this year" may be anything: what lasts longer is not compared
SHARP_DAYS = 16
FAR_KM = 800.0  # beyond both radii: two places, not one told differently
SAME_NAME = 88  # of 100, after folding: "Sea Breeze" and "SeaBreeze", not "Sea Guardian"
LIKELY = 0.7
WEIGHTS = {"time": 0.35, "countries": 0.25, "place": 0.25, "name": 0.15}
UNKNOWN = 0.5  # what one of the two does not say speaks neither for nor against
FAMILIES = {"unilateral_exercise": "joint_exercise"}  # whether others join is what reports differ on

Row = Mapping[str, Any] | RowMapping  # a row of the table of events


def likeness(one: Row, other: Row) -> float:
    """Return how alike two events are, in [0, 1]; 0 where something speaks against it.

    Undated events, and those dated no better than to two months, are like nothing.
    """
    if family(one["type"]) != family(other["type"]):
        return 0.0
    name = same_name(one["name"], other["name"])
    parts = {
        "time": same_time(one, other, name == 1.0),
        "countries": same_countries(one["participants"], other["participants"]),
        "place": same_place(one, other, name == 1.0),
        "name": name,
    }
    if not all(parts.values()):
        return 0.0
    return round(sum(WEIGHTS[part] * value for part, value in parts.items()), 4)


def family(kind: str) -> str:
    return FAMILIES.get(kind, kind)


def same_time(one: Row, other: Row, named: bool) -> float:
    """Return 1 for days that overlap; dates may miss each other by a fortnight where the name is the same."""
    bounds = [(row["earliest"], row["latest"]) for row in (one, other)]
    if any(first is None or last is None or last - first > LONGEST_DAYS for first, last in bounds):
        return 0.0
    gap = max(bounds[0][0], bounds[1][0]) - min(bounds[0][1], bounds[1][1])
    if gap > 0:
        return UNKNOWN * max(0.0, 1 - gap / (FORTNIGHT_DAYS + 1)) if named else 0.0
    sharp = all(last - first <= SHARP_DAYS for first, last in bounds)
    return 1.0 if sharp else 0.6


def same_countries(one: str, other: str) -> float:
    """Return the share of countries that both name, of those that either does."""
    ours, theirs = set(filter(None, one.split(";"))), set(filter(None, other.split(";")))
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else UNKNOWN


def same_place(one: Row, other: Row, named: bool) -> float:
    """Return 1 where the radii of both meet, falling to 0 far beyond; a name that is the same forgives that."""
    if one["lat"] is None or other["lat"] is None:
        return UNKNOWN
    apart_km = distance_km(one["lat"], one["lon"], other["lat"], other["lon"])
    beyond_km = apart_km - (one["radius_km"] or 0.0) - (other["radius_km"] or 0.0)
    least = 0.1 if named else 0.0
    return max(least, min(1.0, 1 - beyond_km / FAR_KM))


def same_name(one: str | None, other: str | None) -> float:
    """Return 1 for one series, under whatever alias, 0 for two different ones."""
    if not one or not other:
        return UNKNOWN
    ours, theirs = series_key(one), series_key(other)
    return 1.0 if ours == theirs or fuzz.ratio(ours, theirs) >= SAME_NAME else 0.0


@lru_cache(maxsize=4096)
def series_key(name: str) -> str:
    known = next(find_series(f"exercise {name}"), None)
    return str(known.value.series) if known else key_of(series_of(name) or name).replace(" ", "")
