"""What the buttons hand out: a picture of slide size, tables that open elsewhere."""

import csv
import io
import json
import struct
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.looking import map_frame, settled


def download(page: Page, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("path", ["", "timeline"])
def test_picture_has_the_size_of_a_slide(page: Page, path: str) -> None:
    page.goto(f"/{path}")
    if not path:
        map_frame(page)
    settled(page)
    picture = download(page, "Download picture")
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (1920, 1080)


def test_tables_hold_the_filtered_events(page: Page) -> None:
    page.goto("/events?country=JPN")
    settled(page)
    rows = list(csv.DictReader(io.StringIO(download(page, "CSV").decode("utf-8-sig"))))
    assert [row["title"] for row in rows] == ["Beta Guard 2021"]
    features = json.loads(download(page, "GeoJSON"))["features"]
    assert [feature["geometry"]["coordinates"] for feature in features] == [[19.0, 57.5]]
