"""How long something lasts, where a text says so: "two-day", "for three days", "week-long" to days."""

from __future__ import annotations

import re

from geo.text.numbers import parse_number

LONGEST_DAYS = 120
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
DURATION = re.compile(
    r"\b(?P<n>[a-z]{3,9}|\d{1,3})-(?P<unit>day|week|month)\b(?!-)"
    r"|\bafter\s+(?P<n4>[a-z]{2,9}|\d{1,3})\s+(?P<unit4>days?|weeks?)\b(?!\s+of\s+(?:talks|preparation|planning))"
    r"|\b(?P<whole>day|week|fortnight|month)-?long\b"
    r"|\b(?:(?:for|during)(?:\s+a\s+(?:period|total)\s+of)?|lasting|lasts?|lasted|ran|run|over)\s+(?:about\s+|some\s+|around\s+)?"
    r"(?P<n2>[a-z]{1,9}|\d{1,3})\s+(?P<unit2>days?|weeks?|fortnights?)\b(?!\s+(?:ago|earlier|later|before))"
    r"|\b(?P<n3>[a-z]{3,9}|\d{1,3})\s+(?P<unit3>days|weeks)\s+of\s+(?:joint\s+|naval\s+|military\s+)?"
    r"(?:exercises?|drills?|training|man\w{3,6}(?:er|re)s|talks)\b",
    re.I,
)

GROUPS = (("n", "unit"), ("whole", "whole"), ("n2", "unit2"), ("n3", "unit3"), ("n4", "unit4"))


def duration_days(text: str, start: int, end: int) -> int | None:
    """Return the days that the first duration between two offsets lasts, None where none is told or it is too long."""
    for match in DURATION.finditer(text, start, end):
        words, unit = next(
            (match[n], match[u])
            for n, u in (("n", "unit"), ("whole", "whole"), ("n2", "unit2"), ("n3", "unit3"), ("n4", "unit4"))
            if match[u]
        )
        number = 1 if match["whole"] or words.lower() in ("a", "an") else parse_number(words)
        days = (number or 0) * UNIT_DAYS[unit.lower().rstrip("s")]
        days += bool(match["unit4"])  # "ended after two weeks": the day it began and two weeks
        if 0 < days <= LONGEST_DAYS:
            return days
    return None
