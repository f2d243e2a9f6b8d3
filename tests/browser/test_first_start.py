"""A machine on which set-up has not run: the first page builds what is missing, then shows the dashboard."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from geo.gazetteer import Gazetteer
from geo.paths import built
from tests.browser.conftest import serving
from tests.browser.looking import POLLING_MS, heading, map_frame


def test_first_visit_loads_the_bundled_data_and_opens_the_map(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer
) -> None:
    folder = tmp_path / "built"
    folder.mkdir()
    (folder / "gazetteer.sqlite").symlink_to(gazetteer_of_the_checkout(built()))
    monkeypatch.setenv("GEO_BUILT", str(folder))
    monkeypatch.setenv("GEO_STORE", f"sqlite:///{folder / 'store.sqlite'}")
    with serving(dict(os.environ)) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.get_by_role("heading", name="Setting up")).to_be_visible()
        expect(page.get_by_role("heading", name="Map", exact=True)).to_be_visible(timeout=120_000)
        map_frame(page).wait_for_function("window.geoDrawn.total > 20", polling=POLLING_MS)
        page.goto(f"{address}/sources")
        heading(page, "Sources")
        expect(page.get_by_text("0 events")).to_have_count(0)
        page.close()


def gazetteer_of_the_checkout(folder: Path) -> Path:
    return (folder / "gazetteer.sqlite").resolve()
