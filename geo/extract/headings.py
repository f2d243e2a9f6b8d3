"""Places that stand alone before a sentence and hold for it: "2. Yellow Sea.", "Next on the list is Jordan."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.extract.clauses import Findings, within_located
from geo.extract.families import EXERCISES
from geo.extract.frame import Frame
from geo.extract.triggers import find_triggers, refers_back
from geo.types import EventPlace, EventType, Located, Role, Sentence

LONGEST_HEADING = 45  # characters; a longer sentence tells something of its own
HELD = EXERCISES | {EventType.CLOSURE, EventType.MISSILE_LAUNCH}  # kinds of event that notices head by their place


def heading_of(text: str, before: Sentence | None, sentence: Sentence, found: Findings) -> tuple[Located, ...]:
    """Return the places of a short sentence right before another in the same paragraph, where it tells no event."""
    if before is None or before.span.end - before.span.start > LONGEST_HEADING:
        return ()
    if "\n" in text[before.span.end : sentence.span.start] or find_triggers(text, before):
        return ()
    return tuple(one for one in within_located(found, before.span) if one.match)


def under_heading(frames: Sequence[Frame], heading: Sequence[Located]) -> list[Frame]:
    """Give the heading's places to the frames that have none of their own."""
    return [
        replace(frame, places=tuple(EventPlace(one.toponym.name, Role.LOCATION, one) for one in heading))
        if heading and frame.type in HELD and not frame.places and not refers_back(frame.trigger)
        else frame
        for frame in frames
    ]
