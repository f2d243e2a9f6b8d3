"""Takes the pictures of README.md from a running dashboard with the bundled data: `python docs/make_screenshots.py`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, Page, sync_playwright

from geo import bundled
from geo.paths import ROOT, gazetteer_file
from tests.browser.conftest import serving
from tests.browser.looking import map_frame, settled
from tools.get_browser import find

IMAGES = ROOT / "docs" / "images"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
SAMPLE = ROOT / "data" / "reports" / "01-sea-of-japan-announced.md"


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        (Path(folder) / "gazetteer.sqlite").symlink_to(gazetteer_file())
        os.environ["GEO_BUILT"], os.environ["GEO_STORE"] = folder, f"sqlite:///{folder}/store.sqlite"
        bundled.load(lambda words, share: None)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or find(), args=["--no-sandbox"]
        )
        with serving(dict(os.environ)) as address:
            for name, path, dark, size in (
                ("map", "/?from=2023-01-01&to=2024-12-31", False, DESK),
                ("map-dark", "/?country=CHN&country=RUS&match=all", True, DESK),
                ("timeline", "/timeline?from=2022-01-01", False, DESK),
                ("events", "/events?country=RUS", False, DESK),
                ("sources", "/sources", False, DESK),
                ("phone", "/?country=CHN&country=RUS&match=all", False, PHONE),
            ):
                page = opened(browser, address + path, dark, size)
                if name == "map":
                    choose_a_mark(page)
                taken(page, name)
            taken(read_report(opened(browser, address + "/reports", False, DESK)), "report")
        browser.close()


def opened(browser: Browser, address: str, dark: bool, size: dict[str, int]) -> Page:
    context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.locator(".geo-head h1").wait_for()
    settled(page)
    if page.locator("iframe").count():
        map_frame(page).evaluate("window.geoWorldReady")
    return page


def choose_a_mark(page: Page) -> None:
    """Open the card of an event of the list beside the map."""
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 20, box["y"] + 52 + 35 * 4)
    page.locator(".geo-card h2").wait_for()
    page.mouse.move(5, 5)


def read_report(page: Page) -> Page:
    text = SAMPLE.read_text(encoding="utf-8").split("---\n", 2)[-1].strip()
    field = page.get_by_role("textbox", name="Report", exact=True)
    field.fill(text)
    field.blur()
    settled(page)
    page.get_by_role("button", name="Read the report").click()
    page.locator(".geo-report").wait_for()
    return page


def taken(page: Page, name: str) -> None:
    settled(page)
    page.wait_for_timeout(1500)  # the map's last move and the charts' first drawing
    page.screenshot(path=IMAGES / f"{name}.png")
    page.context.close()


if __name__ == "__main__":
    main()
