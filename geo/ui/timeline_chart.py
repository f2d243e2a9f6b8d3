"""Timeline rows to an Altair chart: solid where the days are known, faded where they are not, fading out where open."""

from __future__ import annotations

import datetime as dt

import altair as alt
import pandas as pd

from geo.layers.style import FAMILIES
from geo.store import EventFilter
from geo.ui.charts import FAMILY_LEGEND, family_color, family_label, family_scale

ROW_PX = 19
BETWEEN = "\u241f"  # parts group and lane in a row's key; stands in no group's name
CHOSEN = "chosen"
FADED_OPACITY = 0.3
LONGEST_LABEL_PX = 210


def timeline_chart(rows: pd.DataFrame, wanted: EventFilter, dark: bool) -> alt.LayerChart:
    """Return the chart of `geo.timeline.rows`, one line a group and as many more as its events overlap.

    Clicking a bar chooses its event: the selection is named CHOSEN and holds `event_id`.
    """
    lined = with_lanes(rows)
    lined["family"] = [family_label(kind) for kind in lined["type"]]
    keys = list(dict.fromkeys(lined["line"]))
    paper = "#11181e" if dark else "#ffffff"
    shared = Shared(keys, domain(lined, wanted), list(dict.fromkeys(lined["family"])), dark)
    chosen = alt.selection_point(name=CHOSEN, fields=["event_id"], on="click", empty=False)
    # Every event once, invisible and a little taller than its bar, so that there is something to hit.
    target = shared.bars(lined, opacity=0.001, size=ROW_PX - 2, scale=alt.Scale(domain=list(shared.days)))
    layers = [
        shared.lines(lined),
        shared.bars(lined[lined["faded"] & ~lined["open_start"] & ~lined["open_end"]], opacity=FADED_OPACITY),
        *shared.open_bars(lined),
        shared.bars(lined[~lined["faded"] & ~lined["planned"]], stroke=True),
        shared.bars(lined[~lined["faded"] & lined["planned"]], stroke=True, fill=paper),
        shared.today(),
        target.add_params(chosen) if target else None,
    ]
    return (
        alt.layer(*[layer for layer in layers if layer is not None])
        .properties(height=alt.Step(ROW_PX))
        .configure_view(strokeWidth=0)
    )


def with_lanes(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with `line`: group and lane, so that no two bars of one line overlap."""
    lanes: list[int] = []
    ends: dict[str, list[pd.Timestamp]] = {}
    for row in rows.itertuples():
        busy = ends.setdefault(row.group, [])
        lane = next((number for number, end in enumerate(busy) if end <= row.start), len(busy))
        if lane == len(busy):
            busy.append(row.end)
        else:
            busy[lane] = row.end
        lanes.append(lane)
    lined = rows.assign(lane=lanes)
    order = {group: number for number, group in enumerate(dict.fromkeys(rows["group"]))}
    lined["order"] = [order[group] for group in lined["group"]]
    lined = lined.sort_values(["order", "lane", "start"])
    lined["line"] = [f"{group}{BETWEEN}{lane}" for group, lane in zip(lined["group"], lined["lane"], strict=True)]
    return lined.drop(columns="order")


def domain(rows: pd.DataFrame, wanted: EventFilter) -> tuple[str, str]:
    """Return the first and last day of the axis: the filter's, else those of the bars."""
    first = wanted.start or rows["start"].min().date()
    last = wanted.end or rows["end"].max().date()
    margin = max(2, (last - first).days // 60)
    return (first - dt.timedelta(days=margin)).isoformat(), (last + dt.timedelta(days=margin)).isoformat()


class Shared:
    """The scales that all layers of one timeline have in common."""

    def __init__(self, keys: list[str], days: tuple[str, str], families: list[str], dark: bool) -> None:
        self.days = days
        self.dark = dark
        self.color = family_color(families, dark)
        self.stroke = alt.Stroke("family:N", title=None, scale=family_scale(families, dark), legend=FAMILY_LEGEND)
        # The name of a group stands at its first lane only.
        label = f"split(datum.value, '{BETWEEN}')[1] == '0' ? split(datum.value, '{BETWEEN}')[0] : ''"
        axis = alt.Axis(
            labelExpr=label, labelLimit=LONGEST_LABEL_PX, labelOverlap=False, ticks=False, domain=False, labelPadding=8
        )
        self.keys, self.y_axis = keys, axis
        self.y = alt.Y("line:N", sort=keys, title=None, axis=axis)
        self.x_axis = alt.Axis(
            title=None,
            orient="top",
            labelOverlap=True,
            tickCount=8,
            grid=True,
            gridOpacity=0.5,
            format=axis_format(days),
        )

    def bars(
        self,
        rows: pd.DataFrame,
        opacity: float = 1.0,
        stroke: bool = False,
        fill: str | None = None,
        size: int = ROW_PX - 8,
        scale: alt.Scale | None = None,
    ) -> alt.Chart | None:
        """Return bars from start to end; a stroke keeps a day visible on an axis of decades."""
        if rows.empty:
            return None
        mark = {"clip": True, "cornerRadius": 1, "opacity": opacity, "height": size}
        if fill:
            mark |= {"fill": fill}
        channels: dict[str, object] = {"stroke": self.stroke} if stroke else {}
        if stroke:
            mark |= {"strokeWidth": 1.8}
        if scale:  # one layer sets the axis for all
            channels |= {"x": alt.X("start:T", scale=scale, axis=self.x_axis)}
        return self.encoded(alt.Chart(rows).mark_bar(**mark), **channels)  # type: ignore[arg-type]

    def open_bars(self, rows: pd.DataFrame) -> list[alt.Chart]:
        """Return bars that fade out where the text gives no bound; one layer a colour and side."""
        layers = []
        for side, near in (("open_start", 1), ("open_end", 0)):
            for day, night, label in FAMILIES.values():
                part = rows[rows[side] & (rows["family"] == label)]
                if part.empty:
                    continue
                ink = night if self.dark else day
                stops = [alt.GradientStop(offset=near, color=ink), alt.GradientStop(offset=1 - near, color=f"{ink}00")]
                gradient = alt.Gradient(
                    gradient="linear", stops=sorted(stops, key=lambda stop: stop.offset), x1=0, x2=1, y1=0, y2=0
                )
                mark = alt.Chart(part).mark_bar(clip=True, height=ROW_PX - 8, color=gradient)
                layers.append(self.encoded(mark, color=alt.Undefined))
        return layers

    def encoded(self, chart: alt.Chart, **channels: object) -> alt.Chart:
        given = {
            "x": alt.X("start:T", axis=self.x_axis),
            "x2": "end:T",
            "y": self.y,
            "color": self.color,
            "tooltip": [
                alt.Tooltip("label:N", title="Event"),
                alt.Tooltip("dates_label:N", title="Dates"),
                alt.Tooltip("type:N", title="Type"),
                alt.Tooltip("assertion:N", title="Status"),
            ],
            **channels,
        }
        return chart.encode(**{name: value for name, value in given.items() if value is not alt.Undefined})

    def lines(self, rows: pd.DataFrame) -> alt.Chart:
        """Return a hair line above each group."""
        first = rows[rows["lane"] == 0].drop_duplicates("group")[["line"]]
        y = alt.Y("line:N", sort=self.keys, axis=self.y_axis, title=None, bandPosition=0)
        return alt.Chart(first).mark_rule(opacity=0.1, strokeWidth=1).encode(y=y)

    def today(self) -> alt.Chart | None:
        now = dt.date.today().isoformat()
        if not self.days[0] <= now <= self.days[1]:
            return None
        days = pd.DataFrame({"day": pd.to_datetime([now])})
        x = alt.X("day:T", axis=self.x_axis)
        return alt.Chart(days).mark_rule(strokeDash=[3, 3], opacity=0.6).encode(x=x, tooltip=alt.value("today"))


def axis_format(days: tuple[str, str]) -> str:
    span = (dt.date.fromisoformat(days[1]) - dt.date.fromisoformat(days[0])).days
    return "%Y" if span > 365 * 6 else "%b %Y" if span > 120 else "%d %b %Y"
