"""Expressions of time: found with exact offsets, resolved no more precisely than they are worded."""

import datetime as dt
import time

import pytest

from geo.extract.dates.patterns import DateRule
from geo.extract.dates.resolvers import RESOLVERS, Anchor
from geo.extract.dates.tag import DateExpression, impossible_years, tag_dates
from geo.rules import load_rules
from geo.types import DateRange, Precision, Span

WEDNESDAY = dt.date(2024, 5, 15)
RULES = load_rules("dates", DateRule)


def only(text: str) -> DateExpression:
    found = tag_dates(text)
    assert len(found) == 1, [date.span.of(text) for date in found]
    return found[0]


def first_of(text: str) -> DateExpression:
    return tag_dates(text)[0]


def one_day(date: str) -> DateRange:
    return DateRange(dt.date.fromisoformat(date), dt.date.fromisoformat(date), Precision.DAY)


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
    ("text", "tense", "start", "end", "precision"),
    [
        # one day, as agencies, navies, machines and translators write it
        ("the 16th of April", "past", "2024-04-16", "2024-04-16", "day"),
        ("APRIL 16, 2024", "past", "2024-04-16", "2024-04-16", "day"),
        ("Apr. 16 at noon", "past", "2024-04-16", "2024-04-16", "day"),
        ("16-Apr-24", "past", "2024-04-16", "2024-04-16", "day"),
        ("161405Z APR 24", "past", "2024-04-16", "2024-04-16", "day"),
        ("2024-04-16T14:05:00+08:00", "past", "2024-04-16", "2024-04-16", "day"),
        ("16 April 2024 14:05 GMT+8", "past", "2024-04-16", "2024-04-16", "day"),
        ("Tue, 16 Apr 2024 14:05:00 GMT", "past", "2024-04-16", "2024-04-16", "day"),
        ("2024年4月16日", "past", "2024-04-16", "2024-04-16", "day"),
        ("4月16日", "past", "2024-04-16", "2024-04-16", "day"),
        ("2024/4/16", "past", "2024-04-16", "2024-04-16", "day"),
        ("16.04.24", "past", "2024-04-16", "2024-04-16", "day"),
        ("16 April (Tuesday)", "past", "2024-04-16", "2024-04-16", "day"),
        ("Tuesday (April 16)", "past", "2024-04-16", "2024-04-16", "day"),
        ("the 16th (Tuesday)", "past", "2024-04-16", "2024-04-16", "day"),
        ("Tuesday, the 16th", "past", "2024-04-16", "2024-04-16", "day"),
        ("on the 10th, the ministry", "past", "2024-05-10", "2024-05-10", "day"),
        ("on the 20th, the ministry", "past", "2024-04-20", "2024-04-20", "day"),
        ("on the 20th of this month", "future", "2024-05-20", "2024-05-20", "day"),
        ("the eve of May 9", "past", "2024-05-08", "2024-05-08", "day"),
        ("Saturday 4, where", "past", "2024-05-04", "2024-05-04", "day"),
        ("on day 14 and", "past", "2024-05-14", "2024-05-14", "day"),
        ("1º of May", "past", "2024-05-01", "2024-05-01", "day"),
        ("Thursday last week", "past", "2024-05-09", "2024-05-09", "day"),
        ("Friday next week", "future", "2024-05-24", "2024-05-24", "day"),
        ("in two days.", "future", "2024-05-17", "2024-05-17", "day"),
        ("in two weeks", "future", "2024-05-27", "2024-06-02", "week"),
        ("ten days from now", "future", "2024-05-25", "2024-05-25", "day"),
        ("Monday of last week", "past", "2024-05-06", "2024-05-06", "day"),
        ("Wednesday 14 of February of 2024", "past", "2024-02-14", "2024-02-14", "day"),
        # a weekday tells the year of a day without one
        ("Friday, 3 May", "past", "2024-05-03", "2024-05-03", "day"),
        ("Friday, 12 May", "past", "2023-05-12", "2023-05-12", "day"),
        # ranges
        ("between the 5th and the 9th of May", "past", "2024-05-05", "2024-05-09", "day"),
        ("between the 5th and the 9th.", "past", "2024-05-05", "2024-05-09", "day"),
        ("from 20 to 23.", "future", "2024-05-20", "2024-05-23", "day"),
        ("from the 28th to the 3rd, in the", "past", "2024-04-28", "2024-05-03", "day"),
        ("28 December to 4 January", "past", "2023-12-28", "2024-01-04", "day"),
        ("28 December 2022 - 4 January 2023", "past", "2022-12-28", "2023-01-04", "day"),
        ("March 4th through 14th", "past", "2024-03-04", "2024-03-14", "day"),
        ("Monday, March 4 to Thursday, March 14", "past", "2024-03-04", "2024-03-14", "day"),
        ("from 27 to 29-4.", "past", "2024-04-27", "2024-04-29", "day"),
        ("on the 10th and 11th.", "past", "2024-05-10", "2024-05-11", "day"),
        ("in August and September of last year", "past", "2023-08-01", "2023-09-30", "month"),
        ("in 11/2023", "past", "2023-11-01", "2023-11-30", "month"),
        ("20-23.03.2024", "past", "2024-03-20", "2024-03-23", "day"),
        ("28.02-04.03.2024", "past", "2024-02-28", "2024-03-04", "day"),
        ("from March to May 2023", "past", "2023-03-01", "2023-05-31", "month"),
        ("between November and February", "past", "2023-11-01", "2024-02-29", "month"),
        ("between 2014 and 2018", "past", "2014-01-01", "2018-12-31", "year"),
        # nights
        ("overnight", "past", "2024-05-14", "2024-05-15", "night"),
        ("last night", "past", "2024-05-14", "2024-05-15", "night"),
        ("Monday night", "past", "2024-05-13", "2024-05-13", "night"),
        ("the night of 3 May", "past", "2024-05-03", "2024-05-03", "night"),
        ("Monday morning", "past", "2024-05-13", "2024-05-13", "day"),
        ("the day before yesterday", "past", "2024-05-13", "2024-05-13", "day"),
        ("two hours ago", "past", "2024-05-15", "2024-05-15", "day"),
        # weeks and weekends
        ("next week", "future", "2024-05-20", "2024-05-26", "week"),
        ("earlier this week", "past", "2024-05-13", "2024-05-15", "week"),
        ("three weeks ago", "past", "2024-04-22", "2024-04-28", "week"),
        ("the week of April 17", "past", "2024-04-15", "2024-04-21", "week"),
        ("the last week of April", "past", "2024-04-24", "2024-04-30", "week"),
        ("the second week of next month", "future", "2024-06-08", "2024-06-14", "week"),
        ("the last weekend of April", "past", "2024-04-27", "2024-04-28", "weekend"),
        ("this coming weekend", "future", "2024-05-18", "2024-05-19", "weekend"),
        # parts of months
        ("the first ten days of May", "past", "2024-05-01", "2024-05-10", "third-of-month"),
        ("late next month", "future", "2024-06-21", "2024-06-30", "third-of-month"),
        ("the end of this month", "future", "2024-05-21", "2024-05-31", "third-of-month"),
        ("the second half of April", "past", "2024-04-16", "2024-04-30", "third-of-month"),
        ("earlier this month", "past", "2024-05-01", "2024-05-15", "month"),
        ("later this month", "future", "2024-05-15", "2024-05-31", "month"),
        ("earlier in May", "past", "2024-05-01", "2024-05-15", "month"),
        ("three months ago", "past", "2024-02-01", "2024-02-29", "month"),
        ("May last year", "past", "2023-05-01", "2023-05-31", "month"),
        ("last June", "past", "2023-06-01", "2023-06-30", "month"),
        # seasons, quarters, halves, years
        ("last winter", "past", "2023-12-01", "2024-02-29", "season"),
        ("last autumn", "past", "2023-09-01", "2023-11-30", "season"),
        ("next spring", "future", "2025-03-01", "2025-05-31", "season"),
        ("this summer", "future", "2024-06-01", "2024-08-31", "season"),
        ("Q3 2023", "past", "2023-07-01", "2023-09-30", "quarter"),
        ("the second quarter of this year", "future", "2024-04-01", "2024-06-30", "quarter"),
        ("the first half of 2023", "past", "2023-01-01", "2023-06-30", "year"),
        ("late 2022", "past", "2022-09-01", "2022-12-31", "year"),
        ("earlier this year", "past", "2024-01-01", "2024-05-15", "year"),
        ("next year", "future", "2025-01-01", "2025-12-31", "year"),
        ("the 2021 drills", "past", "2021-01-01", "2021-12-31", "year"),
    ],
)
def test_every_usual_wording_is_read(text: str, tense: str, start: str, end: str, precision: str) -> None:
    assert told(text, tense) == DateRange(
        dt.date.fromisoformat(start), dt.date.fromisoformat(end), Precision(precision)
    )


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("in the coming weeks", WEDNESDAY, None, Precision.AFTER),
        ("in recent months", None, WEDNESDAY, Precision.BEFORE),
        ("over the past two weeks", dt.date(2024, 4, 29), WEDNESDAY, Precision.WEEK),
        ("a few days ago", dt.date(2024, 5, 9), dt.date(2024, 5, 14), Precision.DAY),
    ],
)
def test_vague_words_give_bounds(text: str, start: dt.date | None, end: dt.date | None, precision: Precision) -> None:
    assert told(text) == DateRange(start, end, precision)


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("Held on 3/4/2024. It ended on 25/4/2024.", "2024-04-03"),  # a number over 12 tells which is the day
        ("Held on 3/4/2024. It ended on 4/25/2024.", "2024-03-04"),
        ("Held on 03.04.2024 at sea.", "2024-04-03"),  # dots are never American
        ("Held on 3/4/2024, after the talks of March 1.", "2024-03-04"),  # as the report writes other dates
        ("Held on 3/4/2024, after the talks of 1 March.", "2024-04-03"),
        ("Held from 3/4 to 25/4 at sea.", "2024-04-03"),
        ("Held on 3/4 at sea, as told on 4/25.", "2024-03-04"),
        ("Held on 3/4/2024 at sea.", "2024-04-03"),  # nearer to the report's own day
    ],
)
def test_numeric_dates_are_read_in_the_order_that_the_report_shows(report: str, expected: str) -> None:
    assert first_of(report).resolve(Anchor(WEDNESDAY, "past")) == one_day(expected)


def test_a_numeric_date_stays_open_without_evidence() -> None:
    assert first_of("Held on 3/4/2024 at sea.").resolve(Anchor(None, "past")) is None


@pytest.mark.parametrize(
    ("text", "previous", "expected"),
    [
        ("the following day", "2024-05-03", "2024-05-04"),
        ("the next day", "2024-05-03", "2024-05-04"),
        ("two days later the", "2024-05-03", "2024-05-05"),
        ("three days earlier", "2024-05-03", "2024-04-30"),
        ("the previous day", "2024-05-03", "2024-05-02"),
        ("the day before.", "2024-05-03", "2024-05-02"),
        ("that same day", "2024-05-03", "2024-05-03"),
    ],
)
def test_steps_count_from_the_date_told_before(text: str, previous: str, expected: str) -> None:
    assert only(text).resolve(Anchor(WEDNESDAY, "past", previous=one_day(previous))) == one_day(expected)


@pytest.mark.parametrize(
    "text",
    [
        "USS May (DD 2016) and hull 117 sailed.",
        "The 16th Brigade and 20 aircraft of the 3rd Fleet came.",
        "Law No. 2023 and Resolution 2231 were named.",
        "They march at dawn and may sail again.",
        "In 3000 metres of water, 1200 troops and 15 ships trained.",
        "on the 38th parallel, on the 5th anniversary",
        "a Su-35, an Il-76 and two MiG-31",
        "The fall of the town in a winter camp, the second half of the match.",
        "It will last eleven days.",
        "He scored on 10.20.30.40 and version 2.3.1.",
        "Spring Storm and Sun Valley",
    ],
)
def test_numbers_and_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert [date.span.of(text) for date in tag_dates(text)] == []


@pytest.mark.parametrize("year", ["9999", "1812", "1300"])
def test_a_far_away_year_is_not_dropped_from_its_day(year: str) -> None:
    text = f"The battle of 5 March {year} was shown."
    dates = tag_dates(text)
    assert [date.resolve(Anchor(WEDNESDAY, "past")) for date in dates] == [None]
    assert len(impossible_years(text, dates)) == 1


@pytest.mark.parametrize(("rule", "text"), [(key, text) for key, rule in RULES.items() for text in rule.must_match])
def test_a_wording_is_found_in_its_examples(rule: str, text: str) -> None:
    assert rule in {date.rule for date in tag_dates(text)}


@pytest.mark.parametrize(("rule", "text"), [(key, text) for key, rule in RULES.items() for text in rule.must_not])
def test_a_wording_is_not_found_in_its_counter_examples(rule: str, text: str) -> None:
    assert rule not in {date.rule for date in tag_dates(text)}


def test_every_wording_has_a_meaning() -> None:
    assert {rule.means for rule in RULES.values()} == set(RESOLVERS)


def test_offsets_are_code_points() -> None:
    text = "Übung 🚢 “Nördlich” – am 3 May 2024 期间"
    assert [date.span.of(text) for date in tag_dates(text)] == ["3 May 2024"]


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
        ("The drill is held Monday-Friday.", ["start", "end"]),
        ("It lasted from late May through early June.", ["start", "end"]),
        ("It is to be over by 9 May, but not before 3 May.", ["before", "after"]),
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


@pytest.mark.parametrize(
    "unit",
    ["July 20 - ", "1" * 50, "one hundred and ", "Sunday (", "from 3 to ", "Monday, 3 ", "1/2/", " 20-", "the first "],
)
def test_long_nonsense_is_read_in_linear_time(unit: str) -> None:
    begun = time.process_time()
    tag_dates((unit * 10_000)[:10_000])
    assert time.process_time() - begun < 1  # a pattern that blows up takes minutes
