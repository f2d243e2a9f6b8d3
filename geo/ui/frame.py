"""What stands around every page: set-up on first start, the filters, the way between pages, errors in plain words."""

from __future__ import annotations

import logging
from pathlib import Path

import streamlit as st

from geo.assets import make_offline
from geo.errors import GeoError
from geo.ui import filters, first_start, resources
from geo.ui.words import explain

SIDEBAR_PX = 290
STYLES = Path(__file__).with_name("page.css")
PAGES = (
    ("map.py", "Map", "map"),
    ("timeline.py", "Timeline", "timeline"),
    ("events.py", "Events", "events"),
    ("reports.py", "Reports", "reports"),
    ("sources.py", "Sources", "sources"),
)


def show() -> None:
    """Draw the frame and, inside it, the page of the address."""
    st.set_page_config(page_title="Joint maneuvers", layout="wide", initial_sidebar_state=SIDEBAR_PX)
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
        for problem in resources.gazetteer_problems():
            st.warning("A gazetteer of your own is left out; everything else works.")
            st.text(problem)
        page.run()
    except GeoError as error:
        explain(error)


def explain_unforeseen(error: Exception) -> bool:
    """Show that something failed which nobody thought of; the log has the rest. True: Streamlit need not say it too."""
    if isinstance(error, GeoError):  # from a fragment or a button, which run outside the frame's own net
        explain(error)
    else:
        logging.getLogger(__name__).error("page failed", exc_info=error)
        st.error("Something unforeseen went wrong. Nothing in the store was changed by it; reload the page to go on.")
    return True
