"""A given name to the names that it may be found under: 'the Philippines', 'Ohioans', 'southern Lebanon'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.gazetteer import Gazetteer
from geo.text.countries import ActorSort, actor_terms, countries
from geo.text.place_words import adjectives, words
from geo.types import Place, PlaceKind

PEOPLES = (  # endings of adjectives and peoples, and what stands in the name of the place instead
    ("ian", ("", "ia", "y", "e", "i")),
    ("an", ("a", "", "o", "e", "as")),
    ("er", ("", "e")),
    ("ite", ("", "e")),
    ("ese", ("", "a", "o", "i")),
    ("i", ("",)),
)
MIN_STEM_CHARS = 4
MIN_FORM_WEIGHT = 0.45  # towns of 30,000: shorter and smaller names are what remains of a word by chance
COUNTIES = re.compile(r"[^.;]{0,80}?\b(?:[Cc]ounties|Cos\.)")


def looked_up(name: str) -> str:
    """Return the name to look up: 'the Philippines' without its article, 'Russian' as Russia."""
    bare = name.strip().removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
    term = actor_terms().get(bare)
    if term is not None and term.sort is ActorSort.DEMONYM:
        return countries()[term.iso3].names[0]
    bare = bare[4:] if bare[:4].lower() == "the " else bare
    return adjectives().get(bare, bare)


def known_form(name: str, gazetteer: Gazetteer, following: str = "") -> str:
    """Return the first form of a name that the gazetteer knows, the name itself where it knows none.

    Args:
        following: the text after the name; "Clarke and Oconee counties" means counties.
    """
    bare = looked_up(name)
    if COUNTIES.match(following) and gazetteer.candidates(f"{bare} County"):
        return f"{bare} County"
    if gazetteer.candidates(bare):
        return bare
    for form in forms(bare):
        if any(is_sure(place) for place in gazetteer.candidates(form)):
            return form
    return bare


def is_sure(place: Place) -> bool:
    return place.weight >= MIN_FORM_WEIGHT or place.kind is not PlaceKind.CITY


def forms(name: str) -> Iterator[str]:
    """Yield other forms of a name, the likeliest first."""
    yield from (place for place in (looked_up(part) for part in without_common_words(name)) if place != name)
    yield from places_of_people(name)
    yield f"{name} County"
    yield from (name.replace("Co.", "County"), name.replace("St.", "Saint"), name.replace("Mt.", "Mount"))


def without_common_words(name: str) -> Iterator[str]:
    """Yield the name without 'southern', 'Old Town of' before it and 'area', 'Township' behind it."""
    parts = name.split()
    first, last = 0, len(parts)
    while first < last - 1 and parts[first].lower() in words("words_before_part"):
        first += 1
    if first:
        yield " ".join(parts[first:])
    while last > first + 1 and parts[last - 1].lower() in words("words_after_part"):
        last -= 1
    if last < len(parts):
        yield " ".join(parts[first:last])


def places_of_people(name: str) -> Iterator[str]:
    """Yield what 'South Ossetians' and 'Londoner' may come from: 'South Ossetia', 'London'."""
    singular = name.removesuffix("s")
    for ending, instead in PEOPLES:
        stem = singular.removesuffix(ending)
        if stem != singular and len(stem) >= MIN_STEM_CHARS:
            yield from (stem + end for end in instead)
