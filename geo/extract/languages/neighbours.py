"""What the sentences around tell of a frame: figures, days, the place of "there", who acts where nobody is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.extract.actors import Use
from geo.extract.clauses import within
from geo.extract.dates.resolvers import Anchor
from geo.extract.families import EXERCISES, MOVEMENTS, PATROLS
from geo.extract.frame import Frame
from geo.extract.languages.belonging import Belonging
from geo.extract.languages.event_dates import event_dates
from geo.extract.languages.findings import Found
from geo.extract.languages.frames import located
from geo.extract.languages.parties import codes_of, watching
from geo.extract.languages.status import find_status
from geo.extract.languages.vocabulary import Vocabulary
from geo.extract.status import Status
from geo.types import Assertion, DateRange, EventType, Role, Sentence

ANSWERS = {EventType.SCRAMBLE, EventType.MONITORING, EventType.CLOSURE}


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


def owned(text: str, frames: Sequence[Frame], found: Found, words: Vocabulary) -> Iterator[Frame]:
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
