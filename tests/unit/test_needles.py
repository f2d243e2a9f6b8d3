"""Patterns tried only at needles find what they find when they are tried everywhere."""

import re

import pytest

from geo.text.needles import Needles, matches_at

TEXT = "Warships and a warship; the ship-borne drill, drills drilled. Ship’s SHIP 舰船ship\nship"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?<!\w)ships?\b", ["ship"]),
        (r"\bdrill(?:s|ed)?\b", ["drill"]),
        (r"\b[Ww]arship|ship", ["ship", "arship", "warship", "Warship"]),
        (r"nothing", ["nothing"]),
    ],
)
def test_a_pattern_tried_at_its_beginnings_misses_nothing(pattern: str, words: list[str]) -> None:
    compiled = re.compile(pattern)
    found = [match.span() for match in matches_at(compiled, TEXT, Needles(words).starts(TEXT))]
    assert found == [match.span() for match in compiled.finditer(TEXT)]


def test_starts_are_code_points_in_order_and_each_once() -> None:
    assert Needles(["船", "ship", "hip"]).starts("舰船ship") == [1, 2, 3]


def test_within_says_whether_any_word_is_there() -> None:
    assert Needles(["frigate", "ship"]).within("a warship")
    assert not Needles(["frigate", "ship"]).within("a Ship")
