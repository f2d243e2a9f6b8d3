"""A report's text and what was found in it to HTML in which every find is marked by its kind.

Every character of the report passes through html.escape; marks never overlap,
and what is not the report itself (furniture, tails) is set back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from geo.types import Mention, Reading, Zone

KINDS = {
    "trigger": "What happened",
    "date": "Date",
    "actor": "Country",
    "place": "Place",
    "name": "Exercise",
    "platform": "Ship, aircraft",
    "count": "Strength",
}
ASIDE = (Zone.FURNITURE, Zone.TAIL)
MOST_CHARS = 200_000  # a browser lays out no more than this in a moment


def highlighted(reading: Reading) -> str:
    """Return the text of a reading as HTML."""
    text = reading.report.text[:MOST_CHARS]
    marks = apart(mention for mention in reading.mentions if mention.kind in KINDS)
    aside = [sentence.span for sentence in reading.sentences if sentence.zone in ASIDE]
    edges = {0, len(text)}
    for span in [*(mark.span for mark in marks), *aside]:
        edges |= {min(span.start, len(text)), min(span.end, len(text))}
    kind_at = {mark.span.start: mark for mark in marks}
    pieces: list[str] = []
    ordered, open_mark, next_aside = sorted(edges), None, 0
    for start, end in pairwise(ordered):
        open_mark = kind_at.get(start, open_mark if open_mark and start < open_mark.span.end else None)
        while next_aside < len(aside) and aside[next_aside].end <= start:
            next_aside += 1
        set_back = next_aside < len(aside) and aside[next_aside].start <= start
        pieces.append(piece(text[start:end], open_mark, set_back))
    return f'<div class="geo-report">{"".join(pieces)}</div>'


def piece(words: str, mark: Mention | None, set_back: bool) -> str:
    shown = escape(words)
    if mark is not None:
        shown = f'<mark class="geo-{mark.kind}" title="{escape(explanation(mark))}">{shown}</mark>'
    return f'<span class="geo-aside">{shown}</span>' if set_back else shown


def explanation(mark: Mention) -> str:
    value = "" if mark.value is None else str(mark.value)
    return f"{KINDS[mark.kind]}: {value}" if value and len(value) < 120 else KINDS[mark.kind]


def apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions of which none overlaps another: the longer of two that begin alike, else the first."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: (each.span.start, -each.span.end)):
        if mention.span.end > mention.span.start and (not kept or mention.span.start >= kept[-1].span.end):
            kept.append(mention)
    return kept


def key(mentions: Sequence[Mention]) -> str:
    """Return the key of the marks' colours, with how many of each there are."""
    counts = Counter(mention.kind for mention in mentions)
    rows = [
        f'<span><i class="geo-{kind}"></i>{label} {counts[kind]}</span>'
        for kind, label in KINDS.items()
        if counts[kind]
    ]
    return f'<div class="geo-keys">{"".join(rows)}</div>'
