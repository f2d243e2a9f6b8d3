"""Changing a filter changes the map, the address and the counts."""

import re

from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.looking import choose, drawn, map_frame, settled, whole_world


def test_country_filter_redraws_the_map(page: Page) -> None:
    page.goto("/")
    frame = map_frame(page)
    whole_world(frame)
    drawn(frame, 4)
    choose(page, "Countries", "Japan")
    drawn(frame, 1)
    expect(page).to_have_url(re.compile("country=JPN"))


def test_all_countries_together_is_stricter_than_any(page: Page) -> None:
    page.goto("/?country=CHN&country=USA")
    expect(page.get_by_text("4 events ·")).to_be_visible()
    page.get_by_role("radio", name="All together").click()
    expect(page.get_by_text("1 event ·")).to_be_visible()
    expect(page).to_have_url(re.compile("match=all"))


def test_date_filter_keeps_what_can_lie_within(page: Page) -> None:
    page.goto("/?from=2023-06-10&to=2023-06-12")
    frame = map_frame(page)
    whole_world(frame)
    # "In June 2023" may be those days; "from 1 May 2022 on" is looked for in the weeks after.
    drawn(frame, 1)


def test_presets_set_and_clear_the_dates(page: Page) -> None:
    page.goto("/events")
    page.get_by_role("radio", name="30 days").click()
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d"))
    page.get_by_role("radio", name="All dates").click()
    expect(page).to_have_url(re.compile(r"/events$"))


def test_text_filter_finds_words_of_the_evidence(page: Page) -> None:
    page.goto("/events")
    search = page.get_by_role("searchbox", name="Text")
    search.fill("bombers")
    search.press("Enter")
    expect(page.get_by_text("1 event ·")).to_be_visible()


def test_no_match_says_what_to_do(page: Page) -> None:
    for path in ("", "timeline", "events"):
        page.goto(f"/{path}?country=ISL")
        expect(page.get_by_text("No event fits these filters")).to_be_visible()


def test_brush_narrows_the_map_and_the_count(page: Page) -> None:
    page.goto("/")
    frame = map_frame(page)
    whole_world(frame)
    drawn(frame, 4)
    settled(page)
    strip = page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first
    for _ in range(3):  # a chart that is still being laid out takes no drag
        strip.scroll_into_view_if_needed()
        box = strip.bounding_box()
        assert box is not None
        middle = box["y"] + box["height"] / 3
        page.mouse.move(box["x"] + box["width"] * 0.8, middle)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.9, middle, steps=8)
        page.mouse.move(box["x"] + box["width"] * 0.995, middle, steps=8)
        page.mouse.up()
        try:
            frame.wait_for_function("window.geoDrawn.total < 4", timeout=6_000)
            break
        except TimeoutError:
            settled(page)
    # Only what 2023 can hold is left: the exercise and the patrol.
    drawn(frame, 2)
    expect(page.get_by_text("2 events ·")).to_be_visible()
