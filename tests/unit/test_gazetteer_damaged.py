"""Whatever is wrong with the built gazetteer, every command says so in one line with the mend, and ends with 2."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from geo.cli import main
from geo.errors import NotBuilt
from geo.gazetteer import Gazetteer
from geo.gazetteer.build import build
from geo.store import EventStore

TEXT = "China and Russia held the joint exercise Alpha Shield in the Sea of Japan on 20 July 2023.\n"


def cut_short(path: Path, whole: bytes) -> None:
    path.write_bytes(whole[: len(whole) // 3])


def cut_by_a_byte(path: Path, whole: bytes) -> None:
    path.write_bytes(whole[:-1])


def other_schema(path: Path, whole: bytes) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.executescript("CREATE TABLE meta (key, value); CREATE TABLE place (id, title)")


DAMAGE: dict[str, Callable[[Path, bytes], object]] = {
    "missing": lambda path, whole: None,
    "empty": lambda path, whole: path.touch(),
    "text": lambda path, whole: path.write_text("name,lat,lon\n" * 500),
    "cut short": cut_short,
    "cut by a byte": cut_by_a_byte,
    "of another schema": other_schema,
    "a folder": lambda path, whole: path.mkdir(),
}
COMMANDS = [
    ("extract", "{report}"),
    ("places", "{report}"),
    ("resolve", "--jsonl", "{spans}"),
    ("geocode", "Busan"),
    ("explain", "Busan"),
    ("explain", "Sea of Japan", "--report", "{report}"),
    ("place", "set", "Busan", "none"),
    ("load", "{report}"),
]


@pytest.fixture(params=DAMAGE)
def damaged(
    request: pytest.FixtureRequest, tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> Path:
    whole = gazetteer.path.read_bytes()
    monkeypatch.setenv("GEO_BUILT", str(tmp_path / "built"))
    monkeypatch.setenv("GEO_STORE", f"sqlite:///{tmp_path / 'store.sqlite'}")
    (tmp_path / "built").mkdir()
    DAMAGE[request.param](tmp_path / "built" / "gazetteer.sqlite", whole)
    (tmp_path / "report.txt").write_text(TEXT)
    (tmp_path / "spans.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "spans": [[62, 74]]}) + "\n")
    return tmp_path


def test_every_command_says_so_and_ends_with_2(damaged: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = {"report": str(damaged / "report.txt"), "spans": str(damaged / "spans.jsonl")}
    for words in COMMANDS:
        code = main([word.format(**files) for word in words])
        out, err = capfd.readouterr()
        assert (code, out) == (2, ""), words
        assert err.count("\n") == 1, words
        assert "gazetteer.sqlite" in err, words
        assert "python -m geo setup" in err, words
    assert EventStore().count() == 0


def test_building_mends_all_but_a_folder(damaged: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.gazetteer.build.fill", lambda file, say: None)  # what goes in is another test's
    path = damaged / "built" / "gazetteer.sqlite"
    if path.is_dir():
        with pytest.raises(NotBuilt, match=r"is a folder: .* Delete it"):
            build(path)
        assert path.is_dir()
    else:
        assert build(path) is True
    assert [left.name for left in path.parent.iterdir()] == [path.name], "nothing unfinished is left"


HOSTILE = [
    "x" * 10_000,
    "\u202e" + "\u05d0\u0301" * 5_000,
    "\x00\x07\x1b[31m",
    "Sea of " * 1_400,
    "'; DROP TABLE place",
]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_geocoded_to_null(name: str, gazetteer: Gazetteer, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["geocode", name]) == 0
    assert capfd.readouterr() == ("null\n", "")


@pytest.mark.parametrize(("code", "found"), [("KOR", True), ("kor", True), ("kr", True), ("JPN", False)])
def test_geocode_takes_a_country_by_its_code(
    code: str, found: bool, gazetteer: Gazetteer, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["geocode", "Busan", "--country", code]) == 0
    assert (capfd.readouterr().out != "null\n") is found


@pytest.mark.parametrize("code", ["ZZ", "china", "ZZZ"])
def test_geocode_with_an_unknown_country_says_so(
    code: str, gazetteer: Gazetteer, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["geocode", "Busan", "--country", code]) == 2
    assert "is no ISO 3166-1 country code" in capfd.readouterr().err
