"""The script that tries weights prints what it tried and changes nothing."""

import json
from pathlib import Path

import pytest

from geo.geocode.evidence import Weights
from tools.tune_places import main


def annotated(number: int, text: str, places: dict[str, tuple[float, float]]) -> str:
    toponyms = [
        {"start": text.index(name), "end": text.index(name) + len(name), "text": name, "lat": lat, "lon": lon}
        | {"geonameid": None, "rec": True, "rec_noun": True}
        for name, (lat, lon) in places.items()
    ]
    return json.dumps({"id": str(number), "text": text, "toponyms": toponyms})


def test_weights_are_tried_on_given_corpora(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = tmp_path / "own.jsonl"
    texts = [
        annotated(1, "They met in Springfield, Illinois.", {"Springfield": (39.8, -89.6), "Illinois": (40.0, -89.2)}),
        annotated(2, "Ships left Busan for Sasebo.", {"Busan": (35.2, 129.1), "Sasebo": (33.2, 129.7)}),
    ]
    corpus.write_text("\n".join(texts), encoding="utf-8")
    assert main([str(corpus)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["defaults", "own", "1.0000", "halves", "1.0000", "1.0000"]
    assert {line.split()[0] for line in printed[1:-2]} == set(Weights.__slots__)
    assert printed[-1] == str(Weights())  # nothing is better than everything right
