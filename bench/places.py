"""Places, side by side: how well and how fast we, spaCy, flashgeotext and geotext find and place their names."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.own_reports import own_corpus
from bench.side_by_side import ENTITIES, NO_OTHERS, OURS, SYSTEMS, Cost, available, measure
from bench.timing import table, verdict
from tests.gold.score_places import end_to_end, read, recognition, resolution

TIMES_SPACY = 20
PEAK_MB, FILE_MB = 150, 40

Found = Mapping[str, Any]  # what a system found, by id of the report
FIGURES: dict[str, tuple[str, Callable[[list[dict[str, Any]], Found], float]]] = {
    "Recognition, F1 of exact spans (rec_noun_F)": ("", lambda gold, found: recognition(gold, found, "rec_noun")),
    "End to end, F1 of names found and placed within 161 km (e2e_F161)": ("", end_to_end),
    "Annotated names placed within 161 km (acc161_all)": (".spans", lambda gold, found: resolution(gold, found)[0]),
}


def main(corpora: Sequence[Path] = ()) -> None:
    systems = available()
    if systems == [OURS]:
        print(f"\n{NO_OTHERS}")
    if not corpora:
        print("\nNo corpora given, so only speed is measured: `make bench CORPORA=folder` scores as well.")
    with tempfile.TemporaryDirectory(prefix="geo-bench-") as folder:
        out = Path(folder)
        texts = corpora or [own_corpus(out)]
        costs = {system: measure(system, texts, out / system) for system in systems}
        if corpora:
            show_figures(systems, corpora, out)
    words = costs[OURS].words
    head = ("system", "load s", "words per CPU s", "we are faster", "peak MB", "files MB")
    table(f"Cost over {words:,} words, in a process each", head, [cost_row(one, costs) for one in systems])
    print("\n" + "\n".join(f"- {told}" for told in promises(costs)))


def show_figures(systems: Sequence[str], corpora: Sequence[Path], out: Path) -> None:
    gold = {corpus.stem: read(corpus) for corpus in corpora}
    for title, (suffix, score) in FIGURES.items():
        rows = []
        for system in systems:
            paths = {name: out / system / f"{name}{suffix}.jsonl" for name in gold}
            if all(path.exists() for path in paths.values()):
                scores = [score(gold[name], by_id(paths[name])) for name in gold]
                rows.append((SYSTEMS[system], *(f"{one:.3f}" for one in scores)))
        table(title, ("system", *gold), rows)


def by_id(path: Path) -> Found:
    return {line["id"]: line for line in read(path)}


def cost_row(system: str, costs: Mapping[str, Cost]) -> tuple[str, ...]:
    cost = costs[system]
    faster = f"{costs[OURS].words_per_s / cost.words_per_s:.2g} times" if system != OURS else ""
    memory = (f"{cost.peak_mb:,.0f}", f"{cost.file_mb:.1f}")
    return SYSTEMS[system], f"{cost.load_s:.2f}", f"{cost.words_per_s:,.0f}", faster, *memory


def promises(costs: Mapping[str, Cost]) -> list[str]:
    """Say which of our targets are kept."""
    ours = costs[OURS]
    told = [
        f"Peak memory ≤ {PEAK_MB} MB: {verdict(ours.peak_mb <= PEAK_MB)}",
        f"File ≤ {FILE_MB} MB: {verdict(ours.file_mb <= FILE_MB)}",
    ]
    if ENTITIES in costs:
        times = ours.words_per_s / costs[ENTITIES].words_per_s
        told.append(
            f"≥ {TIMES_SPACY} times as fast as spaCy's entity pass: {verdict(times >= TIMES_SPACY)} ({times:.1f})"
        )
    return told
