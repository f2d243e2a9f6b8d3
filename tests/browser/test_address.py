"""The filters live in the page's address: a link opens cold, lasts over page changes, and says when it is wrong."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import PAGES, drawn, heading, map_frame, settled, whole_world

LINK = "country=CHN&country=RUS&from=2023-01-01&to=2023-12-31"


@pytest.mark.parametrize("path", PAGES)
def test_link_opens_cold_on_every_page(page: Page, path: str) -> None:
    page.goto(f"/{path}?{LINK}")
    heading(page, PAGES[path])
    settled(page)
    sidebar = page.get_by_test_id("stSidebar")
    expect(sidebar.get_by_text("China", exact=True)).to_be_visible()
    expect(sidebar.get_by_text("Russia", exact=True)).to_be_visible()
    assert page.url.endswith(f"{path}?{LINK}")


def test_link_narrows_the_map(page: Page) -> None:
    page.goto(f"/?{LINK}")
    frame = map_frame(page)
    whole_world(frame)
    assert "country=CHN&country=RUS" in drawn(frame, 2)["query"]


def test_filters_survive_page_changes(page: Page) -> None:
    page.goto(f"/?{LINK}")
    for title in ("Timeline", "Events", "Sources", "Map"):
        page.get_by_role("link", name=title, exact=True).click()
        heading(page, title)
        expect(page).to_have_url(re.compile(re.escape(LINK) + "$"))


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("country=XXX", "country=XXX is no ISO 3166-1 alpha-3 code"),
        ("from=yesterday", "from=yesterday is no date"),
        ("to=9999-12-31", "to=9999-12-31 lies outside 1900 to 2100"),
        ("from=2023-02-01&to=2023-01-01", "lies after to=2023-01-01"),
        ("type=party", "type=party is not known"),
        ("match=some", "match=some is not known"),
        ("bbox=1,2,3", "bbox=1,2,3 is no box"),
    ],
)
def test_bad_words_are_named_and_left_out(page: Page, link: str, said: str) -> None:
    page.goto(f"/events?{link}&text=Alpha")
    expect(page.get_by_text(said)).to_be_visible()
    heading(page, "Events")
    expect(page.get_by_text("1 event ·")).to_be_visible()
    expect(page).to_have_url(re.compile(r"text=Alpha$"))
