"""Which stretches of a text are taken, and what stands in a stretch: found in one step however long the text is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from geo.extract.clauses import Spanned
from geo.types import Span

Found = TypeVar("Found", bound=Spanned)


class Taken:
    """The characters of a text that something was found at."""

    __slots__ = ("marks",)

    def __init__(self, size: int, spans: Iterable[Span] = ()) -> None:
        self.marks = bytearray(size)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        self.marks[span.start : span.end] = b"\x01" * (span.end - span.start)

    def __contains__(self, span: Span) -> bool:
        """Tell whether any character of a span is taken."""
        return self.marks.find(1, span.start, span.end) >= 0


def first_free(found: Iterable[Found], taken: Taken) -> list[Found]:
    """Return what overlaps nothing taken and nothing before it in the order given; it is taken then."""
    kept = []
    for one in found:
        if one.span not in taken:
            taken.add(one.span)
            kept.append(one)
    return kept


def around(found: Sequence[Found], low: int, high: int) -> Sequence[Found]:
    """Return what begins from `low` on and before `high`, of what is sorted by its begin."""
    return found[bisect_left(found, low, key=_start) : bisect_left(found, high, key=_start)]


def holding(spans: Sequence[Span], span: Span) -> Span | None:
    """Return the one that holds a span, of sorted spans that don't overlap."""
    number = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return spans[number] if number >= 0 and spans[number].contains(span) else None


def _start(one: Spanned) -> int:
    return one.span.start
