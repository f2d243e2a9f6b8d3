"""Place names of a report in a language without blanks or with endings, as toponyms to be resolved.

The gazetteer knows names as a map prints them. In Chinese and Japanese the
longest name at each character is taken. A Russian name stands in its case
("в Японском море", "из Владивостока"): each word is looked up under the
nominative endings that its own ending may come from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from geo.extract.languages.stretches import Taken
from geo.extract.languages.vocabulary import Vocabulary, vocabulary
from geo.extract.places.coordinates import coordinate_areas
from geo.extract.places.recognise import NO_NAMES, listed_places
from geo.extract.places.tokens import Token, Tokens
from geo.gazetteer import Gazetteer
from geo.gazetteer.listed import ListedNames
from geo.gazetteer.names import MAX_TOKENS, key_of
from geo.types import Place, PlaceKind, Span, Toponym

SURE_WEIGHT = 0.6  # a name of this weight needs no support: countries, seas, great cities
MIN_WEIGHT = 0.38  # smaller towns share their names with words too often
SURE_TOKENS = 3  # so many characters or words in a row are no accident
MAX_WORDS = 4
MAX_READINGS = 10
MOST_FORMS = 400  # of a name of several words


def find_places(
    text: str, language: str, gazetteer: Gazetteer, masked: Sequence[Span], listed: ListedNames = NO_NAMES
) -> tuple[Toponym, ...]:
    """Return the place names of a text in order, none overlapping another, areas given by coordinates included.

    Args:
        listed: names to be found wherever they are written just so, beside those of the user's own gazetteer.
    Raises:
        GazetteerNotBuilt: the gazetteer file is damaged.
    """
    words = vocabulary(language)
    found = [*coordinate_areas(text, masked), *listed_places(text, (listed, gazetteer.custom.listed), masked)]
    hidden = [*masked, *(place.span for place in found)]
    taken = Taken(len(text), hidden)
    for name, span in _own_names(text, words):
        if span not in taken:
            taken.add(span)
            found.append(Toponym(span, name, "own-name"))
            hidden.append(span)
    tokens = list(Tokens(text, hidden))
    position = 0
    while position < len(tokens):
        toponym, length = (_inflected if words.spaced else _unspaced)(text, tokens, position, words, gazetteer, found)
        if toponym:
            found.append(toponym)
            taken.add(toponym.span)
        position += length
    for match in words.grounds.finditer(text):
        span = Span(*match.span("name"))
        if span not in taken:
            found.append(Toponym(span, span.of(text), "ground"))  # stays unresolved
    return tuple(sorted(found, key=lambda toponym: toponym.span))


def _own_names(text: str, words: Vocabulary) -> Iterator[tuple[str, Span]]:
    names = {other: name for name, called in words.places.items() for other in called}
    for other in sorted(names, key=lambda one: -len(one)):
        if other.partition("*")[0] in text:
            pattern = rf"(?<!\w){re.escape(other)}".replace(r"\*", r"\w{0,4}") if words.spaced else re.escape(other)
            yield from ((names[other], Span(*match.span())) for match in re.finditer(pattern, text))


def _unspaced(
    text: str,
    tokens: Sequence[Token],
    position: int,
    words: Vocabulary,
    gazetteer: Gazetteer,
    found: Sequence[Toponym],
) -> tuple[Toponym | None, int]:
    """Return the longest name from here and how many tokens to go on; a short town's name needs a word beside it."""
    key, longest = "", 0
    for length in range(1, MAX_TOKENS + 1):
        token = tokens[position + length - 1] if position + length <= len(tokens) else None
        if token is None or token.masked or (length > 1 and not token.joined):
            break
        key = f"{key} {token.key}" if key else token.key
        if length > 1 and gazetteer.filter.perhaps_name(key) and gazetteer.candidates_of_key(key):
            longest = length
        if not gazetteer.filter.perhaps_beginning(key):
            break
    if not longest:
        return None, 1
    span = Span(tokens[position].start, tokens[position + longest - 1].end)
    name = span.of(text)
    if _is_no_place(text, span, words):
        return None, longest
    best = gazetteer.candidates(name)[0]
    sure = best.weight >= SURE_WEIGHT or (longest >= SURE_TOKENS and best.kind is not PlaceKind.CITY)
    sure = sure or longest > SURE_TOKENS or any(place.span.end == span.start for place in found[-1:])  # "泰国梭桃邑"
    if sure or _is_supported(text, span, best, words):
        return Toponym(span, name, "gazetteer"), longest
    return None, 1


def _is_supported(text: str, span: Span, best: Place, words: Vocabulary) -> bool:
    return best.weight >= MIN_WEIGHT and words.place_support.holds(text, span.start, span.end, 0, len(text))


def _is_no_place(text: str, span: Span, words: Vocabulary) -> bool:
    """Tell whether a name is a word or stands in a phrase of the language, or names an office."""
    name = span.of(text)
    phrases = ((phrase, span.start - phrase.find(name)) for phrase in words.not_places if name in phrase)
    if any(start >= 0 and text.startswith(phrase, start) for phrase, start in phrases):
        return True
    return words.organisation.holds(text, span.start, span.end, 0, len(text))


def _inflected(
    text: str,
    tokens: Sequence[Token],
    position: int,
    words: Vocabulary,
    gazetteer: Gazetteer,
    found: Sequence[Toponym],
) -> tuple[Toponym | None, int]:
    """Return the longest name from here under any of its cases, and how many tokens to go on."""
    first = tokens[position]
    if first.masked or (first.lower and first.text not in words.macros["HEADS"].split()):
        return None, 1
    for length in range(min(MAX_WORDS, len(tokens) - position), 0, -1):
        part = tokens[position : position + length]
        if any(token.masked for token in part) or not all(token.joined for token in part[1:]):
            continue
        span = Span(part[0].start, part[-1].end)
        if (first.lower and length == 1) or _is_no_place(text, span, words):
            continue
        name = _nominative(span.of(text), part, words.endings, gazetteer)
        if name is None:
            continue
        best = gazetteer.candidates(name)[0]
        sure = best.weight >= SURE_WEIGHT or length > 1
        if sure or _is_supported(text, span, best, words):
            return Toponym(span, name, "gazetteer"), length
    return None, 1


def _nominative(
    said: str, part: Sequence[Token], endings: Mapping[str, tuple[str, ...]], gazetteer: Gazetteer
) -> str | None:
    """Return the name as the gazetteer has it, None where no reading of the cases is known there."""
    if gazetteer.candidates(said):
        return said
    readings = [_readings(token.text.lower(), endings) for token in part]
    if len(part) > 1:
        readings[0] = tuple(form for form in readings[0] if gazetteer.filter.perhaps_beginning(key_of(form)))
    for forms in islice(product(*readings), MOST_FORMS):
        key = key_of(" ".join(forms))
        if gazetteer.filter.perhaps_name(key) and gazetteer.candidates_of_key(key):
            return key
    return None


def _readings(word: str, endings: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return a word under the nominative endings that it may have, itself first, at most `MAX_READINGS`."""
    found = [word]
    for ending, nominatives in endings.items():
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            found += [word.removesuffix(ending) + nominative for nominative in nominatives]
    return tuple(dict.fromkeys(found))[:MAX_READINGS]
