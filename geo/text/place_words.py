"""The words around place names, from data/rules/place_words.yml and place_adjectives.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from geo.rules import Rule, load_rules
from geo.text.countries import ActorSort, actor_terms


class Words(Rule):
    """A list of words that play one part around a name, parted by commas."""

    words: str


@cache
def words(part: str) -> frozenset[str]:
    return listed(load_rules("place_words", Words)[part])


@cache
def demonyms() -> frozenset[str]:
    """Return the adjectives and peoples of countries."""
    return frozenset(form for form, term in actor_terms().items() if term.sort is ActorSort.DEMONYM)


@cache
def adjectives() -> Mapping[str, str]:
    """Return the places that irregular adjectives and peoples belong to: 'Welsh' -> 'Wales'."""
    entries = load_rules("place_adjectives", Words).items()
    return {word: place for place, entry in entries for word in sorted(listed(entry))}


def listed(entry: Words) -> frozenset[str]:
    return frozenset(word.strip() for word in entry.words.split(","))
