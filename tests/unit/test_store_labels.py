"""Titles, dates in words and series: as vague as the report, and no vaguer."""

import datetime as dt

import pytest

from geo.store.labels import dates_label, event_title, series_of
from geo.store.rows import possible_days
from geo.types import EventType, Precision
from tests.unit.making import dates


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2023-07-16", None, Precision.DAY, "16 Jul 2023"),
        ("2023-07-16", "2023-07-16", Precision.DAY, "16 Jul 2023"),
        ("2023-07-20", "2023-07-23", Precision.DAY, "20–23 Jul 2023"),
        ("2023-07-28", "2023-08-27", Precision.DAY, "28 Jul – 27 Aug 2023"),
        ("2019-12-27", "2020-01-02", Precision.DAY, "27 Dec 2019 – 2 Jan 2020"),
        ("2023-07-16", "2023-07-17", Precision.NIGHT, "night of 16–17 Jul 2023"),
        ("2023-07-15", "2023-07-16", Precision.WEEKEND, "weekend of 15–16 Jul 2023"),
        ("2023-07-10", "2023-07-16", Precision.WEEK, "week of 10–16 Jul 2023"),
        ("2023-07-01", "2023-07-10", Precision.THIRD_OF_MONTH, "early July 2023"),
        ("2023-07-11", "2023-07-20", Precision.THIRD_OF_MONTH, "mid-July 2023"),
        ("2023-07-21", "2023-07-31", Precision.THIRD_OF_MONTH, "late July 2023"),
        ("2023-06-01", "2023-06-30", Precision.MONTH, "June 2023"),
        ("2023-06-01", None, Precision.MONTH, "June 2023"),
        ("2023-06-01", "2023-08-31", Precision.MONTH, "June – August 2023"),
        ("2023-12-01", "2024-01-31", Precision.MONTH, "December 2023 – January 2024"),
        ("2023-04-01", "2023-06-30", Precision.QUARTER, "Q2 2023"),
        ("2023-06-01", "2023-08-31", Precision.SEASON, "summer 2023"),
        ("2022-12-01", "2023-02-28", Precision.SEASON, "winter 2022–23"),
        ("2023-01-01", "2023-12-31", Precision.YEAR, "2023"),
        (None, "2023-07-16", Precision.BEFORE, "by 16 Jul 2023"),
        ("2023-07-16", None, Precision.AFTER, "from 16 Jul 2023"),
        (None, None, Precision.NONE, "date not stated"),
        ("9999-12-31", None, Precision.DAY, "31 Dec 9999"),
    ],
)
def test_dates_in_words(start, end, precision, words):
    assert dates_label(dates(start, end, precision)) == words


DAY = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("start", "end", "precision", "first", "last"),
    [
        ("2023-07-16", None, Precision.DAY, DAY("2023-07-16"), DAY("2023-07-16")),
        ("2023-02-01", None, Precision.MONTH, DAY("2023-02-01"), DAY("2023-02-28")),
        ("2023-02-14", "2023-02-14", Precision.YEAR, DAY("2023-01-01"), DAY("2023-12-31")),
        (None, "2023-07-16", Precision.BEFORE, DAY("2023-06-16"), DAY("2023-07-16")),
        ("2023-07-16", None, Precision.AFTER, DAY("2023-07-16"), DAY("2023-08-15")),
        ("9999-12-01", None, Precision.MONTH, DAY("9999-12-01"), dt.date.max),
    ],
)
def test_the_days_on_which_an_event_can_lie(start, end, precision, first, last):
    assert possible_days(dates(start, end, precision)) == (first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("Northern/Interaction-2023", "Northern/Interaction"),
        ("Joint Sea-2015 (II)", "Joint Sea"),
        ("Joint Sea-2025 (Maritime Interaction-2025)", "Joint Sea"),
        ("Peace Mission 2018", "Peace Mission"),
        ("Joint strategic air patrol 6", "Joint strategic air patrol"),
        ("Mosi II", "Mosi"),
        ("AMAN-23", "AMAN"),
        ("Freedom Edge 24-1", "Freedom Edge"),
        ("Sea Guardian-3", "Sea Guardian"),
        ("Valiant Shield ’24", "Valiant Shield"),
        ("Exercise Malabar 2023", "Malabar"),
        ("RIMPAC", "RIMPAC"),
        ("MIX", "MIX"),
        ("2023", "2023"),
        (None, None),
        ("", None),
    ],
)
def test_editions_of_one_series_have_one_name(name, series):
    assert series_of(name) == series


@pytest.mark.parametrize(
    ("name", "participants", "place", "title"),
    [
        ("Northern/Interaction-2023", ("CHN", "RUS"), "Sea of Japan", "Northern/Interaction-2023"),
        (None, ("CHN", "RUS"), "Sea of Japan", "Joint exercise CHN–RUS, Sea of Japan"),
        (None, (), None, "Joint exercise"),
        (None, ("CHN", "IND", "KAZ", "KGZ", "RUS"), None, "Joint exercise CHN, IND, KAZ and 2 more"),
    ],
)
def test_titles(name, participants, place, title):
    assert event_title(EventType.JOINT_EXERCISE, name, participants, place) == title
