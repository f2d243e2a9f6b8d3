"""Scores place names in the sentences of sea_probe.yml: found by overlap, and placed within the tolerance.

    python tests/gold/sea_probe.py    prints F1 and every name that was missed, misplaced or found in vain

Only locations count: a government that acts ("Tokyo said") is found as an actor and is neither right nor wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

PROBE = Path(__file__).with_name("sea_probe.yml")
sys.path.insert(0, str(PROBE.parents[2]))

from geo.extract.places.recognise import recognise  # noqa: E402
from geo.gazetteer import Gazetteer  # noqa: E402
from geo.gazetteer.shapes import distance_km  # noqa: E402
from geo.geocode import resolve  # noqa: E402
from geo.text.masks import masks  # noqa: E402
from geo.types import Located, Span  # noqa: E402


@dataclass
class Score:
    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted)


def probe() -> list[dict[str, Any]]:
    sentences: list[dict[str, Any]] = yaml.safe_load(PROBE.read_text(encoding="utf-8"))
    return sentences


def read(text: str, gazetteer: Gazetteer) -> list[Located]:
    """Return the locations that the program finds and places in a sentence."""
    masked = [mention.span for mention in masks(text)]
    located = resolve(text, recognise(text, gazetteer, masked), gazetteer)
    return [one for one in located if one.match is not None and not one.toponym.metonym]


def judge(gazetteer: Gazetteer) -> tuple[Score, list[str]]:
    """Return the score over all sentences, and a line for every fault."""
    score, faults = Score(), []
    for sentence in probe():
        text, places = sentence["text"], sentence["places"]
        located = read(text, gazetteer)
        score.found += len(located)
        score.wanted += len(places)
        matched = set()
        for name, (lat, lon, km) in places.items():
            span = span_of(text, name)
            over = [one for one in located if one.toponym.span.overlaps(span)]
            matched.update(one.toponym.span for one in over)
            near = [one for one in over if away_km(one, lat, lon) <= km]
            score.right += bool(near)
            if not near:
                faults.append(f"{name!r} is {', '.join(told(over)) or 'missed'}: {text}")
        faults += [
            f"{one} is found in vain: {text}"
            for one in told([one for one in located if one.toponym.span not in matched])
        ]
    return score, faults


def span_of(text: str, name: str) -> Span:
    start = text.index(name)
    return Span(start, start + len(name))


def away_km(located: Located, lat: float, lon: float) -> float:
    assert located.match is not None
    return distance_km(located.match.place.lat, located.match.place.lon, lat, lon)


def told(located: list[Located]) -> Iterator[str]:
    for one in located:
        if one.match is not None:
            place = one.match.place
            yield f"{one.toponym.name!r} at {place.lat:.2f}, {place.lon:.2f} ({place.kind}, {place.country})"


if __name__ == "__main__":
    result, lines = judge(Gazetteer.open())
    print(*lines, sep="\n")
    print(
        f"{len(probe())} sentences, {result.wanted} places, {result.right} right of {result.found}: F1 {result.f1:.3f}"
    )
