"""Timeline rows to lines: bars of one group that would overlap stand below each other."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from geo.store import EventFilter

BETWEEN = "\u241f"  # parts group and lane in the name of a line; stands in no group's name


def with_lanes(rows: pd.DataFrame) -> pd.DataFrame:
    """Return `geo.timeline.rows` with `lane` and `line`, so that no two bars of one line overlap; groups keep order."""
    lanes: list[int] = []
    ends: dict[str, list[pd.Timestamp]] = {}
    for group, start, end in zip(rows["group"], rows["start"], rows["end"], strict=True):
        busy = ends.setdefault(group, [])
        lane = next((number for number, taken in enumerate(busy) if taken <= start), len(busy))
        busy[lane : lane + 1] = [end]
        lanes.append(lane)
    order = {group: number for number, group in enumerate(dict.fromkeys(rows["group"]))}
    lined = rows.assign(
        lane=lanes,
        order=[order[group] for group in rows["group"]],
        line=[f"{group}{BETWEEN}{lane}" for group, lane in zip(rows["group"], lanes, strict=True)],
    )
    return lined.sort_values(["order", "lane", "start"]).drop(columns="order")


def shown_days(rows: pd.DataFrame, wanted: EventFilter) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the axis: the filter's, else those of the bars, and a margin."""
    first = wanted.start or rows["start"].min().date()
    last = wanted.end or rows["end"].max().date()
    margin = dt.timedelta(days=max(2, (last - first).days // 60))
    return max(first, dt.date.min + margin) - margin, min(last, dt.date.max - margin) + margin
