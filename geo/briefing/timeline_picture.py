"""Filtered events to a timeline slide: one bar an event, solid where the days are known, hatched where they are not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.patches import Rectangle

from geo import timeline
from geo.briefing.axis import ticks
from geo.briefing.key import chosen
from geo.briefing.legend import Item, draw_legend, family_items
from geo.briefing.slide import HEIGHT, MARGIN, WIDTH, Slide, Theme, drawn
from geo.briefing.words import map_subtitle, map_title
from geo.gazetteer import Gazetteer
from geo.store import EventFilter, EventStore

TOP, BOTTOM = HEIGHT - 136, 128
LABELS = 430  # pixels for titles left of the bars
LEFT, RIGHT = MARGIN + LABELS + 16, WIDTH - MARGIN
LEAST_ROW, MOST_ROW = 25.0, 46.0
INDENT = 16.0
LEAST_BAR = 6.0  # pixels: one day in twenty years is still seen
FADE_STEPS = 12
ATTRIBUTION = "Bars reach no further than the reports say. Dates as reported."


def timeline_png(
    found: pd.DataFrame,
    wanted: EventFilter,
    store: EventStore | None = None,
    gazetteer: Gazetteer | None = None,
    *,
    group: timeline.Group = "series",
    theme: Theme = "light",
    title: str | None = None,
    made: dt.date | None = None,
) -> bytes:
    """Return a PNG of 1920 x 1080 pixels; arguments as those of `map_png`, `group` as that of `timeline.rows`."""

    def draw(slide: Slide) -> None:
        slide.frame(title or map_title(found, wanted), map_subtitle(wanted), ATTRIBUTION, made or dt.date.today())
        draw_timeline(slide, found, group)

    return drawn(theme, draw)


def draw_timeline(slide: Slide, found: pd.DataFrame, group: timeline.Group) -> None:
    rows = timeline.rows(found, group)
    shown = fitting_rows(found, rows, group)
    undated = len(found) - len(rows)
    counted = slide.fitted(heading(len(rows), len(shown), undated), 12, LABELS, "bold")
    slide.text(MARGIN, TOP - 10, counted, 12, weight="bold", color=slide.palette.muted)
    if shown.empty:
        slide.text(WIDTH / 2, HEIGHT / 2, "No dated events", 18, ha="center", color=slide.palette.muted)
        return
    lines = line_count(shown)
    height = min(MOST_ROW, (TOP - BOTTOM - 30) / lines)
    scale = Scale(shown)
    bottom = TOP - 30 - height * lines
    draw_axis(slide, scale, bottom)
    y = float(TOP - 30)
    for name in dict.fromkeys(shown["group"]):
        members = shown[shown["group"] == name]
        slide.axes.plot([MARGIN, RIGHT], [y, y], color=slide.palette.rule, linewidth=0.8, zorder=1)
        headed = len(members) > 1
        if headed:
            slide.text(MARGIN, y - height / 2, slide.fitted(name, 11.5, LABELS, "bold"), 11.5, weight="bold")
            y -= height
        for row in members.to_dict("records"):
            draw_row(slide, scale, row, y - height / 2, height, INDENT if headed else 0)
            y -= height
    draw_legend(slide, legend_items(slide, shown), BOTTOM - 20)


class Scale:
    """Days to pixels, with some room on both sides; counts in seconds, for nanoseconds hold no more than 292 years."""

    def __init__(self, shown: pd.DataFrame) -> None:
        first, last = (moment.as_unit("s") for moment in (shown["start"].min(), shown["end"].max()))
        room = max((last - first) * 0.03, pd.Timedelta(days=2))
        self.first, self.last = first - room, last + room
        self.per_pixel = (self.last - self.first) / (RIGHT - LEFT)

    def x(self, moment: pd.Timestamp) -> float:
        return float(LEFT + (moment.as_unit("s") - self.first) / self.per_pixel)


def fitting_rows(found: pd.DataFrame, rows: pd.DataFrame, group: timeline.Group) -> pd.DataFrame:
    """Return as many rows as the slide holds, those of the surest and latest events, in the timeline's order."""
    most = int((TOP - BOTTOM - 30) / LEAST_ROW)
    dated = found[found["event_id"].isin(rows["event_id"])]
    while True:
        kept = set(chosen(dated, most)["event_id"])
        shown = rows[rows["event_id"].isin(kept)]
        if (TOP - BOTTOM - 30) / max(line_count(shown), 1) >= LEAST_ROW or most <= 1:
            return shown
        most -= 1


def line_count(shown: pd.DataFrame) -> int:
    """Return how many lines events need with the headings of their groups; a group of one needs none."""
    return len(shown) + int((shown["group"].value_counts() > 1).sum())


def heading(total: int, shown: int, undated: int) -> str:
    words = f"{total:,} dated event{'s' * (total != 1)}"
    if shown < total:
        words += f", {shown} shown, {total - shown:,} more"
    return words + (f", {undated:,} without a date" if undated else "")


def draw_axis(slide: Slide, scale: Scale, bottom: float) -> None:
    palette = slide.palette
    for moment, words, major in ticks(scale.first, scale.last):
        x = scale.x(moment)
        width, color = (1.0, palette.muted) if major else (0.6, palette.rule)
        slide.axes.plot([x, x], [bottom, TOP - 24], color=color, linewidth=width, alpha=0.5, zorder=1)
        slide.text(x, TOP - 10, words, 10.5, ha="center", color=palette.muted, weight="bold" if major else "normal")
    slide.axes.plot([LEFT, RIGHT], [bottom, bottom], color=palette.rule, linewidth=1)


def draw_row(slide: Slide, scale: Scale, row: dict[str, Any], y: float, height: float, indent: float) -> None:
    palette = slide.palette
    slide.text(MARGIN + indent, y, slide.fitted(row["label"], 11, LABELS - indent), 11)
    left, right = scale.x(row["start"]), scale.x(row["end"])
    if right - left < LEAST_BAR:
        left, right = (left + right - LEAST_BAR) / 2, (left + right + LEAST_BAR) / 2
    draw_bar(slide, row, left, right, y, height * 0.56)
    words = f"{row['dates_label']}, planned" if row["planned"] else row["dates_label"]
    wide = slide.width_of(words, 10)
    x, side = (right + 9, "left") if right + 9 + wide < RIGHT else (left - 9, "right")
    slide.text(x, y, words, 10, color=palette.muted, ha=side, zorder=6)


def draw_bar(slide: Slide, row: dict[str, Any], left: float, right: float, y: float, height: float) -> None:
    """Draw a bar: solid to the day, hollow when planned, hatched where vaguer, fading out where it has no bound."""
    axes, palette = slide.axes, slide.palette
    color = palette.of_type(row["type"])
    if row["open_start"] or row["open_end"]:
        edges = np.linspace(left, right, FADE_STEPS + 1)
        strengths = np.linspace(0.05, 0.7, FADE_STEPS)
        for start, end, strength in zip(
            edges[:-1], edges[1:], strengths[::-1] if row["open_end"] else strengths, strict=True
        ):
            axes.add_patch(
                Rectangle(
                    (start, y - height / 2), end - start, height, color=color, alpha=strength, linewidth=0, zorder=4
                )
            )
        return
    place: Any = (left, y - height / 2)
    if row["faded"]:
        axes.add_patch(Rectangle(place, right - left, height, facecolor=color, alpha=0.18, linewidth=0, zorder=3))
        axes.add_patch(
            Rectangle(
                place, right - left, height, facecolor="none", edgecolor=color, hatch="////", linewidth=0, zorder=4
            )
        )
        return
    face = palette.paper if row["planned"] else color
    axes.add_patch(Rectangle(place, right - left, height, facecolor=face, edgecolor=color, linewidth=1.6, zorder=5))


def legend_items(slide: Slide, shown: pd.DataFrame) -> list[Item]:
    """Return the types shown, and the kinds of bar shown."""

    def bar(**flags: bool) -> Any:
        row = {"type": shown["type"].iloc[0], "faded": False, "planned": False, "open_start": False, "open_end": False}
        return lambda x, y: draw_bar(slide, row | flags, x - 13, x + 13, y, 12)

    items = family_items(slide, shown)
    opened = shown["open_start"] | shown["open_end"]
    for there, words, flags in (
        (~shown["faded"] & ~shown["planned"], "known to the day", {}),
        (~shown["faded"] & shown["planned"], "planned", {"planned": True}),
        (shown["faded"] & ~opened, "some time within", {"faded": True}),
        (opened, "no bound stated on the fading side", {"open_end": True}),
    ):
        if there.any():
            items.append((words, bar(**flags)))
    return items
