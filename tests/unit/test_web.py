"""The routes beside the pages, asked as a browser asks them."""

import asyncio
import json
import os

import httpx
import pytest
from starlette.applications import Starlette

from geo.store import EventFilter
from geo.types import EventType, PlaceKind, Role
from geo.web import MAX_PAGE, routes
from tests.unit.making import dates, event, filled, place, reading

NASTY = "<img src=x onerror=alert(1)>`${alert(1)}`</script>"


def get(path: str) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=routes))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get(path)

    return asyncio.run(ask())


@pytest.fixture
def store(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    monkeypatch.setenv("GEO_STORE", url)
    events = [
        event("e1", name="Northern/Interaction-2023", dates=dates("2023-07-20", "2023-07-23")),
        event("e2", EventType.MEETING, name=NASTY, participants=("IDN",), dates=dates("2023-07-13")),
        event("e3", participants=("KOR",), places=(place("Nowhere", None, None),)),
    ]
    store = filled(url, events)
    yield store
    store.close()


def test_health_tells_the_number_of_events(store):
    found = get("/api/health")
    assert found.status_code == 200
    assert found.json() == {"status": "ok", "events": 3, "version": found.json()["version"]}


@pytest.mark.parametrize("content", [b"no database at all" * 99, None], ids=["damaged", "folder"])
def test_health_is_503_when_the_store_cannot_be_read(tmp_path, monkeypatch, content):
    path = tmp_path / "store.sqlite"
    path.write_bytes(content) if content else path.mkdir()
    monkeypatch.setenv("GEO_STORE", f"sqlite:///{path}")
    found = get("/api/health")
    assert (found.status_code, found.json()["status"]) == (503, "error")
    assert str(path) in found.json()["error"]
    assert get("/api/cells").status_code == 503


def test_geojson_is_what_a_gis_reads(store):
    found = get("/api/events.geojson")
    assert found.headers["content-type"].startswith("application/geo+json")
    collection = found.json()
    assert (collection["type"], collection["numberMatched"], collection["numberReturned"]) == (
        "FeatureCollection",
        3,
        3,
    )
    by_id = {feature["id"]: feature for feature in collection["features"]}
    assert by_id["e1"]["geometry"] == {"type": "Point", "coordinates": [135.0, 40.0]}
    assert by_id["e3"]["geometry"] is None
    assert by_id["e1"]["properties"]["participants"] == ["CHN", "RUS"]
    assert by_id["e1"]["properties"]["start"] == "2023-07-20"
    assert "lat" not in by_id["e1"]["properties"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("country=CHN&country=RUS&match=all", ["e1"]),
        ("from=2023-07-13&to=2023-07-13", ["e2"]),
        ("type=joint_exercise", ["e1", "e3"]),
        ("text=northern", ["e1"]),
        ("limit=1", ["e2"]),
        ("limit=1&offset=1", ["e1"]),
        ("offset=99", []),
    ],
)
def test_the_filters_of_the_address_apply(store, query, ids):
    assert [feature["id"] for feature in get(f"/api/events.geojson?{query}").json()["features"]] == ids


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/api/events.geojson?from=July", "from=July is no date"),
        ("/api/events.geojson?country=Mars", "country=MARS"),
        ("/api/events.geojson?limit=0", "limit=0"),
        (f"/api/events.geojson?limit={MAX_PAGE + 1}", "10001"),
        ("/api/events.geojson?offset=-1", "offset=-1"),
        ("/api/cells?z=nan", "z=nan"),
        ("/api/cells?bbox=1,2,3", "bbox=1,2,3"),
        ("/api/cells?type=party", "type=party"),
    ],
)
def test_what_cannot_be_meant_is_400_with_a_mend(store, path, says):
    found = get(path)
    assert found.status_code == 400
    assert says in found.json()["error"]


def test_a_view_is_answered_with_filters_and_box(store):
    found = get("/api/cells?z=4.6&bbox=100,0,160,60&country=CHN").json()
    assert (found["total"], [shown["event_id"] for shown in found["events"]]) == (1, ["e1"])
    assert get("/api/cells?z=4&bbox=0,0,10,10").json() == {"total": 0, "cells": [], "events": []}
    assert get("/api/cells").json()["total"] == 2


def test_a_card_has_all_that_leads_back_to_the_report(store):
    card = get("/api/events/e1").json()
    assert (card["title"], card["dates_label"], card["confidence"]) == (
        "Northern/Interaction-2023",
        "20–23 Jul 2023",
        0.8,
    )
    assert card["evidence"][0]["quote"] == "Five Chinese warships,"
    assert (card["report"]["report_id"], card["report"]["published"]) == ("r1", "2023-07-16")
    assert get("/api/events/nope").status_code == 404


def test_text_of_reports_travels_as_json_only(store):
    for path in ("/api/events/e2", "/api/cells?country=IDN", "/api/events.geojson?country=IDN"):
        found = get(path)
        assert found.headers["content-type"].split(";")[0] in ("application/json", "application/geo+json")
        assert NASTY in json.dumps(found.json(), ensure_ascii=False)


def test_every_answer_has_the_headers_that_keep_it_what_it_is(store):
    for path in (
        "/api/health",
        "/api/events.geojson",
        "/api/cells",
        "/api/events/e1",
        "/api/events/no",
        "/api/cells?z=x",
    ):
        headers = get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "cache-control" in headers


def test_only_reading_is_answered(store):
    async def post() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=routes))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.post("/api/cells")

    assert asyncio.run(post()).status_code == 405


def test_an_answer_follows_a_change_at_once(store):
    store.save(
        reading(
            "r2", [event("new", participants=("JPN",), places=(place("Kure", 34.2, 132.5, Role.BASE, PlaceKind.BASE),))]
        )
    )
    assert get("/api/cells?country=JPN").json()["total"] == 1
    assert get("/api/events.geojson?country=JPN").json()["numberMatched"] == store.count(
        EventFilter(countries=("JPN",))
    )


def test_shapes_are_geojson_and_unknown_ones_are_passed_over(store):
    from geo.errors import GazetteerNotBuilt
    from geo.gazetteer import Gazetteer

    try:
        Gazetteer.open().close()
    except GazetteerNotBuilt as error:
        pytest.skip(str(error))
    found = get("/api/shapes?id=own:sea-of-japan&id=own:no-such-sea")
    assert [feature["id"] for feature in found.json()["features"]] == ["own:sea-of-japan"]
    assert "max-age" in found.headers["cache-control"]


def test_shapes_of_ones_own_places_are_served_and_a_malformed_file_is_left_out(tmp_path, monkeypatch):
    from geo.layers import areas

    square = {"type": "Polygon", "coordinates": [[[120, 10], [121, 10], [121, 11], [120, 11], [120, 10]]]}
    feature = {"type": "Feature", "properties": {"name": "Box Charlie", "id": "charlie"}, "geometry": square}
    (tmp_path / "own.geojson").write_text(json.dumps(feature))
    (tmp_path / "bad.csv").write_text("name\nA\n")
    monkeypatch.setenv("GEO_GAZETTEER", os.pathsep.join(str(tmp_path / name) for name in ("bad.csv", "own.geojson")))
    areas._gazetteer.cache_clear()
    found = get("/api/shapes?id=custom:charlie&id=own:sea-of-japan")
    areas._gazetteer.cache_clear()
    assert [feature["id"] for feature in found.json()["features"]] == ["custom:charlie", "own:sea-of-japan"]


def test_shapes_without_a_gazetteer_are_503(tmp_path, monkeypatch):
    from geo.layers import areas

    monkeypatch.setenv("GEO_BUILT", str(tmp_path))
    areas._gazetteer.cache_clear()
    found = get("/api/shapes?id=own:sea-of-japan")
    areas._gazetteer.cache_clear()
    assert (found.status_code, "setup" in found.json()["error"]) == (503, True)
