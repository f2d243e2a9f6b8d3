"""Spans that somebody else found are looked for harder, and a placing never claims more than it knows."""

import time

import pytest

from geo.gazetteer import Gazetteer
from geo.geocode import as_mention, resolve_given
from geo.geocode.forms import known_form
from geo.types import Located, Span


def given(text: str, names: list[str], gazetteer: Gazetteer) -> list[Located]:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return list(resolve_given(text, spans, gazetteer))


FORMS = [
    ("the Philippines", "Philippines"),
    ("Russian", "Russia"),
    ("European", "Europe"),
    ("African", "Africa"),
    ("Welsh", "Wales"),
    ("Ohioans", "Ohio"),
    ("Londoners", "London"),
    ("South Ossetians", "South Ossetia"),
    ("southern Lebanon", "Lebanon"),
    ("South Venezuela", "Venezuela"),
    ("Kostroma area", "Kostroma"),
    ("Japan's", "Japan"),
    ("Xyzzyvans", "Xyzzyvans"),
]


@pytest.mark.parametrize(("name", "known"), FORMS)
def test_names_are_known_in_many_forms(gazetteer: Gazetteer, name: str, known: str) -> None:
    assert known_form(name, gazetteer) == known


def test_counties_are_told_by_the_words_behind_them(gazetteer: Gazetteer) -> None:
    assert known_form("Lancaster", gazetteer, " and Douglas counties grew.") == "Lancaster County"
    assert known_form("Lancaster", gazetteer, " is a town. Its counties grew.") == "Lancaster"


def test_a_street_lies_in_the_town_of_the_report_and_claims_no_more(gazetteer: Gazetteer) -> None:
    town, street = given("A shop in Hamburg burned, on Quince Avenue.", ["Hamburg", "Quince Avenue"], gazetteer)
    assert town.match is not None and street.match is not None
    assert street.match.place == town.match.place
    assert street.match.radius_km == town.match.radius_km
    assert as_mention(street)["method"] == street.match.method == "place around it"
    assert street.match.score < town.match.score


def test_the_town_written_with_a_name_wins_over_the_nearest(gazetteer: Gazetteer) -> None:
    text = "Crews from Oslo met at the Old Quince Fort in the port of Toulon."
    fort = given(text, ["Oslo", "Old Quince Fort", "Toulon"], gazetteer)[1]
    assert fort.match is not None
    assert fort.match.place.name == "Toulon"


def test_a_known_part_places_a_name(gazetteer: Gazetteer) -> None:
    (centre,) = given("It will run at Dubai Quince Centre in May.", ["Dubai Quince Centre"], gazetteer)
    assert centre.match is not None
    assert (centre.match.place.name, centre.match.method) == ("Dubai", "part of the name")


def test_a_name_placed_by_context_has_one_place_throughout(gazetteer: Gazetteer) -> None:
    text = "The Quince Bridge in Porto closed. Traffic from Lisbon waits. The Quince Bridge opens in May."
    first = text.index("Quince Bridge")
    spans = [Span(at, at + 13) for at in (first, text.rindex("Quince Bridge"))]
    towns = [Span(text.index(name), text.index(name) + len(name)) for name in ("Porto", "Lisbon")]
    located = resolve_given(text, [spans[0], *towns, spans[1]], gazetteer)
    assert {one.match.place.name for one in (located[0], located[3]) if one.match} == {"Porto"}


def test_nothing_around_leaves_a_name_unresolved(gazetteer: Gazetteer) -> None:
    (street,) = given("It stood on Quince Avenue.", ["Quince Avenue"], gazetteer)
    assert street.match is None


def test_thousands_of_unknown_names_end_soon(gazetteer: Gazetteer) -> None:
    text = "Paris, Xyzzyva Street, " * 2000
    spans = [Span(at, at + size) for number in range(2000) for at, size in ((number * 23, 5), (number * 23 + 7, 14))]
    start = time.process_time()
    assert len(resolve_given(text, spans, gazetteer)) == 4000
    assert time.process_time() - start < 5.0
