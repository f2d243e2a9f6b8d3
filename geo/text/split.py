"""A report's text cut into sentences with offsets, each with its zone and with whose words it holds.

Nothing is deleted: furniture, captions and the tail of related stories stay
where they are and are only told apart, so that what is found in them can be
trusted less.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from geo.text.quotes import parts_in, quotes, reported
from geo.text.sentences import sentences
from geo.text.zones import zoned_lines
from geo.types import Sentence, Span


def split(text: str, title: str | None = None, masked: Sequence[Span] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; every character that is not blank lies in one of them.

    A boundary inside a masked span ('North. Interaction-2023') does not cut.
    """
    quoted = quotes(text)
    ends = [quote.end for quote in quoted]
    found = []
    for line, zone in zoned_lines(text, title):
        for span in sentences(text, line, masked):
            first = bisect_left(ends, span.start)
            own = parts_in(quoted[first : first + 20], span)
            found.append(Sentence(span, zone, own, reported(text, span)))
    return tuple(found)
