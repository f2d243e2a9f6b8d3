"""The seas of IHO S-23 and the places that naval news names, by all their names: the right kind, at the right spot."""

import csv
from pathlib import Path

import pytest

from geo.gazetteer import Gazetteer
from geo.gazetteer.shapes import distance_km

LINES = (Path(__file__).parent / "places_checklist.csv").read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(line for line in LINES if not line.startswith("#")))
NAMES = [(name, row) for row in ROWS for name in row["names"].split("|")]


@pytest.mark.parametrize(("name", "row"), NAMES, ids=[name for name, _ in NAMES])
def test_a_name_is_of_its_kind_and_where_it_belongs(gazetteer: Gazetteer, name: str, row: dict[str, str]) -> None:
    candidates = gazetteer.candidates(name)
    assert candidates, "unknown"
    place = candidates[0]
    away_km = distance_km(place.lat, place.lon, float(row["lat"]), float(row["lon"]))
    assert (place.kind.value, away_km <= float(row["within_km"])) == (row["kind"], True), f"{place}, {away_km:.0f} km"
