"""A bar of the timeline is no sharper than the report, and nothing dated is left out."""

import pandas as pd
import pytest

from geo import timeline
from geo.types import Assertion, EventType, Precision
from tests.unit.making import dates, event, filled


def drawn(*events, group="series"):
    return timeline.rows(filled("sqlite://", events).query(), group)


@pytest.mark.parametrize(
    ("when", "start", "end", "solid", "open_ends"),
    [
        (dates("2023-07-20", "2023-07-23"), "2023-07-20", "2023-07-24", True, (False, False)),
        (dates("2023-07-20"), "2023-07-20", "2023-07-21", True, (False, False)),
        (dates("2023-07-20", "2023-07-21", Precision.NIGHT), "2023-07-20", "2023-07-22", True, (False, False)),
        (dates("2023-07-10", "2023-07-16", Precision.WEEK), "2023-07-10", "2023-07-17", False, (False, False)),
        (dates("2023-06-01", "2023-06-30", Precision.MONTH), "2023-06-01", "2023-07-01", False, (False, False)),
        (dates("2024-02-01", None, Precision.MONTH), "2024-02-01", "2024-03-01", False, (False, False)),
        (dates("2023-03-03", None, Precision.YEAR), "2023-01-01", "2024-01-01", False, (False, False)),
        (dates(None, "2023-07-16", Precision.BEFORE), "2023-06-16", "2023-07-17", False, (True, False)),
        (dates("2023-07-16", None, Precision.AFTER), "2023-07-16", "2023-08-16", False, (False, True)),
        (dates("9999-12-31", None, Precision.AFTER), "2262-01-01", "2262-01-02", False, (False, True)),
        (dates(None, "0001-01-01", Precision.BEFORE), "1678-01-01", "1678-01-02", False, (True, False)),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else "",
)
def test_ends_are_honest(when, start, end, solid, open_ends):
    (row,) = drawn(event(dates=when)).to_dict("records")
    assert (row["start"], row["end"]) == (pd.Timestamp(start), pd.Timestamp(end))
    assert row["faded"] is (not solid)
    assert (row["open_start"], row["open_end"]) == open_ends
    if solid:
        assert (row["solid_start"], row["solid_end"]) == (row["start"], row["end"])
    else:
        assert pd.isna(row["solid_start"])
        assert pd.isna(row["solid_end"])


def test_undated_events_are_listed_beside_the_timeline():
    store = filled("sqlite://", [event("dated", dates=dates("2023-07-20")), event("undated")])
    assert timeline.rows(store.query())["event_id"].tolist() == ["dated"]
    assert timeline.undated(store.query())["event_id"].tolist() == ["undated"]


@pytest.mark.parametrize(
    ("group", "lines"),
    [
        ("series", ["Joint Sea", "Joint Sea", "Meeting"]),
        ("pair", ["CHN–RUS", "CHN–RUS", "Not stated"]),
        ("sea", ["Sea of Japan", "Sea of Japan", "Place not stated"]),
    ],
)
def test_groups_stand_together_the_first_to_begin_on_top(group, lines):
    rows = drawn(
        event("e1", EventType.MEETING, participants=(), places=(), dates=dates("2023-02-01")),
        event("e2", name="Joint Sea-2023", dates=dates("2023-07-01")),
        event("e3", name="Joint Sea-2022", dates=dates("2022-12-21")),
        group=group,
    )
    assert rows["group"].tolist() == lines
    assert rows["event_id"].tolist() == ["e3", "e2", "e1"]


@pytest.mark.parametrize("assertion", Assertion)
def test_what_has_not_happened_is_told_apart(assertion):
    (row,) = drawn(event(assertion=assertion, dates=dates("2023-07-20"))).to_dict("records")
    assert row["planned"] is (assertion in (Assertion.PLANNED, Assertion.POSTPONED))
    assert row["assertion"] == assertion


def test_an_empty_timeline_has_its_columns_and_types():
    empty, full = drawn(), drawn(event(dates=dates("2023-07-20")))
    assert list(empty.columns) == list(full.columns) == timeline.COLUMNS
    assert empty["start"].dtype == full["start"].dtype == "datetime64[ns]"
    assert empty["faded"].dtype == bool
