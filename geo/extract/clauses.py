"""Sentences cut into clauses, and which of them belong to which trigger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar

from geo.extract.actors import Actor
from geo.extract.dates import DateExpression
from geo.extract.strength import Count
from geo.extract.triggers import Trigger
from geo.types import Located, Mention, Span


class Spanned(Protocol):
    """Anything found at a span."""

    @property
    def span(self) -> Span: ...


Found = TypeVar("Found", bound=Spanned)

CLAUSE = re.compile(
    r"[;:]\s+|,\s+(?=(?:at a time when|having)\s)|,\s+(?=(?:and\s+)?(?:as|while|after|before|when|"
    r"whereas|whereupon|prompting|following|but|although|which|who|where|with which)\s)"
    r"|,?\s+(?=(?:after|before|while|whereas|prompting|although|in response to|shortly before|"
    r"days before|as (?:the|a|four|\w+ese|[A-Z]\w+))\s)"
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a whole report, in text order; offsets into its text."""

    actors: tuple[Actor, ...]
    dates: tuple[DateExpression, ...]
    counts: tuple[Count, ...]
    names: tuple[Mention, ...]  # masked exercise names
    platforms: tuple[Mention, ...]
    located: tuple[Located, ...]


def clauses_of(text: str, sentence: Span, triggers: Sequence[Trigger] = ()) -> tuple[Span, ...]:
    """Return the clauses of a sentence, gapless and in order; no trigger is cut in two."""
    cuts = [match.end() for match in CLAUSE.finditer(text, sentence.start, sentence.end)]
    cuts = [cut for cut in cuts if not any(trigger.span.start < cut < trigger.span.end for trigger in triggers)]
    edges = [sentence.start, *cuts, sentence.end]
    return tuple(Span(start, end) for start, end in pairwise(edges) if start < end)


def scope_of(clauses: Sequence[Span], trigger: Trigger, triggers: Sequence[Trigger]) -> Span:
    """Return the stretch of the sentence that belongs to a trigger: its clause and those after it without one."""
    home = next(i for i, clause in enumerate(clauses) if clause.start <= trigger.span.start < clause.end)
    first = last = home
    while last + 1 < len(clauses) and not any(clauses[last + 1].contains(other.span) for other in triggers):
        last += 1
    while first > 0 and not any(clauses[i].contains(other.span) for other in triggers for i in range(first)):
        first -= 1
    return Span(clauses[first].start, clauses[last].end)


def within(items: Iterable[Found], span: Span) -> list[Found]:
    """Return the items that lie wholly inside a span."""
    return [item for item in items if span.contains(item.span)]
