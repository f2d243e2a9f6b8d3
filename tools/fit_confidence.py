"""`python -m tools.fit_confidence GOLD…`: fit the weights of an event's confidence on gold, and print them.

An event counts as right where it passes the strict test of tests/gold/score_events.py. The weights are a
logistic with a pull to zero (a handful of figures cannot learn a table of outcomes). Gold differs in how
hard it is: the parts weigh the same in all files, where a file's events start is its own, and the intercept
that is printed lies half-way between the first file's and the mean of all: name that first which is most
like the reports to come. The calibration error on the first file is printed in sample and two-fold: each
half of the reports judged by weights of the other half.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any

import numpy as np

from geo.documents import reading_document
from geo.gazetteer import Gazetteer
from geo.pipeline import read
from geo.types import Report
from tests.gold.score_events import ece, score_doc

Points = list[tuple[list[float], bool]]  # of each event the parts, and whether it is right
PARTS = ("intercept", "trigger", "dates", "place", "participants", "zone", "told_again")
PULL = 1.0  # of each weight but the intercept to zero; tried 0.1, 0.3, 1, 3: two-fold error least and flat around 1
STEPS = 50  # of Newton's method, which settles in ten


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    gazetteer = Gazetteer.open()
    files = [[_points(report, gazetteer) for report in _reports(path)] for path in parser.parse_args().gold]
    weights = fit([_flat(file) for file in files])
    halves = [[_flat(file[half::2]) for file in files] for half in (0, 1)]
    apart = [pair for half in (0, 1) for pair in judged(halves[half][0], fit(halves[1 - half]))]
    for file in files:
        print(f"{len(file)} reports, {len(_flat(file))} events, {sum(right for _, right in _flat(file))} right")
    first = judged(_flat(files[0]), weights)
    print(f"calibration error on the first file: in sample {ece(first):.3f}, two-fold {ece(apart):.3f}")
    for part, weight in zip(PARTS, weights, strict=True):
        print(f"{part}: {weight:.2f}")
    return 0


def fit(files: list[Points]) -> np.ndarray[Any, Any]:
    """Return the weights of a logistic regression by Newton's method, the first file's intercept before the parts'."""
    starts = [[float(file == other) for other in range(len(files))] for file in range(len(files))]
    parts = np.array([starts[file] + values[1:] for file, points in enumerate(files) for values, _ in points])
    right = np.array([float(is_right) for points in files for _, is_right in points])
    pull = np.diag([0.01] * len(files) + [PULL] * (len(PARTS) - 1))
    weights = np.zeros(parts.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-parts @ weights))
        slope = parts.T @ (right - chance) - pull @ weights
        curve = (parts * (chance * (1 - chance))[:, None]).T @ parts + pull
        weights += np.linalg.solve(curve, slope)
    start = (weights[0] + weights[: len(files)].mean()) / 2  # rules know this gold: reports to come are harder
    return np.concatenate([[start], weights[len(files) :]])


def judged(points: Points, weights: np.ndarray[Any, Any]) -> list[tuple[float, bool]]:
    return [(float(1 / (1 + np.exp(-np.dot(values, weights)))), right) for values, right in points]


def _flat(file: list[Points]) -> Points:
    return [point for points in file for point in points]


def _reports(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _points(gold: dict[str, Any], gazetteer: Gazetteer) -> Points:
    """Return the parts of each event that counts, and whether it is right."""
    published = dt.date.fromisoformat(gold["published"]) if gold.get("published") else None
    reading = read(Report(gold["id"], gold["text"], gold.get("title"), published), gazetteer)
    document = reading_document(reading)
    for place, event in enumerate(document["events"]):
        event["confidence"] = place / 1000  # tells the scored events apart
    scored = score_doc(gold, document).confidence
    return [(_values(reading.events[round(place * 1000)].confidence_parts), right) for place, right in scored]


def _values(parts: Any) -> list[float]:
    return [1.0, *(parts[part] for part in PARTS[1:])]


if __name__ == "__main__":
    raise SystemExit(main())
