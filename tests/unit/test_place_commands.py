"""`explain` says why a name is where it is, `place` corrects it; what cannot be done ends with 2 and one line."""

import json
import re
from pathlib import Path

import pytest

from geo.cli import main
from geo.gazetteer import Gazetteer

TEXT = "Egypt and Jordan held the joint exercise Desert Gate in Tripoli, Lebanon on 3 May 2022.\n"


@pytest.fixture
def said(tmp_path: Path, gazetteer: Gazetteer, capfd: pytest.CaptureFixture[str]) -> object:
    """A function that runs a command on a store and returns (exit code, lines of JSON, standard error)."""

    def run(*words: str) -> tuple[int, list[dict[str, object]], str]:
        try:
            code = main([*words, "--store", f"sqlite:///{tmp_path / 'store.sqlite'}"])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capfd.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err

    return run


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return str(path)


def test_explain_tells_the_parts_of_a_score_and_the_runners_up(said, report) -> None:
    code, (told,), _ = said("explain", "TRIPOLI", "--report", report)
    assert code == 0
    assert TEXT[told["start"] : told["end"]] == told["text"] == "Tripoli"
    assert told["place"]["country"] == "LBN"
    assert sum(reason["adds"] for reason in told["reasons"]) >= told["score"] > 0
    assert "LBY" in {place["country"] for place in told["runners_up"]}


def test_explain_without_a_report_takes_the_name_alone(said) -> None:
    code, (told,), _ = said("explain", "Tripoli")
    assert (code, told["place"]["country"], told["method"]) == (0, "LBY", "gazetteer")


def test_explain_an_unknown_name_says_that_it_has_no_place(said) -> None:
    code, (told,), _ = said("explain", "Xyzzyville")
    assert (code, told["place"], told["method"], told["reasons"]) == (0, None, None, [])


def test_a_place_is_set_listed_explained_and_removed(said, report) -> None:
    _, (loaded,), _ = said("load", report)
    code, (put,), _ = said("place", "set", "Tripoli", "12.5S, 131.25E", "--radius", "5", "--kind", "range")
    assert (code, put["reports_read_anew"]) == (0, 1)
    _, (listed,), _ = said("place", "list")
    assert (listed["place"]["lat"], listed["place"]["radius_km"], listed["report"]) == (-12.5, 5, None)
    assert [one["method"] for one in said("explain", "Tripoli", "--report", report)[1]] == ["override"]
    said("place", "set", "Tripoli", "none", "--report", loaded["id"])
    assert said("explain", "Tripoli", "--report", report)[0] == 2, "in this report it is no place"
    assert said("place", "remove", "Tripoli", "--report", loaded["id"])[1][0]["reports_read_anew"] == 1
    said("place", "remove", "Tripoli")
    assert said("place", "list") == (0, [], "")
    assert said("explain", "Tripoli", "--report", report)[1][0]["place"]["country"] == "LBN"


def test_coordinates_in_the_south_need_no_quoting(said) -> None:
    assert said("place", "set", "Point Zulu", "-12.5,131.25")[1][0]["place"]["lat"] == -12.5


def test_a_correction_counts_when_reports_are_loaded(said, report) -> None:
    said("place", "set", "Tripoli", "own:sea-of-japan")
    said("load", report)
    assert said("explain", "Tripoli", "--report", report)[1][0]["place"]["name"] == "Sea of Japan"


REFUSED = [
    (("explain", "Oslo", "--report", "{report}"), "is not among the place names found .* Tripoli"),
    (("explain", "Oslo", "--report", "/nowhere.txt"), "/nowhere.txt"),
    (("place", "set"), "needs the NAME"),
    (("place", "set", "Tripoli"), "needs a place"),
    (("place", "set", "Tripoli", "95, 0"), "is no place"),
    (("place", "set", "Tripoli", "1, 2", "--radius", "-5"), "out of range"),
    (("place", "set", "Tripoli", "1, 2", "--kind", "volcano"), "--kind"),
    (("place", "set", "?!", "1, 2"), "no letter or digit"),
    (("place", "set", "Tripoli", "none", "--report", "r9"), "no report 'r9'"),
    (("place", "remove", "Tripoli"), "No correction of 'Tripoli'"),
    (("place", "move", "Tripoli"), "invalid choice"),
]


@pytest.mark.parametrize(("words", "says"), REFUSED, ids=[" ".join(words) for words, _ in REFUSED])
def test_what_cannot_be_done_ends_with_2(said, report, words: tuple[str, ...], says: str) -> None:
    code, lines, err = said(*(word.replace("{report}", report) for word in words))
    assert (code, lines) == (2, [])
    assert re.search(says, err), err


HOSTILE = ["x" * 10_000, "\u202eabc\u0301" * 2_000, "\x00\x1b[31m", "Sea of " * 1_400]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_explained_as_unknown(said, name: str) -> None:
    code, (told,), _ = said("explain", name)
    assert (code, told["place"]) == (0, None)
