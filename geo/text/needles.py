"""Words looked for in one pass over a text, so that a slow pattern is tried only where it may begin.

A pattern with many alternatives, tried at every character, costs a hundred times
what this pass does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import ahocorasick_rs


class Needles:
    """Some words, to be found as they are written, inside of longer words too."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick_rs.AhoCorasick(sorted(set(words)))

    def starts(self, text: str) -> list[int]:
        """Return where any of the words begins, in order, each place once."""
        return sorted({start for _, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)})

    def within(self, text: str) -> bool:
        """Return whether the text holds any of the words."""
        return bool(self._automaton.find_matches_as_indexes(text))


def matches_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at the given places, none overlapping another, as `finditer` would."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match
