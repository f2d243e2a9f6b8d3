"""One system over corpora: texts in, JSON lines of places out, and what loading and reading cost.

A corpus is a file of JSON lines {"id", "text", "toponyms"}. For each, OUT/NAME.jsonl holds the places found in
its texts, OUT/NAME.spans.jsonl the places of its annotated names, as tests/gold/score_places.py reads them.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Found = dict[str, Any]  # start, end, kind, lat, lon, radius_km, place_id
WARM_UP = "Warships of both navies left Vladivostok for the Sea of Japan on 16 July 2023, the ministry said in Moscow."


@dataclass(frozen=True, slots=True)
class System:
    """`read` finds places in texts, `place` puts given spans on the map, None where that is not the system's work."""

    read: Callable[[Sequence[str]], Iterable[list[Found]]]
    place: Callable[[str, Sequence[tuple[int, int]]], list[Found]] | None
    files: Sequence[Path]  # its names and its model on the disk


def run(load: Callable[[], System]) -> None:
    """Do what the command line asks, and print the costs as one line of JSON.

    `load_s` and `read_s` are seconds of CPU time; loading goes on until a first sentence has been read.
    `peak_mb` is the most memory that the process ever held, the texts and their places included.
    """
    out, *corpora = (Path(argument) for argument in sys.argv[1:])
    started = time.process_time()
    system = load()
    list(system.read([WARM_UP]))
    load_s = time.process_time() - started
    words, read_s = 0, 0.0
    for corpus in corpora:
        reports = _reports(corpus)
        texts = [report["text"] for report in reports]
        words += sum(len(text.split()) for text in texts)
        started = time.process_time()
        found = list(system.read(texts))
        read_s += time.process_time() - started
        _write(out / corpus.name, reports, found)
        if system.place is not None:
            _write(
                out / f"{corpus.stem}.spans.jsonl",
                reports,
                [system.place(report["text"], _placed(report)) for report in reports],
            )
    size_mb = sum(path.stat().st_size for file in system.files for path in _within(file)) / 1e6
    cost = {"words": words, "load_s": load_s, "read_s": read_s, "peak_mb": _peak_mb(), "file_mb": size_mb}
    print(json.dumps(cost))


def _reports(corpus: Path) -> list[dict[str, Any]]:
    with corpus.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _placed(report: dict[str, Any]) -> list[tuple[int, int]]:
    return [(name["start"], name["end"]) for name in report["toponyms"] if name["lat"] is not None]


def _write(path: Path, reports: Sequence[dict[str, Any]], found: Sequence[list[Found]]) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for report, mentions in zip(reports, found, strict=True):
            print(json.dumps({"id": report["id"], "mentions": mentions}), file=lines)


def _within(path: Path) -> list[Path]:
    return [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3  # bytes there, kB elsewhere
