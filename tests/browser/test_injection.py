"""Nothing that a report says is ever run or fetched: payloads in every field, looked at wherever a field is shown.

The `page` fixture also fails a test at its end when anything asked for an outside address or a script failed.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from geo.store import EventStore
from tests.browser.hostile import COUNTRY, PAYLOADS, latitude, plant
from tests.browser.looking import drawn, map_frame, settled


@pytest.fixture(scope="module", autouse=True)
def hostile_store(server: str) -> Iterator[None]:
    store = EventStore()
    plant(store)
    yield
    store.delete_report("hostile")
    store.close()


LOADED = "[...document.querySelectorAll('img,iframe,link')].map(part => part.src || part.href || '')"


def untouched(page: Page) -> None:
    """Assert that no payload has run in the page or in any frame of it, nor made anything that loads."""
    for frame in page.frames:
        assert frame.evaluate("window.geoHit === undefined")
        assert not [address for address in frame.evaluate(LOADED) if "outside" in address or address.endswith("/x")]


def test_map_hint_and_card(page: Page) -> None:
    page.goto(f"/?country={COUNTRY}")
    frame = map_frame(page)
    for number, payload in enumerate(PAYLOADS.values()):
        settled(page)  # the card of the last one redraws the map
        moved = "lat => { window.geoDrawn = {}; window.map.setView([lat, -20], 7, {animate: false}); }"
        frame.evaluate(moved, latitude(number))
        drawn(frame, 1)
        frame.locator(".geo-mark-anchor").hover()
        expect(frame.locator(".geo-hint-title")).to_have_text(payload)
        untouched(page)
        frame.locator(".geo-mark-anchor").click()
        expect(page.locator(".geo-card h2")).to_have_text(payload)
        expect(page.locator(".geo-card blockquote mark")).to_have_text(payload)
        untouched(page)


def test_counts_on_the_map(page: Page) -> None:
    page.goto(f"/?country={COUNTRY}")
    frame = map_frame(page)
    frame.evaluate("window.map.setView([-15, -20], 2, {animate: false})")
    drawn(frame, len(PAYLOADS))
    frame.locator(".geo-count-anchor").first.hover()
    expect(frame.locator(".geo-hint-title")).to_be_visible()
    untouched(page)


@pytest.mark.parametrize("path", ["timeline", "events", "sources", "reports"])
def test_pages(page: Page, path: str) -> None:
    page.goto(f"/{path}?country={COUNTRY}")
    settled(page)
    expect(page.locator(".geo-head h1")).to_be_visible()
    page.mouse.move(700, 400)
    page.mouse.move(760, 420, steps=5)
    untouched(page)


def test_timeline_hint_and_card(page: Page) -> None:
    page.goto(f"/timeline?country={COUNTRY}")
    settled(page)
    # Of an event's bars the last lies on top: the one that answers the mouse.
    bar = page.get_by_test_id("stVegaLiteChart").locator('[aria-roledescription="bar"]').last
    bar.hover(force=True)
    hint = page.locator("#vg-tooltip-element.visible")
    expect(hint).to_contain_text(PAYLOADS["directive"])
    untouched(page)
    bar.click(force=True)
    expect(page.locator(".geo-card h2")).to_have_text(PAYLOADS["directive"])
    untouched(page)


def test_table_row_and_card(page: Page) -> None:
    page.goto(f"/events?country={COUNTRY}")
    settled(page)
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 20, box["y"] + 52)
    expect(page.locator(".geo-card h2")).to_have_text(PAYLOADS["directive"])
    untouched(page)


def test_stored_report(page: Page) -> None:
    page.goto(f"/events?country={COUNTRY}")
    settled(page)
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 20, box["y"] + 52)
    page.get_by_role("button", name="Open the report").click()
    for payload in PAYLOADS.values():
        expect(page.locator(".geo-report")).to_contain_text(payload)
    untouched(page)


def test_pasted_report_with_hostile_title(page: Page) -> None:
    everything = " ".join(PAYLOADS.values())
    page.goto("/reports")
    page.get_by_role("textbox", name="Report", exact=True).fill(
        f"China and Russia held the joint exercise {everything} in the Sea of Japan on 3 May 2024. {everything}"
    )
    page.get_by_text("What you know about it").click()
    page.get_by_role("textbox", name="Title").fill(everything[:300])
    page.get_by_role("textbox", name="Publisher").fill(everything[:200])
    page.get_by_role("textbox", name="Publisher").blur()
    settled(page)
    page.get_by_role("button", name="Read the report").click()
    expect(page.locator(".geo-report")).to_contain_text(everything)
    expect(page.locator(".geo-head h1")).to_contain_text(PAYLOADS["image"])
    untouched(page)


@pytest.mark.parametrize("word", ["country", "from", "type", "text"])
def test_words_of_the_address(page: Page, word: str) -> None:
    words = [[word, payload] for payload in PAYLOADS.values()]
    page.goto("/events?" + page.evaluate("words => new URLSearchParams(words).toString()", words))
    settled(page)
    untouched(page)
