"""Reports as machine translation leaves them: calques, wrong articles, untranslated words, read from end to end."""

import datetime as dt

import pytest

from geo.gazetteer import Gazetteer
from geo.pipeline import read
from geo.types import Report

PUBLISHED = dt.date(2024, 5, 15)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "kind", "participants", "start", "counts"),
    [
        (
            "On Monday in the Caspian Sea has started the joint operative-tactical teaching of the naval forces of "
            "Russia and Kazakhstan. In maneuvers are engaged to 2 thousand servicemen and 14 ships.",
            "joint_exercise",
            {"KAZ", "RUS"},
            dt.date(2024, 5, 13),
            {"personnel": 2000, "ships": 14},
        ),
        (
            'The naval "Blue Gate-2024" Training of Greece and Egypt started off Crete on 10 May. The training, to '
            "which 8 warships are joining, will finish on 18 May.",
            "joint_exercise",
            {"EGY", "GRC"},
            dt.date(2024, 5, 10),
            {"ships": 8},
        ),
        (
            "Indonesia opened the multilateral naval exercise Blue Reef in Makassar on 13 May. The activity is "
            "followed by 12 countries with 20 warships.",
            "joint_exercise",
            {"IDN"},
            dt.date(2024, 5, 13),
            {"ships": 20, "nations": 12},
        ),
        (
            "The Peruvian corvette had zarpado from Callao on 8 May. The navy said so.",
            "port_departure",
            {"PER"},
            dt.date(2024, 5, 8),
            {},
        ),
        (
            "The coast guards of Vietnam and China held a joint patrol in the Gulf of Tonkin on 11 May. "
            "Vietnam side send 2 ships, China side 3 ships.",
            "joint_naval_patrol",
            {"CHN", "VNM"},
            dt.date(2024, 5, 11),
            {"ships_vnm": 2, "ships_chn": 3, "ships": 5},
        ),
        (
            "The naval exercise Blue Horn began in the Gulf of Guinea on 10 May. Ghana and Togo engage their marines "
            "to the sides of the France et the Spain.",
            "joint_exercise",
            {"GHA", "TGO", "FRA", "ESP"},
            dt.date(2024, 5, 10),
            {},
        ),
        (
            "German Marine practices before Latvia since Saturday with 3000 soldiers and 12 aircrafts.",
            "unilateral_exercise",
            {"DEU"},
            dt.date(2024, 5, 11),
            {"personnel": 3000, "aircraft": 12},
        ),
        (
            'The war plays "Steel Wall" of Poland et Lithuania took start on Monday near Suwalki. The army said so.',
            "joint_exercise",
            {"LTU", "POL"},
            dt.date(2024, 5, 13),
            {},
        ),
        (
            "The detachment of ships of the Northern Fleet came to Havana with unofficial visit on 12 May.",
            "port_call",
            {"RUS"},
            dt.date(2024, 5, 12),
            {},
        ),
        (
            "The Spanish frigate Navarra has gone out from Rota on the 13 of May. The navy said so.",
            "port_departure",
            {"ESP"},
            dt.date(2024, 5, 13),
            {},
        ),
        (
            "Chinese and Russian bombers carried out common patrolling above the Sea of Japan on 12 May. Both air "
            "forces said so.",
            "joint_air_patrol",
            {"CHN", "RUS"},
            dt.date(2024, 5, 12),
            {},
        ),
    ],
)
def test_a_translated_report_tells_its_event(
    gazetteer: Gazetteer, text: str, kind: str, participants: set[str], start: dt.date, counts: dict[str, int]
) -> None:
    events = read(Report("r", text, published=PUBLISHED), gazetteer).events
    assert [event.type.value for event in events] == [kind]
    assert set(events[0].participants) == participants
    assert events[0].dates.start == start
    assert dict(events[0].counts) == counts


@pytest.mark.parametrize(
    "text",
    [
        "The teaching of children in the army town began on Monday. The navy and the soldiers gave books.",
        "The navy choir was followed by 12 soldiers into the hall in Split.",
        "Soldiers of two countries passed the course on Friday. The activity was good for the fleet.",
    ],
)
def test_like_words_tell_no_event(gazetteer: Gazetteer, text: str) -> None:
    assert read(Report("r", text, published=PUBLISHED), gazetteer).events == ()


def test_who_takes_part_in_a_drill_that_nothing_told_before_tells_it(gazetteer: Gazetteer) -> None:
    text = "A squadron of the Pakistan Navy took part in the drill with Oman in the Gulf of Oman on 12 May."
    (event,) = read(Report("r", text, published=PUBLISHED), gazetteer).events
    assert (event.type.value, set(event.participants)) == ("joint_exercise", {"PAK", "OMN"})


def test_a_drill_told_after_its_verb_is_told(gazetteer: Gazetteer) -> None:
    text = "It took place in Okinawa the joint training of the Japanese and the American marines."
    (event,) = read(Report("r", text, published=PUBLISHED), gazetteer).events
    assert (event.type.value, set(event.participants)) == ("joint_exercise", {"JPN", "USA"})
