"""Coordinates written in a report: single points, circles round a point, and lists of corners, as areas.

Corners that stand in one list make one polygon; "and in area bounded by" begins
another. A corner that is cut off or not on the globe is left out of its list.

Not handled: sectors and arcs of a circle, strips along a line.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geo.extract.places.angles import BEFORE, BEHIND, Angle, angles, plain
from geo.extract.places.bounds import bounded
from geo.extract.places.circles import stated_radius_km
from geo.types import PlaceKind, Span, Toponym

CORNERS_NEEDED = 3
WITHIN_PAIR = re.compile(
    r"(?:[ ,;:/、|&().-]|and(?![a-z])|by(?![a-z])|x(?![a-z])|и(?![а-я])|lat(?:itude)?|long?(?:itude)?){0,10}",
    re.IGNORECASE,
)
BETWEEN_CORNERS = re.compile(
    r"(?:[ ,;:/、·・()\[\].-]|(?:and|then|thence|to|и|затем|далее)(?![a-zа-я])|及び?|和|与|與|至|到|と|から"
    r"|(?:point|corner|position|точка|点|點|p|no\.?) ?(?=[\da-h])|第?\d{1,2}[点點]?|[a-t](?= ?[.):、])|[①-⑳]){0,16}",
    re.IGNORECASE,
)
SIGNED = re.compile(  # without hemispheres: only where words say what the numbers are
    r"lat(?:itude)?[ .:=]{1,3}(?P<lat>[+-]?\d{1,2}\.\d{1,8})°?[ ,;]{1,3}"
    r"long?(?:itude)?[ .:=]{1,3}(?P<lon>[+-]?\d{1,3}\.\d{1,8})"
    r"|(?:coordinates|坐标|座標|координаты)[ :=(为是]{0,4}(?P<first>[+-]?\d{1,2}\.\d{2,8})°?[ ,;]{1,3}"
    r"(?P<second>[+-]?\d{1,3}\.\d{2,8})",
    re.IGNORECASE,
)
SIGNED_WORDS = re.compile(r"lat(?:itude)?[ .:=]|coordinates|坐标|座標|координаты")  # SIGNED itself is slow


@dataclass(frozen=True, slots=True)
class Corner:
    """A point as written, in WGS 84 degrees; `point` is None where the numbers are no place on the globe."""

    span: Span
    point: tuple[float, float] | None  # lat, lon


def coordinate_areas(text: str, masked: Sequence[Span] = ()) -> Iterator[Toponym]:
    """Yield an area for each pair of bounds, then for each point, each circle and each list of corners, in order.

    A circle has its centre for polygon and the stated radius as `radius_km`.
    """
    known = plain(text)
    behind, before = list(angles(known, BEHIND)), list(angles(known, BEFORE))
    boxes = [
        (span, polygon)
        for span, polygon in bounded(known, behind, before)
        if not any(span.overlaps(one) for one in masked)
    ]
    for span, polygon in boxes:
        yield Toponym(span, span.of(text), "coordinates", PlaceKind.AREA, polygon=polygon)
    taken = [*masked, *(span for span, _ in boxes)]
    free = [
        corner for corner in corners(known, behind, before) if not any(corner.span.overlaps(other) for other in taken)
    ]
    for group, radius_km in groups(known, free):
        points = tuple(dict.fromkeys(corner.point for corner in group if corner.point))
        span = Span(group[0].span.start, group[-1].span.end)
        for own, polygon in [(span, points)] if len(points) >= CORNERS_NEEDED else singles(group):
            yield Toponym(own, own.of(text), "coordinates", PlaceKind.AREA, polygon=polygon, radius_km=radius_km)


def singles(group: Iterable[Corner]) -> list[tuple[Span, tuple[tuple[float, float], ...]]]:
    return [(corner.span, (corner.point,)) for corner in group if corner.point]


def corners(text: str, behind: Sequence[Angle], before: Sequence[Angle]) -> list[Corner]:
    """Return the points of a text, given its angles with the hemisphere behind the number and those with it before.

    "N38 E24 N39 E25" can be cut into numbers with their hemispheres, and those
    into points, in four ways; where they compete, the one that makes the most points is meant.
    """
    readings: list[list[Corner]] = [signed(text)]
    for found in (behind, before):
        readings += [pairs(text, found, first) for first in ("lat", "lon")]
    return [corner for rivals in clusters(readings) for corner in max(rivals, key=points_made)]


def pairs(text: str, found: Sequence[Angle], first: str) -> list[Corner]:
    """Return the neighbouring angles of which the first is on the axis `first` and the second on the other."""
    made: list[Corner] = []
    for one, other in itertools.pairwise(found):
        if one.axis != first or other.axis == first:
            continue
        if WITHIN_PAIR.fullmatch(text, one.span.end, other.span.start):
            lat, lon = (one.degrees, other.degrees) if first == "lat" else (other.degrees, one.degrees)
            point = None if lat is None or lon is None else (lat, lon)
            made.append(Corner(Span(one.span.start, other.span.end), point))
    return made


def signed(text: str) -> list[Corner]:
    found = []
    for match in SIGNED.finditer(text) if SIGNED_WORDS.search(text.lower()) else ():
        lat, lon = float(match["lat"] or match["first"]), float(match["lon"] or match["second"])
        found.append(Corner(Span(*match.span()), (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 else None))
    return found


def clusters(readings: Sequence[Sequence[Corner]]) -> Iterator[list[list[Corner]]]:
    """Yield stretches of text within which readings overlap, as what each reading makes of them."""
    every = sorted((corner.span, number, corner) for number, own in enumerate(readings) for corner in own)
    rivals: list[list[Corner]] = [[] for _ in readings]
    end = 0
    for span, number, corner in every:
        if span.start >= end:
            yield rivals
            rivals = [[] for _ in readings]
        rivals[number].append(corner)
        end = max(end, span.end)
    yield rivals


def points_made(corners: Sequence[Corner]) -> int:
    return sum(corner.point is not None for corner in corners)


def groups(text: str, found: Sequence[Corner]) -> Iterator[tuple[list[Corner], float | None]]:
    """Yield the corners of each list, and each centre of a circle with its radius in km."""
    group: list[Corner] = []
    for number, corner in enumerate(found):
        before = found[number - 1].span.end if number else 0
        after = found[number + 1].span.start if number + 1 < len(found) else len(text)
        radius_km = stated_radius_km(text, corner.span, before, after) if corner.point else None
        if group and (radius_km or not BETWEEN_CORNERS.fullmatch(text, group[-1].span.end, corner.span.start)):
            yield group, None
            group = []
        if radius_km:
            yield [corner], radius_km
        else:
            group.append(corner)
    if group:
        yield group, None
