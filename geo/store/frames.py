"""Rows of the store to DataFrames: None for what is not known, dates as dates, countries as tuples."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
from sqlalchemy import CursorResult

from geo.store.occurrences import Occurrences

QUERY_COLUMNS = [
    "event_id",
    "type",
    "assertion",
    "name",
    "title",
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
]


def events_frame(rows: pd.DataFrame, told: Occurrences) -> pd.DataFrame:
    """Return rows of QUERY_COLUMNS with the types that they promise, and `corroboration`."""
    rows["corroboration"] = [told.corroboration(*ids) for ids in zip(rows["event_id"], rows["report_id"], strict=True)]
    for column in ("participants", "observers"):
        rows[column] = [tuple(joined.split(";")) if joined else () for joined in rows[column]]
    for column in ("start", "end"):
        rows[column] = days(rows[column])
    for column in ("lat", "lon", "radius_km", "confidence"):
        rows[column] = rows[column].astype(float)
    return rows


def frame_of(result: CursorResult[Any]) -> pd.DataFrame:
    frame = pd.DataFrame.from_records(result.fetchall(), columns=list(result.keys()))
    for column in frame.select_dtypes(["str", "object"]):
        frame[column] = frame[column].astype(object).where(frame[column].notna(), None)  # None, never nan
    return frame


def days(column: pd.Series[Any]) -> pd.Series[Any]:
    return pd.Series([day(held) if isinstance(held, str) else None for held in column], dtype=object)


def day(held: str | None) -> dt.date | None:
    return dt.date.fromisoformat(held) if held else None
