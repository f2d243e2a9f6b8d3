"""The Timeline page: the filter's events in lines of series, countries or places; a click shows the card."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.store import EventFilter
from geo.timeline import Group, rows, undated
from geo.ui import downloads, resources
from geo.ui.charts import family_key, family_label
from geo.ui.event_panel import event_panel
from geo.ui.timeline_chart import CHOSEN, timeline_chart
from geo.ui.words import counted, dark, empty, explained, head

GROUPS: dict[Group, str] = {"series": "Series", "pair": "Countries", "sea": "Place"}
MOST_GROUPS = 60
CHART = "timeline_chart"
READING_HELP = """<div class="geo-card"><h3>How to read the bars</h3><dl>
<dt><i class="geo-bit geo-solid"></i></dt><dd>known to the day</dd>
<dt><i class="geo-bit geo-faded"></i></dt><dd>somewhere within</dd>
<dt><i class="geo-bit geo-open"></i></dt><dd>no bound on that side</dd>
<dt><i class="geo-bit geo-hollow"></i></dt><dd>planned</dd>
</dl><p>Choose a bar to see what it rests on.</p></div>"""


def page(wanted: EventFilter) -> None:
    """Draw the Timeline page for a filter."""
    view(wanted)


@st.fragment
@explained
def view(wanted: EventFilter) -> None:
    found = resources.events(wanted)
    title, actions = st.columns([5, 2], vertical_alignment="center")
    with title:
        head("Timeline", f"{counted(len(found), 'event')} · {wanted.in_words()}")
    with actions:
        downloads.picture_button("timeline", found, wanted)
    if found.empty:
        empty(
            "No event fits these filters", "Widen the dates, take out a country, or clear the filters in the sidebar."
        )
        return
    chart, panel = st.columns([3.1, 1], gap="medium")
    with chart:
        group = st.segmented_control(
            "In lines of",
            list(GROUPS),
            format_func=GROUPS.__getitem__,
            default="series",
            required=True,
            key="timeline_group",
            label_visibility="collapsed",
        )
        draw(found, wanted, group)
    with panel:
        side(found)


def draw(found: pd.DataFrame, wanted: EventFilter, group: Group) -> None:
    drawn = rows(found, group)
    if drawn.empty:
        empty("None of these events is dated", "They are listed beside this; a timeline cannot show them.")
        return
    names = list(dict.fromkeys(drawn["group"]))
    if len(names) > MOST_GROUPS:
        frequent = drawn["group"].value_counts().head(MOST_GROUPS).index
        drawn = drawn[drawn["group"].isin(frequent)]
        st.caption(f"The {MOST_GROUPS} lines with most events of {len(names)}; narrow the filters to see the others.")
    st.html(family_key(list({family_label(kind): None for kind in drawn["type"]}), dark()))
    st.altair_chart(
        timeline_chart(drawn, wanted, dark()),
        key=CHART,
        on_select="rerun",
        selection_mode=CHOSEN,
        width="stretch",
    )


def side(found: pd.DataFrame) -> None:
    """Draw the card of the chosen bar, how to read the bars, and the events that no timeline can show."""
    event_id = chosen_event()
    if event_id:
        event_panel(event_id)
    else:
        st.html(READING_HELP)
    hidden = undated(found)
    if not hidden.empty:
        st.html(f'<div class="geo-part">{counted(len(hidden), "event")} without a date</div>')
        st.dataframe(
            hidden[["title", "place_name"]],
            hide_index=True,
            column_config={"title": "Event", "place_name": "Place"},
            height=min(400, 36 * len(hidden) + 40),
        )


def chosen_event() -> str | None:
    picked = ((st.session_state.get(CHART) or {}).get("selection") or {}).get(CHOSEN) or []
    return str(picked[0]["event_id"]) if picked and picked[0].get("event_id") else None
