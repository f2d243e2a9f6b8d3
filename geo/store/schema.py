"""The tables of the store: sources, reports, events with all that they have, pairs of them, corrections, and history.

What an event is made of stands in `events`, `event_participants`, `event_places`
and `evidence`; `event_pairs` says which of them are one and the same. Columns
marked "derived" are computed from those on the way in, so that a list or a map
needs one table. `events_text`, `reports_text` (FTS5) and
`places_box` (R*Tree) are found by row number and hold nothing of their own.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, Float, ForeignKey, Index, Integer, MetaData, String, Table, text

SCHEMA_VERSION = 3  # 2: event_pairs, 3: place_overrides

metadata = MetaData()

sources = Table(
    "sources",
    metadata,
    Column("source_id", String, primary_key=True),
    Column("kind", String, nullable=False),  # "report" or "dataset"
    Column("title", String),
    Column("publisher", String),
    Column("url", String),
    Column("licence", String),
    Column("note", String),
    Column("fingerprint", String),
)

reports = Table(
    "reports",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("report_id", String, nullable=False, unique=True),
    Column("title", String),
    Column("text", String, nullable=False),
    Column("published", String),  # ISO date
    Column("published_inferred", Integer, nullable=False, server_default="0"),
    Column("publisher", String),
    Column("url", String),
    Column("language", String),
    Column("licence", String),
    Column("fingerprint", String, nullable=False),  # of the report and all that was read from it
    Column("loaded_at", String, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("event_id", String, nullable=False, unique=True),
    Column("report_id", String),  # None for a row of a data set
    Column("source_id", String, nullable=False),
    Column("type", String, nullable=False),
    Column("assertion", String, nullable=False),
    Column("name", String),
    Column("start", String),  # ISO dates, inclusive
    Column("end", String),
    Column("precision", String, nullable=False),
    Column("edtf", String),
    Column("ordinal", Integer),
    Column("confidence", Float, nullable=False),
    Column("platforms", String, nullable=False),  # JSON list
    Column("people", String, nullable=False),  # JSON list
    Column("counts", String, nullable=False),  # JSON object
    Column("edited", Integer, nullable=False, server_default="0"),  # by hand: reading the report again keeps it
    # derived
    Column("title", String, nullable=False),
    Column("series", String),
    Column("dates_label", String, nullable=False),
    Column("earliest", Integer),  # proleptic ordinal days between which it can lie; None: undated
    Column("latest", Integer),
    Column("participants", String, nullable=False),  # joined by ";"
    Column("observers", String, nullable=False),
    Column("place_name", String),  # the main place
    Column("place_kind", String),
    Column("place_id", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Index("events_by_report", "report_id"),
    Index("events_by_source", "source_id"),
    Index("events_by_date", "earliest", "latest"),
    Index("events_by_type", "type", "earliest"),
)

event_participants = Table(
    "event_participants",
    metadata,
    Column("event_row", Integer, ForeignKey("events.row", ondelete="CASCADE"), primary_key=True),
    Column("country", String, primary_key=True),  # ISO 3166-1 alpha-3
    Column("observer", Integer, primary_key=True),
    Index("participants_by_country", "country", "observer", "event_row"),
)

event_places = Table(
    "event_places",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("event_row", Integer, ForeignKey("events.row", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", String, nullable=False),  # as the text has it
    Column("role", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("place_id", String),
    Column("place_name", String),  # as the gazetteer has it
    Column("country", String),
    Column("lat", Float),  # None: recognised but not resolved, so listed and not drawn
    Column("lon", Float),
    Column("radius_km", Float),
    Column("score", Float),
    Column("polygon", String),  # JSON [[lat, lon], ...] for an area given by coordinates
    Index("places_by_event", "event_row", "position"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("event_row", Integer, ForeignKey("events.row", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),  # code points into the report's text
    Column("end", Integer, nullable=False),
    Column("quote", String, nullable=False),
    Column("rule", String, nullable=False),
    Column("url", String),
)

event_pairs = Table(
    "event_pairs",
    metadata,
    Column("first", String, primary_key=True),  # ids of events, sorted; a hand's verdict outlives them
    Column("second", String, primary_key=True),
    Column("score", Float, nullable=False),
    Column("verdict", String, nullable=False),  # "rule", or a hand's "same" or "apart"
    Index("pairs_by_second", "second"),
    Index("pairs_by_hand", "first", "second", sqlite_where=text("verdict != 'rule'")),  # few among many
)

place_overrides = Table(
    "place_overrides",
    metadata,
    Column("override_id", String, primary_key=True),  # the folded name, and the report that it holds for
    Column("name", String, nullable=False),
    Column("report_id", String),  # None: in all reports
    Column("place_id", String),  # None: the name is no place
    Column("place_name", String),
    Column("kind", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("country", String),
    Column("source", String),
)

history = Table(
    "history",
    metadata,
    Column("history_id", Integer, primary_key=True),
    Column("at", String, nullable=False),  # UTC, ISO 8601
    Column("action", String, nullable=False),  # insert, replace, edit, delete, undo
    Column("entity", String, nullable=False),  # report, source, event, pair, override
    Column("entity_id", String, nullable=False),
    Column("before", String),  # JSON documents, written by Python: SQLite's json_object cuts floats
    Column("after", String),
    Column("undoes", Integer),
    Index("history_by_entity", "entity", "entity_id"),
    sqlite_autoincrement=True,
)

SEARCH = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS events_text USING fts5("
    "title, places, countries, platforms, quotes, tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS reports_text USING fts5(title, body, tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS places_box USING rtree(row, south, north, west, east)",
)


def create_tables(connection: Connection) -> None:
    """Create what is missing, inside the caller's transaction."""
    metadata.create_all(connection)
    for statement in SEARCH:
        connection.execute(text(statement))
    connection.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION}"))
