"""Words for countries: who is meant, by what sort of word, and which words alone mean nobody."""

import pycountry
import pytest

from geo.text.countries import ActorSort, actor_terms, countries, country_name, shields


@pytest.mark.parametrize(
    ("form", "iso3", "sort"),
    [
        ("US", "USA", ActorSort.NAME),
        ("U.S.", "USA", ActorSort.NAME),
        ("PRC", "CHN", ActorSort.NAME),
        ("DPRK", "PRK", ActorSort.NAME),
        ("ROK", "KOR", ActorSort.NAME),
        ("Russians", "RUS", ActorSort.DEMONYM),
        ("Filipino", "PHL", ActorSort.DEMONYM),
        ("Filipinos", "PHL", ActorSort.DEMONYM),
        ("Chinese", "CHN", ActorSort.DEMONYM),
        ("Danes", "DNK", ActorSort.DEMONYM),
        ("Czechs", "CZE", ActorSort.DEMONYM),
        ("Seoul", "KOR", ActorSort.CAPITAL),
        ("Kiev", "UKR", ActorSort.CAPITAL),
        ("Kremlin", "RUS", ActorSort.METONYM),
        ("Pentagon", "USA", ActorSort.METONYM),
        ("People’s Liberation Army", "CHN", ActorSort.FORCE),
        ("Pacific Fleet", "RUS", ActorSort.FORCE),
        ("U.S. Pacific Fleet", "USA", ActorSort.FORCE),
        ("Northern Theater Command", "CHN", ActorSort.FORCE),
        ("Royal Navy", "GBR", ActorSort.FORCE),
        ("Royal Navy of Oman", "OMN", ActorSort.FORCE),
        ("Self-Defense Forces", "JPN", ActorSort.FORCE),
        ("Luftwaffe", "DEU", ActorSort.WEAK),
        ("Korean", "KOR", ActorSort.WEAK),
        ("Sino", "CHN", ActorSort.WEAK),
    ],
)
def test_a_form_stands_for_its_country(form: str, iso3: str, sort: ActorSort) -> None:
    term = actor_terms()[form]
    assert (term.iso3, term.sort) == (iso3, sort)


@pytest.mark.parametrize("word", ["us", "Navy", "army", "Ministry", "North", "Frenchs", "Britishs", "Chineses"])
def test_common_words_name_nobody(word: str) -> None:
    assert word not in actor_terms()


@pytest.mark.parametrize("name", ["Georgia", "Jordan", "Turkey", "Chad", "Mali", "Niger", "Guinea"])
def test_names_that_are_also_something_else_are_marked(name: str) -> None:
    assert actor_terms()[name].ambiguous


@pytest.mark.parametrize("demonym", ["Georgian", "Jordanian", "Turkish"])
def test_their_demonyms_are_not(demonym: str) -> None:
    assert not actor_terms()[demonym].ambiguous


def test_every_code_is_a_country_and_every_un_member_is_there() -> None:
    known = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert set(countries()) <= known
    assert len(countries()) > 195


def test_no_form_is_claimed_by_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for iso3, entry in countries().items():
        for form in (*entry.names, *entry.demonyms, *entry.capitals, *entry.metonyms, *entry.forces, *entry.weak):
            owners.setdefault(form, set()).add(iso3)
    assert {form: sorted(who) for form, who in owners.items() if len(who) > 1} == {}


@pytest.mark.parametrize(
    "phrase", ["Sea of Japan", "Indian Ocean", "China Daily", "Georgia National Guard", "Warsaw Pact"]
)
def test_phrases_that_shield_a_country_name(phrase: str) -> None:
    assert phrase in shields()
    assert phrase not in actor_terms()


@pytest.mark.parametrize(
    ("iso3", "name"), [("CHN", "China"), ("KOR", "South Korea"), ("XKX", "Kosovo"), ("ZZZ", "ZZZ")]
)
def test_display_names(iso3: str, name: str) -> None:
    assert country_name(iso3) == name
