"""The map with its strip of months and its card, in one fragment: a click or a brush redraws no more than these."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from geo.layers.folium_map import event_group, event_map
from geo.store import EventFilter
from geo.ui import charts, downloads, resources
from geo.ui.event_panel import event_panel, list_panel
from geo.ui.words import counted, dark, empty, explained, head

HEIGHT_PX = 596
LISTED = 60
CLOSE_ZOOM = 5
MOST_LAT = 85.0  # where the square web map ends


def page(wanted: EventFilter) -> None:
    """Draw the Map page for a filter."""
    view(wanted)


@st.fragment
@explained
def view(wanted: EventFilter) -> None:
    """Draw head, map, panel and strip. The brush of the run before narrows the map of this one."""
    everything = resources.events(wanted)
    shown = narrowed(wanted)
    found = everything if shown == wanted else resources.events(shown)
    title, actions = st.columns([5, 2], vertical_alignment="center")
    with title:
        head("Map", f"{counted(len(found), 'event')} · {shown.in_words()}")
    with actions:
        downloads.picture_button("map", found, shown, bbox=bounds())
    drawn, panel = st.columns([2.75, 1], gap="small")
    with drawn:
        answer = st_folium(
            event_map(),
            key="map",
            height=HEIGHT_PX,
            use_container_width=True,
            feature_group_to_add=event_group(shown.to_query(), st.session_state.get("selected"), focus()),
            returned_objects=[],
        )
        take_click(answer)
    with panel:
        side(found)
    strip(everything, wanted)


def narrowed(wanted: EventFilter) -> EventFilter:
    """Return the filter with its dates cut to the brushed ones."""
    brushed = charts.brushed_dates(st.session_state.get(strip_key(wanted)))
    if brushed is None:
        return wanted
    start = max(brushed[0], wanted.start or dt.date.min)
    end = min(brushed[1], wanted.end or dt.date.max)
    return dataclasses.replace(wanted, start=start, end=end) if start <= end else wanted


def strip_key(wanted: EventFilter) -> str:
    """Return the strip's name: each filter has its own, so that no brush outlives the months it was drawn on."""
    return f"strip_{urlencode(wanted.to_query())}"


def strip(everything: pd.DataFrame, wanted: EventFilter) -> None:
    if everything.empty:
        return
    chart = charts.month_strip(everything, dark())
    if chart is None:
        return
    st.altair_chart(chart, key=strip_key(wanted), on_select="rerun", selection_mode="brush", height=120)
    st.caption("Drag over the months to narrow map and list; a double click clears it.")


def bounds() -> tuple[float, float, float, float] | None:
    """Return (west, south, east, north) of the view, None before the map has told; never more than one world."""
    told = (st.session_state.get("map") or {}).get("bounds")
    if not told:
        return None
    west, south, east, north = told
    if east - west >= 360:
        west, east = (west + east) / 2 - 180, (west + east) / 2 + 180
    return west, max(south, -MOST_LAT), east, min(north, MOST_LAT)


def focus() -> tuple[float, float, int] | None:
    return st.session_state.get("focus")


def take_click(answer: Mapping[str, Any] | None) -> None:
    """Note which events were clicked on the map, once a click."""
    clicks = (answer or {}).get("clicks", 0)
    if not answer or clicks == st.session_state.get("clicks_taken", 0):
        return
    st.session_state["clicks_taken"] = clicks
    chosen = [str(event) for event in answer.get("events") or ()]
    st.session_state["listed"] = chosen if len(chosen) > 1 else None
    st.session_state["selected"] = chosen[0] if len(chosen) == 1 else None
    st.session_state["focus"] = None
    st.rerun(scope="fragment")


def choose(event_id: str | None, lat: float = float("nan"), lon: float = float("nan")) -> None:
    """Choose an event from a list: the map goes there."""
    st.session_state["selected"] = event_id
    st.session_state["focus"] = (lat, lon, CLOSE_ZOOM) if event_id and lat == lat else None


def side(found: pd.DataFrame) -> None:
    """Draw the card of the chosen event, else the list of what the map shows."""
    selected, listed = st.session_state.get("selected"), st.session_state.get("listed")
    with st.container(height=HEIGHT_PX, border=False):
        if selected:
            back = "Back to the list"
            st.button(back, on_click=choose, args=(None,), type="tertiary")
            event_panel(selected)
        elif found.empty:
            empty(
                "No event fits these filters",
                "Widen the dates, take out a country, or clear the filters in the sidebar.",
            )
        elif listed:
            st.button("Back to all events", on_click=lambda: st.session_state.pop("listed", None), type="tertiary")
            list_panel(found[found["event_id"].isin(listed)], LISTED, choose)
        else:
            list_panel(found, LISTED, choose)
