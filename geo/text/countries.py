"""The words by which a report calls a country and those who act for it, from data/rules/countries.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pycountry
from babel import Locale

from geo.rules import Rule, load_rules

PLURAL_EXEMPT = ("s", "sh", "ch", "ese", "men", "man", "x", "z")  # 'British', 'Chinese', 'Frenchmen' take no -s


class CountryNames(Rule):
    """All surface forms of one country; see the head of the file for what each list holds."""

    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    ambiguous: bool = False


class Shield(Rule):
    """Phrases that hold a country's name but name no actor, e.g. 'Indian Ocean'."""

    names: tuple[str, ...]


class ActorSort(StrEnum):
    """What kind of word stands for the country; `WEAK` words count only beside a stronger one."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    METONYM = "metonym"
    FORCE = "force"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class ActorTerm:
    """A surface form and the country (ISO 3166-1 alpha-3, or XKX) that it stands for."""

    iso3: str
    sort: ActorSort
    ambiguous: bool = False


def countries() -> Mapping[str, CountryNames]:
    """Return the surface forms of every country by its ISO 3166-1 alpha-3 code."""
    return load_rules("countries", CountryNames)


@cache
def actor_terms() -> Mapping[str, ActorTerm]:
    """Return every surface form, as written (case matters: 'US' is not 'us'), with what it stands for.

    Where two countries share a form the first in the file has it. `ambiguous`
    is set on the short names that are also something else ('Georgia', 'Jordan').
    """
    terms: dict[str, ActorTerm] = {}
    for iso3, entry in countries().items():
        weak = set(entry.weak) | {_plural(form) for form in entry.weak}
        forms = (
            [(form, ActorSort.NAME) for form in entry.names]
            + [(form, ActorSort.DEMONYM) for word in entry.demonyms for form in (word, _plural(word))]
            + [(form, ActorSort.CAPITAL) for form in entry.capitals]
            + [(form, ActorSort.METONYM) for form in entry.metonyms]
            + [(form, ActorSort.FORCE) for form in entry.forces]
            + [(form, ActorSort.WEAK) for form in entry.weak]
        )
        for form, sort in forms:
            ambiguous = entry.ambiguous and sort is ActorSort.NAME and form == entry.names[0]
            terms.setdefault(form, ActorTerm(iso3, ActorSort.WEAK if form in weak else sort, ambiguous))
    for form in [form for form in terms if "'" in form]:
        terms.setdefault(form.replace("'", "’"), terms[form])
    return terms


@cache
def shields() -> frozenset[str]:
    """Return the phrases inside which a country's name is not an actor ('South China Sea', 'China Daily')."""
    return frozenset(name for shield in load_rules("not_actors", Shield).values() for name in shield.names)


@cache
def country_name(iso3: str) -> str:
    """Return the English display name of a country, the code itself where it is unknown."""
    territories = Locale("en").territories
    known = pycountry.countries.get(alpha_3=iso3)
    alpha_2 = known.alpha_2 if known else "XK" if iso3 == "XKX" else ""
    return str(territories.get(alpha_2, iso3))


def _plural(word: str) -> str:
    return word if word.endswith(PLURAL_EXEMPT) else f"{word}s"
