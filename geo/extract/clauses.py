"""Sentences cut into clauses, and which of them belong to which trigger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar

from geo.extract.actors import Actor
from geo.extract.dates.tag import DateExpression
from geo.extract.families import MOVEMENTS
from geo.extract.strength import Count
from geo.extract.triggers import Trigger
from geo.types import Located, Mention, Span


class Spanned(Protocol):
    """Anything found at a span."""

    @property
    def span(self) -> Span: ...


Found = TypeVar("Found", bound=Spanned)

CLAUSE = re.compile(
    r"[;:]\s+|,?\s+(?=so that\s)|,\s+(?=(?:at a time when|having)\s)|,\s+(?=(?:and\s+)?(?:as|while|after|before|when|"
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


OPENING = re.compile(r"(?:[^.;\n—–-]{0,45}[—–-]\s+)?(?:In|During|At|After|Before|Following|Under)\s[^,;.]{3,100},\s+")
COORDINATED = re.compile(r",\s+(?:and|but)\s+|\s+and\s+(?:then\s+|later\s+|again\s+)?")


def clauses_of(text: str, sentence: Span, triggers: Sequence[Trigger] = ()) -> tuple[Span, ...]:
    """Return the clauses of a sentence, gapless and in order; no trigger is cut in two."""
    cuts = {match.end() for match in CLAUSE.finditer(text, sentence.start, sentence.end)}
    cuts |= _cuts_between(text, sentence, triggers)
    cuts = {cut for cut in cuts if not any(trigger.span.start < cut < trigger.span.end for trigger in triggers)}
    edges = [sentence.start, *sorted(cuts), sentence.end]
    return tuple(Span(start, end) for start, end in pairwise(edges) if start < end)


def _cuts_between(text: str, sentence: Span, triggers: Sequence[Trigger]) -> set[int]:
    """Return where two triggers part: "In the drill ..., Seoul scrambled jets", "entered Busan and left on Monday"."""
    opening = OPENING.match(text, sentence.start, sentence.end)
    cuts: set[int] = set()
    for left, right in pairwise(triggers):
        if opening and left.span.end < opening.end() <= right.span.start:
            cuts.add(opening.end())
        for match in COORDINATED.finditer(text, left.span.end, right.span.start):
            verb_follows = match.end() == right.span.start and right.type in MOVEMENTS
            if verb_follows or (match.group().startswith(",") and {left.type, right.type} & MOVEMENTS):
                cuts.add(match.end())
    return cuts


def scope_of(clauses: Sequence[Span], trigger: Trigger, triggers: Sequence[Trigger]) -> Span:
    """Return the stretch of the sentence that belongs to a trigger: its clause and those after it without one."""
    home = next(i for i, clause in enumerate(clauses) if clause.start <= trigger.span.start < clause.end)
    first = last = home
    while last + 1 < len(clauses) and not any(clauses[last + 1].contains(other.span) for other in triggers):
        last += 1
    while first > 0 and not any(clauses[i].contains(other.span) for other in triggers for i in range(first)):
        first -= 1
    return Span(clauses[first].start, clauses[last].end)


def within_located(found: Findings, span: Span) -> list[Located]:
    """Return the places named wholly inside a span."""
    return [one for one in found.located if span.contains(one.toponym.span)]


def within(items: Iterable[Found], span: Span) -> list[Found]:
    """Return the items that lie wholly inside a span."""
    start, end = span.start, span.end
    return [item for item in items if start <= item.span.start and item.span.end <= end]
