"""Every change can be seen and taken back exactly."""

import json
import random

import pytest

from geo.errors import InputError
from geo.store import EventStore
from tests.unit.making import dates, event, filled, place, reading


@pytest.fixture
def store(tmp_path):
    return filled(f"sqlite:///{tmp_path / 'store.sqlite'}", [event("e1", name="Joint Sea-2023"), event("e2")])


def whole(store: EventStore) -> str:
    """All that a store holds but its history, as one text."""
    reports = {report_id: store.report(report_id) for report_id in sorted(store.reports()["report_id"])}
    for report in reports.values():
        del report["loaded_at"]
    events = [store.event(event_id) for event_id in sorted(store.query()["event_id"])]
    listed = store.query().sort_values("event_id").to_json(default_handler=str)
    return json.dumps([reports, events, listed], default=str, sort_keys=True)


def test_an_edit_shows_before_and_after(store):
    store.edit_event("e1", {"name": "Joint Sea-2024", "participants": ["CHN"]})
    assert store.query()["title"].tolist() == ["Joint Sea-2024", "Joint exercise CHN–RUS, Sea of Japan"]
    (row,) = store.history("e1").to_dict("records")
    assert (row["action"], row["before"]["name"], row["after"]["name"]) == ("edit", "Joint Sea-2023", "Joint Sea-2024")


def test_an_edited_event_is_found_by_what_it_says_now(store):
    from geo.store import EventFilter

    store.edit_event("e1", {"name": "Sea Guardian", "participants": ["PAK"]})
    assert store.query(EventFilter(text="guardian"))["event_id"].tolist() == ["e1"]
    assert store.query(EventFilter(countries=("PAK",)))["event_id"].tolist() == ["e1"]
    assert store.count(EventFilter(text="joint sea 2023")) == 0


def test_reading_a_report_again_keeps_what_was_done_by_hand(store):
    store.edit_event("e1", {"name": "By hand"})
    store.delete_event("e2")
    assert store.save(reading(events=[event("e1", name="Read anew"), event("e2"), event("e3")])) is True
    assert sorted(store.query()["title"]) == ["By hand", "Joint exercise CHN–RUS, Sea of Japan"]
    assert sorted(store.query()["event_id"]) == ["e1", "e3"]


@pytest.mark.parametrize("change", ["edit", "delete event", "delete report", "read anew", "new report", "data set"])
def test_each_change_is_undone_exactly_and_the_undoing_too(store, change):
    before = whole(store)
    match change:
        case "edit":
            store.edit_event("e1", {"places": [], "counts": {"ships": 9}, "start": "2023-01-01", "precision": "day"})
        case "delete event":
            store.delete_event("e1")
        case "delete report":
            store.delete_report("r1")
        case "read anew":
            store.save(reading(events=[event("e9")], text="Another text."))
        case "new report":
            store.save(reading("r2", [event("e9")]))
        case "data set":
            store.save_events({"id": "known", "title": "Known"}, [event("e9")])
    after = whole(store)
    assert after != before
    store.undo(newest(store))
    assert whole(store) == before
    store.undo(newest(store))
    assert whole(store) == after


def test_random_changes_undone_one_by_one_give_what_was_before(store):
    chance = random.Random(11)
    store.save(reading("r2", [event(f"f{n}", dates=dates("2023-07-01")) for n in range(5)]))
    start, states = newest(store), [whole(store)]
    for number in range(40):
        change_something(store, chance, number)
        states.append(whole(store))
    assert len(set(states)) > 30
    for history_id, state in zip(range(newest(store), start, -1), reversed(states[:-1]), strict=True):
        store.undo(history_id)
        assert whole(store) == state


def change_something(store: EventStore, chance: random.Random, number: int) -> None:
    ids, reports = store.query()["event_id"].tolist(), store.reports()["report_id"].tolist()
    kind = chance.choice(["edit", "edit", "delete", "report", "read"])
    if kind == "edit" and ids:
        lat = round(chance.uniform(-90, 90), 7)
        moved = {**blank_place(), "lat": lat, "lon": round(chance.uniform(-180, 180), 7)}
        store.edit_event(
            chance.choice(ids), {"places": [moved], "confidence": chance.random(), "name": f"No. {number}"}
        )
    elif kind == "delete" and ids:
        store.delete_event(chance.choice(ids))
    elif kind == "report" and reports:
        store.delete_report(chance.choice(reports))
    else:
        events = [event(f"n{number}-{n}", places=(place(lat=chance.uniform(-9, 9)),)) for n in range(3)]
        store.save(reading(chance.choice(["r1", "r2", "r3"]), events, text=f"Text {number}"))


def blank_place() -> dict:
    nothing = dict.fromkeys(("place_id", "place_name", "country", "lat", "lon", "radius_km", "score", "polygon"))
    return {"name": "somewhere", "role": "location", "kind": "sea", **nothing}


def newest(store: EventStore) -> int:
    return int(store.history(limit=1)["history_id"].item())


def test_what_has_changed_since_is_not_overwritten(store):
    store.edit_event("e1", {"name": "First"})
    first = newest(store)
    store.edit_event("e1", {"name": "Second"})
    with pytest.raises(InputError, match="later changes first"):
        store.undo(first)
    assert store.event("e1")["name"] == "Second"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda store: store.undo(999), "no row 999"),
        (lambda store: store.edit_event("nope", {}), "no event 'nope'"),
        (lambda store: store.edit_event("e1", {"colour": "red"}), "no field 'colour'"),
        (lambda store: store.edit_event("e1", {"event_id": "e5"}), "no field 'event_id'"),
        (lambda store: store.edit_event("e1", {"start": "July"}), "start"),
        (lambda store: store.edit_event("e1", {"type": "party"}), "type"),
        (lambda store: store.edit_event("e1", {"places": [{"name": "x"}]}), "places"),
        (lambda store: store.delete_event("nope"), "no event 'nope'"),
        (lambda store: store.delete_report("nope"), "no report 'nope'"),
    ],
    ids=["undo", "edit none", "field", "id", "date", "type", "places", "delete none", "report none"],
)
def test_a_change_that_cannot_be_made_is_refused_and_changes_nothing(store, change, says):
    before = whole(store), len(store.history())
    with pytest.raises(InputError, match=says):
        change(store)
    assert (whole(store), len(store.history())) == before
