"""What is known of warships: their names by navy, and the words that make a name beside them a ship's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from geo.rules import Rule, load_rules


class ShipClass(Rule):
    """Ships of one class or kind of one navy; see the head of data/rules/ships.yml."""

    navy: str
    sort: str
    context: bool = False
    ships: dict[str, str | None]
    spellings: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    must_match: tuple[str, ...]
    must_not: tuple[str, ...]


class ShipWords(Rule):
    """One list of data/rules/ship_words.yml."""

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    countries: dict[str, str] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownShip:
    """A spelling of a warship's name; `context`: it counts only beside a word that says ship."""

    name: str
    navy: str
    rule: str
    context: bool


@cache
def known_ships() -> Mapping[str, tuple[KnownShip, ...]]:
    """Return the known names by their first word, the longest first."""
    found: dict[str, list[KnownShip]] = defaultdict(list)
    for key, entry in load_rules("ships", ShipClass).items():
        for ship in entry.ships:
            for name in (ship, *entry.spellings.get(ship, ())):
                found[first_word(name)].append(KnownShip(name, entry.navy, key, entry.context))
    return {word: tuple(sorted(ships, key=lambda ship: -len(ship.name))) for word, ships in found.items()}


def known_ship_at(text: str, position: int, glued: bool = False) -> KnownShip | None:
    """Return the known ship whose name starts at `position`; `glued` allows 'Guiyangfrom', as translators leave it."""
    start = re.compile(r"[^\W\d_]+").match(text, position)
    if start is None:
        return None
    words = [start[0]]
    if glued:
        words += [start[0].removesuffix(tail) for tail in GLUED if start[0].endswith(tail)]
    for word in words:
        for ship in known_ships().get(word, ()):
            if text.startswith(ship.name, position):
                after = text[position + len(ship.name) : position + len(ship.name) + 1]
                if not (after.isalnum() or after == "_") or (glued and word != start[0]):
                    return ship
    return None


def first_word(name: str) -> str:
    match = re.match(r"[^\W\d_]+", name)
    assert match is not None, f"data/rules/ships.yml: the name {name!r} does not start with a letter"
    return match[0]


@cache
def ship_nouns() -> tuple[str, str]:
    """Return the strong and all ship words as alternations of regular expressions, the longest first."""
    nouns = load_rules("ship_words", ShipWords)["nouns"]
    return _alternation(nouns.strong), _alternation((*nouns.strong, *nouns.weak))


@cache
def noun_beginnings() -> frozenset[str]:
    """Return the first words of all ship words."""
    nouns = load_rules("ship_words", ShipWords)["nouns"]
    return frozenset(re.split("[ -]", noun)[0] for noun in (*nouns.strong, *nouns.weak))


@cache
def fillers() -> str:
    """Return the words that may stand between a ship word and the name ('guided missile')."""
    return _alternation(load_rules("ship_words", ShipWords)["fillers"].words)


@cache
def prefixes() -> Mapping[str, str]:
    """Return the navy's country by the prefix of its ships' names ('USS': 'USA')."""
    entry: ShipWords = load_rules("ship_words", ShipWords)["prefixes"]
    return entry.countries


GLUED = ("from", "and", "with", "in", "to", "of")


def _alternation(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in sorted(words, key=len, reverse=True))
