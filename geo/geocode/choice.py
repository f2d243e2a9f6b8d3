"""A name of a report with its candidates: evidence adds up here, and the best candidate becomes the match."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from geo.gazetteer.names import key_of
from geo.types import Place, PlaceKind, PlaceMatch, Toponym

MAX_RUNNERS_UP = 5

Sense = tuple[str, PlaceKind | None]  # a name is taken in one sense throughout a report, a kind asked for apart


def sense_of(toponym: Toponym) -> Sense:
    return key_of(toponym.name), toponym.kind


@dataclass(slots=True)
class Choice:
    """A name of the report, its candidates, their scores and what these are made of."""

    candidates: tuple[Place, ...]
    kind: PlaceKind | None = None
    count: int = 0  # how often the report names it
    scores: list[float] = field(default_factory=list)
    reasons: list[list[tuple[str, float]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.scores = [place.weight for place in self.candidates]
        self.reasons = [[("importance of the place", place.weight)] for place in self.candidates]

    def add(self, number: int, why: str, value: float) -> None:
        """Add to the score of one candidate; a value of 0 is no reason."""
        if value:
            self.scores[number] += value
            self.reasons[number].append((why, round(value, 3)))

    def copy(self) -> Choice:
        copied = replace(self)
        copied.scores, copied.reasons = [*self.scores], [[*reasons] for reasons in self.reasons]
        return copied

    @property
    def best(self) -> Place | None:
        """Return the candidate that leads so far."""
        if not self.candidates:
            return None
        return self.candidates[max(range(len(self.scores)), key=self.scores.__getitem__)]

    def match(self, min_score: float) -> PlaceMatch | None:
        """Return the best candidate with its lead over the next, None where its score is below the threshold."""
        if not self.candidates:
            return None
        order = sorted(range(len(self.scores)), key=lambda number: -self.scores[number])
        first = order[0]
        score = min(1.0, self.scores[first])
        if score < min_score:
            return None
        margin = self.scores[first] - self.scores[order[1]] if len(order) > 1 else score
        best, others = self.candidates[first], order[1 : 1 + MAX_RUNNERS_UP]
        return PlaceMatch(
            place=best,
            score=round(score, 3),
            margin=round(max(0.0, min(1.0, margin)), 3),
            radius_km=best.radius_km,
            method="gazetteer",
            runners_up=tuple(self.candidates[number] for number in others),
            reasons=tuple(self.reasons[first]),
            runners_up_reasons=tuple(tuple(self.reasons[number]) for number in others),
        )
