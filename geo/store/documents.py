"""Events to plain documents and back: the form in which they are compared, kept in history and shown whole.

A document holds JSON values only, all that an event is and nothing derived, so
that two equal documents are two equal events and writing one restores it exactly.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from geo.types import Event, EventPlace, Evidence, Reading, Report

Document = dict[str, Any]
FROM_REPORTS = "reports"  # the source of events that were read from reports
COORDINATE_DECIMALS = 7  # 1 cm; what is shown and exported is what is stored
SOURCE_ADDRESS = "source-address"  # the rule of evidence that is an address instead of words of a report


def event_document(event: Event, report_id: str | None, source_id: str) -> Document:
    """Return an event as a document; the order of places and evidence is kept."""
    return {
        "event_id": event.id,
        "report_id": report_id,
        "source_id": source_id,
        "type": str(event.type),
        "assertion": str(event.assertion),
        "name": event.name,
        "participants": list(event.participants),
        "observers": list(event.observers),
        "start": _iso(event.dates.start),
        "end": _iso(event.dates.end),
        "precision": str(event.dates.precision),
        "edtf": event.dates.edtf,
        "ordinal": event.ordinal,
        "confidence": round(float(event.confidence), 4),
        "platforms": list(event.platforms),
        "people": list(event.people),
        "counts": dict(sorted(event.counts.items())),
        "edited": False,
        "places": [_place(place) for place in event.places],
        "evidence": [_evidence(found) for found in event.evidence],
    }


def report_document(reading: Reading) -> Document:
    """Return the report of a reading as a document, without its events."""
    report, published = reading.report, reading.published
    return {
        "report_id": report.id,
        "title": report.title,
        "text": report.text,
        "published": _iso(report.published or published.date),
        "published_inferred": bool(report.published is None and published.date is not None),
        "publisher": report.publisher,
        "url": report.url,
        "language": report.language,
        "licence": report.licence,
    }


def kept_document(reading: Reading) -> Document:
    """Return a reading as the store keeps it: the report and its events."""
    report = report_document(reading)
    events = [event_document(event, report["report_id"], FROM_REPORTS) for event in reading.events]
    return {"report": report, "events": events}


def report_of(kept: Mapping[str, Any]) -> Report:
    """Return a report of the store as it came in: a date that was inferred is not stated."""
    published = None if kept["published_inferred"] else kept["published"]
    return Report(
        id=kept["report_id"],
        text=kept["text"],
        title=kept["title"],
        published=dt.date.fromisoformat(published) if isinstance(published, str) else published,
        publisher=kept["publisher"],
        url=kept["url"],
        language=kept["language"] or "en",
        licence=kept["licence"],
    )


def fingerprint(*documents: Any) -> str:
    """Return a hash of documents that is the same wherever they are the same."""
    canonical = json.dumps(documents, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _evidence(found: Evidence) -> Document:
    address = found.quote if found.rule == SOURCE_ADDRESS else None
    return {
        "start": found.span.start,
        "end": found.span.end,
        "quote": found.quote,
        "rule": found.rule,
        "url": address,
    }


def _place(place: EventPlace) -> Document:
    toponym, match = place.located.toponym, place.located.match
    document: Document = {
        "name": place.name,
        "role": str(place.role),
        "kind": str(match.place.kind if match else toponym.kind or "other"),
        "place_id": None,
        "place_name": None,
        "country": None,
        "lat": None,
        "lon": None,
        "radius_km": None,
        "score": None,
        "polygon": [[_degrees(lat), _degrees(lon)] for lat, lon in toponym.polygon] or None,
    }
    if match:
        document |= {
            "place_id": match.place.place_id,
            "place_name": match.place.name,
            "country": match.place.country,
            "lat": _degrees(match.place.lat),
            "lon": _degrees(match.place.lon),
            "radius_km": round(float(match.radius_km), 3),
            "score": round(float(match.score), 4),
        }
    return document


def _degrees(value: float) -> float:
    return round(float(value), COORDINATE_DECIMALS)
