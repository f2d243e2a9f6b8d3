"""What a line of a report is: body, headline, caption, page furniture, or tail of other stories.

What marks them is data/rules/zones.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import field_validator

from geo.rules import Rule, load_rules
from geo.types import Span, Zone

LONG_LINE = 150  # a line of a story's tail is a headline; longer ones belong to the report again
HEAD_LINES = 6  # headlines stand in the first lines
LONGEST_HEADLINE = 140
READ_CHARACTERS = 400  # of a line, to tell what it is
SENTENCE_END = ".!?:;\"”')»。！？"


class ZoneRule(Rule):
    """A pattern that tells what a line is, searched in it without regard to case."""

    zone: Zone
    pattern: str
    must_match: tuple[str, ...]
    must_not: tuple[str, ...]

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str) -> str:
        re.compile(value)
        return value


def zoned_lines(text: str, title: str | None = None) -> Iterator[tuple[Span, Zone]]:
    """Yield every line that is not blank, without the blanks around it, and its zone."""
    in_tail = False
    for number, line in enumerate(_lines(text)):
        words = line.of(text)
        zone = zone_of_line(words)
        if zone is Zone.TAIL:
            in_tail = True
        elif in_tail and len(words) < LONG_LINE and zone is None:
            zone = Zone.TAIL
        elif zone is None:
            in_tail = False
            zone = Zone.HEADLINE if _is_headline(words, title, number) else Zone.BODY
        yield line, zone


def zone_of_line(words: str) -> Zone | None:
    """Return what a rule says of a line, None where none does."""
    return next((zone for zone, pattern in _compiled() if pattern.search(words[:READ_CHARACTERS])), None)


def _lines(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            yield Span(start, start + len(words))


@cache
def _compiled() -> tuple[tuple[Zone, re.Pattern[str]], ...]:
    return tuple((rule.zone, re.compile(rule.pattern, re.I)) for rule in load_rules("zones", ZoneRule).values())


def _is_headline(words: str, title: str | None, number: int) -> bool:
    if title and words.strip().casefold() == title.strip().casefold():
        return True
    is_open = (words[-1] not in SENTENCE_END or words.isupper()) and not words.startswith(("-", "*", "("))
    return number < HEAD_LINES and len(words) < LONGEST_HEADLINE and is_open
