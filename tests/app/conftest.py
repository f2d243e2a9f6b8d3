"""Stores in which the pages are tried without a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from geo.gazetteer import Gazetteer
from tests.made_store import fill


@pytest.fixture
def made_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> Iterator[Path]:
    """A folder with a store of five events, to which all pages are pointed."""
    for name in ("GEO_BUILT", "GEO_STORE"):
        monkeypatch.setenv(name, os.environ.get(name, ""))  # put back afterwards
    folder = tmp_path / "built"
    fill(folder)
    yield folder
    st.cache_resource.clear()
    st.cache_data.clear()
