"""The place names of a report: where each was put and why, and a hand's say in what it means."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from geo.corrections import Outcome, correct, take_back, undo
from geo.errors import GeoError
from geo.gazetteer.names import key_of
from geo.geocode.places_given import USUAL_RADIUS_KM, place_at
from geo.stamps import digest
from geo.types import Place, PlaceOverride, Reading, Report
from geo.ui import resources
from geo.ui.named_places import (
    Named,
    candidate_table,
    candidates,
    described,
    means,
    names_of,
    parts,
    reason,
    reasons_of,
)
from geo.ui.words import counted, explained

MOST_ROWS = 9  # shown without scrolling
CHOSEN_ROW, COORDINATES, NO_PLACE = "The chosen row", "Coordinates", "No place"
HERE, EVERYWHERE = "This report", "Every report"
CHANGED = "place_changed"  # in which report the last correction was made, what it did, and its history row
UNDONE = "Undone."


@st.fragment
@explained
def place_names(reading: Reading) -> None:
    """Draw the names as a table; a chosen one shows why it is where it is, and what else it could mean."""
    found = names_of(reading, resources.overrides())
    if not found:
        return
    lost = sum(one.match is None and one.override is None for one in found)
    title = counted(len(found), "place name") + (f", {lost} not found on the map" if lost else "")
    st.html(f'<div class="geo-part">{title}</div>')
    last_change(reading.report.id)
    answer = st.dataframe(
        {
            "Name": [one.name for one in found],
            "Means": [means(one) for one in found],
            "Times": [one.times for one in found],
        },
        key=f"names_{reading.report.id}",
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        height="content" if len(found) <= MOST_ROWS else 360,
    )
    rows = answer["selection"]["rows"]
    if rows and rows[0] < len(found):
        with st.container(border=True):
            one_name(found[rows[0]], reading.report)
    else:
        st.caption("Choose a name to see why it is where it is, and to correct it.")


def last_change(report_id: str) -> None:
    """Say what the last correction made here did, with the way back."""
    where, said, history_id = st.session_state.get(CHANGED, (None, "", None))
    if where != report_id:
        return
    st.text(said)
    if history_id is not None and st.button("Undo", key="undo_place"):
        change(report_id, lambda: undo(resources.store(), resources.gazetteer(), history_id), UNDONE)


def one_name(one: Named, report: Report) -> None:
    """Draw why a name is where it is, its candidates, and the form that corrects it."""
    st.text(reason(one))
    places = candidates(one, resources.gazetteer())
    why, key = reasons_of(one.match), digest(words=(report.id, key_of(one.name)))[:12]
    chosen: list[int] = []
    if places:
        answer = st.dataframe(
            candidate_table(places, why),
            key=f"why_{key}_{digest(words=[place.place_id for place in places])[:8]}",  # another order, nothing chosen
            hide_index=True,
            on_select="rerun",
            selection_mode="single-row",
            height="content",
        )
        chosen = [row for row in answer["selection"]["rows"] if row < len(places)]
    row = places[chosen[0]] if chosen else None
    if row is not None and row.place_id in why:
        st.text(f"{described(row)}: {parts(why[row.place_id])}")
    form(one, report, row, key)


def form(one: Named, report: Report, row: Place | None, key: str) -> None:
    """Draw what a name may mean instead, and for which reports; keep it when the button is pressed."""
    choice = [CHOSEN_ROW, COORDINATES, NO_PLACE]
    meant = st.segmented_control("It means", choice, default=CHOSEN_ROW, key=f"means_{key}", required=True)
    place = row if meant == CHOSEN_ROW else hand_placed(one.name, key) if meant == COORDINATES else None
    scope = st.segmented_control("In", [HERE, EVERYWHERE], default=HERE, key=f"scope_{key}", required=True)
    incomplete = place is None and meant != NO_PLACE
    left, right = st.columns(2)
    if left.button("Correct", key=f"correct_{key}", disabled=incomplete, width="stretch"):
        override = PlaceOverride(one.name, None if scope == EVERYWHERE else report.id, place)
        change(report.id, lambda: correct(resources.store(), resources.gazetteer(), override), "Corrected.")
    held = one.override
    if held is not None and right.button("Take back", key=f"back_{key}", width="stretch"):
        store, gazetteer = resources.store(), resources.gazetteer()
        change(report.id, lambda: take_back(store, gazetteer, held.name, held.report_id), "Taken back.")
    if incomplete:
        st.caption("Choose a row of the table." if meant == CHOSEN_ROW else "Give latitude and longitude.")


def hand_placed(name: str, key: str) -> Place | None:
    """Draw the fields of a place given by coordinates; return it once they are filled in."""
    first, second, third = st.columns(3)
    lat = first.number_input("Latitude", -90.0, 90.0, None, format="%.4f", key=f"lat_{key}")
    lon = second.number_input("Longitude", -180.0, 180.0, None, format="%.4f", key=f"lon_{key}")
    radius_km = third.number_input("Radius, km", 0.1, 20_000.0, USUAL_RADIUS_KM, key=f"radius_{key}")
    return None if lat is None or lon is None else place_at(name, lat, lon, radius_km)


def change(report_id: str, make: Callable[[], Outcome], what: str) -> None:
    """Make a change, note what it did and draw the page anew; the report is read with it."""
    try:
        with st.spinner("Reading anew what names it"):
            outcome = make()
    except GeoError as error:
        st.error("Nothing was changed.")
        st.text(str(error))
        return
    told = [f"{what} {counted(outcome.read_anew, 'report')} of the store read anew."]
    told += [f"Left as it was: {why}" for why in outcome.left]
    st.session_state[CHANGED] = report_id, "\n".join(told), None if what == UNDONE else outcome.history_id
    st.rerun()
