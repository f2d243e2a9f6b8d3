"""Events: how fast reports are read, beside spaCy's plain entity pass over the same words, and the slowest of all."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bench.adversarial import adversarial_texts
from bench.own_reports import own_corpus, own_texts
from bench.side_by_side import ENTITIES, NO_OTHERS, available, measure
from bench.timing import Row, once, show, table, timed, verdict
from geo.errors import InputError
from geo.gazetteer import Gazetteer
from geo.pipeline import read
from geo.types import Report

TIMES_SPACY = 10
LONG_CHARACTERS, LONG_MS = 10_000, 50
OPEN_MS = 300
WORST_MS = 1_000
SHOWN = 5  # of the slowest adversarial strings


def main(_: Sequence[Path] = ()) -> None:
    opened = timed("open the gazetteer", Gazetteer.open, target_ms=OPEN_MS, note=lambda _: "", clock=time.process_time)
    gazetteer = Gazetteer.open()
    texts = own_texts()
    show_speed(texts, gazetteer)
    long_report = Report("long", "\n\n".join(texts)[:LONG_CHARACTERS])
    show(
        "Reading, CPU time",
        [
            opened,
            timed(
                f"read a report of {LONG_CHARACTERS:,} characters",
                lambda: len(read(long_report, gazetteer).events),
                target_ms=LONG_MS,
                note=lambda number: f"{number} events",
                clock=time.process_time,
            ),
        ],
    )
    slowest = sorted(adversarial_rows(gazetteer), key=lambda row: -row.worst_ms)
    show(f"Slowest of {len(slowest)} strings of 10,000 characters made to be slow", slowest[:SHOWN])


def show_speed(texts: Sequence[str], gazetteer: Gazetteer) -> None:
    reports = [Report(f"own-{number}", text) for number, text in enumerate(texts)]
    words = sum(len(text.split()) for text in texts)
    read(reports[0], gazetteer)
    started = time.process_time()
    events = sum(len(read(report, gazetteer).events) for report in reports)
    ours = words / (time.process_time() - started)
    rows = [
        (
            "ours: events with places and dates",
            f"{ours:,.0f}",
            f"{ours * len(reports) / words:,.0f}",
            f"{events} events",
        )
    ]
    if ENTITIES in available():
        with tempfile.TemporaryDirectory(prefix="geo-bench-") as folder:
            theirs = measure(ENTITIES, [own_corpus(Path(folder))], Path(folder) / "out").words_per_s
        promise = f"we are {ours / theirs:.1f} times faster, ≥ {TIMES_SPACY} {verdict(ours / theirs >= TIMES_SPACY)}"
        rows.append(("spaCy small: entities only", f"{theirs:,.0f}", f"{theirs * len(reports) / words:,.0f}", promise))
    else:
        print(f"\n{NO_OTHERS}")
    head = ("system", "words per CPU s", "reports per CPU s", "")
    table(f"{len(reports)} own reports of {words:,} words", head, rows)


def adversarial_rows(gazetteer: Gazetteer) -> list[Row]:
    return [
        once(what, partial(outcome, text, gazetteer), WORST_MS, clock=time.process_time)
        for what, text in adversarial_texts().items()
    ]


def outcome(text: str, gazetteer: Gazetteer) -> str:
    try:
        return f"{len(read(Report('adversarial', text), gazetteer).mentions)} mentions"
    except InputError:
        return "refused"
