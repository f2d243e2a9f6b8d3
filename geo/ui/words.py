"""Small pieces of a page that several pages share: heads, empty states, errors, the theme in use."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from html import escape
from typing import ParamSpec

import streamlit as st

from geo.errors import GeoError

Given = ParamSpec("Given")


def head(title: str, said: str = "") -> None:
    """Draw the title of a page and, beside it, one line on what is shown."""
    st.html(f'<div class="geo-head"><h1>{escape(title)}</h1><span>{escape(said)}</span></div>')


def empty(title: str, said: str) -> None:
    """Draw what stands where nothing is to be shown, and what can be done about it."""
    st.html(f'<div class="geo-empty"><b>{escape(title)}</b><span>{escape(said)}</span></div>')


def explain(error: GeoError) -> None:
    """Show an error that the program raised on purpose; its text says how to mend it."""
    st.error("This cannot be shown.")
    st.text(str(error))


def explained(draw: Callable[Given, None]) -> Callable[Given, None]:
    """Make a function that draws explain what it cannot draw; a fragment is outside the frame's own net."""

    @wraps(draw)
    def drawn(*args: Given.args, **kwargs: Given.kwargs) -> None:
        try:
            draw(*args, **kwargs)
        except GeoError as error:
            explain(error)

    return drawn


def dark() -> bool:
    return st.context.theme.type == "dark"


def counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
