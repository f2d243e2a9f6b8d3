"""What a report says for and against the candidates of a name: each rule adds to or takes from their scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.gazetteer.names import key_of
from geo.gazetteer.shapes import distance_km
from geo.types import Place, PlaceKind, PlaceMatch, Span, Toponym

CONTAINED_BONUS = 0.5  # "Springfield, Illinois"
COUNTRY_BONUS = 0.25  # the whole of it when every other place of the report lies in the same country
GIVEN_COUNTRY_BONUS = 0.2
NEAR_BONUS = 0.15
NEAR_KM = 300.0
KIND_BONUS = 0.15
INNER_LOSS = 0.2
OTHER_KIND_LOSS = 0.35  # a country where the text asks for a province of that name
GREAT_CITY = 3_000_000  # people
MIN_SCORE = 0.2
MAX_GAP = 3  # characters between "X" and "Y" in "X, Y"
MAX_RUNNERS_UP = 5
MAX_NEIGHBOURS = 60  # the first places of a report; a list of a thousand says nothing more
RELATED_KINDS = {
    PlaceKind.SEA: (PlaceKind.SEA, PlaceKind.STRAIT),
    PlaceKind.STRAIT: (PlaceKind.SEA, PlaceKind.STRAIT),
    PlaceKind.CITY: (PlaceKind.CITY, PlaceKind.PORT),
    PlaceKind.PORT: (PlaceKind.CITY, PlaceKind.PORT),
    PlaceKind.BASE: (PlaceKind.BASE, PlaceKind.AIRFIELD, PlaceKind.PORT),
    PlaceKind.AIRFIELD: (PlaceKind.BASE, PlaceKind.AIRFIELD),
}

Sense = tuple[str, PlaceKind | None]  # a name is taken in one sense throughout a report, a kind asked for apart


def sense_of(toponym: Toponym) -> Sense:
    return key_of(toponym.name), toponym.kind


@dataclass(slots=True)
class Choice:
    """A name of the report, its candidates and their scores."""

    candidates: tuple[Place, ...]
    scores: list[float]
    kind: PlaceKind | None = None
    count: int = 1


def favour_kinds(choices: dict[Sense, Choice]) -> None:
    """Weigh the kind that the context asks for, and settle namesakes that lie within each other.

    A country wins over its own town (Mexico, Panama), a great city over the
    province around it (New York, Moscow) unless the text says 'province'.
    """
    for choice in choices.values():
        for number, place in enumerate(choice.candidates):
            kinds = RELATED_KINDS.get(place.kind, (place.kind,))
            choice.scores[number] += KIND_BONUS * (choice.kind in kinds)
            for other in choice.candidates:
                if place.kind is PlaceKind.COUNTRY and other.kind is choice.kind:
                    choice.scores[number] -= OTHER_KIND_LOSS
                    break
            for other in choice.candidates:
                if place.kind is not PlaceKind.COUNTRY and other.kind is PlaceKind.COUNTRY:
                    choice.scores[number] -= INNER_LOSS * (place.country == other.country)
                if place.kind is PlaceKind.REGION and other.kind is PlaceKind.CITY and place.country == other.country:
                    great = other.population >= GREAT_CITY and other.weight >= place.weight - 0.2
                    choice.scores[number] -= INNER_LOSS * (great and choice.kind is not PlaceKind.REGION)


def containments(text: str, toponyms: Sequence[Toponym]) -> list[tuple[Toponym, Toponym]]:
    """Return the pairs (inner, outer) that are written "X, Y" or "X (Y)"."""
    return [
        (inner, outer)
        for inner, outer in pairwise(toponyms)
        if 0 < outer.span.start - inner.span.end <= MAX_GAP
        and text[inner.span.end : outer.span.start].strip() in (",", "(")
    ]


def favour_containment(pairs: Sequence[tuple[Toponym, Toponym]], choices: dict[Sense, Choice]) -> None:
    """Of "X, Y": the X that lies in a Y."""
    for inner, outer in pairs:
        whole, part = choices[sense_of(outer)], choices[sense_of(inner)]
        for number, place in enumerate(part.candidates):
            if any(contains(outside, place) for outside in whole.candidates):
                part.scores[number] += CONTAINED_BONUS


def wholes(
    pairs: Sequence[tuple[Toponym, Toponym]], choices: dict[Sense, Choice], matches: dict[Sense, PlaceMatch | None]
) -> dict[Span, PlaceMatch]:
    """Return for each Y of "X, Y" the place that holds the X: Georgia the state after Atlanta."""
    settled: dict[Span, PlaceMatch] = {}
    for inner, outer in pairs:
        part, choice = matches[sense_of(inner)], choices[sense_of(outer)]
        for number, place in enumerate(choice.candidates):
            if part is not None and contains(place, part.place):
                choice = Choice(choice.candidates, [*choice.scores])
                choice.scores[number] += CONTAINED_BONUS
        match = best_match(choice)
        if match is not None:
            settled[outer.span] = match
    return settled


def contains(outside: Place, inside: Place) -> bool:
    if outside.place_id == inside.place_id:
        return False
    if outside.kind is PlaceKind.COUNTRY:
        return outside.country is not None and outside.country == inside.country
    return outside.kind is PlaceKind.REGION and outside.name == inside.region and outside.country == inside.country


def favour_countries(choices: dict[Sense, Choice], countries: Sequence[str]) -> None:
    votes: Counter[str] = Counter()
    for choice in choices.values():
        sums: dict[str, float] = {}
        for place, score in zip(choice.candidates, choice.scores, strict=True):
            if place.country:
                sums[place.country] = max(sums.get(place.country, 0.0), score)
        total = sum(score**4 for score in sums.values())
        for country, score in sums.items():
            votes[country] += score**4 / total * choice.count**0.5
    whole = sum(votes.values()) or 1.0
    for choice in choices.values():
        for number, place in enumerate(choice.candidates):
            if place.country:
                choice.scores[number] += COUNTRY_BONUS * votes[place.country] / whole
                choice.scores[number] += GIVEN_COUNTRY_BONUS * (place.country in countries)


def favour_neighbours(choices: dict[Sense, Choice]) -> None:
    settled = [
        (key, choice.candidates[best_number(choice)])
        for key, choice in choices.items()
        if choice.candidates and choice.candidates[best_number(choice)].kind is not PlaceKind.COUNTRY
    ]
    settled = settled[:MAX_NEIGHBOURS]
    for key, choice in choices.items():
        if len(choice.candidates) < 2:
            continue
        for number, place in enumerate(choice.candidates):
            near = sum(
                distance_km(place.lat, place.lon, other.lat, other.lon) < NEAR_KM
                for other_key, other in settled
                if other_key != key
            )
            choice.scores[number] += NEAR_BONUS * min(1.0, near / 3)


def best_number(choice: Choice) -> int:
    return max(range(len(choice.scores)), key=lambda number: choice.scores[number])


def best_match(choice: Choice) -> PlaceMatch | None:
    if not choice.candidates:
        return None
    order = sorted(range(len(choice.scores)), key=lambda number: -choice.scores[number])
    best = choice.candidates[order[0]]
    score = min(1.0, choice.scores[order[0]])
    if score < MIN_SCORE:
        return None
    margin = choice.scores[order[0]] - choice.scores[order[1]] if len(order) > 1 else score
    return PlaceMatch(
        place=best,
        score=round(score, 3),
        margin=round(max(0.0, min(1.0, margin)), 3),
        radius_km=best.radius_km,
        method="gazetteer",
        runners_up=tuple(choice.candidates[number] for number in order[1 : 1 + MAX_RUNNERS_UP]),
    )
