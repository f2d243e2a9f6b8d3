"""A store that cannot be opened, read or written says what, where and how to mend it, and changes nothing."""

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

import geo.store.engine
from geo.errors import InputError, StoreError, StoreLocked, StoreReadOnly
from geo.store import EventStore, snapshot
from tests.unit.making import event, filled, reading

NOBODY = 65534


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "store.sqlite"
    filled(f"sqlite:///{path}", [event()]).close()
    return path


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("store.sqlite", "sqlite:///path"),
        ("postgresql+psycopg://host/db", "only sqlite"),
        ("", "sqlite:///path"),
    ],
)
def test_an_address_that_is_none_is_refused(url, says, monkeypatch):
    monkeypatch.setenv("GEO_STORE", "nonsense")
    with pytest.raises(InputError, match=says):
        EventStore(url)


@pytest.mark.parametrize(
    "content",
    [b"This is a report, not a store. " * 200, b"SQLite format 3\x00" + b"\xff" * 4096],
    ids=["text", "noise under a true head"],
)
def test_a_file_that_is_no_store_is_left_alone(tmp_path, content):
    path = tmp_path / "store.sqlite"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged or not a SQLite database"):
        EventStore(f"sqlite:///{path}")
    assert path.read_bytes() == content


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="is a folder"):
        EventStore(f"sqlite:///{tmp_path}")


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be made"):
        EventStore(f"sqlite:///{tmp_path / 'file' / 'store.sqlite'}")


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE theirs (x)")
    file.close()
    with pytest.raises(StoreError, match="another program"):
        EventStore(f"sqlite:///{path}")


def test_a_store_damaged_in_the_middle_says_so(path):
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xa5" * (len(content) - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged .* restore it from a copy"):
        store = EventStore(f"sqlite:///{path}")
        store.query()
        store.reports()
        store.save(reading("r2", [event("e2")]))


def test_a_store_that_another_holds_is_locked_and_can_be_read(path, monkeypatch):
    monkeypatch.setattr(geo.store.engine, "BUSY_TIMEOUT_MS", 50)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = EventStore(f"sqlite:///{path}")
    with pytest.raises(StoreLocked, match="nothing was changed"):
        store.save(reading("r2", [event("e2")]))
    assert store.count() == 1
    other.execute("ROLLBACK")
    other.close()
    assert store.save(reading("r2", [event("e2")])) is True


def test_a_store_opened_for_reading_cannot_be_written(path):
    store = EventStore(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert store.count() == 1
    with pytest.raises(StoreReadOnly, match="can be read but not written"):
        store.delete_report("r1")
    assert store.count() == 1


@pytest.fixture
def without_privileges():
    """Run as nobody where the tests run as root, who is above a file's mode."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)


@pytest.fixture
def closed(path):
    folder = Path(tempfile.mkdtemp(prefix="geo-read-only-"))  # pytest's own folders are closed to other users
    copy = folder / "store é #.sqlite"
    shutil.copy(path, copy)
    copy.chmod(0o444)
    folder.chmod(0o555)
    yield copy
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_without_the_right_to_write_is_read(closed, without_privileges):
    store = EventStore(f"sqlite:///{closed}")
    assert (store.count(), len(snapshot(store).events)) == (1, 1)
    assert store.data_version() == store.data_version()
    with pytest.raises(StoreReadOnly, match="can be read but not written"):
        store.delete_report("r1")
    assert store.count() == 1
    store.close()
