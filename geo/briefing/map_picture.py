"""Filtered events to a map slide: land and sea, where each event was as exactly as is known, and a numbered key."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pandas as pd

from geo.briefing import view as views
from geo.briefing.areas import draw_areas, given_areas
from geo.briefing.boxes import Taken, spread
from geo.briefing.ground import draw_frame, draw_ground, draw_names
from geo.briefing.key import capacity, chosen, draw_key, heading_words
from geo.briefing.legend import draw_legend, map_items
from geo.briefing.marks import BADGE_RADIUS, draw_badge, draw_symbol
from geo.briefing.slide import MARGIN, WIDTH, Slide, Theme, drawn
from geo.briefing.view import Box, View
from geo.briefing.words import map_subtitle, map_title
from geo.gazetteer import Gazetteer
from geo.layers.areas import outline
from geo.layers.basemap import ATTRIBUTION
from geo.layers.tracks import Line, track
from geo.store import EventFilter, EventStore
from geo.types import EventType

LEFT, BOTTOM, MAP_WIDTH, MAP_HEIGHT = MARGIN, 124, 1304, 816
KEY_LEFT = LEFT + MAP_WIDTH + 32
KEY_WIDTH = WIDTH - MARGIN - KEY_LEFT
MOST_RADIUS_IN_VIEW_KM = 400.0  # a vaguer place does not draw the view wider
BADGE_GAP = 2 * BADGE_RADIUS + 3
ROUTE_ROLES = ("origin", "via", "destination")


def map_png(
    found: pd.DataFrame,
    wanted: EventFilter,
    store: EventStore,
    gazetteer: Gazetteer,
    *,
    bbox: Box | None = None,
    theme: Theme = "light",
    title: str | None = None,
    made: dt.date | None = None,
) -> bytes:
    """Return a PNG of 1920 x 1080 pixels.

    Args:
        found: what `store.query(wanted)` returned.
        bbox: west, south, east, north of what is to be seen; east may pass 180. Fits the events when None.
        title: in place of the one that follows from the filter.
        made: the date written below, today when None.
    Raises:
        NotBuilt: set-up has not made the base map.
    """

    def draw(slide: Slide) -> None:
        slide.frame(title or map_title(found, wanted), map_subtitle(wanted), ATTRIBUTION, made or dt.date.today())
        draw_map(slide, found, store, gazetteer, bbox)

    return drawn(theme, draw)


def draw_map(
    slide: Slide, found: pd.DataFrame, store: EventStore, gazetteer: Gazetteer, bbox: Box | None
) -> None:  # fmt: skip
    placed = found[found["lat"].notna() & found["lon"].notna()]
    box_view = views.fitting(bbox, MAP_WIDTH, MAP_HEIGHT) if bbox else None
    if box_view:
        inside = [box_view.holds(lat, lon) for lat, lon in zip(placed["lat"], placed["lon"], strict=True)]
        placed = placed.loc[inside]  # no rows for an empty list, where placed[[]] has no columns
    most, row_height = capacity(MAP_HEIGHT, len(placed))
    named = chosen(placed, most)
    events = {event_id: store.event(event_id) or {} for event_id in named["event_id"]}
    lines = {event_id: line for event_id, held in events.items() if (line := route(held))}
    view = box_view or views.view_of(boxes(placed, lines, events), MAP_WIDTH, MAP_HEIGHT)

    axes = slide.panel(LEFT, BOTTOM, MAP_WIDTH, MAP_HEIGHT)
    draw_ground(slide, axes, view)
    edges = draw_areas(slide, axes, view, named, events, gazetteer)
    for event in named.to_dict("records"):
        draw_track(slide, axes, view, lines.get(event["event_id"], []), event["type"])
    taken = Taken()
    draw_others(slide, axes, view, placed[~placed["event_id"].isin(named["event_id"])])
    draw_named(slide, axes, view, named, taken)
    draw_frame(slide, axes, view, taken)
    draw_names(slide, axes, view, taken)
    unplaced = int((found["lat"].isna() | found["lon"].isna()).sum()) if not bbox else 0
    heading = heading_words(len(named), len(placed) + unplaced, unplaced)
    quotes = {event_id: quote(held) for event_id, held in events.items()}
    draw_key(slide, named, heading, quotes, KEY_LEFT, BOTTOM + MAP_HEIGHT, KEY_WIDTH, row_height)
    draw_legend(slide, map_items(slide, placed, bool(lines), edges), BOTTOM - 14)


def boxes(placed: pd.DataFrame, lines: dict[str, Line], events: dict[str, dict[str, Any]]) -> list[Box]:
    """Return what the view has to hold: marks with a part of their circles, tracks, areas given by corners."""
    radius = placed["radius_km"].fillna(0).clip(upper=MOST_RADIUS_IN_VIEW_KM)
    found = [views.around(*row) for row in zip(placed["lat"], placed["lon"], radius, strict=True)]
    areas = [outline(place["polygon"]) for held in events.values() for place in given_areas(held)]
    for line in [*lines.values(), *filter(None, areas)]:
        lats, lons = [lat for lat, _ in line], [lon for _, lon in line]
        found.append((min(lons), min(lats), max(lons), max(lats)))
    return found


def quote(event: dict[str, Any]) -> str:
    """Return the words of the report that an event rests on first, empty for one that comes from no report."""
    if not event.get("report_id"):
        return ""
    return next((found["quote"] for found in event["evidence"]), "")


def route(event: dict[str, Any]) -> Line:
    """Return the way of an event that went from one place to another, empty for all others."""
    places = [place for place in event.get("places", ()) if place["role"] in ROUTE_ROLES]
    placed = pd.DataFrame([place for place in places if place.get("lat") is not None])
    if len(placed) < 2:
        return []
    return track(placed, EventType(event["type"]))


def draw_track(slide: Slide, axes: Any, view: View, line: Line, event_type: str) -> None:
    """Draw a line with an arrow head where it ends."""
    if not line:
        return
    color = slide.palette.of_type(event_type)
    shift = view.near(line[-1][1]) - line[-1][1]
    points = view.pixels([lat for lat, _ in line], [lon + shift for _, lon in line])
    axes.plot(points[:, 0], points[:, 1], color=color, linewidth=2.2, linestyle=(0, (1, 1.2)), zorder=8)
    end = points[-1]
    before = next((point for point in points[::-1] if math.dist(point, end) > 14), points[0])
    if math.dist(before, end) > 1:
        arrow = {"arrowstyle": "-|>", "color": color, "shrinkA": 0, "shrinkB": 5, "mutation_scale": 18, "linewidth": 0}
        axes.annotate("", xy=end, xytext=before, arrowprops=arrow, zorder=9)


def draw_others(slide: Slide, axes: Any, view: View, others: pd.DataFrame) -> None:
    """Draw the events that the key does not name: symbols alone, one call for each look."""
    looks: list[tuple[Any, pd.DataFrame]] = list(others.groupby(["type", "assertion"]))
    for (event_type, assertion), group in looks:
        places = [view.point(lat, lon) for lat, lon in zip(group["lat"], group["lon"], strict=True)]
        draw_symbol(axes, slide.palette, places, event_type, assertion, size=7, zorder=9)


def draw_named(slide: Slide, axes: Any, view: View, named: pd.DataFrame, taken: Taken) -> None:
    """Draw symbols where the events were and, beside them, the numbers of the key."""
    anchors = [view.point(lat, lon) for lat, lon in zip(named["lat"], named["lon"], strict=True)]
    places = spread(anchors, BADGE_GAP, view.width, view.height)
    for number, (event, anchor, place) in enumerate(
        zip(named.to_dict("records"), anchors, places, strict=True), start=1
    ):
        (x, y), (badge_x, badge_y) = anchor, place
        color = slide.palette.of_type(event["type"])
        axes.plot([x, badge_x], [y, badge_y], color=color, linewidth=1.2, zorder=9.5)
        draw_symbol(axes, slide.palette, [anchor], event["type"], event["assertion"])
        draw_badge(slide, axes, badge_x, badge_y, number, event["type"])
        taken.add((x - 8, y - 8, x + 8, y + 8), force=True)
        reach = BADGE_RADIUS + 2
        taken.add((badge_x - reach, badge_y - reach, badge_x + reach, badge_y + reach), force=True)
