"""The parts of pages that turn data into marks, lines and words."""

from __future__ import annotations

import datetime as dt
import json

import pandas as pd
import pytest

from geo.layers.basemap import as_javascript
from geo.store import EventFilter
from geo.types import Mention, Published, Reading, Report, Sentence, Span, Zone
from geo.ui.address import readable
from geo.ui.card import confidence, evidence, link, strength
from geo.ui.charts import brushed_dates, month_counts
from geo.ui.highlight import apart, highlighted
from geo.ui.lanes import shown_days, with_lanes
from geo.ui.server import content_policy

NASTY = """</script><b>'"`${x}\\ \u2028 & é"""


def mention(start: int, end: int, kind: str = "place") -> Mention:
    return Mention(kind, Span(start, end), None, "made")


def test_javascript_literal_keeps_its_value_and_nothing_that_ends_a_context() -> None:
    literal = as_javascript({"text": NASTY})
    assert json.loads(literal) == {"text": NASTY}
    assert not set(literal) & set("<>&'`$\u2028")


def test_marks_never_overlap_and_the_longer_of_two_wins() -> None:
    kept = apart([mention(5, 9), mention(0, 6, "name"), mention(0, 3), mention(9, 12), mention(4, 4)])
    assert [(one.span.start, one.span.end) for one in kept] == [(0, 6), (9, 12)]


def test_highlighted_text_is_the_report_letter_by_letter() -> None:
    text = f"In {NASTY} China <i>sails</i>.\nSHARE THIS"
    start = text.index("China")
    reading = Reading(
        Report("r", text),
        Published(None),
        sentences=(Sentence(Span(text.index("SHARE"), len(text)), Zone.FURNITURE),),
        mentions=(mention(start, start + 5, "actor"), mention(text.index("SHARE"), len(text), "date")),
    )
    shown = highlighted(reading)
    assert '<mark class="geo-actor" title="Country">China</mark>' in shown
    assert '<span class="geo-aside"><mark class="geo-date" title="Date">SHARE THIS</mark></span>' in shown
    assert "<i>" not in shown
    plain = shown
    for tag in ("<mark", "<span", "</mark", "</span", "<div", "</div"):
        while tag in plain:
            begin = plain.index(tag)
            plain = plain[:begin] + plain[plain.index(">", begin) + 1 :]
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        plain = plain.replace(entity, letter)
    assert plain == text


def test_quote_stands_in_its_line_with_the_words_around_it() -> None:
    text = "First line.\nTwo navies <met> off Qingdao today.\nLast line."
    start = text.index("<met>")
    shown = evidence([{"start": start, "end": start + 5, "quote": "<met>"}], text)
    assert "Two navies <mark>&lt;met&gt;</mark> off Qingdao today.</blockquote>" in shown
    assert "First line" not in shown


def test_words_around_a_quote_are_cut_between_words() -> None:
    text = f"{'words ' * 60}HERE{' words' * 60}"
    start = text.index("HERE")
    before, _, after = evidence([{"start": start, "end": start + 4, "quote": "HERE"}], text).partition(
        "<mark>HERE</mark>"
    )
    assert set(before.rpartition(">")[2].split()) == set(after.partition("<")[0].split()) == {"…", "words"}


def test_words_around_a_quote_are_shown_in_scripts_without_blanks() -> None:
    text = f"{'海军' * 200}HERE{'海军' * 200}"
    shown = evidence([{"start": 400, "end": 404, "quote": "HERE"}], text)
    assert f"… {'海军' * 20}" in shown and f"{'海军' * 20} …" in shown


def test_quote_that_is_not_where_it_should_be_is_shown_alone() -> None:
    assert "<mark>gone</mark></blockquote>" in evidence([{"start": 3, "end": 7, "quote": "gone"}], "other text")


@pytest.mark.parametrize(
    ("share", "parts", "shown"),
    [
        (
            0.84,
            {"trigger": 1.0, "place": 0.75, "told_again": 0.0},
            "84 %<cite>wording 1.0 · place 0.8 · told again 0.0</cite>",
        ),
        (0.5, {}, "50 %"),
        (None, {}, ""),
    ],
)
def test_confidence_is_shown_with_the_parts_it_is_made_of(share, parts, shown) -> None:
    assert confidence(share, parts).endswith(shown)
    assert bool(confidence(share, parts)) == bool(shown)


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ('https://example.org/" onclick="x', False),
    ],
)
def test_only_web_addresses_become_links(address: str, linked: bool) -> None:
    assert link(address).startswith("<a ") is linked
    assert link(address).count('"') in (0, 6)  # three attributes, or none


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ({"counts": {"ships": 5, "ships_chn": 5}, "platforms": ["Qiqihar"]}, "5 ships (China), Qiqihar"),
        ({"counts": {"ships": 5, "ships_chn": 3}}, "5 ships, 3 ships (China)"),
        ({"counts": {"ships": 1, "aircraft": 1, "personnel": 12000}}, "1 ship, 1 aircraft, 12,000 personnel"),
        ({"ordinal": 6}, "number 6 of its kind"),
        ({}, ""),
    ],
)
def test_strength_in_words(event: dict[str, object], said: str) -> None:
    assert strength(event) == said


def rows(*spans: tuple[str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(spans, columns=["group", "start", "end"])
    return frame.assign(start=pd.to_datetime(frame["start"]), end=pd.to_datetime(frame["end"]))


def test_bars_that_overlap_stand_below_each_other() -> None:
    lined = with_lanes(
        rows(
            ("A", "2023-01-01", "2023-02-01"),
            ("A", "2023-01-10", "2023-01-20"),
            ("A", "2023-02-01", "2023-02-05"),
            ("B", "2023-01-01", "2023-03-01"),
        )
    )
    assert list(zip(lined["group"], lined["lane"], strict=True)) == [("A", 0), ("A", 0), ("A", 1), ("B", 0)]
    for _, line in lined.groupby("line"):
        assert all(line["end"].iloc[:-1].to_numpy() <= line["start"].iloc[1:].to_numpy())


def test_axis_covers_the_filter_else_the_bars() -> None:
    bars = rows(("A", "2023-01-10", "2023-01-20"))
    asked = EventFilter(start=dt.date(2022, 1, 1), end=dt.date(2022, 12, 31))
    assert shown_days(bars, EventFilter()) == (dt.date(2023, 1, 8), dt.date(2023, 1, 22))
    assert shown_days(bars, asked) == (dt.date(2021, 12, 26), dt.date(2023, 1, 6))
    assert shown_days(bars, EventFilter(start=dt.date.min))[0] == dt.date.min


@pytest.mark.parametrize(
    ("state", "days"),
    [
        (None, None),
        ({}, None),
        ({"selection": {"brush": {}}}, None),
        ({"selection": {"brush": {"month": []}}}, None),
        (
            {"selection": {"brush": {"month": [1704067200000, 1672531200000]}}},
            (dt.date(2023, 1, 1), dt.date(2024, 1, 1)),
        ),
        ({"selection": {"brush": {"month": [-86400000, 0]}}}, (dt.date(1969, 12, 31), dt.date(1970, 1, 1))),
    ],
)
def test_brush_gives_its_first_and_last_day(state: dict[str, object] | None, days: object) -> None:
    assert brushed_dates(state) == days


def test_months_stack_their_families_without_gap() -> None:
    found = pd.DataFrame(
        {
            "start": [dt.date(2023, 6, 1), dt.date(2023, 6, 30), None, None],
            "end": [None, None, dt.date(2023, 6, 3), None],
            "type": ["joint_exercise", "meeting", "joint_exercise", "meeting"],
        }
    )
    counts = month_counts(found)
    assert counts["events"].sum() == 3  # the undated one is in no month
    assert list(zip(counts["low"], counts["high"], strict=True)) == [(0, 1), (1, 3)]


def test_what_can_be_read_of_an_address_is_kept() -> None:
    wanted, problems = readable([("country", "CHN"), ("country", "nowhere"), ("from", "2023-02-30"), ("text", "sea")])
    assert wanted == EventFilter(countries=("CHN",), text="sea")
    assert len(problems) == 2


def test_only_an_incomplete_set_up_lets_a_page_reach_public_addresses() -> None:
    assert "http" not in content_policy(offline=True)
    assert "https://cdn.jsdelivr.net" in content_policy(offline=False)
    assert "connect-src 'self' ws: wss:;" in content_policy(offline=False)
