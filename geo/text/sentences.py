"""A line cut into sentences, as people and machine translation write them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from geo.types import Span

TITLES = (
    r"Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Gen|Lt|Col|Maj|Capt|Cmdr|Cdr|Adm|Sgt|Sen|Rep|Gov|Pres|Brig|Sr|Jr|vs|Fig|Mt|Ft|Art|Vol|"
    r"e\.g|i\.e|approx|Co"
)
MONTHS = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
ABBREVIATION = re.compile(rf"(?<![\w.])(?:[A-Z]|{TITLES}|{MONTHS}|[ap]\.m|(?:[A-Z]\.){{1,3}}[A-Z]|etc|Inc|Ltd|Corp)$")
ENDS_TOO = re.compile(rf"(?<![\w.])(?:{MONTHS}|[ap]\.m|(?:[A-Z]\.){{1,3}}[A-Z]|etc|Inc|Ltd|Corp)$")
OPENER = (
    re.compile(  # words that open a sentence and follow no abbreviation: "at 5 p.m. The ships", "in the U.S. It is"
        r"\s+(?:The|It|They|He|She|We|In|On|At|This|These|That|But|And|After|Before|During|However|Both|For)\s"
    )
)
GAP = r"[\s\u200b\ufeff]"
BLANKS = " \t\r\v\f\u00a0\u2002\u2003\u2009\u200a\u200b\u202f\u3000\ufeff"
BOUNDARY = re.compile(
    rf"[.!?…]['\"”’»)\]]{{0,3}}(?={GAP}+['\"“‘«(\[]?[A-Z0-9])"
    r"|(?<=[a-z0-9)%])[.!?](?=[A-Z][a-z ]|[“«](?=[A-Z]))"  # "together.The ships", as machines leave it
    r"|[.!?][\"”’»)](?=[A-Z][a-z ])"
    rf"|(?={GAP}?[·•▪■◆●]\s?[A-Z])(?<!^)"
    r"|(?<=[。！？])"
)


def sentences(text: str, line: Span, masked: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences of a line without the blanks around them; no boundary lies inside a masked span."""
    start = line.start
    starts = [mask.start for mask in masked]
    for match in BOUNDARY.finditer(text, line.start, line.end):
        end = match.end()
        if end <= start or _is_masked(match.start(), masked, starts):
            continue
        if match.group().startswith(".") and _is_abbreviated(text, line.start, match):
            continue
        if words := _trimmed(text, start, end):
            yield words
        start = end
    if words := _trimmed(text, start, line.end):
        yield words


def _is_masked(place: int, masked: Sequence[Span], starts: Sequence[int]) -> bool:
    number = bisect_right(starts, place) - 1
    return number >= 0 and masked[number].start < place < masked[number].end


def _is_abbreviated(text: str, line_start: int, match: re.Match[str]) -> bool:
    before = text[max(line_start, match.start() - 9) : match.start()]
    if not ABBREVIATION.search(before):
        return False
    return not (ENDS_TOO.search(before) and OPENER.match(text, match.end()))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    span = Span(start + len(words) - len(words.lstrip(BLANKS)), start + len(words.rstrip(BLANKS)))
    return span if span.start < span.end else None
