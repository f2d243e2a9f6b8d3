"""Sentences with offsets, and the zones they stand in."""

import pytest

from geo.rules import load_rules
from geo.text.split import ZoneRule, _compiled, split
from geo.types import Span, Zone

ZONES = load_rules("zones", ZoneRule)


def sentences(text: str, masked: list[Span] | None = None) -> list[str]:
    return [sentence.span.of(text) for sentence in split(text, masked=masked or [])]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The ships left. They sail on.", 2),
        ("Gen. Smith met Adm. Jones in the U.S. embassy.", 1),
        ("It began on Sept. 3 and ended on Oct. 4.", 1),
        ("The crews trained together.The ships left.", 2),
        ('He said: "They left." Then he sat down.', 2),
        ("The fleet sailed at 3.5 knots.", 1),
        ("One line\nAnother line", 2),
        ("", 0),
        ("\n \n", 0),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_masked_name_is_not_cut() -> None:
    text = "They opened 'North. Interaction' today. It ended."
    assert len(sentences(text, [Span(12, 32)])) == 2


def test_every_word_lies_in_exactly_one_sentence() -> None:
    text = "Head line\n\nThe ships left.  They sail on!\n· A bullet. Another"
    covered = "".join(sentence.span.of(text) for sentence in split(text))
    assert covered.replace(" ", "") == "".join(text.split())


@pytest.mark.parametrize(
    ("line", "zone"),
    [(line, rule.zone) for rule in ZONES.values() for line in rule.must_match],
)
def test_lines_that_are_not_the_report_are_told_apart(line: str, zone: Zone) -> None:
    assert {sentence.zone for sentence in split(line)} == {zone}


@pytest.mark.parametrize("line", [line for rule in ZONES.values() for line in rule.must_not])
def test_lines_of_the_report_stay_body(line: str) -> None:
    assert not any(pattern.search(line) for _, pattern in _compiled())


def test_related_stories_are_tail_and_a_paragraph_ends_them() -> None:
    paragraph = "The ministers of both countries met again on Thursday to speak of the drill, " * 3
    text = f"The navy sailed on Monday.\nRelated News\nFerry fares rise\n{paragraph}."
    assert [sentence.zone for sentence in split(text)] == [Zone.BODY, Zone.TAIL, Zone.TAIL, Zone.BODY]


def test_the_title_repeated_in_the_text_is_a_headline() -> None:
    text = "Ships sail for drill.\nThe navy sailed on Monday."
    assert [sentence.zone for sentence in split(text, "Ships sail for drill.")] == [Zone.HEADLINE, Zone.BODY]
