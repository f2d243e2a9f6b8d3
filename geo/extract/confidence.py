"""How sure an event is, from what its sentences say of it. A first scale, to be calibrated on gold."""

from collections.abc import Sequence

from geo.types import Event, Precision, Zone

BASE = 0.35  # a trigger in a report about forces
DATED, PLACED, PARTIES, NAMED, TOLD_AGAIN = 0.15, 0.15, 0.15, 0.1, 0.05
OUTSIDE_BODY = 0.25


def confidence_of(event: Event, zones: Sequence[Zone]) -> float:
    """Return a number in [0, 1]: higher the more of when, where and who the text states."""
    score = BASE
    score += DATED if event.dates.precision is not Precision.NONE else 0
    score += PLACED if any(place.located.match for place in event.places) else 0
    score += PARTIES if event.participants else 0
    score += NAMED if event.name else 0
    score += TOLD_AGAIN if len(event.evidence) > 1 else 0
    if Zone.BODY not in zones:
        score -= OUTSIDE_BODY if Zone.HEADLINE not in zones else OUTSIDE_BODY / 2
    return round(min(max(score, 0.05), 0.99), 2)
