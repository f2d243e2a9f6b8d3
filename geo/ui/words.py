"""Small pieces of a page that several pages share: heads, empty states, the theme in use."""

from __future__ import annotations

from html import escape

import streamlit as st


def head(title: str, said: str = "") -> None:
    """Draw the title of a page and, beside it, one line on what is shown."""
    st.html(f'<div class="geo-head"><h1>{escape(title)}</h1><span>{escape(said)}</span></div>')


def empty(title: str, said: str) -> None:
    """Draw what stands where nothing is to be shown, and what can be done about it."""
    st.html(f'<div class="geo-empty"><b>{escape(title)}</b><span>{escape(said)}</span></div>')


def dark() -> bool:
    return st.context.theme.type == "dark"


def counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
