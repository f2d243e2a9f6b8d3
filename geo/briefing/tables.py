"""Filtered events to a table or GeoJSON as bytes, for spreadsheets and QGIS.

A cell that begins like a formula would be run by a spreadsheet, and names and
titles come from reports: such text gets a leading apostrophe. Numbers stay numbers.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

import pandas as pd

from geo.layers.areas import circle, is_given, outline_geometry

CSV_COLUMNS = [
    "event_id",
    "type",
    "assertion",
    "title",
    "name",
    "participants",
    "observers",
    "start",
    "end",
    "precision",
    "edtf",
    "dates_label",
    "place_name",
    "place_kind",
    "place_id",
    "lat",
    "lon",
    "radius_km",
    "confidence",
    "series",
    "report_id",
    "source_id",
    "corroboration",
]
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # spreadsheets take the wide forms too


def csv_bytes(events: pd.DataFrame) -> bytes:
    """Return events, as `EventStore.query` gives them, as UTF-8 CSV with a byte order mark, which Excel needs.

    Countries are joined by ';', dates are ISO, what is not known is empty.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for event in events.to_dict("records"):
        writer.writerow([_cell(event[column]) for column in CSV_COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def geojson_bytes(events: pd.DataFrame, total: int | None = None) -> bytes:
    """Return events as a GeoJSON FeatureCollection (RFC 7946: lon, lat, WGS 84); an unplaced event has no geometry.

    Args:
        total: how many events there are when these are one page of them.
    """
    features = [feature(event) for event in events.to_dict("records")]
    collection: dict[str, Any] = {"type": "FeatureCollection"}
    if total is not None:
        collection |= {"numberMatched": total, "numberReturned": len(features)}
    collection["features"] = features
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def feature(event: dict[Any, Any]) -> dict[str, Any]:
    """Return one event as a GeoJSON feature.

    The geometry is a point for every event, so that a map has one layer of one
    kind; an area that a report gives by coordinates is the GeoJSON geometry `area`
    among the properties, a circle as a polygon of many corners.
    """
    known = {column: _json(event[column]) for column in CSV_COLUMNS}
    lat, lon = known.pop("lat"), known.pop("lon")
    geometry = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    if area := given_area(event):
        known["area"] = area
    return {"type": "Feature", "id": known["event_id"], "geometry": geometry, "properties": known}


def given_area(event: dict[Any, Any]) -> dict[str, Any] | None:
    """Return where an event was as its report gives it by coordinates, None where it names a place."""
    if area := outline_geometry(event.get("areas", ())):
        return area
    given = is_given({"kind": event["place_kind"], "place_id": event["place_id"]})
    return outline_geometry([circle(event["lat"], event["lon"], event["radius_km"])]) if given else None


def safe_cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def _cell(value: Any) -> Any:
    plain = _json(value)
    if isinstance(plain, list):
        return safe_cell(";".join(plain))
    if isinstance(plain, str):
        return safe_cell(plain)
    return "" if plain is None else plain


def _json(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return list(value)
    if isinstance(value, dt.date) and not pd.isna(value):
        return value.isoformat()[:10]
    return None if pd.isna(value) else value
