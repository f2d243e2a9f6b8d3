"""Places that are described, glued to other words, misspelt, or not known to the gazetteer but plainly places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from geo.extract.places.tokens import Token
from geo.gazetteer import Gazetteer
from geo.text.countries import ActorSort, actor_terms, countries
from geo.text.needles import Needles, matches_at
from geo.text.place_words import demonyms, words
from geo.types import PlaceKind, Span, Toponym

CAPITAL = re.compile(r"\bcapital\b(?! (?:of|ship|punishment|market|gain|city of|investment|expenditure)\b)")
CAPITAL_OF = re.compile(r"\bcapital of (?:the )?")
WORDS_BEFORE = re.compile(r"((?:[\w.’'-]{1,30} ){0,2}[\w.’'-]{1,30}) $")
WORDS_AFTER = re.compile(r"(?:[\w.’'-]{1,30} ){0,2}[\w.’'-]{1,30}")
CLOSE_CHARS = 40  # "Jakarta, the Indonesian capital": the capital is named already
MIN_GLUED_CHARS = 5
MAX_MISSPELT = 20  # looked for in one text
MIN_GLUED_WEIGHT = 0.5
NAME = r"[A-Z][\w’'-]{2,30}"
TOWN_OF = re.compile(r"\b(?:[Cc]ity|[Pp]ort|[Tt]own) of ([A-Z][\w’'-]{3,30})\b(?! [A-Z])")
GROUNDS = re.compile(
    rf"\b((?:{NAME} ){{1,3}})"
    r"([Tt]raining (?:[Gg]round|[Aa]rea|[Rr]ange|[Bb]ase|[Cc]ent(?:er|re))"
    r"|(?:[Ff]iring |[Tt]est |[Bb]ombing )?[Rr]ange(?! (?:from|of|between)\b)"
    r"|[Pp]roving [Gg]round|[Tt]est [Ss]ite|[Aa]ir ?[Bb]ase|[Aa]irfield"
    r"|[Nn]aval [Bb]ase|[Nn]aval [Ss]tation|[Mm]ilitary [Bb]ase)\b"
)
GROUND_WORDS = Needles(  # one of them is in everything that GROUNDS finds
    [
        "raining ",
        "range",
        "Range",
        "roving ",
        "est site",
        "est Site",
        "irbase",
        "irBase",
        "irfield",
        "ir base",
        "ir Base",
    ]
)
BASE_WORDS = Needles(["aval base", "aval Base", "aval station", "aval Station", "ilitary base", "ilitary Base"])
CAPITALS = Needles(["capital"])


def capitals_described(text: str, masked: Sequence[Span] = ()) -> Iterator[Toponym]:
    """Yield 'Indonesian capital', "Japan's capital" and 'capital of Laos' under the capital's name."""
    starts = CAPITALS.starts(text)
    for match in matches_at(CAPITAL, text, starts):
        before = WORDS_BEFORE.search(text[max(0, match.start() - 95) : match.start()])
        if before is not None:
            for said in tails(before[1]):
                yield from capital(text, said, Span(match.start() - len(said) - 1, match.end()), masked)
    for match in matches_at(CAPITAL_OF, text, starts):
        after = WORDS_AFTER.match(text, match.end())
        if after is not None:
            for said in heads(after[0]):
                yield from capital(text, said, Span(match.start(), match.end() + len(said)), masked)


def tails(said: str) -> Iterator[str]:
    """Yield the last words of a phrase, two first: 'South Korean' before 'Korean'."""
    parts = said.split(" ")
    yield from (" ".join(parts[-count:]) for count in (2, 1) if count <= len(parts))


def heads(said: str) -> Iterator[str]:
    parts = said.split(" ")
    yield from (" ".join(parts[:count]).rstrip(".,") for count in (2, 1) if count <= len(parts))


def capital(text: str, said: str, span: Span, masked: Sequence[Span]) -> Iterator[Toponym]:
    bare = said.removesuffix("'s").removesuffix("’s").strip(".,")
    term = actor_terms().get(bare)
    if term is None or term.sort not in (ActorSort.DEMONYM, ActorSort.NAME) or not countries()[term.iso3].capitals:
        return
    name = countries()[term.iso3].capitals[0]
    around = text[max(0, span.start - CLOSE_CHARS) : span.end + CLOSE_CHARS]
    if name not in around and not any(span.overlaps(hidden) for hidden in masked):
        yield Toponym(span, name, "capital", PlaceKind.CITY)


def glued_name(token: Token, gazetteer: Gazetteer) -> Toponym | None:
    """Return the place in a word that machine translation ran together: 'Qingdaoin', 'Shandongheading'."""
    text = token.text
    if token.masked or token.lower or not text.isascii():
        return None
    if not text.lower().endswith(glued_endings()):
        return None
    for word in words("glued_words"):
        name = text[: len(text) - len(word)]
        if len(name) < MIN_GLUED_CHARS or not text.lower().endswith(word):
            continue
        places = gazetteer.candidates(name)
        if places and places[0].weight >= MIN_GLUED_WEIGHT and not gazetteer.candidates(text):
            return Toponym(Span(token.start, token.start + len(name)), name, "glued")
    return None


@cache
def glued_endings() -> tuple[str, ...]:
    return tuple(words("glued_words"))


def misspelt_towns(text: str, gazetteer: Gazetteer, masked: Sequence[Span] = ()) -> Iterator[Toponym]:
    """Yield towns that only their context gives away: 'the port of Vladivostock' under the name Vladivostok."""
    unknown = (match for match in TOWN_OF.finditer(text) if not gazetteer.candidates(match[1]))
    for match in islice(unknown, MAX_MISSPELT):
        span = Span(*match.span(1))
        if any(span.overlaps(hidden) for hidden in masked):
            continue
        place = gazetteer.like(match[1])
        if place is not None:
            yield Toponym(span, place.name, "misspelt", PlaceKind.CITY)


def unknown_grounds(text: str, masked: Sequence[Span] = ()) -> Iterator[Toponym]:
    """Yield bases and ranges that no gazetteer knows: 'Chernovtsy training ground'. They stay unresolved."""
    common = words("not_places") | words("before_places") | demonyms()
    for match in GROUNDS.finditer(text) if GROUND_WORDS.within(text) or BASE_WORDS.within(text) else ():
        named = match[1].split()
        while named and named[0] in common:
            named = named[1:]
        if not named or any(word in actor_terms() for word in named):
            continue
        start = match.end(1) - len(" ".join(named)) - 1
        span = Span(start, match.end())
        if not any(span.overlaps(hidden) for hidden in masked):
            yield Toponym(span, span.of(text), "ground", ground_kind(match[2].lower()))


def ground_kind(word: str) -> PlaceKind:
    if "air" in word:
        return PlaceKind.AIRFIELD
    return PlaceKind.BASE if "base" in word or "station" in word else PlaceKind.RANGE
