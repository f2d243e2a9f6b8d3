"""Where a trigger's event takes place: the places of its clause that are neither actors nor datelines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.extract.actors import Use
from geo.extract.clauses import Findings, within, within_located
from geo.extract.families import EXERCISES, MOVEMENTS, PORT_KINDS
from geo.extract.roles import ORIGIN, place_role
from geo.extract.triggers import Trigger
from geo.types import EventPlace, EventType, Located, Role, Span

CONTEXT_BEFORE = re.compile(
    r"\b(?:(?:invasion|war|conflict|attack)\s+(?:of|in|on|against)|"
    r"[Mm]inistry(?:\s+of\s+[\w ]{3,20})?\s+in)\s+(?:the\s+)?$",
    re.I,
)
SAME_PLACE = re.compile(
    r"\bthe same (?:sea )?(?:range|area|place|waters|island|base|port|strait|spot|region)\b|"
    r"\b(?P<here>here)\b(?=\s+(?:on|in|this|last|today|yesterday|from|between|until)\b|[,.])|"
    r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had|will|would|may|might|can|could|to)\b)",
    re.I,
)
LONGEST_DATELINE = 60  # characters
REACH = 400  # characters back to what "there" means
HOSTS = re.compile(r"\s(?:will\s+)?host(?:s|ed)?\b")  # "Tokyo hosted a summit": where it was
PORT_REACH = 800  # characters back to the harbour where ships berth
WITH_BEFORE = re.compile(r"\b(?:with|by|of)\s+(?:the\s+)?\Z", re.I)

DATELINE = re.compile(
    r"\([A-Z][\w .-]{1,30}=[^()\n]{2,40}\)\s|"  # "(Seoul=Reporter Kim)"
    r"[A-Z]{3}[A-Z ,./'-]{0,60}(?:[A-Z][a-z]{2,8}\.? ?\d{1,2}(?:, \d{4})?)?\s?(?:\([\w /.-]{2,40}\))?\s?[-–—]{1,2}\s|"
    r"[A-Z][A-Za-z ,./'-]{2,45}?(?:\([\w /.-]{2,40}\)\s*)?\s?(?:[-–—]{1,2}|:)\s|"
    r"[A-Z]{3}[A-Z ,./'-]{0,30}[A-Za-z0-9 ,.]{0,20}\s[-–—]\s|"
    r"[A-Z]{3}[A-Z ,./'-]{0,40}\d{0,2}\.?\s*(?:\(|/)"
)

DIRECTION_BEFORE = re.compile(
    r"\b(?:north|south|east|west|central)(?:ern|east|west|eastern|western)?\s+(?:of\s+)?$", re.I
)


def event_places(
    text: str, scope: Span, sentence: Span, trigger: Trigger, triggers: Sequence[Trigger], found: Findings
) -> tuple[EventPlace, ...]:
    """Return the places of a clause that are where something is, not who does it."""
    places: dict[str, EventPlace] = {}
    inside = within_located(found, scope)
    acting = [actor.span for actor in within(found.actors, scope) if actor.use is not Use.PLACE] if inside else []
    dateline = DATELINE.match(text, sentence.start, sentence.end)
    datelines = [Span(*dateline.span())] if dateline else []
    for one in inside:
        span = one.toponym.span
        visited = (
            trigger.type in MOVEMENTS
            and span.start >= trigger.span.end
            and not WITH_BEFORE.search(text[max(0, span.start - 12) : span.start])
        )
        hosts = trigger.type is EventType.MEETING and HOSTS.match(text, span.end) is not None
        if any(span.overlaps(actor) for actor in acting) and not (visited or hosts):
            continue
        if CONTEXT_BEFORE.search(text[max(0, span.start - 45) : span.start]) or _is_of_another(
            text, span, trigger, triggers
        ):
            continue
        if any(span.overlaps(dateline) for dateline in datelines):
            continue
        kind = one.match.place.kind.value if one.match else ""
        direction = DIRECTION_BEFORE.search(text, max(0, span.start - 16), span.start)
        if kind == "country" and direction:
            one = replace(one, match=None)  # "eastern China" is no row of the gazetteer: listed, not drawn
            span = Span(direction.start(), span.end)
        role = place_role(text, sentence, span, trigger.type)
        key = one.match.place.place_id if one.match else span.of(text)
        if key not in places or (places[key].role is Role.LOCATION and role is not Role.LOCATION):
            places[key] = EventPlace(span.of(text), role, one)
    if not places and (before := _referred_to(text, scope, found, acting)):
        return (EventPlace(before.toponym.span.of(text), place_role(text, sentence, scope, trigger.type), before),)
    if not places and trigger.rule == "harbour-told-before" and (port := _port_before(scope, found, acting)):
        return (EventPlace(port.toponym.span.of(text), Role.LOCATION, port),)
    return tuple(places.values())


def _referred_to(text: str, scope: Span, found: Findings, acting: Sequence[Span]) -> Located | None:
    """Return the place that "there" and "the same island" mean: the last that does not act, or the topic."""
    words = SAME_PLACE.search(text, scope.start, scope.end)
    if words is None:
        return None
    if words["here"]:  # where the report was written, said first
        return next((one for one in found.located if one.match and one.toponym.span.start < LONGEST_DATELINE), None)
    named = [
        one
        for one in found.located
        if one.match and words.start() - REACH <= one.toponym.span.start and one.toponym.span.end <= words.start()
    ]
    still = [one for one in named if not any(one.toponym.span.overlaps(actor) for actor in acting)]
    return still[-1] if still else named[0] if named else None


def _port_before(scope: Span, found: Findings, acting: Sequence[Span]) -> Located | None:
    """Return the harbour told last before a clause: "... opened in Karachi. The destroyer had berthed on Wednesday"."""
    ports = [
        one
        for one in found.located
        if one.match
        and one.match.place.kind in PORT_KINDS
        and scope.start - PORT_REACH <= one.toponym.span.start < scope.start
        and not any(one.toponym.span.overlaps(actor) for actor in acting)
    ]
    return ports[-1] if ports else None


def _is_of_another(text: str, place: Span, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Tell whether a place belongs to another trigger: one that stands between, or one that it is the origin of."""
    first, last = sorted((place, trigger.span))
    others = [
        other
        for other in triggers
        if other is not trigger and other.type is not trigger.type and first.end <= other.span.start < last.start
    ]
    if trigger.type in EXERCISES:
        moved = any(other.type in MOVEMENTS for other in triggers)
        if moved and ORIGIN.search(text[max(0, place.start - 40) : place.start]):
            return True
        return place.start > trigger.span.start and any(other.type in MOVEMENTS for other in others)
    return bool(others)
