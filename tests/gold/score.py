"""`python -m tests.gold.score [GOLD]`: read the reports of a gold file and print how well their events were found.

Without a file the repository's own gold is scored. `--infer` hides the stated
publication dates, `--errors` lists what was missed and what was wrong.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

from geo.documents import reading_document
from geo.errors import GeoError
from geo.gazetteer import Gazetteer
from geo.pipeline import read
from geo.types import Report
from tests.gold.score_events import evaluate, print_table

OWN_GOLD = Path(__file__).parent / "reports.jsonl"


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
    parser.add_argument("gold", nargs="?", type=Path, default=OWN_GOLD)
    parser.add_argument("--infer", action="store_true", help="hide the stated publication dates")
    parser.add_argument("--errors", action="store_true", help="list what fails, a report at a time")
    options = parser.parse_args()
    try:
        gold = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        scores, errors = evaluate(gold, predictions(gold, Gazetteer.open(), options.infer))
    except (OSError, ValueError, KeyError, GeoError) as error:
        print(f"score: {options.gold}: {error}. Give a file in the form of tests/gold/reports.jsonl.", file=sys.stderr)
        return 2
    print_table(scores)
    for report, lines in errors.items() if options.errors else ():
        print(report, *lines, sep="\n  ")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
