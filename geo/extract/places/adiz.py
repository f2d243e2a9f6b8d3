"""Air defence identification zones: whose one is, said by its acronym, its owner or the sentence's subject."""

import re
from collections.abc import Sequence

from geo.extract.actors import Actor, Use
from geo.types import PlaceKind, Span, Toponym

ZONE = re.compile(
    r"\b(?P<acronym>KADIZ|JADIZ|TADIZ)\b|"
    r"\bair[ -]defen[cs]e (?:identification )?zone(?:\s*\((?P<inside>KADIZ|JADIZ|TADIZ|ADIZ)\))?|"
    r"\bADIZ\b|\bits zone\b",
    re.IGNORECASE,
)
BY_COUNTRY = {"KOR": "KADIZ", "JPN": "JADIZ", "TWN": "TADIZ"}
REACH = 60  # characters in which an owner stands before "air defence identification zone"


def find_zones(text: str, actors: Sequence[Actor]) -> tuple[Toponym, ...]:
    """Return the zones whose owner is told, under the acronym that the gazetteer knows them by."""
    found = []
    for match in ZONE.finditer(text):
        span = Span(*match.span())
        acronym = (match["acronym"] or match["inside"] or "").upper()
        name = acronym if acronym in BY_COUNTRY.values() else BY_COUNTRY.get(_owner(text, span, actors) or "")
        if name:
            found.append(Toponym(span, name, "adiz", PlaceKind.AREA))
    return tuple(found)


def _owner(text: str, zone: Span, actors: Sequence[Actor]) -> str | None:
    """Return the country that the zone belongs to: "South Korea's", "its", "of the country"."""
    start = text.rfind("\n", 0, zone.start) + 1
    before = [actor for actor in actors if start <= actor.span.start < zone.start]
    words_after = text[zone.end : zone.end + 25]
    if match := re.match(r"\s+of (the country|[A-Z]\w+)", words_after):
        named = [actor for actor in actors if zone.end <= actor.span.start <= zone.end + match.end()]
        if named:
            return named[0].iso3
    near = [
        actor
        for actor in before
        if zone.start - actor.span.end <= REACH and "'s" in text[actor.span.end : zone.start].replace("’", "'")[:2]
    ]
    if near:
        return near[-1].iso3
    owners = [actor.iso3 for actor in before if actor.use in (Use.ACTOR, Use.SPEAKER) and actor.iso3 in BY_COUNTRY]
    return owners[-1] if owners else None
