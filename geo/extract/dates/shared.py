"""Dates that a frame takes from what stands around it: its sentence, the day of speaking, the sentence before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from geo.extract.clauses import within
from geo.extract.dates.resolvers import Anchor
from geo.extract.dates.tag import DateExpression
from geo.extract.families import PATROLS, REACTIONS
from geo.extract.frame import Frame
from geo.types import Assertion, DateRange, EventType, Precision, Span


def share_dates(frames: Sequence[Frame], anchor: Anchor) -> list[Frame]:
    """Date a frame without date by its sentence ("last month ..., prompting Seoul to scramble") or the one before."""
    dated = []
    for place, frame in enumerate(frames):
        if frame.dates == DateRange() and not frame.generic and frame.status.assertion is not Assertion.PLANNED:
            nearest = [*reversed(frames[:place]), *frames[place + 1 :]]
            twin = next(
                (one for one in nearest if one.dates != DateRange() and one.status.tense == frame.status.tense), None
            )
            if twin and ({frame.type, twin.type} & (REACTIONS | {EventType.MEETING})):
                frame = replace(frame, dates=twin.dates)
            elif twin and frame.type in PATROLS and twin.type is EventType.PORT_DEPARTURE:
                frame = replace(frame, dates=DateRange(twin.dates.start, None, twin.dates.precision))  # "set out for"
            elif frame.type in REACTIONS | PATROLS and anchor.reported:
                frame = replace(
                    frame, dates=DateRange(None, anchor.reported, Precision.BEFORE)
                )  # told that day, so by then
            elif "also" in frame.flags and frame.type in REACTIONS and anchor.just_before:
                frame = replace(
                    frame, dates=anchor.just_before
                )  # "Japan also scrambled jets" goes on with what was told
            elif frame.type is EventType.MEETING and frame.status.assertion is Assertion.ACTUAL and anchor.just_before:
                frame = replace(frame, dates=anchor.just_before)
        dated.append(frame)
    return dated


def reported_day(sentence: Span, dates: Sequence[DateExpression], anchor: Anchor) -> dt.date | None:
    """Return the day on which the sentence's news was told ("announced late on Tuesday")."""
    told = [date.resolve(replace(anchor, tense="past")) for date in within(dates, sentence) if date.reported]
    return next((one.end for one in told if one and one.precision is Precision.DAY), None)
