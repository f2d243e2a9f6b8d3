"""A filter and what it found to the title and subtitle of a slide."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from geo.layers.style import TYPE_STYLE
from geo.store import EventFilter
from geo.text.countries import country_name
from geo.types import EventType

JOINT = {EventType.JOINT_EXERCISE, EventType.JOINT_AIR_PATROL, EventType.JOINT_NAVAL_PATROL}
PLURALS = {EventType.MONITORING: "Monitoring", EventType.MISSILE_LAUNCH: "Missile launches"}


def map_title(found: pd.DataFrame, wanted: EventFilter) -> str:
    """Return what, who and when: 'Joint exercises, China and Russia, 2005–2025'."""
    what = kinds(set(found["type"]))
    who = ""
    if wanted.countries:
        joint = " and " if wanted.match == "all" else " or "
        who = joint.join(country_name(code) for code in wanted.countries)
    return ", ".join(part for part in (what, who, when(found, wanted)) if part)


def map_subtitle(wanted: EventFilter) -> str:
    words = wanted.in_words()
    return f"Filter: {words}" if words != "all events" else "All events, no filter"


def kinds(types: set[str]) -> str:
    """Return the plural of the only event type there is, else a word for all."""
    if len(types) > 1 and types <= JOINT:
        return "Joint exercises and patrols"
    if len(types) != 1:
        return "Military activity"
    event_type = EventType(types.pop())
    return PLURALS.get(event_type, f"{TYPE_STYLE[event_type].label}s")


def when(found: pd.DataFrame, wanted: EventFilter) -> str:
    """Return the span of the events' dates within the filter's: '2005–2025' or 'March–July 2023'."""
    days = [day for column in ("start", "end") for day in found[column] if _is_day(day)]
    if not days:
        return ""
    first, last = min(days), max(days)
    if wanted.start:
        first, last = max(first, wanted.start), max(last, wanted.start)
    if wanted.end:
        first, last = min(first, wanted.end), min(last, wanted.end)
    if first.year != last.year:
        return f"{first.year}–{last.year}"
    if first.month != last.month:
        return f"{first:%B}–{last:%B} {first.year}"
    return f"{first:%B} {first.year}"


def _is_day(value: Any) -> bool:
    return isinstance(value, dt.date) and not pd.isna(value)
