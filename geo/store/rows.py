"""An event's document to what its row and its search row hold: works out the columns that are derived."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from geo.store.documents import Document
from geo.store.labels import dates_label, event_title, series_of
from geo.text.countries import country_name
from geo.types import DateRange, EventType, Precision

# "By 25 July" is looked for in the weeks before: news tells of what is new, and a filter for 2019 should not show it.
OPEN_DAYS = 30
FIRST_DAY, LAST_DAY = dt.date.min.toordinal(), dt.date.max.toordinal()
PLACE_COLUMNS = (
    *("name", "role", "kind", "place_id", "place_name", "country"),
    *("lat", "lon", "radius_km", "score"),
)
MAIN_ROLES = ("location", "destination", "origin", "via", "base")


def derived(document: Document) -> dict[str, Any]:
    """Return the derived columns of an event's row."""
    dates = _dates(document)
    earliest, latest = possible_days(dates)
    main = main_place(document["places"]) or dict.fromkeys(PLACE_COLUMNS)
    shown = main["place_name"] or main["name"]
    where = _route(document["places"]) or shown
    return {
        "title": event_title(EventType(document["type"]), document["name"], document["participants"], where),
        "series": series_of(document["name"]),
        "dates_label": dates_label(dates),
        "earliest": earliest,
        "latest": latest,
        "participants": ";".join(document["participants"]),
        "observers": ";".join(document["observers"]),
        "place_name": shown,
        "place_kind": main["kind"],
        **{column: main[column] for column in ("place_id", "lat", "lon", "radius_km")},
    }


def main_place(places: list[Document]) -> Document | None:
    """Return the place that stands for an event: resolved before unresolved, location before destination, origin.

    An area given by coordinates stands before the sea that it lies in.
    """

    def rank(place: Document) -> tuple[bool, int, bool]:
        return place["lat"] is None, MAIN_ROLES.index(place["role"]), not place["polygon"]

    return min(places, key=rank, default=None)


def _route(places: list[Document]) -> str | None:
    """Return 'Qingdao → Sea of Japan' where both ends are named and no location is."""
    names = {place["role"]: place["place_name"] or place["name"] for place in reversed(places)}
    if "location" in names or not {"origin", "destination"} <= set(names):
        return None
    return f"{names['origin']} → {names['destination']}"


def possible_days(dates: DateRange) -> tuple[int | None, int | None]:
    """Return the first and last day on which an event can lie, as ordinals; (None, None) when undated."""
    start, end = dates.start or dates.end, dates.end or dates.start
    if start is None or end is None:
        return None, None
    match dates.precision:
        case Precision.BEFORE:
            return max(FIRST_DAY, end.toordinal() - OPEN_DAYS), end.toordinal()
        case Precision.AFTER:
            return start.toordinal(), min(LAST_DAY, start.toordinal() + OPEN_DAYS)
        case Precision.MONTH:
            return start.replace(day=1).toordinal(), _month_end(end)
        case Precision.YEAR:
            return dt.date(start.year, 1, 1).toordinal(), dt.date(end.year, 12, 31).toordinal()
    return start.toordinal(), max(start, end).toordinal()


def _month_end(day: dt.date) -> int:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1]).toordinal()


def _dates(document: Document) -> DateRange:
    start, end = (dt.date.fromisoformat(day) if day else None for day in (document["start"], document["end"]))
    return DateRange(start, end, Precision(document["precision"]))


def searchable(document: Document, title: str) -> dict[str, str]:
    """Return what the words of a filter are sought in."""
    countries = [*document["participants"], *document["observers"]]
    names = {place[key] for place in document["places"] for key in ("name", "place_name") if place[key]}
    return {
        "title": f"{title} {EventType(document['type']).label}",
        "places": " | ".join(sorted(names)),
        "countries": " ".join(f"{code} {country_name(code)}" for code in countries),
        "platforms": " | ".join([*document["platforms"], *document["people"]]),
        "quotes": " | ".join(item["quote"] for item in document["evidence"]),
    }
