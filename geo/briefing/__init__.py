"""What is shown, to take away: pictures for slides and tables for other programs, as bytes."""

from __future__ import annotations

from geo.briefing.map_picture import map_png
from geo.briefing.tables import csv_bytes, geojson_bytes
from geo.briefing.timeline_picture import timeline_png
from geo.errors import InputError
from geo.gazetteer import Gazetteer
from geo.store import EventFilter, EventStore

__all__ = ["FORMATS", "csv_bytes", "export", "geojson_bytes", "map_png", "timeline_png"]

FORMATS = ("csv", "geojson", "png")


def export(
    form: str, store: EventStore, wanted: EventFilter, gazetteer: Gazetteer, view: str = "map"
) -> bytes:  # fmt: skip
    """Return the events that pass a filter as a file of a format.

    Args:
        form: one of FORMATS.
        view: 'map' or 'timeline', for pictures; a map shows the filter's box when there is one.
    Raises:
        InputError: there is no such format or view.
        NotBuilt: a picture is asked for and set-up has not made the base map.
    """
    found = store.query(wanted)
    if form == "csv":
        return csv_bytes(found)
    if form == "geojson":
        return geojson_bytes(found)
    if form != "png":
        raise InputError(f"There is no format '{form}'. Use one of {', '.join(FORMATS)}.")
    if view == "map":
        return map_png(found, wanted, store, gazetteer, bbox=wanted.bbox)
    if view == "timeline":
        return timeline_png(found, wanted, store, gazetteer)
    raise InputError(f"There is no view '{view}'. Use map or timeline.")
