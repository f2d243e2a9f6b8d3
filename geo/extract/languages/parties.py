"""Who takes part in a trigger's event, who only watches and who speaks, among the actors of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.extract.actors import Actor, Use
from geo.extract.clauses import within
from geo.extract.families import MOVEMENTS
from geo.extract.languages.findings import Found
from geo.extract.languages.vocabulary import Vocabulary
from geo.extract.triggers import Trigger
from geo.types import EventType, Span

WATCHERS = {EventType.SCRAMBLE, EventType.MONITORING, EventType.PROTEST, EventType.MISSILE_LAUNCH, EventType.CLOSURE}
LINK = re.compile(  # between coordinated countries: "中国海軍及びロシア", "США и "
    r"(?:人民)?(?:[海空陆陸]?[军軍]|方)?(?:の)?\s?(?:、|,|，|和|与|及び|及|並びに|と|・|и)\s?"
)
WATCHING_REACH = {True: 60, False: 16}  # characters between observers and the word that says so


def parties_of(
    text: str,
    scope: Span,
    sentence: Span,
    trigger: Trigger,
    found: Found,
    words: Vocabulary,
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return (participants, observers, speakers) among the actors of a clause."""
    inside = within(found.actors, scope)
    acting = [actor for actor in inside if actor.use is Use.ACTOR]
    speaking = [actor for actor in within(found.actors, sentence) if actor.use is Use.SPEAKER]
    marker = words.observers.search(text, scope.start, scope.end)
    observing = watching(text, acting, marker, words) if marker else []
    acting = [actor for actor in acting if actor not in observing]
    before = [actor for actor in acting if actor.span.end <= trigger.span.start]
    earlier = [
        actor for actor in within(found.actors, sentence) if actor.use is Use.ACTOR and actor.span.end <= scope.start
    ]
    if trigger.type in MOVEMENTS and words.modifies.match(text, trigger.span.end):
        described = [actor for actor in inside if actor.use is Use.ACTOR and actor.span.start >= trigger.span.end]
        acting = _run(text, described) or before
    elif trigger.type in MOVEMENTS:
        ships = [one.value.country for one in within(found.platforms, scope) if one.value.country]
        acting = before or (acting if words.spaced else [])
        if not acting and ships:
            return tuple(dict.fromkeys(ships)), (), ()
    elif trigger.type in WATCHERS:
        acting = _subject(text, before) or acting[:1]
    elif trigger.type in (EventType.MEETING, EventType.AGREEMENT) and len({actor.iso3 for actor in acting}) < 2:
        acting = [*earlier, *acting]
    return codes_of(acting or earlier), codes_of(observing), codes_of(speaking)


def _subject(text: str, before: Sequence[Actor]) -> list[Actor]:
    """Return the actor nearest before a verb and those coordinated with it ("the United States and Canada")."""
    first = len(before) - 1
    while first > 0 and LINK.fullmatch(text, before[first - 1].span.end, before[first].span.start):
        first -= 1
    return _run(text, before[max(first, 0) :])


def _run(text: str, actors: Sequence[Actor]) -> list[Actor]:
    """Return the first actor and those coordinated with it."""
    run = list(actors[:1])
    for actor in actors[1:]:
        if not LINK.fullmatch(text, run[-1].span.end, actor.span.start):
            break
        run.append(actor)
    return run


def watching(text: str, acting: Sequence[Actor], marker: re.Match[str], words: Vocabulary) -> list[Actor]:
    """Return who stands beside a word for observers, with no end of a clause between."""
    found = []
    for actor in acting:
        first, last = sorted((Span(*marker.span()), actor.span))
        if last.start - first.end <= WATCHING_REACH[words.spaced] and not words.clause_end.search(
            text, first.end, last.start
        ):
            found.append(actor)
    return found


def codes_of(actors: Sequence[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.iso3 for actor in actors))
