"""Every page works with every outside address blocked, in both themes and on a phone, without an error in the console.

The `page` fixture blocks and records: it fails a test that asked for anything beyond this machine.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import PAGES, heading, map_frame, settled


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_page_needs_no_network(page: Page, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"/{path}")
    heading(page, PAGES[path])
    if not path:
        frame = map_frame(page)
        frame.evaluate("window.geoWorldReady")
        expect(frame.locator(".geo-name").first).to_be_visible()
    settled(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_test_id("stAlert")).to_have_count(0)


@pytest.mark.parametrize("path", PAGES)
def test_page_fits_a_phone(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/{path}")
    heading(page, PAGES[path])
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_answers_carry_headers_that_keep_the_page_inside(page: Page) -> None:
    answer = page.goto("/")
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
