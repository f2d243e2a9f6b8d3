"""One sentence and what was found in it, to frames: events as far as that sentence tells them.

Sentences are cut into clauses; what stands in the trigger's clause belongs to
it, what stands in a clause without trigger belongs to the nearest clause before
it that has one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.extract.actors import Actor, Use
from geo.extract.clauses import Findings, clauses_of, scope_of, within, within_located
from geo.extract.dates.durations import duration_days
from geo.extract.dates.event import event_dates
from geo.extract.dates.resolvers import Anchor
from geo.extract.dates.shared import reported_day, share_dates
from geo.extract.dates.tag import DateExpression
from geo.extract.event_places import event_places
from geo.extract.families import EXERCISES, MOVEMENTS, PATROLS, REACTIONS
from geo.extract.frame import JOINING, Frame
from geo.extract.needs import has_needed
from geo.extract.parties import (
    COREFERENCE,
    antecedent,
    calling_ship,
    is_passive,
    parties_of,
    people_in,
    refers_to,
    ship_owner,
)
from geo.extract.siblings import one_per_clause
from geo.extract.status import find_status, is_generic
from geo.extract.strength import Count, find_ordinal
from geo.extract.triggers import LONGEST_SENTENCE, Trigger, refers_back
from geo.types import DateRange, EventType, Mention, Sentence, Span, Zone

JOINT = re.compile(
    r"\b(?:joint(?:ly)?|bilateral|trilateral|multilateral|multinational|combined|allied|common|conjoint|"
    r"international|three-way|together|NATO|quadrilateral|coalition|"
    r"\d+ (?:other )?(?:nations|countries|navies|air forces)|[A-Z]\w+-[A-Z]\w+(?:ese|ian|an|ish)?)\b"
)

DEFINITE = re.compile(r"\b(?:the|this|these|that|both|it|they|its|upcoming)\s+(?:[\w'’-]+\s+){0,3}$", re.I)

INDEFINITE = re.compile(
    r"\b(?:another|two|three|separate|new|first|last|previous)\s+(?:[\w'’-]+\s+){0,3}$|"
    r"\ban?\s+(?:(?!the\b|this\b|its\b|their\b)[\w'’-]+\s+){0,3}$",
    re.I,
)

FLAGS = {
    "other": re.compile(
        r"\b(?:another|previous(?:ly)?|separate|last time|had last|last (?:joint|such|combined)|"
        r"earlier (?:this|in|that|the same|joint|drills?|exercises?|patrols?))\b",
        re.I,
    ),
    "before": re.compile(r"\b(?:last|previous|earlier|last year['’]s) (?:edition|round|iteration)\b", re.I),
    "now": re.compile(r"\bthis (?:time|year)\b(?!['’])", re.I),
    "she": re.compile(r"\bshe\b", re.I),
    "with": re.compile(r"\bwith (?:the )?[A-Z]"),
    "already": re.compile(r"\balready\b", re.I),
    "also": re.compile(r"\balso\b", re.I),
    "joins": re.compile(
        r"\b(?:to join|to link up|to rendezvous|for (?:the|a|"
        r"an) (?:[\w-]+ ){0,2}(?:drill|exercise|man\w+vers?)|to meet the|to (?:take part|"
        r"participate) in)\b",
        re.I,
    ),
}

GROUP = re.compile(
    r"(?:It|They)\b|(?:The|This) (?:(?!two|three)\w+ )?"
    r"(?:group|formation|flotilla|ships|vessels|detachment|squadron|convoy|task force|fleet)\b"
)
FORCES_OF = re.compile(
    r"\b(?:ships?|warships|vessels|troops|soldiers|forces|navies|contingents?|delegations|crews|units|aircraft|marines|"
    r"sailors|personnel|servicemen|participants|paratroopers|teams)\s+(?:came\s+|come\s+)?(?:from|of)\s+(?:the\s+)?(?=[A-Z])",
    re.I,
)
RANGE = re.compile(r"\b(?:ranges?|training (?:areas?|grounds?|cent(?:re|er)s?)|proving grounds?|polygons?|main base)\b")
PATROLLING = re.compile(r"\bpatrolling\b", re.I)
LEAD = 1  # number of the last sentence whose bare "Joint Sword" is what the report tells
LISTING = {"followed-by-nations", "contribution", "composition", "participation"}


def read_frames(
    text: str, sentence: Sentence, number: int, triggers: Sequence[Trigger], found: Findings, anchor: Anchor
) -> list[Frame]:
    """Return the frames of one sentence, one a trigger that holds what its rule needs."""
    if sentence.span.end - sentence.span.start > LONGEST_SENTENCE:
        span = sentence.span
        sentence = replace(sentence, span=Span(span.start, min(span.end, span.start + LONGEST_SENTENCE)))
    if not triggers:
        triggers = _continued(text, sentence, number, found)
    elif all(
        trigger.rule in JOINING for trigger in triggers
    ):  # "sailors from ... are in it, while France is an observer"
        more = [one for one in _continued(text, sentence, number, found) if one.rule in JOINING]
        more = [one for one in more if not any(one.span.overlaps(other.span) for other in triggers)]
        triggers = sorted([*triggers, *more], key=lambda trigger: trigger.span)
    triggers = _with_what_they_need(text, sentence, triggers, found)
    clauses = clauses_of(text, sentence.span, triggers)
    anchor = replace(anchor, reported=reported_day(sentence.span, found.dates, anchor))
    frames: list[Frame] = []
    for trigger in triggers:
        scope = scope_of(clauses, trigger, triggers)
        frames.append(_frame(text, sentence, number, trigger, scope, triggers, found, anchor))
    return share_dates(one_per_clause(frames), anchor)


def _with_what_they_need(
    text: str, sentence: Sentence, triggers: Sequence[Trigger], found: Findings
) -> tuple[Trigger, ...]:
    """Return the triggers whose clause holds what their rule needs; the others part no clauses."""
    clauses = clauses_of(text, sentence.span, triggers)
    kept: list[Trigger] = []
    for trigger in triggers:
        readings = (trigger, *trigger.instead)
        fit = [one for one in readings if has_needed(text, one, scope_of(clauses, one, triggers), sentence.span, found)]
        kept += [one for one in fit[:1] if not any(one.span.overlaps(other.span) for other in kept)]
    return tuple(kept)


def _continued(text: str, sentence: Sentence, number: int, found: Findings) -> tuple[Trigger, ...]:
    """Return a trigger for a sentence without one that goes on with what was told.

    It lists forces of several countries, two figures or more, the corners of areas or the ranges that are used.
    """
    span = sentence.span
    areas = [one.toponym.span for one in within_located(found, span) if one.toponym.polygon]
    if areas:
        return (Trigger(areas[0], EventType.JOINT_EXERCISE, "composition"),)
    if sentence.zone is not Zone.BODY:
        return ()
    named = [name for name in within(found.names, span) if name.value.series]
    dated = bool(within(found.dates, span))
    if named and number <= LEAD and (dated or len({one.iso3 for one in within(found.actors, span)}) > 1):
        return (Trigger(named[0].span, EventType.JOINT_EXERCISE, "named-exercise"),)
    forces = FORCES_OF.search(text, span.start, span.end)
    if forces and len({one.iso3 for one in within(found.actors, span) if one.span.start >= forces.start()}) > 1:
        return (Trigger(Span(*forces.span()), EventType.JOINT_EXERCISE, "participation"),)
    ground = RANGE.search(text, span.start, span.end)
    if ground and within_located(found, span):
        return (Trigger(Span(*ground.span()), EventType.JOINT_EXERCISE, "composition"),)
    figures = [count for count in within(found.counts, span) if not count.single]
    if len({count.unit for count in figures}) > 1:
        return (Trigger(figures[0].span, EventType.JOINT_EXERCISE, "composition"),)
    return ()


def _frame(
    text: str,
    sentence: Sentence,
    number: int,
    trigger: Trigger,
    scope: Span,
    triggers: Sequence[Trigger],
    found: Findings,
    anchor: Anchor,
) -> Frame:
    status = find_status(text, scope, trigger.span)
    names = list(within(found.names, scope)) or [
        name
        for name in within(found.names, sentence.span)
        if len(triggers) == 1
        or refers_back(trigger)
        or (trigger.type in EXERCISES and not any(_stands_by(name, other) for other in triggers))
    ]
    name = min(names, key=lambda item: abs(item.span.start - trigger.span.start), default=None)
    before = text[max(sentence.span.start, trigger.span.start - 45) : trigger.span.start]
    home = next(clause for clause in clauses_of(text, scope, triggers) if clause.overlaps(trigger.span))
    actors = within(found.actors, Span(home.start, scope.end)) or within(found.actors, scope)
    if trigger.type is EventType.MEETING:
        actors = [*antecedent(text, sentence.span, found.actors), *actors]
    participants, observers = parties_of(text, scope, trigger, actors)
    participants = (
        _told_after_another(trigger, triggers, actors, found)
        or participants
        or _by_their_ships(text, scope, trigger, found)
    )
    caller = calling_ship(text, scope, trigger, found.platforms)
    participants = tuple(dict.fromkeys((*participants, *((caller,) if caller else ()))))
    together = (
        len(participants) > 1 and trigger.type is EventType.DEPLOYMENT and PATROLLING.search(trigger.span.of(text))
    )
    kind = EventType.JOINT_NAVAL_PATROL if together else trigger.type
    refers = COREFERENCE.search(text, scope.start, scope.end)
    named_trigger = trigger.type in EXERCISES
    dates = event_dates(text, scope, sentence.span, trigger, triggers, found.dates, replace(anchor, tense=status.tense))
    return Frame(
        type=kind,
        trigger=replace(trigger, type=kind),
        sentence=sentence,
        number=number,
        status=status,
        definite=refers_back(trigger) or (bool(DEFINITE.search(before)) and not INDEFINITE.search(before)),
        joint=bool(
            JOINT.search(text, max(scope.start, trigger.span.start - 80), min(scope.end, trigger.span.end + 60))
        ),
        generic=is_generic(text, trigger.span, dates != DateRange()),
        participants=participants,
        observers=observers,
        owner=ship_owner(found.platforms, trigger.span.start),
        speakers=tuple(dict.fromkeys(actor.iso3 for actor in actors if actor.use is Use.SPEAKER)),
        people=people_in(text, actors) if trigger.type is EventType.MEETING else (),
        refers=refers_to(refers.group()) if refers else 0,
        name=name.value.name if name and named_trigger else None,
        series=name.value.series if name and named_trigger else None,
        days=duration_days(text, scope.start, scope.end) if named_trigger else None,
        dates=dates,
        places=event_places(text, scope, sentence.span, trigger, triggers, found),
        counts=_counts(trigger, scope, actors, found),
        platforms=tuple(within(found.platforms, scope)),
        ordinal=find_ordinal(text, scope),
        mentions=_mentions(text, name, actors, within(found.dates, scope)),
        clause=scope,
        flags=frozenset(flag for flag, pattern in FLAGS.items() if pattern.search(text, scope.start, scope.end))
        | ({"group"} if GROUP.match(text, sentence.span.start) else set()),
    )


def _told_after_another(
    trigger: Trigger, triggers: Sequence[Trigger], actors: Sequence[Actor], found: Findings
) -> tuple[str, ...]:
    """Return whose craft moves where it alone stands after another verb: "jets rose when two Tu-142s flew"."""
    others = [other.span.end for other in triggers if other.span.end <= trigger.span.start]
    if trigger.type not in MOVEMENTS or not others:
        return ()
    between = Span(max(others), trigger.span.start)
    craft = tuple(dict.fromkeys(one.value.country for one in within(found.platforms, between) if one.value.country))
    return () if within(actors, between) else craft


def _by_their_ships(text: str, scope: Span, trigger: Trigger, found: Findings) -> tuple[str, ...]:
    """Return whose ships and aircraft stand before a verb where no country does: "USS Nimitz had put into Busan"."""
    craft = [one for one in within(found.platforms, scope) if one.value.country]
    if trigger.type is EventType.MONITORING and is_passive(text, scope, trigger):
        craft = [
            one
            for one in craft
            if re.match(r"[^.;,]{0,30}\bby\s+(?:the\s+)?$", text[trigger.span.end : one.span.start])
        ]
    elif trigger.type in MOVEMENTS | EXERCISES | REACTIONS | PATROLS:
        craft = [one for one in craft if one.span.start < trigger.span.start]
    else:
        return ()
    return tuple(dict.fromkeys(one.value.country for one in craft))


def _mentions(
    text: str, name: Mention | None, actors: Sequence[Actor], dates: Sequence[DateExpression]
) -> tuple[Mention, ...]:
    return (
        *((name,) if name else ()),
        *(Mention("actor", actor.span, actor.iso3, actor.rule) for actor in actors),
        *(Mention("date", date.span, date.span.of(text), date.rule) for date in dates if not date.reported),
    )


def _counts(trigger: Trigger, scope: Span, actors: Sequence[Actor], found: Findings) -> tuple[Count, ...]:
    """Return the figures of a clause; what one country sends is its own, "a frigate" counts only in such a list."""
    counts = within(found.counts, scope)
    if trigger.rule not in LISTING and not any(not count.single for count in counts):
        return ()
    who = {actor.iso3.lower() for actor in actors if actor.span.start < trigger.span.start}
    if trigger.rule == "contribution" and len(who) == 1:
        owner = who.pop()
        counts = [count if count.iso3 else replace(count, iso3=owner) for count in counts]
    return tuple(count for count in counts if count.unit != "nations" or count.iso3 is None)


def _stands_by(name: Mention, trigger: Trigger) -> bool:
    """Tell whether a name is already another trigger's: '"Ssangyong" landing exercise'."""
    return trigger.type in EXERCISES and -3 <= trigger.span.start - name.span.end <= 5
