"""Capitalised words that make no name, from data/rules/not_names.yml."""

from __future__ import annotations

from functools import cache

from geo.rules import Rule, load_rules
from geo.text.countries import actor_terms


class Words(Rule):
    """One list of the file; its comment there says what for."""

    words: tuple[str, ...]


def may_lead(word: str) -> bool:
    """Say whether a word can stand before a name without being part of it: 'The', 'June', 'Russian'."""
    return word in _listed("leading") or word in actor_terms()


def is_name_alone(word: str) -> bool:
    """Say whether a capitalised word can be a name by itself: not 'Navy', not 'Joint'."""
    return not (may_lead(word) or word in _listed("alone"))


def ends_ship_name(word: str) -> bool:
    """Say whether a word after a ship's name belongs to it no more: 'Strike', 'Bay'."""
    return word in _listed("not_ships")


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(load_rules("not_names", Words)[key].words)
