"""Areas given by two latitudes and two longitudes, to their four corners.

"Between 38-00N and 39-00N, 124-00E and 125-00E", "38°-39°N, 124°-125°E", "北纬38度至39度、东经124度至125度",
"от 38° до 39° с.ш. и от 124° до 125° в.д.": the hemisphere stands with both numbers of a pair or with one of them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.extract.places.angles import PARTS, Angle, degrees_of
from geo.types import Span

REACH = 40  # characters that the number without a hemisphere may stand away
WORDS = r"(?:between|from|latitudes?|longitudes?|от|с|в пределах|在|介于)"
TO = rf" ?(?:to(?![a-z])|and(?![a-z])|through|до|и(?![а-я])|至|到|から|와|과|~|-) ?(?:{WORDS} ){{0,2}}"
ALONE = rf"(?<![\d.]){PARTS} ?(?:degrees?|°|度)?"
FIRST_OF_TWO = re.compile(rf"{ALONE}{TO}$", re.IGNORECASE)  # "38° to" before "39°N"
SECOND_OF_TWO = re.compile(rf"{TO}{PARTS}", re.IGNORECASE)  # "至39度" behind "北纬38度"
BETWEEN_TWO = re.compile(TO, re.IGNORECASE)
BETWEEN_BANDS = re.compile(rf"(?:[ ,;、()]|and(?![a-z])|by(?![a-z])|и(?![а-я])|[与和及]|{WORDS}){{0,8}}", re.IGNORECASE)

Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Two numbers of one axis, in degrees, as they stand."""

    span: Span
    axis: str
    first: float
    last: float


def bounded(text: str, behind: Sequence[Angle], before: Sequence[Angle]) -> list[tuple[Span, Corners]]:
    """Return the corners (lat, lon) of every such area of a text, given its angles by where the hemisphere stands."""
    found: list[tuple[Span, Corners]] = []
    for angles in (behind, before):
        known = list(bands(text, angles, angles is behind))
        for one, other in itertools.pairwise(known):
            near = one.axis != other.axis and BETWEEN_BANDS.fullmatch(text, one.span.end, other.span.start)
            if near and not any(one.span.overlaps(span) for span, _ in found):
                lat, lon = (one, other) if one.axis == "lat" else (other, one)
                found.append((Span(one.span.start, other.span.end), rectangle(lat, lon)))
    return sorted(found)


def bands(text: str, found: Sequence[Angle], behind: bool) -> Iterator[Band]:
    """Yield the pairs of numbers that span something; `behind`: the hemisphere stands behind its number."""
    position = 0
    while position < len(found):
        one = found[position]
        other = found[position + 1] if position + 1 < len(found) else None
        if other and one.axis == other.axis and BETWEEN_TWO.fullmatch(text, one.span.end, other.span.start):
            span, ends = Span(one.span.start, other.span.end), (one.degrees, other.degrees)
            position += 1
        else:
            span, ends = half_written(text, one, behind)
        position += 1
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            yield Band(span, one.axis, ends[0], ends[1])


def half_written(text: str, known: Angle, behind: bool) -> tuple[Span, tuple[float | None, float | None]]:
    """Return both numbers where only one has a hemisphere, which is then that of both."""
    if behind:
        start = max(0, known.span.start - REACH)
        match = FIRST_OF_TWO.search(text[start : known.span.start])
        span = Span(start + match.start(), known.span.end) if match else known.span
    else:
        match = SECOND_OF_TWO.match(text, known.span.end, known.span.end + REACH)
        span = Span(known.span.start, match.end()) if match else known.span
    value = degrees_of(match, known.axis) if match else None
    if value is None or known.degrees is None:
        return span, (None, None)
    other = -value if known.degrees < 0 else value
    return span, (other, known.degrees) if behind else (known.degrees, other)


def rectangle(lat: Band, lon: Band) -> Corners:
    """Return south-west, south-east, north-east, north-west; across 180 degrees where that way is shorter."""
    south, north = sorted((lat.first, lat.last))
    west, east = sorted((lon.first, lon.last))
    if east - west > 180:
        west, east = east, west
    return (south, west), (south, east), (north, east), (north, west)
