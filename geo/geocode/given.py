"""Spans that somebody else found, as toponyms to be resolved."""

from __future__ import annotations

from collections.abc import Sequence

from geo.text.countries import ActorSort, actor_terms, countries
from geo.types import Span, Toponym


def toponyms_of(text: str, spans: Sequence[Span]) -> tuple[Toponym, ...]:
    """Return toponyms for spans that somebody else found; people's names stand for their country."""
    return tuple(Toponym(span, looked_up(span.of(text)), "given") for span in spans)


def looked_up(name: str) -> str:
    """Return the name to look up: 'the Philippines' without its article, 'Russian' as Russia."""
    bare = name.strip().removesuffix("'s").removesuffix("’s")
    term = actor_terms().get(bare)
    if term is not None and term.sort is ActorSort.DEMONYM:
        return countries()[term.iso3].names[0]
    return bare[4:] if bare[:4].lower() == "the " else bare
