"""An event filter turned into folium objects: a map that never changes and a small group that says what to show.

streamlit-folium mounts a map anew whenever its script changes, so the map is
the same in every run. What changes is one feature group of a few hundred bytes:
it names the filter, and the map's own script asks the server for the view.
"""

from __future__ import annotations

from urllib.parse import urlencode

import folium
from branca.element import MacroElement
from folium.template import Template

from geo.layers.basemap import FRAME_TO_SERVER, Basemap, as_javascript, read_script
from geo.layers.style import TYPE_STYLE

MIN_ZOOM, MAX_ZOOM = 2, 10  # beyond 10 the outlines are coarser than the screen
START = (33.0, 136.0)
START_ZOOM = 4
# Symbols on a 24 x 24 field, by Vega's names.
SYMBOL_PATHS = {
    "circle": "M12 3 A9 9 0 1 1 11.99 3 Z",
    "square": "M4 4 H20 V20 H4 Z",
    "diamond": "M12 1.5 L22.5 12 L12 22.5 L1.5 12 Z",
    "cross": "M8.5 2 H15.5 V8.5 H22 V15.5 H15.5 V22 H8.5 V15.5 H2 V8.5 H8.5 Z",
    "triangle-up": "M12 2 L22.5 21 H1.5 Z",
    "triangle-down": "M12 22 L22.5 3 H1.5 Z",
    "triangle-right": "M22 12 L3 22.5 V1.5 Z",
    "triangle-left": "M2 12 L21 22.5 V1.5 Z",
}


def event_map(server: str = FRAME_TO_SERVER) -> folium.Map:
    """Return the map without events; its script is the same every time.

    Args:
        server: address of the server's root as the map's frame sees it.
    """
    drawn = folium.Map(START, zoom_start=START_ZOOM, tiles=None, minZoom=MIN_ZOOM, maxZoom=MAX_ZOOM, worldCopyJump=True)
    drawn.default_js = [pair for pair in folium.Map.default_js if pair[1].endswith("leaflet.js")]
    drawn.default_css = [pair for pair in folium.Map.default_css if pair[1].endswith("leaflet.css")]
    Basemap(server).add_to(drawn)
    EventScript(server).add_to(drawn)
    return drawn


def event_group(
    query: list[tuple[str, str]], selected: str | None = None, focus: tuple[float, float, int] | None = None
) -> folium.FeatureGroup:
    """Return what tells the map which events to show.

    Args:
        query: the filter's words, as in the address.
        selected: the event that is marked as chosen.
        focus: lat, lon and least zoom to move to; moved to once.
    """
    group = folium.FeatureGroup("events")
    Shown(query, selected, focus).add_to(group)
    return group


class EventScript(MacroElement):
    """The part of the map that asks for events and draws them (js/events.js, js/controls.js)."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "{{ this.source }}\n"
        "window.geoShown = window.geoEvents({{ this._parent.get_name() }}, "
        "Object.assign({{ this.options }}, {notice: window.geoNotice, legend: window.geoLegend}));"
        "{% endmacro %}"
    )

    def __init__(self, server: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "EventScript"
        self.source = "".join(map(read_script, ("symbols.js", "areas.js", "controls.js", "events.js")))
        types = {
            event_type.value: {
                "light": style.color,
                "dark": style.dark_color,
                "symbol": style.symbol,
                "label": style.label,
                "family": style.family,
            }
            for event_type, style in TYPE_STYLE.items()
        }
        self.options = as_javascript({"api": f"{server}api/", "types": types, "symbols": SYMBOL_PATHS})


class Shown(MacroElement):
    """One call to the map's script. The list that st_folium keeps of old groups is emptied: it never does so itself."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.feature_group = [];window.geoShown.show({{ this.wanted }});"
        "{% endmacro %}"
    )

    def __init__(
        self, query: list[tuple[str, str]], selected: str | None, focus: tuple[float, float, int] | None
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Shown"
        self.wanted = as_javascript({"query": urlencode(query), "selected": selected, "focus": focus})
