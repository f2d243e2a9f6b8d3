"""One sentence and what was found in it, to frames: events as far as that sentence tells them.

Sentences are cut into clauses; what stands in the trigger's clause belongs to
it, what stands in a clause without trigger belongs to the nearest clause before
it that has one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.extract.actors import Use
from geo.extract.clauses import Findings, clauses_of, scope_of, within
from geo.extract.date_resolvers import Anchor
from geo.extract.durations import duration_days
from geo.extract.event_dates import event_dates
from geo.extract.event_places import event_places
from geo.extract.families import EXERCISES, MOVEMENTS
from geo.extract.intervals import may_be_same_time, merged_dates
from geo.extract.parties import COREFERENCE, antecedent, parties_of, people_in, refers_to
from geo.extract.shared_dates import reported_day, share_dates
from geo.extract.status import Status, find_status, is_generic
from geo.extract.strength import Count, find_ordinal
from geo.extract.triggers import Trigger, trigger_rules
from geo.types import DateRange, EventPlace, EventType, Mention, PlaceKind, Sentence, Span

VESSEL = re.compile(
    r"\b(?:ships?|warships?|vessels?|flotilla|fleet|formation|destroyers?|frigates?|corvettes?|"
    r"cruisers?|carriers?|submarines?|squadron|she|group|task force|boats?|"
    r"troops|naval|navy|sailors|crews?|port)\b",
    re.I,
)

SHIP = re.compile(
    r"\b(?:ships?|warships?|vessels?|flotilla|formation|destroyers?|frigates?|corvettes?|cruisers?|carriers?|"
    r"submarines?|squadron|she|task force|boats?|crews?)\b",
    re.I,
)
HARBOUR = re.compile(
    r"\b(?:(?:the|their|its|left)\s+(?:\w+\s+)?(?:ports?|harbou?rs?))\b", re.I
)  # of the town told before
PORT_KINDS = {PlaceKind.CITY, PlaceKind.PORT, PlaceKind.BASE, PlaceKind.ISLAND, PlaceKind.OTHER}

MOVER = re.compile(
    VESSEL.pattern[:-3] + r"|aircraft|planes?|bombers?|fighters?|jets?|warplanes?|"
    r"drones?|soldiers|forces|battalions?|units?|helicopters?|"
    r"army|them|missiles?)\b",
    re.I,
)

JOINT = re.compile(
    r"\b(?:joint(?:ly)?|bilateral|trilateral|multilateral|multinational|combined|allied|"
    r"international|three-way|together|NATO|quadrilateral|coalition|"
    r"[A-Z]\w+-[A-Z]\w+(?:ese|ian|an|ish)?)\b"
)

DEFINITE = re.compile(r"\b(?:the|this|these|that|both|it|they|its|upcoming)\s+(?:[\w'’-]+\s+){0,3}$", re.I)

INDEFINITE = re.compile(r"\b(?:an?|another|two|three|separate|new|first|last|previous)\s+(?:[\w'’-]+\s+){0,3}$", re.I)

FLAGS = {
    "other": re.compile(
        r"\b(?:another|previous(?:ly)?|separate|last time|had last|last (?:joint|such|combined)|"
        r"earlier (?:this|in|that|the same|joint|drills?|exercises?|patrols?))\b",
        re.I,
    ),
    "she": re.compile(r"\bshe\b"),
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

JOINING = {"participation", "contribution"}  # who takes part, told after the exercise itself
GROUP = re.compile(r"(?:The|This) (?:group|formation|flotilla|ships|vessels|detachment|squadron)\b|They\b")
REFERRING = {
    "edition",
    "participation",
    "contribution",
    "composition",
    "named-exercise",
    "earlier-one",
    "that-patrol",
}  # rules that speak of an exercise told before


@dataclass(frozen=True, slots=True)
class Frame:
    """An event as one sentence tells it."""

    type: EventType
    trigger: Trigger
    sentence: Sentence
    number: int  # of the sentence
    status: Status
    definite: bool
    joint: bool
    generic: bool
    participants: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    refers: int = 0  # "the two countries" -> 2; 0 where nothing refers back
    name: str | None = None
    series: str | None = None
    dates: DateRange = DateRange()
    days: int | None = None  # how long an exercise lasts
    places: tuple[EventPlace, ...] = ()
    counts: tuple[Count, ...] = ()
    platforms: tuple[Mention, ...] = ()
    ordinal: int | None = None
    clause: Span = Span(0, 0)
    flags: frozenset[str] = frozenset()  # "already": done by publication; "joins": on the way to an exercise


def read_frames(
    text: str, sentence: Sentence, number: int, triggers: Sequence[Trigger], found: Findings, anchor: Anchor
) -> list[Frame]:
    """Return the frames of one sentence, one a trigger that holds what its rule needs."""
    clauses = clauses_of(text, sentence.span, triggers)
    anchor = replace(anchor, reported=reported_day(sentence.span, found.dates, anchor))
    frames: list[Frame] = []
    for trigger in triggers:
        scope = scope_of(clauses, trigger, triggers)
        if not _has_needed(text, trigger, scope, sentence.span, found):
            continue
        frames.append(_frame(text, sentence, number, trigger, scope, triggers, found, anchor))
    return share_dates(_one_per_clause(frames), anchor)


def _has_needed(text: str, trigger: Trigger, scope: Span, sentence: Span, found: Findings) -> bool:
    needs = trigger_rules()[trigger.rule][0].needs
    words = text[sentence.start : sentence.end]
    if needs == "vessel":
        placed = any(scope.contains(one.toponym.span) for one in found.located)
        placed = placed or bool(HARBOUR.search(text, scope.start, scope.end))
        return placed and bool(VESSEL.search(words) or within(found.platforms, sentence))
    if needs == "port":
        return _ships_at_a_port(text, trigger, scope, found)
    if needs == "mover":
        return bool(MOVER.search(words) or within(found.platforms, sentence))
    if trigger.type is EventType.MEETING and any(
        0 <= ship.span.start - trigger.span.end <= 5 for ship in found.platforms
    ):
        return False  # ships that meet at sea hold no meeting
    if needs == "two":
        actors = [*within(found.actors, scope), *antecedent(text, sentence, found.actors)]
        return len({actor.iso3 for actor in actors}) >= 2
    if needs == "main_clause":
        before = text[sentence.start : trigger.span.start]
        return not re.search(r"\b(?:since|after|before|when|days before|amid)\b", before, re.I)
    return True


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
        or trigger.rule in REFERRING
        or (trigger.type in EXERCISES and not any(_stands_by(name, other) for other in triggers))
    ]
    name = min(names, key=lambda item: abs(item.span.start - trigger.span.start), default=None)
    before = text[max(sentence.span.start, trigger.span.start - 45) : trigger.span.start]
    home = next(clause for clause in clauses_of(text, scope, triggers) if clause.overlaps(trigger.span))
    actors = within(found.actors, Span(home.start, scope.end)) or within(found.actors, scope)
    if trigger.type is EventType.MEETING:
        actors = [*antecedent(text, sentence.span, found.actors), *actors]
    participants, observers = parties_of(text, scope, trigger, actors)
    if not participants and trigger.type in MOVEMENTS | EXERCISES:  # "USS Nimitz had put into Busan"
        ships = [mention for mention in within(found.platforms, scope) if mention.span.start < trigger.span.start]
        participants = tuple(
            dict.fromkeys(
                mention.value.country for mention in ships if mention.value.kind == "ship" and mention.value.country
            )
        )
    refers = COREFERENCE.search(text, scope.start, scope.end)
    named_trigger = trigger.type in EXERCISES
    return Frame(
        type=trigger.type,
        trigger=trigger,
        sentence=sentence,
        number=number,
        status=status,
        definite=trigger.rule in REFERRING or (bool(DEFINITE.search(before)) and not INDEFINITE.search(before)),
        joint=bool(
            JOINT.search(text, max(scope.start, trigger.span.start - 80), min(scope.end, trigger.span.end + 60))
        ),
        generic=is_generic(text, trigger.span),
        participants=participants,
        observers=observers,
        speakers=tuple(dict.fromkeys(actor.iso3 for actor in actors if actor.use is Use.SPEAKER)),
        people=people_in(text, actors) if trigger.type is EventType.MEETING else (),
        refers=refers_to(refers.group()) if refers else 0,
        name=name.value.name if name and named_trigger else None,
        series=name.value.series if name and named_trigger else None,
        days=duration_days(text, scope.start, scope.end) if named_trigger else None,
        dates=event_dates(
            text, scope, sentence.span, trigger, triggers, found.dates, replace(anchor, tense=status.tense)
        ),
        places=event_places(text, scope, sentence.span, trigger, triggers, found),
        counts=tuple(within(found.counts, scope)),
        platforms=tuple(within(found.platforms, scope)),
        ordinal=find_ordinal(text, scope),
        clause=scope,
        flags=frozenset(flag for flag, pattern in FLAGS.items() if pattern.search(text, scope.start, scope.end))
        | ({"group"} if GROUP.match(text, sentence.span.start) else set()),
    )


def _stands_by(name: Mention, trigger: Trigger) -> bool:
    """Tell whether a name is already another trigger's: '"Ssangyong" landing exercise'."""
    return trigger.type in EXERCISES and -3 <= trigger.span.start - name.span.end <= 5


def _ships_at_a_port(text: str, trigger: Trigger, scope: Span, found: Findings) -> bool:
    """Tell whether ships stand before the trigger and a harbour right after it: "the frigate reached Durban"."""
    subject = Span(scope.start, trigger.span.start)
    if not (SHIP.search(text, subject.start, subject.end) or within(found.platforms, subject)):
        return False
    return any(
        one.match and one.match.place.kind in PORT_KINDS
        for one in found.located
        if trigger.span.end <= one.toponym.span.start <= min(trigger.span.end + 50, scope.end)
    )


def _one_per_clause(frames: Sequence[Frame]) -> list[Frame]:
    """Keep one frame a type and clause: "the drill ... an exercise" in one clause is one event."""
    kept: list[Frame] = []
    for frame in frames:
        family = EXERCISES if frame.type in EXERCISES else {frame.type}
        twin = next((i for i, other in enumerate(kept) if other.type in family and other.clause == frame.clause), None)
        if twin is None:
            kept.append(frame)
            continue
        if frame.trigger.rule in JOINING:
            kept[twin] = _with_those_of(kept[twin], frame)
        if kept[twin].dates == DateRange() and frame.dates != DateRange():
            kept[twin] = replace(
                kept[twin] if frame.trigger.rule in JOINING else frame,
                dates=frame.dates,
                definite=frame.definite and kept[twin].definite,
                joint=frame.joint or kept[twin].joint,
            )
        elif frame.dates != DateRange() and may_be_same_time(kept[twin].dates, frame.dates):
            kept[twin] = replace(kept[twin], dates=merged_dates(kept[twin].dates, frame.dates))  # "begins ... until"
        elif frame.joint and not kept[twin].joint:
            kept[twin] = replace(kept[twin], joint=True)
    return kept


def _with_those_of(frame: Frame, other: Frame) -> Frame:
    return replace(
        frame,
        participants=tuple(dict.fromkeys((*frame.participants, *other.participants))),
        observers=tuple(dict.fromkeys((*frame.observers, *other.observers))),
    )
