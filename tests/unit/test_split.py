"""Sentences with offsets, and the zones they stand in."""

import time

import pytest

from geo.rules import load_rules
from geo.text.split import split
from geo.text.zones import ZoneRule, zone_of_line
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
        ("The drill ended on July 3.It was held in 2023.The navy said so.", 3),
        ("The crews trained together.“We are ready,” he said.", 2),
        ('"We trained."The minister added more.', 2),
        ("They left at 5 p.m. The tug followed at 6 p.m. on Monday.", 2),
        ("The base is in the U.S. It was built in 1960.", 2),
        ("Lt. Gen. Park met Vice Adm. Li and Capt. J. Smith.", 1),
        ("MOSCOW, July 20. /AG/. The drill began.", 2),
        ("The ships left at 20.30. They return on 3.4.2023.", 2),
        ("It cost $3.5 million. No. 5 Squadron flew.", 2),
        ("See www.example.com. The ships left.", 2),
        ("Really?! Yes… They left.", 3),
        ("First point. • Second point • Third point", 3),
        ("The crew left.\u00a0The ship\u200b stayed.", 2),
        ("演习开始。舰艇出港。", 2),
        ("", 0),
        ("\n \n", 0),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “we are ready for it” and left.", ["“we are ready for it”"]),
        ('"We are ready," he said. "They are not ready."', ['"We are ready,"', '"They are not ready."']),
        ("The «large drill of the fleet» ended.", ["«large drill of the fleet»"]),
        ("The drill “Sea” ended; it's over, isn't it?", []),
        ('An open "mark never closes', []),
    ],
)
def test_quotes_are_marked_in_their_sentences(text: str, quoted: list[str]) -> None:
    assert [quote.of(text) for sentence in split(text) for quote in sentence.quotes] == quoted


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("The ministry said on Monday that five ships had left.", "five ships had left."),
        ("Five ships had left, the ministry said on Monday.", "Five ships had left"),
        ("According to the navy, five ships had left.", "five ships had left."),
        ("Five ships had left, according to the navy.", "Five ships had left"),
        ("Five ships left on Monday.", None),
        ("The ministry was told to wait.", None),
    ],
)
def test_reported_speech_is_marked(text: str, reported: str | None) -> None:
    (sentence,) = split(text)
    assert (sentence.reported.of(text) if sentence.reported else None) == reported


@pytest.mark.parametrize(
    "unit",
    ["A.", "“a ", '"', "said on ", ", a said", "U.S. ", "a · B ", "By A | B | ", "photo ", "Home > ", "\n3 May 2023 x"],
)
def test_long_nonsense_is_cut_in_linear_time(unit: str) -> None:
    begun = time.process_time()
    split((unit * 10_000)[:10_000])
    assert time.process_time() - begun < 1


def test_a_page_is_told_apart_from_its_report() -> None:
    text = (
        "Home > World > Asia\nFleets to meet off Goa\nBy Ann Writer\nJuly 12, 2021 | 10:15\n"
        "Two fleets will meet off Goa, the navy said.\nA frigate leaves Goa. (Navy/Handout)\nADVERTISEMENT\n"
        "They stay until Friday.\n© 2021 The Agency. All rights reserved.\nRead also: Ferry fares rise\nNew ferry\n"
    )
    furniture, tail, body = Zone.FURNITURE, Zone.TAIL, Zone.BODY
    lines: dict[int, Zone] = {text.count("\n", 0, one.span.start): one.zone for one in split(text)}
    assert list(lines.values()) == [
        furniture, Zone.HEADLINE, furniture, furniture, body, Zone.CAPTION, furniture, body, furniture, tail, tail,
    ]  # fmt: skip


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
    assert zone_of_line(line) is None


def test_related_stories_are_tail_and_a_paragraph_ends_them() -> None:
    paragraph = "The ministers of both countries met again on Thursday to speak of the drill, " * 3
    text = f"The navy sailed on Monday.\nRelated News\nFerry fares rise\n{paragraph}."
    assert [sentence.zone for sentence in split(text)] == [Zone.BODY, Zone.TAIL, Zone.TAIL, Zone.BODY]


def test_the_title_repeated_in_the_text_is_a_headline() -> None:
    text = "Ships sail for drill.\nThe navy sailed on Monday."
    assert [sentence.zone for sentence in split(text, "Ships sail for drill.")] == [Zone.HEADLINE, Zone.BODY]
