"""Figures of ships, aircraft and people: whose they are, what is part of what, and what is no figure."""

import pytest

from geo.extract.actors import find_actors
from geo.extract.strength import add_up, find_counts
from geo.text.masks import masks


def figures(text: str) -> dict[str, int]:
    names = masks(text)
    masked = [name.span for name in names]
    aircraft = [name.span for name in names if name.value.kind == "aircraft"]
    return add_up(find_counts(text, find_actors(text, masked), masked, aircraft))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about ten naval vessels and nearly 30 fighter jets took part", {"ships": 10, "aircraft": 30}),
        ("three destroyers, one frigate, one landing and one surface vessel", {"ships": 6}),
        ("two corvettes and a tanker", {"ships": 3}),
        ("ten ships, among them two corvettes", {"ships": 10}),
        ("five warships and four ship-borne helicopters", {"ships": 5, "helicopters": 4}),
        ("more than eighty aircraft and fifteen ships", {"aircraft": 80, "ships": 15}),
        ("two Portuguese F-16s", {"aircraft_prt": 2, "aircraft": 2}),
        ("up to two hundred thousand soldiers", {"personnel": 200_000}),
        (
            "three South Korean destroyers and a supply ship, an American carrier with two destroyers",
            {"ships_kor": 4, "ships_usa": 3, "ships": 7},
        ),
        (
            "two Russian Tu-95 bombers and two Chinese H-6 bombers, four Chinese J-16 fighters",
            {"aircraft_rus": 2, "aircraft_chn": 6, "aircraft": 8},
        ),
        ("about 3 thousand military, 40 airplanes and 12 crafts", {"personnel": 3000, "aircraft": 40}),
        ("some 1.5 thousand servicemen and 120 units of military technique", {"personnel": 1500, "vehicles": 120}),
        ("up to 2.400 persons and more than 100 pieces of equipment", {"personnel": 2400, "vehicles": 100}),
        ("a 2,000-strong contingent with a dozen aircrafts", {"personnel": 2000, "aircraft": 12}),
        ("three frigates, seven patrol boats and 28 aircraft", {"ships": 10, "aircraft": 28}),
        ("a total of 12 ships, among them five corvettes", {"ships": 12}),
        ("31 helicopters and planes", {"aircraft": 31}),
        ("over 80 means between ships and submarines", {}),
        ("two ships of Kenya and a patrol craft", {"ships_ken": 2, "ships": 2}),
        ("India side sent 2 ships, Oman side 3 ships", {"ships_ind": 2, "ships_omn": 3, "ships": 5}),
        (
            "from the Chinese side 3 and from the Russian side 4 ships",
            {"ships_chn": 3, "ships_rus": 4, "ships": 7},
        ),
        ("five ships from Kenya, Oman and India", {"ships": 5}),
        ("around 1 500 soldiers and half a dozen ships", {"personnel": 1500, "ships": 6}),
        ("600 militaries with 8 flying machines", {"personnel": 600, "aircraft": 8}),
        ("Kenya's 4 warships and India's 3 warships", {"ships_ken": 4, "ships_ind": 3, "ships": 7}),
        ("with the participation of 20 countries", {"nations": 20}),
    ],
)
def test_parts_add_up_and_totals_hold_their_parts(text: str, expected: dict[str, int]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a frigate sailed",
        "the frigate with hull number 573 ships",
        "twenty-seven fishing boats",
        "the third ship of the class",
        "the two countries",
        "the forces of two countries",
        "the 12th ship on the 16th",
        "the military of both sides in 2023",
        "in the 2019 ships of both sides",
        "five days later ships came",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == {}
