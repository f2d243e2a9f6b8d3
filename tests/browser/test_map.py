"""The map: marks lead to their sentences, layers can be switched, the world is round, errors are said."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Frame, Page, Route, expect

from geo.store import EventStore
from tests.browser.looking import drawn, map_frame, settled, whole_world
from tests.unit.making import area, event, reading


def marks(frame: Frame) -> int:
    return frame.locator(".geo-mark-anchor:visible, .geo-count-anchor:visible").count()


def test_click_on_a_mark_shows_the_sentence_behind_it(page: Page) -> None:
    page.goto("/?text=Alpha")
    frame = map_frame(page)
    drawn(frame, 1)
    frame.locator(".geo-mark-anchor").first.click()
    card = page.locator(".geo-card")
    expect(card.get_by_role("heading", name="Alpha Shield")).to_be_visible()
    expect(card.get_by_text("20–23 Jul 2023")).to_be_visible()
    expect(card.get_by_text("China, Russia")).to_be_visible()
    expect(card.locator("mark", has_text="began the exercise Alpha Shield in the Sea of Japan")).to_be_visible()
    expect(card.get_by_text("80 %")).to_be_visible()
    page.get_by_role("button", name="Open the report").click()
    expect(page).to_have_url(re.compile("/reports"))
    expect(page.locator(".geo-report")).to_contain_text("their bombers flew a joint patrol")


def test_layers_are_switched_by_type(page: Page) -> None:
    page.goto("/")
    frame = map_frame(page)
    whole_world(frame)
    drawn(frame, 4)
    frame.get_by_label("Joint exercise").uncheck()
    drawn(frame, 2)
    frame.get_by_label("Joint exercise").check()
    drawn(frame, 4)


def test_legend_names_every_type_and_what_the_fill_means(page: Page) -> None:
    page.goto("/")
    legend = map_frame(page).locator(".geo-legend")
    for words in ("Joint air patrol", "Port departure", "planned or claimed", "somewhere within"):
        expect(legend.get_by_text(words)).to_be_visible()


def test_events_near_the_antimeridian_are_drawn_on_both_sides_of_it(page: Page) -> None:
    page.goto("/?type=port_call")
    frame = map_frame(page)
    for lon in (175, -175, 535):
        frame.evaluate("lon => window.map.setView([58, lon], 4, {animate: false})", lon)
        frame.wait_for_function(
            "lon => [...document.querySelectorAll('.geo-mark-anchor')].some(mark => {"
            " const box = mark.getBoundingClientRect(); return box.left > 0 && box.right < innerWidth; })",
            arg=lon,
        )
        drawn(frame, 1)


def test_empty_view_is_said(page: Page) -> None:
    page.goto("/")
    frame = map_frame(page)
    frame.evaluate("window.map.setView([-50, -20], 6, {animate: false})")
    expect(frame.get_by_text("No events in this view")).to_be_visible()


def test_failed_request_is_said_and_can_be_repeated(page: Page) -> None:
    page.goto("/")
    frame = map_frame(page)

    def failing(route: Route) -> None:
        route.fulfill(status=200, content_type="application/json", body="not json")

    page.route("**/api/cells*", failing)
    frame.evaluate("window.map.setView([30, 100], 3, {animate: false})")
    expect(frame.get_by_text("Events could not be loaded")).to_be_visible()
    page.unroute("**/api/cells*", failing)
    frame.get_by_role("button", name="Try again").click()
    expect(frame.get_by_text("events in view")).to_be_visible()


def test_map_follows_the_theme(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    frame = map_frame(page)
    assert "geo-dark" in (frame.locator("#map_div").get_attribute("class") or "")
    page.emulate_media(color_scheme="light")
    expect(frame.locator("#map_div")).not_to_have_class(re.compile("geo-dark"))


def test_list_beside_the_map_leads_to_the_card_and_moves_the_map(page: Page) -> None:
    page.goto("/?text=Beta")
    frame = map_frame(page)
    settled(page)
    table = page.get_by_test_id("stDataFrame")
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 20, box["y"] + 52)
    expect(page.locator(".geo-card").get_by_role("heading", name="Beta Guard 2021")).to_be_visible()
    frame.wait_for_function("Math.abs(window.map.getCenter().lat - 57.5) < 1")
    page.get_by_role("button", name="Back to the list").click()
    expect(table).to_be_visible()


def test_sea_is_drawn_in_its_shape_and_another_place_as_a_circle(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/shapes" in request.url else None)
    page.goto("/?text=Alpha")
    frame = map_frame(page)
    drawn(frame, 1)
    # Points of the Sea of Japan that its circle does not reach, and of Honshu that its circle covers.
    inked = "([lat, lon]) => {" + INKED + "}"
    frame.evaluate("window.map.setView([41, 136], 5, {animate: false})")
    frame.wait_for_function(inked, arg=[47.5, 140.2])
    assert not frame.evaluate(inked, [36.5, 138.5])
    assert any("own%3Asea-of-japan" in address for address in asked)
    page.goto("/?text=Beta")
    frame = map_frame(page)
    drawn(frame, 0)
    frame.evaluate("window.map.setView([57.5, 19], 4, {animate: false})")
    frame.wait_for_function(inked, arg=[58.2, 20.5])


@pytest.fixture
def given_areas(server: str) -> Iterator[None]:
    """An event in a triangle across 180 degrees and one in a circle of 100 km, as long as the test lasts."""
    triangle = area((-31.0, 179.0), (-31.0, -179.0), (-29.0, -179.0))
    circle = area((-34.0, -176.0), radius_km=100.0)
    store = EventStore()
    store.save(reading("given", [event("triangle", places=(triangle,)), event("circle", places=(circle,))]))
    yield
    store.delete_report("given")
    store.close()


def test_area_and_circle_of_a_report_are_drawn_as_it_gives_them(page: Page, given_areas: None) -> None:
    page.goto("/")
    frame = map_frame(page)
    inked = "([lat, lon]) => {" + INKED + "}"
    frame.evaluate("window.map.setView([-30, 181], 6, {animate: false})")
    drawn(frame, 2)
    # A right-angled triangle across 180 degrees: inside it, and on the far side of its long edge but inside its circle.
    frame.wait_for_function(inked, arg=[-30.8, 180.8])
    assert not frame.evaluate(inked, [-29.3, 179.2])
    # A circle of 100 km.
    frame.wait_for_function(inked, arg=[-33.2, 184.0])
    assert not frame.evaluate(inked, [-32.8, 184.0])
    expect(frame.get_by_text("area as given")).to_be_visible()


INKED = (
    "const at = window.map.latLngToContainerPoint([lat, lon]);"
    "return [...document.querySelectorAll('.leaflet-areas-pane canvas')].some(canvas => {"
    " const box = canvas.getBoundingClientRect(), ratio = canvas.width / box.width;"
    " const x = (at.x - box.left) * ratio, y = (at.y - box.top) * ratio;"
    " return canvas.getContext('2d').getImageData(x, y, 1, 1).data[3] > 0;"
    "});"
)
