"""What is saved comes back the same, once, and as the filter says."""

import datetime as dt
import random

import pandas as pd
import pytest

from geo.errors import InputError
from geo.store import EventFilter, EventStore, snapshot
from geo.types import Assertion, EventType, Evidence, PlaceKind, Precision, Role, Span
from tests.unit.making import TEXT, dates, event, filled, place, reading


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


def test_a_reading_comes_back_whole(url):
    exercise = event(
        name="Northern/Interaction-2023",
        assertion=Assertion.PLANNED,
        observers=("MNG",),
        dates=dates("2023-07-20", "2023-07-23"),
        platforms=("Qiqihar",),
        people=("Li Shangfu",),
        counts={"ships": 5},
        ordinal=6,
    )
    store = filled(url, [exercise])
    found = store.event("e1")
    assert found is not None
    assert {
        key: found[key] for key in ("type", "assertion", "name", "start", "end", "precision", "edtf", "ordinal")
    } == {
        "type": "joint_exercise",
        "assertion": "planned",
        "name": "Northern/Interaction-2023",
        "start": "2023-07-20",
        "end": "2023-07-23",
        "precision": "day",
        "edtf": "2023-07-20/2023-07-23",
        "ordinal": 6,
    }
    assert (found["participants"], found["observers"]) == (["CHN", "RUS"], ["MNG"])
    assert (found["platforms"], found["people"], found["counts"]) == (["Qiqihar"], ["Li Shangfu"], {"ships": 5})
    assert [(one["place_id"], one["role"], one["lat"]) for one in found["places"]] == [
        ("own:sea-of-japan", "location", 40.0)
    ]
    for item in found["evidence"]:
        assert TEXT[item["start"] : item["end"]] == item["quote"]
    report = store.report("r1")
    assert report is not None
    assert (report["text"], report["published"], report["published_inferred"]) == (TEXT, dt.date(2023, 7, 16), True)


def test_the_table_has_the_promised_columns_and_types(url):
    store = filled(url, [event("e1", dates=dates("2023-07-20")), event("e2", places=(), participants=())])
    table = store.query()
    assert list(table.columns) == [
        *("event_id", "type", "assertion", "name", "title", "participants", "observers", "start", "end", "precision"),
        *("edtf", "dates_label", "place_name", "place_kind", "place_id", "lat", "lon", "radius_km", "confidence"),
        *("series", "report_id", "source_id", "corroboration", "areas"),
    ]
    dated, bare = table.to_dict("records")
    assert (dated["start"], dated["end"], dated["participants"]) == (dt.date(2023, 7, 20), None, ("CHN", "RUS"))
    assert (bare["start"], bare["name"], bare["place_name"], bare["participants"]) == (None, None, None, ())
    assert pd.isna(bare["lat"])


def test_an_empty_store_gives_an_empty_table_with_columns(url):
    store = EventStore(url)
    assert store.query().empty
    assert "event_id" in store.query().columns
    assert (store.count(), store.event("x"), store.report("x")) == (0, None, None)


def test_the_same_report_twice_changes_nothing(url):
    store = EventStore(url)
    first = reading(events=[event()])
    assert store.save(first) is True
    before = store.history()
    assert store.save(first) is False
    assert store.history().equals(before)
    assert store.count() == 1


def test_a_changed_reading_replaces_the_events_of_its_report_only(url):
    store = EventStore(url)
    store.save(reading("r1", [event("old"), event("same")]))
    store.save(reading("r2", [event("other")]))
    assert store.save(reading("r1", [event("same"), event("new")])) is True
    assert set(store.query()["event_id"]) == {"same", "new", "other"}
    assert store.history()["action"].tolist() == ["replace", "insert", "insert"]


def test_the_same_words_in_two_reports_are_two_events(url):
    copies = [reading(report_id, [event("same"), event("same")]) for report_id in ("r1", "r2")]
    store = EventStore(url)
    assert [store.save(copy) for copy in copies] == [True, True]
    assert [store.save(copy) for copy in copies] == [False, False]
    ids = store.query()["event_id"].tolist()
    assert len(set(ids)) == 4
    assert store.query()["report_id"].value_counts().to_dict() == {"r1": 2, "r2": 2}
    again = EventStore(url.replace("store.", "again."))
    for copy in copies:
        again.save(copy)
    assert again.query()["event_id"].tolist() == ids


def test_an_unresolved_place_is_listed_and_not_drawn(url):
    store = filled(url, [event(places=(place("Nowhere", None, None),))])
    (row,) = store.query().to_dict("records")
    assert row["place_name"] == "Nowhere"
    assert pd.isna(row["lat"])
    assert snapshot(store).marks.empty
    assert store.event("e1")["places"][0]["lat"] is None


@pytest.mark.parametrize(
    ("roles", "main"),
    [
        ((Role.ORIGIN, Role.DESTINATION), Role.DESTINATION),
        ((Role.ORIGIN, Role.DESTINATION, Role.LOCATION), Role.LOCATION),
        ((Role.BASE, Role.ORIGIN), Role.ORIGIN),
    ],
)
def test_the_main_place_is_location_then_destination_then_origin(url, roles, main):
    store = filled(url, [event(places=tuple(place(str(role), 1.0, 2.0, role) for role in roles))])
    assert store.query()["place_name"].item() == str(main)


def test_a_resolved_place_stands_before_an_unresolved_one(url):
    places = (place("Nowhere", None, None), place("Qingdao", 36.07, 120.38, Role.ORIGIN, PlaceKind.CITY))
    assert filled(url, [event(places=places)]).query()["place_name"].item() == "Qingdao"


def test_coordinates_survive_storage_to_seven_decimals(url):
    chance = random.Random(7)
    points = [(chance.uniform(-90, 90), chance.uniform(-180, 180)) for _ in range(10_000)]
    store = filled(url, [event(places=tuple(place(str(n), lat, lon) for n, (lat, lon) in enumerate(points)))])
    found = store.event("e1")["places"]
    assert [(one["lat"], one["lon"]) for one in found] == [(round(lat, 7), round(lon, 7)) for lat, lon in points]


def test_a_data_set_keeps_the_addresses_of_its_sources(url):
    store = EventStore(url)
    address = Evidence(Span(0, 0), "https://example.org/a", "source-address")
    source = {"id": "known", "title": "Known exercises", "licence": "facts"}
    assert store.save_events(source, [event(evidence=(address,))]) is True
    assert store.save_events(source, [event(evidence=(address,))]) is False
    assert store.event("e1")["evidence"][0]["url"] == "https://example.org/a"
    assert store.sources()[["source_id", "event_count"]].to_dict("records") == [
        {"source_id": "known", "event_count": 1}
    ]
    assert store.query()[["report_id", "source_id"]].to_dict("records") == [{"report_id": None, "source_id": "known"}]


def test_a_data_set_cannot_take_the_name_that_reports_have(url):
    store = filled(url, [event()])
    with pytest.raises(InputError, match="Give it another"):
        store.save_events({"id": "reports"}, [])
    assert store.count() == 1


def test_reports_are_listed_with_their_events_and_found_by_words(url):
    store = EventStore(url)
    store.save(reading("r1", [event("e1"), event("e2")], title="Warships leave"))
    store.save(reading("r2", text="Ministers met in Jakarta."))
    assert dict(zip(store.reports()["report_id"], store.reports()["event_count"], strict=True)) == {"r1": 2, "r2": 0}
    assert store.reports("jakarta")["report_id"].tolist() == ["r2"]
    assert store.reports("warships leave")["report_id"].tolist() == ["r1"]


def test_pages_follow_one_another_without_gap_or_overlap(url):
    store = filled(url, [event(f"e{n}", dates=dates(f"2023-01-{n % 5 + 1:02d}")) for n in range(23)])
    pages = [store.query(limit=10, offset=offset)["event_id"].tolist() for offset in (0, 10, 20)]
    assert [len(page) for page in pages] == [10, 10, 3]
    assert [found for page in pages for found in page] == store.query()["event_id"].tolist()


EVENTS = [
    event("chn-rus", dates=dates("2023-07-20", "2023-07-23"), platforms=("Qiqihar",)),
    event(
        "chn", EventType.PORT_DEPARTURE, participants=("CHN",), dates=dates("2023-07-15"), assertion=Assertion.CLAIMED
    ),
    event("june", EventType.JOINT_AIR_PATROL, dates=dates("2023-06-01", "2023-06-30", Precision.MONTH)),
    event("month-without-end", dates=dates("2023-06-01", None, Precision.MONTH), participants=("JPN", "USA")),
    event("by", dates=dates(None, "2023-03-31", Precision.BEFORE), participants=("IRN",)),
    event("since", dates=dates("2024-01-01", None, Precision.AFTER), participants=("IRN",)),
    event("undated", EventType.MEETING, participants=("CHN", "RUS"), places=(place("Jakarta", -6.2, 106.8),)),
    event("watched", participants=("USA",), observers=("CHN",), places=(place("Bering Sea", 58.0, -178.0),)),
]


ALL = {found.id for found in EVENTS}


@pytest.mark.parametrize(
    ("query", "passing"),
    [
        ({}, " ".join(ALL)),
        ({"country": "RUS"}, "chn-rus june undated"),
        ({"country": ["CHN", "JPN"]}, "chn-rus chn june month-without-end undated"),
        ({"country": ["CHN", "RUS"], "match": "all"}, "chn-rus june undated"),
        ({"country": ["CHN", "JPN"], "match": "all"}, ""),
        ({"from": "2023-07-22", "to": "2023-07-22"}, "chn-rus"),
        ({"from": "2023-07-23"}, "chn-rus since"),
        ({"from": "2023-07-24"}, "since"),
        ({"to": "2023-07-15", "from": "2023-07-15"}, "chn"),
        ({"from": "2023-06-30", "to": "2023-06-30"}, "june month-without-end"),
        ({"to": "2023-05-31"}, "by"),
        ({"from": "2023-03-31", "to": "2023-03-31"}, "by"),
        ({"from": "2023-04-01", "to": "2023-04-30"}, ""),
        ({"from": "2023-03-01", "to": "2023-03-01"}, "by"),
        ({"to": "2023-02-28"}, ""),
        ({"from": "2024-01-31"}, "since"),
        ({"from": "2024-02-01"}, ""),
        ({"type": ["meeting", "joint_air_patrol"]}, "undated june"),
        ({"assertion": "claimed"}, "chn"),
        ({"text": "qiqi"}, "chn-rus"),
        ({"text": "Jakarta"}, "undated"),
        ({"text": "jakarta russia"}, "undated"),
        ({"text": "jakarta japan"}, ""),
        ({"text": 'NEAR("x" OR *'}, ""),
        ({"bbox": "130,35,140,45"}, " ".join(ALL - {"undated", "watched"})),
        ({"bbox": "170,50,-170,65"}, "watched"),
        ({"bbox": "170,50,190,65"}, "watched"),
        ({"bbox": "-190,50,-170,65"}, "watched"),
        ({"country": "RUS", "text": "Jakarta", "type": "meeting"}, "undated"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_filters(query, passing):
    store = filled("sqlite://", EVENTS)
    wanted = EventFilter.from_query(query)
    assert set(store.query(wanted)["event_id"]) == set(passing.split())
    assert store.count(wanted) == len(passing.split())
    if "bbox" not in query:
        held = snapshot(store)
        assert set(held.events["event_id"][held.mask(wanted)]) == set(passing.split())


def test_diacritics_and_case_do_not_matter_in_text(url):
    store = filled(url, [event(name="Exercice Orion à Sète")])
    assert store.count(EventFilter(text="SETE")) == 1
