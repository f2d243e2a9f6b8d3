"""A place corrected by hand: the correction is kept, and the reports that name the place are read anew.

Events that were edited or deleted by hand stay as the hand left them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from geo.errors import InputError
from geo.gazetteer import Gazetteer
from geo.gazetteer.names import key_of
from geo.pipeline import read
from geo.store import EventStore, PlaceOverrides
from geo.store.documents import report_of
from geo.store.override_rows import override_id
from geo.types import PlaceOverride, Reading, Report

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a correction did: its history row (None: nothing has changed), and the reports read anew and left."""

    history_id: int | None
    read_anew: int
    left: tuple[str, ...] = ()  # why a report was left as it was


def correct(
    store: EventStore, gazetteer: Gazetteer, override: PlaceOverride, progress: Progress | None = None
) -> Outcome:
    """Keep a correction and read anew the reports that it concerns, in one transaction.

    Raises:
        InputError: the name has no letter or digit.
        StoreError: the store cannot be written; nothing has changed.
    """
    override_id(override.name, override.report_id)
    overrides = PlaceOverrides(store)
    others = without(overrides.all(), override.name, override.report_id)
    readings, left = read_anew(store, gazetteer, override.name, override.report_id, (*others, override), progress)
    return Outcome(overrides.put(override, readings), len(readings), left)


def take_back(
    store: EventStore, gazetteer: Gazetteer, name: str, report_id: str | None, progress: Progress | None = None
) -> Outcome:
    """Remove a correction and read anew the reports that it concerned.

    Raises:
        InputError: there is no such correction.
        StoreError: the store cannot be written; nothing has changed.
    """
    overrides = PlaceOverrides(store)
    held = overrides.all()
    others = without(held, name, report_id)
    if len(others) == len(held):
        where = f"report '{report_id}'" if report_id else "all reports"
        raise InputError(f"No correction of '{name[:80]}' for {where} is kept. `place list` shows those that are.")
    readings, left = read_anew(store, gazetteer, name, report_id, others, progress)
    return Outcome(overrides.remove(name, report_id, readings), len(readings), left)


def undo(store: EventStore, gazetteer: Gazetteer, history_id: int, progress: Progress | None = None) -> Outcome:
    """Restore the correction that stood before a history row, and read anew the reports that it concerns.

    Raises:
        InputError: no such row, or what it changed has changed again since.
        StoreError: the store cannot be written; nothing has changed.
    """
    overrides = PlaceOverrides(store)
    (name, report_id), before = overrides.before(history_id)
    others = without(overrides.all(), name, report_id)
    wanted = (*others, before) if before else others
    readings, left = read_anew(store, gazetteer, name, report_id, wanted, progress)
    overrides.undo(history_id, readings)
    return Outcome(history_id, len(readings), left)


def without(overrides: Iterable[PlaceOverride], name: str, report_id: str | None) -> tuple[PlaceOverride, ...]:
    wanted = (key_of(name), report_id)
    return tuple(one for one in overrides if (key_of(one.name), one.report_id) != wanted)


def read_anew(
    store: EventStore,
    gazetteer: Gazetteer,
    name: str,
    report_id: str | None,
    overrides: Sequence[PlaceOverride],
    progress: Progress | None,
) -> tuple[list[Reading], tuple[str, ...]]:
    """Return new readings of the reports that a name stands in, and why some could not be read."""
    readings, left = [], []
    reports = concerned(store, name, report_id)
    for number, report in enumerate(reports):
        if progress:
            progress(number, len(reports))
        try:
            readings.append(read(report, gazetteer, overrides))
        except InputError as error:
            left.append(f"{report.title or report.id}: {error}")
    return readings, tuple(left)


def concerned(store: EventStore, name: str, report_id: str | None) -> Sequence[Report]:
    if report_id is None:
        return PlaceOverrides(store).reports_naming(name)
    kept = store.report(report_id)
    return [report_of(kept)] if kept else []
