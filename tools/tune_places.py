"""Tries other weights of the evidence for places on annotated corpora, and prints what each is worth.

    python tools/tune_places.py CORPUS.jsonl…   corpora in the form that tests/gold/score_places.py reads

Every weight is stepped up and down in turn, from the defaults of
`geo.geocode.evidence.Weights`. A step is kept when the mean figure rises and
falls on neither half of the documents, those of even and of odd number, so that no weight
is fitted to a few of them. The figure of a corpus is the mean of end-to-end F1 at 161 km and of
the part of gold spans that are placed within 161 km. Nothing is changed: set what
holds by hand.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "gold")]

import score_places  # noqa: E402

from geo.extract.places.recognise import recognise  # noqa: E402
from geo.gazetteer import Gazetteer  # noqa: E402
from geo.geocode import as_mention, resolve, resolve_given  # noqa: E402
from geo.geocode.evidence import Weights  # noqa: E402
from geo.text.masks import masks  # noqa: E402
from geo.types import Span, Toponym  # noqa: E402

FACTORS = (0.7, 1.4)
LEAST_GAIN = 0.0005  # of the mean figure


@dataclass(frozen=True)
class Document:
    gold: dict[str, Any]
    found: tuple[Toponym, ...]
    spans: tuple[Span, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument("--rounds", type=int, default=1, help="how often to go through all weights")
    options = parser.parse_args(arguments)
    gazetteer = Gazetteer.open()
    corpora = {path.stem: list(documents(path, gazetteer)) for path in options.corpora}
    best = Weights()
    figures = measured(corpora, gazetteer, best)
    print(row("defaults", figures))
    for _ in range(options.rounds):
        for field in fields(Weights):
            for factor in FACTORS:
                tried = replace(best, **{field.name: getattr(best, field.name) * factor})
                now = measured(corpora, gazetteer, tried)
                kept = better(halves(now), halves(figures))
                name = f"{field.name} {getattr(tried, field.name):.4g}"
                print(row(name, now) + ("  kept" if kept else ""), flush=True)
                if kept:
                    best, figures = tried, now
    print(row("best", figures))
    print(best)
    return 0


def documents(path: Path, gazetteer: Gazetteer) -> Iterator[Document]:
    for gold in score_places.read(path):
        text = gold["text"]
        found = recognise(text, gazetteer, [mention.span for mention in masks(text)])
        yield Document(gold, found, tuple(Span(one["start"], one["end"]) for one in score_places.gold_spans(gold)))


Figures = dict[str, tuple[float, float]]  # of each corpus, on the documents of even and of odd number


def measured(corpora: dict[str, list[Document]], gazetteer: Gazetteer, weights: Weights) -> Figures:
    return {
        name: (figure(listed[::2], gazetteer, weights), figure(listed[1::2], gazetteer, weights))
        for name, listed in corpora.items()
    }


def figure(listed: Sequence[Document], gazetteer: Gazetteer, weights: Weights) -> float:
    read, given = {}, {}
    for document in listed:
        text, key = document.gold["text"], document.gold["id"]
        found = resolve(text, document.found, gazetteer, weights=weights)
        placed = resolve_given(text, document.spans, gazetteer, weights=weights)
        read[key] = {"mentions": [as_mention(one, text) for one in found]}
        given[key] = {"mentions": [as_mention(one, text) for one in placed]}
    gold = [document.gold for document in listed]
    return (score_places.end_to_end(gold, read) + score_places.resolution(gold, given)[0]) / 2


def halves(figures: Figures) -> tuple[float, float]:
    even, odd = zip(*figures.values(), strict=True)
    return sum(even) / len(even), sum(odd) / len(odd)


def better(new: tuple[float, float], old: tuple[float, float]) -> bool:
    return min(new[0] - old[0], new[1] - old[1]) >= 0 and sum(new) - sum(old) >= 2 * LEAST_GAIN


def row(name: str, figures: Figures) -> str:
    each = "  ".join(f"{corpus} {(even + odd) / 2:.4f}" for corpus, (even, odd) in figures.items())
    even, odd = halves(figures)
    return f"{name:24} {each}  halves {even:.4f} {odd:.4f}"


if __name__ == "__main__":
    raise SystemExit(main())
