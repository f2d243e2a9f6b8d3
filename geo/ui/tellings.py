"""Below an event's card: who else tells of it, where they differ, and a hand's say in what is one event or two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from geo.store import EventFilter, Telling, differing, occurrences
from geo.store.labels import dates_label
from geo.store.likeness import family
from geo.types import DateRange, Precision
from geo.ui import resources
from geo.ui.card import countries, strength
from geo.ui.filters import ASSERTION_LABELS
from geo.ui.words import counted

NEAR = dt.timedelta(days=14)
MOST_OFFERED = 30
VERDICTS = {"same": "the same as", "apart": "not the same as"}
DIFFERENCES = {"start": "first day", "end": "last day", "participants": "participants", "counts": "figures"}


def tellings(event: Mapping[str, Any]) -> list[Telling]:
    """Draw every telling of what an event is about side by side, and return those that are not its own."""
    found = occurrences(resources.store()).tellings(event["event_id"])
    if len(found) > 1:
        st.html(tellings_table(found, event["event_id"]))
    return [one for one in found if one.event["event_id"] != event["event_id"]]


def tellings_table(found: Sequence[Telling], chosen: str) -> str:
    """Return the tellings as HTML, what they disagree on marked; copies of one text share a number."""
    voices = {one.voice for one in found if one.voice is not None}
    told = sum(one.voice is not None for one in found)
    title = f"Told by {counted(told, 'report')}" if told else "In the data sets"
    if told > len(voices):
        title += f", {len(voices)} of them independent" if len(voices) > 1 else ", copies of one text"
    conflicts = differing(tuple(found))
    said = f"<p>They differ in: {', '.join(DIFFERENCES[name] for name in DIFFERENCES if name in conflicts)}.</p>"
    rows = "".join(telling_row(one, conflicts, one.event["event_id"] == chosen) for one in found)
    return (
        f'<div class="geo-card"><h3>{title}</h3>{said if conflicts else ""}<div class="geo-tellings">{rows}</div></div>'
    )


def telling_row(one: Telling, conflicts: frozenset[str], chosen: bool) -> str:
    event = one.event
    marked = {
        "days": (days(event), conflicts & {"start", "end"}),
        "who": (countries(event["participants"]), conflicts & {"participants"}),
        "strength": (escape(strength(event)), conflicts & {"counts"}),
        "status": (escape(ASSERTION_LABELS.get(event["assertion"], event["assertion"])), frozenset[str]()),
    }
    facts = " · ".join(f"<b>{words}</b>" if differs else words for words, differs in marked.values() if words)
    number = "–" if one.voice is None else str(one.voice + 1)
    when = f", {escape(one.published)}" if one.published else ""
    here = " (this one)" if chosen else ""
    return f"<i>{number}</i><div><span>{escape(one.source)}{when}{here}</span>{facts}</div>"


def days(event: Mapping[str, Any]) -> str:
    start, end = (dt.date.fromisoformat(day) if day else None for day in (event["start"], event["end"]))
    return escape(dates_label(DateRange(start, end, Precision(event["precision"]))))


def judge(event: Mapping[str, Any], others: Sequence[Telling]) -> None:
    """Draw the choice of an event to part from or to join with this one."""
    store, event_id = resources.store(), event["event_id"]
    if others:
        parted = st.selectbox(
            "Not the same as",
            others,
            format_func=lambda one: f"{one.source}, {days(one.event)}",
            key=f"part_{event_id}",
        )
        if st.button("Set apart", key=f"apart_{event_id}"):
            store.judge(event_id, parted.event["event_id"], "apart")
            st.rerun()
    titles = offered(event, {one.event["event_id"] for one in others})
    if titles:
        joined = st.selectbox("The same as", list(titles), format_func=titles.__getitem__, key=f"join_{event_id}")
        if st.button("Join", key=f"same_{event_id}"):
            store.judge(event_id, joined, "same")
            st.rerun()
    if not others and not titles:
        st.text("No event of its sort in another report lies within a fortnight of this one.")
    for other, verdict in store.judged(event_id).items():
        st.text(f"By hand: {VERDICTS[verdict]} {(store.event(other) or {})['title']}")
        if st.button("Withdraw", key=f"withdraw_{event_id}_{other}", type="tertiary"):
            store.judge(event_id, other, None)
            st.rerun()


def offered(event: Mapping[str, Any], without: set[str]) -> dict[str, str]:
    """Return titles of events of other reports that are of its sort and lie within a fortnight, by their ids."""
    bounds = [dt.date.fromisoformat(day) for day in (event["start"], event["end"]) if day]
    if not bounds:
        return {}
    near = resources.events(EventFilter(start=min(bounds) - NEAR, end=max(bounds) + NEAR))
    near = near[[family(kind) == family(event["type"]) for kind in near["type"]]]
    alien = near[(near["report_id"] != event["report_id"]) | (near["source_id"] != event["source_id"])]
    alien = alien[~alien["event_id"].isin(without)].head(MOST_OFFERED)
    return {row["event_id"]: f"{row['title']}, {row['dates_label']}" for row in alien.to_dict("records")}
