"""Every entry of the rule tables finds its own examples and leaves its counter-examples alone."""

import re
from pathlib import Path

import pytest

from geo.paths import RULES
from geo.rules import load_rules
from geo.text.aircraft import AircraftRule
from geo.text.masks import masks
from geo.text.series import SeriesRule
from geo.text.shipwords import ShipClass

SERIES = load_rules("series", SeriesRule)
SHIPS = load_rules("ships", ShipClass)
AIRCRAFT = load_rules("aircraft", AircraftRule)


def series_in(text: str) -> set[str | None]:
    return {mention.value.series for mention in masks(text)}


def ships_in(text: str, key: str) -> set[str]:
    names = {name for ship in SHIPS[key].ships for name in (ship, *SHIPS[key].spellings.get(ship, ()))}
    return {m.value.name for m in masks(text) if m.value.kind == "ship" and any(name in m.value.name for name in names)}


def aircraft_in(text: str) -> set[str]:
    return {mention.rule for mention in masks(text) if mention.value.kind == "aircraft"}


def examples(
    rules: dict[str, SeriesRule] | dict[str, ShipClass] | dict[str, AircraftRule], field: str
) -> list[tuple[str, str]]:
    return [(key, text) for key, rule in rules.items() for text in getattr(rule, field)]


@pytest.mark.parametrize(("key", "text"), examples(SERIES, "must_match"))
def test_a_series_is_found_in_its_examples(key: str, text: str) -> None:
    assert key in series_in(text)


@pytest.mark.parametrize(("key", "text"), examples(SERIES, "must_not"))
def test_a_series_is_not_found_in_its_counter_examples(key: str, text: str) -> None:
    assert key not in series_in(text)


@pytest.mark.parametrize(("key", "text"), examples(SHIPS, "must_match"))
def test_a_ship_is_found_in_its_examples(key: str, text: str) -> None:
    assert ships_in(text, key)


@pytest.mark.parametrize(("key", "text"), examples(SHIPS, "must_not"))
def test_a_ship_is_not_found_in_its_counter_examples(key: str, text: str) -> None:
    assert not ships_in(text, key)


@pytest.mark.parametrize(("key", "text"), examples(AIRCRAFT, "must_match"))
def test_an_aircraft_is_found_in_its_examples(key: str, text: str) -> None:
    assert key in aircraft_in(text)


@pytest.mark.parametrize(("key", "text"), examples(AIRCRAFT, "must_not"))
def test_an_aircraft_is_not_found_in_its_counter_examples(key: str, text: str) -> None:
    assert key not in aircraft_in(text)


@pytest.mark.parametrize(
    ("key", "name"), [(key, name) for key, entry in SHIPS.items() if entry.context for name in entry.ships]
)
def test_a_name_that_is_also_a_place_is_a_ship_only_beside_a_ship_word(key: str, name: str) -> None:
    assert ships_in(f"The destroyer {name} sailed.", key)
    assert not ships_in(f"They met in {name} on Monday.", key)


@pytest.mark.parametrize("rules", [SERIES, SHIPS, AIRCRAFT], ids=["series", "ships", "aircraft"])
def test_every_entry_has_examples_and_counter_examples(
    rules: dict[str, SeriesRule] | dict[str, ShipClass] | dict[str, AircraftRule],
) -> None:
    assert [key for key, rule in rules.items() if not (rule.must_match and rule.must_not)] == []


@pytest.mark.parametrize("path", sorted(RULES.glob("*.yml")), ids=lambda path: path.stem)
def test_no_key_stands_twice_in_a_file(path: Path) -> None:
    """YAML would keep the last of two and drop the first without a word."""
    keys = re.findall(r"^([^\s#:][^:]*):", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(keys) == sorted(set(keys))
