"""A function, run again and again, to a row of a table."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
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
        return f"≤ {self.target_ms:g} {verdict(self.median_ms <= self.target_ms)}"


def timed(
    what: str,
    run: Callable[[], Any],
    times: int = 20,
    target_ms: float | None = None,
    note: Callable[[Any], str] = str,
    clock: Callable[[], float] = time.perf_counter,
) -> Row:
    """Run something once unmeasured and then `times` times; `note` says something about its last result.

    Args:
        clock: `time.process_time` where a busy machine must not count.
    """
    result = run()
    spent = []
    for _ in range(times):
        started = clock()
        result = run()
        spent.append((clock() - started) * 1000)
    return Row(what, statistics.median(spent), max(spent), note(result), target_ms)


def once(
    what: str,
    run: Callable[[], Any],
    target_ms: float | None = None,
    note: Callable[[Any], str] = str,
    clock: Callable[[], float] = time.perf_counter,
) -> Row:
    """Run something a single time."""
    started = clock()
    result = run()
    spent = (clock() - started) * 1000
    return Row(what, spent, spent, note(result), target_ms)


def show(title: str, rows: Sequence[Row]) -> None:
    """Print rows as a table."""
    cells = [(row.what, f"{row.median_ms:,.1f}", f"{row.worst_ms:,.1f}", row.kept, row.note) for row in rows]
    table(title, ("what", "median ms", "worst ms", "must be", ""), cells)


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table as Markdown, the columns of numbers to the right."""
    rows = list(rows)
    numbers = [any(row[column][:1].isdigit() for row in rows) for column in range(len(head))]
    print(f"\n{title}\n\n{_line(head)}\n|{'|'.join('--:' if number else '---' for number in numbers)}|")
    print("\n".join(_line(row) for row in rows), flush=True)


def verdict(holds: bool) -> str:
    return "kept" if holds else "MISSED"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
