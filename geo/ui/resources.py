"""What all pages of one server share: the store, the gazetteer, and query results kept until somebody writes."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.gazetteer import Gazetteer
from geo.paths import custom_gazetteers, gazetteer_file, store_url
from geo.store import EventFilter, EventStore, PlaceOverrides
from geo.types import PlaceOverride


def store() -> EventStore:
    """Return the store that GEO_STORE names, opened once a server.

    Raises:
        StoreError: it cannot be opened.
    """
    return _store(store_url())


def gazetteer() -> Gazetteer:
    """Return the gazetteer, opened once a server and again when it, or a file of the user's own, has changed.

    Raises:
        GazetteerNotBuilt: set-up has not run.
    """
    return _gazetteer(*_gazetteer_files())[0]


def gazetteer_problems() -> tuple[str, ...]:
    """Return what is wrong with gazetteer files of the user's own; they are left out until they are mended."""
    if not custom_gazetteers() or not gazetteer_file().exists():
        return ()
    return _gazetteer(*_gazetteer_files())[1]


def _gazetteer_files() -> tuple[tuple[str, int], ...]:
    files = (gazetteer_file(), *custom_gazetteers())
    return tuple((str(path), path.stat().st_mtime_ns if path.exists() else 0) for path in files)


def overrides() -> tuple[PlaceOverride, ...]:
    """Return the places corrected by hand; asked anew when the store has changed."""
    return _overrides(store_url(), store().data_version())


def events(wanted: EventFilter) -> pd.DataFrame:
    """Return the filter's events, one a row; asked anew when the store has changed."""
    return _events(store_url(), store().data_version(), wanted)


@st.cache_resource(show_spinner=False)
def _store(url: str) -> EventStore:
    return EventStore(url)


@st.cache_resource(show_spinner=False, max_entries=1)
def _gazetteer(*files: tuple[str, int]) -> tuple[Gazetteer, tuple[str, ...]]:
    return Gazetteer.open_anyway()


@st.cache_data(show_spinner=False, max_entries=1)
def _overrides(url: str, data_version: int) -> tuple[PlaceOverride, ...]:
    return PlaceOverrides(_store(url)).all()


# A list of events is shown, never changed: no page writes into what it gets from here.
@st.cache_resource(show_spinner=False, max_entries=64)
def _events(url: str, data_version: int, wanted: EventFilter) -> pd.DataFrame:
    return _store(url).query(wanted)
