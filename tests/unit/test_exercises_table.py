"""The table of known exercises: complete, dated, sourced, and with its seas at sea."""

import csv
import datetime as dt

import pytest
from shapely.geometry import Point

from geo.gazetteer.countries import country_polygons
from geo.paths import EXERCISES
from geo.text.countries import countries
from geo.types import EventType, PlaceKind, Precision

with EXERCISES.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def test_ids_are_unique() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS) == 84


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_holds_to_the_vocabularies(row: dict[str, str]) -> None:
    assert row["type"] in set(EventType)
    assert row["precision"] in set(Precision)
    assert row["place_kind"] in set(PlaceKind)
    assert set(row["participants"].split(";")) <= set(countries())
    assert row["participants"].split(";") == sorted(row["participants"].split(";"))
    start = dt.date.fromisoformat(row["start"])
    assert not row["end"] or start <= dt.date.fromisoformat(row["end"])
    assert -90 <= float(row["lat"]) <= 90
    assert -180 <= float(row["lon"]) < 180
    assert float(row["radius_km"]) > 0
    assert all(row[count] == "" or row[count].isdigit() for count in ("ships", "aircraft", "personnel", "edition"))
    assert row["area"]
    assert row["confidence"]
    assert all(source for source in row["source_urls"].split(" | "))


@pytest.mark.parametrize("row", [row for row in ROWS if row["place_kind"] == "sea"], ids=lambda row: row["id"])
def test_what_happened_at_sea_is_not_drawn_on_land(row: dict[str, str]) -> None:
    point = Point(float(row["lon"]), float(row["lat"]))
    assert [iso3 for iso3, shape in country_polygons().items() if shape.contains(point)] == []
