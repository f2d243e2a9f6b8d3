"""What is missing on this machine, built with a progress bar before the dashboard opens."""

from __future__ import annotations

import streamlit as st

import importlib
from geo.errors import GeoError

try:
    setup = importlib.import_module("geo.setup")
except ImportError:
    setup = None


def ready() -> bool:
    """Whether everything that the pages need was built."""
    return setup is None or not setup.missing()


def show() -> None:
    """Build what is missing; ends in a rerun when all is there, else in what to do."""
    st.html(
        '<div class="geo-head"><h1>Setting up</h1><span>Only on first start. Nothing is sent anywhere.</span></div>'
    )
    bar = st.progress(0.0, text="Looking at what is there")
    try:
        setup.run(lambda words, share: bar.progress(min(1.0, max(0.0, share)), text=words))
    except GeoError as error:
        st.error("Set-up could not be finished.")
        st.text(str(error))
        st.button("Try again")
        return
    st.rerun()
