"""How sure an event is, from what its sentences say of it: parts in [0, 1] that a logistic weighs.

The weights are data/rules/confidence.yml, fitted on gold by tools/fit_confidence.py: of the events with a
confidence of 0.8, eight in ten have the right parties, time and place.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import Literal

from geo.extract.drafts import Draft
from geo.extract.triggers import refers_back
from geo.rules import Rule, load_rules
from geo.types import DateRange, Event, EventType, Precision, Zone

ALONE = {EventType.JOINT_EXERCISE, EventType.JOINT_AIR_PATROL, EventType.JOINT_NAVAL_PATROL, EventType.MEETING}
ZONES = {Zone.BODY: 1.0, Zone.HEADLINE: 0.5}
LEAST, MOST = 0.05, 0.98  # nothing that is read by rules is certain


class Weight(Rule):
    """What one part adds to the log-odds; `of` is what the part says."""

    of: str
    weight: float


def parts_of(draft: Draft, event: Event) -> dict[str, float]:
    """Return what is known of an event, each part in [0, 1]; `intercept` is where an event without any starts."""
    placed = [place.located.match.score for place in event.places if place.located.match]
    whole = 2 if event.type in ALONE else 1
    return {
        "intercept": 1.0,
        "trigger": max(_directness(frame.generic, refers_back(frame.trigger)) for frame in draft.frames),
        "dates": 0.0 if event.dates == DateRange() else 1.0 if event.dates.precision is Precision.DAY else 0.7,
        "place": max(placed, default=0.0),
        "participants": min(len(event.participants) / whole, 1.0),
        "zone": max(ZONES.get(frame.sentence.zone, 0.0) for frame in draft.frames),
        "told_again": 1.0 if len(event.evidence) > 1 else 0.0,
    }


def confidence_of(parts: Mapping[str, float]) -> float:
    """Return a number in [0, 1] out of the parts."""
    odds = sum(weight * parts[part] for part, weight in _weights().items())
    return round(min(max(1 / (1 + math.exp(-odds)), LEAST), MOST), 2)


@cache
def _weights() -> dict[str, float]:
    return {part: entry.weight for part, entry in load_rules("confidence", Weight).items()}


def _directness(generic: bool, back: bool) -> Literal[0, 1] | float:
    return 0 if generic else 0.5 if back else 1
