"""Frames of all sentences to events: what is told three times is one event, what differs stays apart."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from geo.extract.confidence import confidence_of
from geo.extract.frames import EXERCISES, PATROLS, Frame
from geo.types import Assertion, DateRange, Event, EventPlace, EventType, Evidence, PlaceKind, Precision, Published, Role, Zone

BACKGROUND_DAYS = 21  # what ended longer before publication lies outside the reported episode
SHIP_TYPES = {EventType.PORT_DEPARTURE, EventType.PORT_CALL, EventType.TRANSIT, EventType.DEPLOYMENT}
ALWAYS_TOLD = {Assertion.CANCELLED, Assertion.POSTPONED}


@dataclass(slots=True)
class Draft:
    """An event in the making: the frames that tell it and what they add up to."""

    frames: list[Frame] = field(default_factory=list)
    type: EventType = EventType.JOINT_EXERCISE
    participants: list[str] = field(default_factory=list)
    observers: list[str] = field(default_factory=list)
    name: str | None = None
    series: str | None = None
    dates: DateRange = DateRange()
    places: list[EventPlace] = field(default_factory=list)

    def add(self, frame: Frame) -> None:
        self.frames.append(frame)
        if not frame.definite or len(self.participants) < 2 or frame.trigger.rule == "participation":
            self.participants += [iso3 for iso3 in frame.participants if iso3 not in self.participants]
        self.observers += [iso3 for iso3 in frame.observers if iso3 not in self.observers]
        self.name, self.series = self.name or frame.name, self.series or frame.series
        self.dates = merged_dates(self.dates, frame.dates)
        known = {_place_key(place) for place in self.places}
        self.places += [place for place in frame.places if _place_key(place) not in known]

    @property
    def last(self) -> Frame:
        return self.frames[-1]


def merge(text: str, frames: Sequence[Frame], published: Published) -> tuple[Event, ...]:
    """Return the events that the frames tell, in the order in which the text first tells them."""
    drafts: list[Draft] = []
    parties: list[tuple[str, ...]] = []  # sets of actors in the order told, for "the two countries"
    for frame in frames:
        frame = _with_parties(frame, parties, drafts)
        if len(frame.participants) >= 2:
            parties.append(frame.participants)
        if frame.status.assertion is Assertion.NEGATED:
            continue
        draft = _same(frame, drafts, published)
        if draft is None:
            draft = Draft(type=frame.type)
            drafts.append(draft)
        draft.add(frame)
    for draft in drafts:
        _settle(draft, drafts)
    return tuple(_event(text, draft, published) for draft in drafts if _is_told(draft))


def merged_dates(known: DateRange, told: DateRange) -> DateRange:
    """Return what two dates of one event add up to; a start and an end told apart become a range."""
    if told == DateRange():
        return known
    if known == DateRange():
        return told
    if known.precision is Precision.DAY and told.precision is Precision.DAY:
        if known.start and known.end is None and told.end and (told.start is None or told.start >= known.start) and told.end >= known.start:
            return DateRange(known.start, told.end, Precision.DAY)
        if known.start is None and known.end and told.start and told.start <= known.end:
            return DateRange(told.start, known.end, Precision.DAY)
        if told.start and told.end and told.start != told.end and known.start == known.end and known.start and told.start <= known.start <= told.end:
            return told
        if known.start and known.end == known.start and told.start is None and told.end and told.end >= known.start:
            return DateRange(known.start, told.end, Precision.DAY)
        return known
    return told if told.precision is Precision.DAY else known


def _with_parties(frame: Frame, parties: Sequence[tuple[str, ...]], drafts: Sequence[Draft]) -> Frame:
    """Fill in who acts from "the two countries" and, failing that, from who spoke."""
    if len(frame.participants) < frame.refers:
        told = next((party for party in reversed(parties) if len(party) == frame.refers), None)
        if told and set(frame.participants) <= set(told):
            return replace(frame, participants=told)
    if not frame.participants and not frame.speakers and frame.type in SHIP_TYPES:
        owner = next((iso3 for draft in reversed(drafts) for iso3 in _fleet_owner(draft)), None)
        if owner is None:
            movers = [draft for draft in drafts if draft.type in SHIP_TYPES | PATROLS and draft.participants]
            return replace(frame, participants=tuple(movers[-1].participants)) if movers else frame
        return replace(frame, participants=(owner,))
    if not frame.participants and frame.type in SHIP_TYPES | {EventType.SCRAMBLE, EventType.MISSILE_LAUNCH, EventType.UNILATERAL_EXERCISE}:
        return replace(frame, participants=frame.speakers)
    if not frame.participants and frame.speakers and frame.joint is False and not frame.definite:
        return replace(frame, participants=frame.speakers)
    return frame


def _fleet_owner(draft: Draft) -> list[str]:
    """Return whose ships a draft told of last ("five Chinese warships ... the ships have left")."""
    return [count.iso3.upper() for frame in reversed(draft.frames) for count in frame.counts if count.iso3 and count.unit in ("ships", "aircraft")]


def _same(frame: Frame, drafts: Sequence[Draft], published: Published) -> Draft | None:
    """Return the draft that a frame tells of again, the latest first, or None."""
    family = EXERCISES if frame.type in EXERCISES else {frame.type}
    for draft in reversed([draft for draft in drafts if draft.type in family]):
        if all(other.generic for other in draft.frames) or _is_past_episode(frame, draft, published):
            continue
        if _compatible(frame, draft) and _refers(frame, draft):
            return draft
    return None


def _compatible(frame: Frame, draft: Draft) -> bool:
    if frame.name and draft.name and (frame.series or frame.name) != (draft.series or draft.name):
        return False
    if frame.dates != DateRange() and draft.dates != DateRange() and not _may_be_same_time(frame.dates, draft.dates):
        return False
    ours, theirs = set(frame.participants), set(draft.participants)
    if frame.type not in EXERCISES and (frame.status.assertion is Assertion.PLANNED) != (draft.last.status.assertion is Assertion.PLANNED):
        return False
    if ours and theirs and not (frame.definite and frame.dates == DateRange()) and not (ours <= theirs or theirs <= ours or len(ours & theirs) / len(ours | theirs) >= 0.5):
        return False
    if frame.status.assertion in ALWAYS_TOLD and draft.name and frame.name != draft.name:
        return False
    people = {person for other in draft.frames for person in other.people}
    if frame.people and people and not set(frame.people) & people:
        return False
    return not _places_conflict(frame, draft)


def _is_past_episode(frame: Frame, draft: Draft, published: Published) -> bool:
    """Tell whether a draft lies in the past and an undated frame speaks of the present."""
    end = draft.dates.end or draft.dates.start
    if frame.dates != DateRange() or end is None or published.date is None or (frame.name and frame.name == draft.name):
        return False
    days = (published.date - end).days
    if frame.status.assertion is Assertion.PLANNED:
        return days > 1
    return days > BACKGROUND_DAYS and (draft.last.sentence.zone is not Zone.BODY or frame.number > draft.last.number + 1)


def _refers(frame: Frame, draft: Draft) -> bool:
    """Tell whether a compatible frame has a reason to mean that draft and not something new."""
    if frame.name and draft.name:
        return True
    if frame.generic:
        return False
    same_time = frame.dates != DateRange() and draft.dates != DateRange()
    same_place = bool({_place_key(place) for place in frame.places} & {_place_key(place) for place in draft.places})
    if same_time or same_place or frame.definite:
        return True
    # A lead without a date, dated by what follows: "completed a patrol. From 20 September ..., a joint patrol"
    if draft.dates == DateRange() and set(frame.participants) == set(draft.participants) != set() and "other" not in frame.flags:
        return frame.status.tense == draft.last.status.tense
    # Nothing of its own to tell it apart: the same event told in passing.
    return frame.dates == DateRange() and (not frame.places or not draft.places)


def _may_be_same_time(a: DateRange, b: DateRange) -> bool:
    a_start, a_end = a.start or a.end, a.end or a.start
    b_start, b_end = b.start or b.end, b.end or b.start
    assert a_start and a_end and b_start and b_end
    if a.precision is Precision.DAY and b.precision is Precision.DAY:
        open_sides = (a.end is None and b_start >= a_start) or (b.end is None and a_start >= b_start)
        open_sides = open_sides or (a.start is None and b_end <= a_end) or (b.start is None and a_end <= b_end)
        return (a_start <= b_end and b_start <= a_end) or (open_sides and abs((a_start - b_start).days) <= 45)
    return a_start <= b_end and b_start <= a_end


def _places_conflict(frame: Frame, draft: Draft) -> bool:
    """Tell whether both name points of their own that differ, so that they cannot be one event."""
    if frame.type in EXERCISES and (frame.definite or (frame.name and draft.name)):
        return False
    ours = {_place_key(place) for place in frame.places if _is_point(place)}
    theirs = {_place_key(place) for place in draft.places if _is_point(place)}
    return bool(ours and theirs and not ours & theirs) and frame.type is not EventType.TRANSIT


def _is_point(place: EventPlace) -> bool:
    return place.located.match is not None and place.located.match.place.kind is not PlaceKind.COUNTRY


def _place_key(place: EventPlace) -> str:
    return place.located.match.place.place_id if place.located.match else place.name


def _settle(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Decide joint or unilateral, and take over what the linked exercise tells."""
    exercises = [other for other in drafts if other.type in EXERCISES and other is not draft]
    if draft.type in EXERCISES:
        joint = any(frame.joint for frame in draft.frames) or draft.series is not None or len(draft.participants) >= 2
        draft.type = EventType.JOINT_EXERCISE if joint else EventType.UNILATERAL_EXERCISE
        if joint and len(draft.participants) < 2:
            twin = next((other for other in exercises if len(other.participants) >= 2 and _shares_time(draft, other)), None)
            if twin and set(draft.participants) <= set(twin.participants):
                draft.participants = list(twin.participants)
    if draft.type is EventType.PORT_DEPARTURE and not any(place.role is Role.DESTINATION for place in draft.places):
        heading = next((other for other in exercises if set(draft.participants) <= set(other.participants) and other.places), None)
        if heading and any(_leads_to_exercise(frame) for frame in draft.frames):
            draft.places += [
                replace(place, role=Role.DESTINATION) for place in heading.places if place.role is Role.LOCATION and _is_point(place)
            ][:1]


def _shares_time(draft: Draft, other: Draft) -> bool:
    return draft.dates == DateRange() or other.dates == DateRange() or _may_be_same_time(draft.dates, other.dates)


def _leads_to_exercise(frame: Frame) -> bool:
    return frame.status.assertion is not Assertion.BACKGROUND and "joins" in frame.flags


def _is_told(draft: Draft) -> bool:
    """Drop what is only spoken of in general: no time, no place, no name and nobody in particular."""
    frames = draft.frames
    if all(frame.sentence.zone in (Zone.FURNITURE, Zone.TAIL) for frame in frames):
        return False
    if all(frame.sentence.zone is Zone.CAPTION for frame in frames) and draft.dates == DateRange():
        return False
    if all(frame.generic for frame in frames) and not (draft.name or (draft.dates.precision is Precision.DAY)):
        return False
    if draft.type in (EventType.MEETING, EventType.AGREEMENT) and len(draft.participants) < 2:
        return False
    if draft.type is EventType.UNILATERAL_EXERCISE:
        return bool(draft.participants) and (draft.dates != DateRange() or bool(draft.places))
    if draft.type is EventType.JOINT_EXERCISE:
        return bool(draft.name) or len(draft.participants) >= 2 or (bool(draft.participants) and bool(draft.places) and draft.dates != DateRange())
    if draft.type in (EventType.JOINT_AIR_PATROL, EventType.JOINT_NAVAL_PATROL):
        return len(draft.participants) >= 2
    if draft.type in (EventType.TRANSIT, EventType.PORT_CALL, EventType.DEPLOYMENT):
        return bool(draft.participants) and bool(draft.places)
    return bool(draft.participants)


def _event(text: str, draft: Draft, published: Published) -> Event:
    dates, assertion = draft.dates, _assertion(draft, published)
    if dates == DateRange() and assertion is Assertion.ACTUAL and published.date and any("already" in frame.flags for frame in draft.frames):
        dates = DateRange(None, published.date, Precision.BEFORE)
    evidence = _evidence(text, draft)
    participants = tuple(sorted(draft.participants))
    identity = "|".join((draft.type, ",".join(participants), str(dates.edtf), str(evidence[0].span.start), evidence[0].quote))
    event = Event(
        id=hashlib.sha256(identity.encode()).hexdigest()[:16],
        type=draft.type,
        assertion=assertion,
        name=draft.name,
        participants=participants,
        observers=tuple(sorted(set(draft.observers) - set(participants))),
        dates=dates,
        places=tuple(draft.places),
        platforms=tuple(dict.fromkeys(mention.value.name for frame in draft.frames for mention in frame.platforms)),
        counts=MappingProxyType(_counts(draft)),
        ordinal=next((frame.ordinal for frame in draft.frames if frame.ordinal), None),
        people=tuple(dict.fromkeys(person for frame in draft.frames for person in frame.people)),
        evidence=evidence,
    )
    return replace(event, confidence=confidence_of(event, [frame.sentence.zone for frame in draft.frames]))


def _assertion(draft: Draft, published: Published) -> Assertion:
    told = [frame.status.assertion for frame in draft.frames if not frame.generic] or [frame.status.assertion for frame in draft.frames]
    for special in (Assertion.CANCELLED, Assertion.POSTPONED):
        if special in told:
            return special
    end = draft.dates.end or draft.dates.start
    if published.date and end and (published.date - end).days > BACKGROUND_DAYS:
        return Assertion.BACKGROUND
    start = draft.dates.start
    if published.date and start and start > published.date:
        return Assertion.PLANNED
    if told[0] is Assertion.CLAIMED:
        return Assertion.CLAIMED
    first = next((frame.status for frame in draft.frames if frame.sentence.zone is Zone.BODY), draft.frames[0].status)
    return first.assertion


def _counts(draft: Draft) -> dict[str, int]:
    counts: dict[str, int] = {}
    for frame in draft.frames:
        told: dict[str, int] = {}
        for count in frame.counts:
            own = count.iso3 and len(draft.participants) > 1
            key = f"{count.unit}_{count.iso3}" if own else count.unit
            told[key] = told.get(key, 0) + count.number if count.unit == "ships" and key in told else max(told.get(key, 0), count.number)
        for unit in {key.split("_")[0] for key in told}:
            told.setdefault(unit, sum(number for key, number in told.items() if key.startswith(f"{unit}_")))
        for key, number in told.items():
            counts.setdefault(key, number)
    return counts


def _evidence(text: str, draft: Draft) -> tuple[Evidence, ...]:
    """Return the clauses that tell the event, the trigger's own sentence first, without repeats."""
    spans = dict.fromkeys((frame.sentence.span, frame.trigger.rule) for frame in draft.frames)
    seen: dict[str, Evidence] = {}
    for span, rule in spans:
        quote = span.of(text)
        seen.setdefault(quote, Evidence(span, quote, rule))
    return tuple(seen.values())
