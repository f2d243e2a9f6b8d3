"""An area that a report gives by coordinates is drawn as just that, from the report to map, slide and GeoJSON."""

import io
import json

import numpy as np
import pytest
import shapely
from matplotlib.image import imread

from geo import briefing
from geo.briefing.tables import geojson_bytes
from geo.documents import reading_document
from geo.layers.areas import outline, outline_geometry
from geo.layers.cells import cells
from geo.pipeline import read
from geo.store import EventFilter
from geo.types import PlaceKind, Report
from tests.unit.making import area, event, filled, place

WORLD = (-180.0, -90.0, 180.0, 90.0)
SQUARE = ((38.0, 124.0), (38.0, 125.0), (39.0, 125.0), (39.0, 124.0))
BERING = ((52.0, 179.0), (52.0, -179.0), (54.0, -179.0), (54.0, 179.0))
REPORT = (
    "China and Russia will hold the joint naval exercise Made Shield in the Yellow Sea from 5 to 7 July 2024. "
    "The joint exercise takes place in the area bounded by 36-00N 123-00E, 36-00N 124-00E, 37-00N 124-00E "
    "and 37-00N 123-00E and in the area bounded by 35-00N 122-00E, 35-00N 122-30E and 35-30N 122-30E."
)
FIRST, SECOND = (
    ((36.0, 123.0), (36.0, 124.0), (37.0, 124.0), (37.0, 123.0)),
    ((35.0, 122.0), (35.0, 122.5), (35.5, 122.5)),
)


def marks(*places, bbox=WORLD):
    return cells(filled("sqlite://", [event(places=places)]), EventFilter(), 4, bbox)["events"]


def test_the_corners_go_from_the_report_through_the_store_to_the_map(gazetteer):
    reading = read(Report("made", REPORT), gazetteer)
    printed = [one["polygon"] for found in reading_document(reading)["events"] for one in found["places"]
               if one["kind"] == "area"]  # fmt: skip
    assert printed == [[list(corner) for corner in FIRST], [list(corner) for corner in SECOND]]
    store = filled("sqlite://", reading.events)
    (found,) = store.query().to_dict("records")
    assert found["areas"] == (FIRST, SECOND)
    kept = store.event(found["event_id"])
    assert [one["polygon"] for one in kept["places"] if one["kind"] == "area"] == printed
    assert [mark["polygon"] for mark in cells(store, EventFilter(), 4, WORLD)["events"]] == printed


def test_a_circle_has_its_radius_and_no_corners():
    (mark,) = marks(area((38.5, 124.25), radius_km=9.26))
    assert (mark["lat"], mark["lon"], mark["radius_km"], mark["polygon"]) == (38.5, 124.25, 9.26, None)


@pytest.mark.parametrize(
    ("bbox", "lons"),
    [
        ((170.0, 40.0, 190.0, 60.0), [179.0, 181.0, 181.0, 179.0]),
        ((-190.0, 40.0, -170.0, 60.0), [-181.0, -179.0, -179.0, -181.0]),
        ((530.0, 40.0, 550.0, 60.0), [539.0, 541.0, 541.0, 539.0]),
    ],
)
def test_an_area_across_180_degrees_lies_round_its_mark(bbox, lons):
    (mark,) = marks(area(*BERING), bbox=bbox)
    assert [lon for _, lon in mark["polygon"]] == lons
    assert min(lons) < mark["lon"] < max(lons)


def test_the_sea_in_which_a_given_area_lies_is_no_second_mark():
    japan = place("Sea of Japan", 40.0, 135.0, kind=PlaceKind.SEA, radius_km=600.0)
    guam = place("Guam", 13.4, 144.8, kind=PlaceKind.ISLAND, radius_km=30.0)
    baltic = place("Baltic Sea", 57.5, 19.0, kind=PlaceKind.SEA, radius_km=400.0)
    inside = area((41.0, 134.0), (41.0, 135.0), (42.0, 135.0))
    assert [mark["kind"] for mark in marks(japan, inside, guam, baltic)] == ["area", "island", "sea"]
    assert [mark["kind"] for mark in marks(japan, guam)] == ["sea", "island"]


def test_a_given_area_stands_for_its_event_before_the_sea_around_it():
    store = filled("sqlite://", [event(places=(place(), area(*SQUARE)))])
    (found,) = store.query().to_dict("records")
    assert (found["place_kind"], found["lat"], found["lon"]) == ("area", 38.5, 124.5)


@pytest.mark.parametrize(
    ("corners", "kind", "square_degrees"),
    [
        (SQUARE, "Polygon", 1.0),
        (SQUARE[::-1], "Polygon", 1.0),
        (BERING, "MultiPolygon", 4.0),
        ((SQUARE[0], SQUARE[1], SQUARE[3], SQUARE[2]), "MultiPolygon", 0.5),
    ],
    ids=["square", "other way round", "across 180 degrees", "crossing sides"],
)
def test_geometry_is_valid_and_covers_the_area(corners, kind, square_degrees):
    geometry = outline_geometry([corners])
    shape = shapely.geometry.shape(geometry)
    assert (geometry["type"], shape.is_valid) == (kind, True)
    assert shape.area == pytest.approx(square_degrees)
    assert -180 <= shape.bounds[0] <= shape.bounds[2] <= 180
    assert all(part.exterior.is_ccw for part in getattr(shape, "geoms", [shape]))


@pytest.mark.parametrize("corners", [(), ((1.0, 2.0),), ((1.0, 2.0), (3.0, 4.0)), ((1.0, 2.0),) * 4, None])
def test_what_encloses_nothing_has_no_geometry(corners):
    assert outline_geometry([corners]) is None
    assert outline(corners) is None or len(corners) == 4


def test_geojson_keeps_its_points_and_tells_the_area_beside_them():
    store = filled(
        "sqlite://", [event("given", places=(area(*SQUARE), area(*FIRST))), event("named", places=(place(),))]
    )
    features = {one["id"]: one for one in json.loads(geojson_bytes(store.query()))["features"]}
    assert features["given"]["geometry"] == {"type": "Point", "coordinates": [124.5, 38.5]}
    shape = shapely.geometry.shape(features["given"]["properties"]["area"])
    assert shape.area == pytest.approx(2.0)
    assert shape.contains(shapely.Point(124.5, 38.5))
    assert "area" not in features["named"]["properties"]


def test_geojson_tells_a_circle_as_a_polygon_round_its_middle():
    store = filled("sqlite://", [event(places=(area((60.0, 5.0), radius_km=100.0),))])
    (found,) = json.loads(geojson_bytes(store.query()))["features"]
    shape = shapely.geometry.shape(found["properties"]["area"])
    assert shape.contains(shapely.Point(5.0, 60.89)) and not shape.contains(shapely.Point(5.0, 60.91))
    assert shape.contains(shapely.Point(6.78, 60.0)) and not shape.contains(shapely.Point(6.82, 60.0))


@pytest.mark.parametrize(
    ("place", "inside", "outside"),
    [
        (area((36.0, 120.0), (36.0, 130.0), (42.0, 130.0)), (37.0, 129.0), (41.0, 121.0)),
        (area((38.0, 132.0), radius_km=300.0), (39.5, 133.0), (41.5, 136.0)),
        (area((50.0, 175.0), (50.0, -175.0), (56.0, -175.0)), (51.0, -176.0), (55.0, 176.0)),
    ],
    ids=["corners", "circle", "across 180 degrees"],
)
def test_a_slide_shows_the_area_and_what_its_edge_means(gazetteer, place, inside, outside):
    store = filled("sqlite://", [event(places=(place,))])
    empty = filled("sqlite://", [])
    match = place.located.match.place
    box = (match.lon - 12, match.lat - 8, match.lon + 12, match.lat + 8)
    with_area, without = (
        imread(io.BytesIO(briefing.map_png(one.query(), EventFilter(), one, gazetteer, bbox=box)))
        for one in (store, empty)
    )
    view = briefing.view.fitting(box, briefing.map_picture.MAP_WIDTH, briefing.map_picture.MAP_HEIGHT)
    for (lat, lon), drawn in ((inside, True), (outside, False)):
        x, y = view.point(lat, lon)
        at = (1080 - briefing.map_picture.BOTTOM - round(y), briefing.map_picture.LEFT + round(x))
        assert np.allclose(with_area[at], without[at], atol=0.004) is not drawn
