"""Place names in sentences: which are found, which are actors, which are no places at all."""

import time
from itertools import pairwise

import pytest

from geo.extract.places.recognise import recognise
from geo.gazetteer import Gazetteer
from geo.types import PlaceKind, Span, Toponym


def found(text: str, gazetteer: Gazetteer) -> list[Toponym]:
    toponyms = recognise(text, gazetteer)
    assert all(text[one.span.start : one.span.end] == one.span.of(text) != "" for one in toponyms)
    return list(toponyms)


LOCATIONS = [  # a sentence and the names in it that are locations
    ("The drill takes place in the Sea of Japan.", ["Sea of Japan"]),
    ("Ships sailed south of Jeju Island into the central Sea of Japan.", ["Jeju Island", "Sea of Japan"]),
    ("They sailed from Qingdao through the Tsushima Strait.", ["Qingdao", "Tsushima Strait"]),
    ("Crews trained off Vladivostok in the Peter the Great Gulf.", ["Vladivostok", "Peter the Great Gulf"]),
    ("Live fire at the Adazi training area in Latvia.", ["Adazi", "Latvia"]),
    ("Troops met at Vaziani, Georgia.", ["Vaziani", "Georgia"]),
    ("A patrol over the Bashi Channel and the Philippine Sea.", ["Bashi Channel", "Philippine Sea"]),
    ("Landings near Dingdong were followed by drills in the gulf of Aden.", ["gulf of Aden"]),
    ("Bases in Zhejiang, Fujian and Guangdong took part.", ["Zhejiang", "Fujian", "Guangdong"]),
    ("Talks in the Indonesian capital ended.", ["Jakarta"]),
    ("They flew to the capital of Laos.", ["Vientiane"]),
    ("The fleet left Qingdaoin April.", ["Qingdao"]),
    ("军舰在日本海航行，从青岛起航。", ["日本海", "青岛"]),
    ("They met in Reno, Nev. and in Buffalo, NY on Monday.", ["Reno", "Nev", "Buffalo", "NY"]),
    ("They left the port of Vladivostock for the city of Novorosiysk.", ["Vladivostok", "Novorossiysk"]),
    ("They left Vladivostock for the city of Angels and the port of Xyzzyva.", []),
    ("Exercises at Kadena Air Base and at Fort Magsaysay.", ["Kadena Air Base", "Fort Magsaysay"]),
]


@pytest.mark.parametrize(("text", "names"), LOCATIONS)
def test_locations_are_found(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert [one.name for one in found(text, gazetteer) if not one.metonym] == names


ACTORS = [
    ("China and Russia will hold a drill.", ["China", "Russia"]),
    ("Moscow and Beijing agreed on it.", ["Moscow", "Beijing"]),
    ("Seoul scrambled fighters.", ["Seoul"]),
    ("Beijing said it was routine.", ["Beijing"]),
    ("A joint exercise between India and France ended.", ["India", "France"]),
    ("Japan's Defense Ministry protested.", ["Japan"]),
    ("According to a statement from China's Defense Ministry, five ships came.", ["China"]),
    ("Warships from India, Japan and Australia took part.", ["India", "Japan", "Australia"]),
    ("The Pentagon said so.", ["The Pentagon"]),
]


@pytest.mark.parametrize(("text", "names"), ACTORS)
def test_governments_are_marked_as_actors(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert [one.name for one in found(text, gazetteer) if one.metonym] == names


STAYED = [
    ("The drill was held in Georgia.", "Georgia"),
    ("Ministers met in Moscow and Beijing.", "Beijing"),
    ("Ships arrived in Singapore on Monday.", "Singapore"),
    ("The ranges in Russia's Astrakhan region.", "Russia"),
]


@pytest.mark.parametrize(("text", "name"), STAYED)
def test_places_after_prepositions_stay_locations(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert [one.metonym for one in found(text, gazetteer) if one.name == name] == [False]


NO_PLACES = [
    "The Russian and Chinese navies sailed.",
    "He met Michael Jordan.",
    "Gen. Austin spoke.",
    "In March the Navy said that it may go on.",
    "The Black Sea Fleet sailed.",
    "A study at the University of Manchester.",
    "She read it in the Washington Post.",
    "The destroyer HMAS Ballarat turned.",
    "以联合演习为主。",
    "Points range from zero to ten.",
    "us and them, in or of",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_words_people_and_organisations_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert [one.name for one in found(text, gazetteer)] == []


def test_masked_spans_hold_no_place(gazetteer: Gazetteer) -> None:
    text = "The destroyer Qiqihar left Qingdao."
    at = text.index("Qiqihar")
    assert [one.name for one in recognise(text, gazetteer, [Span(at, at + 7)])] == ["Qingdao"]


def test_unknown_grounds_are_reported_with_their_kind(gazetteer: Gazetteer) -> None:
    ground = found("They shot at the Xyzzyva training ground.", gazetteer)
    assert [(one.name, one.kind) for one in ground] == [("Xyzzyva training ground", PlaceKind.RANGE)]


def test_names_come_in_reading_order_and_apart(gazetteer: Gazetteer) -> None:
    spans = [one.span for one in found("From Busan to Jeju, at 33-30N 126-30E, off Sasebo in Japan.", gazetteer)]
    assert spans == sorted(spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


HOSTILE = [
    "Paris, " * 1500,
    "New " * 2500,
    "The United States of " * 500,
    "A" * 10_000,
    "capital of the " * 700,
    "Sea of " * 1500,
    " ".join(f"the port of Vladiv{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}ost" for n in range(400)),
    "38-30N 124-06E " * 650,
    "北纬38度" * 1500,
    "\u202eהים השחור\u0301\u0301" * 700,
    "日" * 10_000,
    "Aa Bb Cc " * 1100 + "training ground",
    "${x}`<b>" * 1200,
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_end_soon(gazetteer: Gazetteer, text: str) -> None:
    start = time.process_time()
    found(text, gazetteer)
    assert time.process_time() - start < 5.0  # a pattern that blows up takes minutes


SENSES = [  # a text, and the names in it that are places at all
    ("They met in Columbus, Ohio. Columbus paid for it.", ["Columbus", "Ohio", "Columbus"]),
    ("Stephon Clark sailed. According to Clark it went well.", []),
    ("The EU Transport Commissioner spoke in Kiel.", ["EU", "Kiel"]),
    ("It cost US$20 million, or $US 15 million less.", []),
    ("Chad Walker and Jordan Smith joined.", []),
    ("The HART team and the MENA agency reported.", []),
]


@pytest.mark.parametrize(("text", "names"), SENSES)
def test_a_word_has_one_sense_throughout(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert [one.name for one in found(text, gazetteer)] == names


ADJECTIVES = [  # countries and offices that say whose something is, and ships that are called as provinces are
    ("A U.S. drone was seen.", ["U.S"], []),
    ("The US Navy and the U.S. 7th Fleet came.", ["US", "U.S"], []),
    ("A White House aide spoke.", ["White House"], []),
    ("They met at the White House.", [], ["White House"]),
    ("They flew to the US in May.", [], ["US"]),
    ("The Liaoning crossed the Taiwan Strait.", [], ["Taiwan Strait"]),
    ("Prudhoe Bay, Alaska is cold.", [], ["Prudhoe Bay", "Alaska"]),
]


@pytest.mark.parametrize(("text", "actors", "places"), ADJECTIVES)
def test_whose_something_is_is_no_location(
    gazetteer: Gazetteer, text: str, actors: list[str], places: list[str]
) -> None:
    names = found(text, gazetteer)
    assert [one.name for one in names if one.metonym] == actors
    assert [one.name for one in names if not one.metonym] == places
