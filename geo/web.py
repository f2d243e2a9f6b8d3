"""The routes beside the pages: health, events as GeoJSON, one view of the map, one event, one shape.

Plain Starlette routes for `st.App("pages/main.py", routes=routes)`; none of them
is covered by a log-in of the pages, and all are read-only.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import math
from collections.abc import Callable
from importlib import metadata
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.briefing.tables import geojson_bytes
from geo.errors import GeoError, InputError, StoreError
from geo.layers.cells import cells
from geo.paths import store_url
from geo.store import EventFilter, EventStore

MAX_PAGE = 10_000  # events in one answer; `offset` brings the next
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
FRESH = {"Cache-Control": "no-cache"}
BRIEFLY = {"Cache-Control": "private, max-age=5"}  # a view is asked for again while the map is moved to and fro
LONG = {"Cache-Control": "private, max-age=86400"}  # shapes change only when set-up builds them anew

Answer = dict[str, Any]


@functools.lru_cache(maxsize=4)
def _store(url: str) -> EventStore:
    return EventStore(url)


def store() -> EventStore:
    """Return the configured store, opened once a process."""
    return _store(store_url())


def answer(body: Answer, status: int = 200, cache: dict[str, str] = FRESH) -> Response:
    text = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain)
    return Response(text, status, {**HEADERS, **cache}, media_type="application/json")


def guarded(handler: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """Turn what a handler raises into an answer that says what was wrong: 400, 503, or 500 without details."""

    @functools.wraps(handler)
    def wrapped(request: Request) -> Response:
        try:
            return handler(request)
        except InputError as error:
            return answer({"error": str(error)}, 400)
        except GeoError as error:
            return answer({"error": str(error)}, 503)

    return wrapped


@guarded
def health(_request: Request) -> Response:
    try:
        return answer({"status": "ok", "events": store().count(), "version": _version()})
    except StoreError as error:
        return answer({"status": "error", "error": str(error), "version": _version()}, 503)


@guarded
def events_geojson(request: Request) -> Response:
    limit = _number(request, "limit", 1_000, 1, MAX_PAGE)
    offset = _number(request, "offset", 0, 0, 2**31)
    wanted = EventFilter.from_query(request.query_params.multi_items())
    found = store().query(wanted, limit=limit, offset=offset)
    body = geojson_bytes(found, total=store().count(wanted))
    return Response(body, headers={**HEADERS, **FRESH}, media_type="application/geo+json")


@guarded
def view_cells(request: Request) -> Response:
    query = request.query_params.multi_items()
    view = EventFilter.from_query([(word, value) for word, value in query if word == "bbox"]).bbox
    wanted = EventFilter.from_query([(word, value) for word, value in query if word != "bbox"])
    zoom = _number(request, "z", 2, 0, 22)
    return answer(cells(store(), wanted, zoom, view or (-180.0, -90.0, 180.0, 90.0)), cache=BRIEFLY)


@guarded
def event_card(request: Request) -> Response:
    event_id = request.path_params["event_id"]
    event = store().event(event_id)
    if event is None:
        return answer({"error": f"There is no event '{event_id}'. It may have been deleted or read anew."}, 404)
    report = store().report(event["report_id"]) if event["report_id"] else None
    shown = ("report_id", "title", "publisher", "url", "published", "published_inferred")
    return answer({**event, "report": {key: report[key] for key in shown} if report else None})


@guarded
def shapes(request: Request) -> Response:
    """Answer the sea areas asked for by `id`, as GeoJSON; unknown ones are passed over."""
    from geo.layers.areas import shape_features  # the gazetteer need not be built for the other routes

    return answer(
        {"type": "FeatureCollection", "features": shape_features(request.query_params.getlist("id"))}, cache=LONG
    )


routes = [
    Route("/api/health", health),
    Route("/api/events.geojson", events_geojson),
    Route("/api/cells", view_cells),
    Route("/api/events/{event_id}", event_card),
    Route("/api/shapes", shapes),
]


def _number(request: Request, word: str, default: int, low: int, high: int) -> int:
    given = request.query_params.get(word) or str(default)
    try:
        number = float(given)  # a map between two zooms says 4.5
        if not low <= number <= high:
            raise ValueError(given)
    except ValueError as error:
        raise InputError(f"{word}={given} is not understood. Write a number from {low} to {high}.") from error
    return math.floor(number)


def _plain(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


@functools.cache
def _version() -> str:
    try:
        return metadata.version("joint-maneuvers")
    except metadata.PackageNotFoundError:
        return "0.1.0"
