"""Exports open as data: what a report says is never run, and coordinates are where GIS programs look for them."""

import csv
import io
import json

import pytest

from geo.briefing.tables import CSV_COLUMNS, csv_bytes, geojson_bytes, safe_cell
from tests.unit.making import dates, event, filled, place


def table(*events):
    return filled("sqlite://", events).query()


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_keeps_every_event_and_every_digit():
    (row,) = rows(
        csv_bytes(
            table(event(dates=dates("2023-07-20", "2023-07-23"), places=(place("Off “Sète”", -12.3456789, 135.0),)))
        )
    )
    assert list(row) == CSV_COLUMNS
    assert (row["lat"], row["lon"], row["participants"]) == ("-12.3456789", "135.0", "CHN;RUS")
    assert (row["start"], row["end"], row["dates_label"]) == ("2023-07-20", "2023-07-23", "20–23 Jul 2023")
    assert row["place_name"] == "Off “Sète”"


def test_csv_opens_in_excel_as_utf8_and_is_never_bare():
    assert csv_bytes(table()).startswith(b"\xef\xbb\xbfevent_id,")
    assert len(csv_bytes(table()).splitlines()) == 1


def test_what_is_not_known_is_empty():
    (row,) = rows(csv_bytes(table(event(places=(), participants=()))))
    assert {row[key] for key in ("lat", "lon", "start", "end", "name", "place_name", "participants")} == {""}


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "＝1+1",
        " =1+1",
        '=HYPERLINK("http://x","y")',
        "=cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
    ],
)
def test_a_cell_that_looks_like_a_formula_is_text(text):
    (row,) = rows(csv_bytes(table(event(name=text))))
    assert row["name"] == row["title"] == f"'{text}"


@pytest.mark.parametrize("text", ["Joint Sea-2023", "'quoted'", "", "a=b"])
def test_other_text_is_left_as_it_is(text):
    assert safe_cell(text) == text


def test_geojson_has_lon_before_lat_and_no_nan():
    content = geojson_bytes(table(event("e1"), event("e2", places=(place("Nowhere", None, None),))))
    placed, unplaced = json.loads(content)["features"]
    assert placed["geometry"] == {"type": "Point", "coordinates": [135.0, 40.0]}
    assert unplaced["geometry"] is None
    assert b"NaN" not in content


def test_geojson_of_nothing_is_an_empty_collection():
    assert json.loads(geojson_bytes(table())) == {"type": "FeatureCollection", "features": []}
