"""What a person waits for in a real browser with 5,000 events: the first map, and the map after a changed filter."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.made_events import made_events
from bench.timing import Row, show
from geo.store import EventStore
from tests.browser.conftest import serving
from tests.browser.looking import map_frame, whole_world
from tests.made_store import fill
from tools.get_browser import find

EVENTS = 5_000
FIRST_MAP_MS = 5_000
REDRAW_MS = 1_000
COUNTRIES = ("China", "Russia", "Japan", "India", "Australia")
STARTS = 3


def main(_: Sequence[Path] = ()) -> None:
    before = dict(os.environ)
    try:
        with tempfile.TemporaryDirectory(prefix="geo-bench-") as folder, sync_playwright() as playwright:
            fill(Path(folder) / "built")
            store = EventStore()
            store.save_events({"id": "bench", "title": "Made-up events"}, made_events(EVENTS))
            store.close()
            browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
            starts, redraws = [], []
            for number in range(STARTS):
                started = time.perf_counter()
                with serving(dict(os.environ)) as address:
                    page = browser.new_page(viewport={"width": 1440, "height": 900})
                    page.goto(address)
                    map_frame(page)
                    starts.append(since(started))
                    if number == STARTS - 1:
                        redraws = changed_filters(page)
                    page.close()
            browser.close()
        show(
            f"{EVENTS:,} events in a browser",
            [
                row("start of the server to first map drawn", starts, FIRST_MAP_MS),
                row("country chosen to map redrawn", redraws, REDRAW_MS),
            ],
        )
    finally:
        os.environ.clear()
        os.environ.update(before)


def changed_filters(page: Page) -> list[float]:
    """Choose one country after the other; return how long the map took each time."""
    frame = map_frame(page)
    whole_world(frame)
    spent = []
    for country in COUNTRIES:
        page.wait_for_timeout(1500)  # a person looks before choosing on; the page has settled
        query = frame.evaluate("window.geoDrawn.query")
        page.get_by_role("combobox", name="Countries").fill(country)
        option = page.get_by_role("option", name=country).first
        option.wait_for()
        started = time.perf_counter()
        option.click()
        frame.wait_for_function("query => window.geoDrawn.query !== query", arg=query)
        spent.append(since(started))
        page.keyboard.press("Escape")
    return spent


def since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def row(what: str, spent: list[float], target_ms: float) -> Row:
    return Row(what, sorted(spent)[len(spent) // 2], max(spent), f"{len(spent)} times", target_ms)


if __name__ == "__main__":
    main()
