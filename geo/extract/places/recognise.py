"""Place names in a report: text and gazetteer to toponyms with offsets, not yet resolved.

Every name of the gazetteer is looked for at every word that may begin one, the
longest first; then rules about case and the words around decide whether it is
a place at all, and whether it stands for its government (`metonym`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from geo.extract.places.actors import mark_actors
from geo.extract.places.context import Context
from geo.extract.places.coordinates import coordinate_areas
from geo.extract.places.phrases import capitals_described, glued_name, misspelt_towns, unknown_grounds
from geo.extract.places.tokens import REMEMBERED_WORDS, Token, Tokens, is_lower
from geo.gazetteer import Gazetteer
from geo.gazetteer.listed import ListedNames
from geo.gazetteer.names import MAX_TOKENS, fold
from geo.text.place_words import words
from geo.types import Span, Toponym

NO_NAMES = ListedNames()


def recognise(
    text: str, gazetteer: Gazetteer, masked: Sequence[Span] = (), listed: ListedNames = NO_NAMES
) -> tuple[Toponym, ...]:
    """Return the place names of a text in order, none overlapping another.

    Args:
        text: a report's text in any mix of scripts.
        masked: spans that are no places (ships, exercises, persons); nothing is found inside them.
        listed: names to be found wherever they are written just so, beside those of the user's own gazetteer.
    Raises:
        GazetteerNotBuilt: the gazetteer file is damaged.
    Not handled: misspelt names but those of towns after "city of" and "port of".
    """
    tokens = Tokens(text, masked)
    context = Context(text, tokens)
    found: list[Toponym] = []
    reached = 0
    for position in beginnings(tokens.words):
        if position < reached:
            continue
        length = longest_name(tokens, position, gazetteer)
        toponym = context.judge(position, position + length, gazetteer) if length else None
        if toponym is None and length <= 1:
            toponym = glued_name(tokens[position], gazetteer)
        if toponym is not None:
            found.append(toponym)
        reached = position + length
    found = context.settle(found)
    firm = [*coordinate_areas(text, masked), *listed_places(text, (listed, gazetteer.custom.listed), masked)]
    firm += [name for name in capitals_described(text, masked) if not any(name.span.overlaps(one.span) for one in firm)]
    found = firm + [name for name in found if not any(name.span.overlaps(other.span) for other in firm)]
    found += misspelt_towns(text, gazetteer, [*masked, *(name.span for name in found)])
    found += [name for name in unknown_grounds(text, masked) if not any(name.span.overlaps(one.span) for one in found)]
    found.sort(key=lambda name: name.span)
    return mark_actors(text, found, gazetteer)


def listed_places(text: str, lists: Sequence[ListedNames], masked: Sequence[Span]) -> Iterator[Toponym]:
    """Yield the names that somebody listed, as they are written there, be they ordinary words."""
    taken = list(masked)
    for span in (span for names in lists for span in names.find(text)):
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            yield Toponym(span, span.of(text), "listed")


def beginnings(tokens: Sequence[str]) -> list[int]:
    """Return the places of the words that may begin a name: capitalised ones, those without case, and 'gulf'."""
    beginning = set(filter(may_begin, set(tokens)))
    return [number for number, word in enumerate(tokens) if word in beginning]


@lru_cache(maxsize=REMEMBERED_WORDS)
def may_begin(word: str) -> bool:
    return not is_lower(word) or fold(word) in words("generic_heads")


def longest_name(tokens: Tokens, position: int, gazetteer: Gazetteer) -> int:
    """Return how many tokens the longest known name takes that begins here, 0 for none."""
    longest, key = 0, ""
    for length, token in name_tokens(tokens, position):
        key = f"{key} {token.key}" if key else token.key
        if may_end(token, length) and gazetteer.filter.perhaps_name(key) and gazetteer.candidates_of_key(key):
            longest = length
        if not gazetteer.filter.perhaps_beginning(key):
            break
    if longest == 1 and tokens[position].lower:
        return 0
    return longest


def name_tokens(tokens: Tokens, position: int) -> Iterator[tuple[int, Token]]:
    for length in range(1, MAX_TOKENS + 1):
        if position + length > len(tokens):
            return
        token = tokens[position + length - 1]
        if token.masked or (length > 1 and not token.joined):
            return
        yield length, token


def may_end(token: Token, length: int) -> bool:
    return not token.lower or (length > 1 and token.key in words("generic_words"))
