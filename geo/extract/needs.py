"""Whether a trigger's clause holds what its rule needs besides: a ship, a harbour, two countries."""

from __future__ import annotations

import re

from geo.extract.actors import Use
from geo.extract.clauses import Findings, within, within_located
from geo.extract.families import PORT_KINDS
from geo.extract.parties import COREFERENCE, antecedent, calling_ship
from geo.extract.triggers import Trigger, trigger_rules
from geo.types import EventType, PlaceKind, Span

VESSEL = re.compile(
    r"\b(?:ships?|warships?|vessels?|flotilla|fleet|formation|destroyers?|frigates?|corvettes?|"
    r"cruisers?|carriers?|submarines?|squadron|she|group|task force|boats?|"
    r"troops|naval|navy|sailors|crews?|detachment|units?|port)\b",
    re.I,
)
SHIP = re.compile(
    r"\b(?:ships?|warships?|vessels?|flotilla|formation|destroyers?|frigates?|corvettes?|cruisers?|carriers?|"
    r"submarines?|squadron|she|task ?force|boats?|crews?|units?|detachment|fleet|group|patrollers?|cutters?|"
    r"minehunters?|minesweepers?|gunboats?|icebreakers?|building (?=(?:French )?(?-i:[A-Z])))\b",
    re.I,
)
PREFIX = re.compile(
    r"\b(?:HM[A-Z]{0,3}S|US[NC]?S|HDMS|HNoMS|HSwMS|ROKS|INS|PNS|SLNS|KRI|BRP|RSS|TCG|ESPS|NRP|ORP) (?=[A-Z])"
)
HARBOUR = re.compile(
    r"\b(?:(?:the|their|its|left)\s+(?:\w+\s+)?(?:ports?|harbou?rs?))\b", re.I
)  # of the town told before
MOVER = re.compile(
    VESSEL.pattern[:-3] + r"|aircraft|planes?|bombers?|fighters?|jets?|warplanes?|"
    r"drones?|soldiers|forces|battalions?|units?|helicopters?|"
    r"army|them|missiles?|batter(?:y|ies)|howitzers|launchers|tanks|systems?|compan(?:y|ies)|brigades?|contingents?|"
    r"platoons?|regiments?|marines|paratroopers|servicemen|Typhoons|Rafales|Gripens|artillery|armou?r)\b",
    re.I,
)


def has_needed(text: str, trigger: Trigger, scope: Span, sentence: Span, found: Findings) -> bool:
    needs = trigger_rules()[trigger.rule][0].needs
    words = text[sentence.start : sentence.end]
    if needs == "vessel":
        placed = any(scope.contains(one.toponym.span) for one in found.located)
        placed = placed or bool(HARBOUR.search(text, scope.start, scope.end))
        if trigger.span.start - scope.start <= 2 and scope.start > sentence.start:  # "entered Busan and left on Monday"
            placed = placed or bool(within_located(found, sentence))
        return placed and bool(VESSEL.search(words) or within(found.platforms, sentence))
    if needs == "port":
        return _ships_at_a_port(text, trigger, scope, sentence, found)
    if needs == "berth":
        return _is_ship_subject(text, Span(scope.start, trigger.span.start), found)
    if needs == "force":
        subject = Span(scope.start, trigger.span.start)
        moved = MOVER.search(text, subject.start, subject.end) or within(found.platforms, subject)
        return bool(moved) and bool(within_located(found, scope))
    if needs == "sender":
        subject = Span(scope.start, trigger.span.end)
        sends = any(actor.use is not Use.PLACE for actor in within(found.actors, subject))
        owned = any(one.value.country for one in within(found.platforms, subject))
        return (sends or owned) and bool(within_located(found, scope))
    if needs == "receiver":
        return bool(within_located(found, Span(scope.start, trigger.span.start)))
    if needs == "mover":
        return bool(MOVER.search(words) or within(found.platforms, sentence))
    if trigger.type is EventType.MEETING and any(
        0 <= ship.span.start - trigger.span.end <= 5 for ship in found.platforms
    ):
        return False  # ships that meet at sea hold no meeting
    if needs == "two":
        actors = [*within(found.actors, scope), *antecedent(text, sentence, found.actors)]
        caller = calling_ship(text, scope, trigger, found.platforms)
        return len({*(actor.iso3 for actor in actors), *((caller,) if caller else ())}) >= 2 or bool(
            COREFERENCE.search(text, scope.start, scope.end)
        )
    if needs == "main_clause":
        before = text[sentence.start : trigger.span.start]
        return not re.search(r"\b(?:since|after|before|when|days before|amid)\b", before, re.I)
    return True


def _ships_at_a_port(text: str, trigger: Trigger, scope: Span, sentence: Span, found: Findings) -> bool:
    """Tell whether ships stand before the trigger and a harbour right after it: "the frigate reached Durban"."""
    if not _is_ship_subject(text, Span(sentence.start, trigger.span.start), found):
        return False
    kinds = PORT_KINDS if trigger.rule == "harbour-entry" else PORT_KINDS | {PlaceKind.COUNTRY}  # Djibouti, Singapore
    return any(
        one.match and one.match.place.kind in kinds
        for one in found.located
        if trigger.span.start < one.toponym.span.start <= min(trigger.span.end + 50, scope.end)
    )


def _is_ship_subject(text: str, before: Span, found: Findings) -> bool:
    """Tell whether the words before a verb name a ship."""
    return any(pattern.search(text, before.start, before.end) for pattern in (SHIP, PREFIX)) or bool(
        within(found.platforms, before)
    )
