"""Context picks among namesakes, keeps the runners-up, and leaves what it does not know unresolved."""

import pytest

from geo.extract.places.recognise import recognise
from geo.gazetteer import Gazetteer
from geo.geocode import as_mention, resolve, toponyms_of
from geo.types import Located, PlaceKind, Span, Toponym


def placed(text: str, gazetteer: Gazetteer, countries: tuple[str, ...] = ()) -> list[Located]:
    return list(resolve(text, recognise(text, gazetteer), gazetteer, countries))


NAMESAKES = [  # a text, a name in it, the country that it lies in, what kind it is
    ("Drills began at Vaziani near Tbilisi in Georgia.", "Georgia", "GEO", "country"),
    ("Guardsmen flew in from Atlanta, Georgia.", "Georgia", "USA", "region"),
    ("They met in Springfield, Illinois.", "Springfield", "USA", "city"),
    ("They met in Cambridge, Massachusetts.", "Cambridge", "USA", "city"),
    ("Police in London, Ontario and in Toronto, Canada.", "London", "CAN", "city"),
    ("Talks were held in Mexico.", "Mexico", "MEX", "country"),
    ("The fleet left Shandong Province.", "Shandong", "CHN", "region"),
    ("Ships sailed out of Constanta.", "Constanta", "ROU", "city"),
    ("They trained in Hiroshima Prefecture.", "Hiroshima", "JPN", "region"),
    ("It names Armenia, Georgia, Iraq, Iran and Syria.", "Iraq", "IRQ", "country"),
    ("Texas rangers drove from Dallas to Gainesville.", "Gainesville", "USA", "city"),
    ("Ships called at Victoria in Seychelles.", "Victoria", "SYC", "city"),
    ("They trained on Jeju Island.", "Jeju Island", "KOR", "island"),
]


@pytest.mark.parametrize(("text", "name", "country", "kind"), NAMESAKES)
def test_context_settles_namesakes(gazetteer: Gazetteer, text: str, name: str, country: str, kind: str) -> None:
    matches = [one.match for one in placed(text, gazetteer) if text[one.toponym.span.start :].startswith(name)]
    assert matches
    assert matches[0] is not None
    assert (matches[0].place.country, matches[0].place.kind.value) == (country, kind)


def test_two_senses_of_one_name_in_one_report(gazetteer: Gazetteer) -> None:
    text = "Georgia hosted the drill at Vaziani. Soldiers from Atlanta, Georgia came."
    countries = [
        one.match.place.country for one in placed(text, gazetteer) if one.toponym.name == "Georgia" and one.match
    ]
    assert countries == ["GEO", "USA"]


def test_given_countries_weigh(gazetteer: Gazetteer) -> None:
    text = "A fire broke out in Birmingham."
    chosen = [placed(text, gazetteer, codes)[0].match for codes in ((), ("USA",))]
    assert [match.place.country for match in chosen if match] == ["GBR", "USA"]


def test_a_match_tells_how_sure_it_is(gazetteer: Gazetteer) -> None:
    (one,) = placed("The drill was held in Georgia.", gazetteer)
    assert one.match is not None
    assert 0.0 <= one.match.margin <= one.match.score <= 1.0
    assert one.match.radius_km == one.match.place.radius_km > 0
    assert "USA" in {place.country for place in one.match.runners_up}


def test_unknown_names_stay_unresolved(gazetteer: Gazetteer) -> None:
    (one,) = resolve("Xyzzyville", [Toponym(Span(0, 10), "Xyzzyville", "given")], gazetteer)
    assert one.match is None
    mention = as_mention(one)
    assert (mention["lat"], mention["lon"], mention["place_id"]) == (None, None, None)
    assert (mention["start"], mention["end"]) == (0, 10)


def test_written_corners_are_an_area(gazetteer: Gazetteer) -> None:
    (one,) = placed("Firing within 38-00N 124-00E, 38-00N 125-00E, 39-00N 125-00E, 39-00N 124-00E", gazetteer)
    mention = as_mention(one)
    assert mention["kind"] == "area"
    assert (mention["lat"], mention["lon"]) == (38.5, 124.5)
    assert mention["polygon"] == [[38.0, 124.0], [38.0, 125.0], [39.0, 125.0], [39.0, 124.0]]
    assert 65 < mention["radius_km"] < 75  # half the diagonal of 111 by 87 km


def test_given_spans_are_resolved_in_order(gazetteer: Gazetteer) -> None:
    text = "The Russian fleet left Vladivostok for the Philippines."
    spans = [Span(4, 11), Span(23, 34), Span(39, 54)]
    countries = [one.match.place.country for one in resolve(text, toponyms_of(text, spans), gazetteer) if one.match]
    assert countries == ["RUS", "RUS", "PHL"]


def test_described_capital_keeps_its_span(gazetteer: Gazetteer) -> None:
    text = "Ministers met in the Indonesian capital on Thursday."
    (one,) = placed(text, gazetteer)
    assert one.match is not None
    assert one.match.place.name == "Jakarta"
    assert one.toponym.span.of(text) == "Indonesian capital"
    assert one.toponym.kind is PlaceKind.CITY
    mention = as_mention(one, text)
    assert (mention["text"], mention["name"]) == ("Indonesian capital", "Jakarta")


def test_ten_thousand_names_end_soon(gazetteer: Gazetteer) -> None:
    text = "Springfield, " * 10_000
    spans = [Span(number * 13, number * 13 + 11) for number in range(10_000)]
    assert len(resolve(text, toponyms_of(text, spans), gazetteer)) == 10_000


def test_a_match_tells_what_its_score_is_made_of(gazetteer: Gazetteer) -> None:
    first = placed("They met in Springfield, Illinois.", gazetteer)[0].match
    assert first is not None
    reasons = dict(first.reasons)
    assert reasons["importance of the place"] == first.place.weight
    assert reasons["written with Illinois"] > 0
    assert min(1.0, sum(reasons.values())) == pytest.approx(first.score, abs=0.01)
