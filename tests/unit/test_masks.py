"""Names that look like places or dates: which are masked, under what name, and where they begin and end."""

import itertools
import time

import pytest

from geo.text.masks import masks


def names(text: str, kind: str) -> list[str]:
    return [mention.value.name for mention in masks(text) if mention.kind == kind]


@pytest.mark.parametrize(
    ("text", "ships"),
    [
        ("five warships, including a Qiqihar guided missile launcher.", ["Qiqihar"]),
        (
            "the guided missile destroyer Qiqihar, Guiyangfrom frigates to guided missiles Zaozhuang e Rizhao "
            "and from the full supply vessel Taihu which carries helicopters",
            ["Qiqihar", "Guiyang", "Zaozhuang", "Rizhao", "Taihu"],
        ),
        (
            "destroyers Qiqihar and Guiyang, frigates Zaozhuang and Rizhao",
            ["Qiqihar", "Guiyang", "Zaozhuang", "Rizhao"],
        ),
        ("the Nanchang (Hull 101) sailed", ["Nanchang"]),
        ("the destroyer Qiqihar left Qingdao. The joint staff is aboard the Qiqihar.", ["Qiqihar", "Qiqihar"]),
        ("the destroyer Wuhan sailed; the Wuhan then turned back off Wuhan", ["Wuhan", "Wuhan"]),
        ("USS Nimitz (CVN-68), INS Kolkata and BRP Ramon Alcaraz", ["USS Nimitz", "INS Kolkata", "BRP Ramon Alcaraz"]),
        ("the unknown frigate Sternvogel and HMS Nowhere", ["Sternvogel", "HMS Nowhere"]),
        ("the corvettes 'Boikiy' and 'Soobrazitelny'", ["Boikiy", "Soobrazitelny"]),
        ("the carrier Charles de Gaulle and FS Languedoc", ["Charles de Gaulle", "FS Languedoc"]),
        ("Five Chinese warships left Qingdao for Vladivostok on Monday.", []),
        ("Russian warships entered the Sea of Japan; the frigates reached Zhoushan.", []),
        ("Destroyers from Japan and frigates of Australia met off Sydney.", []),
        ("Factories in Qiqihar, Harbin and Shenyang build trains.", []),
        ("Low-cost carrier United Wings fined; the tanker Fleetwood", []),
        ("The ships Tuesday returned to Pearl Harbor.", []),
        ("President Ronald Reagan met Queen Elizabeth in London.", []),
    ],
)
def test_ships_are_told_from_the_places_they_are_named_after(text: str, ships: list[str]) -> None:
    assert [m.value.name for m in masks(text) if m.value.kind == "ship"] == ships


@pytest.mark.parametrize(
    ("text", "name", "series"),
    [
        ('the exercise, codenamed "X-Ray Shield 2023", began', "X-Ray Shield 2023", None),
        ("Exercise Steady Hand 2024 starts on Monday", "Steady Hand 2024", None),
        ('the "Open Door" drills near Riga', "Open Door", None),
        ("«Щит» and the drill «Calm Harbour-2019»", "Calm Harbour-2019", None),
        ('the drill "Exercise Silver Fern" ended', "Silver Fern", None),
        ("Poland's Iron Gate-25 exercise", "Iron Gate-25", None),
        ('codenamed "Northern/Interaction-2023"', "Northern/Interaction-2023", "northern-interaction"),
        ("drill North / Interaction-2023 began", "North / Interaction-2023", "northern-interaction"),
        ("Operation 'North. Interaction-2023', in", "North. Interaction-2023", "northern-interaction"),
        ("Baltops 23 began with 50 ships", "Baltops 23", "baltops"),
        ("Peace Mission – 2016 began", "Peace Mission – 2016", "peace-mission"),
        ("in the Joint Sea 2025 naval drills", "Joint Sea 2025", "joint-sea"),
        ("Exercise Balikatan 39-2024", "Balikatan 39-2024", "balikatan"),
        ("the Freedom Edge 24-2 exercise", "Freedom Edge 24-2", "freedom-edge"),
        ("the naval exercise MILAN opened", "MILAN", "milan"),
        ("Ocean-2024 spans four seas", "Ocean-2024", "okean"),
    ],
)
def test_exercise_names_are_found_as_printed(text: str, name: str, series: str | None) -> None:
    found = [mention.value for mention in masks(text) if mention.kind == "name"]
    assert [(value.name, value.series) for value in found] == [(name, series)]


@pytest.mark.parametrize(
    "text",
    [
        'He called it "nothing new" after the drill.',
        'a "no limits" partnership; the exercise ended',
        "The June 2023 exercise ended.",
        "Exercise caution on the Amur.",
        'The exercise at the training centre "Edelweiss" ended.',
        "Residents should Exercise Caution.",
        "the China-Russia 2023 exercise",
        "They flew to Milan on 3 May 2024.",
        "The dental drill from Japan",
        "a Joint Exercise in 2022",
        "the Baltic Sea exercise",
    ],
)
def test_common_words_are_no_exercise_names(text: str) -> None:
    assert names(text, "name") == []


def test_a_count_after_a_name_is_no_edition() -> None:
    assert names("In RIMPAC 29 nations take part.", "name") == ["RIMPAC"]


def test_aircraft_keep_their_designation_and_lose_the_plural() -> None:
    text = "Two Tu-95s, an Il-20, H-6Ks and F-35As; Hong-6K."
    assert names(text, "platform") == ["Tu-95", "Il-20", "H-6K", "F-35A", "Hong-6K"]


def test_the_navy_of_a_known_ship_is_told() -> None:
    found = {m.value.name: m.value.country for m in masks("the Varyag, HMAS Perth and the destroyer Shaoxing")}
    assert found == {"Varyag": "RUS", "HMAS Perth": "AUS", "Shaoxing": "CHN"}


def test_spans_hold_the_names_and_do_not_overlap() -> None:
    text = 'The "Northern/Interaction-2023" drill: destroyers Qiqihar, Guiyang; Tu-95MS; “Calm Sea 2020” exercise.'
    found = masks(text)
    assert [mention.span.of(text) for mention in found] == [mention.value.name for mention in found]
    assert all(first.span.end <= second.span.start for first, second in itertools.pairwise(found))


@pytest.mark.parametrize(
    "unit",
    ['"', '"A ', "A", "Ab ", "destroyer ", "Qiqihar, ", "Exercise Ab/", "Northern/", "the Qiqihar ", "USS ", "Ab-",
     "Ab 2023 ", "codenamed Ab ", "Ab / ", "('", "Joint Sea-", " "],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str) -> None:
    masks("warm the caches")
    shorter, longer = unit * (10_000 // len(unit)), unit * (40_000 // len(unit))

    def seconds(text: str) -> float:
        start = time.process_time()
        masks(text)
        return time.process_time() - start

    assert seconds(longer) < 12 * min(seconds(shorter) for _ in range(3)) + 0.05
