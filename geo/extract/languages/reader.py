"""A report in Chinese, Russian or Japanese to what English gives: sentences, mentions, publication, frames."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.extract.actors import Actor, Use
from geo.extract.dates.resolvers import Anchor
from geo.extract.frame import Frame
from geo.extract.languages.actors import find_actors
from geo.extract.languages.dates import WordedDate, tag_dates
from geo.extract.languages.findings import Found, find_counts, find_names, find_triggers
from geo.extract.languages.frames import read_frames
from geo.extract.languages.neighbours import answered, continued, owned, strengthened, there
from geo.extract.languages.places import find_places
from geo.extract.languages.published import infer_published
from geo.extract.languages.sentences import split_in
from geo.extract.languages.vocabulary import Vocabulary, vocabulary
from geo.extract.places.recognise import NO_NAMES
from geo.extract.publication.infer import likely_year
from geo.extract.triggers import Trigger
from geo.gazetteer import Gazetteer
from geo.gazetteer.listed import ListedNames
from geo.types import (
    DateRange,
    Located,
    Mention,
    Published,
    Report,
    Sentence,
    Span,
    Toponym,
    Zone,
)

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
    return whole, triggers, [_as_printed(frame, report.text) for frame in owned(text, frames, whole, words)]


def _dateline_day(text: str, found: Words, words: Vocabulary) -> dt.date | None:
    """Return the day of publication where the report opens with a dateline: its news happened by then."""
    head = next((one.span.start for one in found.sentences if one.zone is Zone.BODY), 0)
    return found.published.date if words.dateline.match(text, head) else None


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


def _as_printed(frame: Frame, text: str) -> Frame:
    """Return the frame with its places under the names that the report prints."""
    places = tuple(replace(place, name=place.located.toponym.span.of(text)) for place in frame.places)
    return replace(frame, places=places)
