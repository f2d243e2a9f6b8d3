"""The Reports page: a report pasted or uploaded, read, shown with all that was found, then saved or discarded."""

from __future__ import annotations

import dataclasses
import datetime as dt
import logging
import re

import streamlit as st

from geo import pipeline
from geo.errors import GeoError, InputError
from geo.sources import read_report
from geo.store.documents import report_of
from geo.types import Reading, Report
from geo.ui import resources
from geo.ui.address import EARLIEST, LATEST
from geo.ui.report_view import show_reading
from geo.ui.words import counted, head

PASTED = "The pasted text"
KINDS = ["txt", "md", "markdown", "html", "htm"]
MAX_UPLOAD_MB = 20
FAILED = "report_failed"  # why the last try was not read, said until the next
READING = "reading"  # the session's report that is read and not yet saved
READ_WITH = "read_with"  # the corrections of places that it was read with


def page() -> None:
    """Draw the Reports page: the open report, or the form for a new one."""
    reading: Reading | None = st.session_state.get(READING)
    report_id = st.session_state.get("report_id")
    if reading is not None:
        if st.session_state.get(READ_WITH, resources.overrides()) != resources.overrides():  # a place was corrected
            reading = keep_open(reading.report)
        fresh(reading)
    elif report_id:
        stored(report_id)
    else:
        new_report()


def new_report() -> None:
    head("Reports", "Paste or upload a report; nothing is kept before you save it, and nothing leaves this machine.")
    said = st.session_state.pop("report_said", None)
    if said:
        st.success(said)
    st.text_area("Report", key="report_text", height=300, persist_state="session", placeholder="Paste the text here")
    left, right = st.columns(2)
    file = left.file_uploader("Or a file (.txt .md .html)", type=KINDS, max_upload_size=MAX_UPLOAD_MB)
    with right.expander("What you know about it"):
        st.text_input("Title", key="report_title", max_chars=300, persist_state="session")
        st.text_input("Publisher", key="report_publisher", max_chars=200, persist_state="session")
        st.text_input("Address", key="report_url", max_chars=1000, placeholder="https://", persist_state="session")
        st.date_input(
            "Published on", None, min_value=EARLIEST, max_value=LATEST, key="report_date", format="YYYY-MM-DD"
        )
    if st.button("Read the report", type="primary"):
        try:
            given = file.getvalue() if file else (st.session_state["report_text"] or "").encode()
            report = with_facts(read_report(given, file.name if file else PASTED))
            with st.spinner(f"Reading {counted(len(report.text), 'character')}"):
                keep_open(report)
        except GeoError as error:
            st.session_state[FAILED] = str(error)
        else:
            st.session_state[FAILED] = None
            st.rerun()
    if st.session_state.get(FAILED):
        st.error("The report was not read. What you pasted is still there.")
        st.text(st.session_state[FAILED])
    kept_reports()


def keep_open(report: Report) -> Reading:
    """Read a report and keep it in the session until it is saved or discarded."""
    reading = st.session_state[READING] = read(report)
    st.session_state[READ_WITH] = resources.overrides()
    return reading


def kept_reports() -> None:
    """Draw the reports of the store; a chosen one opens."""
    reports = resources.store().reports()
    if reports.empty:
        return
    st.html(f'<div class="geo-part">{counted(len(reports), "report")} in the store; choose one to open it</div>')
    answer = st.dataframe(
        reports,
        key="kept_reports",
        column_order=["title", "published", "publisher", "event_count"],
        column_config={
            "title": st.column_config.TextColumn("Report", width="large"),
            "published": st.column_config.DateColumn("Published", format="YYYY-MM-DD"),
            "publisher": "Publisher",
            "event_count": "Events",
        },
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        height=min(360, 36 * len(reports) + 40),
    )
    rows = answer["selection"]["rows"]
    if rows and rows[0] < len(reports):
        st.session_state["report_id"] = str(reports.iloc[rows[0]]["report_id"])
        st.rerun()


def read(report: Report) -> Reading:
    """Read a report.

    Raises:
        GazetteerNotBuilt: set-up has not run.
        InputError: something in the text that nobody thought of; the log has the rest.
    """
    gazetteer = resources.gazetteer()
    try:
        return pipeline.read(report, gazetteer, resources.overrides())
    except GeoError:
        raise
    except Exception as error:
        logging.getLogger(__name__).exception("reading failed")
        raise InputError(
            f"Reading stopped at something unforeseen ({type(error).__name__}). Try a part of it."
        ) from error


def with_facts(report: Report) -> Report:
    """Return the report with what the reader stated in the form, which counts more than what the file says.

    Raises:
        InputError: the address is none.
    """
    state = st.session_state
    url = (state.get("report_url") or "").strip()
    if url and not re.fullmatch(r"https?://\S+", url):
        raise InputError(
            "The address must begin with https:// or http:// and have no spaces. Mend it or leave it empty."
        )
    published: dt.date | None = state.get("report_date")
    return dataclasses.replace(
        report,
        title=(state.get("report_title") or "").strip() or report.title,
        publisher=(state.get("report_publisher") or "").strip() or report.publisher,
        url=url or report.url,
        published=published or report.published,
    )


def fresh(reading: Reading) -> None:
    """Draw a report that is read and not yet saved."""
    title, save, discard = st.columns([5, 1, 1], vertical_alignment="center")
    with title:
        head(reading.report.title or "Report without a title", "Read, not yet saved")
    if save.button("Save", type="primary", width="stretch"):
        keep(reading)
    if discard.button("Discard", width="stretch"):
        close(f"Discarded. {counted(len(reading.events), 'event')} not kept.")
    show_reading(reading)


def keep(reading: Reading) -> None:
    """Save a reading; an error leaves it open, so that nothing is lost."""
    try:
        new = resources.store().save(reading)
    except GeoError as error:
        st.error("Not saved. The report stays open here; try again when the store can be written.")
        st.text(str(error))
        return
    st.session_state["report_text"] = ""
    events = counted(len(reading.events), "event")
    close(f"Saved with {events}." if new else f"This report was in the store already, unchanged, with {events}.")


def close(said: str) -> None:
    st.session_state[READING] = None
    st.session_state["report_id"] = None
    st.session_state["report_said"] = said
    st.rerun()


def stored(report_id: str) -> None:
    """Draw a report of the store, read anew so that all finds can be shown."""
    kept = resources.store().report(report_id)
    if kept is None:
        close("That report is no longer in the store.")
        return
    title, back, remove = st.columns([5, 1, 1], vertical_alignment="center")
    with title:
        head(kept["title"] or "Report without a title", "In the store")
    if back.button("Close", width="stretch"):
        st.session_state["report_id"] = None
        st.rerun()
    with remove.popover("Remove", width="stretch"):
        st.text("The report and its events leave the store.")
        if st.button("Remove it", type="primary"):
            resources.store().delete_report(report_id)
            close("Removed. The store's history can bring it back.")
    show_reading(read(report_of({**kept, "report_id": report_id})))
