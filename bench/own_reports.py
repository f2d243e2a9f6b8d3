"""The reports of this repository as a corpus: texts to measure speed on where no corpora are given."""

from __future__ import annotations

import json
from pathlib import Path

from geo.paths import ROOT
from geo.sources.files import read_report


def own_texts() -> list[str]:
    """Return the texts of data/reports and of tests/gold/reports.jsonl."""
    texts = [read_report(path).text for path in sorted((ROOT / "data" / "reports").glob("*.md"))]
    with (ROOT / "tests" / "gold" / "reports.jsonl").open(encoding="utf-8") as lines:
        return texts + [json.loads(line)["text"] for line in lines if line.strip()]


def own_corpus(folder: Path) -> Path:
    """Write the texts into a folder as a corpus without annotations and return its path."""
    path = folder / "own-reports.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for number, text in enumerate(own_texts()):
            print(json.dumps({"id": f"own-{number}", "text": text, "toponyms": []}), file=lines)
    return path
