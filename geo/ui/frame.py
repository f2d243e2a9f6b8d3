"""What stands around every page: set-up on first start, the filters, the way between pages, and plain words for errors."""

from __future__ import annotations

import streamlit as st

from geo.assets import make_offline
from geo.errors import GeoError
from geo.ui import filters, first_start
from geo.ui.styles import STYLES

PAGES = (
    ("map.py", "Map", "map"),
    ("timeline.py", "Timeline", "timeline"),
    ("events.py", "Events", "events"),
    ("reports.py", "Reports", "reports"),
    ("sources.py", "Sources", "sources"),
)
FILTERED = {"Map", "Timeline", "Events"}


def show() -> None:
    """Draw the frame and, inside it, the page of the address."""
    st.set_page_config(page_title="Joint maneuvers", layout="wide", initial_sidebar_state="auto")
    st.html(STYLES)
    page = st.navigation(
        [st.Page(path, title=title, url_path=url, default=title == "Map") for path, title, url in PAGES], position="top"
    )
    if not first_start.ready():
        first_start.show()
        return
    missing = make_offline()
    try:
        with st.sidebar:
            st.html(
                '<div class="geo-brand">Joint maneuvers<span>Exercises, patrols and what leads up to them</span></div>'
            )
        filters.sidebar_filter()
        if missing:
            st.warning(
                f"{len(missing)} browser files are not on this machine and come from their public addresses. "
                "Run `python -m geo setup` with a network once; after that the map needs none."
            )
        page.run()
    except GeoError as error:
        explain(error)


def explain(error: GeoError) -> None:
    """Show an error that the program raised on purpose; its text says how to mend it."""
    st.error("This cannot be shown.")
    st.text(str(error))
