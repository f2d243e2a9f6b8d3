"""Why a name was placed where it was: the match with the parts of its score, and what else it could have been."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from geo.gazetteer import Gazetteer
from geo.gazetteer.names import key_of
from geo.geocode.answers import as_answer
from geo.geocode.given import toponyms_of
from geo.geocode.overrides import Corrections
from geo.geocode.resolve import resolve
from geo.types import Located, PlaceMatch, PlaceOverride, Span

MAX_NAME_CHARS = 300


def explained_name(name: str, gazetteer: Gazetteer, overrides: Iterable[PlaceOverride] = ()) -> dict[str, Any]:
    """Return the explanation of a name on its own, without a report around it."""
    name = name[:MAX_NAME_CHARS]
    located = resolve(name, toponyms_of(name, [Span(0, len(name))]), gazetteer)
    corrected = Corrections(overrides).applied(name, located)
    return explanation(corrected[0] if corrected else located[0], name, gazetteer, no_place=not corrected)


def named(located: Iterable[Located], name: str, text: str) -> tuple[Located, ...]:
    """Return the places that go by a name, as it is looked up or as the text writes it."""
    key = key_of(name)
    return tuple(one for one in located if key in (key_of(one.toponym.name), key_of(one.toponym.span.of(text))))


def explanation(located: Located, text: str, gazetteer: Gazetteer, *, no_place: bool = False) -> dict[str, Any]:
    """Return why a toponym has its place, as plain data.

    `place` is None where it has none; `reasons` are the parts of its score;
    `method` is gazetteer, coordinates, override or the online service that answered.
    """
    toponym, match = located.toponym, None if no_place else located.match
    told: dict[str, Any] = {
        "name": toponym.name,
        "text": toponym.span.of(text),
        "start": toponym.span.start,
        "end": toponym.span.end,
        "rule": toponym.rule,
        "kind_asked": toponym.kind.value if toponym.kind else None,
        "method": "override" if no_place else match.method if match else None,
        "score": match.score if match else 0.0,
        "margin": match.margin if match else 0.0,
        "radius_km": match.radius_km if match else None,
        "place": as_answer(match.place, gazetteer) if match else None,
        "reasons": parts(match.reasons) if match else [],
        "runners_up": runners_up(match, gazetteer) if match else [],
    }
    return told


def parts(reasons: Iterable[tuple[str, float]]) -> list[dict[str, Any]]:
    return [{"why": why, "adds": value} for why, value in reasons]


def runners_up(match: PlaceMatch, gazetteer: Gazetteer) -> list[dict[str, Any]]:
    return [
        as_answer(place, gazetteer) | {"reasons": parts(reasons or ())}
        for place, reasons in zip_longest(match.runners_up, match.runners_up_reasons)
    ]
