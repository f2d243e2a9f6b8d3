"""The Events page: a table to search and sort, the card of the chosen row, and downloads for other programs."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo.store import EventFilter
from geo.text.countries import country_name
from geo.types import EventType
from geo.ui import downloads, resources
from geo.ui.event_panel import event_panel
from geo.ui.filters import ASSERTION_LABELS
from geo.ui.words import counted, empty, explained, head

COLUMNS: dict[str, Any] = {
    "title": st.column_config.TextColumn("Event", width=200),
    "type_label": st.column_config.TextColumn("Type", width=125),
    "dates_label": st.column_config.TextColumn("Dates", width=120),
    "start": st.column_config.DateColumn("First day", format="YYYY-MM-DD", width=85),
    "who": st.column_config.TextColumn("Participants", width=135),
    "place_name": st.column_config.TextColumn("Place", width=145),
    "status": st.column_config.TextColumn("Status", width=85),
    "corroboration": st.column_config.NumberColumn(
        "Reports", width=65, help="Independent reports that tell of it; copies of one text count once"
    ),
    "confidence": st.column_config.ProgressColumn("Confidence", width=95, min_value=0, max_value=1, format="percent"),
}


def page(wanted: EventFilter) -> None:
    """Draw the Events page for a filter."""
    found = resources.events(wanted).sort_values("start", ascending=False, na_position="last", ignore_index=True)
    title, csv, geojson = st.columns([6, 1.2, 1.2], vertical_alignment="center")
    with title:
        head("Events", f"{counted(len(found), 'event')} · {wanted.in_words()}")
    with csv:
        downloads.table_button("csv", wanted, found.empty)
    with geojson:
        downloads.table_button("geojson", wanted, found.empty)
    if found.empty:
        empty(
            "No event fits these filters", "Widen the dates, take out a country, or clear the filters in the sidebar."
        )
        return
    table(found)


@st.fragment
@explained
def table(found: pd.DataFrame) -> None:
    """Draw the table and, for a chosen row, the event's card below it."""
    answer = st.dataframe(
        as_shown(found),
        key="events_table",
        hide_index=True,
        column_config=COLUMNS,
        on_select="rerun",
        selection_mode="single-row",
        height=500,
    )
    rows = answer["selection"]["rows"]
    if rows and rows[0] < len(found):
        with st.container(border=True):
            event_panel(str(found.iloc[rows[0]]["event_id"]))
    else:
        st.caption("Choose a row to see what the event rests on.")


def as_shown(found: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of the table in words."""
    shown = found.assign(
        type_label=[EventType(kind).label for kind in found["type"]],
        who=[", ".join(country_name(code) for code in codes) for codes in found["participants"]],
        status=[ASSERTION_LABELS.get(said, said) for said in found["assertion"]],
    )
    return shown[list(COLUMNS)]
