"""One event told by several reports is recognised, its independent voices counted, and a hand has the last word."""

import datetime as dt
import itertools

import pytest
from sqlalchemy import text as sql

from geo.errors import InputError
from geo.store import EventFilter, EventStore, differing, occurrences, snapshot
from geo.store.copies import voices
from geo.types import Assertion, EventType, Precision
from tests.unit.making import dates, event, place, reading

DRILL = {"name": "Northern/Interaction-2023", "dates": dates("2023-07-20", "2023-07-23")}
VOSTOK = place("Vladivostok", 43.1, 131.9, radius_km=15)
WIRE = "Warships of two navies put to sea on Thursday for four days of anti-submarine drills off the coast."
REWRITTEN = "Sailors from both fleets will practise hunting submarines this week, the defence ministry announced."


@pytest.fixture
def store(tmp_path):
    return EventStore(f"sqlite:///{tmp_path / 'store.sqlite'}")


def tell(store, *events, texts=()):
    """Save one report for each event, named r0, r1, …"""
    for number, told in enumerate(events):
        words = texts[number] if texts else f"Report {number} in words of its own, {'that differ ' * number}indeed."
        store.save(reading(f"r{number}", [told], text=words))


def groups(store):
    return set(occurrences(store).groups.values())


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"name": "Northern/Interaction 2023"}, True),
        ({"name": "Severnoye Vzaimodeystviye-2023"}, True),  # the same series under its Russian name
        ({"name": None}, True),
        ({"name": None, "dates": dates("2023-07-22")}, True),
        ({"dates": dates("2023-07-18", "2023-07-21")}, True),  # dates that conflict
        ({"dates": dates("2023-07-25", "2023-07-27")}, True),  # a later report, a week off, of the same name
        ({"places": (place("Peter the Great Gulf", 42.8, 131.8, radius_km=60),)}, True),
        ({"places": ()}, True),
        ({"participants": ()}, True),
        ({"assertion": Assertion.PLANNED}, True),
        ({"type": EventType.UNILATERAL_EXERCISE}, True),
        ({"name": "Sea Breeze 2023"}, False),
        ({"name": None, "dates": dates("2023-07-25", "2023-07-27")}, False),
        ({"dates": dates("2023-08-20", "2023-08-23")}, False),
        ({"dates": dates("2022-07-20", "2022-07-23")}, False),
        ({"dates": dates("2023-01-01", "2023-12-31", Precision.YEAR), "name": None}, False),
        ({"dates": dates()}, False),
        ({"participants": ("JPN", "USA")}, False),
        ({"name": None, "places": (place("Baltic Sea", 57.5, 19.0, radius_km=400),)}, False),
        ({"type": EventType.PORT_CALL}, False),
    ],
    ids=str,
)
def test_two_reports_tell_of_one_event_or_of_two(store, other, same):
    tell(store, event("e0", **DRILL), event("e1", **(DRILL | other)))
    assert groups(store) == ({("e0", "e1")} if same else set())


def test_two_events_of_one_report_stay_two_and_each_finds_its_own(store):
    patrol = {"type": EventType.JOINT_AIR_PATROL, "places": (VOSTOK,)}
    first = [event(f"a{n}", dates=dates(f"2023-06-0{n}"), **patrol) for n in (6, 7)]
    second = [event(f"b{n}", dates=dates(f"2023-06-0{n}"), **patrol) for n in (6, 7)]
    store.save(reading("r0", first))
    store.save(reading("r1", second))
    assert groups(store) == {("a6", "b6"), ("a7", "b7")}


def test_the_order_of_loading_changes_nothing(tmp_path):
    told = [
        event("e0", **DRILL),
        event("e1", **(DRILL | {"name": None})),
        event("e2", dates=dates("2023-07-01", "2023-07-31", Precision.MONTH)),
        event("e3", **(DRILL | {"name": "Sea Breeze 2023"})),
    ]
    found = set()
    for number, order in enumerate(itertools.permutations(told)):
        store = EventStore(f"sqlite:///{tmp_path / f'{number}.sqlite'}")
        for one in order:
            store.save(reading(f"report of {one.id}", [one]))
        found.add(frozenset(groups(store)))
        store.close()
    assert len(found) == 1


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        ((WIRE, WIRE), [0, 0]),
        ((WIRE, f"By our correspondent. {WIRE} More follows."), [0, 0]),
        ((WIRE, REWRITTEN), [0, 1]),
        ((WIRE, REWRITTEN, WIRE.upper()), [0, 1, 0]),
        (("两国海军二十日起在日本海举行联合演习为期四天", "两国海军二十日起在日本海举行联合演习为期四天。完"), [0, 0]),
        (("", "Drill."), [0, 1]),
    ],
    ids=["twice", "copied with a head", "rewritten", "three", "Chinese", "short"],
)
def test_copies_of_one_text_are_one_voice(texts, numbers):
    assert voices(texts) == numbers


def test_corroboration_counts_independent_reports_and_no_data_set(store):
    tell(store, *(event(f"e{n}", **DRILL) for n in range(3)), texts=(WIRE, WIRE, REWRITTEN))
    store.save_events(
        {"id": "known", "title": "Known exercises"}, [event("k0", **DRILL), event("k1", dates=dates("2019-05-01"))]
    )
    counted = store.query().set_index("event_id")["corroboration"].to_dict()
    assert counted == {"e0": 2, "e1": 2, "e2": 2, "k0": 2, "k1": 0}
    told = occurrences(store).tellings("e0")
    assert [(one.event["event_id"], one.voice) for one in told] == [("e0", 0), ("e1", 0), ("e2", 1), ("k0", None)]
    assert told[-1].source == "Known exercises"


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, ["e2", "e1", "k0", "e0", "e3"]),
        ({"told": "once"}, ["e2", "e3"]),
        ({"told": "once", "type": "port_call"}, ["e3"]),
        ({"told": "once", "text": "monthly"}, ["e0"]),  # what the filter leaves of them
    ],
    ids=str,
)
def test_each_event_is_shown_once_where_that_is_asked_for(store, query, shown):
    month = event("e0", dates=dates("2023-07-01", "2023-07-31", Precision.MONTH), platforms=("Monthly",))
    sure, unsure = (event(f"e{n}", **DRILL, confidence=share) for n, share in ((2, 0.9), (1, 0.5)))
    tell(store, month, unsure, sure, event("e3", EventType.PORT_CALL, dates=dates("2023-08-01")))
    store.save_events({"id": "known"}, [event("k0", **DRILL, confidence=0.99)])
    wanted = EventFilter.from_query(query)
    assert sorted(store.query(wanted)["event_id"]) == sorted(shown)
    assert store.count(wanted) == len(shown)
    held = snapshot(store)
    assert sorted(held.events["event_id"][held.mask(wanted)]) == sorted(shown)


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        ({}, set()),
        ({"dates": dates("2023-07-20", "2023-07-25")}, {"end"}),
        ({"dates": dates("2023-07-21", "2023-07-23")}, {"start"}),
        ({"dates": dates("2023-07-01", "2023-07-31", Precision.MONTH)}, set()),
        ({"counts": {"ships": 9}}, {"counts"}),
        ({"counts": {"aircraft": 9}}, set()),
        ({"participants": ("CHN", "MNG")}, {"participants"}),
        ({"participants": ("CHN",)}, set()),
    ],
    ids=str,
)
def test_what_reports_disagree_on_is_named(store, other, fields):
    tell(store, event("e0", **DRILL, counts={"ships": 5}), event("e1", **({"counts": {"ships": 5}} | DRILL | other)))
    store.judge("e0", "e1", "same")
    assert differing(occurrences(store).tellings("e0")) == fields


def test_a_hand_parts_and_joins_and_reading_again_keeps_it(store):
    far = event("e2", dates=dates("2023-09-01"), places=(VOSTOK,))
    tell(store, event("e0", **DRILL), event("e1", **DRILL), far)
    store.judge("e0", "e1", "apart")
    store.judge("e0", "e2", "same")
    store.save(reading("r0", [event("e0", **DRILL, counts={"ships": 4})], text="Read anew, with a figure."))
    assert groups(store) == {("e0", "e2")}
    assert store.judged("e0") == {"e1": "apart", "e2": "same"}
    store.judge("e0", "e1", None)
    assert groups(store) == {("e0", "e1", "e2")}


def test_what_a_hand_said_is_undone_exactly(store):
    tell(store, event("e0", **DRILL), event("e1", **DRILL))
    store.judge("e0", "e1", "apart")
    assert groups(store) == set()
    store.undo(int(store.history(limit=1)["history_id"].item()))
    assert groups(store) == {("e0", "e1")}
    store.undo(int(store.history(limit=1)["history_id"].item()))
    assert groups(store) == set()


def test_a_deleted_telling_is_counted_no_more_and_comes_back_with_its_report(store):
    tell(store, event("e0", **DRILL), event("e1", **DRILL), texts=(WIRE, REWRITTEN))
    store.delete_report("r1")
    assert store.query()["corroboration"].tolist() == [1]
    store.undo(int(store.history(limit=1)["history_id"].item()))
    assert store.query()["corroboration"].tolist() == [2, 2]


@pytest.mark.parametrize(
    ("one", "other", "says"), [("e0", "nope", "no event 'nope'"), ("e0", "e9", "come from one report")]
)
def test_what_cannot_be_judged_is_refused(store, one, other, says):
    store.save(reading("r0", [event("e0", **DRILL), event("e9", dates=dates("2020-01-01"))]))
    with pytest.raises(InputError, match=says):
        store.judge(one, other, "same")


def test_a_store_of_the_first_version_gets_its_pairs_when_it_is_opened(store):
    tell(store, event("e0", **DRILL), event("e1", **DRILL))
    with store.engine.begin() as connection:
        connection.execute(sql("DROP TABLE event_pairs"))
        connection.execute(sql("PRAGMA user_version = 1"))
    store.close()
    again = EventStore(store.url)
    assert groups(again) == {("e0", "e1")}
    assert again.report("r0")["published"] == dt.date(2023, 7, 16)
