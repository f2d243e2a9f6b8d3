"""A report's text cut into sentences with offsets, each with the zone that it stands in.

Nothing is deleted: furniture, captions and the tail of related stories stay
where they are and are only told apart, so that what is found in them can be
trusted less. What marks them is data/rules/zones.yml.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pydantic import field_validator

from geo.rules import Rule, load_rules
from geo.types import Sentence, Span, Zone

ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Rear Adm|Vice Adm|Sgt|"
    r"Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.K|U\.N|e\.g|i\.e|vs|etc|approx|Inc|Ltd|Corp|Fig|Mt|Ft))$"
)
BOUNDARY = re.compile(
    r"[.!?]['\"”’)\]]{0,3}(?=\s+['\"“‘(\[]?[A-Z0-9])|(?<=[a-z0-9)]{2})[.!?](?=[A-Z·][a-z ])|·(?=\s?[A-Z])|(?<=[。！？])"
)
LONG_LINE = 150  # a line of a story's tail is a headline; longer ones belong to the report again


class ZoneRule(Rule):
    """A pattern that tells what a line is."""

    zone: Zone
    pattern: str
    must_match: tuple[str, ...]
    must_not: tuple[str, ...]

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str) -> str:
        re.compile(value)
        return value


def split(text: str, title: str | None = None, masked: Sequence[Span] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; every non-blank character lies in one of them.

    A boundary inside a masked span ('North. Interaction-2023') does not cut.
    """
    sentences: list[Sentence] = []
    in_tail = False
    for number, line in enumerate(_lines(text)):
        words = line.of(text)
        zone = _zone_of_line(words)
        if zone is Zone.TAIL:
            in_tail = True
        elif in_tail and len(words) < LONG_LINE and zone is None:
            zone = Zone.TAIL
        elif zone is None:
            in_tail = False
            zone = Zone.HEADLINE if _is_headline(words, title, number) else Zone.BODY
        sentences.extend(Sentence(span, zone) for span in _sentences(text, line, masked))
    return tuple(sentences)


def _lines(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            yield Span(start, start + len(words))


@cache
def _compiled() -> tuple[tuple[Zone, re.Pattern[str]], ...]:
    return tuple((rule.zone, re.compile(rule.pattern, re.I)) for rule in load_rules("zones", ZoneRule).values())


def _zone_of_line(words: str) -> Zone | None:
    return next((zone for zone, pattern in _compiled() if pattern.search(words[:400])), None)


def _is_headline(words: str, title: str | None, number: int) -> bool:
    if title and words.strip().casefold() == title.strip().casefold():
        return True
    return number < 6 and len(words) < 140 and words[-1] not in ".!?:;\"”')" and not words.startswith(("-", "*", "("))


def _sentences(text: str, line: Span, masked: Sequence[Span]) -> Iterator[Span]:
    start = line.start
    for match in BOUNDARY.finditer(text, line.start, line.end):
        end = match.end()
        if any(mask.start < match.start() < mask.end for mask in masked):
            continue
        if match.group().startswith(".") and ABBREVIATION.search(
            text[max(line.start, match.start() - 8) : match.start()]
        ):
            continue
        if text[start:end].strip():
            yield _trimmed(text, start, end)
        start = end
    if text[start : line.end].strip():
        yield _trimmed(text, start, line.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
