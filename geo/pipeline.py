"""The order of reading: report to sentences, mentions, places, frames, events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from geo.errors import InputError
from geo.extract.actors import Use, find_actors, main_parties
from geo.extract.clauses import Findings
from geo.extract.dates.resolvers import Anchor
from geo.extract.dates.tag import DateExpression, impossible_years, tag_dates
from geo.extract.frame import Frame
from geo.extract.frames import read_frames
from geo.extract.headings import heading_of, under_heading
from geo.extract.languages.findings import Found
from geo.extract.languages.reader import find_frames, find_words
from geo.extract.merge import merge
from geo.extract.places.adiz import find_zones
from geo.extract.places.recognise import recognise
from geo.extract.publication.infer import infer_published, likely_year
from geo.extract.strength import find_counts
from geo.extract.triggers import Trigger, find_triggers, is_military
from geo.extract.warnings import warned
from geo.gazetteer import Gazetteer
from geo.geocode.online import fill_unresolved, online_geocoder
from geo.geocode.overrides import Corrections
from geo.geocode.resolve import resolve
from geo.text.language import check_language, language_of
from geo.text.masks import masks
from geo.text.split import split
from geo.types import (
    DateRange,
    Event,
    Mention,
    PlaceOverride,
    Published,
    Reading,
    Report,
    Sentence,
    Span,
    Toponym,
    Zone,
)

MAX_CHARACTERS = 300_000  # a long study; a day's news of one desk is shorter
NAMING_RULES = ("exercise-name", "exercise-year")  # "the joint exercise Iron Gate": a name that only a drill has
READ_ZONES = (Zone.BODY, Zone.HEADLINE, Zone.CAPTION)


def read(report: Report, gazetteer: Gazetteer, overrides: Iterable[PlaceOverride] = ()) -> Reading:
    """Return all that can be read from a report: its events with the evidence that each rests on.

    Args:
        overrides: places corrected by hand; those for other reports count for nothing.
    Raises:
        InputError: the report is empty, has no words, is too long to be one report or in a language that is not read.
    """
    check(report)
    report = replace(report, language=language_of(report.text, report.language))
    check_language(report.id, report.language)
    corrections = Corrections(overrides, report.id)
    return (_english if report.language == "en" else _other)(report, gazetteer, corrections)


def _english(report: Report, gazetteer: Gazetteer, corrections: Corrections) -> Reading:
    text = report.text
    names = masks(text)
    masked = [mention.span for mention in names]
    sentences = split(text, report.title, masked)
    dates = tag_dates(text, masked)
    published = infer_published(report, sentences, dates, [name for name in names if name.kind == "name"])
    actors = find_actors(text, masked)
    countries = tuple(dict.fromkeys(actor.iso3 for actor in actors))
    hidden = [*masked, *(date.span for date in dates)]
    toponyms = _toponyms(text, gazetteer, hidden, find_zones(text, actors), corrections)
    located = corrections.applied(text, resolve(text, toponyms, gazetteer, countries))
    if online := online_geocoder():
        located = fill_unresolved(located, online)
    found = Findings(
        actors=actors,
        dates=dates,
        counts=find_counts(text, actors, masked, [name.span for name in names if name.value.kind == "aircraft"]),
        names=tuple(name for name in names if name.kind == "name"),
        platforms=tuple(name for name in names if name.kind == "platform"),
        located=located,
    )
    triggers: list[Trigger] = []
    events: tuple[Event, ...] = ()
    if is_military(text, len(found.platforms)) or any(
        name.value.series or name.rule in NAMING_RULES for name in found.names
    ):
        frames = list(_frames(report, sentences, found, published, masked, triggers))
        events = merge(text, frames, published, main_parties(actors))
    events += warned(text, located, published, events)
    mentions = _mentions(text, found, triggers)
    return Reading(report, published, sentences, mentions, located, events, impossible_years(text, dates))


def _other(report: Report, gazetteer: Gazetteer, corrections: Corrections) -> Reading:
    words = find_words(report, gazetteer, corrections.listed)
    located = corrections.applied(report.text, resolve(report.text, words.toponyms, gazetteer))
    if online := online_geocoder():
        located = fill_unresolved(located, online)
    found, triggers, frames = find_frames(report, words, located)
    events = merge(report.text, frames, words.published, main_parties(found.actors))
    events += warned(report.text, located, words.published, events)
    mentions = _mentions(report.text, found, triggers)
    return Reading(report, words.published, words.sentences, mentions, located, events)


def check(report: Report) -> None:
    """Raise InputError where there is nothing to read or too much."""
    size = len(report.text)
    if size > MAX_CHARACTERS:
        raise InputError(
            f"Report {report.id!r} has {size:,} characters; one report of up to {MAX_CHARACTERS:,} is read at a time. "
            "Split it into its reports, or take out what is no text."
        )
    if not any(character.isalpha() for character in report.text):
        raise InputError(f"Report {report.id!r} is empty: it holds no words. Paste or name the text of a report.")


def _toponyms(
    text: str, gazetteer: Gazetteer, masked: Sequence[Span], zones: Sequence[Toponym], corrections: Corrections
) -> tuple[Toponym, ...]:
    """Return the place names of a text; a zone takes the words that it is made of."""
    inside = [zone.span for zone in zones]
    found = recognise(text, gazetteer, masked, corrections.listed)
    names = [name for name in found if not any(name.span.overlaps(span) for span in inside)]
    return tuple(sorted([*names, *zones], key=lambda toponym: toponym.span))


def _frames(
    report: Report,
    sentences: Sequence[Sentence],
    found: Findings,
    published: Published,
    masked: Sequence[Span],
    triggers: list[Trigger],
) -> chain[Frame]:
    year = likely_year(report.text, sentences, found.names, published)
    previous: DateRange | None = None
    just_before: DateRange | None = None
    frames: list[list[Frame]] = []
    for number, sentence in enumerate(sentences):
        if sentence.zone not in READ_ZONES:
            continue
        anchor = Anchor(published.date, year=year, previous=previous, just_before=just_before)
        own = find_triggers(report.text, sentence, [name.span for name in found.names])
        triggers.extend(own)
        heading = heading_of(report.text, sentences[number - 1] if number else None, sentence, found)
        frames.append(under_heading(read_frames(report.text, sentence, number, own, found, anchor), heading))
        just_before = _last_date(sentence, found.dates, replace(anchor, tense="past"))
        previous = just_before or previous
    return chain.from_iterable(frames)


def _last_date(sentence: Sentence, dates: Sequence[DateExpression], anchor: Anchor) -> DateRange | None:
    own = [date for date in dates if sentence.span.contains(date.span)]
    own = [date for date in own if date.bound not in ("end", "before")] or own  # not "until 8 March", but what it began
    return next((told for date in reversed(own) if (told := date.resolve(anchor))), None)


def _mentions(text: str, found: Findings | Found, triggers: Sequence[Trigger]) -> tuple[Mention, ...]:
    """Return everything that was found, for the reader to see highlighted."""
    mentions = [*found.names, *found.platforms]
    mentions += [Mention("date", date.span, date.span.of(text), date.rule) for date in found.dates]
    mentions += [
        Mention("actor", actor.span, actor.iso3, actor.rule) for actor in found.actors if actor.use is not Use.PLACE
    ]
    mentions += [Mention("count", count.span, (count.unit, count.number), "count") for count in found.counts]
    mentions += [Mention("trigger", trigger.span, trigger.type.value, trigger.rule) for trigger in triggers]
    mentions += [
        Mention("place", one.toponym.span, one.match.place.name if one.match else None, one.toponym.rule)
        for one in found.located
    ]
    return tuple(sorted(mentions, key=lambda mention: mention.span))
