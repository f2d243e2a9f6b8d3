"""Sentences of our own, read from end to end: what happened, who, when, where, and how sure."""

import datetime as dt

import pytest

from geo.errors import InputError
from geo.gazetteer import Gazetteer
from geo.pipeline import MAX_CHARACTERS, read
from geo.types import Assertion, Event, EventType, Precision, Report, Role

PUBLISHED = dt.date(2024, 5, 15)  # a Wednesday


def events(gazetteer: Gazetteer, text: str, published: dt.date | None = PUBLISHED) -> tuple[Event, ...]:
    return read(Report("r", text, published=published), gazetteer).events


def places(event: Event, role: Role = Role.LOCATION) -> list[str]:
    return [place.located.match.place.name for place in event.places if place.role is role and place.located.match]


def test_a_planned_exercise_told_three_times_is_one_event(gazetteer: Gazetteer) -> None:
    text = (
        "Norway and Sweden will hold joint naval exercises in the Barents Sea, the Norwegian Defence Ministry "
        "announced on Monday. The upcoming drills will involve six warships. The exercises are aimed at safe shipping."
    )
    (event,) = events(gazetteer, text)
    assert (event.type, event.assertion) == (EventType.JOINT_EXERCISE, Assertion.PLANNED)
    assert event.participants == ("NOR", "SWE")
    assert places(event) == ["Barents Sea"]
    assert event.counts["ships"] == 6
    assert event.dates.start is None  # the ministry spoke on Monday, the drill has no date


def test_two_exercises_of_one_report_stay_two(gazetteer: Gazetteer) -> None:
    text = (
        "India and France began the naval exercise Varuna off Goa on 2 May 2024. "
        "In March 2024 India and Japan held a joint military exercise in Rajasthan."
    )
    first, second = events(gazetteer, text)
    assert (first.participants, second.participants) == (("FRA", "IND"), ("IND", "JPN"))
    assert (first.dates.precision, second.dates.precision) == (Precision.DAY, Precision.MONTH)


def test_start_and_end_told_apart_become_a_range(gazetteer: Gazetteer) -> None:
    text = "The joint naval exercise of Greece and Egypt ended in the Aegean Sea on 9 May. It had started on 4 May."
    (event,) = events(gazetteer, text)
    assert (event.dates.start, event.dates.end) == (dt.date(2024, 5, 4), dt.date(2024, 5, 9))


def test_a_departure_knows_where_from_and_where_to(gazetteer: Gazetteer) -> None:
    text = "Three Indian warships left Visakhapatnam on Sunday, heading to Colombo for a naval exercise with Sri Lanka."
    event = next(event for event in events(gazetteer, text) if event.type is EventType.PORT_DEPARTURE)
    assert event.participants == ("IND",)
    assert places(event, Role.ORIGIN) == ["Visakhapatnam"]
    assert places(event, Role.DESTINATION) == ["Colombo"]
    assert event.dates.start == dt.date(2024, 5, 12)


def test_a_reaction_takes_the_date_of_what_it_reacts_to(gazetteer: Gazetteer) -> None:
    text = (
        "Last month Russian and Chinese bombers flew a joint air patrol over the Bering Sea, "
        "prompting Japan to scramble jets."
    )
    patrol, scramble = events(gazetteer, text)
    assert (patrol.type, scramble.type) == (EventType.JOINT_AIR_PATROL, EventType.SCRAMBLE)
    assert patrol.dates == scramble.dates
    assert scramble.participants == ("JPN",)
    assert patrol.dates.precision is Precision.MONTH


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("The naval exercise Milan of India and Vietnam has been cancelled.", Assertion.CANCELLED),
        ("The naval exercise Milan of India and Vietnam was postponed to 3 June 2024.", Assertion.POSTPONED),
        ("India and Vietnam held the naval exercise Milan in May 2021.", Assertion.BACKGROUND),
        ("India and Vietnam will hold the naval exercise Milan on 3 June 2024.", Assertion.PLANNED),
        ("India and Vietnam held the naval exercise Milan on 13 May 2024.", Assertion.ACTUAL),
    ],
)
def test_assertions(gazetteer: Gazetteer, text: str, assertion: Assertion) -> None:
    (event,) = events(gazetteer, text)
    assert event.assertion is assertion


@pytest.mark.parametrize("subject", ["China and Russia", "The navies of China and Russia"])
def test_a_short_report_is_enough(gazetteer: Gazetteer, subject: str) -> None:
    text = f"{subject} held the joint exercise Rho Storm in the Sea of Japan on 5 May 2024, the ministry said."
    (event,) = events(gazetteer, text)
    assert (event.name, event.participants, event.dates.edtf) == ("Rho Storm", ("CHN", "RUS"), "2024-05-05")


@pytest.mark.parametrize(
    "text",
    [
        "The navies of India and Vietnam did not conduct a joint exercise this year, the military said.",
        "Moscow and Minsk have organized several military exercises in recent years.",
        "Fishermen should exercise caution, the navy and the army said on Monday.",
        "The dentist compared a drill from Japan with a drill from Germany in Karachi on Monday.",
    ],
)
def test_nothing_is_claimed_that_the_text_does_not_say(gazetteer: Gazetteer, text: str) -> None:
    assert events(gazetteer, text) == ()


def test_every_event_quotes_its_report_exactly(gazetteer: Gazetteer) -> None:
    text = "Ünïcode 🛳 first.\nSpain and Italy held a joint naval exercise in the Tyrrhenian Sea on 13 May 2024."
    for event in events(gazetteer, text):
        assert event.evidence
        assert all(one.span.of(text) == one.quote for one in event.evidence)


def test_observers_are_no_participants(gazetteer: Gazetteer) -> None:
    text = (
        "Russia, China and Iran began a joint naval exercise in the Gulf of Oman on Monday. "
        "Envoys from Azerbaijan, Oman and Qatar are present as observers."
    )
    (event,) = events(gazetteer, text)
    assert event.participants == ("CHN", "IRN", "RUS")
    assert event.observers == ("AZE", "OMN", "QAT")


def test_a_pronoun_meets_for_the_person_named_before(gazetteer: Gazetteer) -> None:
    text = (
        "The navy spoke of the talks. Danish Defence Minister Jens Holm said on Monday that the army trusts them. "
        "He met the Polish Defence Minister Jan Nowak on the sidelines of the NATO meeting in the Latvian capital."
    )
    (event,) = events(gazetteer, text)
    assert (event.type, event.participants) == (EventType.MEETING, ("DNK", "POL"))
    assert places(event) == ["Riga"]
    assert event.dates.start == dt.date(2024, 5, 13)


def test_where_a_ministry_sits_is_not_where_the_drill_is(gazetteer: Gazetteer) -> None:
    text = "Norway and Sweden will hold a naval exercise in the Barents Sea, said the Ministry of Defence in Oslo."
    (event,) = events(gazetteer, text)
    assert places(event) == ["Barents Sea"]


@pytest.mark.parametrize("verb", ["conducted", "carried out", "performed", "made", "flew"])
def test_an_air_patrol_is_no_passage_whatever_its_verb(gazetteer: Gazetteer, verb: str) -> None:
    text = (
        f"In June, for one, the two countries {verb} a military air patrol over the Yellow Sea and northern China, "
        "their fifth since 2019. The patrol by Chinese and Russian bombers lasted nine hours."
    )
    patrol = events(gazetteer, text)[0]
    assert patrol.type is EventType.JOINT_AIR_PATROL
    assert [(place.name, place.located.match is not None) for place in patrol.places] == [
        ("Yellow Sea", True),
        ("northern China", False),
    ]


def test_a_country_with_a_direction_is_listed_and_not_drawn(gazetteer: Gazetteer) -> None:
    (event,) = events(gazetteer, "China and Laos held a joint military exercise in southern China on Monday.")
    assert [place.located.match for place in event.places] == [None]


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "empty"), (" \n\t", "empty"), ("12345 !!", "no words"), ("a" * (MAX_CHARACTERS + 1), "characters")],
)
def test_what_cannot_be_read_says_why(gazetteer: Gazetteer, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read(Report("r", text), gazetteer)


def kinds(found: tuple[Event, ...]) -> list[EventType]:
    return [event.type for event in found]


def test_one_departure_told_with_its_aim_and_then_its_port_is_one(gazetteer: Gazetteer) -> None:
    text = (
        "A squadron of the Indian navy set off on Monday to link up with Oman's navy in the Arabian Sea for a drill. "
        "Three warships left Mumbai, the navy said."
    )
    departure = next(event for event in events(gazetteer, text) if event.type is EventType.PORT_DEPARTURE)
    assert kinds(events(gazetteer, text)).count(EventType.PORT_DEPARTURE) == 1
    assert (places(departure, Role.ORIGIN), places(departure, Role.DESTINATION)) == (["Mumbai"], ["Arabian Sea"])
    assert departure.counts == {"ships": 3}


def test_both_names_after_past_are_passed(gazetteer: Gazetteer) -> None:
    (transit,) = events(gazetteer, "Two Italian navy frigates sailed past Malta and Cyprus on Monday.")
    assert places(transit, Role.VIA) == ["Malta", "Cyprus"]


def test_jets_are_scrambled_where_and_when_the_zone_was_entered(gazetteer: Gazetteer) -> None:
    text = (
        "South Korea scrambled fighter jets after three Russian bombers entered the KADIZ, the military said. "
        "The bombers entered the zone on Monday."
    )
    scramble, transit = events(gazetteer, text)
    assert (scramble.participants, transit.participants) == (("KOR",), ("RUS",))
    assert places(scramble) == places(transit) == ["Korean Air Defense Identification Zone"]
    assert scramble.dates == transit.dates != Event("", EventType.SCRAMBLE, Assertion.ACTUAL).dates


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Egypt and Greece will kick off the naval exercise Medusa on Wednesday.", Assertion.PLANNED),
        ("The navies of Egypt and Greece had begun a planned naval exercise off Crete.", Assertion.ACTUAL),
        ("Egypt and Greece opened a naval exercise on Monday. The drill will last until 20 May.", Assertion.ACTUAL),
    ],
)
def test_the_verb_decides_and_not_the_word_planned(gazetteer: Gazetteer, text: str, assertion: Assertion) -> None:
    (event,) = events(gazetteer, text)
    assert event.assertion is assertion


def test_earlier_training_is_not_the_drill_to_come(gazetteer: Gazetteer) -> None:
    text = (
        "India and Oman will hold a joint naval drill in the Arabian Sea. "
        "Two Indian frigates had earlier this month conducted separate training with the Omani navy in Muscat."
    )
    coming, over = events(gazetteer, text)
    assert (coming.assertion, over.assertion) == (Assertion.PLANNED, Assertion.ACTUAL)
    assert (places(coming), places(over)) == (["Arabian Sea"], ["Muscat"])


def test_observers_come_after_the_drill_is_over_too(gazetteer: Gazetteer) -> None:
    text = (
        "Spain and Italy held the naval exercise Rho Storm from 2 April to 9 April. "
        "Malta, Tunisia, Algeria, Libya, Egypt, South Korea and India will be sending personnel as observers."
    )
    (event,) = events(gazetteer, text)
    assert event.participants == ("ESP", "ITA")
    assert event.observers == ("DZA", "EGY", "IND", "KOR", "LBY", "MLT", "TUN")


def of_type(found: tuple[Event, ...], kind: EventType) -> list[Event]:
    return [event for event in found if event.type is kind]


def test_the_previous_one_is_an_event_of_its_own_with_the_same_parties(gazetteer: Gazetteer) -> None:
    text = (
        "Chinese and Russian bombers flew a joint air patrol over the Bering Sea on Monday. "
        "The previous one took place in January."
    )
    now, before = events(gazetteer, text)
    assert now.type is before.type is EventType.JOINT_AIR_PATROL
    assert before.participants == ("CHN", "RUS")
    assert (before.dates.precision, before.dates.start) == (Precision.MONTH, dt.date(2024, 1, 1))


def test_the_patrol_means_the_flight_that_was_told_without_the_word(gazetteer: Gazetteer) -> None:
    text = (
        "Two Chinese and two Russian bombers entered the KADIZ on Monday, the South Korean military said. "
        "China's defence ministry said the patrol was agreed with Russia."
    )
    (patrol,) = of_type(events(gazetteer, text), EventType.JOINT_AIR_PATROL)
    assert (patrol.participants, patrol.dates.start) == (("CHN", "RUS"), dt.date(2024, 5, 13))


def test_the_group_sails_the_route_of_its_patrol(gazetteer: Gazetteer) -> None:
    text = (
        "From 1 May to 10 May Russian and Chinese warships conducted a joint patrol. "
        "The group crossed the Sea of Japan and passed through the Bering Strait."
    )
    (patrol,) = events(gazetteer, text)
    assert patrol.type is EventType.JOINT_NAVAL_PATROL
    assert places(patrol, Role.VIA) == ["Sea of Japan", "Bering Strait"]


def test_she_leaves_the_port_that_she_had_entered(gazetteer: Gazetteer) -> None:
    text = (
        "The carrier USS Nimitz had put into Busan on 2 May 2024; before that she had trained with the Japanese navy. "
        "She left port again on Sunday."
    )
    found = events(gazetteer, text)
    (departure,) = of_type(found, EventType.PORT_DEPARTURE)
    assert (departure.participants, places(departure, Role.ORIGIN)) == (("USA",), ["Busan"])
    assert [event.participants for event in of_type(found, EventType.JOINT_EXERCISE)] == [("JPN", "USA")]


def test_whose_ships_arrive_takes_part_in_the_exercise_they_come_for(gazetteer: Gazetteer) -> None:
    text = (
        "The naval exercise Rho Storm will begin on 3 June 2024. "
        "Warships from Poland, Latvia and Finland will arrive at the port of Tallinn."
    )
    (exercise,) = of_type(events(gazetteer, text), EventType.JOINT_EXERCISE)
    assert exercise.participants == ("FIN", "LVA", "POL")


def test_what_a_country_sends_makes_it_take_part(gazetteer: Gazetteer) -> None:
    text = "Oman opened the naval exercise Rho Storm on Monday. India has sent two frigates, and France will join in."
    (exercise,) = of_type(events(gazetteer, text), EventType.JOINT_EXERCISE)
    assert exercise.participants == ("FRA", "IND", "OMN")


@pytest.mark.parametrize(
    ("text", "kind", "place", "role"),
    [
        ("The British navy's frigate HMS Lancaster reached Muscat on Monday.", "port_call", "Muscat", "location"),
        ("HMS Lancaster, a navy frigate, is due in Muscat on Friday.", "port_call", "Muscat", "location"),
        ("The British navy has sent a frigate and a destroyer to Bahrain.", "deployment", "Bahrain", "destination"),
        ("A British navy frigate sailed from Muscat to Karachi on Monday.", "transit", "Karachi", "destination"),
        ("Two Greek navy frigates skirted Cyprus on Monday.", "transit", "Cyprus", "location"),
        ("A naval notice closed the waters of the Gulf of Oman to warships.", "closure", "Gulf of Oman", "location"),
    ],
)
def test_movements_in_other_words(gazetteer: Gazetteer, text: str, kind: str, place: str, role: str) -> None:
    (event,) = events(gazetteer, text)
    assert event.type.value == kind
    assert place in places(event, Role(role))


def test_every_field_has_a_reason_with_its_words(gazetteer: Gazetteer) -> None:
    text = (
        "Spain and Italy held the naval exercise Rho Storm with 12 ships in the Tyrrhenian Sea on 13 May 2024. "
        "Envoys from Malta were present as observers."
    )
    (event,) = events(gazetteer, text)
    said = {(reason.field, reason.value): reason.span.of(text) for reason in event.reasons}
    assert said["participants", "ESP"] == "Spain"
    assert said["observers", "MLT"] == "Malta"
    assert said["name", "Rho Storm"] == "Rho Storm"
    assert said["dates", "2024-05-13"] == "13 May 2024"
    assert said["places", "Tyrrhenian Sea location"] == "Tyrrhenian Sea"
    assert said["counts", "ships 12"] == "12 ships"
    assert {"type", "assertion"} <= {reason.field for reason in event.reasons}


def test_confidence_grows_with_what_is_known(gazetteer: Gazetteer) -> None:
    (much,) = events(gazetteer, "Spain and Italy held a joint naval exercise in the Tyrrhenian Sea on 13 May 2024.")
    (little,) = events(gazetteer, "Spain and Italy held a joint naval exercise.")
    assert much.confidence > little.confidence
    assert set(much.confidence_parts) == {"trigger", "dates", "place", "participants", "zone", "told_again"}
    assert all(0 <= part <= 1 for part in much.confidence_parts.values())


def test_ships_from_several_countries_take_part_whatever_they_do(gazetteer: Gazetteer) -> None:
    text = (
        "Oman opened the naval exercise Rho Storm on Monday. Vessels from India, Kenya and Italy lie in the harbour. "
        "Malta and Tunisia are on observer status."
    )
    (event,) = events(gazetteer, text)
    assert event.participants == ("IND", "ITA", "KEN", "OMN")
    assert event.observers == ("MLT", "TUN")


def test_there_means_the_place_named_last(gazetteer: Gazetteer) -> None:
    text = "Malta is the next host: the naval exercise Rho Storm of Italy and Spain will start there on 3 June 2024."
    (event,) = events(gazetteer, text)
    assert places(event) == ["Malta"]


def test_areas_listed_line_by_line_belong_to_the_exercise_before(gazetteer: Gazetteer) -> None:
    text = (
        "From 3 June to 5 June 2024 the Spanish navy will hold exercises with live ammunition in two areas:\n"
        "area A: 36°00′N 002°00′W; 36°30′N 002°00′W; 36°30′N 001°30′W; 36°00′N 001°30′W\n"
        "area B: 37°00′N 000°30′E; 37°30′N 000°30′E; 37°30′N 001°00′E; 37°00′N 001°00′E\n"
    )
    (event,) = events(gazetteer, text)
    assert [len(place.located.toponym.polygon) for place in event.places] == [4, 4]


def test_a_place_that_stands_alone_before_a_notice_holds_for_it(gazetteer: Gazetteer) -> None:
    (event,) = events(gazetteer, "2. Yellow Sea. Live firing by ships of the Chinese navy on 20 May 2024.")
    assert (event.type, places(event)) == (EventType.UNILATERAL_EXERCISE, ["Yellow Sea"])


def test_the_last_edition_does_not_date_this_one(gazetteer: Gazetteer) -> None:
    text = "India and Oman hold the naval exercise Rho Storm off Goa. Its last edition was in July 2021."
    now, before = events(gazetteer, text)
    assert now.dates.start is None
    assert before.dates.start == dt.date(2021, 7, 1)


def test_a_year_ago_the_exercise_is_another_time_of_it(gazetteer: Gazetteer) -> None:
    text = (
        "The naval exercise Rho Storm of Italy and Spain began in Cagliari on Monday. "
        "A year ago the exercise was held from 5 to 17 June in Palermo."
    )
    now, before = events(gazetteer, text)
    assert (places(now), places(before)) == (["Cagliari"], ["Palermo"])
    assert before.assertion is Assertion.BACKGROUND


def test_who_enters_and_leaves_leaves_from_there(gazetteer: Gazetteer) -> None:
    found = events(
        gazetteer, "The American navy's aircraft carrier had entered Busan on 2 May 2024 and left on Monday."
    )
    (departure,) = of_type(found, EventType.PORT_DEPARTURE)
    assert (departure.participants, places(departure, Role.ORIGIN)) == (("USA",), ["Busan"])


def test_here_is_where_the_report_was_written(gazetteer: Gazetteer) -> None:
    text = "KARACHI: The ninth edition of the naval exercise Rho Storm of Oman and Italy opened here on Monday."
    (event,) = events(gazetteer, text)
    assert places(event) == ["Karachi"]


def test_forces_and_observers_of_one_sentence_stay_apart(gazetteer: Gazetteer) -> None:
    text = (
        "The Maltese navy kicked off the naval exercise Rho Storm on Monday. "
        "Sailors from Italy, Spain and Greece are in it, while Tunisia and Libya are on observer status."
    )
    (event,) = events(gazetteer, text)
    assert event.participants == ("ESP", "GRC", "ITA", "MLT")
    assert event.observers == ("LBY", "TUN")


def test_a_port_call_is_dated_by_the_training_it_was_for(gazetteer: Gazetteer) -> None:
    text = (
        "Two Omani warships trained with the Indian navy in Mumbai in March 2024. "
        "Before making port at Mumbai the same two ships had sailed past Socotra."
    )
    (call,) = of_type(events(gazetteer, text), EventType.PORT_CALL)
    assert (call.dates.precision, call.dates.start) == (Precision.MONTH, dt.date(2024, 3, 1))


def test_who_joins_for_the_last_days_does_not_make_another_exercise(gazetteer: Gazetteer) -> None:
    text = (
        "The navies of Greece and Cyprus will start the exercise Rho Storm off Crete on Wednesday, which ends on "
        "30 May; "
        "Egypt will watch as an observer and the French frigate Lorraine joins for the last two days."
    )
    (event,) = events(gazetteer, text)
    assert (event.participants, event.observers) == (("CYP", "FRA", "GRC"), ("EGY",))
    assert (event.dates.start, event.dates.end) == (dt.date(2024, 5, 15), dt.date(2024, 5, 30))


def test_bombers_of_two_countries_that_fly_together_patrol(gazetteer: Gazetteer) -> None:
    text = "Two Chinese H-6 bombers and two Russian Tu-95 bombers flew together over the Sea of Japan on 14 May 2024."
    (event,) = events(gazetteer, text)
    assert (event.type, event.participants) == (EventType.JOINT_AIR_PATROL, ("CHN", "RUS"))


def test_who_says_that_it_detected_ships_monitors_them(gazetteer: Gazetteer) -> None:
    (event,) = events(
        gazetteer, "Japan's defence ministry said it detected two Chinese warships off Okinawa on Monday."
    )
    assert (event.type, event.participants) == (EventType.MONITORING, ("JPN",))
