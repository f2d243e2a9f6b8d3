"""The words of an address become a filter and back; what cannot be meant is refused with a mend."""

import datetime as dt

import pytest

from geo.errors import InputError
from geo.store import EventFilter
from geo.types import Assertion, EventType

FULL = EventFilter(
    countries=("CHN", "RUS"),
    match="all",
    start=dt.date(2023, 1, 1),
    end=dt.date(2023, 12, 31),
    types=(EventType.JOINT_EXERCISE, EventType.MEETING),
    assertions=(Assertion.PLANNED,),
    text="Qiqihar ship",
    bbox=(117.5, 33.0, 142.0, 52.0),
    once=True,
)


@pytest.mark.parametrize("wanted", [EventFilter(), FULL, EventFilter(end=dt.date(9999, 12, 31))], ids=str)
def test_a_filter_survives_the_address(wanted):
    assert EventFilter.from_query(wanted.to_query()) == wanted


def test_the_words_are_those_of_the_contract():
    assert FULL.to_query() == [
        ("country", "CHN"),
        ("country", "RUS"),
        ("match", "all"),
        ("from", "2023-01-01"),
        ("to", "2023-12-31"),
        ("type", "joint_exercise"),
        ("type", "meeting"),
        ("assertion", "planned"),
        ("text", "Qiqihar ship"),
        ("bbox", "117.5,33,142,52"),
        ("told", "once"),
    ]


@pytest.mark.parametrize(
    "query",
    [
        {"country": ["rus", "chn", "CHN"]},
        [("country", "RUS"), ("country", "CHN")],
        {"country": "CHN,RUS"},
        {"country": ["CHN", "RUS", ""], "from": "", "z": "4", "unknown": "x"},
    ],
    ids=str,
)
def test_the_same_is_meant_however_it_is_written(query):
    assert EventFilter.from_query(query) == EventFilter(countries=("CHN", "RUS"))


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"country": "Chinaland"}, "country=CHINALAND"),
        ({"country": "QQQ"}, "country=QQQ"),
        ({"match": "some"}, "match=any or match=all"),
        ({"from": "July"}, "from=July is no date"),
        ({"from": "20230716"}, "from=20230716 is no date"),
        ({"to": "2023-02-30"}, "to=2023-02-30 is no date"),
        ({"to": "10000-01-01"}, "to=10000-01-01 is no date"),
        ({"from": "2023-02-02", "to": "2023-02-01"}, "Exchange"),
        ({"type": "party"}, "joint_exercise"),
        ({"assertion": "perhaps"}, "planned"),
        ({"text": "x" * 201}, "201 characters"),
        ({"text": "!!"}, "no letter or digit"),
        ({"told": "twice"}, "told=once"),
        ({"bbox": "1,2,3"}, "west,south,east,north"),
        ({"bbox": "a,b,c,d"}, "west,south,east,north"),
        ({"bbox": "0,50,10,40"}, "south below north"),
        ({"bbox": "0,-91,10,40"}, "south below north"),
        ({"bbox": "nan,0,10,40"}, "no box"),
        ({"bbox": "0,0,inf,40"}, "no box"),
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_refused(query, says):
    with pytest.raises(InputError, match=says):
        EventFilter.from_query(query)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (EventFilter(), "all events"),
        (EventFilter(countries=("CHN", "RUS")), "China or Russia"),
        (EventFilter(countries=("CHN", "RUS"), match="all"), "China and Russia"),
        (EventFilter(start=dt.date(2023, 7, 1), end=dt.date(2023, 7, 31)), "1–31 Jul 2023"),
        (EventFilter(start=dt.date(2023, 7, 1)), "from 1 Jul 2023"),
        (EventFilter(end=dt.date(2023, 7, 1)), "until 1 Jul 2023"),
        (EventFilter(types=(EventType.MEETING,), text="Li"), "meeting; text “Li”"),
    ],
    ids=str,
)
def test_a_filter_reads_as_a_reader_would_say_it(wanted, words):
    assert wanted.in_words() == words
