"""What a view of the map shows: counts when there is much, single events when there is little, wherever the view is."""

import json
import random

import pytest

from geo.layers.cells import MAX_SINGLE, cells
from geo.store import EventFilter
from geo.types import EventType, PlaceKind, Role
from tests.unit.making import dates, event, filled, place

WORLD = (-180.0, -90.0, 180.0, 90.0)
ALL = EventFilter()


def at(event_id: str, lat: float, lon: float, **fields):
    return event(event_id, places=(place("here", lat, lon, kind=PlaceKind.CITY, radius_km=20.0),), **fields)


@pytest.fixture(scope="module")
def crowd():
    chance = random.Random(3)
    many = [at(f"e{n}", chance.uniform(-80, 80), chance.uniform(-180, 180)) for n in range(MAX_SINGLE)]
    rare = at("rare", 40.0, 135.0, type=EventType.MEETING, participants=("IDN",))
    return filled("sqlite://", [*many, rare])


def test_a_few_events_are_shown_singly(crowd):
    shown = cells(crowd, EventFilter(countries=("IDN",)), 3, WORLD)
    assert (shown["total"], shown["cells"]) == (1, [])
    (found,) = shown["events"]
    assert found == {
        "event_id": "rare",
        "type": "meeting",
        "title": "Meeting IDN, here",
        "dates_label": "date not stated",
        "precision": "none",
        "assertion": "actual",
        "lat": 40.0,
        "lon": 135.0,
        "radius_km": 20.0,
        "kind": "city",
        "place_id": "own:here",
        "role": "location",
        "polygon": None,
        "track": [],
    }


def test_many_events_are_counted_and_none_is_lost(crowd):
    shown = cells(crowd, ALL, 2, WORLD)
    assert (shown["total"], shown["events"]) == (MAX_SINGLE + 1, [])
    assert sum(cell[2] for cell in shown["cells"]) == MAX_SINGLE + 1
    assert 1 < len(shown["cells"]) < MAX_SINGLE
    assert len(json.dumps(shown)) < 20_000


def test_a_cell_names_the_type_that_it_holds_most_of(tmp_path):
    events = [at(f"j{n}", 40.0, 135.0) for n in range(200)]
    events += [at(f"m{n}", 40.001, 135.001, type=EventType.MEETING) for n in range(201)]
    (cell,) = cells(filled("sqlite://", events), ALL, 2, WORLD)["cells"]
    assert cell[2:] == [401, "meeting"]
    assert cell[:2] == pytest.approx([40.0005, 135.0005], abs=0.001)


def test_zooming_in_parts_the_counts(crowd):
    sizes = [len(cells(crowd, ALL, zoom, WORLD)["cells"]) for zoom in (0, 2, 4)]
    assert sizes == sorted(set(sizes))


DATE_LINE = [("west", 52.0, 179.0), ("east", 52.0, -179.0), ("japan", 40.0, 135.0)]


@pytest.mark.parametrize(
    ("bbox", "seen"),
    [
        ((170.0, 40.0, 190.0, 60.0), {"west": 179.0, "east": 181.0}),
        ((-190.0, 40.0, -170.0, 60.0), {"west": -181.0, "east": -179.0}),
        ((530.0, 40.0, 550.0, 60.0), {"west": 539.0, "east": 541.0}),
        ((130.0, 30.0, 180.0, 60.0), {"west": 179.0, "japan": 135.0}),
        ((-180.0, 30.0, -130.0, 60.0), {"east": -179.0}),
        ((170.0, 40.0, -170.0, 60.0), {"west": 179.0, "east": 181.0}),
        ((-180.0, -90.0, 180.0, 90.0), {"west": 179.0, "east": -179.0, "japan": 135.0}),
        ((-40.0, -90.0, 400.0, 90.0), {"west": 179.0, "east": 181.0, "japan": 135.0}),
    ],
    ids=str,
)
def test_views_across_the_date_line_show_both_sides(bbox, seen):
    store = filled("sqlite://", [at(*row) for row in DATE_LINE])
    shown = cells(store, ALL, 4, bbox)
    assert {found["event_id"]: found["lon"] for found in shown["events"]} == seen


def test_counts_across_the_date_line_lie_in_the_view():
    events = [at(f"e{n}", 52.0, 179.5 if n % 2 else -179.5) for n in range(MAX_SINGLE + 1)]
    shown = cells(filled("sqlite://", events), ALL, 8, (178.0, 50.0, 182.0, 54.0))
    assert sorted(cell[1] for cell in shown["cells"]) == [179.5, 180.5]


def test_an_event_is_drawn_at_each_of_its_locations_and_counted_once():
    places = (place("one", 10.0, 10.0), place("two", 20.0, 20.0), place("base", 30.0, 30.0, Role.BASE))
    shown = cells(filled("sqlite://", [event(places=places)]), ALL, 3, WORLD)
    assert shown["total"] == 1
    assert [found["lat"] for found in shown["events"]] == [10.0, 20.0]


def test_a_departure_has_a_track_to_where_it_is_bound():
    ends = (
        place("Qingdao", 36.07, 120.38, Role.ORIGIN, PlaceKind.CITY, 30.0),
        place("Sea of Japan", 40.0, 135.0, Role.DESTINATION),
    )
    store = filled("sqlite://", [event(type=EventType.PORT_DEPARTURE, places=ends)])
    (found,) = cells(store, ALL, 3, WORLD)["events"]
    assert (found["lat"], found["role"]) == (40.0, "destination")
    assert (found["track"][0], found["track"][-1]) == ([36.07, 120.38], [40.0, 135.0])
    (moved,) = cells(store, ALL, 3, (400.0, 0.0, 560.0, 60.0))["events"]
    assert (moved["track"][0][1], moved["track"][-1][1]) == (480.38, 495.0)


def test_the_map_shows_a_change_at_once(tmp_path):
    store = filled(f"sqlite:///{tmp_path / 'store.sqlite'}", [at("e1", 1.0, 1.0), at("e2", 2.0, 2.0)])
    assert cells(store, ALL, 3, WORLD)["total"] == 2
    store.delete_event("e1")
    assert [found["event_id"] for found in cells(store, ALL, 3, WORLD)["events"]] == ["e2"]


def test_an_empty_store_and_an_empty_view_show_nothing(crowd):
    nothing = {"total": 0, "cells": [], "events": []}
    assert cells(filled("sqlite://", []), ALL, 3, WORLD) == nothing
    assert cells(crowd, EventFilter(text="nowhere"), 3, WORLD) == nothing
    assert cells(crowd, ALL, 3, (0.0, 85.0, 1.0, 86.0)) == nothing


def test_filters_apply_to_the_view():
    store = filled("sqlite://", [at("e1", 1, 1, dates=dates("2023-07-01")), at("e2", 1, 1, dates=dates("2024-07-01"))])
    wanted = EventFilter.from_query({"from": "2024-01-01"})
    assert [found["event_id"] for found in cells(store, wanted, 3, WORLD)["events"]] == ["e2"]
