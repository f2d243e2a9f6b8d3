"""Which words of a report are somebody's: in quotation marks, or reported ("the navy said that …")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.types import Span

LONGEST_QUOTE = 800  # characters; a mark that stays open so long was never closed
SHORTEST_QUOTE = 12  # shorter ones are names and scare quotes
QUOTED = re.compile(
    rf"“[^“”\n]{{1,{LONGEST_QUOTE}}}”|«[^«»\n]{{1,{LONGEST_QUOTE}}}»|„[^„“\n]{{1,{LONGEST_QUOTE}}}“"
    rf"|(?<![\w\"])\"(?=\S)[^\"\n]{{1,{LONGEST_QUOTE}}}(?<=\S)\"(?!\w)|(?<!\w)‘[^‘’\n]{{12,{LONGEST_QUOTE}}}’(?!\w)"
)
VERB = (
    r"(?:said|says|stated|announced|reported|told|added|claimed|declared|confirmed|noted|stressed|explained|warned|wrote"
    r"|revealed|disclosed|insisted|denied)"
)
OPENING = re.compile(  # "The ministry said in a statement that …"
    rf"\b{VERB}\b(?:\s+(?:on|in|at|to|late|early|a|an|the|its|his|her|statement|briefing|reporters|press|conference"
    r"|[A-Z]\w{1,20})){0,6}(?:,?\s+that\b|:)\s+"
    r"|\bAccording to\b[^,.;]{2,80},\s+"
)
CLOSING = re.compile(  # "…, the ministry said on Monday."
    rf",[\"”]?\s+(?:according to\b|(?:[\w.'’-]+\s+){{1,8}}?{VERB}\b(?!\s+(?:that|to)\b))[^,;]{{0,80}}$"
)


def quotes(text: str) -> tuple[Span, ...]:
    """Return what stands in quotation marks, the marks included, in text order; names in marks are left out."""
    return tuple(
        Span(*match.span()) for match in QUOTED.finditer(text) if match.end() - match.start() >= SHORTEST_QUOTE
    )


def reported(text: str, sentence: Span) -> Span | None:
    """Return the part of a sentence that somebody is reported to have said, None where nobody is.

    Not handled: speech without "that" after its verb ("the navy said ships left") and speech over several sentences.
    """
    closing = CLOSING.search(text, max(sentence.start, sentence.end - 200), sentence.end)
    if closing and closing.start() > sentence.start:
        return Span(sentence.start, closing.start())
    opening = OPENING.search(text, sentence.start, min(sentence.end, sentence.start + 300))
    return Span(opening.end(), sentence.end) if opening and opening.end() < sentence.end else None


def parts_in(spans: Sequence[Span], sentence: Span) -> tuple[Span, ...]:
    """Return the parts of spans that lie in a sentence."""
    return tuple(
        Span(max(span.start, sentence.start), min(span.end, sentence.end)) for span in spans if span.overlaps(sentence)
    )
