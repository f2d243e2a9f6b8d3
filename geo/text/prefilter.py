"""Many patterns to those that may match a text: one pass over it says "surely not" or "perhaps" of each.

RE2 runs all patterns at once in linear time, but knows neither lookaround nor
Unicode word boundaries. The patterns are widened first: what only forbids a match
is taken out, so that none is ruled out that Python's `re` would find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import re2

MAX_MEMORY_BYTES = 64 << 20  # for the states of the automaton; it grows only as texts ask for them
CLASSES = {r"\w": r"\pL\pN\pM_", r"\s": r"\s\pZ", r"\d": r"\pN"}  # RE2's own are ASCII
BOUNDARIES = (r"\b", r"\B", "^", "$")
LOOKAROUND = re.compile(r"\(\?<?[=!]")
PIECE = re.compile(r"\\.|.", re.DOTALL)


class Prefilter:
    """A set of case-insensitive patterns, each known by its place in the sequence given."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """
        Raises:
            re.error: a pattern is malformed.
        """
        options = re2.Options()
        options.case_sensitive = False
        options.max_mem = MAX_MEMORY_BYTES
        options.log_errors = False
        self._all = range(len(patterns))
        self._set = re2.Set.SearchSet(options)
        self._unknown = set()  # patterns that RE2 cannot take are always tried
        numbers = {}
        for number, pattern in enumerate(patterns):
            try:
                numbers[self._set.Add(widened(pattern))] = number
            except re2.error:
                self._unknown.add(number)
        self._always = self._set.Add("(?s:.)")
        self._numbers = numbers
        self._set.Compile()

    def possible(self, text: str) -> Sequence[int]:
        """Return the numbers of the patterns that may match somewhere in a text, in order."""
        found = self._set.Match(text) or ()
        if self._always not in found:  # the automaton ran out of memory: nothing is ruled out
            return self._all if text else ()
        return sorted(self._unknown.union(self._numbers[place] for place in found if place != self._always))


def widened(pattern: str) -> str:
    """Return a pattern for RE2 that matches wherever Python's `re` finds the given one, and perhaps elsewhere."""
    wider, place, in_class = [], 0, False
    while place < len(pattern):
        if not in_class and LOOKAROUND.match(pattern, place):
            place = closing(pattern, place) + 1
            continue
        piece = pattern[place : place + 2] if pattern[place] == "\\" else pattern[place]
        if piece in CLASSES:
            wider.append(CLASSES[piece] if in_class else f"[{CLASSES[piece]}]")
        elif in_class or piece not in BOUNDARIES:
            wider.append(piece)
        in_class = piece == "[" or (in_class and piece != "]")
        place += len(piece)
    return "".join(wider)


def closing(pattern: str, opening: int) -> int:
    """Return where the bracket closes that opens at a place."""
    depth, in_class = 0, False
    for piece in PIECE.finditer(pattern, opening):
        if in_class:
            in_class = piece[0] != "]"
        elif piece[0] == "[":
            in_class = True
        elif piece[0] in "()":
            depth += 1 if piece[0] == "(" else -1
            if depth == 0:
                return piece.start()
    raise re.error("missing ), unterminated subpattern", pattern, opening)
