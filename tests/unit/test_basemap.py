"""The base map holds all land, cut where the world is cut, and no line that is not a coast or border."""

import json
from itertools import pairwise

import pytest
from shapely.geometry import Point, Polygon, shape

from geo import basemap


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("basemap")
    basemap.make_basemap(lambda message, fraction: None, target=folder)
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.iterdir()}


@pytest.mark.parametrize("name", ["countries", "countries-coarse"])
@pytest.mark.parametrize(
    ("iso3", "lat", "lon"),
    [("CHN", 36.0, 103.0), ("RUS", 66.5, -173.0), ("RUS", 62.0, 130.0), ("AUS", -25.0, 135.0), ("ATA", -85.0, 90.0)],
)
def test_land_is_where_it_is(made, name, iso3, lat, lon):
    countries = {feature["properties"]["iso3"]: shape(feature["geometry"]) for feature in made[name]["features"]}
    assert countries[iso3].buffer(0).contains(Point(lon, lat))


@pytest.mark.parametrize("name", ["countries", "countries-coarse"])
def test_no_polygon_spans_the_world_but_antarctica(made, name):
    for feature in made[name]["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            west, _, east, _ = Polygon(polygon[0]).bounds
            assert west >= -180 and east <= 180
            assert east - west < 180 or feature["properties"]["iso3"] == "ATA"


def test_no_border_runs_along_the_antimeridian(made):
    lines = made["borders"]["coordinates"]
    assert sum(len(line) for line in lines) > 50_000
    for line in lines:
        for start, end in pairwise(line):
            assert not (abs(start[0]) == 180 and start[0] == end[0])
            assert abs(start[0] - end[0]) < 90


def test_a_border_between_two_countries_is_drawn_once():
    left = Polygon([(0, 0), (1, 0), (1, 1), (0, 1)])
    right = Polygon([(1, 0), (2, 0), (2, 1), (1, 1)])
    lines = basemap.outlines({"AAA": left, "BBB": right})["coordinates"]
    assert sum(len(line) - 1 for line in lines) == 7


def test_large_cities_and_capitals_come_first(made):
    zoom = {(label["name"], label["kind"]): label["zoom"] for label in made["labels"]}
    assert zoom["Tokyo", "capital"] <= 4
    assert zoom["Vladivostok", "city"] <= 6
    assert zoom["Qingdao", "city"] <= 4
    assert zoom["Nuuk", "capital"] <= 5


def test_files_are_small_enough_to_be_fetched_by_a_browser(tmp_path, made):
    for content in made.values():
        assert len(json.dumps(content, separators=(",", ":"))) < 2_000_000


def test_an_ocean_is_named_before_a_sea_and_a_sea_before_a_strait(made):
    zoom = {label["name"]: label["zoom"] for label in made["labels"] if label["kind"] in ("sea", "strait")}
    assert zoom["Sea of Japan"] <= 4
    assert all(label["until"] >= label["zoom"] for label in made["labels"] if "until" in label)
