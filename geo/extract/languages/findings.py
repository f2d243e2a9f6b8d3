"""What a language's words find in a text: names of ships and exercises, counts, triggers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geo.extract.actors import Actor
from geo.extract.languages.dates import WordedDate
from geo.extract.languages.numbers import number_of
from geo.extract.languages.stretches import Taken, around, first_free, holding
from geo.extract.languages.vocabulary import Vocabulary, vocabulary
from geo.extract.strength import Count
from geo.extract.triggers import Trigger
from geo.text.aircraft import find_aircraft
from geo.text.masked import exercise, platform
from geo.text.ships import find_ships
from geo.types import Located, Mention, Sentence, Span

CIVIL_REACH = 16  # characters around a trigger in which "fire" or "school" makes it civil
EDITION_REACH = 2  # a known name may begin before the quotes
MOST_TRIGGERS = 12  # of one sentence; more are a list of words
NEAR_CHARS = 150  # farther than any word looks for what belongs to it
OWNER_REACH = 26  # characters between a country and what is counted as its own
EDITION = r"(?P<edition>\s?[-–—－·]?\s?(?:20\d\d|\d{1,2}|[IVX]{1,4})[A-Z]?(?!\d|年|月|日|-))?"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a whole report, in text order."""

    actors: tuple[Actor, ...]
    dates: tuple[WordedDate, ...]
    counts: tuple[Count, ...]
    names: tuple[Mention, ...]
    platforms: tuple[Mention, ...]
    located: tuple[Located, ...]

    def near(self, span: Span) -> Found:
        """Return what stands in a stretch and close on either side of it."""
        low, high = span.start - NEAR_CHARS, span.end + NEAR_CHARS
        return Found(
            actors=tuple(around(self.actors, low, high)),
            dates=tuple(around(self.dates, low, high)),
            counts=tuple(around(self.counts, low, high)),
            names=tuple(around(self.names, low, high)),
            platforms=tuple(around(self.platforms, low, high)),
            located=tuple(one for one in self.located if low <= one.toponym.span.start < high),
        )


def find_names(text: str, language: str) -> tuple[Mention, ...]:
    """Return ships and aircraft (kind 'platform') and exercise names (kind 'name'), none overlapping another."""
    words = vocabulary(language)
    read = words.fold(text)
    known = [exercise(text, span, rule, series) for span, rule, series in _known_exercises(read, language)]
    known.sort(key=lambda one: one.span)
    found = []
    for match in words.names.finditer(read):
        span = Span(*match.span("name"))
        series = next((one.value.series for one in around(known, span.start - EDITION_REACH, span.end)), None)
        found.append(exercise(text, span, "quoted", series))
    found += [one for one in known if one.rule != "bare"]
    found += (platform(text, Span(*match.span("name")), "ship", "ship") for match in words.ships.finditer(read))
    found += (platform(text, Span(*match.span()), "aircraft", "aircraft") for match in words.aircraft.finditer(read))
    found += [*find_ships(read), *find_aircraft(read)]
    found += list(_named_again(text, [mention for mention in found if mention.rule == "ship"]))
    return tuple(sorted(first_free(found, Taken(len(text))), key=lambda mention: mention.span))


def _named_again(text: str, ships: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the later mentions of ships in quotes, where no word for a ship stands before them."""
    for name in {ship.value.name for ship in ships}:
        for match in re.finditer(rf"[「«“\"]({re.escape(name)})[」»”\"]", text):
            yield platform(text, Span(*match.span(1)), "ship", "ship")


def _known_exercises(text: str, language: str) -> Iterator[tuple[Span, str, str]]:
    """Yield (span, rule, series); a name without edition ('bare') is also a phrase and counts only in quotes."""
    for series, pattern in _series(language):
        for match in pattern.finditer(text):
            yield Span(*match.span()), series if match["edition"] else "bare", series


@cache
def _series(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (series, pattern) of every known name; a slash in it is a dash, dot, blank or nothing."""
    found = []
    for series, names in vocabulary(language).exercises.items():
        bodies = "|".join(re.escape(name).replace("/", r"[/·・. –—-]{0,3}") for name in names)
        found.append((series, re.compile(f"(?:{bodies}){EDITION}", re.IGNORECASE)))
    return tuple(found)


def find_triggers(text: str, sentence: Sentence, words: Vocabulary, masked: Sequence[Span]) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in order, the longest where two overlap, none inside a name."""
    start, end = sentence.span.start, sentence.span.end
    found = [
        Trigger(Span(*match.span()), rule.type, key)
        for key, rule in words.triggers.items()
        for match in rule.pattern.finditer(text, start, end)
        if not words.civil.search(
            text, max(start, match.start() - CIVIL_REACH), min(end, match.end() + (CIVIL_REACH if words.spaced else 0))
        )
    ]
    found = [trigger for trigger in found if holding(masked, trigger.span) is None]
    found.sort(key=lambda trigger: (trigger.span.start - trigger.span.end, trigger.span.start))
    kept = first_free(found, Taken(len(text)))[:MOST_TRIGGERS]
    return tuple(sorted(kept, key=lambda trigger: trigger.span))


def find_counts(text: str, words: Vocabulary, actors: Sequence[Actor], masked: Sequence[Span]) -> tuple[Count, ...]:
    """Return the counts of a text in order, each with its country where that stands just before it."""
    found: list[Count] = []
    for rule in words.counts.values():
        for match in rule.pattern.finditer(text):
            span, number = Span(*match.span()), number_of(match["n"], words.numbers)
            if number is not None:
                found.append(Count(span, rule.unit, number, _owner(text, span, actors)))
    return tuple(sorted(first_free(found, Taken(len(text), masked)), key=lambda count: count.span))


def _owner(text: str, count: Span, actors: Sequence[Actor]) -> str | None:
    near = [one for one in around(actors, count.start - 2 * OWNER_REACH, count.end) if one.span.end <= count.end]
    near = [actor for actor in near if count.start - OWNER_REACH <= actor.span.end]
    near = [actor for actor in near if not re.search(r"[，,、。和与及と]|\bи\b", text[actor.span.end : count.start])]
    owners = {actor.iso3 for actor in near}
    return owners.pop().lower() if len(owners) == 1 else None
