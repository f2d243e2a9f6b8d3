"""Publication dates inferred from what a page says of itself and of its week."""

import datetime as dt

import pytest

from geo.extract.dates import tag_dates
from geo.extract.published import infer_published
from geo.text.split import split
from geo.types import Published, Report


def inferred(text: str, published: dt.date | None = None) -> Published:
    report = Report("r", text, published=published)
    return infer_published(report, split(text), tag_dates(text), ())


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
