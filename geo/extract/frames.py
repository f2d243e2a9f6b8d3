"""One sentence and what was found in it, to frames: events as far as that sentence tells them.

Sentences are cut into clauses; what stands in the trigger's clause belongs to
it, what stands in a clause without trigger belongs to the nearest clause before
it that has one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.extract.actors import Actor, Use
from geo.extract.dates import Anchor, DateExpression
from geo.extract.roles import place_role
from geo.extract.status import Status, find_status, is_generic
from geo.extract.strength import Count, find_ordinal
from geo.extract.triggers import Trigger, trigger_rules
from geo.text.numbers import parse_number
from geo.types import Assertion, DateRange, EventPlace, EventType, Located, Mention, Precision, Role, Sentence, Span

CLAUSE = re.compile(
    r"[;:]\s+|,\s+(?=(?:at a time when|having)\s)|,\s+(?=(?:and\s+)?(?:as|while|after|before|when|whereas|prompting|following|but|although|which|who|where|with which)\s)"
    r"|,?\s+(?=(?:after|before|while|whereas|prompting|although|in response to|shortly before|days before|as (?:the|a|four|\w+ese|[A-Z]\w+))\s)"
)
VESSEL = re.compile(
    r"\b(?:ships?|warships?|vessels?|flotilla|fleet|formation|destroyers?|frigates?|corvettes?|cruisers?|carriers?|submarines?|squadron|she|group|task force|boats?|"
    r"troops|naval|navy|sailors|port)\b",
    re.I,
)
MOVER = re.compile(VESSEL.pattern[:-3] + r"|aircraft|planes?|bombers?|fighters?|jets?|warplanes?|drones?|soldiers|forces|battalions?|units?|helicopters?|army|them|missiles?)\b", re.I)
JOINT = re.compile(
    r"\b(?:joint(?:ly)?|bilateral|trilateral|multilateral|multinational|combined|allied|international|three-way|together|NATO|quadrilateral|coalition|"
    r"[A-Z]\w+-[A-Z]\w+(?:ese|ian|an|ish)?)\b"
)
DEFINITE = re.compile(r"\b(?:the|this|these|that|both|it|they|its|upcoming)\s+(?:[\w'’-]+\s+){0,3}$", re.I)
INDEFINITE = re.compile(r"\b(?:an?|another|two|three|separate|new|first|last|previous)\s+(?:[\w'’-]+\s+){0,3}$", re.I)
COREFERENCE = re.compile(
    r"\b(?:the (?:two|three|four) (?:countries|nations|sides|navies|militaries|air forces|armies|fleets|neighbou?rs|allies|forces|partners)|both (?:countries|nations|sides|"
    r"navies|militaries|armies|fleets|forces)|the trio|the countries|the pair|the (?:two|three)\b|between (?:the|their) (?:two|three|armies|navies))",
    re.I,
)
SPEAKS_AFTER = re.compile(r"\s+(?:said|says|told|added|stated|announced)\b")
OBSERVERS = re.compile(r"\b(?:as observers?|sent observers|observers? from|have sent observers|observed by|to observe|observer status|invited to observe)\b", re.I)
DURATION = re.compile(r"\b(?P<n>\w+)-day\b", re.I)
FLAGS = {
    "other": re.compile(r"\b(?:another|previous|earlier|separate|last time|had last|last joint)\b", re.I),
    "already": re.compile(r"\balready\b", re.I),
    "joins": re.compile(r"\b(?:to join|to link up|to rendezvous|for (?:the|a|an) (?:[\w-]+ ){0,2}(?:drill|exercise|man\w+vers?)|to (?:take part|participate) in)\b", re.I),
}
REACTIONS = {EventType.MISSILE_LAUNCH, EventType.SCRAMBLE, EventType.MONITORING, EventType.PROTEST, EventType.TRANSIT}
REFERRING = {"edition", "participation", "named-exercise"}  # rules that speak of an exercise told before
PATROLS = {EventType.JOINT_AIR_PATROL, EventType.JOINT_NAVAL_PATROL}
MOVEMENTS = {EventType.PORT_DEPARTURE, EventType.PORT_CALL, EventType.TRANSIT, EventType.DEPLOYMENT}
EXERCISES = {EventType.JOINT_EXERCISE, EventType.UNILATERAL_EXERCISE}


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a whole report, in text order; offsets into its text."""

    actors: tuple[Actor, ...]
    dates: tuple[DateExpression, ...]
    counts: tuple[Count, ...]
    names: tuple[Mention, ...]  # masked exercise names
    platforms: tuple[Mention, ...]
    located: tuple[Located, ...]


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
    places: tuple[EventPlace, ...] = ()
    counts: tuple[Count, ...] = ()
    platforms: tuple[Mention, ...] = ()
    ordinal: int | None = None
    clause: Span = Span(0, 0)
    flags: frozenset[str] = frozenset()  # "already": done by publication; "joins": on the way to an exercise


def clauses_of(text: str, sentence: Span, triggers: Sequence[Trigger] = ()) -> tuple[Span, ...]:
    """Return the clauses of a sentence, gapless and in order; no trigger is cut in two."""
    cuts = [match.end() for match in CLAUSE.finditer(text, sentence.start, sentence.end)]
    cuts = [cut for cut in cuts if not any(trigger.span.start < cut < trigger.span.end for trigger in triggers)]
    edges = [sentence.start, *cuts, sentence.end]
    return tuple(Span(start, end) for start, end in zip(edges, edges[1:], strict=False) if start < end)


def read_frames(
    text: str, sentence: Sentence, number: int, triggers: Sequence[Trigger], found: Findings, anchor: Anchor
) -> list[Frame]:
    """Return the frames of one sentence, one a trigger that holds what its rule needs."""
    clauses = clauses_of(text, sentence.span, triggers)
    anchor = replace(anchor, reported=_reported_day(sentence.span, found.dates, anchor))
    frames: list[Frame] = []
    for trigger in triggers:
        scope = _scope(clauses, trigger, triggers)
        if not _has_needed(text, trigger, scope, sentence.span, found):
            continue
        frames.append(_frame(text, sentence, number, trigger, scope, triggers, found, anchor))
    return _share_dates(_one_per_clause(frames), anchor)


def _reported_day(sentence: Span, dates: Sequence[DateExpression], anchor: Anchor) -> dt.date | None:
    """Return the day on which the sentence's news was told ("announced late on Tuesday")."""
    told = [date.resolve(replace(anchor, tense="past")) for date in _within(dates, sentence) if date.reported]
    return next((one.end for one in told if one and one.precision is Precision.DAY), None)


def _scope(clauses: Sequence[Span], trigger: Trigger, triggers: Sequence[Trigger]) -> Span:
    """Return the stretch of the sentence that belongs to a trigger: its clause and those after it without one."""
    home = next(i for i, clause in enumerate(clauses) if clause.start <= trigger.span.start < clause.end)
    first = last = home
    while last + 1 < len(clauses) and not any(clauses[last + 1].contains(other.span) for other in triggers):
        last += 1
    while first > 0 and not any(clauses[i].contains(other.span) for other in triggers for i in range(first)):
        first -= 1
    return Span(clauses[first].start, clauses[last].end)


def _within(items: Sequence[Actor] | Sequence[DateExpression] | Sequence[Count] | Sequence[Mention], span: Span) -> list:  # type: ignore[type-arg]
    return [item for item in items if span.contains(item.span)]


def _has_needed(text: str, trigger: Trigger, scope: Span, sentence: Span, found: Findings) -> bool:
    needs = trigger_rules()[trigger.rule][0].needs
    words = text[scope.start : scope.end]
    if needs == "vessel":
        return bool(VESSEL.search(words) or _within(found.platforms, scope)) and any(scope.contains(place.toponym.span) for place in found.located)
    if needs == "mover":
        return bool(MOVER.search(words) or _within(found.platforms, sentence))
    if needs == "two":
        return len({actor.iso3 for actor in _within(found.actors, scope)}) >= 2
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
    names = [name for name in _within(found.names, scope)] or [
        name for name in _within(found.names, sentence.span) if len(triggers) == 1 or trigger.type in EXERCISES
    ]
    name = min(names, key=lambda item: abs(item.span.start - trigger.span.start), default=None)
    before = text[max(sentence.span.start, trigger.span.start - 45) : trigger.span.start]
    home = next(clause for clause in clauses_of(text, scope, triggers) if clause.overlaps(trigger.span))
    actors = _within(found.actors, Span(home.start, scope.end)) or _within(found.actors, scope)
    participants, observers = _parties(text, scope, trigger, actors)
    if not participants and trigger.type in MOVEMENTS | EXERCISES:  # "USS Nimitz had put into Busan"
        ships = [mention for mention in _within(found.platforms, scope) if mention.span.start < trigger.span.start]
        participants = tuple(dict.fromkeys(mention.value.country for mention in ships if mention.value.kind == "ship" and mention.value.country))
    refers = COREFERENCE.search(text, scope.start, scope.end)
    named_trigger = trigger.type in EXERCISES
    return Frame(
        type=trigger.type,
        trigger=trigger,
        sentence=sentence,
        number=number,
        status=status,
        definite=trigger.rule in REFERRING or (bool(DEFINITE.search(before)) and not INDEFINITE.search(before)),
        joint=bool(JOINT.search(text, max(scope.start, trigger.span.start - 80), min(scope.end, trigger.span.end + 60))),
        generic=is_generic(text, trigger.span),
        participants=participants,
        observers=observers,
        speakers=tuple(dict.fromkeys(actor.iso3 for actor in actors if actor.use is Use.SPEAKER)),
        people=_people(text, actors) if trigger.type is EventType.MEETING else (),
        refers=_refers_to(refers.group()) if refers else 0,
        name=name.value.name if name and named_trigger else None,
        series=name.value.series if name and named_trigger else None,
        dates=_dates(text, scope, sentence.span, trigger, triggers, found.dates, replace(anchor, tense=status.tense)),
        places=_places(text, scope, sentence.span, trigger, found),
        counts=tuple(_within(found.counts, scope)),
        platforms=tuple(_within(found.platforms, scope)),
        ordinal=find_ordinal(text, scope),
        clause=scope,
        flags=frozenset(flag for flag, pattern in FLAGS.items() if pattern.search(text, scope.start, scope.end)),
    )


def _people(text: str, actors: Sequence[Actor]) -> tuple[str, ...]:
    """Return the people of a clause, without those who only speak in it."""
    present = [actor for actor in actors if actor.person and not SPEAKS_AFTER.match(text, actor.span.end)]
    return tuple(dict.fromkeys(actor.person for actor in present if actor.person))


def _refers_to(words: str) -> int:
    return 3 if re.search(r"three|trio", words, re.I) else 4 if "four" in words.lower() else 2


def _parties(text: str, scope: Span, trigger: Trigger, actors: Sequence[Actor]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (participants, observers) among the actors of a clause."""
    acting = [actor for actor in actors if actor.use is Use.ACTOR]
    observing: list[Actor] = []
    marker = OBSERVERS.search(text, scope.start, scope.end)
    if marker:
        # The sentence part that names the observers is the list next to the marker.
        side = [a for a in acting if a.span.end <= marker.start()] if marker.group().lower().startswith(("as", "to")) else acting
        observing = _list_before(text, side, marker.start()) or [a for a in acting if a.span.start >= marker.end()]
    acting = [actor for actor in acting if actor not in observing]
    if trigger.type in MOVEMENTS:
        acting = [actor for actor in acting if actor.span.start < trigger.span.start] or [
            actor for actor in acting if re.match(r"[^.]{0,40}\bby\b", text[trigger.span.end : actor.span.start])
        ]
    elif trigger.type in (EventType.SCRAMBLE, EventType.PROTEST, EventType.MONITORING, EventType.MISSILE_LAUNCH):
        before = [actor for actor in acting if actor.span.end <= trigger.span.start]
        acting = _subject(text, before, trigger) or acting[:1]
    return tuple(dict.fromkeys(actor.iso3 for actor in acting)), tuple(dict.fromkeys(actor.iso3 for actor in observing))


def _subject(text: str, before: Sequence[Actor], trigger: Trigger) -> list[Actor]:
    """Return the actor nearest before a verb and those coordinated with it ("Taipei and Tokyo")."""
    subject: list[Actor] = []
    end = None
    for actor in reversed(before):
        if end is None or re.fullmatch(r",?\s*(?:and|,|as well as)?\s*(?:the\s+)?", text[actor.span.end : end]):
            subject.append(actor)
            end = actor.span.start
        else:
            break
    return subject


def _list_before(text: str, actors: Sequence[Actor], end: int) -> list[Actor]:
    """Return the run of actors that ends before `end`, broken by a full clause."""
    run: list[Actor] = []
    edge = end
    for actor in reversed(actors):
        gap = text[actor.span.end : edge]
        if len(gap) > 60 or re.search(r"[.;]|\btake part\b", gap):
            break
        run.append(actor)
        edge = actor.span.start
    return run


def _dates(
    text: str,
    scope: Span,
    sentence: Span,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    dates: Sequence[DateExpression],
    anchor: Anchor,
) -> DateRange:
    """Return when the trigger's event takes place: its clause's dates, their bounds put together."""
    own = [date for date in _within(dates, scope) if not date.reported and date.rule != "year-back"]
    own = [date for date in own if not _is_history(text, date)]
    if trigger.type in EXERCISES and PURPOSE_BEFORE.search(text[max(scope.start, trigger.span.start - 45) : trigger.span.start]):
        own = [date for date in own if date.span.start > trigger.span.end]  # what stands before dates the way there
    if len(triggers) > 1:  # a clause with two triggers: each takes the dates nearer to it than to the other
        own = [date for date in own if _nearest_trigger(date.span, triggers) is trigger] or [
            date for date in own if date.span.start < min(other.span.start for other in triggers)
        ]
    start = end = None
    whole: DateRange | None = None
    for date in own:
        if date.rule == "from-previous":
            told = [one.resolve(anchor) for one in dates if sentence.start <= one.span.start < date.span.start]
            anchor = replace(anchor, previous=next((one for one in reversed(told) if one), anchor.previous))
        resolved = date.resolve(anchor)
        if resolved is None:
            continue
        if date.bound == "start" and "range" not in date.rule:
            start = start or resolved
        elif date.bound == "end" and "range" not in date.rule:
            end = end or resolved
        elif whole is None or (whole.precision is not Precision.DAY and resolved.precision is Precision.DAY):
            whole = resolved
        elif whole.precision is Precision.DAY and resolved.precision is Precision.DAY and whole.start != resolved.start:
            continue
    return _put_together(whole, start, end, DURATION.search(text, scope.start, scope.end))


def _nearest_trigger(span: Span, triggers: Sequence[Trigger]) -> Trigger:
    return min(triggers, key=lambda trigger: max(trigger.span.start - span.end, span.start - trigger.span.end, 0))


PURPOSE_BEFORE = re.compile(r"\b(?:for|join|joining|participate in|take part in|participated in|took part in)\s+(?:[\w'’-]+\s+){0,4}$", re.I)
HISTORY = re.compile(r"\b(?:since|first .{0,30}since|dates? back to)\s+(?:the\s+)?$", re.I)


def _is_history(text: str, date: DateExpression) -> bool:
    """Tell whether a date only says how far back a series goes ("the sixth since 2019")."""
    before = text[max(0, date.span.start - 30) : date.span.start]
    return bool(HISTORY.search(before)) and date.rule in ("year", "year-back", "month-year", "month-since", "month-guarded")


def _put_together(whole: DateRange | None, start: DateRange | None, end: DateRange | None, duration: re.Match[str] | None) -> DateRange:
    days = parse_number(duration["n"]) if duration else None
    if start and end and start.start and end.end and start.start <= end.end:
        precision = start.precision if start.precision is not Precision.DAY else end.precision
        return DateRange(start.start, end.end, precision)
    if start and whole and whole.start and start.start and whole.start > start.start:
        return DateRange(start.start, whole.end, whole.precision)
    if end and whole and whole.start and end.end and whole.start < end.end and whole.precision is Precision.DAY:
        return DateRange(whole.start, end.end, Precision.DAY)
    if whole:
        return whole
    if start:
        if start.precision is not Precision.DAY:
            return start
        last = start.start + dt.timedelta(days=days - 1) if days and start.start and days < 60 else None
        return DateRange(start.start, last, Precision.DAY)
    if end:
        if end.precision is not Precision.DAY:
            return end
        first = end.end - dt.timedelta(days=days - 1) if days and end.end and days < 60 else None
        return DateRange(first, end.end, Precision.DAY)
    return DateRange()


DATELINE = re.compile(r"[A-Z][A-Za-z ,./'-]{2,45}?(?:\([\w /.-]{2,40}\)\s*)?\s?(?:[-–—]{1,2}|:)\s|[A-Z]{3}[A-Z ,./'-]{0,40}\d{0,2}\.?\s*(?:\(|/)")
DIRECTION_BEFORE = re.compile(r"\b(?:north|south|east|west|central)(?:ern|east|west|eastern|western)?\s+$", re.I)


def _places(text: str, scope: Span, sentence: Span, trigger: Trigger, found: Findings) -> tuple[EventPlace, ...]:
    """Return the places of a clause that are where something is, not who does it."""
    places: dict[str, EventPlace] = {}
    acting = [actor.span for actor in found.actors if actor.use is not Use.PLACE]
    dateline = DATELINE.match(text, sentence.start, sentence.end)
    datelines = [Span(*dateline.span())] if dateline else []
    for one in found.located:
        span = one.toponym.span
        visited = trigger.type in MOVEMENTS and span.start >= trigger.span.end
        if not scope.contains(span) or (any(span.overlaps(actor) for actor in acting) and not visited):
            continue
        if any(span.overlaps(dateline) for dateline in datelines):
            continue
        kind = one.match.place.kind.value if one.match else ""
        if kind == "country" and DIRECTION_BEFORE.search(text[max(0, span.start - 16) : span.start]):
            one = replace(one, match=None)  # "eastern China" is no row of the gazetteer: listed, not drawn
        role = place_role(text, sentence, span, trigger.type)
        key = one.match.place.place_id if one.match else span.of(text)
        if key not in places or (places[key].role is Role.LOCATION and role is not Role.LOCATION):
            places[key] = EventPlace(span.of(text), role, one)
    return tuple(places.values())


def _one_per_clause(frames: Sequence[Frame]) -> list[Frame]:
    """Keep one frame a type and clause: "the drill ... an exercise" in one clause is one event."""
    kept: list[Frame] = []
    for frame in frames:
        family = EXERCISES if frame.type in EXERCISES else {frame.type}
        twin = next((i for i, other in enumerate(kept) if other.type in family and other.clause == frame.clause), None)
        if twin is None:
            kept.append(frame)
        elif kept[twin].dates == DateRange() and frame.dates != DateRange():
            kept[twin] = replace(frame, definite=frame.definite and kept[twin].definite, joint=frame.joint or kept[twin].joint)
        elif frame.joint and not kept[twin].joint:
            kept[twin] = replace(kept[twin], joint=True)
    return kept


def _share_dates(frames: Sequence[Frame], anchor: Anchor) -> list[Frame]:
    """Date a frame without date by its sentence ("patrol last month, prompting Seoul to scramble") or the one before."""
    dated = []
    for frame in frames:
        if frame.dates == DateRange() and not frame.generic and frame.status.assertion is not Assertion.PLANNED:
            twin = next((other for other in frames if other.dates != DateRange() and other.status.tense == frame.status.tense), None)
            if twin and (frame.type in REACTIONS or twin.type in REACTIONS):
                frame = replace(frame, dates=twin.dates)
            elif frame.type in REACTIONS | PATROLS and anchor.reported:
                frame = replace(frame, dates=DateRange(None, anchor.reported, Precision.BEFORE))  # told that day, so by then
            elif frame.type is EventType.MEETING and frame.status.assertion is Assertion.ACTUAL and anchor.just_before:
                frame = replace(frame, dates=anchor.just_before)
        dated.append(frame)
    return dated
