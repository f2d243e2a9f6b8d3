"""Several processes on one store, killed ones among them: nothing lost, nothing by halves, nothing twice."""

import random
import sqlite3
import subprocess
import sys

import pytest

from geo.paths import ROOT
from geo.store import EventFilter, EventStore, snapshot
from tests.unit.loader import EVENTS_EACH
from tests.unit.making import event, reading


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store.sqlite"


def loader(path, first: int, count: int) -> subprocess.Popen:
    command = [sys.executable, "-m", "tests.unit.loader", f"sqlite:///{path}", str(first), str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def check_whole(store: EventStore, path) -> set[str]:
    """Every report has all its events, places and search rows; return the reports' ids."""
    reports = store.reports()
    assert set(reports["event_count"]) <= {EVENTS_EACH}
    found = len(reports) * EVENTS_EACH
    assert store.count() == found == store.count(EventFilter(text="joint exercise"))
    assert store.count(EventFilter(bbox=(119, 35, 121, 37))) == found
    assert len(store.history()) == len(reports)
    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("SELECT count(*) FROM places_box").fetchone() == (2 * found,)
    file.close()
    return set(reports["report_id"])


def test_a_killed_loader_loses_nothing_that_was_acknowledged(path):
    chance = random.Random(5)
    store, acknowledged = EventStore(f"sqlite:///{path}"), set()
    for _ in range(6):
        child = loader(path, 0, 10_000)  # from the start each time: what is there already is no-op
        assert child.stdout is not None
        for _ in range(len(acknowledged) + chance.randint(1, 12)):
            acknowledged.add(f"r{child.stdout.readline().strip()}")
            counts = set(store.reports()["event_count"])  # a reader beside the writer
            assert counts <= {EVENTS_EACH}
        child.kill()
        rest = child.communicate()[0].split("\n")
        acknowledged |= {f"r{number}" for number in rest if number and number.isdigit()}
        assert acknowledged <= check_whole(store, path)
    assert len(acknowledged) >= 6


def test_two_loaders_and_a_reader_at_once(path):
    store = EventStore(f"sqlite:///{path}")
    children = [loader(path, first, 40) for first in (0, 20)]  # half of the reports are in both
    seen = 0
    while any(child.poll() is None for child in children):
        count = store.count()
        assert count >= seen
        assert count % EVENTS_EACH == 0
        seen = count
    assert [child.communicate()[0].split()[-1] for child in children] == ["39", "59"]
    assert [child.returncode for child in children] == [0, 0]
    assert check_whole(store, path) == {f"r{number}" for number in range(60)}


def test_a_reader_notices_what_another_process_wrote(path):
    store = EventStore(f"sqlite:///{path}")
    assert len(snapshot(store).events) == 0
    version = store.data_version()
    assert store.data_version() == version
    child = loader(path, 0, 1)
    child.communicate()
    assert store.data_version() != version
    assert len(snapshot(store).events) == EVENTS_EACH
    assert snapshot(store) is snapshot(store)


def test_a_writer_notices_its_own_change(path):
    store = EventStore(f"sqlite:///{path}")
    version = store.data_version()
    store.save(reading(events=[event()]))
    assert store.data_version() != version
