"""The prefilter rules no pattern out that Python's `re` would find."""

import re

import pytest

from geo.extract.triggers import trigger_rules
from geo.paths import ROOT
from geo.text.prefilter import Prefilter, widened


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bleft\b", "The ships left Qingdao."),
        (r"\bleft\b", "LEFT on Friday"),
        (r"(?<!the )\bdrill\b(?= (?:with|in))", "A drill in the bay"),
        (r"\bfired (?!shots)(?:[\w-]+ ){0,3}missiles?\b", "It fired three anti-ship missiles."),
        (r"\w+\s\d+", "manœuvré\u00a07"),
        (r"[\w’'-]+ training", "Côte-d’Azur training"),
        (r"\b(?-i:[A-Z]\w+) sailed", "Élan and Zulu sailed"),
        (r"[^.;]{0,200}\bbomber", "Two of the bombers"),
        (r"^It\b.*end$", "It came to an end"),
        (r"\(joint\)", "a (joint) drill"),
    ],
)
def test_what_python_finds_is_perhaps_found(pattern, text):
    assert re.search(pattern, text, re.IGNORECASE)
    assert Prefilter(["no such words", pattern]).possible(text) == [1]


def test_what_no_pattern_can_match_is_ruled_out():
    assert Prefilter([r"\bleft\b", r"\bfired\b"]).possible("The ministers met.") == []
    assert Prefilter([r"\bleft\b"]).possible("") == ()


def test_every_rule_is_possible_where_it_matches():
    keys = list(trigger_rules())
    prefilter = Prefilter([rule.pattern for rule, _ in trigger_rules().values()])
    reports = [path.read_text(encoding="utf-8") for path in (ROOT / "data" / "reports").glob("*.md")]
    texts = [example for rule, _ in trigger_rules().values() for example in (*rule.must_match, *rule.must_not)]
    texts += [line for report in reports for line in report.splitlines() if line]
    for text in texts:
        matching = {key for key, (_, pattern) in trigger_rules().items() if pattern.search(text)}
        assert matching <= {keys[number] for number in prefilter.possible(text)}, text


def test_lookaround_goes_and_classes_know_every_script():
    assert widened(r"(?<=a\))b(?!c[)]d)\b") == "b"
    assert widened(r"[\w-]\s") == r"[\pL\pN\pM_-][\s\pZ]"
