"""What a report says for and against the candidates of a name: each rule adds to or takes from their scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.gazetteer.shapes import distance_km
from geo.geocode.choice import Choice, Sense, sense_of
from geo.types import Place, PlaceKind, PlaceMatch, Span, Toponym

MAX_GAP = 8  # characters between "X" and "Y" in "X, Y" and "X in the Y"
VOTE_POWER = 3
KM_A_DEGREE = 111.0  # of latitude, a little less than it is: what lies farther north or south needs no arithmetic
MAX_NEIGHBOURS = 60  # the first places of a report; a list of a thousand says nothing more
RELATED_KINDS = {
    PlaceKind.SEA: (PlaceKind.SEA, PlaceKind.STRAIT),
    PlaceKind.STRAIT: (PlaceKind.SEA, PlaceKind.STRAIT),
    PlaceKind.CITY: (PlaceKind.CITY, PlaceKind.PORT),
    PlaceKind.PORT: (PlaceKind.CITY, PlaceKind.PORT),
    PlaceKind.BASE: (PlaceKind.BASE, PlaceKind.AIRFIELD, PlaceKind.PORT),
    PlaceKind.AIRFIELD: (PlaceKind.BASE, PlaceKind.AIRFIELD),
}

LOCAL_KINDS = tuple(kind for kind in PlaceKind if kind not in (PlaceKind.COUNTRY, PlaceKind.SEA, PlaceKind.AREA))


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts beside the weight of a place, which is in [0, 1]."""

    contained: float = 0.5  # "Springfield, Illinois"
    country: float = 0.18  # the whole of it when every other place of the report lies in the same country
    region: float = 0.3  # the same for provinces
    acting_country: float = 0.2  # a country that acts in the report
    near: float = 0.15  # other places of the report are near
    near_km: float = 400.0
    kind: float = 0.15  # what the words around ask for
    inner: float = 0.2  # taken from a town that lies in a country or great city's province of its name
    other_kind: float = 0.35  # taken from a country where the text asks for a province of that name
    main_city: float = 0.2  # of a province's people; a city with more wins over the province of its name
    min_score: float = 0.2  # below it a name stays unresolved


def favour_kinds(choices: Mapping[Sense, Choice], weights: Weights) -> None:
    """Weigh the kind that the context asks for, and settle namesakes that lie within each other.

    A country wins over its own town (Mexico, Panama), a main city over the
    province around it (New York, Hiroshima) unless the text says 'province'.
    """
    for choice in choices.values():
        for number, place in enumerate(choice.candidates):
            if choice.kind in RELATED_KINDS.get(place.kind, (place.kind,)):
                choice.add(number, "kind that the words ask for", weights.kind)
            others = choice.candidates
            if place.kind is PlaceKind.COUNTRY and any(other.kind is choice.kind for other in others):
                choice.add(number, "kind that the words ask for", -weights.other_kind)
            for other in others:
                if is_inner(place, other, choice.kind, weights):
                    choice.add(number, f"{other.kind} of that name around it", -weights.inner)


def is_inner(place: Place, other: Place, asked: PlaceKind | None, weights: Weights) -> bool:
    """Return whether the name means the other place rather than this one, which lies in or around it."""
    if place.country != other.country:
        return False
    if other.kind is PlaceKind.COUNTRY:
        return place.kind is not PlaceKind.COUNTRY
    main_city = other.kind is PlaceKind.CITY and other.population >= weights.main_city * place.population
    return place.kind is PlaceKind.REGION and main_city and asked is not PlaceKind.REGION


def containments(text: str, toponyms: Sequence[Toponym]) -> list[tuple[Toponym, Toponym]]:
    """Return the pairs (inner, outer) that are written "X, Y", "X (Y)" or "X in Y"."""
    return [
        (inner, outer)
        for inner, outer in pairwise(toponyms)
        if 0 < outer.span.start - inner.span.end <= MAX_GAP
        and text[inner.span.end : outer.span.start].strip() in (",", "(", "in", "in the")
    ]


def favour_containment(
    pairs: Sequence[tuple[Toponym, Toponym]], choices: Mapping[Sense, Choice], weights: Weights
) -> None:
    """Of "X, Y": the X that lies in a Y."""
    for inner, outer in pairs:
        whole, part = choices[sense_of(outer)], choices[sense_of(inner)]
        listed = is_country(whole.best) and is_country(part.best)  # "Iraq, Iran" is a list
        for number, place in enumerate(part.candidates):
            if (place.kind is PlaceKind.REGION or not listed) and any(
                contains(outside, place) for outside in whole.candidates
            ):
                part.add(number, f"written with {outer.name}", weights.contained)


def wholes(
    pairs: Sequence[tuple[Toponym, Toponym]],
    choices: Mapping[Sense, Choice],
    matches: Mapping[Sense, PlaceMatch | None],
    weights: Weights,
) -> dict[Span, PlaceMatch]:
    """Return for each Y of "X, Y" the place that holds the X: Georgia the state after Atlanta."""
    settled: dict[Span, PlaceMatch] = {}
    for inner, outer in pairs:
        part, choice = matches[sense_of(inner)], choices[sense_of(outer)].copy()
        for number, place in enumerate(choice.candidates):
            if part is not None and contains(place, part.place):
                choice.add(number, f"written with {inner.name}", weights.contained)
        match = choice.match(weights.min_score)
        if match is not None:
            settled[outer.span] = match
    return settled


def is_country(place: Place | None) -> bool:
    return place is not None and place.kind is PlaceKind.COUNTRY


def contains(outside: Place, inside: Place) -> bool:
    if outside.place_id == inside.place_id:
        return False
    if outside.kind is PlaceKind.COUNTRY:
        return outside.country is not None and outside.country == inside.country
    return outside.kind is PlaceKind.REGION and outside.name == inside.region and outside.country == inside.country


def favour_shared_areas(choices: Mapping[Sense, Choice], countries: Sequence[str], weights: Weights) -> None:
    """Weigh in which countries and provinces the other places of the report may lie.

    Every name has one vote, split among its candidates by the third power of
    their scores; it does not vote for itself.
    """
    ballots = {sense: Ballot.of(choice) for sense, choice in choices.items()}
    in_countries, in_regions = Counter[str](), Counter[Region]()
    for ballot in ballots.values():
        in_countries.update(ballot.countries)
        in_regions.update(ballot.regions)
    whole = float(sum(choice.count**0.5 for choice in choices.values() if choice.candidates))
    for sense, choice in choices.items():
        own = ballots[sense]
        others = max(1.0, whole - choice.count**0.5)
        for number, place in enumerate(choice.candidates):
            if not place.country:
                continue
            share = (in_countries[place.country] - own.countries.get(place.country, 0.0)) / others
            choice.add(number, "countries of the report's places", weights.country * share)
            if place.country in countries:
                choice.add(number, "a country that acts in the report", weights.acting_country)
            region = region_of(place)
            if region is not None:
                share = (in_regions[region] - own.regions.get(region, 0.0)) / others
                choice.add(number, "provinces of the report's places", weights.region * share)


Region = tuple[str, str]  # a country and the name of a first-order subdivision


def region_of(place: Place) -> Region | None:
    name = place.region or (place.name if place.kind is PlaceKind.REGION else None)
    return (place.country, name) if place.country and name else None


@dataclass(slots=True)
class Ballot:
    """For which countries and provinces a name votes."""

    countries: dict[str, float]
    regions: dict[Region, float]

    @classmethod
    def of(cls, choice: Choice) -> Ballot:
        countries: dict[str, float] = {}
        regions: dict[Region, float] = {}
        shares = [score**VOTE_POWER if score > 0 else 0.0 for score in choice.scores]
        whole = sum(shares) / choice.count**0.5 if choice.count else 0.0
        for place, share in zip(choice.candidates, shares, strict=True):
            if place.country and whole:
                countries[place.country] = countries.get(place.country, 0.0) + share / whole
                region = region_of(place)
                if region is not None:
                    regions[region] = regions.get(region, 0.0) + share / whole
        return cls(countries, regions)


def favour_neighbours(choices: Mapping[Sense, Choice], weights: Weights) -> None:
    """Weigh how many places of the report, as they lead so far, lie near a candidate."""
    leading = [(key, choice.best) for key, choice in choices.items()]
    settled = [(key, place) for key, place in leading if place is not None and place.kind in LOCAL_KINDS]
    for key, choice in choices.items():
        if len(choice.candidates) < 2:
            continue
        for number, place in enumerate(choice.candidates):
            if place.kind is PlaceKind.COUNTRY:
                continue
            near = sum(
                max(0.0, 1 - distance_km(place.lat, place.lon, other.lat, other.lon) / weights.near_km)
                for other_key, other in settled[:MAX_NEIGHBOURS]
                if other_key != key and abs(other.lat - place.lat) * KM_A_DEGREE < weights.near_km
            )
            choice.add(number, "near other places of the report", weights.near * min(1.0, near))
