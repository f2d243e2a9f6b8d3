"""A filter to conditions on the table of events."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Integer, and_, column, func, or_, select, table, text

from geo.store import schema
from geo.store.filter import Box, EventFilter

events = schema.events.c


def conditions(wanted: EventFilter) -> list[ColumnElement[bool]]:
    """Return what must hold of a row of `events` for it to pass; an empty list lets all pass."""
    found: list[ColumnElement[bool]] = []
    if wanted.countries:
        found.append(_countries(wanted))
    if wanted.start:
        found.append(events.latest >= wanted.start.toordinal())
    if wanted.end:
        found.append(events.earliest <= wanted.end.toordinal())
    if wanted.types:
        found.append(events.type.in_([str(event_type) for event_type in wanted.types]))
    if wanted.assertions:
        found.append(events.assertion.in_([str(assertion) for assertion in wanted.assertions]))
    if wanted.words:
        rows = text("SELECT rowid FROM events_text WHERE events_text MATCH :words")
        matching = rows.bindparams(words=match_words(wanted.words)).columns(column("rowid", Integer))
        found.append(events.row.in_(select(matching.subquery().c.rowid)))
    if wanted.bbox:
        found.append(_box(wanted.bbox))
    return found


def match_words(words: Iterable[str]) -> str:
    """Return an FTS5 expression for texts in which every word begins some word; quoting keeps operators out."""
    return " ".join(f'"{word}"*' for word in words)


def _countries(wanted: EventFilter) -> ColumnElement[bool]:
    member = schema.event_participants.c
    taking_part = select(member.event_row).where(member.country.in_(wanted.countries), member.observer == 0)
    if wanted.match == "all":
        taking_part = taking_part.group_by(member.event_row).having(
            func.count(member.country.distinct()) == len(set(wanted.countries))
        )
    return events.row.in_(taking_part)


def unwrapped(box: Box) -> tuple[Box, ...]:
    """Return a box as one or two boxes with longitudes within [-180, 180]; two where it crosses the antimeridian."""
    west, south, east, north = box
    width = east - west if east >= west else east - west + 360
    if width >= 360:
        return ((-180.0, south, 180.0, north),)
    west = (west + 180) % 360 - 180
    if west + width <= 180:
        return ((west, south, west + width, north),)
    return (west, south, 180.0, north), (-180.0, south, west + width - 360, north)


def _box(box: Box) -> ColumnElement[bool]:
    # The R*Tree keeps 32-bit floats, rounded outwards: it narrows down, the columns decide.
    tree = table("places_box", column("row"), column("south"), column("north"), column("west"), column("east"))
    place = schema.event_places.c
    near = tree.join(schema.event_places, place.row == tree.c.row)
    parts = [
        and_(
            tree.c.north >= south,
            tree.c.south <= north,
            tree.c.east >= west,
            tree.c.west <= east,
            place.lat.between(south, north),
            place.lon.between(west, east),
        )
        for west, south, east, north in unwrapped(box)
    ]
    return or_(*(events.row.in_(select(place.event_row).select_from(near).where(part)) for part in parts))
