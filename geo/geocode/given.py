"""Spans that somebody else found, as toponyms to be resolved, and resolved as well as their report allows."""

from __future__ import annotations

from collections.abc import Sequence

from geo.gazetteer import Gazetteer
from geo.geocode.evidence import Weights
from geo.geocode.fallback import fill_from_context
from geo.geocode.forms import known_form, looked_up
from geo.geocode.resolve import WEIGHTS, resolve
from geo.types import Located, Span, Toponym

MAX_FOLLOWING = 120  # characters after a name that may hold 'counties'


def resolve_given(
    text: str, spans: Sequence[Span], gazetteer: Gazetteer, countries: Sequence[str] = (), weights: Weights = WEIGHTS
) -> tuple[Located, ...]:
    """Return every span with the place that it means, in the order given.

    It looks harder than for names that the program found itself: under other
    forms of a name, among smaller towns, and at last for the place around it.
    `PlaceMatch.method` says by which of these a place was found.
    """
    toponyms = [
        Toponym(span, known_form(span.of(text), gazetteer, text[span.end : span.end + MAX_FOLLOWING]), "given")
        for span in spans
    ]
    return fill_from_context(text, resolve(text, toponyms, gazetteer, countries, weights), gazetteer)


def toponyms_of(text: str, spans: Sequence[Span]) -> tuple[Toponym, ...]:
    """Return toponyms for spans that somebody else found; people's names stand for their country."""
    return tuple(Toponym(span, looked_up(span.of(text)), "given") for span in spans)
