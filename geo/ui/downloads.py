"""Buttons that hand out what is shown, made when clicked: pictures for slides, tables for other programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pandas as pd
import streamlit as st

from geo import briefing
from geo.store import EventFilter
from geo.ui import resources

TABLES = {"csv": ("CSV", "text/csv"), "geojson": ("GeoJSON", "application/geo+json")}
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


def table_button(kind: str, wanted: EventFilter, disabled: bool) -> None:
    """Offer the filter's events as a file of `kind`, a format of `python -m geo export`."""
    label, mime = TABLES[kind]

    def make() -> bytes:
        return briefing.export(kind, resources.store(), wanted, resources.gazetteer())

    button(label, make, f"events.{kind}", mime, disabled)


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
