"""A report's text cut into sentences by a language's own marks, each with its zone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.extract.languages.vocabulary import Vocabulary
from geo.types import Sentence, Span, Zone

LONG_LINE = {True: 150, False: 60}  # characters; a headline and a line of a story's tail are shorter
FIRST_LINES = 4  # where a headline may stand


def split_in(text: str, title: str | None, words: Vocabulary, masked: Sequence[Span] = ()) -> tuple[Sentence, ...]:
    """Return the sentences in order; every non-blank character lies in one of them.

    A boundary inside a masked span («Север. Взаимодействие») does not cut.
    """
    sentences: list[Sentence] = []
    in_tail = False
    for number, match in enumerate(re.finditer(r"[^\n]*[^\s][^\n]*", text)):
        line = _trimmed(text, *match.span())
        said = line.of(text)
        zone = next((rule.zone for rule in words.zones.values() if rule.pattern.search(said[:400])), None)
        in_tail = zone is Zone.TAIL or (in_tail and len(said) < LONG_LINE[words.spaced])
        if zone is None:
            headline = _is_headline(said, title, number, words)
            zone = Zone.TAIL if in_tail else Zone.HEADLINE if headline else Zone.BODY
        sentences += (Sentence(span, zone) for span in _sentences(text, line, words, masked))
    return tuple(sentences)


def _is_headline(line: str, title: str | None, number: int, words: Vocabulary) -> bool:
    if title and line.casefold() == title.strip().casefold():
        return True
    open_end = line[-1] not in '.!?:;"”»)。！？；：」』）'
    return number < FIRST_LINES and len(line) < LONG_LINE[words.spaced] and open_end


def _sentences(text: str, line: Span, words: Vocabulary, masked: Sequence[Span]) -> Iterator[Span]:
    start = line.start
    for match in words.sentence_end.finditer(text, line.start, line.end):
        if any(mask.start < match.start() < mask.end for mask in masked):
            continue
        if text[start : match.end()].strip():
            yield _trimmed(text, start, match.end())
        start = match.end()
    if text[start : line.end].strip():
        yield _trimmed(text, start, line.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
