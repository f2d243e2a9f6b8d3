"""What is missing on this machine, built with a progress bar before the dashboard opens."""

from __future__ import annotations

import streamlit as st

from geo import setup
from geo.errors import GeoError
from geo.paths import store_url

_seen_ready: set[str] = set()  # stores of which this process knows that nothing is missing


def ready() -> bool:
    """Whether everything that the pages need was built."""
    if store_url() not in _seen_ready and not setup.missing():
        _seen_ready.add(store_url())
    return store_url() in _seen_ready


def show() -> None:
    """Build what is missing; ends in a rerun when all is there, else in what to do."""
    st.html('<div class="geo-head"><h1>Setting up</h1><span>Only on first start; it takes about a minute.</span></div>')
    bar = st.progress(0.0, text="Looking at what is there")

    def tell(words: str, share: float) -> None:
        bar.progress(min(1.0, max(0.0, share)), text=plain(words))

    try:
        left_out = setup.run(tell)
    except GeoError as error:
        st.error("Set-up could not be finished. What was built is kept; the next try goes on from there.")
        st.text(str(error))
        st.button("Try again")
        return
    st.session_state["left_out"] = left_out
    st.rerun()


def plain(words: str) -> str:
    """Return a progress message without characters that markdown would read."""
    return words.translate({ord(character): " " for character in "*_`[]<>$#|~\\"})
