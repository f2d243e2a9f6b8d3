"""The sidebar's widgets to one EventFilter that every page shares."""

from __future__ import annotations

import datetime as dt

import pycountry
import streamlit as st

from geo.errors import InputError
from geo.store import EventFilter
from geo.store.filter import MAX_TEXT_CHARS
from geo.text.countries import country_name
from geo.types import Assertion, EventType
from geo.ui.address import EARLIEST, LATEST, STATE, fill_state, take_address, write_address

PRESETS = {"30 days": 30, "1 year": 365, "All dates": None}
MATCH_LABELS = {"any": "Any", "all": "All together"}
ASSERTION_LABELS = {
    Assertion.ACTUAL: "Took place",
    Assertion.PLANNED: "Planned",
    Assertion.CANCELLED: "Cancelled",
    Assertion.POSTPONED: "Postponed",
    Assertion.BACKGROUND: "Earlier, told as background",
    Assertion.CLAIMED: "Claimed by one side",
    Assertion.NEGATED: "Denied",
}


def sidebar_filter() -> EventFilter:
    """Draw the filter widgets, keep the address in step and return the filter."""
    problems = take_address()
    defaults()
    with st.sidebar:
        st.multiselect(
            "Countries",
            country_codes(),
            format_func=country_name,
            persist_state="session",
            key=STATE["countries"],
            placeholder="All countries",
            help="Countries that take part.",
        )
        several = len(st.session_state[STATE["countries"]]) > 1
        st.segmented_control(
            "Countries taken together",
            ["any", "all"],
            format_func=MATCH_LABELS.__getitem__,
            persist_state="session",
            key=STATE["match"],
            required=True,
            disabled=not several,
            label_visibility="collapsed",
            width="stretch",
        )
        date_fields()
        st.multiselect(
            "Event types",
            list(EventType),
            format_func=lambda kind: kind.label,
            persist_state="session",
            key=STATE["types"],
            placeholder="All types",
        )
        st.multiselect(
            "Status",
            list(Assertion),
            format_func=ASSERTION_LABELS.__getitem__,
            persist_state="session",
            key=STATE["assertions"],
            placeholder="Any status",
        )
        st.text_input(
            "Text",
            persist_state="session",
            key=STATE["text"],
            type="search",
            max_chars=MAX_TEXT_CHARS,
            placeholder="Name, place, ship or words of a report",
        )
        st.toggle(
            "Each event once",
            persist_state="session",
            key=STATE["once"],
            help="Of several reports of one event only the best is shown; its card tells of the others.",
        )
        st.button("Clear filters", on_click=clear, disabled=not current().to_query(), width="stretch")
        problem = date_problem() or text_problem()
    wanted = current()
    write_address(wanted)
    for sentence in [*remembered(problems, wanted), *([problem] if problem else [])]:
        st.warning(f"Left out of the filter: {sentence.translate(NO_MARKUP)}")
    return wanted


def remembered(problems: list[str], wanted: EventFilter) -> list[str]:
    """Return what was wrong with the address, until the filter changes."""
    if problems:
        st.session_state["address_problems"] = (wanted, problems)
    said_for, said = st.session_state.get("address_problems", (None, []))
    return list(said) if said_for == wanted else []


# Characters that markdown would read as more than themselves.
NO_MARKUP = {ord(character): f"\\{character}" for character in "\\`*_{}[]()<>#+-.!|$~:"}


def current() -> EventFilter:
    """Return the filter that the widgets stand for; what contradicts itself is left out."""
    state = st.session_state
    start, end = state.get(STATE["start"]), state.get(STATE["end"])
    if start and end and start > end:
        start = end = None
    text = (state.get(STATE["text"]) or "").strip()
    wanted = EventFilter(
        countries=tuple(sorted(state.get(STATE["countries"]) or ())),
        match="all" if state.get(STATE["match"]) == "all" and len(state.get(STATE["countries"]) or ()) > 1 else "any",
        start=start,
        end=end,
        types=tuple(kind for kind in EventType if kind in (state.get(STATE["types"]) or ())),
        assertions=tuple(kind for kind in Assertion if kind in (state.get(STATE["assertions"]) or ())),
        bbox=state.get(STATE["bbox"]),
        once=bool(state.get(STATE["once"])),
    )
    return with_text(wanted, text)


def with_text(wanted: EventFilter, text: str) -> EventFilter:
    try:
        return EventFilter.from_query([*wanted.to_query(), *([("text", text)] if text else [])])
    except InputError:
        return wanted


def date_fields() -> None:
    state = st.session_state
    state["filter_period"] = preset_of(state[STATE["start"]], state[STATE["end"]])
    st.segmented_control("Dates", list(PRESETS), key="filter_period", on_change=apply_preset, width="stretch")
    for label, field in (("From", "start"), ("To", "end")):
        st.date_input(
            label,
            value=None,
            min_value=EARLIEST,
            max_value=LATEST,
            persist_state="session",
            key=STATE[field],
            format="YYYY-MM-DD",
        )


def apply_preset() -> None:
    days = PRESETS.get(st.session_state["filter_period"] or "All dates")
    today = dt.date.today()
    st.session_state[STATE["start"]] = today - dt.timedelta(days=days) if days else None
    st.session_state[STATE["end"]] = today if days else None


def preset_of(start: dt.date | None, end: dt.date | None) -> str | None:
    """Return the preset whose dates are set, None for dates of one's own."""
    today = dt.date.today()
    for label, days in PRESETS.items():
        bounds = (today - dt.timedelta(days=days), today) if days else (None, None)
        if (start, end) == bounds:
            return label
    return None


def date_problem() -> str | None:
    start, end = st.session_state.get(STATE["start"]), st.session_state.get(STATE["end"])
    if start and end and start > end:
        return f"the dates, because From ({start}) lies after To ({end}). Exchange them."
    return None


def text_problem() -> str | None:
    text = (st.session_state.get(STATE["text"]) or "").strip()
    try:
        EventFilter(text=text)
    except InputError as error:
        return str(error)
    return None


def defaults() -> None:
    if STATE["countries"] not in st.session_state:
        fill_state(st.session_state, EventFilter())


def clear() -> None:
    fill_state(st.session_state, EventFilter())


@st.cache_data(show_spinner=False)
def country_codes() -> list[str]:
    """Return the codes of all countries, in the order of their names."""
    return sorted((country.alpha_3 for country in pycountry.countries), key=country_name)
