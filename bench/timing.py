"""A function, run again and again, to a row of a table."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. Times are in milliseconds; `target_ms` is what must hold, None where nothing must."""

    what: str
    median_ms: float
    worst_ms: float
    note: str = ""
    target_ms: float | None = None

    @property
    def kept(self) -> str:
        if self.target_ms is None:
            return ""
        return f"≤ {self.target_ms:g} {'kept' if self.median_ms <= self.target_ms else 'MISSED'}"


def timed(
    what: str, run: Callable[[], Any], times: int = 20, target_ms: float | None = None, note: Callable[[Any], str] = str
) -> Row:
    """Run something once unmeasured and then `times` times; `note` says something about its last result."""
    result = run()
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        result = run()
        spent.append((time.perf_counter() - started) * 1000)
    return Row(what, statistics.median(spent), max(spent), note(result), target_ms)


def once(what: str, run: Callable[[], Any], target_ms: float | None = None, note: Callable[[Any], str] = str) -> Row:
    """Run something a single time."""
    started = time.perf_counter()
    result = run()
    spent = (time.perf_counter() - started) * 1000
    return Row(what, spent, spent, note(result), target_ms)


def show(title: str, rows: list[Row]) -> None:
    """Print a table as Markdown."""
    print(f"\n{title}\n\n| what | median ms | worst ms | must be | |\n|---|--:|--:|---|---|")
    for row in rows:
        print(f"| {row.what} | {row.median_ms:,.1f} | {row.worst_ms:,.1f} | {row.kept} | {row.note} |")
