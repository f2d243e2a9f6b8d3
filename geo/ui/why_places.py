"""Below an event's card, when it is opened: why each of the event's places is where it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from geo.errors import GeoError
from geo.gazetteer.names import key_of
from geo.pipeline import read
from geo.store.documents import report_of
from geo.ui import resources
from geo.ui.named_places import Named, names_of, reason


def why_places(event: Mapping[str, Any], report: Mapping[str, Any]) -> None:
    """Draw an expander with the reasons; the report is read anew only while it is open."""
    resolved = [place for place in event["places"] if not place["polygon"]]
    if not resolved:
        return
    box = st.expander("Why these places", key=f"why_{event['event_id']}", on_change="rerun")
    if not box.open:
        return
    with box:
        try:
            overrides = resources.overrides()
            names = names_of(read(report_of(report), resources.gazetteer(), overrides), overrides)
        except GeoError as error:
            st.text(str(error))
            return
        for place in resolved:
            st.text(why(place, names))
        st.caption("To correct one, open the report and choose the name there.")


def why(place: Mapping[str, Any], names: Sequence[Named]) -> str:
    """Return the reasons of the name that a stored place goes by."""
    key = key_of(place["name"])
    for one in names:
        same = one.match is not None and one.match.place.place_id == place["place_id"]
        if same or key_of(one.name) == key:
            return reason(one)
    return f"{place['name']}: set in the event by hand, or read by an earlier version."
