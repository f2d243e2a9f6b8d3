"""How well areas are drawn: our seas against measured ones, and the corners read from navigation warnings.

Give a folder: its *.geojson hold shapes of seas with a `name`, its *.jsonl lines with a `text` and the `polygon` that
it gives as [[lat, lon], …]. Names that we do not know are listed and do not count.
"""

from __future__ import annotations

import json
import statistics
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from bench.timing import table, verdict
from geo.extract.places.coordinates import coordinate_areas
from geo.gazetteer import Gazetteer
from geo.gazetteer.shapes import to_equal_area

WORST = 10
MUST_OVERLAP = 0.75  # median intersection over union
MUST_BE_NEAR_DEGREES = 0.01
WATERS = {"sea", "strait"}


def main(corpora: Sequence[Path] = ()) -> None:
    measured = sorted({found for corpus in corpora for found in corpus.parent.glob("*.geojson")})
    if not measured:
        print("\nNo shapes of seas given: `make bench BENCH=shapes CORPORA=folder` measures ours against them.")
    for path in measured:
        show_overlaps(path, Gazetteer.open())
    for path in corpora:
        show_corners(path)


def show_overlaps(path: Path, gazetteer: Gazetteer) -> None:
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        parts[" ".join(feature["properties"]["name"].split())].append(shape(feature["geometry"]))
    ours = {name: own_shape(name, gazetteer) for name in parts}
    overlaps = sorted((overlap(parts[name], own), name) for name, own in ours.items() if own is not None)
    if not overlaps:
        return
    median = statistics.median(share for share, _ in overlaps)
    must = f"≥ {MUST_OVERLAP} {verdict(median >= MUST_OVERLAP)}"
    row = (f"{len(overlaps)} of {len(ours)}", f"{median:.3f}", must, ", ".join(unknown(ours)) or "none")
    table(f"Seas as in {path.name}: intersection over union", ("seas", "median", "must be", "not known to us"), [row])
    table("Least alike", ("sea", "overlap"), [(name, f"{share:.2f}") for share, name in overlaps[:WORST]])


def own_shape(name: str, gazetteer: Gazetteer) -> BaseGeometry | None:
    places = [place for place in gazetteer.candidates(name) if place.kind in WATERS]
    found = gazetteer.shape(places[0].place_id) if places else None
    return shape(found) if found else None


def overlap(parts: Sequence[BaseGeometry], own: BaseGeometry) -> float:
    """Return intersection over union on the sphere, 1.0 for the same shape."""
    measured = equal_area(shapely.union_all([shapely.make_valid(part) for part in parts]))
    drawn = equal_area(own)
    return float(measured.intersection(drawn).area / measured.union(drawn).area)


def equal_area(geometry: BaseGeometry) -> BaseGeometry:
    return shapely.make_valid(shapely.transform(shapely.make_valid(geometry), to_equal_area))


def unknown(ours: dict[str, BaseGeometry | None]) -> list[str]:
    return sorted(name for name, own in ours.items() if own is None)


def show_corners(path: Path) -> None:
    """Compare the corners of all areas of a text, together and in their order, with those that it gives."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    given = [line for line in lines if isinstance(line, dict) and line.get("polygon")]
    if not given:
        return
    wrong = [line.get("id", "?") for line in given if not as_given(line)]
    must = f"all {verdict(not wrong)}"
    row = (str(len(given)), str(len(given) - len(wrong)), must, ", ".join(wrong[:WORST]) or "none")
    table(f"Corners as in {path.name}, to {MUST_BE_NEAR_DEGREES}°", ("texts", "right", "must be", "wrong"), [row])


def as_given(line: dict[str, Any]) -> bool:
    read = [corner for area in coordinate_areas(line["text"]) for corner in area.polygon]
    return len(read) == len(line["polygon"]) and all(
        abs(lat - other_lat) <= MUST_BE_NEAR_DEGREES and abs(lon - other_lon) <= MUST_BE_NEAR_DEGREES
        for (lat, lon), (other_lat, other_lon) in zip(read, line["polygon"], strict=True)
    )
