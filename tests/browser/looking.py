"""What tests look at on a page: whether it has settled, what the map has drawn."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Frame, Page, expect

POLLING_MS = 100
PAGES = {"": "Map", "timeline": "Timeline", "events": "Events", "reports": "Reports", "sources": "Sources"}


def settled(page: Page) -> None:
    """Wait until the server has nothing left to send."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", name=text, exact=True).first).to_be_visible()


def map_frame(page: Page) -> Frame:
    """Return the map's frame once the map has drawn its first view."""
    handle = page.locator('iframe[title="streamlit_folium.st_folium"]').element_handle()
    frame = handle.content_frame()
    assert frame is not None
    # a frame that has no size yet is painted no frames, by which the browser's own way of waiting counts
    frame.wait_for_function("window.geoDrawn !== undefined", polling=POLLING_MS)
    return frame


def drawn(frame: Frame, total: int) -> dict[str, Any]:
    """Wait until the map shows `total` events; return what it says of itself."""
    frame.wait_for_function("total => window.geoDrawn.total === total", arg=total, polling=POLLING_MS)
    return dict(frame.evaluate("window.geoDrawn"))


def whole_world(frame: Frame) -> None:
    """Move the map so that every event is in view."""
    frame.evaluate("window.map.setView([30, 100], 2, {animate: false})")


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a multiselect by its name."""
    field = page.get_by_role("combobox", name=label)
    field.fill(option)
    page.get_by_role("option", name=option).first.click()
    page.keyboard.press("Escape")
