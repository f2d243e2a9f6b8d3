"""The hand-made gold agrees with the sample reports and keeps to the vocabularies, so its scores mean something."""

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from geo.paths import REPORTS
from geo.sources.files import read_report
from geo.text.countries import countries
from geo.types import Assertion, EventType, PlaceKind, Precision, Role
from tests.gold.score import OWN_GOLD, read_gold

DOCUMENTS = read_gold(OWN_GOLD)
SAMPLE_DOCUMENTS = read_gold([Path(__file__).parent / "reports.jsonl"])
SAMPLES = {report.id: report for report in map(read_report, sorted(REPORTS.glob("*.md")))}
EVENTS = [(document, event) for document in DOCUMENTS for event in document["events"]]
UNITS = {"ships", "submarines", "aircraft", "helicopters", "personnel", "nations", "vehicles", "missiles"}
LANGUAGES = {"zh", "ru", "ja"}
each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["id"])
each_sample = pytest.mark.parametrize("document", SAMPLE_DOCUMENTS, ids=lambda document: document["id"])
each_event = pytest.mark.parametrize(
    ("document", "event"), EVENTS, ids=[f"{document['id']}-{event['type']}" for document, event in EVENTS]
)


def test_every_sample_report_is_annotated_once() -> None:
    assert sorted(document["id"] for document in SAMPLE_DOCUMENTS) == sorted(SAMPLES)


@each_sample
def test_text_and_title_are_those_of_the_sample_report(document: dict[str, Any]) -> None:
    sample = SAMPLES[document["id"]]
    assert (document["text"], document["title"]) == (sample.text, sample.title)


@each_sample
def test_a_stated_date_of_publication_is_the_gold_one(document: dict[str, Any]) -> None:
    stated = SAMPLES[document["id"]].published
    assert stated is None or stated.isoformat() == document["published"]


def test_no_two_documents_share_an_id() -> None:
    assert [name for name, times in Counter(document["id"] for document in DOCUMENTS).items() if times > 1] == []


def test_there_are_enough_reports_of_each_kind_to_measure_by() -> None:
    assert len(DOCUMENTS) >= 60
    assert len([document for document in DOCUMENTS if document.get("language") in LANGUAGES]) >= 15
    assert len([document for document in DOCUMENTS if "negative" in document["tags"]]) >= 12
    assert len([document for document in DOCUMENTS if "pub_unknown" not in document["tags"]]) >= 30


def test_some_reports_leave_their_date_to_be_inferred() -> None:
    undated = [document for document in SAMPLE_DOCUMENTS if SAMPLES[document["id"]].published is None]
    assert len(undated) >= 3
    assert all(document["published"] for document in undated)


@each_document
def test_a_document_has_one_main_tag_and_negatives_have_no_event(document: dict[str, Any]) -> None:
    assert len({"mt", "clean", "negative", "hard"} & set(document["tags"])) == 1
    assert ("negative" in document["tags"]) == (not document["events"])


@each_document
def test_publication_date_and_language_are_well_formed(document: dict[str, Any]) -> None:
    assert document["published"] is None or dt.date.fromisoformat(document["published"])
    assert document.get("language", "en") in {"en", *LANGUAGES}


@each_event
def test_words_and_codes_are_known(document: dict[str, Any], event: dict[str, Any]) -> None:
    assert event["type"] in set(EventType)
    assert event["assertion"] in set(Assertion)
    assert event["precision"] in set(Precision)
    assert {*event["participants"], *event["observers"]} <= set(countries())
    assert not set(event["participants"]) & set(event["observers"])
    assert {count.partition("_")[0] for count in event["counts"]} <= UNITS


@each_event
def test_quotes_and_names_stand_in_the_text(document: dict[str, Any], event: dict[str, Any]) -> None:
    assert event["trigger_quote"] in document["text"]
    assert event["name"] is None or event["name"] in document["text"]
    assert [platform for platform in event["platforms"] if platform not in document["text"]] == []


@each_event
def test_dates_are_days_in_order_and_fit_their_precision(document: dict[str, Any], event: dict[str, Any]) -> None:
    start, end = (dt.date.fromisoformat(event[key]) if event[key] else None for key in ("start", "end"))
    assert start is None or end is None or start <= end
    assert (event["precision"] == "none") == (start is None and end is None)
    assert event["precision"] != "before" or end
    assert event["precision"] != "after" or start


@each_event
def test_places_have_known_roles_and_possible_coordinates(document: dict[str, Any], event: dict[str, Any]) -> None:
    for place in event["places"]:
        assert place["role"] in set(Role)
        assert place["kind"] in set(PlaceKind)
        assert -90 <= place["lat"] <= 90
        assert -180 <= place["lon"] < 180
        assert place["tolerance_km"] > 0
