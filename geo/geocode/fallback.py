"""Given names that stay without a place: put where a part of the name, or the place around them, is known to be.

A hospital, street or small village is in no gazetteer of towns, but the report
mostly says in which town it lies. Such a placing never claims more than that:
it takes the radius of the place around it, a lower score, and a method that
says so.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.gazetteer import Gazetteer
from geo.gazetteer.shapes import distance_km
from geo.geocode.evidence import contains
from geo.geocode.forms import looked_up
from geo.text.place_words import words
from geo.types import Located, Place, PlaceKind, PlaceMatch, Toponym

MIN_PART_WEIGHT = 0.5  # towns of 100,000
SURE_PART_WEIGHT = 0.62  # countries, provinces and cities of 1.6 million need no support
PART_SCORE, AROUND_SCORE = 0.45, 0.3
MAX_AWAY_KM = 250.0  # a part or a small town counts when the report speaks of a place so near
MAX_PART_WORDS = 4
MAX_NEAR = 60  # places of the report that may support a part
MAX_LOOKED_AT = 10  # places before and behind a name
FAR_CHARS = 2000  # of text, within which the place around a name is looked for
INSIDE = re.compile(r", |[ ,]{0,2}\(|,? (?:\w{1,20} ){0,2}(?:in|at|of|near|outside) (?:\w{1,20} ){0,3}")  # "X in the Y"
POSSESSED = re.compile(r"['’]s? (?:\w{1,20} )?")  # "Y's X"
MAX_INSIDE_CHARS = 40
FARTHER = {PlaceKind.COUNTRY: 4.0, PlaceKind.SEA: 6.0, PlaceKind.STRAIT: 6.0}  # than they stand: too large to be meant


def fill_from_context(text: str, located: Sequence[Located], gazetteer: Gazetteer) -> tuple[Located, ...]:
    """Return the toponyms with those that had no match placed by their parts or by what is around them."""
    settled = sorted((one for one in located if one.match is not None), key=lambda one: one.toponym.span)
    near = list(dict.fromkeys(one.match.place for one in settled if one.match is not None))[:MAX_NEAR]
    mentions: dict[str, list[Toponym]] = {}
    for one in located:
        if one.match is None:
            mentions.setdefault(one.toponym.name, []).append(one.toponym)
    matches = {name: match_of(text, named, settled, near, gazetteer) for name, named in mentions.items()}
    return tuple(one if one.match else replace(one, match=matches[one.toponym.name]) for one in located)


def match_of(
    text: str, mentions: Sequence[Toponym], settled: Sequence[Located], near: Sequence[Place], gazetteer: Gazetteer
) -> PlaceMatch | None:
    """Return one place for all mentions of a name."""
    around = place_around(text, mentions, settled)
    for place in parts(mentions[0].name, gazetteer):
        if place.weight >= SURE_PART_WEIGHT or around is None or is_supported(place, near):
            return match(place, PART_SCORE, "part of the name")
    return match(around, AROUND_SCORE, "place around it") if around is not None else None


def match(place: Place, score: float, method: str) -> PlaceMatch:
    return PlaceMatch(place, score, score, place.radius_km, method, reasons=((method, score),))


def is_supported(place: Place, near: Sequence[Place]) -> bool:
    """Return whether the report speaks of a town near a place, or of the province that it lies in."""
    return any(
        contains(other, place)
        if other.kind in (PlaceKind.REGION, PlaceKind.COUNTRY)
        else distance_km(place.lat, place.lon, other.lat, other.lon) <= MAX_AWAY_KM
        for other in near
        if other.kind is not PlaceKind.COUNTRY
    )


def parts(name: str, gazetteer: Gazetteer) -> Iterator[Place]:
    """Yield known places in a name, those of the longest parts first: 'Dubai World Trade Centre' -> Dubai."""
    listed = name.split()
    if listed and listed[-1].lower().strip(".") in words("street_words"):
        return
    for length in range(min(MAX_PART_WORDS, len(listed) - 1), 0, -1):
        found = []
        for first in range(len(listed) - length + 1):
            part = looked_up(" ".join(listed[first : first + length]).strip(",.()"))
            if not part[:1].isupper() or part in words("not_places"):
                continue
            found += [place for place in gazetteer.candidates(part)[:1] if place.weight >= MIN_PART_WEIGHT]
        yield from sorted(found, key=lambda place: -place.weight)


def place_around(text: str, mentions: Sequence[Toponym], settled: Sequence[Located]) -> Place | None:
    """Return the place of the report that a name most likely lies in: written with it, or the nearest town."""
    best, least = None, float(FAR_CHARS)
    for mention in mentions:
        number = bisect(settled, mention.span, key=lambda one: one.toponym.span)
        for other in settled[max(0, number - MAX_LOOKED_AT) : number + MAX_LOOKED_AT]:
            if other.match is None or other.toponym.span.overlaps(mention.span):
                continue
            chars = gap(text, mention, other.toponym) * FARTHER.get(other.match.place.kind, 1.0)
            if chars < least:
                best, least = other.match.place, chars
    return best


def gap(text: str, toponym: Toponym, other: Toponym) -> int:
    """Return the characters between two names; 0 where the words say that one lies in the other."""
    follows = toponym.span < other.span
    between = text[toponym.span.end : other.span.start] if follows else text[other.span.end : toponym.span.start]
    says_so = INSIDE if follows else POSSESSED
    return 0 if len(between) <= MAX_INSIDE_CHARS and says_so.fullmatch(between) else len(between)
