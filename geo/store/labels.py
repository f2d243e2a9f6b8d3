"""An event's fields to what a reader sees: its title, its dates in words, its series."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from geo.types import DateRange, EventType, Precision

SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
MAX_NAMED = 4  # "CHN, KAZ, RUS and 5 more" stays on one line


def event_title(event_type: EventType, name: str | None, participants: Sequence[str], place: str | None) -> str:
    """Return the name of an event or, without one, 'Joint exercise CHN–RUS, Sea of Japan'."""
    if name:
        return name
    who = "–".join(participants)
    if len(participants) > MAX_NAMED:
        who = f"{', '.join(participants[: MAX_NAMED - 1])} and {len(participants) - MAX_NAMED + 1} more"
    title = f"{event_type.label} {who}".strip()
    return f"{title}, {place}" if place else title


EDITION = re.compile(
    r"\s*\([^)]*\)\s*$"  # (I), (Maritime Interaction-2025)
    r"|[\s/-]*(?:'|’)?\b(?:19|20)?\d{2}(?:-\d{1,2})?$"  # -2023, 24-1, '23
    r"|[\s-]+(?:[IVX]{1,5}|\d{1,3})$"  # II, -3
    r"|^(?:exercise|operation)\s+",
    re.IGNORECASE,
)


def series_of(name: str | None) -> str | None:
    """Return the name of an exercise without year, edition and brackets, None without a name."""
    series, before = (name or "").strip(), None
    while series != before:
        before = series
        series = EDITION.sub("", series).strip(" -–/,")
    return series or name or None


def day_label(start: dt.date, end: dt.date | None = None) -> str:
    """Return '16 Jul 2023', '20–23 Jul 2023', '28 Jul – 27 Aug 2023' or '27 Dec 2019 – 2 Jan 2020'."""
    last = end or start
    if last == start:
        return f"{start.day} {start:%b} {start.year}"
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{last.day} {last:%b} {last.year}"
    year = "" if start.year == last.year else f" {start.year}"
    return f"{start.day} {start:%b}{year} – {last.day} {last:%b} {last.year}"


def dates_label(dates: DateRange) -> str:
    """Return the dates of an event in words, as vague as the report is."""
    start, end = dates.start or dates.end, dates.end or dates.start
    if start is None or end is None or dates.precision is Precision.NONE:
        return "date not stated"
    days = day_label(start, end)
    match dates.precision:
        case Precision.BEFORE:
            return f"by {day_label(end)}"
        case Precision.AFTER:
            return f"from {day_label(start)}"
        case Precision.NIGHT | Precision.WEEKEND | Precision.WEEK:
            return f"{dates.precision} of {days}"
        case Precision.THIRD_OF_MONTH:
            third = "early" if start.day <= 10 else "mid" if start.day <= 20 else "late"
            return f"{third}{'-' if third == 'mid' else ' '}{start:%B} {start.year}"
        case Precision.MONTH:
            return _months(start, end)
        case Precision.QUARTER:
            return f"Q{(start.month + 2) // 3} {start.year}"
        case Precision.SEASON if start.month in SEASONS:
            year = str(start.year) if start.year == end.year else f"{start.year}–{end.year % 100:02d}"
            return f"{SEASONS[start.month]} {year}"
        case Precision.YEAR:
            return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    return days


def _months(start: dt.date, end: dt.date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%B} {start.year}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"{start:%B}{year} – {end:%B} {end.year}"
