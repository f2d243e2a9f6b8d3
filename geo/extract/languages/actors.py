"""Countries and their forces in a language's own words, and the use that each mention is put to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import pycountry
from babel import Locale

from geo.extract.actors import Actor, Use
from geo.extract.languages.vocabulary import Vocabulary, vocabulary
from geo.types import Span

LOCALES = {"zh": ("zh", "zh_Hant"), "ru": ("ru",), "ja": ("ja",)}
MIN_STEM = 6  # letters and the star: "Само*" would be a samovar, too
ENDING = r"\w{0,4}"
MIN_CHARS = {True: 5, False: 2}  # of a country's name from CLDR; shorter ones are words


def find_actors(
    text: str, language: str, sentences: Sequence[Span], masked: Sequence[Span], places: Sequence[Span]
) -> tuple[Actor, ...]:
    """Return every mention of a country in text order; names inside a longer place name ("日本海") are none."""
    words = vocabulary(language)
    hidden = [*masked, *places]
    found: list[Actor] = []
    for span, iso3, rule in sorted([*_named(text, language), *_shortened(text, words)], key=_longest_first):
        inside = any(other.contains(span) and other != span for other in hidden)
        if inside or any(span.overlaps(other.span) for other in found):
            continue
        sentence = next((one for one in sentences if one.contains(span)), span)
        found.append(Actor(span, iso3, _use(text, span, sentence, words, rule, places), f"country-{rule}"))
    return tuple(found)


def _longest_first(found: tuple[Span, str, str]) -> tuple[int, int]:
    return found[0].start, -found[0].end


def _named(text: str, language: str) -> Iterator[tuple[Span, str, str]]:
    pattern, meanings = _patterns(language)
    for match in pattern.finditer(text):
        group = match.lastgroup
        assert group is not None
        iso3, rule = meanings[group]
        yield Span(*match.span()), iso3, rule


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Return one pattern over all names, the longest first, and what each of its groups stands for."""
    words = vocabulary(language)
    names: dict[str, tuple[str, str]] = {}
    for iso3, entry in words.countries.items():
        for rule, forms in (("force", entry.forces), ("office", entry.offices), ("name", entry.names)):
            names |= dict.fromkeys(forms, (iso3, rule))
    for locale in LOCALES[language]:
        for alpha_2, name in Locale.parse(locale).territories.items():
            country = pycountry.countries.get(alpha_2=alpha_2)
            if country and len(name) >= MIN_CHARS[words.spaced]:
                stem = re.sub(r"[аяйьыеио]$", "", name) + ("*" if words.spaced else "")
                if len(stem) >= MIN_STEM or not words.spaced:
                    names.setdefault(stem, (country.alpha_3, "name"))
    meanings: dict[str, tuple[str, str]] = {}
    parts = []
    for number, name in enumerate(sorted(names, key=lambda name: (-len(name), name))):
        body = re.escape(name).replace(r"\*", ENDING)
        body = body if name[0].islower() else f"(?-i:{body})"
        whole = rf"(?<!\w){body}(?!\w)" if words.spaced else body
        parts.append(f"(?P<n{number}>{whole})")
        meanings[f"n{number}"] = names[name]
    return re.compile("|".join(parts), re.IGNORECASE), meanings


def _shortened(text: str, words: Vocabulary) -> Iterator[tuple[Span, str, str]]:
    """Yield the countries of compounds of single characters ("中俄", "日米韓") and of "俄方", "米軍"."""
    if words.compound is None or words.alone is None:
        return
    short = {entry.short: iso3 for iso3, entry in words.countries.items() if entry.short}
    one = f"[{''.join(short)}]"
    for match in re.finditer(rf"{one}(?:[・、-]?{one}){{0,4}}", text):
        characters = [place for place in range(*match.span()) if text[place] in short]
        if len(characters) > 1 and words.compound.match(text, match.end()):
            yield from ((Span(place, place + 1), short[text[place]], "short") for place in characters)
        elif words.alone.match(text, characters[-1]):
            yield Span(characters[-1], characters[-1] + 1), short[text[characters[-1]]], "short"


def _use(text: str, span: Span, sentence: Span, words: Vocabulary, rule: str, places: Sequence[Span]) -> Use:
    if rule == "office":
        return Use.SPEAKER
    for name, around in words.uses.items():
        if name in ("place", "context") and rule == "force":
            continue  # forces are nowhere: "in the Pacific Fleet" is who, not where
        if around.holds(text, span.start, span.end, sentence.start, sentence.end):
            return Use(name)
    follows = any(place.start == span.end for place in places)  # "中国青岛"
    return Use.PLACE if follows and rule == "name" else Use.ACTOR
