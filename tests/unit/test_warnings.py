"""Navigation warnings, all made up: the areas, days and country of a closure, and nothing where they are prose."""

import datetime as dt

import pytest

from geo.extract.warnings import days
from geo.gazetteer import Gazetteer
from geo.pipeline import read
from geo.types import EventType, Report

PUBLISHED = dt.date(2024, 7, 20)
CORNERS = "38-00N 119-00E, 38-00N 120-00E, 39-00N 120-00E"
OTHERS = "35-00N 122-00E, 35-00N 123-00E, 36-00N 123-00E"
WARNINGS = {  # text: number of corners of each area, first day, last day, who warns
    f"YELLOW SEA. MILITARY EXERCISES IN AREA BOUNDED BY THE LINES JOINING {CORNERS} FROM 270200UTC TO 281100UTC JUL. "
    "ENTERING PROHIBITED. MADE MSA CHINA.": ([3], "2024-07-27", "2024-07-28", ("CHN",)),
    f"GUN FIRING IN AREA BOUNDED BY {CORNERS} AND IN AREA BOUNDED BY {OTHERS} 0000UTC TO 0900UTC DAILY FROM 22 TO 25 "
    "JUL. ENTERING PROHIBITED.": ([3, 3], "2024-07-22", "2024-07-25", ()),
    "MILITARY ACTIVITIES WITHIN 10 MILES OF 19-30N /111-00E FROM 302200UTC TO 021400UTC AUG. ENTERING PROHIBITED.": (
        [1], "2024-07-30", "2024-08-02", ()
    ),
    f"HYDROPAC 1/24. GUNNERY 3 THRU 7 AUG IN AREA BOUNDED BY {CORNERS}.": ([3], "2024-08-03", "2024-08-07", ()),
    f"ROCKETS IN AREA BOUNDED BY {CORNERS} ON 5 AUG. KEEP CLEAR.": ([3], "2024-08-05", None, ()),
    f"造航警1/24，黄海，7月28日至31日，在{CORNERS}各点连线附近进行军事活动。": ([3], "2024-07-28", "2024-07-31", ()),
    f"造航警2/24，7月30日0800时至8月1日1200时，在{CORNERS}连线范围内有火箭残骸。": (
        [3], "2024-07-30", "2024-08-01", ()
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", WARNINGS)
def test_a_warning_is_a_closure_of_its_areas(gazetteer: Gazetteer, text: str) -> None:
    corners, first, last, participants = WARNINGS[text]
    (event,) = read(Report("made", text, published=PUBLISHED), gazetteer).events
    given = [place.located.toponym.polygon for place in event.places if place.located.toponym.polygon]
    assert event.type is EventType.CLOSURE
    assert [len(polygon) for polygon in given] == corners
    assert (str(event.dates.start), event.dates.end and str(event.dates.end)) == (first, last)
    assert event.participants == participants
    assert all(text[one.span.start : one.span.end] == one.quote for one in event.evidence)


@pytest.mark.parametrize(
    "text",
    [
        f"Fishing is good in the area bounded by {CORNERS}.",
        f"The wreck lies at {CORNERS}; the military museum has a model of it.",
        "Military exercises in area bounded by the river. Entering prohibited.",
    ],
)
def test_what_warns_of_nothing_or_names_no_area_is_no_closure(gazetteer: Gazetteer, text: str) -> None:
    assert read(Report("made", text, published=PUBLISHED), gazetteer).events == ()


def test_an_area_that_an_exercise_has_taken_is_no_closure_as_well(gazetteer: Gazetteer) -> None:
    text = (
        "China and Russia will hold the joint exercise Made Shield from 25 to 27 July 2024 in the area bounded by "
        f"{CORNERS}. "
        "A navigation warning was issued."
    )
    events = read(Report("made", text, published=PUBLISHED), gazetteer).events
    assert sum(any(place.located.toponym.polygon for place in event.places) for event in events) == 1


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("FROM 281900UTC TO 290700UTC DEC", dt.date(2024, 1, 2), ["2023-12-28", "2023-12-29"]),
        ("FROM 30 TO 2 JAN", dt.date(2023, 12, 20), ["2023-12-30", "2024-01-02"]),
        ("10 AUG 2026 TO 14 AUG 2026", None, ["2026-08-10", "2026-08-14"]),
        ("FROM 31 TO 32 AUG", PUBLISHED, ["2024-08-31"]),
        ("3 TO 5 AUG", None, []),
        ("0000UTC TO 1200UTC DAILY", PUBLISHED, []),
    ],
)
def test_days_are_those_next_to_publication(text: str, published: dt.date | None, found: list[str]) -> None:
    assert sorted({str(day) for day, _ in days(text, published)}) == found
