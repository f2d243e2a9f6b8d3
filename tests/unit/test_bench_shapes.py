"""The benchmark of areas says what holds and what does not."""

import json
from pathlib import Path

import pytest
from shapely.geometry import box

from bench.shapes import main, overlap
from geo.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("parts", "own", "share"),
    [
        ([box(0, 0, 2, 1)], box(0, 0, 2, 1), 1.0),
        ([box(0, 0, 1, 1), box(1, 0, 2, 1)], box(0, 0, 2, 1), 1.0),
        ([box(0, 0, 2, 1)], box(1, 0, 3, 1), 1 / 3),
        ([box(0, 0, 1, 1)], box(5, 0, 6, 1), 0.0),
    ],
)
def test_overlap_is_shared_area_of_all_area(parts, own, share) -> None:
    assert overlap(parts, own) == pytest.approx(share)


def test_it_tells_what_is_unlike_unknown_or_read_wrongly(
    tmp_path: Path, gazetteer: Gazetteer, capsys: pytest.CaptureFixture[str]
) -> None:
    named = {"Black Sea": box(28, 41, 41, 47), "Sea of Nowhere": box(0, 0, 1, 1)}
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": shape.__geo_interface__}
        for name, shape in named.items()
    ]
    (tmp_path / "seas.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    text = "Firing in the area 38-00N 124-00E, 38-00N 125-00E, 39-00N 125-00E."
    lines = [
        {"id": "right", "text": text, "polygon": [[38, 124], [38, 125], [39, 125]]},
        {"id": "wrong", "text": text, "polygon": [[38, 124], [38, 125], [39, 125.02]]},
        {"id": "without", "text": "none"},
    ]
    (tmp_path / "warnings.jsonl").write_text("\n".join(map(json.dumps, lines)))
    main([tmp_path / "warnings.jsonl"])
    said = capsys.readouterr().out
    assert "| 1 of 2 |" in said and "Sea of Nowhere" in said
    assert "| 2 | 1 | all MISSED | wrong |" in said
