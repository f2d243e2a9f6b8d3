"""The table of known exercises becomes events that say where each fact comes from; a bad row is named."""

import csv
import datetime as dt

import pytest

from geo.errors import InputError
from geo.paths import EXERCISES
from geo.sources import exercises
from geo.sources.exercises import CONFIDENCE, SOURCE, read_exercises
from geo.store import EventFilter, EventStore, documents
from geo.types import EventType, PlaceKind, Precision

ROW = {
    "id": "joint-sea-2012",
    "name": "Joint Sea-2012",
    "type": "joint_exercise",
    "domain": "naval",
    "start": "2012-04-22",
    "end": "2012-04-27",
    "precision": "day",
    "participants": "RUS;CHN",
    "area": "Yellow Sea off Qingdao",
    "lat": "35.6",
    "lon": "121.2",
    "radius_km": "100",
    "place_kind": "sea",
    "ships": "25",
    "aircraft": "",
    "personnel": "",
    "edition": "1",
    "confidence": "sourced",
    "notes": "our note",
    "source_urls": "https://a.example/1 | https://b.example/2",
}


def read(tmp_path, **changes):
    path = tmp_path / "exercises.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*ROW, *(set(changes) - set(ROW))])
        writer.writeheader()
        writer.writerow({**ROW, **changes})
    return read_exercises(path)


def test_a_row_becomes_an_event(tmp_path):
    (event,) = read(tmp_path)
    assert (event.id, event.name, event.type) == ("joint-sea-2012", "Joint Sea-2012", EventType.JOINT_EXERCISE)
    assert (event.dates.start, event.dates.end) == (dt.date(2012, 4, 22), dt.date(2012, 4, 27))
    assert (event.participants, event.counts, event.ordinal) == (("CHN", "RUS"), {"ships": 25}, 1)
    match = event.places[0].located.match
    assert match is not None
    assert (match.place.kind, match.place.lat, match.radius_km) == (PlaceKind.SEA, 35.6, 100.0)
    assert [(found.quote, found.rule) for found in event.evidence] == [
        ("https://a.example/1", "source-address"),
        ("https://b.example/2", "source-address"),
        ("our note", "note"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "precision", "first", "last"),
    [
        ("2012-04-22", "", "day", dt.date(2012, 4, 22), None),
        ("2019-11", "2019-11", "month", dt.date(2019, 11, 1), dt.date(2019, 11, 30)),
        ("2019-11", "", "month", dt.date(2019, 11, 1), dt.date(2019, 11, 30)),
        ("2024", "", "year", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("", "", "none", None, None),
    ],
)
def test_dates_keep_their_precision(tmp_path, start, end, precision, first, last):
    (event,) = read(tmp_path, start=start, end=end, precision=precision)
    assert (event.dates.start, event.dates.end, event.dates.precision) == (first, last, Precision(precision))


def test_nations_without_names_are_counted(tmp_path):
    (event,) = read(tmp_path, participants="22 nations")
    assert (event.participants, event.counts["nations"]) == ((), 22)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"type": "party"}, "type"),
        ({"lat": "95"}, "lat"),
        ({"lon": "east"}, "lon"),
        ({"radius_km": "0"}, "radius_km"),
        ({"start": "April"}, "April"),
        ({"start": "2012-13"}, "month"),
        ({"precision": "about"}, "precision"),
        ({"confidence": "perhaps"}, "perhaps"),
        ({"confidence": "1.5"}, "confidence"),
        ({"id": ""}, "id"),
        ({"colour": "red"}, "colour"),
    ],
    ids=str,
)
def test_a_bad_row_is_named(tmp_path, changes, says):
    with pytest.raises(InputError, match=r"exercises\.csv, line 2") as raised:
        read(tmp_path, **changes)
    assert says in str(raised.value)


def test_the_bundled_table_goes_into_the_store_and_is_found():
    events = read_exercises(EXERCISES)
    store = EventStore("sqlite://")
    assert store.save_events(SOURCE, events) is True
    assert store.count() == len(events) >= 80
    joint_sea = store.query(EventFilter.from_query({"text": "Joint Sea", "from": "2012-01-01", "to": "2012-12-31"}))
    assert joint_sea["participants"].tolist() == [("CHN", "RUS")]
    assert joint_sea["series"].tolist() == ["Joint Sea"]
    card = store.event(joint_sea["event_id"].item())
    assert all(found["url"] for found in card["evidence"] if found["rule"] == "source-address")
    assert any(found["url"].startswith("http") for found in card["evidence"] if found["url"])


def test_both_ends_of_an_address_agree_on_its_name():
    assert exercises.SOURCE_ADDRESS == documents.SOURCE_ADDRESS
    assert all(0 < share <= 1 for share in CONFIDENCE.values())
