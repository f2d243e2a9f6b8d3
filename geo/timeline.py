"""Events to rows of a timeline whose ends are no sharper than the reports.

A bar is solid on the days that a report gives to the day and faded on the days
among which a vaguer date lies: "in June" is one faded bar over June, never a
mark on 1 June. "By 16 July" and "from 1 May" are open: they fade out over
OPEN_DAYS beyond their bound.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import pandas as pd

from geo.store.rows import OPEN_DAYS
from geo.types import DateRange, Precision

Group = Literal["series", "pair", "sea"]

SHARP = {Precision.DAY, Precision.NIGHT}  # the text names the days themselves
PLANNED = {"planned", "postponed"}
ONE_DAY = pd.Timedelta(days=1)

COLUMNS = [
    "event_id",
    "group",
    "label",
    "dates_label",
    "type",
    "assertion",
    "start",
    "end",
    "solid_start",
    "solid_end",
    "faded",
    "precision",
    "open_start",
    "open_end",
    "planned",
    "confidence",
]


def rows(events: pd.DataFrame, group: Group = "series") -> pd.DataFrame:
    """Return one row per dated event, grouped rows together, the group that begins first on top.

    Args:
        events: as `EventStore.query` returns them.
        group: 'series' (exercise name without year, else the type), 'pair'
            (who took part) or 'sea' (the main place).
    Returns:
        `start`, `end`: what is drawn, from midnight to the midnight after the last
        day; `solid_start`, `solid_end`: the part known to the day, NaT where
        none is; `faded`: the dates are vaguer than a day; `open_start`,
        `open_end`: the text gives no bound on that side; `planned`: not (yet) said
        to have happened. Undated events are left out: `undated` returns them.
    """
    dated = events[~_undated(events)]
    drawn = pd.DataFrame([_row(event, group) for event in dated.to_dict("records")], columns=COLUMNS)
    for column in ("start", "end", "solid_start", "solid_end"):
        drawn[column] = pd.to_datetime(drawn[column]).astype("datetime64[ns]")
    flags = dict.fromkeys(("faded", "open_start", "open_end", "planned"), bool)
    drawn = drawn.astype({**flags, "confidence": float})
    first = drawn.groupby("group")["start"].transform("min")
    order = drawn.assign(first=first).sort_values(["first", "group", "start", "event_id"]).index
    return drawn.loc[order].reset_index(drop=True)


def undated(events: pd.DataFrame) -> pd.DataFrame:
    """Return the events that no timeline can show, to be listed beside it."""
    return events[_undated(events)]


def _undated(events: pd.DataFrame) -> pd.Series[bool]:
    return (events["start"].isna() & events["end"].isna()) | (events["precision"] == Precision.NONE)


def _row(event: dict[Any, Any], group: Group) -> dict[str, Any]:
    dates = DateRange(_day(event["start"]), _day(event["end"]), Precision(event["precision"]))
    sharp = dates.precision in SHARP
    start, end = _drawn(dates)
    return {
        "event_id": event["event_id"],
        "group": group_of(event, group),
        "label": event["title"],
        "dates_label": event["dates_label"],
        "type": event["type"],
        "assertion": event["assertion"],
        "start": start,
        "end": end,
        "solid_start": start if sharp else None,
        "solid_end": end if sharp else None,
        "faded": not sharp,
        "precision": str(dates.precision),
        "open_start": dates.precision is Precision.BEFORE,
        "open_end": dates.precision is Precision.AFTER,
        "planned": event["assertion"] in PLANNED,
        "confidence": event["confidence"],
    }


def group_of(event: dict[Any, Any], group: Group) -> str:
    """Return the line of the timeline on which an event stands."""
    if group == "pair":
        return "–".join(event["participants"]) or "Not stated"
    if group == "sea":
        return event["place_name"] or "Place not stated"
    return event["series"] or str(event["type"]).replace("_", " ").capitalize()


def _drawn(dates: DateRange) -> tuple[pd.Timestamp, pd.Timestamp]:
    first, last = dates.start or dates.end, dates.end or dates.start
    assert first is not None and last is not None
    match dates.precision:
        case Precision.BEFORE:
            first = last - min(dt.timedelta(days=OPEN_DAYS), last - dt.date.min)
        case Precision.AFTER:
            last = first + min(dt.timedelta(days=OPEN_DAYS), dt.date.max - first)
        case Precision.MONTH:
            first = first.replace(day=1)
            last = (pd.Timestamp(last) + pd.offsets.MonthEnd(0)).date()
        case Precision.YEAR:
            first, last = first.replace(month=1, day=1), last.replace(month=12, day=31)
    return _midnight(first), _midnight(last) + ONE_DAY


def _midnight(day: dt.date) -> pd.Timestamp:
    # Nanoseconds, which charts count in, end in 2262: what lies beyond is drawn at the edge.
    return pd.Timestamp(max(dt.date(1678, 1, 1), min(day, dt.date(2262, 1, 1))))


def _day(value: Any) -> dt.date | None:
    return value if isinstance(value, dt.date) and not pd.isna(value) else None
