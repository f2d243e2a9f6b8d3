"""A store's address to an engine that waits for others, reads while others write, and says clearly what is wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import StaticPool

from geo.errors import InputError, StoreError, StoreLocked, StoreReadOnly
from geo.store.pairs import pair_all
from geo.store.schema import SCHEMA_VERSION, create_tables

BUSY_TIMEOUT_MS = 10_000  # a load of one report holds the store for milliseconds; 10 s is a stuck process


def open_engine(url: str) -> Engine:
    """Return an engine on the store at `url`, made if it was not there.

    A file that may not be written is opened for reading; writing to it then
    raises StoreReadOnly.

    Raises:
        InputError: not an address of SQLite.
        StoreError: the file is there and is no store, or cannot be opened.
    """
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise InputError(f"--store '{url}' is no database address. Write sqlite:///path/to/store.sqlite.") from error
    if address.get_backend_name() != "sqlite":
        raise InputError(
            f"--store '{url}': only sqlite addresses are understood. Write sqlite:///path/to/store.sqlite."
        )
    if address.database in (None, "", ":memory:"):
        return _prepare(create_engine("sqlite://", poolclass=StaticPool), url)
    if str(address.database).startswith("file:"):
        return _prepare(create_engine(url), url)
    return _open_file(Path(str(address.database)))


def _open_file(path: Path) -> Engine:
    path = path.resolve()
    if path.is_dir():
        raise StoreError(f"{path} is a folder, not a store. Give the path of a file.")
    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"The folder {path.parent} for the store cannot be made: {error.strerror}.") from error
        return _prepare(create_engine(URL.create("sqlite", database=str(path))), str(path))
    try:
        return _prepare(create_engine(URL.create("sqlite", database=str(path))), str(path))
    except (StoreLocked, InputError):
        raise
    except StoreError as error:
        # A file or file system that may not be written still reads. Its folder cannot
        # hold the shared-memory file that WAL needs, but then nobody else can write
        # either, and the file can be taken as unchanging.
        for mode in ({"mode": "ro"}, {"mode": "ro", "immutable": "1"}):
            with suppress(StoreError):
                address = URL.create("sqlite", database=f"file:{quote(str(path))}", query={**mode, "uri": "true"})
                return _prepare(create_engine(address), str(path))
        raise error


def _prepare(engine: Engine, where: str) -> Engine:
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    try:
        with store_errors(where):
            with engine.connect() as connection:
                version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
                tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
            if version > SCHEMA_VERSION or (tables and not version):
                raise StoreError(
                    f"{where} is a database of another program or version (schema {version}, expected "
                    f"{SCHEMA_VERSION}). Give another path, or move the file away and run `python -m geo setup`."
                )
            if version < SCHEMA_VERSION:
                with suppress(*[StoreReadOnly] if version else []):  # an older store reads as it is
                    upgrade(engine, where, version)
    except BaseException:
        engine.dispose()
        raise
    return engine


def upgrade(engine: Engine, where: str, version: int) -> None:
    """Add to a store the tables that it lacks.

    Raises:
        StoreReadOnly: it may not be written.
    """
    with store_errors(where), engine.execution_options(write=True).begin() as connection:
        create_tables(connection)
        if 0 < version < 2:  # it holds events and no pairs of them
            pair_all(connection)


def _set_pragmas(dbapi: sqlite3.Connection, _record: Any) -> None:
    dbapi.isolation_level = None  # transactions are opened by _begin, not by the driver's guess
    cursor = dbapi.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    if not cursor.execute("PRAGMA query_only").fetchone()[0]:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error):
                raise
    cursor.execute("PRAGMA synchronous = FULL")  # what is acknowledged survives a power cut
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer that starts by reading can be refused when it comes to write; taking
    # the lock at the start makes it wait instead.
    write = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


@contextmanager
def store_errors(where: str) -> Iterator[None]:
    """Turn what the database driver raises into the program's own errors."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        reason = str(error.orig if isinstance(error, DBAPIError) else error)
        raise _translated(reason, where) from error


def _translated(reason: str, where: str) -> StoreError:
    low = reason.lower()
    if "locked" in low or "busy" in low:
        return StoreLocked(
            f"The store {where} has been held by another process for {BUSY_TIMEOUT_MS // 1000} s. "
            "Wait for its load to end, or end it, and try again; nothing was changed."
        )
    if "readonly" in low or "read-only" in low or "no such table" in low:  # an older store that could not be upgraded
        return StoreReadOnly(
            f"The store {where} can be read but not written. Make the file and its folder writable, "
            "or give another store with --store; nothing was changed."
        )
    if "not a database" in low or "malformed" in low or "disk image" in low:
        return StoreError(
            f"The store {where} is damaged or not a SQLite database ({reason}). "
            "Move the file away and run `python -m geo setup`, or restore it from a copy."
        )
    if "full" in low:
        return StoreError(f"The disk that holds the store {where} is full. Free some space; nothing was changed.")
    return StoreError(f"The store {where} cannot be used: {reason}.")
