"""A reading to a page: the marked text on the left, what was made of it on the right."""

from __future__ import annotations

from html import escape

import streamlit as st

from geo.store.documents import event_document
from geo.store.labels import day_label
from geo.store.rows import derived
from geo.types import Event, Published, Reading
from geo.ui.card import event_card, evidence
from geo.ui.highlight import MOST_CHARS, highlighted, key
from geo.ui.place_names import place_names
from geo.ui.words import counted, dark, empty


def show_reading(reading: Reading) -> None:
    """Draw a reading: text with marks, publication date, events with evidence, place names."""
    text, found = st.columns([1.25, 1], gap="large")
    with text:
        st.html(key(reading.mentions) + highlighted(reading))
        if len(reading.report.text) > MOST_CHARS:
            st.caption(f"The first {MOST_CHARS:,} characters are shown; all of it was read.")
    with found:
        st.html(publication(reading.published))
        st.html(f'<div class="geo-part">{counted(len(reading.events), "event")}</div>')
        if not reading.events:
            empty("No event was found", "Nothing in this text says that forces trained, sailed, flew or met.")
        for event in reading.events:
            show_event(event, reading)
        place_names(reading)


def show_event(event: Event, reading: Reading) -> None:
    document = event_document(event, reading.report.id, "reports")
    shown = {
        **document,
        **{name: value for name, value in derived(document).items() if name in ("title", "dates_label")},
        "confidence_parts": event.confidence_parts,
    }
    with st.container(border=True):
        st.html(event_card(shown, reading.report.text, dark()))


def publication(published: Published) -> str:
    """Return when the report was published and how that is known, as HTML."""
    if published.date is None:
        said = "Publication date: not stated, and nothing in the text tells it"
        return f'<div class="geo-card"><h3>{said}</h3></div>'
    how = "inferred" if published.inferred else "stated by the source"
    others = [
        f"{escape(day_label(date))} ({score:.2f})" for date, score in published.candidates if date != published.date
    ]
    runners_up = f"<cite>Also thought of: {', '.join(others[:3])}</cite>" if published.inferred and others else ""
    quotes = [{"start": one.span.start, "end": one.span.end, "quote": one.quote} for one in published.evidence]
    rests = evidence(quotes, None, "It rests on")
    return (
        f'<div class="geo-card"><h3>Published {escape(day_label(published.date))}, {how}</h3>{runners_up}{rests}</div>'
    )
