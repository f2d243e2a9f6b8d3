"""Which place names stand for a government: 'Beijing said', 'China and Russia will hold', "Japan's navy"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.gazetteer import Gazetteer
from geo.text.place_words import words
from geo.types import PlaceKind, Toponym

WORDS_BEFORE = re.compile(r"(?:\b([A-Za-z]{1,20}) )?\b([A-Za-z]{1,20})(?: the)? $")
WORD_AFTER = re.compile(r"(?: also| both| jointly| reportedly)? ([a-z]{1,20})\b")
POSSESSED = re.compile(r"['’]s? ((?:[A-Za-z-]{1,20} ){0,3}[A-Za-z-]{1,20})")
QUALIFIED = re.compile(r"\.? (\w{1,20})(?: (\w{1,20}))?")
LINK = re.compile(r",? (?:and |or )?(?:the )?|, ?|[-–/]")
MAX_LINK_CHARS = 10


def mark_actors(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the toponyms with `metonym` set on countries and capitals that act, in the same order."""
    seats = [is_seat(toponym, gazetteer) for toponym in toponyms]
    places = [seat and stands_in_place(text, toponym) for seat, toponym in zip(seats, toponyms, strict=True)]
    acting = [
        seat and not place and acts(text, toponym) for seat, place, toponym in zip(seats, places, toponyms, strict=True)
    ]
    for one, other in [*pairs(len(toponyms)), *((b, a) for a, b in reversed(pairs(len(toponyms))))]:
        if acting[one] and seats[other] and not places[other] and linked(text, toponyms[one], toponyms[other]):
            acting[other] = True
    return tuple(replace(one, metonym=True) if acts_ else one for one, acts_ in zip(toponyms, acting, strict=True))


def pairs(count: int) -> list[tuple[int, int]]:
    return [(number, number + 1) for number in range(count - 1)]


def is_seat(toponym: Toponym, gazetteer: Gazetteer) -> bool:
    """Return whether a government may be called by this name: a country, a capital, the Pentagon."""
    places = gazetteer.candidates(toponym.name)
    if not places or toponym.rule == "capital":
        return False
    return places[0].kind is PlaceKind.COUNTRY or toponym.name in words("seats") or toponym.name in words("capitals")


def stands_in_place(text: str, toponym: Toponym) -> bool:
    """Return whether a preposition makes it a location: 'in Japan', but not 'warships from Japan'."""
    if possesses_actor(text, toponym):
        return False
    before = WORDS_BEFORE.search(text[max(0, toponym.span.start - 60) : toponym.span.start])
    if before is None or before[2].lower() not in words("location_words") - {"between"}:
        return False
    return not sends(before)


def sends(before: re.Match[str]) -> bool:
    """Return whether forces are said to be from there: 'troops from', 'navies of'."""
    return before[2].lower() in ("from", "of") and (before[1] or "").lower() in words("actor_nouns")


def acts(text: str, toponym: Toponym) -> bool:
    before = WORDS_BEFORE.search(text[max(0, toponym.span.start - 60) : toponym.span.start])
    if before is not None and (before[2].lower() in words("partner_words") or sends(before)):
        return True
    if toponym.name in words("seats") or is_adjective(text, toponym):
        return True
    after = WORD_AFTER.match(text, toponym.span.end)
    if after is not None and after[1] in words("acting_words") - {"and"}:
        return True
    return possesses_actor(text, toponym)


def is_adjective(text: str, toponym: Toponym) -> bool:
    """Return whether a country's name says whose something is: 'a US drone', 'the U.S. 7th Fleet'."""
    after = QUALIFIED.match(text, toponym.span.end)
    if after is None:
        return False
    if not words("force_words").isdisjoint(after.groups()):
        return True
    lower = after[1].islower() and after[1] not in words("function_words")
    return lower and toponym.name in words("short_countries")


def possesses_actor(text: str, toponym: Toponym) -> bool:
    """Return whether "Japan's" is followed by what acts: navy, minister, warships."""
    possessed = POSSESSED.match(text, toponym.span.end)
    return possessed is not None and any(word.lower() in words("actor_nouns") for word in possessed[1].split())


def linked(text: str, one: Toponym, other: Toponym) -> bool:
    first, second = sorted((one, other), key=lambda toponym: toponym.span)
    between = text[first.span.end : second.span.start]
    return len(between) <= MAX_LINK_CHARS and LINK.fullmatch(between) is not None
