"""Frames of one sentence, set right by each other: one a clause holds what two told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.extract.dates.intervals import may_be_same_time, merged_dates
from geo.extract.families import EXERCISES
from geo.extract.frame import JOINING, Frame
from geo.extract.triggers import refers_back
from geo.types import DateRange


def one_per_clause(frames: Sequence[Frame]) -> list[Frame]:
    """Keep one frame a type and clause: "the drill ... an exercise" in one clause is one event."""
    kept: list[Frame] = []
    for frame in frames:
        family = EXERCISES if frame.type in EXERCISES else {frame.type}
        twin = next((i for i, other in enumerate(kept) if other.type in family and other.clause == frame.clause), None)
        if twin is None:
            kept.append(frame)
            continue
        if refers_back(kept[twin].trigger) and not refers_back(frame.trigger):
            kept[twin] = replace(kept[twin], flags=kept[twin].flags | {"told"})  # "took part in the drill with Oman"
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
