"""Every trigger finds its own examples and leaves its counter-examples alone."""

import pytest

from geo.extract.triggers import LONGEST_SENTENCE, MOST_TRIGGERS, find_triggers, is_military, trigger_rules
from geo.types import Sentence, Span, Zone

RULES = trigger_rules()


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, (rule, _) in RULES.items() for text in rule.must_match])
def test_a_trigger_matches_its_examples(key: str, text: str) -> None:
    assert RULES[key][1].search(text)


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, (rule, _) in RULES.items() for text in rule.must_not])
def test_a_trigger_leaves_its_counter_examples(key: str, text: str) -> None:
    assert not RULES[key][1].search(text)


@pytest.mark.parametrize(
    "text",
    [
        "The school held a fire drill on Monday.",
        "Drivers should exercise caution on the bridge.",
        "The team opened its training camp with an oil drill nearby.",
    ],
)
def test_civil_drills_are_no_triggers(text: str) -> None:
    sentence = Sentence(Span(0, len(text)), Zone.BODY)
    assert [trigger for trigger in find_triggers(text, sentence) if trigger.rule in ("exercise", "training")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two frigates of the navy sailed.", True),
        ("The military exercise ended.", True),
        ("The choir held a long exercise in the town hall.", False),
    ],
)
def test_reports_about_forces_are_told_from_others(text: str, expected: bool) -> None:
    assert is_military(text) is expected


def test_battles_of_games_and_films_are_not_about_forces() -> None:
    text = (
        "The submarine and the destroyers of the Danish team won the final of the war games cup; "
        "the publisher of the computer game brought the players their medals."
    )
    assert not is_military(text)


def test_a_match_at_an_exercise_leaves_it_military() -> None:
    assert is_military("The navies ended the exercise with a football match of the frigate against the destroyer.")


def test_a_sentence_without_end_is_read_as_far_as_prose_goes() -> None:
    text = "left port and " * 1000
    found = find_triggers(text, Sentence(Span(0, len(text)), Zone.BODY))
    assert 0 < len(found) <= MOST_TRIGGERS
    assert found[-1].span.end <= LONGEST_SENTENCE
