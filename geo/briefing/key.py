"""Which events a slide names, and the numbered list beside the map."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from geo.briefing.marks import ASSERTION_WORDS, BADGE_RADIUS, draw_badge, draw_symbol
from geo.briefing.slide import UNREADABLE, Slide, readable
from geo.layers.style import TYPE_STYLE
from geo.store.labels import event_title
from geo.text.countries import country_name
from geo.types import EventType

# Pixels: with words of the report; with a title on two lines and who took part; with a short title; without who.
ROW_HEIGHTS = (190.0, 92.0, 66.0, 46.0)
QUOTE_LINES = 5
HEADING = 34.0
MOST_NAMED = 5


def chosen(found: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return the events to be named, in the order of their dates: the surest, of equally sure ones the latest."""
    by_date = found.assign(order=[_ordinal(day) for day in found["start"].where(found["start"].notna(), found["end"])])
    best = by_date.sort_values(["confidence", "order"], ascending=False, kind="stable").head(most)
    return best.sort_values(["order", "event_id"], kind="stable").drop(columns="order")


def capacity(height: float, rows: int) -> tuple[int, float]:
    """Return how many events fit into a list and how high each row is: the fewer events, the more is said of each."""
    for row_height in ROW_HEIGHTS:
        if rows * row_height <= height - HEADING:
            return rows, row_height
    return int((height - HEADING) // ROW_HEIGHTS[-1]), ROW_HEIGHTS[-1]


def draw_key(
    slide: Slide,
    named: pd.DataFrame,
    heading: str,
    quotes: dict[str, str],
    left: float,
    top: float,
    width: float,
    row_height: float,
) -> None:
    """List the named events under a heading.

    Args:
        quotes: words of the reports by event_id, shown where there is room.
    """
    palette = slide.palette
    slide.text(left, top - 10, slide.fitted(heading, 11.5, width, "bold"), 11.5, color=palette.muted, weight="bold")
    slide.axes.plot([left, left + width], [top - HEADING + 8] * 2, color=palette.rule, linewidth=1)
    for number, event in enumerate(named.to_dict("records"), start=1):
        y = top - HEADING - row_height * (number - 1)
        draw_row(slide, number, event, quotes.get(event["event_id"], ""), left, y, width, row_height)


def heading_words(named: int, total: int, unplaced: int) -> str:
    if not total:
        return "No events"
    words = f"{total:,} event{'s' * (total != 1)}"
    if named < total - unplaced:
        words += f" · {named} named and {total - unplaced - named:,} more"
    return words + (f" · {unplaced:,} unplaced" if unplaced else "")


def draw_row(
    slide: Slide, number: int, event: dict[Any, Any], quote: str, left: float, top: float, width: float, height: float
) -> None:  # fmt: skip
    palette = slide.palette
    x, room = left + 2 * BADGE_RADIUS + 34, width - 2 * BADGE_RADIUS - 34
    draw_badge(slide, slide.axes, left + BADGE_RADIUS, top - 15, number, event["type"])
    draw_symbol(
        slide.axes, palette, [(left + 2 * BADGE_RADIUS + 15, top - 14)], event["type"], event["assertion"], size=9
    )
    title = event["title"] if readable(event["title"]) != UNREADABLE else plain_title(event)
    titles = slide.wrapped(title, 12, room, 2 if height > 80 else 1, "bold")
    for line, words in enumerate(titles):
        slide.text(x, top - 13 - 20 * line, words, 12, weight="bold")
    below = top - 13 - 20 * len(titles)
    for line, words in enumerate([when_and_where(event), who(event)][: 1 if height < 60 else 2]):
        slide.text(x, below - 18 * line, slide.fitted(words, 10.5, room), 10.5, color=palette.muted)
    if quote and height > 100 and readable(quote) != UNREADABLE:
        for line, words in enumerate(slide.wrapped(f"“{quote}”", 10.5, room - 8, QUOTE_LINES)):
            slide.text(x, below - 42 - 17 * line, words, 10.5, style="italic")


def plain_title(event: dict[Any, Any]) -> str:
    """Return a title without the exercise's name, which the slide's font cannot show."""
    return event_title(EventType(event["type"]), None, event["participants"], event["place_name"] or None)


def when_and_where(event: dict[Any, Any]) -> str:
    """Return an event's dates and place as its report gives them, and whether it took place."""
    parts = [event["dates_label"], event["place_name"], ASSERTION_WORDS.get(event["assertion"])]
    return " · ".join(str(part) for part in parts if isinstance(part, str) and part)


def who(event: dict[Any, Any]) -> str:
    """Return who took part, in what, and how sure the reading is."""
    codes = list(event["participants"])
    names = [country_name(code) for code in codes[:MOST_NAMED]]
    more = f" and {len(codes) - MOST_NAMED} more" if len(codes) > MOST_NAMED else ""
    style = TYPE_STYLE[EventType(event["type"])]
    parts = [", ".join(names) + more, style.label, f"confidence {event['confidence']:.0%}"]
    return " · ".join(part for part in parts if part)


def _ordinal(day: Any) -> float:
    return day.toordinal() if hasattr(day, "toordinal") and not pd.isna(day) else -math.inf
