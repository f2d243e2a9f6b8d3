"""Events beside the map: the card of one, or a short list to choose from."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from geo.ui import resources
from geo.ui.card import event_card
from geo.ui.tellings import judge, tellings
from geo.ui.why_places import why_places
from geo.ui.words import counted, dark, empty


def event_panel(event_id: str) -> None:
    """Draw the card of an event and the way to its report."""
    event = resources.store().event(event_id)
    if event is None:
        empty("This event is no longer in the store", "It was removed or its report was read anew.")
        return
    report = resources.store().report(event["report_id"]) if event.get("report_id") else None
    st.html(event_card(event, report["text"] if report else None, dark()))
    if report:
        why_places(event, report)
    others = tellings(event)
    with st.container(horizontal=True):
        if report and st.button("Open the report", key=f"open_{event_id}"):
            st.session_state["report_id"] = event["report_id"]
            st.switch_page("reports.py")
        with st.popover("One event or two?", help="Say which tellings are of the same event"):
            judge(event, others)


def list_panel(found: pd.DataFrame, most: int, choose: Callable[..., None]) -> None:
    """Draw the latest events as a table whose rows can be chosen."""
    newest = found.sort_values("start", ascending=False, na_position="last").head(most)
    st.html(f'<div class="geo-part">{counted(len(found), "event")}, latest first</div>')
    answer = st.dataframe(
        newest[["title", "dates_label"]],
        key="list_panel",
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "title": st.column_config.TextColumn("Event", width=150),
            "dates_label": st.column_config.TextColumn("Dates", width=120),
        },
        height=516,
    )
    rows = answer["selection"]["rows"]
    if rows and rows[0] < len(newest):
        row = newest.iloc[rows[0]]
        choose(str(row["event_id"]), row["lat"], row["lon"])
        st.rerun(scope="fragment")
    if len(found) > most:
        st.caption(f"The latest {most}; all of them are on the Events page.")
