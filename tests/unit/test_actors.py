"""Countries as actors, speakers and places; people who stand for them; strength."""

import pytest

from geo.extract.actors import Use, find_actors
from geo.extract.strength import find_counts, find_ordinal
from geo.text.numbers import parse_number
from geo.types import Span


def acting(text: str, use: Use = Use.ACTOR) -> list[str]:
    return [actor.iso3 for actor in find_actors(text) if actor.use is use]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Sweden will hold a drill.", ["NOR", "SWE"]),
        ("Moscow and Ankara agreed on joint patrols.", ["RUS", "TUR"]),
        ("The Russian-Chinese patrol ended.", ["RUS", "CHN"]),
        ("The Sino-Russian drill ended.", ["CHN", "RUS"]),
        ("Warships from Spain, Italy and Greece took part.", ["ESP", "ITA", "GRC"]),
        ("Russian and Chinese border guards sailed.", ["RUS", "CHN"]),
    ],
)
def test_who_acts(text: str, expected: list[str]) -> None:
    assert acting(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The frigate docked in Japan.",
        "They met in the Indonesian capital.",
        "It left the Chinese port of Dalian.",
        "They flew over eastern China.",
        "It crossed the Philippine Sea.",
        "The Luftwaffe took part.",
    ],
)
def test_a_country_as_a_place_does_not_act(text: str) -> None:
    assert acting(text) == []


def test_a_ministry_that_speaks_is_a_speaker() -> None:
    assert acting("According to China's Defense Ministry, the ships sailed.", Use.SPEAKER) == ["CHN"]


def test_a_country_that_is_warned_of_is_no_participant() -> None:
    assert acting("The drill is a signal against North Korea.") == []


def test_people_stand_for_the_country_they_were_introduced_with() -> None:
    text = "Danish Defence Minister Jens Holm spoke. Later Holm met his guests."
    people = [(actor.iso3, actor.person) for actor in find_actors(text) if actor.person]
    assert people == [("DNK", "Jens Holm"), ("DNK", "Jens Holm")]


@pytest.mark.parametrize(
    ("words", "number"),
    [("forty-six", 46), ("14 thousand", 14_000), ("3,700", 3_700), ("two hundred thousand", 200_000), ("a dozen", 12)],
)
def test_numbers_in_words(words: str, number: int) -> None:
    assert parse_number(words) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five Norwegian warships sailed.", {("ships", 5, "nor")}),
        ("two Polish and six Estonian aircraft", {("aircraft", 2, "pol"), ("aircraft", 6, "est")}),
        ("more than 14 thousand troops and 30 tanks", {("personnel", 14_000, None), ("vehicles", 30, None)}),
        ("four ship-borne helicopters", {("helicopters", 4, None)}),
        ("The two countries met. In 2023 ships sailed.", set()),
        ("a three-day port visit", set()),
        ("one guided missile launcher", set()),
    ],
)
def test_counts_with_their_owner(text: str, expected: set[tuple[str, int, str | None]]) -> None:
    assert {(count.unit, count.number, count.iso3) for count in find_counts(text, find_actors(text))} == expected


def test_ordinals_are_not_counts() -> None:
    text = "It was the sixth since 2019."
    assert find_ordinal(text, Span(0, len(text))) == 6
    assert find_ordinal("on the first day of the drill", Span(0, 29)) is None
