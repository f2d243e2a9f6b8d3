"""The page's address to the state of the filter widgets, and the filter back to the address.

The words are those of the API and the command line (country=CHN&from=2023-01-01),
so that a view can be sent as a link. Streamlit's own binding writes a widget's
labels ("China") into the address and drops bad values without a word; this
keeps the codes and says what was wrong.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, MutableMapping
from typing import Any

import streamlit as st

from geo.errors import InputError
from geo.store import EventFilter
from geo.store.filter import WORDS

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
STATE = {
    "countries": "filter_countries",
    "match": "filter_match",
    "start": "filter_from",
    "end": "filter_to",
    "types": "filter_types",
    "assertions": "filter_assertions",
    "text": "filter_text",
    "bbox": "filter_bbox",
    "once": "filter_once",
}
WRITTEN = "address_written"


def take_address() -> list[str]:
    """Fill the widgets from the address where it was changed from outside; return what was wrong with it.

    A page change drops the words from the address; then the widgets hold and
    `write_address` puts the words back.
    """
    asked = tuple((word, value) for word in WORDS for value in st.query_params.get_all(word))
    if not asked or asked == st.session_state.get(WRITTEN):
        return []
    wanted, problems = readable(asked)
    fill_state(st.session_state, wanted)
    return problems


def write_address(wanted: EventFilter) -> None:
    """Make the address say what is shown; words that are not ours stay."""
    words = tuple(wanted.to_query())
    asked = tuple((word, value) for word in WORDS for value in st.query_params.get_all(word))
    if words != asked:
        others = [(key, value) for key in st.query_params for value in st.query_params.get_all(key) if key not in WORDS]
        st.query_params.from_dict(grouped([*words, *others]))
    st.session_state[WRITTEN] = words


def readable(asked: Iterable[tuple[str, str]]) -> tuple[EventFilter, list[str]]:
    """Return the filter made of those words that can be read, and a sentence for each that cannot."""
    kept: list[tuple[str, str]] = []
    problems: list[str] = []
    for pair in asked:
        try:
            check_date(pair)
            EventFilter.from_query([*kept, pair])
        except InputError as error:
            problems.append(str(error))
        else:
            kept.append(pair)
    return EventFilter.from_query(kept), problems


def check_date(pair: tuple[str, str]) -> None:
    """Raise InputError for a date that the date fields cannot show."""
    word, value = pair
    if word in ("from", "to") and value:
        wanted = EventFilter.from_query([pair])
        day = wanted.start or wanted.end
        if day and not EARLIEST <= day <= LATEST:
            raise InputError(
                f"{word}={value} lies outside {EARLIEST.year} to {LATEST.year}. Choose a date between them."
            )


def fill_state(state: MutableMapping[Any, Any], wanted: EventFilter) -> None:
    for field, key in STATE.items():
        value = getattr(wanted, field)
        state[key] = list(value) if field in ("countries", "types", "assertions") else value


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for word, value in pairs:
        values.setdefault(word, []).append(value)
    return values
