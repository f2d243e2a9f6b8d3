"""A reading as the JSON of the command line: what contract and README describe field by field."""

from __future__ import annotations

from typing import Any

from geo.types import Event, EventPlace, Evidence, Published, Reading

Json = dict[str, Any]


def reading_document(reading: Reading, text_included: bool = False, explained: bool = False) -> Json:
    """Return one report with its events. The text comes along where offsets do not refer to the file itself.

    `explained` adds to each event which rule made which field, with the words that it read.
    """
    report = reading.report
    document: Json = {
        "id": report.id,
        "title": report.title,
        "language": report.language,
        "published": published_document(reading.published),
    }
    if text_included:
        document["text"] = report.text
    return {
        "report": document,
        "events": [
            event_document(event) | ({"explain": explain_document(event, report.text)} if explained else {})
            for event in reading.events
        ],
        "unresolved": [
            {"start": one.span.start, "end": one.span.end, "text": one.span.of(report.text)}
            for one in reading.unresolved
        ],
        "warnings": list(reading.warnings),
    }


def published_document(published: Published) -> Json:
    return {
        "date": published.date.isoformat() if published.date else None,
        "inferred": published.inferred,
        "candidates": [{"date": date.isoformat(), "score": score} for date, score in published.candidates],
        "evidence": [evidence_document(one) for one in published.evidence],
    }


def evidence_document(evidence: Evidence) -> Json:
    return {"start": evidence.span.start, "end": evidence.span.end, "quote": evidence.quote}


def event_document(event: Event) -> Json:
    dates = event.dates
    return {
        "id": event.id,
        "type": event.type.value,
        "assertion": event.assertion.value,
        "name": event.name,
        "participants": list(event.participants),
        "observers": list(event.observers),
        "start": dates.start.isoformat() if dates.start else None,
        "end": dates.end.isoformat() if dates.end else None,
        "precision": dates.precision.value,
        "edtf": dates.edtf,
        "places": [place_document(place) for place in event.places if place.located.match],
        "unresolved_places": [place.name for place in event.places if not place.located.match],
        "platforms": list(event.platforms),
        "counts": dict(event.counts),
        "ordinal": event.ordinal,
        "people": list(event.people),
        "confidence": event.confidence,
        "confidence_parts": {part: round(value, 2) for part, value in event.confidence_parts.items()},
        "evidence": [evidence_document(one) for one in event.evidence],
    }


def explain_document(event: Event, text: str) -> list[Json]:
    return [
        {
            "field": reason.field,
            "value": reason.value,
            "rule": reason.rule,
            "start": reason.span.start,
            "end": reason.span.end,
            "quote": reason.span.of(text),
        }
        for reason in event.reasons
    ]


def place_document(place: EventPlace) -> Json:
    match = place.located.match
    assert match
    document: Json = {
        "name": match.place.name,
        "text": place.name,
        "role": place.role.value,
        "kind": match.place.kind.value,
        "lat": match.place.lat,
        "lon": match.place.lon,
        "radius_km": match.radius_km,
        "place_id": match.place.place_id,
        "country": match.place.country,
    }
    if place.located.toponym.polygon:
        document["polygon"] = [list(corner) for corner in place.located.toponym.polygon]
    return document
