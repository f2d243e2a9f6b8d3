"""Buttons that hand out what is shown: pictures for slides, tables for other programs. Made when clicked, not before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pandas as pd
import streamlit as st

from geo import briefing
from geo.store import EventFilter
from geo.ui import resources

Bounds = tuple[float, float, float, float]


def picture_button(kind: str, found: pd.DataFrame, wanted: EventFilter, bbox: Bounds | None = None) -> None:
    """Offer the map or timeline as a picture of 1920 x 1080 pixels.

    Args:
        kind: 'map' or 'timeline'.
        bbox: west, south, east, north of the part of the world to draw; all that is found when None.
    """

    def draw() -> bytes:
        store, gazetteer = resources.store(), resources.gazetteer()
        if kind == "map":
            return briefing.map_png(found, wanted, store, gazetteer, bbox=bbox)
        return briefing.timeline_png(found, wanted, store, gazetteer)

    button("Download picture", draw, f"{kind}.png", "image/png", disabled=found.empty)


def button(label: str, make: Callable[[], bytes], name: str, mime: str, disabled: bool = False) -> None:
    """Offer a file, named for the day it was made, that `make` makes when the button is clicked."""
    st.download_button(
        label,
        make,
        file_name=f"joint-maneuvers-{dt.date.today().isoformat()}-{name}",
        mime=mime,
        on_click="ignore",
        disabled=disabled,
        width="stretch",
        key=f"download_{name}",
    )
