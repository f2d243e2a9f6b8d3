"""A text cut into the tokens that place names are made of, with what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.gazetteer.names import TOKEN, fold
from geo.types import Span

JOINING = re.compile(r"(?:[ \u00a0]|[-‐‑–'’ʼ`·]| ?\n ?)?")
ABBREVIATION_JOINING = re.compile(r"\. ?")  # "St. Petersburg", "U.S."
MAX_ABBREVIATION_CHARS = 3


@dataclass(frozen=True, slots=True)
class Token:
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


def tokens_of(text: str, masked: Sequence[Span] = ()) -> list[Token]:
    tokens: list[Token] = []
    spans = sorted(masked)
    reached = 0  # index into spans: those before it end before the present token
    last_end, last_text = 0, ""
    for match in TOKEN.finditer(text):
        start, end, word = match.start(), match.end(), match.group()
        while reached < len(spans) and spans[reached].end <= start:
            reached += 1
        hidden = reached < len(spans) and spans[reached].start < end
        between = text[last_end:start]
        joined = bool(tokens) and (
            JOINING.fullmatch(between) is not None
            or (len(last_text) <= MAX_ABBREVIATION_CHARS and ABBREVIATION_JOINING.fullmatch(between) is not None)
        )
        tokens.append(Token(word, fold(word), start, end, joined, word[0].islower() or word[0].isdigit(), hidden))
        last_end, last_text = end, word
    return tokens
