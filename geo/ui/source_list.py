"""The Sources page: every report, data set and map layer with its licence, its address and what came out of it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo.layers.basemap import ATTRIBUTION
from geo.ui import resources
from geo.ui.words import counted, empty, head

LINK = st.column_config.LinkColumn("Address", width="medium")
REPORT_COLUMNS: dict[str, Any] = {
    "title": st.column_config.TextColumn("Report", width="large"),
    "published": st.column_config.DateColumn("Published", format="YYYY-MM-DD"),
    "dated_by": st.column_config.TextColumn("Date", help="Stated by the source, or inferred from the text."),
    "publisher": "Publisher",
    "licence": "Licence",
    "event_count": "Events",
    "url": LINK,
}
DATASET_COLUMNS: dict[str, Any] = {
    "title": st.column_config.TextColumn("Data set", width="large"),
    "publisher": "Publisher",
    "licence": "Licence",
    "event_count": "Events",
    "url": LINK,
    "note": st.column_config.TextColumn("Note", width="large"),
}
MAP_DATA = pd.DataFrame(
    [
        ("Coasts and borders", "Natural Earth", "Public domain"),
        ("Towns and their names", "GeoNames", "CC BY 4.0"),
        ("Country names and codes", "Unicode CLDR, ISO 3166 by pycountry", "Unicode licence, LGPL 2.1"),
        ("Airfields", "airportsdata", "MIT"),
        ("Seas, straits, islands, bases", "This project", "Apache 2.0"),
    ],
    columns=["What", "From", "Licence"],
)


def page() -> None:
    """Draw the Sources page."""
    store = resources.store()
    reports, datasets = store.reports(), store.sources()
    head(
        "Sources",
        f"{counted(len(reports), 'report')}, {counted(len(datasets), 'data set')}, {counted(store.count(), 'event')}",
    )
    st.html('<div class="geo-part">Reports</div>')
    if reports.empty:
        empty("No report has been read yet", "Paste one on the Reports page.")
    else:
        show_reports(reports)
    st.html('<div class="geo-part">Data sets</div>')
    if datasets.empty:
        empty("No data set is loaded", "`python -m geo setup` loads the bundled ones.")
    else:
        st.dataframe(
            without_none(datasets), column_order=list(DATASET_COLUMNS), column_config=DATASET_COLUMNS, hide_index=True
        )
    st.html('<div class="geo-part">Map and place names</div>')
    st.dataframe(MAP_DATA, hide_index=True)
    st.caption(ATTRIBUTION)


def show_reports(reports: pd.DataFrame) -> None:
    said = without_none(reports).assign(
        dated_by=["inferred" if guess else "stated" for guess in reports["published_inferred"]]
    )
    answer = st.dataframe(
        said,
        key="reports_table",
        column_order=list(REPORT_COLUMNS),
        column_config=REPORT_COLUMNS,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = answer["selection"]["rows"]
    if rows and rows[0] < len(said) and st.button("Open the chosen report"):
        st.session_state["report_id"] = str(said.iloc[rows[0]]["report_id"])
        st.switch_page("reports.py")


def without_none(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows in which what is not known is blank instead of the word None."""
    words = ["title", "publisher", "licence", "url"]
    return rows.assign(**{column: rows[column].fillna("") for column in words})
