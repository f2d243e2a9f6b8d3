"""A report in Chinese, Russian or Japanese to what English gives: sentences, mentions, publication, frames."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.extract.actors import Actor, Use
from geo.extract.clauses import within
from geo.extract.date_resolvers import Anchor
from geo.extract.families import EXERCISES, MOVEMENTS, PATROLS
from geo.extract.frame import Frame
from geo.extract.languages.actors import find_actors
from geo.extract.languages.belonging import Belonging
from geo.extract.languages.dates import WordedDate, tag_dates
from geo.extract.languages.event_dates import event_dates
from geo.extract.languages.findings import Found, find_counts, find_names, find_triggers
from geo.extract.languages.frames import located, read_frames
from geo.extract.languages.parties import codes_of, watching
from geo.extract.languages.places import find_places
from geo.extract.languages.published import infer_published
from geo.extract.languages.sentences import split_in
from geo.extract.languages.status import find_status
from geo.extract.languages.vocabulary import Vocabulary, vocabulary
from geo.extract.places import NO_NAMES
from geo.extract.published import likely_year
from geo.extract.status import Status
from geo.extract.triggers import Trigger
from geo.gazetteer import Gazetteer
from geo.gazetteer.listed import ListedNames
from geo.types import (
    Assertion,
    DateRange,
    EventType,
    Located,
    Mention,
    Published,
    Report,
    Role,
    Sentence,
    Span,
    Toponym,
    Zone,
)

ANSWERS = {EventType.SCRAMBLE, EventType.MONITORING, EventType.CLOSURE}
REACH = 3  # sentences over which a reaction or a figure still belongs to what was told before
READ_ZONES = (Zone.BODY, Zone.HEADLINE, Zone.CAPTION)


@dataclass(frozen=True, slots=True)
class Words:
    """A report's sentences and names, before its places are resolved."""

    sentences: tuple[Sentence, ...]
    names: tuple[Mention, ...]  # exercises, ships and aircraft
    dates: tuple[WordedDate, ...]
    toponyms: tuple[Toponym, ...]
    published: Published
    year: int | None

    @property
    def masked(self) -> list[Span]:
        return [name.span for name in self.names]


def find_words(report: Report, gazetteer: Gazetteer, listed: ListedNames = NO_NAMES) -> Words:
    """Return what can be found in a report before its places are resolved; `report.language` says by which words."""
    words = vocabulary(report.language)
    text = words.fold(report.text)
    names = find_names(report.text, report.language)
    masked = [name.span for name in names]
    sentences = split_in(text, report.title, words, masked)
    dates = tag_dates(text, words, [sentence.span for sentence in sentences], masked)
    toponyms = find_places(text, report.language, gazetteer, [*masked, *(date.span for date in dates)], listed)
    year = likely_year(text, sentences, [name for name in names if name.kind == "name"])
    return Words(sentences, names, dates, toponyms, infer_published(report, words, sentences, dates, year), year)


def find_frames(report: Report, found: Words, places: Sequence[Located]) -> tuple[Found, list[Trigger], list[Frame]]:
    """Return the findings, triggers and frames of a report whose places are resolved, in text order."""
    words = vocabulary(report.language)
    text = words.fold(report.text)
    spans = [sentence.span for sentence in found.sentences]
    spans_of_places = [place.toponym.span for place in places]
    actors = find_actors(text, report.language, spans, found.masked, spans_of_places)
    names = tuple(name for name in found.names if name.kind == "name")
    platforms = _with_owners([name for name in found.names if name.kind == "platform"], actors, spans)
    counts = find_counts(text, words, actors, [date.span for date in found.dates])
    finding = Found(actors, found.dates, counts, names, platforms, tuple(places))
    triggers: list[Trigger] = []
    frames: list[Frame] = []
    if not (words.military.search(text) or any(name.value.series for name in names)):
        return finding, triggers, frames
    previous: DateRange | None = None
    spoken = _dateline_day(text, found, words)
    whole = finding
    for number, sentence in enumerate(found.sentences):
        if sentence.zone not in READ_ZONES:
            continue
        finding = whole.near(sentence.span)
        own = find_triggers(text, sentence, words, [name.span for name in names])
        anchor = Anchor(found.published.date, year=found.year, previous=previous)
        triggers += own
        told = read_frames(text, sentence, number, own, finding, replace(anchor, reported=spoken), words)
        near = [frame for frame in frames if number - frame.number <= REACH]
        if not told and near:
            frames[-1] = strengthened(text, frames[-1], sentence, finding, words)
            frames += continued(text, frames[-1], sentence, number, finding, anchor, words)
        frames += [there(text, answered(frame, near), near, words) for frame in told]
        days = [
            date.resolve(replace(anchor, tense="past")) for date in found.dates if sentence.span.contains(date.span)
        ]
        previous = next((one for one in reversed(days) if one), previous)
    return whole, triggers, [_as_printed(frame, report.text) for frame in _owned(text, frames, whole, words)]


def _dateline_day(text: str, found: Words, words: Vocabulary) -> dt.date | None:
    """Return the day of publication where the report opens with a dateline: its news happened by then."""
    head = next((one.span.start for one in found.sentences if one.zone is Zone.BODY), 0)
    return found.published.date if words.dateline.match(text, head) else None


def _owned(text: str, frames: Sequence[Frame], found: Found, words: Vocabulary) -> Iterator[Frame]:
    """Yield the frames, those that name nobody with whom they can only mean.

    That is who took part in the last such event ("the previous joint patrol"),
    the one country that acts in the whole report, as in a harbour's warning, the
    owner of the ships told of before ("the frigate's crew drilled"), or else the
    country whose press writes of "the navy".
    """
    acting = {actor.iso3 for actor in found.actors if actor.use in (Use.ACTOR, Use.SPEAKER)}
    owners: tuple[str, ...] = ()
    parties: dict[EventType, tuple[str, ...]] = {}
    statuses: dict[EventType, Status] = {}
    for frame in frames:
        if frame.definite and frame.status.span is None:  # "the drill lasts a fortnight" is as planned as it was
            frame = replace(frame, status=statuses.get(frame.type, frame.status))
        statuses[frame.type] = frame.status
        ships = words.vessels.search(text, frame.clause.start, frame.clause.end) is not None
        alone = not (frame.participants or frame.speakers or frame.refers)
        if frame.type is EventType.MEETING and len(frame.participants) == 1 and ships:
            frame = replace(frame, participants=tuple(dict.fromkeys((*frame.participants, *owners))))
        elif frame.type in EXERCISES and frame.joint and len(frame.participants) == 1 and ships and not frame.refers:
            frame = replace(frame, participants=tuple(dict.fromkeys((*frame.participants, *(owners or (words.home,))))))
        elif alone and frame.joint and frame.type in parties:
            frame = replace(frame, participants=parties[frame.type])
        elif alone and not frame.joint and not frame.definite:
            answers = frame.type in ANSWERS | {EventType.PROTEST}
            home = (words.home,) if ships or answers else ()
            own = owners if ships and not answers else ()
            frame = replace(frame, speakers=tuple(acting) if len(acting) == 1 else own or home)
        if frame.type in MOVEMENTS | {EventType.SCRAMBLE} and (frame.participants or frame.speakers):
            owners = frame.participants or frame.speakers
        if len(frame.participants) > 1:
            parties[frame.type] = frame.participants
        yield frame


def _with_owners(ships: Sequence[Mention], actors: Sequence[Actor], sentences: Sequence[Span]) -> tuple[Mention, ...]:
    """Return ships and aircraft with the country that sends them where they are first named with one."""
    owners: dict[str, str] = {}
    for ship in ships:
        sentence = next((one for one in sentences if one.contains(ship.span)), ship.span)
        acting = [actor for actor in actors if actor.use is Use.ACTOR and sentence.contains(actor.span)]
        before = [actor for actor in acting if actor.span.end <= ship.span.start]
        if ship.value.country or before:
            owners.setdefault(ship.value.name, ship.value.country or before[-1].iso3)
    return tuple(replace(ship, value=replace(ship.value, country=owners.get(ship.value.name))) for ship in ships)


def strengthened(text: str, frame: Frame, sentence: Sentence, found: Found, words: Vocabulary) -> Frame:
    """Return a frame with the figures, ships and observers that the next sentence tells without an event of its own."""
    counts = (*frame.counts, *within(found.counts, sentence.span))
    marker = words.observers.search(text, sentence.span.start, sentence.span.end)
    watchers = codes_of(watching(text, within(found.actors, sentence.span), marker, words)) if marker else ()
    joining = frame.type in EXERCISES and words.takes_part.search(text, sentence.span.start, sentence.span.end)
    acting = [actor for actor in within(found.actors, sentence.span) if joining and actor.use is Use.ACTOR]
    parties = [iso3 for iso3 in codes_of(acting) if iso3 not in (*frame.participants, *watchers)]
    return replace(
        frame,
        participants=(*frame.participants, *parties),
        counts=counts,
        platforms=(*frame.platforms, *within(found.platforms, sentence.span)),
        observers=(*frame.observers, *watchers),
    )


def continued(
    text: str, frame: Frame, sentence: Sentence, number: int, found: Found, anchor: Anchor, words: Vocabulary
) -> list[Frame]:
    """Return the days that a sentence without an event of its own gives the exercise told before it, as a frame."""
    span = sentence.span
    if frame.type not in EXERCISES | PATROLS or not words.course.search(text, span.start, span.end):
        return []
    status = find_status(text, span, span, words)
    dates = event_dates(text, Belonging(frame.trigger, span, {}, words, text), found.dates, status, anchor, words)
    if dates == DateRange():
        return []
    told = replace(frame, sentence=sentence, number=number, dates=dates, definite=True, generic=False, clause=span)
    return [replace(told, places=(), counts=(), platforms=(), status=status, name=None, series=None)]


def answered(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Return a reaction or a closure that tells no day or place of its own with those of what it answers to."""
    if frame.type not in ANSWERS | {EventType.PROTEST} or frame.generic:
        return frame
    if frame.type is not EventType.CLOSURE:
        before = [one for one in before if one.status.assertion is not Assertion.PLANNED]
    dates = next((one.dates for one in reversed(before) if one.dates != DateRange()), DateRange())
    places = next((located(one) for one in reversed(before) if located(one)), ())
    if frame.type is EventType.PROTEST:
        places = ()  # lodged in an office
    return replace(frame, dates=dates if frame.dates == DateRange() else frame.dates, places=frame.places or places)


def there(text: str, frame: Frame, before: Sequence[Frame], words: Vocabulary) -> Frame:
    """Return a frame that is "there" at the last place told before it, and a departure from the port last called at."""
    if frame.type is EventType.PORT_DEPARTURE and not any(place.role is Role.ORIGIN for place in frame.places):
        ports = [place for one in before if one.type is EventType.PORT_CALL for place in one.places]
        return replace(frame, places=(*(replace(place, role=Role.ORIGIN) for place in ports[-1:]), *frame.places))
    told = [place for one in before for place in one.places if place.role in (Role.LOCATION, Role.DESTINATION)]
    if frame.places or not told or not words.there.search(text, frame.clause.start, frame.clause.end):
        return frame
    return replace(frame, places=(replace(told[-1], role=Role.LOCATION),))


def _as_printed(frame: Frame, text: str) -> Frame:
    """Return the frame with its places under the names that the report prints."""
    places = tuple(replace(place, name=place.located.toponym.span.of(text)) for place in frame.places)
    return replace(frame, places=places)
