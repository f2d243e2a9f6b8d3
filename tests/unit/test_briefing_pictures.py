"""Slides are 1920 x 1080, show what the filter found, and stand whatever it found."""

import datetime as dt
import io
import warnings
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import pytest
from matplotlib.image import imread

from geo import briefing
from geo.briefing import ground
from geo.briefing.axis import MOST_TICKS, ticks
from geo.briefing.key import capacity, chosen
from geo.briefing.slide import PALETTES, UNREADABLE, Slide, readable
from geo.briefing.words import map_title
from geo.errors import InputError, NotBuilt
from geo.store import EventFilter, EventStore
from geo.types import (
    Assertion,
    DateRange,
    Event,
    EventPlace,
    EventType,
    Located,
    Place,
    PlaceKind,
    PlaceMatch,
    Precision,
    Role,
    Span,
    Toponym,
)

TYPES = list(EventType)


def place(name, lat, lon, role=Role.LOCATION, radius_km=100.0):
    kind = PlaceKind.OTHER
    match = PlaceMatch(Place(f"test:{name}", name, kind, lat, lon, radius_km), 1.0, 1.0, radius_km, "test")
    return EventPlace(name, role, Located(Toponym(Span(0, 1), name, "test"), match))


def event(number, *places, day=dt.date(2023, 7, 20), precision=Precision.DAY, **more):
    fields = {"type": TYPES[number % len(TYPES)], "assertion": Assertion.ACTUAL, "confidence": 0.5 + number % 5 / 10}
    dates = DateRange(day, None, precision) if day else DateRange()
    return Event(id=f"e{number}", dates=dates, places=places, participants=("CHN", "RUS"), **(fields | more))


HOSTILE = "<b>$\\frac{1}{2}$ ${x} `y` 日本海 \x00 \n" * 20
CASES = {
    "nothing": [],
    "one without a place or date": [event(0, day=None)],
    "one at sea": [event(0, place("Sea of Japan", 40, 135))],
    "both sides of the antimeridian": [event(0, place("a", 55, 179)), event(1, place("b", 50, -178))],
    "around the pole": [event(0, place("pole", 89.9, 0, radius_km=2000)), event(1, place("pole", -89.9, 0))],
    "fifty at one place": [event(number, place("one", 35, 129)) for number in range(50)],
    "everywhere": [event(number, place("p", -60 + number, -180 + 7 * number)) for number in range(50)],
    "all ways a date is given": [
        event(number, place("p", 10, 10 * number), precision=precision) for number, precision in enumerate(Precision)
    ],
    "every assertion": [event(n, place("p", 0, n), assertion=assertion) for n, assertion in enumerate(Assertion)],
    "a track over the antimeridian": [
        event(1, place("Vladivostok", 43.1, 131.9, Role.ORIGIN), place("Honolulu", 21.3, -157.9, Role.DESTINATION))
    ],
    "hostile words": [event(0, place(HOSTILE, 1, 1), name=HOSTILE)],
    "the ends of time": [event(0, place("a", 1, 1), day=dt.date(1, 1, 1)), event(1, place("a", 1, 1), day=dt.date.max)],
}


@pytest.fixture
def store(tmp_path):
    opened = EventStore(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield opened
    opened.close()


def pixels(png):
    return imread(io.BytesIO(png))


@pytest.mark.parametrize("view", ["map", "timeline"])
@pytest.mark.parametrize("case", CASES)
def test_a_slide_stands_whatever_was_found(store, gazetteer, case, view):
    store.save_events({"id": "test"}, CASES[case])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        png = briefing.export("png", store, EventFilter(), gazetteer, view=view)
    assert pixels(png).shape == (1080, 1920, 4)


@pytest.mark.parametrize("view", ["map", "timeline"])
def test_a_slide_changes_with_the_filter(store, gazetteer, view):
    events = [event(number, place("p", 5 * number, 120), day=dt.date(2023, 1 + number, 1)) for number in range(5)]
    store.save_events({"id": "test"}, events)
    all_of_them = briefing.export("png", store, EventFilter(), gazetteer, view=view)
    some = briefing.export("png", store, EventFilter(start=dt.date(2023, 4, 1)), gazetteer, view=view)
    assert not np.array_equal(pixels(all_of_them), pixels(some))


def test_the_same_selection_gives_the_same_slide_from_several_threads(store, gazetteer):
    store.save_events({"id": "test"}, CASES["everywhere"])
    found = store.query()

    def draw(_number):
        return briefing.map_png(found, EventFilter(), store, gazetteer, made=dt.date(2024, 1, 1))

    with ThreadPoolExecutor(3) as pool:
        first, *others = pool.map(draw, range(3))
    assert others == [first, first]


def test_five_thousand_events_fit_on_a_slide(store, gazetteer):
    store.save_events({"id": "test"}, CASES["everywhere"])
    found = pd.concat([store.query()] * 100, ignore_index=True)
    found["event_id"] = [f"many-{number}" for number in range(len(found))]
    found["lon"] = np.linspace(-180, 180, len(found), endpoint=False)
    assert len(found) == 5000
    for png in (
        briefing.map_png(found, EventFilter(), store, gazetteer),
        briefing.timeline_png(found, EventFilter(), store, gazetteer),
    ):
        assert pixels(png).shape[:2] == (1080, 1920)


def test_a_box_decides_what_the_map_shows(store, gazetteer):
    store.save_events({"id": "test"}, [event(0, place("Oslo", 59.9, 10.7)), event(1, place("Tokyo", 35.7, 139.7))])
    found = store.query()

    def draw(bbox):
        return pixels(briefing.map_png(found, EventFilter(), store, gazetteer, bbox=bbox))

    assert not np.array_equal(draw((0, 50, 20, 65)), draw((130, 30, 150, 45)))
    assert draw((170, 40, 200, 70)).shape == (1080, 1920, 4)
    assert draw((170, 40, -160, 70)).shape == (1080, 1920, 4)


def test_a_dark_slide_is_dark(store, gazetteer):
    png = briefing.map_png(store.query(), EventFilter(), store, gazetteer, theme="dark")
    assert pixels(png)[..., :3].mean() < 0.35


def test_without_a_base_map_the_message_says_what_to_do(tmp_path):
    with pytest.raises(NotBuilt, match="geo setup"):
        ground.read(tmp_path / "countries.json")


@pytest.mark.parametrize(("form", "view"), [("docx", "map"), ("png", "globe")])
def test_an_unknown_format_or_view_is_named(store, gazetteer, form, view):
    with pytest.raises(InputError, match=form if form != "png" else view):
        briefing.export(form, store, EventFilter(), gazetteer, view=view)


@pytest.mark.parametrize("form", ["csv", "geojson"])
def test_tables_are_exported_like_pictures(store, gazetteer, form):
    store.save_events({"id": "test"}, CASES["one at sea"])
    assert b"Sea of Japan" in briefing.export(form, store, EventFilter(), gazetteer)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Sea of Japan", "Sea of Japan"),
        ("Тихоокеанский флот", "Тихоокеанский флот"),
        ("日本海 Sea", "Sea"),
        ("日本海", UNREADABLE),
        ("北部·联合-2023", UNREADABLE),
        ("Северное взаимодействие-2023", "Северное взаимодействие-2023"),
        ("two\nlines\x00", "two lines"),
        ("", ""),
    ],
)
def test_words_in_scripts_without_a_font_are_left_out(words, shown):
    assert readable(words) == shown


@pytest.mark.parametrize("most", [40, 120, 400])
def test_words_are_cut_to_their_room(most):
    slide = Slide("light")
    words = "Joint strategic air patrol over the Sea of Japan and the East China Sea"
    assert slide.width_of(slide.fitted(words, 12, most), 12) <= most
    lines = slide.wrapped(words, 12, most, 2)
    assert len(lines) <= 2
    assert all(slide.width_of(line, 12) <= most for line in lines)


def test_the_key_names_the_surest_then_the_latest_in_the_order_of_time():
    found = pd.DataFrame(
        {
            "event_id": ["old", "sure", "new", "vague"],
            "confidence": [0.5, 0.9, 0.5, 0.1],
            "start": [dt.date(2020, 1, 1), dt.date(2021, 1, 1), dt.date(2022, 1, 1), dt.date(2023, 1, 1)],
            "end": [None] * 4,
        }
    )
    assert list(chosen(found, 2)["event_id"]) == ["sure", "new"]
    assert list(chosen(found, 9)["event_id"]) == ["old", "sure", "new", "vague"]


@pytest.mark.parametrize("height", [400, 800])
def test_a_list_never_outgrows_its_height(height):
    for rows in range(100):
        shown, row_height = capacity(height, rows)
        assert shown <= rows
        assert shown * row_height <= height


@pytest.mark.parametrize("days", [1, 10, 60, 200, 800, 5000, 30000, 200000])
def test_an_axis_has_few_marks_and_each_within_it(days):
    first = pd.Timestamp("1700-03-05")
    marks = list(ticks(first, first + pd.Timedelta(days=days)))
    assert len(marks) <= MOST_TICKS + 1
    assert all(first <= moment <= first + pd.Timedelta(days=days) for moment, _, _ in marks)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ([("type", "joint_air_patrol")], "Joint air patrols, 2023"),
        ([("country", "CHN"), ("country", "RUS"), ("match", "all")], "Military activity, China and Russia, 2023"),
        ([("country", "CHN"), ("country", "RUS")], "Military activity, China or Russia, 2023"),
    ],
)
def test_the_title_says_what_and_who(store, query, title):
    events = [event(number, day=dt.date(2023, 7, 1)) for number in range(len(TYPES))]
    store.save_events({"id": "test"}, events)
    wanted = EventFilter.from_query(query)
    assert map_title(store.query(wanted), wanted).replace("July 2023", "2023") == title


def test_text_stands_out_from_what_is_behind_it():
    def luminance(color):
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one, other):
        light, dark = sorted((luminance(one), luminance(other)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    for palette in PALETTES.values():
        assert contrast(palette.ink, palette.paper) >= 7
        assert contrast(palette.muted, palette.paper) >= 4.5
        assert contrast(palette.sea_ink, palette.sea) >= 3
