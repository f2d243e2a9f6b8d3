"""`python -m tests.gold.score [GOLD…]`: read the reports of gold files and print how well their events were found.

Without a file the repository's own gold is scored: one table over all of it
and a line for each of its files. The program is told neither the language of a
report nor, with `--infer`, when it was published; reports that do not settle
that day (tag `pub_unknown`) are then left out. `--errors` lists what was missed
and what was wrong.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geo.documents import reading_document
from geo.errors import GeoError
from geo.gazetteer import Gazetteer
from geo.pipeline import read
from geo.types import Report
from tests.gold.score_events import evaluate, print_table

OWN_GOLD = tuple(sorted(Path(__file__).parent.glob("*.jsonl")))
FILE_FIGURES = ("docs", "gold", "type_f1", "relaxed_f1", "strict_f1", "date_day", "place_hit", "false_per_negative")


def read_gold(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """Return the annotated reports of gold files, in order."""
    return [
        json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def predictions(gold: list[dict[str, Any]], gazetteer: Gazetteer, infer: bool) -> list[dict[str, Any]]:
    """Return what `extract` prints for each report of a gold file."""
    found = []
    for line in gold:
        stated = line.get("published")
        published = dt.date.fromisoformat(stated) if stated and not infer else None
        report = Report(line["id"], line["text"], line.get("title"), published)
        found.append(reading_document(read(report, gazetteer)))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, default=OWN_GOLD)
    parser.add_argument("--infer", action="store_true", help="hide the stated publication dates")
    parser.add_argument("--errors", action="store_true", help="list what fails, a report at a time")
    options = parser.parse_args()
    try:
        files = {path: read_gold([path]) for path in options.gold}
        if options.infer:
            files = {
                path: [d for d in documents if "pub_unknown" not in d["tags"]] for path, documents in files.items()
            }
        gold = [document for documents in files.values() for document in documents]
        found = predictions(gold, Gazetteer.open(), options.infer)
        scores, errors = evaluate(gold, found)
    except (OSError, ValueError, KeyError, GeoError) as error:
        where = ", ".join(map(str, options.gold))
        print(f"score: {where}: {error}. Give files in the form of tests/gold/reports.jsonl.", file=sys.stderr)
        return 2
    print_table(scores)
    if len(files) > 1:
        print_files(files, found)
    for report, lines in errors.items() if options.errors else ():
        print(report, *lines, sep="\n  ")
    return 0


def print_files(files: dict[Path, list[dict[str, Any]]], found: list[dict[str, Any]]) -> None:
    """Print one line of figures a gold file."""
    print("", f"{'by file':24}" + "".join(f"{figure:>19}" for figure in FILE_FIGURES), sep="\n")
    for path, documents in files.items():
        if not documents:
            continue
        names = {document["id"] for document in documents}
        scores = evaluate(documents, [line for line in found if line["report"]["id"] in names])[0]["all"]
        shown = (scores[figure] for figure in FILE_FIGURES)
        cells = ("-" if x is None else str(x) if isinstance(x, int) else f"{x:.3f}" for x in shown)
        print(f"{path.name:24}" + "".join(f"{cell:>19}" for cell in cells))


if __name__ == "__main__":
    raise SystemExit(main())
