"""Expressions of time: found with exact offsets, resolved no more precisely than they are worded."""

import datetime as dt
import time

import pytest

from geo.extract.date_resolvers import Anchor
from geo.extract.dates import DateExpression, impossible_years, tag_dates
from geo.types import DateRange, Precision, Span

WEDNESDAY = dt.date(2024, 5, 15)


def only(text: str) -> DateExpression:
    found = tag_dates(text)
    assert len(found) == 1, [date.span.of(text) for date in found]
    return found[0]


def told(text: str, tense: str | None = "past", published: dt.date | None = WEDNESDAY) -> DateRange | None:
    return only(text).resolve(Anchor(published, tense))


@pytest.mark.parametrize(
    ("text", "tense", "start", "end", "precision"),
    [
        ("The drill began on 3 May 2024.", "past", "2024-05-03", "2024-05-03", "day"),
        ("It ended on May 3rd, 2024.", "past", "2024-05-03", "2024-05-03", "day"),
        ("It ended on 2024-05-03.", "past", "2024-05-03", "2024-05-03", "day"),
        ("It ended on 03.05.2024 at sea.", "past", "2024-05-03", "2024-05-03", "day"),
        ("It took place on 20 December.", "past", "2023-12-20", "2023-12-20", "day"),
        ("It will start on 20 January.", "future", "2025-01-20", "2025-01-20", "day"),
        ("from 27 April to 5 May", "past", "2024-04-27", "2024-05-05", "day"),
        ("from December 28 to January 4, 2024", "past", "2023-12-28", "2024-01-04", "day"),
        ("held on 4-9 March", "past", "2024-03-04", "2024-03-09", "day"),
        ("from 14 to 25 September last year", "past", "2023-09-14", "2023-09-25", "day"),
        ("on Monday", "past", "2024-05-13", "2024-05-13", "day"),
        ("on Monday", "future", "2024-05-20", "2024-05-20", "day"),
        ("last Wednesday", "past", "2024-05-08", "2024-05-08", "day"),
        ("this Sunday (12)", "past", "2024-05-12", "2024-05-12", "day"),
        ("on Tuesday (30) the ships", "past", "2024-04-30", "2024-04-30", "day"),
        ("yesterday", "past", "2024-05-14", "2024-05-14", "day"),
        ("a fortnight ago", "past", "2024-05-01", "2024-05-01", "day"),
        ("three days ago", "past", "2024-05-12", "2024-05-12", "day"),
        ("tonight", "future", "2024-05-15", "2024-05-15", "night"),
        ("over the weekend", "past", "2024-05-11", "2024-05-12", "weekend"),
        ("last week", "past", "2024-05-06", "2024-05-12", "week"),
        ("the first week of May", "past", "2024-05-01", "2024-05-07", "week"),
        ("in early May", "past", "2024-05-01", "2024-05-10", "third-of-month"),
        ("in mid-April", "past", "2024-04-11", "2024-04-20", "third-of-month"),
        ("in late February 2024", "past", "2024-02-21", "2024-02-29", "third-of-month"),
        ("last month", "past", "2024-04-01", "2024-04-30", "month"),
        ("in November", "past", "2023-11-01", "2023-11-30", "month"),
        ("in November", "future", "2024-11-01", "2024-11-30", "month"),
        ("the March meeting", "past", "2024-03-01", "2024-03-31", "month"),
        ("in June 2019", "past", "2019-06-01", "2019-06-30", "month"),
        ("in the third quarter of 2023", "past", "2023-07-01", "2023-09-30", "quarter"),
        ("in the summer of 2023", "past", "2023-06-01", "2023-08-31", "season"),
        ("in 2021", "past", "2021-01-01", "2021-12-31", "year"),
        ("two years ago", "past", "2022-01-01", "2022-12-31", "year"),
    ],
)
def test_dates_keep_the_precision_of_their_words(text: str, tense: str, start: str, end: str, precision: str) -> None:
    assert told(text, tense) == DateRange(
        dt.date.fromisoformat(start), dt.date.fromisoformat(end), Precision(precision)
    )


@pytest.mark.parametrize(
    "text",
    [
        "A Tu-95 and an H-6K took off.",
        "hull number 1995 was seen",
        "They may march on.",
        "on 31 February 2024",
        "in the year 9999",
        "on 5 May 9999",
        "at 13.45 hours",
    ],
)
def test_what_is_no_date_has_none(text: str) -> None:
    anchor = Anchor(WEDNESDAY, "past")
    told_dates = [date.resolve(anchor) for date in tag_dates(text)]
    assert all(one is None or (one.start and one.start.year < 2100) for one in told_dates)
    assert not any(one and one.precision is Precision.YEAR for one in told_dates)


def test_an_impossible_year_dates_nothing_and_is_told() -> None:
    text = "The drill begins on 5 March 9999."
    dates = tag_dates(text)
    assert [date.resolve(Anchor(WEDNESDAY, "future")) for date in dates] == [None]
    (message,) = impossible_years(text, dates)
    assert "9999" in message and "1900–2100" in message


def test_a_head_count_after_a_date_is_no_year() -> None:
    found = told("On 5 May 5000 troops landed.")
    assert found is not None and found.start == dt.date(2024, 5, 5)


def test_a_date_in_a_masked_name_is_not_found() -> None:
    text = "the exercise May 2024 Shield"
    assert tag_dates(text, [Span(13, 28)]) == ()


def test_relative_dates_stay_open_without_a_publication_date() -> None:
    assert told("on Monday", published=None) is None
    assert told("last month", published=None) is None
    assert told("on 3 May 2024", published=None) == DateRange(dt.date(2024, 5, 3), dt.date(2024, 5, 3), Precision.DAY)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It began on 3 May and will last until 9 May.", ["start", "end"]),
        ("The drill ran from 20 March to Monday.", ["start", "end"]),
        ("It concluded in the waters of the Aegean Sea on 9 May.", ["end"]),
        ("They met on 9 May.", [None]),
    ],
)
def test_dates_know_which_end_they_are(text: str, bounds: list[str | None]) -> None:
    assert [date.bound for date in tag_dates(text)] == bounds


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("The ministry announced on Monday that ships will sail.", True),
        ("OSLO, May 14 (Agency) - The navy sailed.", True),
        ("The navy sailed on Monday.", False),
        ("The navy sailed on 5 May 2024, the ministry said.", False),
        ("On Monday the ministry had said that ships would sail.", True),
    ],
)
def test_the_day_of_speaking_is_not_the_day_of_the_event(text: str, reported: bool) -> None:
    assert only(text).reported is reported


def test_a_day_earlier_counts_from_the_date_before() -> None:
    previous = DateRange(dt.date(2023, 3, 28), dt.date(2023, 3, 28), Precision.DAY)
    found = only("a day earlier").resolve(Anchor(WEDNESDAY, "past", previous=previous))
    assert found is not None and found.start == dt.date(2023, 3, 27)


@pytest.mark.parametrize("unit", ["July 20 - ", "1" * 50, "one hundred and ", "Sunday (", "from 3 to "])
def test_long_nonsense_is_read_in_linear_time(unit: str) -> None:
    begun = time.process_time()
    tag_dates((unit * 10_000)[:10_000])
    assert time.process_time() - begun < 5  # a pattern that blows up takes minutes
