"""The dates of events, read from whole reports: which date belongs to what, and which end of it."""

import datetime as dt

import pytest

from geo.extract.dates.durations import duration_days
from geo.gazetteer import Gazetteer
from geo.pipeline import read
from geo.types import DateRange, EventType, Precision, Report

PUBLISHED = dt.date(2024, 5, 15)  # a Wednesday
WHO = "India and France"


def dates_of(gazetteer: Gazetteer, text: str, kind: EventType = EventType.JOINT_EXERCISE) -> DateRange:
    events = read(Report("r", text, published=PUBLISHED), gazetteer).events
    return next(event.dates for event in events if event.type is kind)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (f"{WHO} held a joint naval exercise off Goa from 2 to 9 May.", "2024-05-02", "2024-05-09"),
        (f"{WHO} on Monday began a five-day joint naval exercise off Goa.", "2024-05-13", "2024-05-17"),
        (f"{WHO} on Tuesday wound up a two-day joint naval exercise off Goa.", "2024-05-13", "2024-05-14"),
        (f"{WHO} ended a week-long joint naval exercise off Goa on May 10.", "2024-05-04", "2024-05-10"),
        (f"A joint naval exercise of {WHO} started on 6 May and lasted until Friday.", "2024-05-06", "2024-05-10"),
        (
            f"A joint naval exercise of {WHO} begins on Sunday (19) and is to last until 25 May.",
            "2024-05-19",
            "2024-05-25",
        ),
        (f"A joint naval exercise of {WHO} started on Monday and will run through Friday.", "2024-05-13", "2024-05-17"),
        (f"The joint naval exercise of the navies of {WHO} ran from 29 April to Monday.", "2024-04-29", "2024-05-13"),
        (
            f"{WHO} put off their joint naval exercise, which usually opens at the end of June; the navies now want "
            "it to be held from 17 to 31 August.",
            "2024-08-17",
            "2024-08-31",
        ),
        (f"{WHO} held a joint naval exercise off Goa between Monday 6 and Friday 10 May.", "2024-05-06", "2024-05-10"),
        (f"The naval exercise of {WHO} wound up on Friday after two weeks at sea.", "2024-04-26", "2024-05-10"),
        (
            f"{WHO} began a joint naval exercise last Monday (6), with the end foreseen for 17 May.",
            "2024-05-06",
            "2024-05-17",
        ),
        (
            f"The joint naval exercise of {WHO} was to have run from 3 to 7 June and will now be held 8-12 July.",
            "2024-07-08",
            "2024-07-12",
        ),
        (
            f"{WHO} began a joint naval exercise off Goa on Monday. The exercise lasts for a period of five days.",
            "2024-05-13",
            "2024-05-17",
        ),
        (
            f"Last March {WHO} held a joint naval exercise off Goa from the 11th to the 15th.",
            "2024-03-11",
            "2024-03-15",
        ),
        (f"Last year, {WHO} held a joint naval exercise off Goa from 11 to 15 March.", "2023-03-11", "2023-03-15"),
        (f"{WHO} will hold a joint naval exercise off Goa from 28 December to 4 January.", "2024-12-28", "2025-01-04"),
        (f"{WHO} held a joint naval exercise off Goa from 28 December to 4 January.", "2023-12-28", "2024-01-04"),
    ],
)
def test_an_exercise_has_the_days_that_its_sentence_gives(
    gazetteer: Gazetteer, text: str, start: str, end: str
) -> None:
    assert dates_of(gazetteer, text) == DateRange(
        dt.date.fromisoformat(start), dt.date.fromisoformat(end), Precision.DAY
    )


def test_a_visit_lasts_from_the_arrival(gazetteer: Gazetteer) -> None:
    text = "The Indian Navy frigate INS Tabar arrived in Jakarta last Tuesday for a three-day port visit."
    found = dates_of(gazetteer, text, EventType.PORT_CALL)
    assert found == DateRange(dt.date(2024, 5, 14), dt.date(2024, 5, 16), Precision.DAY)


def test_what_is_over_by_a_day_has_a_bound(gazetteer: Gazetteer) -> None:
    found = dates_of(gazetteer, f"{WHO} will complete their joint naval exercise off Goa by 20 May.")
    assert found == DateRange(None, dt.date(2024, 5, 20), Precision.BEFORE)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        (f"{WHO} held a joint naval exercise off Goa in early May.", Precision.THIRD_OF_MONTH),
        (f"{WHO} held a joint naval exercise off Goa last month.", Precision.MONTH),
        (f"{WHO} will hold a joint naval exercise off Goa in the third quarter.", Precision.QUARTER),
        (f"{WHO} held a joint naval exercise off Goa last summer.", Precision.SEASON),
        (f"{WHO} held a joint naval exercise off Goa in 2021.", Precision.YEAR),
        (f"{WHO} will hold a joint naval exercise off Goa next weekend.", Precision.WEEKEND),
    ],
)
def test_an_event_is_no_more_exact_than_its_words(gazetteer: Gazetteer, text: str, precision: Precision) -> None:
    assert dates_of(gazetteer, text).precision is precision


def test_the_day_of_speaking_does_not_date_the_exercise(gazetteer: Gazetteer) -> None:
    text = f"{WHO} will hold a joint naval exercise off Goa, the navy told a news conference in Delhi on Monday."
    assert dates_of(gazetteer, text) == DateRange()


@pytest.mark.parametrize(
    "words",
    [
        "said in a joint note on Tuesday",
        "reported after talks of the ministers in Delhi on Tuesday",
        "posted on Tuesday",
    ],
)
def test_the_day_of_a_note_does_not_date_the_exercise(gazetteer: Gazetteer, words: str) -> None:
    text = f"{WHO} have put off a joint naval exercise off Goa after Friday's earthquake, the two navies {words}."
    assert dates_of(gazetteer, text) == DateRange()


def test_a_day_earlier_counts_from_the_beginning_not_from_a_later_end(gazetteer: Gazetteer) -> None:
    text = (
        f"{WHO} opened a joint naval exercise off Goa on Monday, which goes on until 8 June. "
        "The Indian frigate INS Tabar left Mumbai the next day."
    )
    assert dates_of(gazetteer, text, EventType.PORT_DEPARTURE).start == dt.date(2024, 5, 14)


def test_a_day_after_something_dates_that_something(gazetteer: Gazetteer) -> None:
    text = (
        f"On Friday, 10 May, the frigate INS Tabar left Kochi, a day after {WHO} began a joint naval exercise off Goa."
    )
    assert dates_of(gazetteer, text).start == dt.date(2024, 5, 9)


def test_ships_that_were_there_before_do_not_date_an_arrival(gazetteer: Gazetteer) -> None:
    text = (
        "The Indian Navy frigate INS Tabar arrived in Jakarta on Sunday next to a ship that has been there since March."
    )
    assert dates_of(gazetteer, text, EventType.PORT_CALL).start == dt.date(2024, 5, 12)


def test_the_nth_is_of_this_month_whatever_month_was_told_before(gazetteer: Gazetteer) -> None:
    text = f"In March the navies met. {WHO} will hold a joint naval exercise off Goa on the 20th."
    assert dates_of(gazetteer, text).start == dt.date(2024, 5, 20)


def test_a_movement_takes_the_date_nearest_to_it(gazetteer: Gazetteer) -> None:
    text = (
        "The Indian Navy frigate INS Tabar sailed on Thursday 2 May from Kochi and arrived in Jakarta on Friday 10 May."
    )
    assert dates_of(gazetteer, text, EventType.PORT_CALL).start == dt.date(2024, 5, 10)


def test_the_day_that_closes_a_headline_dates_the_page(gazetteer: Gazetteer) -> None:
    text = f"Joint naval exercise begins 15 May 2024\n{WHO} began the joint naval exercise Varuna off Goa on 13 May."
    assert dates_of(gazetteer, text).start == dt.date(2024, 5, 13)


def test_what_also_happened_happened_then(gazetteer: Gazetteer) -> None:
    text = "In November, South Korea scrambled fighter jets against Russian bombers. Japan also scrambled fighter jets."
    events = read(Report("r", text, published=PUBLISHED), gazetteer).events
    assert {event.dates.start for event in events if event.type is EventType.SCRAMBLE} == {dt.date(2023, 11, 1)}


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("a three-day visit", 3),
        ("an 11-day drill", 11),
        ("for two weeks from Monday", 14),
        ("a week-long drill", 7),
        ("a fortnight-long drill", 14),
        ("three days of drills", 3),
        ("lasting four days", 4),
        ("a present-day navy", None),
        ("for two weeks ago", None),
        ("a 900-day siege", None),
        ("the Monday drill", None),
    ],
)
def test_durations(words: str, days: int | None) -> None:
    assert duration_days(words, 0, len(words)) == days
