"""A place corrected by hand: kept for one report or for all, read anew, undone exactly; older stores gain the table."""

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from geo.corrections import correct, take_back, undo
from geo.errors import InputError, StoreReadOnly
from geo.gazetteer import Gazetteer
from geo.geocode.places_given import place_at, place_given
from geo.pipeline import read
from geo.store import EventStore, PlaceOverrides
from geo.types import PlaceKind, PlaceOverride, Report
from tests.unit.test_store_history import newest, whole

TEXTS = {
    "tripoli-1": "Egypt and Jordan held the joint exercise Desert Gate in Tripoli on 3 May 2022.",
    "tripoli-2": "Italy and France will hold the joint naval exercise Mare Bridge off Tripoli on 9 June 2022.",
    "busan": "The United States and South Korea held the joint exercise Tide Wall in Busan on 2 May 2022.",
    "unknown": "China and Russia held the joint exercise Iron Root at Camp Oxbow on 1 July 2022.",
}
OXBOW = place_at("Camp Oxbow", 45.25, 120.5, 8.0, PlaceKind.RANGE)


@pytest.fixture
def store(tmp_path: Path, gazetteer: Gazetteer) -> EventStore:
    store = EventStore(f"sqlite:///{tmp_path / 'store.sqlite'}")
    for name, text in TEXTS.items():
        store.save(read(Report(name, text), gazetteer))
    return store


@pytest.fixture
def lebanese(gazetteer: Gazetteer) -> object:
    """Tripoli in Lebanon, where the texts mean the one in Libya."""
    return next(place for place in gazetteer.candidates("Tripoli") if place.country == "LBN")


def places(store: EventStore) -> dict[str, list[tuple[str, str | None]]]:
    """Return the events' places by report: name in the text, and country or None."""
    found = store.query()
    events = {row.report_id: store.event(row.event_id) for row in found.itertuples()}
    return {name: [(place["name"], place["country"]) for place in event["places"]] for name, event in events.items()}


def test_the_texts_are_read_as_the_tests_expect(store: EventStore) -> None:
    assert places(store) == {
        "tripoli-1": [("Tripoli", "LBY")],
        "tripoli-2": [("Tripoli", "LBY")],
        "busan": [("Busan", "KOR")],
        "unknown": [],
    }


def test_a_correction_for_all_changes_every_report_that_names_it(
    store: EventStore, gazetteer: Gazetteer, lebanese: object
) -> None:
    outcome = correct(store, gazetteer, PlaceOverride("TRIPOLI", None, lebanese))
    assert (outcome.read_anew, outcome.left) == (2, ())
    assert places(store)["tripoli-1"] == places(store)["tripoli-2"] == [("Tripoli", "LBN")]
    assert places(store)["busan"] == [("Busan", "KOR")]
    row = store.history(limit=3).query("entity == 'override'").iloc[0]
    assert (row["action"], row["before"], row["after"]["country"]) == ("insert", None, "LBN")


def test_a_correction_for_one_report_leaves_the_others(
    store: EventStore, gazetteer: Gazetteer, lebanese: object
) -> None:
    assert correct(store, gazetteer, PlaceOverride("Tripoli", "tripoli-2", lebanese)).read_anew == 1
    assert places(store)["tripoli-1"] == [("Tripoli", "LBY")]
    assert places(store)["tripoli-2"] == [("Tripoli", "LBN")]


def test_a_correction_for_one_report_wins_over_one_for_all(
    store: EventStore, gazetteer: Gazetteer, lebanese: object
) -> None:
    libyan = gazetteer.candidates("Tripoli")[0]
    correct(store, gazetteer, PlaceOverride("Tripoli", "tripoli-1", libyan))
    correct(store, gazetteer, PlaceOverride("Tripoli", None, lebanese))
    assert places(store)["tripoli-1"] == [("Tripoli", "LBY")]
    assert places(store)["tripoli-2"] == [("Tripoli", "LBN")]
    take_back(store, gazetteer, "Tripoli", "tripoli-1")
    assert places(store)["tripoli-1"] == [("Tripoli", "LBN")]


def test_no_place_takes_the_name_out(store: EventStore, gazetteer: Gazetteer) -> None:
    correct(store, gazetteer, PlaceOverride("Busan", None, None))
    assert places(store)["busan"] == []
    reading = read(Report("busan", TEXTS["busan"]), gazetteer, PlaceOverrides(store).all())
    assert "Busan" not in [found.toponym.name for found in reading.located]


def test_a_name_that_nobody_knew_is_found_once_it_is_placed(store: EventStore, gazetteer: Gazetteer) -> None:
    correct(store, gazetteer, PlaceOverride("Camp Oxbow", None, OXBOW))
    (event,) = [store.event(event_id) for event_id in store.query().query("report_id == 'unknown'")["event_id"]]
    (place,) = event["places"]
    assert (place["lat"], place["lon"], place["radius_km"], place["kind"]) == (45.25, 120.5, 8.0, "range")


OTHER_LANGUAGES = [
    ("zh", "中国和俄罗斯海军于2023年7月20日在石榴湾附近海域举行联合演习。", "石榴湾"),
    ("ru", "Россия и Китай 20 июля 2023 года начали совместные учения у базы Камыш-Гора.", "Камыш-Гора"),
    ("ja", "日本とアメリカは2023年7月20日、石榴湾の沖で共同訓練を行った。", "石榴湾"),
]


@pytest.mark.parametrize(("language", "text", "name"), OTHER_LANGUAGES)
def test_corrections_hold_in_every_language_that_is_read(
    gazetteer: Gazetteer, language: str, text: str, name: str
) -> None:
    reading = read(Report("r", text), gazetteer, [PlaceOverride(name, None, OXBOW)])
    assert reading.report.language == language
    assert OXBOW in [found.match.place for found in reading.located if found.match and name in found.toponym.name]


def test_a_correction_says_that_it_is_one(gazetteer: Gazetteer, lebanese: object) -> None:
    overrides = [PlaceOverride("Tripoli", "r", lebanese)]
    located = read(Report("r", TEXTS["tripoli-1"]), gazetteer, overrides).located
    (found,) = [one for one in located if one.toponym.name == "Tripoli"]
    assert (found.match.method, found.match.score) == ("override", 1.0)
    assert found.match.reasons == (("set by hand for this report", 1.0),)
    assert found.match.runners_up[0].country == "LBY", "what the program would have chosen stays to be seen"


def test_what_was_edited_by_hand_stays(store: EventStore, gazetteer: Gazetteer, lebanese: object) -> None:
    (edited,) = store.query().query("report_id == 'tripoli-1'")["event_id"]
    (deleted,) = store.query().query("report_id == 'tripoli-2'")["event_id"]
    store.edit_event(edited, {"name": "By hand"})
    store.delete_event(deleted)
    correct(store, gazetteer, PlaceOverride("Tripoli", None, lebanese))
    assert store.event(edited)["name"] == "By hand"
    assert store.event(deleted) is None


def test_reading_a_report_again_with_its_corrections_changes_nothing(
    store: EventStore, gazetteer: Gazetteer, lebanese: object
) -> None:
    correct(store, gazetteer, PlaceOverride("Tripoli", None, lebanese))
    again = read(Report("tripoli-1", TEXTS["tripoli-1"]), gazetteer, PlaceOverrides(store).all())
    assert store.save(again) is False
    assert correct(store, gazetteer, PlaceOverride("Tripoli", None, lebanese)).history_id is None


def test_undoing_restores_exactly_and_the_undoing_is_undone_too(
    store: EventStore, gazetteer: Gazetteer, lebanese: object
) -> None:
    before = state(store)
    done = correct(store, gazetteer, PlaceOverride("Tripoli", None, lebanese))
    after = state(store)
    assert after != before
    undo(store, gazetteer, done.history_id)
    assert state(store) == before
    undone = PlaceOverrides(store).latest_change(PlaceOverride("tripoli"))
    undo(store, gazetteer, undone)
    assert state(store) == after


def test_random_corrections_undone_one_by_one_give_what_was_before(
    store: EventStore, gazetteer: Gazetteer, lebanese: object
) -> None:
    chance = random.Random(3)
    states, rows = [state(store)], []
    for number in range(14):
        name, report_id = chance.choice(
            [("Tripoli", None), ("Tripoli", "tripoli-1"), ("Busan", None), ("Camp Oxbow", None)]
        )
        place = chance.choice([None, lebanese, place_at(name, chance.uniform(-90, 90), chance.uniform(-180, 180))])
        held = [(one.name, one.report_id) for one in PlaceOverrides(store).all()]
        if (name, report_id) in held and number % 3 == 0:
            done = take_back(store, gazetteer, name, report_id)
        else:
            done = correct(store, gazetteer, PlaceOverride(name, report_id, place))
        if done.history_id is not None:
            rows.append(done.history_id)
            states.append(state(store))
    assert len(rows) > 8
    for history_id, wanted in zip(reversed(rows), reversed(states[:-1]), strict=True):
        undo(store, gazetteer, history_id)
        assert state(store) == wanted


def state(store: EventStore) -> tuple[object, str]:
    return PlaceOverrides(store).all(), whole(store)


def test_what_has_changed_since_is_not_overwritten(store: EventStore, gazetteer: Gazetteer, lebanese: object) -> None:
    first = correct(store, gazetteer, PlaceOverride("Tripoli", None, lebanese))
    correct(store, gazetteer, PlaceOverride("Tripoli", None, OXBOW))
    with pytest.raises(InputError, match="later changes first"):
        undo(store, gazetteer, first.history_id)
    assert places(store)["tripoli-1"] == [("Tripoli", None)]


def test_a_report_that_can_no_longer_be_read_is_left_and_told(
    store: EventStore, gazetteer: Gazetteer, lebanese: object
) -> None:
    with store.writing() as connection:
        french = "Les forces de ces pays ont tenu un exercice commun au large de Tripoli pendant le mois de mai."
        connection.exec_driver_sql("UPDATE reports SET text = ? WHERE report_id = 'tripoli-1'", (french,))
    outcome = correct(store, gazetteer, PlaceOverride("Tripoli", None, lebanese))
    assert outcome.read_anew == 1
    assert [reason.split(":")[0] for reason in outcome.left] == ["tripoli-1"]
    assert places(store)["tripoli-1"] == [("Tripoli", "LBY")]


def test_a_report_removed_meanwhile_does_not_come_back(
    store: EventStore, gazetteer: Gazetteer, lebanese: object
) -> None:
    reading = read(Report("tripoli-1", TEXTS["tripoli-1"]), gazetteer)
    store.delete_report("tripoli-1")
    PlaceOverrides(store).put(PlaceOverride("Tripoli", None, lebanese), [reading])
    assert store.report("tripoli-1") is None


REFUSED = [
    (lambda store, gazetteer: correct(store, gazetteer, PlaceOverride("?!", None, OXBOW)), "no letter or digit"),
    (lambda store, gazetteer: correct(store, gazetteer, PlaceOverride("x" * 10_000, None, OXBOW)), "is too long"),
    (lambda store, gazetteer: take_back(store, gazetteer, "Tripoli", None), "No correction of 'Tripoli' for all"),
    (lambda store, gazetteer: take_back(store, gazetteer, "Tripoli", "r9"), "for report 'r9'"),
    (lambda store, gazetteer: undo(store, gazetteer, 1), "no correction of a place"),
    (lambda store, gazetteer: undo(store, gazetteer, 999), "no correction of a place"),
]


@pytest.mark.parametrize(("change", "says"), REFUSED, ids=[says for _, says in REFUSED])
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    store: EventStore, gazetteer: Gazetteer, change: object, says: str
) -> None:
    before, history = state(store), len(store.history())
    with pytest.raises(InputError, match=says):
        change(store, gazetteer)
    assert (state(store), len(store.history())) == (before, history)


GIVEN = [  # words, place id, lat, lon
    ("own:sea-of-japan", "own:sea-of-japan", None, None),
    ("12.5, 131.25", "hand:12.50000,131.25000", 12.5, 131.25),
    ("-12.5,-131", "hand:-12.50000,-131.00000", -12.5, -131.0),
    ("12.5S, 131.25E", "hand:-12.50000,131.25000", -12.5, 131.25),
]


@pytest.mark.parametrize(("words", "place_id", "lat", "lon"), GIVEN)
def test_places_are_given_by_id_or_coordinates(
    gazetteer: Gazetteer, words: str, place_id: str, lat: float | None, lon: float | None
) -> None:
    place = place_given("X", words, gazetteer)
    assert place.place_id == place_id
    assert lat is None or (place.lat, place.lon, place.radius_km, place.name) == (lat, lon, 10.0, "X")
    assert place_given("X", " None ", gazetteer) is None


@pytest.mark.parametrize("words", ["", "somewhere", "91, 0", "own:nowhere", "1", "x" * 10_000, "\x00", "12.5"])
def test_what_is_no_place_is_said(gazetteer: Gazetteer, words: str) -> None:
    with pytest.raises(InputError, match="is no place: neither an id") as raised:
        place_given("X", words, gazetteer)
    assert len(str(raised.value)) < 300


@pytest.mark.parametrize("radius_km", [0, -1, 30_000, float("nan")])
def test_a_radius_out_of_range_is_said(radius_km: float) -> None:
    with pytest.raises(InputError, match="out of range"):
        place_at("X", 1, 2, radius_km)


@pytest.fixture
def old_store(tmp_path: Path) -> Path:
    """A store as version 1 of the schema made it, with an event that was edited by hand."""
    path = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(path)) as file:
        file.executescript(Path(__file__).with_name("store_v1.sql").read_text(encoding="utf-8"))
    return path


def test_an_older_store_opens_with_all_that_it_holds_and_takes_corrections(
    old_store: Path, gazetteer: Gazetteer
) -> None:
    store = EventStore(f"sqlite:///{old_store}")
    assert store.report("r1")["title"] == "An older report"
    assert [event["name"] for event in map(store.event, ("e1", "e2"))] == ["Joint Sea-2023", "By hand"]
    assert PlaceOverrides(store).all() == ()
    correct(store, gazetteer, PlaceOverride("Sea of Japan", None, OXBOW))
    assert [one.place.lat for one in PlaceOverrides(store).all()] == [45.25]
    assert store.event("e2")["name"] == "By hand"
    store.undo(2)
    assert store.event("e2")["name"] is None, "its history still holds"
    store.close()
    assert PlaceOverrides(EventStore(f"sqlite:///{old_store}")).all()[0].place.lat == 45.25


def test_an_older_store_that_may_not_be_written_still_reads(old_store: Path) -> None:
    user = os.geteuid()
    old_store.chmod(0o444)
    for folder in (old_store.parent, *old_store.parent.parents[:2]):
        folder.chmod(0o555 if folder == old_store.parent else 0o755)
    os.seteuid(user or 65534)  # an administrator may write every file, so be somebody else for the moment
    try:
        store = EventStore(f"sqlite:///{old_store}")
        assert sorted(store.query()["event_id"]) == ["e1", "e2"]
        assert PlaceOverrides(store).all() == ()
        with pytest.raises(StoreReadOnly):
            PlaceOverrides(store).put(PlaceOverride("Sea of Japan", None, OXBOW))
        store.close()
    finally:
        os.seteuid(user)
        old_store.parent.chmod(0o755)
    assert newest_of(old_store) == 2


def newest_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as file:
        return int(file.execute("SELECT max(history_id) FROM history").fetchone()[0])


def test_history_counts_a_correction_and_its_reports_apart(
    store: EventStore, gazetteer: Gazetteer, lebanese: object
) -> None:
    start = newest(store)
    correct(store, gazetteer, PlaceOverride("Tripoli", None, lebanese))
    rows = store.history(limit=newest(store) - start)
    assert sorted(rows["entity"]) == ["override", "report", "report"]
