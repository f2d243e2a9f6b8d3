"""Timeline rows to an Altair chart: solid where the days are known, faded where they are not, fading out where open."""

from __future__ import annotations

import datetime as dt
from typing import Any

import altair as alt
import pandas as pd

from geo.layers.style import FAMILIES
from geo.store import EventFilter
from geo.ui.charts import family_color, family_label, family_scale
from geo.ui.lanes import BETWEEN, shown_days, with_lanes

ROW_PX = 19
BAR_PX = 11
CHOSEN = "chosen"
FADED_OPACITY = 0.3
LONGEST_LABEL_PX = 210
PAPER = {False: "#ffffff", True: "#11181e"}
TOOLTIP = [
    alt.Tooltip("label:N", title="Event"),
    alt.Tooltip("dates_label:N", title="Dates"),
    alt.Tooltip("family:N", title="Kind"),
    alt.Tooltip("assertion:N", title="Status"),
]


def timeline_chart(rows: pd.DataFrame, wanted: EventFilter, dark: bool) -> Any:
    """Return the chart of `geo.timeline.rows`, one line a group and as many more as its events overlap.

    Clicking a bar chooses its event: the selection is named CHOSEN and holds `event_id`.
    """
    lined = with_lanes(rows)
    lined["family"] = [family_label(kind) for kind in lined["type"]]
    days = shown_days(lined, wanted)
    ink = Ink(lined, days, dark)
    vague = lined["faded"] & ~lined["open_start"] & ~lined["open_end"]
    sharp, planned = ~lined["faded"], lined["planned"]
    layers = [
        ink.hairlines(lined),
        ink.bars(lined[vague], opacity=FADED_OPACITY),
        *ink.open_bars(lined),
        ink.bars(lined[sharp & ~planned], outlined=True),
        ink.bars(lined[sharp & planned], outlined=True, fill=PAPER[dark]),
        ink.today(days),
        ink.targets(lined, days),
    ]
    chart: Any = alt.layer(*[layer for layer in layers if layer is not None])
    return chart.properties(height=alt.Step(ROW_PX)).configure_view(strokeWidth=0)


class Ink:
    """The axes and colours that all layers of one timeline have in common."""

    def __init__(self, lined: pd.DataFrame, days: tuple[dt.date, dt.date], dark: bool) -> None:
        families = list(dict.fromkeys(lined["family"]))
        self.dark = dark
        self.color = family_color(families, dark)
        self.stroke = alt.Stroke("family:N", scale=family_scale(families, dark), legend=None)
        # The name of a group stands at its first lane only.
        label = f"split(datum.value, '{BETWEEN}')[1] == '0' ? split(datum.value, '{BETWEEN}')[0] : ''"
        look: dict[str, Any] = {
            "labelLimit": LONGEST_LABEL_PX,
            "labelPadding": 8,
            "ticks": False,
            "domain": False,
            "labelFlush": False,
        }
        axis = alt.Axis(labelExpr=label, labelOverlap=False, **look)
        self.line: dict[str, Any] = {"sort": list(dict.fromkeys(lined["line"])), "title": None, "axis": axis}
        span = (days[1] - days[0]).days
        form = "%Y" if span > 365 * 6 else "%b %Y" if span > 120 else "%d %b %Y"
        self.time = alt.Axis(title=None, orient="top", labelOverlap=True, tickCount=8, grid=True, format=form)

    def bars(
        self, rows: pd.DataFrame, opacity: float = 1.0, outlined: bool = False, fill: str | None = None
    ) -> Any | None:
        """Return bars from start to end; an outline keeps one day visible on an axis of decades."""
        if rows.empty:
            return None
        mark: dict[str, Any] = {"clip": True, "cornerRadius": 1, "opacity": opacity, "height": BAR_PX}
        mark |= ({"fill": fill} if fill else {}) | ({"strokeWidth": 1.8} if outlined else {})
        return self.placed(alt.Chart(rows).mark_bar(**mark), color=self.color, **self.outline(outlined))

    def outline(self, outlined: bool) -> dict[str, Any]:
        return {"stroke": self.stroke} if outlined else {}

    def open_bars(self, rows: pd.DataFrame) -> list[Any]:
        """Return bars that fade out where the text gives no bound; one layer a colour and side."""
        layers = []
        for side, near in (("open_start", 1), ("open_end", 0)):
            for day, night, label in FAMILIES.values():
                part = rows[rows[side] & (rows["family"] == label)]
                if not part.empty:
                    fill = fading(night if self.dark else day, near)
                    layers.append(self.placed(alt.Chart(part).mark_bar(clip=True, height=BAR_PX, color=fill)))
        return layers

    def targets(self, rows: pd.DataFrame, days: tuple[dt.date, dt.date]) -> Any:
        """Return every event once, invisible and a little taller than its bar, so that there is something to hit."""
        scale = alt.Scale(domain=[day.isoformat() for day in days])  # one layer sets the axis for all
        choice = alt.selection_point(name=CHOSEN, fields=["event_id"], on="click", empty=False)
        mark = alt.Chart(rows).mark_bar(clip=True, opacity=0.001, height=ROW_PX - 2, strokeWidth=5)
        return self.placed(mark, scale, color=self.color, stroke=self.stroke).add_params(choice)

    def placed(self, chart: Any, scale: Any = alt.Undefined, **channels: Any) -> Any:
        x = alt.X("start:T", axis=self.time, scale=scale)
        return chart.encode(x=x, x2="end:T", y=alt.Y("line:N", **self.line), tooltip=TOOLTIP, **channels)

    def hairlines(self, rows: pd.DataFrame) -> Any:
        """Return a line above each group."""
        first = rows[rows["lane"] == 0].drop_duplicates("group")[["line"]]
        return (
            alt.Chart(first)
            .mark_rule(color="#8a8a8a", opacity=0.25)
            .encode(y=alt.Y("line:N", bandPosition=0, **self.line))
        )

    def today(self, days: tuple[dt.date, dt.date]) -> Any | None:
        now = dt.date.today()
        if not days[0] <= now <= days[1]:
            return None
        mark = alt.Chart(pd.DataFrame({"day": pd.to_datetime([now.isoformat()])})).mark_rule(strokeDash=[3, 3])
        return mark.encode(x=alt.X("day:T", axis=self.time), tooltip=alt.value("today"))


def fading(color: str, near: int) -> dict[str, Any]:
    """Return a gradient that is full at its `near` end, 0 left and 1 right, and nothing at the other."""
    stops = [{"offset": offset, "color": color if offset == near else f"{color}00"} for offset in (0, 1)]
    return {"gradient": "linear", "x1": 0, "x2": 1, "y1": 0, "y2": 0, "stops": stops}
