"""Where a trigger's event takes place: the places of its part of the sentence, in the role that the words give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.extract.actors import Actor, Use
from geo.extract.families import MOVEMENTS
from geo.extract.languages.belonging import Belonging
from geo.extract.languages.vocabulary import RoleWords, Vocabulary
from geo.types import EventPlace, EventType, Located, PlaceKind, Role, Span

BELOW = 80  # characters from a sentence to the list of corners that it announces
REACH = 40  # characters on either side of a name in which its role is said
NAME = "\ue000"  # stands for the name where a role's pattern says {P}
USUAL = {EventType.PORT_DEPARTURE: Role.ORIGIN, EventType.DEPLOYMENT: Role.DESTINATION}


def event_places(
    text: str, own: Belonging, located: Sequence[Located], actors: Sequence[Actor], words: Vocabulary
) -> tuple[EventPlace, ...]:
    """Return the places that belong to a trigger and are neither actors nor datelines."""
    kind, scope = own.trigger.type, own.scope
    acting = [actor.span for actor in actors if actor.use in (Use.ACTOR, Use.SPEAKER)]
    dateline = words.dateline.match(text, text.rfind("\n", 0, scope.start) + 1)
    places: dict[str, EventPlace] = {}
    if words.following.search(text, scope.start, scope.end):  # "in the area bounded by the points below:"
        below = next((one for one in located if one.toponym.polygon and one.toponym.span.start >= scope.start), None)
        if below and below.toponym.span.start - scope.end <= BELOW:
            places[below.match.place.place_id if below.match else below.toponym.name] = EventPlace(
                below.toponym.span.of(text), Role.LOCATION, below
            )
    for one in located:
        span = one.toponym.span
        if not scope.contains(span) or any(span.overlaps(actor) for actor in acting):
            continue
        if dateline and span.start < dateline.end():
            continue
        role = place_role(text, scope, span, kind, words)
        moves = kind in MOVEMENTS and role not in (None, Role.LOCATION)
        theirs = own.owner(span)
        if theirs is not own.trigger and not (moves and theirs.type not in MOVEMENTS):
            continue
        if theirs.type not in MOVEMENTS and _moved(text, scope, span, own, words):
            continue
        if one.match and one.match.place.kind is PlaceKind.COUNTRY:
            if (kind not in MOVEMENTS and places) or kind is EventType.PROTEST:
                continue
            if words.beside.holds(text, span.start, span.end, scope.start, scope.end):
                one = replace(one, match=None)  # "east of the Philippines": listed, not drawn
        key = one.match.place.place_id if one.match else span.of(text)
        places.setdefault(key, EventPlace(span.of(text), role or USUAL.get(kind, Role.LOCATION), one))
    return tuple(places.values())


def _moved(text: str, scope: Span, place: Span, own: Belonging, words: Vocabulary) -> bool:
    """Tell whether a movement of the same clause leaves or passes a place, so that no exercise is held there."""
    return own.trigger.type not in MOVEMENTS and any(
        place_role(text, scope, place, other.type, words) in (Role.ORIGIN, Role.VIA)
        for other in own.parts
        if other.type in MOVEMENTS
    )


def place_role(text: str, region: Span, place: Span, event: EventType, words: Vocabulary) -> Role | None:
    """Return the role that the words around a name give it, None where they say nothing."""
    before = text[max(region.start, place.start - REACH) : place.start]
    around = before + NAME + text[place.end : min(region.end, place.end + REACH)]
    for rule in words.roles.values():
        if _fits(rule, event) and rule.pattern.search(around):
            return rule.role
    return None


def _fits(rule: RoleWords, event: EventType) -> bool:
    return not rule.types or event in rule.types
