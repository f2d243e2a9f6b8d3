"""Which events of different reports are one and the same, kept as pairs: made by rule on every write, or by hand.

A pair made by rule stands while both events do and while each is the other's
best likeness in its report, so the pairs follow from what the store holds and
not from the order in which it came. A pair made by hand ("same", "apart") stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, or_, select

from geo.store import schema
from geo.store.documents import Document
from geo.store.likeness import FAMILIES, FORTNIGHT_DAYS, LIKELY, LONGEST_DAYS, likeness

Verdict = Literal["same", "apart"]  # of a hand
RULE = "rule"
MOST_EVENTS = 5_000  # of one report or data set; a table of a million rows is an archive, not news to be matched
MOST_CANDIDATES = 200

events, pairs = schema.events.c, schema.event_pairs.c
COMPARED = (
    *("event_id", "report_id", "source_id", "type", "name", "earliest", "latest"),
    *("participants", "lat", "lon", "radius_km"),
)
Row = Mapping[str, Any] | RowMapping


def pair_anew(connection: Connection, owned: ColumnElement[bool], gone: Iterable[str] = ()) -> None:
    """Make the rule's pairs of a report's or data set's events anew.

    Args:
        owned: the condition on the table of events that picks them.
        gone: ids of events that were there before.
    """
    columns = [events[name] for name in COMPARED]
    ours = connection.execute(select(*columns).where(owned).limit(MOST_EVENTS + 1)).mappings().all()
    forget(connection, {*gone, *(str(row["event_id"]) for row in ours)})
    if len(ours) > MOST_EVENTS:
        return
    best = best_pairs(ours, [found for row in ours for found in candidates(connection, row)])
    by_hand = hand_made(connection)
    made = [
        {"first": min(ids), "second": max(ids), "score": score, "verdict": RULE}
        for ids, score in best.items()
        if (min(ids), max(ids)) not in by_hand
    ]
    if made:
        connection.execute(insert(schema.event_pairs), made)


def pair_all(connection: Connection) -> None:
    """Make the rule's pairs of every report's events."""
    for report_id in connection.execute(select(schema.reports.c.report_id)).scalars().all():
        pair_anew(connection, events.report_id == report_id)


def forget(connection: Connection, event_ids: Iterable[str]) -> None:
    """Delete the rule's pairs of some events."""
    ids = sorted(event_ids)
    for start in range(0, len(ids), 400):  # SQLite takes a limited number of values
        some = ids[start : start + 400]
        either = or_(pairs.first.in_(some), pairs.second.in_(some))
        connection.execute(delete(schema.event_pairs).where(pairs.verdict == RULE, either))


def candidates(connection: Connection, row: Row) -> list[tuple[Row, Row]]:
    """Return a row with each event of other reports and data sets that its type and days let it be."""
    if row["earliest"] is None or row["latest"] - row["earliest"] > LONGEST_DAYS:
        return []
    kinds = {kind for group in FAMILIES.items() if row["type"] in group for kind in group} or {row["type"]}
    statement = select(*(events[name] for name in COMPARED)).where(
        events.type.in_(sorted(kinds)),
        events.earliest.between(row["earliest"] - LONGEST_DAYS - FORTNIGHT_DAYS, row["latest"] + FORTNIGHT_DAYS),
        events.latest >= row["earliest"] - FORTNIGHT_DAYS,
        events.report_id.is_distinct_from(row["report_id"]) | (events.source_id != row["source_id"]),
    )
    found = connection.execute(statement.order_by(events.event_id).limit(MOST_CANDIDATES)).mappings()
    return [(row, other) for other in found]


def best_pairs(ours: Iterable[Row], compared: Iterable[tuple[Row, Row]]) -> dict[tuple[str, str], float]:
    """Return the pairs in which each event is the other's best in its report, as ids with their likeness."""
    best: dict[tuple[str, str], tuple[float, str]] = {}  # (an event, another's report) to the best there
    scores: dict[tuple[str, str], float] = {}
    owner: dict[str, str] = {row["event_id"]: _owner(row) for row in ours}
    for row, other in compared:
        score = likeness(row, other)
        if score < LIKELY:
            continue
        owner[other["event_id"]] = _owner(other)
        scores[row["event_id"], other["event_id"]] = score
        for one, two in ((row, other), (other, row)):
            key = (one["event_id"], _owner(two))
            # of two equally good ones the first by id, whatever the order of reading
            best[key] = min(best.get(key, (1.0, "")), (-score, two["event_id"]))
    return {
        ids: score
        for ids, score in scores.items()
        if best[ids[0], owner[ids[1]]][1] == ids[1] and best[ids[1], owner[ids[0]]][1] == ids[0]
    }


def _owner(row: Row) -> str:
    return str(row["report_id"] or row["source_id"])


def hand_made(connection: Connection) -> set[tuple[str, str]]:
    statement = select(pairs.first, pairs.second).where(pairs.verdict != RULE)
    return {(row.first, row.second) for row in connection.execute(statement)}


def judged(connection: Connection, event_id: str) -> dict[str, str]:
    """Return the events of which a hand said that they are, or are not, the same as one: id to verdict."""
    statement = select(pairs.first, pairs.second, pairs.verdict).where(
        pairs.verdict != RULE,
        or_(pairs.first == event_id, pairs.second == event_id),
        pairs.first.in_(select(events.event_id)),
        pairs.second.in_(select(events.event_id)),
    )
    return {row.second if row.first == event_id else row.first: row.verdict for row in connection.execute(statement)}


def read_pair(connection: Connection, entity_id: str) -> Document | None:
    """Return a pair as a document; `entity_id` is both ids, sorted, parted by a blank."""
    first, second = entity_id.split(" ")
    statement = select(schema.event_pairs).where(pairs.first == first, pairs.second == second)
    row = connection.execute(statement).mappings().first()
    return dict(row) if row else None


def restore_pair(connection: Connection, entity_id: str, wanted: Document | None) -> None:
    first, second = entity_id.split(" ")
    connection.execute(delete(schema.event_pairs).where(pairs.first == first, pairs.second == second))
    if wanted:
        connection.execute(insert(schema.event_pairs).values(**wanted))
