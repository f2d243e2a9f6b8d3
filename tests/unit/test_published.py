"""Publication dates inferred from what a page says of itself and of its week."""

import datetime as dt
import time

import pytest

from geo.extract.dates.tag import tag_dates
from geo.extract.publication.infer import infer_published
from geo.text.masks import masks
from geo.text.split import split
from geo.types import Published, Report


def inferred(text: str, published: dt.date | None = None, url: str | None = None) -> Published:
    report = Report("r", text, published=published, url=url)
    names = masks(text)
    masked = [name.span for name in names]
    exercises = [name for name in names if name.kind == "name"]
    return infer_published(report, split(text, masked=masked), tag_dates(text, masked), exercises)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway will hold drills, the ministry announced this Friday (14). In early June ships met. "
            "Since the pact of March 2024 the navies have trained more.",
            "2024-06-14",
        ),
        ("OSLO, 3 May 2022 (Agency) - The frigates sailed on Tuesday.", "2022-05-03"),
        ("Published: 2021-09-07\nThe frigates sailed on Monday. They had met in August 2021.", "2021-09-07"),
    ],
)
def test_clues_agree_on_a_day(text: str, expected: str) -> None:
    found = inferred(text)
    assert found.inferred
    assert found.date == dt.date.fromisoformat(expected)


BODY = "The frigates left port for a joint drill, the navy said."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("July 12, 2021 | 10:15", "2021-07-12"),
        ("Published: 12 July 2021", "2021-07-12"),
        ("Updated: July 12, 2021 14:05 GMT+8", "2021-07-12"),
        ("Posted on Monday, July 12th, 2021 by Staff", "2021-07-12"),
        ("Release time: 2021-07-12 08:30:11", "2021-07-12"),
        ("Mon, 12 Jul 2021 14:05:00 +0800", "2021-07-12"),
        ("12-Jul-21", "2021-07-12"),
        ("2021年7月12日 10:15", "2021-07-12"),
        ("09:40 MSK, 12.07.2021", "2021-07-12"),
        ("By Ann Writer, July 12, 2021", "2021-07-12"),
        ("By Ann Writer | 12 July 2021 | Oslo", "2021-07-12"),
        ("By Drafting | Monday 12 of July of 2021 | 09:41 hrs", "2021-07-12"),
        ("Publicated in 12/07/2021 10h42 - Actualized in 13/07/2021 11h15", "2021-07-12"),
        ("Security | Status: 12.07.2021 14:05 o'clock", "2021-07-12"),
        ("Monday 2 Dhul Hijja 1442 AH corresponding 12 July 2021 AD", "2021-07-12"),
        ("NAVIGATIONAL WARNINGS IN FORCE 120800Z JUL 2021", "2021-07-12"),
        ("NOTICES TO MARINERS, WEEK 28 (12 JULY 2021)", "2021-07-12"),
    ],
)
def test_a_header_dates_the_page(head: str, expected: str) -> None:
    assert inferred(f"{head}\n{BODY}").date == dt.date.fromisoformat(expected)


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, July 12, 2021 (Agency) -",
        "OSLO, 12 July 2021. /AG/.",
        "OSLO (Agency - 12th July, 2021)",
        "Oslo, Jul. 12, 2021 (AG) --",
        "NORTH SEA, July 12, 2021 --",
        "OSLO — 12 July 2021 —",
        "July 12, 2021 (Agency) -",
    ],
)
def test_a_dateline_dates_the_report(dateline: str) -> None:
    assert inferred(f"{dateline} {BODY}").date == dt.date(2021, 7, 12)


def test_a_dateline_without_a_year_takes_it_from_the_weekday_and_the_text() -> None:
    text = f"OSLO, July 12 (Agency) - {BODY} It ends on Friday, July 16. The pact of February 2021 allows it."
    assert inferred(text).date == dt.date(2021, 7, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a weekday with its day of the month fixes month and year, two of them more so
        (
            "Norway will host a drill, the ministry announced this Wednesday (9). The minister said on Monday (7) that "
            "ships had met in early March. They first did so in August 2021.",
            "2022-03-09",
        ),
        # the day of speaking and a day that lies ahead
        (
            "The navy said on May 4 that a drill will start on Friday, May 6. It follows the exercise of autumn 2021.",
            "2022-05-04",
        ),
        # today, named
        ("The ministry said today (May 4) that the drill of 2022 has begun.", "2022-05-04"),
        # over since yesterday: the day on which it ended, told by its weekday
        ("The exercise ended on Thursday, May 5, the navy said. The first one took place in 2021.", "2022-05-05"),
        # under way since its first day
        (
            "Five navies have begun a joint exercise. It is scheduled to run from 9 to 20 May 2022, the navy said.",
            "2022-05-09",
        ),
        # "last year" and "next year" beside a year
        (
            "OSLO, May 4 (Agency) - The fleets met off Oslo. Last year, in March 2021, only two had come.",
            "2022-05-04",
        ),
        ("OSLO, May 4 (Agency) - The fleets met off Oslo. Iron Gate 2023 begins in March of next year.", "2022-05-04"),
        ("OSLO, May 4 (Agency) - The fleets met. Three years ago the same fleets held Iron Gate 2019.", "2022-05-04"),
        # years of history are only a bound
        ("OSLO, May 4 (Agency) - The fleets have met since 2009. On Wednesday, May 4, 2022 came seven.", "2022-05-04"),
        # an anniversary tells the year
        (
            "TOKYO, May 4 (Agency) - The fleets met on the 70th anniversary of the treaty signed in 1952, it said.",
            "2022-05-04",
        ),
    ],
)
def test_clues_of_the_text_add_up(text: str, expected: str) -> None:
    assert inferred(text).date == dt.date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://news.example/2021/07/12/drill.html", "2021-07-12"),
        ("https://news.example/world-2021-07-12-drill", "2021-07-12"),
        ("https://news.example/a/20210712/drill", "2021-07-12"),
    ],
)
def test_an_address_dates_the_report(address: str, expected: str) -> None:
    assert inferred(BODY, url=address).date == dt.date.fromisoformat(expected)
    found = inferred(f"{BODY}\n{address}")
    assert found.date == dt.date.fromisoformat(expected)
    assert len(found.evidence) == 1


@pytest.mark.parametrize(
    "head",
    ["Friday, December 26th, 2025", "Release time: Apr 14, 2024 06:44 AM", "Updated: 2026-01-03 11:00"],
)
def test_the_day_of_a_copy_loses_to_the_text(head: str) -> None:
    text = (
        f"{head}\n\nThe ministry said on June 15th that frigates will join the drill Northern Wave-2022. They left on "
        "June 15th and it is to begin on Monday, June 20."
    )
    assert inferred(text).date == dt.date(2022, 6, 15)


def test_a_page_is_no_older_than_its_report() -> None:
    text = "3 May 2021\nShips will meet this Monday (10), the navy said. On Thursday (6) they had left, in the morning."
    found = inferred(text)
    assert found.date is None or found.date <= dt.date(2021, 5, 4)


def test_last_years_days_do_not_date_this_years_report() -> None:
    text = "OSLO, May 4, 2022 (Agency) - The drill ended. Last year's edition lasted from 27 April to 10 May."
    assert inferred(text).date == dt.date(2022, 5, 4)


def test_a_copyright_year_is_a_bound() -> None:
    text = "OSLO, July 12 (Agency) - The frigates left on Monday.\n© 2021 The Agency. All rights reserved."
    assert inferred(text).date == dt.date(2021, 7, 12)


def test_the_day_of_an_old_picture_dates_nothing() -> None:
    text = f"Marines are seen in this file photo, May 24, 2019.\nJuly 12, 2021\n{BODY}"
    assert inferred(text).date == dt.date(2021, 7, 12)


def test_a_known_edition_helps_to_find_the_day() -> None:
    text = (
        "Ships set off on Sunday to join the Russian fleet for the exercise Northern/Interaction-2023, the navy said."
    )
    assert inferred(text).date == dt.date(2023, 7, 16)  # the Sunday before 20 July 2023


@pytest.mark.parametrize(
    "text",
    [
        "The ships sailed on Tuesday.",
        "The next drill is planned for 10 September.",
        "Forty volunteers took part between 1 and 19 April.",
        "Launched on 14 April 2013, the probe reaches Jupiter in 2031.",
    ],
)
def test_a_single_weak_clue_is_not_enough(text: str) -> None:
    assert inferred(text).date is None


def test_scores_are_shares_and_sorted() -> None:
    scores = [score for _, score in inferred("OSLO, July 12 (Agency) - The ships left on Monday.").candidates]
    assert scores == sorted(scores, reverse=True)
    assert 0 < sum(scores) <= 1.01


def test_a_page_header_that_contradicts_the_text_loses() -> None:
    text = (
        "Friday, December 26th, 2025\n\n"
        "LIMA, 8 November 2019 - The navy said on Friday (8) that ships left on 7 November 2019. "
        "The drill of 2019 ends soon."
    )
    assert inferred(text).date == dt.date(2019, 11, 8)


def test_a_stated_date_is_taken_as_it_is() -> None:
    found = inferred("On 3 May 2022 it rained.", dt.date(2020, 1, 2))
    assert (found.date, found.inferred) == (dt.date(2020, 1, 2), False)


def test_no_clue_no_date() -> None:
    assert inferred("The ships sailed.").date is None


def test_the_evidence_quotes_the_text() -> None:
    text = "OSLO, 3 May 2022 (Agency) - The frigates sailed on Tuesday."
    assert all(one.span.of(text) == one.quote for one in inferred(text).evidence)


@pytest.mark.parametrize(
    "unit", ["on Sunday (16) in May. ", "will 5 May ", "(c) 2019 ", "the sixth air patrol ", "A, B ("]
)
def test_long_nonsense_is_weighed_in_linear_time(unit: str) -> None:
    begun = time.process_time()
    inferred((unit * 10_000)[:10_000])
    assert time.process_time() - begun < 1


def test_many_different_days_are_weighed_in_linear_time() -> None:
    days = [dt.date(2001, 1, 1) + dt.timedelta(days=41 * number) for number in range(600)]
    begun = time.process_time()
    inferred(" ".join(f"It was said on {day.day} {day:%B %Y}." for day in days))
    assert time.process_time() - begun < 1
