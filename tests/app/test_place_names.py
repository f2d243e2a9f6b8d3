"""The place names of a report on its page: in the text's order, each with its reasons and candidates."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geocode.places_given import place_at
from geo.pipeline import read
from geo.types import PlaceOverride, Report
from geo.ui.named_places import candidate_table, candidates, means, names_of, reason, reasons_of

TEXT = (
    "TRIPOLI, 3 May 2022. Egypt began the exercise Desert Gate in Tripoli. Ships left Alexandria on 1 May 2022. "
    "The drill at Oxbow training ground ends on 9 May 2022."
)
BY_HAND = place_at("Alexandria", 10.0, 20.0)


def names(gazetteer: Gazetteer, overrides: list[PlaceOverride]) -> dict[str, str]:
    reading = read(Report("r", TEXT), gazetteer, overrides)
    return {one.name: means(one) for one in names_of(reading, overrides)}


def test_names_stand_in_the_order_of_the_text_each_once(gazetteer: Gazetteer) -> None:
    found = names(gazetteer, [])
    assert list(found) == ["Tripoli", "Egypt", "Alexandria", "Oxbow training ground"]
    assert found["Oxbow training ground"] == "not found on the map"
    assert found["Egypt"] == "Egypt"


CORRECTIONS = [
    (PlaceOverride("Alexandria", None, BY_HAND), "Alexandria (by hand)"),
    (PlaceOverride("ALEXANDRIA", "r", None), "no place (by hand)"),
    (PlaceOverride("Alexandria", "another", BY_HAND), "Alexandria, Al Iskandarīyah, Egypt"),
]


@pytest.mark.parametrize(("override", "meant"), CORRECTIONS)
def test_a_correction_changes_the_meaning_and_not_the_order(
    gazetteer: Gazetteer, override: PlaceOverride, meant: str
) -> None:
    before, after = names(gazetteer, []), names(gazetteer, [override])
    assert [name.casefold() for name in after] == [name.casefold() for name in before]
    assert list(after.values())[2] == meant


def test_reasons_and_candidates_say_why(gazetteer: Gazetteer) -> None:
    reading = read(Report("r", TEXT), gazetteer)
    tripoli, _, _, unknown = names_of(reading, [])
    assert tripoli.times == 2
    assert "importance of the place +" in reason(tripoli)
    assert "no place of the gazetteer" in reason(unknown)
    assert candidates(unknown, gazetteer) == []
    places = candidates(tripoli, gazetteer)
    table = candidate_table(places, reasons_of(tripoli.match))
    assert len({len(column) for column in table.values()}) == 1
    assert table["Place"][0] == means(tripoli)
    assert {place.country for place in places} >= {"LBY", "LBN"}
    scored = [score for score in table["Score"] if score is not None]
    assert len(scored) > 1, "runners-up have their score too"
    assert scored == sorted(scored, reverse=True)


def test_a_correction_says_so_and_keeps_what_the_program_chose(gazetteer: Gazetteer) -> None:
    overrides = [PlaceOverride("Alexandria", None, BY_HAND)]
    reading = read(Report("r", TEXT), gazetteer, overrides)
    alexandria = names_of(reading, overrides)[2]
    assert reason(alexandria).endswith("Set by hand for every report.")
    assert candidates(alexandria, gazetteer)[1].country == "EGY"
