"""Coordinates written in a report: single points and lists of corners, as areas.

Reads decimal degrees with hemispheres (38.5N 124.1E, N38.5 E124.1, 38.5°N,
124.1°E), degrees and minutes with or without seconds (38-30.5N 124-06.2E,
38°30'20"N 124°06'E, 北纬38度30分 东经124度06分, 38-30.50北、124-06.20东).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.types import PlaceKind, Span, Toponym

DEGREES, MINUTES, SECONDS = r"[°º˚度-]", r"['’′分-]", r"(?:\"|”|″|''|’’|秒)"
NUMBER = r"\d{1,3}(?:\.\d{1,8})?"
NORTH_SOUTH, EAST_WEST = (
    r"(?:[NSns](?![A-Za-z])|北纬?|南纬?|[Nn]orth|[Ss]outh)",
    r"(?:[EWew](?![A-Za-z])|东经?|西经?|東経?|[Ee]ast|[Ww]est)",
)
ANGLE = (  # "@" is replaced by "a" for the latitude and by "o" for the longitude
    rf"(?P<@d>{NUMBER})(?: ?{DEGREES} ?(?:(?P<@m>\d{{1,2}}(?:\.\d{{1,6}})?)"
    rf"(?: ?{MINUTES} ?(?:(?P<@s>\d{{1,2}}(?:\.\d{{1,5}})?) ?{SECONDS}?)?)?)?)?"
)
LATITUDE, LONGITUDE = ANGLE.replace("@", "a"), ANGLE.replace("@", "o")
GAP = r"[ ,;/、，]{0,3}(?:and |latitude |longitude )?"
AFTER = re.compile(  # the hemisphere stands after the number
    rf"(?<![\d.]){LATITUDE} ?(?P<ah>{NORTH_SOUTH}){GAP}{LONGITUDE} ?(?P<oh>{EAST_WEST})"
)
BEFORE = re.compile(  # it stands before
    rf"(?P<ah>[NS](?![A-Za-z])|北纬|南纬) ?{LATITUDE}{GAP}(?P<oh>[EW](?![A-Za-z])|东经|西经|東経) ?{LONGITUDE}(?![\d.])"
)
JOINT = re.compile(r"[\s,;:/、，；和及与()（）.-]{0,6}(?:and|to|then|thence|及|和|与|至)?[\s,;:/、，；()（）\d.-]{0,6}")
CORNERS_NEEDED = 3


@dataclass(frozen=True, slots=True)
class Corner:
    """A point as written, in WGS 84 degrees."""

    span: Span
    lat: float
    lon: float


def coordinate_areas(text: str, masked: Sequence[Span] = ()) -> Iterator[Toponym]:
    """Yield an area for each point and each list of corners, in order."""
    for group in groups(text, [corner for corner in corners(text) if not any(corner.span.overlaps(m) for m in masked)]):
        span = Span(group[0].span.start, group[-1].span.end)
        polygon = tuple((corner.lat, corner.lon) for corner in group)
        if len(polygon) > CORNERS_NEEDED and polygon[0] == polygon[-1]:
            polygon = polygon[:-1]
        yield Toponym(span, span.of(text), "coordinates", PlaceKind.AREA, polygon=polygon)


def corners(text: str) -> list[Corner]:
    found = {corner.span: corner for pattern in (AFTER, BEFORE) for corner in matches(pattern, text)}
    kept: list[Corner] = []
    for span in sorted(found):
        if not kept or not kept[-1].span.overlaps(span):
            kept.append(found[span])
    return kept


def matches(pattern: re.Pattern[str], text: str) -> Iterator[Corner]:
    for match in pattern.finditer(text):
        lat, lon = angle(match, "a", "Ss南"), angle(match, "o", "Ww西")
        if abs(lat) <= 90 and abs(lon) <= 180:
            yield Corner(Span(match.start(), match.start() + len(match.group().rstrip())), lat, lon)


def angle(match: re.Match[str], part: str, negative: str) -> float:
    degrees, minutes, seconds = (float(match[f"{part}{unit}"] or 0) for unit in "dms")
    value = round(degrees + minutes / 60 + seconds / 3600, 6)
    return -value if match[f"{part}h"][0] in negative else value


def groups(text: str, found: Sequence[Corner]) -> Iterator[list[Corner]]:
    """Yield corners that stand in one list; fewer than three are points of their own."""
    group: list[Corner] = []
    for corner in found:
        if group and not JOINT.fullmatch(text, group[-1].span.end, corner.span.start):
            yield from whole(group)
            group = []
        group.append(corner)
    yield from whole(group)


def whole(group: list[Corner]) -> Iterator[list[Corner]]:
    if len(group) >= CORNERS_NEEDED:
        yield group
    else:
        yield from ([corner] for corner in group)
