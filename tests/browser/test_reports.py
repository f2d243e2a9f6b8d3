"""The Reports page: paste, read, save; what cannot be read is said and nothing pasted is lost."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.looking import settled

PASTE = (
    "BEIJING, 16 July 2024. China and Russia will hold the joint exercise Gamma Lance in the Yellow Sea, "
    "the Chinese Defense Ministry said on Tuesday. Five Chinese warships left Qingdao on 14 July 2024."
)


def paste(page: Page, text: str) -> None:
    page.goto("/reports")
    field = page.get_by_role("textbox", name="Report", exact=True)
    field.fill(text)
    field.blur()
    settled(page)
    page.get_by_role("button", name="Read the report").click()


def test_pasted_report_is_read_saved_and_on_the_map(page: Page) -> None:
    paste(page, PASTE)
    text = page.locator(".geo-report")
    expect(text).to_contain_text(PASTE)
    expect(text.locator("mark.geo-place", has_text="Yellow Sea")).to_be_visible()
    expect(text.locator("mark.geo-trigger").first).to_be_visible()
    expect(page.get_by_text("Published 16 Jul 2024")).to_be_visible()
    expect(page.locator(".geo-card h2").first).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved with")).to_be_visible()
    page.goto("/events?text=Gamma+Lance")
    expect(page.get_by_text("1 event ·")).to_be_visible()
    # The same report again changes nothing.
    paste(page, PASTE)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("in the store already, unchanged")).to_be_visible()


def test_discarded_report_is_not_kept(page: Page) -> None:
    paste(page, PASTE.replace("Gamma Lance", "Omega Lance"))
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_text("Discarded.")).to_be_visible()
    page.goto("/events?text=Omega")
    expect(page.get_by_text("No event fits these filters")).to_be_visible()


def test_pasted_text_stays_when_it_cannot_be_read(page: Page) -> None:
    paste(page, " \n ")
    expect(page.get_by_text("holds no text")).to_be_visible()
    expect(page.get_by_role("textbox", name="Report", exact=True)).to_have_value(" \n ")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"   ", "holds no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "is a PNG image, whatever its name says"),
        ("binary.txt", bytes(range(256)) * 40, "is no text"),
        ("page.html", b"<html><body>" + b"<p>x</p>" * 700_000, "an HTML page may have"),
    ],
)
def test_bad_files_are_refused_in_words(page: Page, name: str, content: bytes, said: str) -> None:
    page.goto("/reports")
    settled(page)
    with page.expect_response(lambda answer: "upload_file" in answer.url and answer.request.method == "PUT"):
        file = FilePayload(name=name, mimeType="text/plain", buffer=content)
        page.locator('input[type="file"]').set_input_files(file)
    expect(page.get_by_text(name)).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Read the report").click()
    expect(page.get_by_text(said)).to_be_visible()


def test_far_dates_and_noise_are_read_without_a_crash(page: Page) -> None:
    paste(page, "China and Russia will hold a joint exercise in the Sea of Japan on 31 December 9999. " + "zxq " * 5000)
    expect(page.locator(".geo-report")).to_be_visible()


PLACES = (
    "CAIRO, 3 May 2022. Egypt and Jordan held the joint exercise Kappa Lance in Tripoli, the ministry said. "
    "Five Egyptian warships left Alexandria on 1 May 2022."
)


def choose_row(page: Page, table: int, row: int) -> None:
    """Tick a row of a table; its cells are drawn on a canvas."""
    settled(page)
    frame = page.get_by_test_id("stDataFrame").nth(table)
    frame.locator("canvas").first.wait_for()
    frame.click(position={"x": 18, "y": 35 * (row + 1) + 18})
    settled(page)


def test_an_events_card_says_why_its_place_is_where_it_is(page: Page) -> None:
    paste(page, PLACES.replace("Kappa", "Lambda"))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved with")).to_be_visible()
    page.goto("/events?text=Lambda")
    expect(page.get_by_text("1 event ·")).to_be_visible()
    choose_row(page, 0, 0)
    page.get_by_text("Why these places").click()
    expect(page.get_by_text("Tripoli: city, within")).to_be_visible()
    expect(page.get_by_text("importance of the place +")).to_be_visible()


def test_a_place_is_explained_corrected_and_put_back(page: Page) -> None:
    paste(page, PLACES)
    expect(page.get_by_text("5 place names")).to_be_visible()
    card = page.locator(".geo-card", has_text="Kappa Lance").first
    expect(card).to_contain_text("32.9°N 13.2°E")
    choose_row(page, 0, 3)
    expect(page.get_by_text("Tripoli: city, within")).to_be_visible()
    expect(page.get_by_role("button", name="Correct")).to_be_disabled()
    page.get_by_text("Coordinates", exact=True).click()
    for label, value in (("Latitude", "34.4"), ("Longitude", "35.8")):
        page.get_by_role("spinbutton", name=label).fill(value)
        page.get_by_role("spinbutton", name=label).press("Enter")
    page.get_by_role("button", name="Correct").click()
    expect(page.get_by_text("Corrected. 0 reports of the store read anew.")).to_be_visible()
    expect(card).to_contain_text("34.4°N 35.8°E")
    expect(page.get_by_text("Set by hand for this report.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone.")).to_be_visible()
    expect(card).to_contain_text("32.9°N 13.2°E")
