"""The benchmarks' own parts: tables, systems in processes of their own, strings made to be slow, wrong usage."""

import json
from pathlib import Path

import pytest

from bench.__main__ import main
from bench.adversarial import CHARACTERS, adversarial_texts
from bench.places import by_id
from bench.side_by_side import OURS, measure
from bench.systems.geotext_names import located
from bench.timing import Row, table
from tests.gold.score_places import end_to_end, read, recognition, resolution

TEXT = "Crews from Qingdao sailed into the Sea of Japan.\u2028The drill ended off Vladivostok."
NAMES = {"Qingdao": (36.07, 120.38), "Sea of Japan": (40.0, 135.0), "Vladivostok": (43.12, 131.89)}


def annotated(name: str, lat: float, lon: float) -> dict[str, object]:
    start = TEXT.index(name)
    span = {"start": start, "end": start + len(name), "text": name}
    return {**span, "lat": lat, "lon": lon, "geonameid": None, "rec": True, "rec_noun": True}


def test_a_system_in_its_own_process_leaves_lines_that_the_scorer_reads(tmp_path: Path) -> None:
    corpus = tmp_path / "made.jsonl"
    gold = {"id": "made-1", "text": TEXT, "toponyms": [annotated(name, *point) for name, point in NAMES.items()]}
    corpus.write_text(json.dumps(gold, ensure_ascii=False) + "\n", encoding="utf-8")
    cost = measure(OURS, [corpus], tmp_path / "out")
    assert cost.words == len(TEXT.split())
    assert cost.read_s > 0 and cost.load_s > 0
    assert cost.peak_mb > cost.file_mb / 10 > 0
    found = by_id(tmp_path / "out" / "made.jsonl")
    assert recognition(read(corpus), found, "rec_noun") == 1.0
    assert end_to_end(read(corpus), found) > 0.6
    assert resolution(read(corpus), by_id(tmp_path / "out" / "made.spans.jsonl"))[0] > 0.6


def test_names_told_without_offsets_are_looked_for_one_behind_the_other() -> None:
    text = "From Rome to Paris, and from Paris to Rome."
    assert list(located(text, ["Rome", "Paris", "Paris", "Rome", "Oslo"])) == [(5, 9), (13, 18), (29, 34), (38, 42)]


def test_tables_set_numbers_to_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    table("Cost", ("system", "words", ""), [("ours", "1,200", ""), ("theirs", "30", "slow")])
    assert capsys.readouterr().out.splitlines()[3:] == [
        "| system | words |  |",
        "|---|--:|---|",
        "| ours | 1,200 |  |",
        "| theirs | 30 | slow |",
    ]


@pytest.mark.parametrize(("median_ms", "told"), [(40.0, "≤ 50 kept"), (60.0, "≤ 50 MISSED")])
def test_a_row_says_whether_its_target_holds(median_ms: float, told: str) -> None:
    assert Row("read", median_ms, 70.0, target_ms=50).kept == told


def test_slow_strings_are_all_of_one_length() -> None:
    assert {len(text) for text in adversarial_texts().values()} == {CHARACTERS}


@pytest.mark.parametrize(
    ("arguments", "told"), [(["nothing"], "no benchmark and no folder 'nothing'"), (["places", "."], "no corpus there")]
)
def test_wrong_usage_is_told_in_one_line(arguments, told, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert told in said and said.count("\n") == 1
