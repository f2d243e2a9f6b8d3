"""Readings kept in SQLite: saved whole or not at all, filtered, edited, and every change undone if need be."""

from geo.store.filter import EventFilter
from geo.store.occurrences import Occurrences, Telling, differing, occurrences
from geo.store.overrides import PlaceOverrides
from geo.store.query import EventStore
from geo.store.snapshot import Snapshot, snapshot

__all__ = [
    "EventFilter",
    "EventStore",
    "Occurrences",
    "PlaceOverrides",
    "Snapshot",
    "Telling",
    "differing",
    "occurrences",
    "snapshot",
]
