"""A text cut into the tokens that place names are made of, with what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from geo.gazetteer.names import TOKEN, fold
from geo.types import Span

JOINING = re.compile(r"(?:[ \u00a0]|[-‐‑–'’ʼ`·]| ?\n ?)?")
ABBREVIATION_JOINING = re.compile(r"\. ?")  # "St. Petersburg", "U.S."
MAX_ABBREVIATION_CHARS = 3
REMEMBERED_WORDS = 32768  # reports are written in fewer


class Token(NamedTuple):
    """A word, or one character of a script without blanks.

    `joined`: only a blank, hyphen or apostrophe stands before it, so that a name
    may run on over it. `lower`: it begins with a small letter. `masked`: it lies
    in a span that holds no place.
    """

    text: str
    key: str
    start: int
    end: int
    joined: bool
    lower: bool
    masked: bool


class Tokens:
    """The tokens of a text, each made when it is asked for: most words of a report are no part of a name.

    `words` holds the text of every token.
    """

    def __init__(self, text: str, masked: Sequence[Span] = ()) -> None:
        self._text = text
        self._spans = [match.span() for match in TOKEN.finditer(text)]
        self._hidden = bytearray(len(text))
        for span in masked:
            self._hidden[span.start : span.end] = b"\x01" * (span.end - span.start)
        self._made: dict[int, Token] = {}
        self.words = [text[start:end] for start, end in self._spans]

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, number: int) -> Token:
        token = self._made.get(number)
        if token is None:
            token = self._made[number] = self._token(number)
        return token

    def __iter__(self) -> Iterator[Token]:
        return map(self.__getitem__, range(len(self)))

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The keys of the words that begin with a small letter."""
        return frozenset(map(small_key, set(self.words))) - {""}

    def _token(self, number: int) -> Token:
        start, end = self._spans[number]
        word = self.words[number]
        hidden = self._hidden.find(1, start, end) >= 0
        return Token(word, fold(word), start, end, self._joins(number), is_lower(word), hidden)

    def _joins(self, number: int) -> bool:
        if number == 0:
            return False
        between = self._text[self._spans[number - 1][1] : self._spans[number][0]]
        return between == " " or joins(between, len(self.words[number - 1]) <= MAX_ABBREVIATION_CHARS)


@lru_cache(maxsize=REMEMBERED_WORDS)
def is_lower(word: str) -> bool:
    return word[0].islower() or word[0].isdigit()


@lru_cache(maxsize=REMEMBERED_WORDS)
def small_key(word: str) -> str:
    return fold(word) if is_lower(word) else ""


@lru_cache(maxsize=4096)
def joins(between: str, after_abbreviation: bool) -> bool:
    if JOINING.fullmatch(between):
        return True
    return after_abbreviation and ABBREVIATION_JOINING.fullmatch(between) is not None
