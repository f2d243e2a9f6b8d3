"""Events to Altair charts: a strip of counts by month that can be brushed, and the timeline with honest ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from html import escape
from typing import Any

import altair as alt
import pandas as pd

from geo.layers.style import FAMILIES, TYPE_STYLE
from geo.types import EventType

BRUSH = "brush"
EPOCH = dt.datetime(1970, 1, 1)


def month_strip(found: pd.DataFrame, dark: bool) -> Any | None:
    """Return counts of events by month and family, with a brush over the months; None without a dated event.

    An event counts in the month in which it starts, or by which it was over.
    """
    counts = month_counts(found)
    if counts.empty:
        return None
    return (
        alt.Chart(counts)
        .mark_bar(binSpacing=0)
        .encode(
            x=alt.X(
                "month:T",
                title=None,
                bandPosition=0,
                axis=alt.Axis(grid=False, labelOverlap=True, **ticks(counts)),
            ),
            x2="next:T",
            y=alt.Y("low:Q", title=None, axis=alt.Axis(tickCount=2, tickMinStep=1, format="d")),
            y2="high:Q",
            color=family_color(list(dict.fromkeys(counts["family"])), dark),
            tooltip=[
                alt.Tooltip("month:T", title="Month", format="%b %Y"),
                alt.Tooltip("family:N", title="Kind"),
                alt.Tooltip("events:Q", title="Events"),
            ],
        )
        .add_params(alt.selection_interval(name=BRUSH, encodings=["x"]))
        .properties(height=92)
    )


def ticks(counts: pd.DataFrame) -> dict[str, Any]:
    """Return about a dozen ticks: whole years for more than three years, else months; no label stands twice."""
    years = (counts["month"].max() - counts["month"].min()).days / 365
    if years > 3:
        return {"format": "%Y", "tickCount": {"interval": "year", "step": max(1, round(years / 12))}}
    return {"format": "%b %Y", "tickCount": {"interval": "month", "step": max(1, round(years))}}


def month_counts(found: pd.DataFrame) -> pd.DataFrame:
    """Return one row a month and family: month, next, family, events, and low and high of its piece of the stack."""
    days = found["start"].where(found["start"].notna(), found["end"])
    dated = found[days.notna()]
    months = pd.to_datetime(days[days.notna()].astype(str)).dt.to_period("M")
    families = [family_label(kind) for kind in dated["type"]]
    grouped = pd.Series(1, index=dated.index).groupby([months.to_numpy(), pd.Index(families)]).sum()
    counts = pd.DataFrame(
        {
            "month": [period.to_timestamp() for period, _ in grouped.index],
            "next": [(period + 1).to_timestamp() for period, _ in grouped.index],
            "family": [family for _, family in grouped.index],
            "events": grouped.to_numpy(),
        }
    )
    counts["high"] = counts.groupby("month")["events"].cumsum()
    counts["low"] = counts["high"] - counts["events"]
    return counts


def family_label(kind: str) -> str:
    return FAMILIES[TYPE_STYLE[EventType(kind)].family][2]


def family_color(labels: list[str], dark: bool) -> alt.Color:
    """Return the colour channel of the families with these labels; `family_key` is its legend."""
    return alt.Color("family:N", scale=family_scale(labels, dark), legend=None)


def family_key(labels: list[str], dark: bool) -> str:
    """Return the families' colours as HTML, which wraps where a chart's legend would be cut."""
    scale = family_scale(labels, dark).to_dict()
    rows = [
        f'<span><i class="geo-shape" style="background:{color}"></i>{escape(label)}</span>'
        for label, color in zip(scale["domain"], scale["range"], strict=True)
    ]
    return f'<div class="geo-keys">{"".join(rows)}</div>'


def family_scale(labels: list[str], dark: bool) -> alt.Scale:
    """Return label to colour, in the order of the palette."""
    known = [(label, night if dark else day) for day, night, label in FAMILIES.values() if label in labels]
    return alt.Scale(domain=[label for label, _ in known], range=[color for _, color in known])


def brushed_dates(state: Mapping[str, Any] | None) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day under the brush of a chart's state, None without a brush."""
    selection = ((state or {}).get("selection") or {}).get(BRUSH) or {}
    for values in selection.values():
        if isinstance(values, (list, tuple)) and len(values) == 2 and all(value is not None for value in values):
            first, last = (EPOCH + dt.timedelta(milliseconds=float(value)) for value in sorted(values))
            return first.date(), last.date()
    return None
