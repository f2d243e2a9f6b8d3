"""Countries and their forces in a language's own words, and the use that each mention is put to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import ahocorasick_rs
import pycountry
from babel import Locale

from geo.extract.actors import Actor, Use
from geo.extract.languages.stretches import Taken, holding
from geo.extract.languages.vocabulary import Vocabulary, vocabulary
from geo.types import Span

LOCALES = {"zh": ("zh", "zh_Hant"), "ru": ("ru",), "ja": ("ja",)}
MIN_STEM = 6  # letters and the star: "Само*" would be a samovar, too
LONGEST_ENDING = 4  # letters after a stem
MIN_CHARS = {True: 5, False: 2}  # of a country's name from CLDR; shorter ones are words


def find_actors(
    text: str, language: str, sentences: Sequence[Span], masked: Sequence[Span], places: Sequence[Span]
) -> tuple[Actor, ...]:
    """Return every mention of a country in text order; names inside a longer place name ("日本海") are none."""
    words = vocabulary(language)
    starts = {place.start for place in places}
    taken = Taken(len(text), masked)
    found: list[Actor] = []
    for span, iso3, rule in sorted([*_named(text, language), *_shortened(text, words)], key=_longest_first):
        if span in taken or holding(places, span) not in (None, span):
            continue
        taken.add(span)
        sentence = holding(sentences, span) or span
        use = _use(text, span, sentence, words, rule)
        if use is Use.ACTOR and rule == "name" and span.end in starts:  # "中国青岛"
            use = Use.PLACE
        found.append(Actor(span, iso3, use, f"country-{rule}"))
    return tuple(found)


def _longest_first(found: tuple[Span, str, str]) -> tuple[int, int]:
    return found[0].start, -found[0].end


def _named(text: str, language: str) -> Iterator[tuple[Span, str, str]]:
    words, names = vocabulary(language), _names(language)
    if not words.spaced:
        automaton, forms = _automaton(language)
        for index, start, end in automaton.find_matches_as_indexes(text):
            yield Span(start, end), *names[forms[index]]
        return
    pattern, meanings = _phrases(language)
    for match in pattern.finditer(text):
        yield Span(*match.span()), *meanings[match.lastgroup or ""]
    for match in re.finditer(r"\w+", text):
        for form in _stems(match[0]):
            if form in names:
                yield Span(*match.span()), *names[form]
                break


def _stems(word: str) -> Iterator[str]:
    """Yield the forms under which a word with an ending may stand in the table: itself, then shorter and shorter."""
    first = (word, word[0].lower() + word[1:])
    yield from first
    for length in range(len(word), max(len(word) - LONGEST_ENDING - 1, 1), -1):
        yield from (f"{form[:length]}*" for form in first)


@cache
def _automaton(language: str) -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    forms = tuple(_names(language))
    return ahocorasick_rs.AhoCorasick(list(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), forms


@cache
def _phrases(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Return one pattern over the names of several words, the longest first, and what each group stands for."""
    names = {form: meaning for form, meaning in _names(language).items() if not form.replace("*", "").isalpha()}
    forms = sorted(names, key=lambda form: (-len(form), form))
    bodies = (re.escape(form).replace(r"\*", rf"\w{{0,{LONGEST_ENDING}}}") for form in forms)
    parts = [rf"(?P<n{number}>{body})" for number, body in enumerate(bodies)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"), {f"n{i}": names[form] for i, form in enumerate(forms)}


@cache
def _names(language: str) -> dict[str, tuple[str, str]]:
    """Return every name with its country (alpha-3) and rule; what our own file says wins over CLDR."""
    words = vocabulary(language)
    names: dict[str, tuple[str, str]] = {}
    for iso3, entry in words.countries.items():
        for rule, forms in (("force", entry.forces), ("office", entry.offices), ("name", entry.names)):
            names |= dict.fromkeys(forms, (iso3, rule))
    for locale in LOCALES[language]:
        for alpha_2, name in Locale.parse(locale).territories.items():
            country = pycountry.countries.get(alpha_2=alpha_2)
            if country and len(name) >= MIN_CHARS[words.spaced]:
                stem = re.sub(r"[аяйьыеио]$", "", name) + "*" if words.spaced else name
                if len(stem) >= MIN_STEM or not words.spaced:
                    names.setdefault(stem, (country.alpha_3, "name"))
    return names


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


def _use(text: str, span: Span, sentence: Span, words: Vocabulary, rule: str) -> Use:
    if rule == "office":
        return Use.SPEAKER
    for name, around in words.uses.items():
        if name in ("place", "context") and rule == "force":
            continue  # forces are nowhere: "in the Pacific Fleet" is who, not where
        if around.holds(text, span.start, span.end, sentence.start, sentence.end):
            return Use(name)
    return Use.ACTOR
