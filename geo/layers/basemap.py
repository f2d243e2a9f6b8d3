"""The map under the events as a folium element: land, graticule and names out of static/basemap, by day and by night.

The drawing itself is js/world.js; this file hands it colours, addresses and the attribution.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from branca.element import MacroElement
from folium.template import Template

from geo.layers.style import DARK_LAND, DARK_SEA, LIGHT_LAND, LIGHT_SEA

SCRIPTS = Path(__file__).parent / "js"
FRAME_TO_SERVER = "../../"  # from streamlit-folium's frame, so that it holds under any base path
ATTRIBUTION = "Natural Earth, GeoNames (CC BY 4.0). Borders show one viewpoint of several, no endorsement."
PALETTES = {
    "light": {"sea": LIGHT_SEA, "land": LIGHT_LAND, "border": "#a39c8e", "graticule": "#b3c9d8"},
    "dark": {"sea": DARK_SEA, "land": DARK_LAND, "border": "#51606c", "graticule": "#22333f"},
}


class Basemap(MacroElement):
    """Draws the world on canvas tiles below everything else; needs the files that `python -m geo setup` makes."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "{{ this.source }}\n"
        "window.geoStyle = document.createElement('style');"
        "window.geoStyle.textContent = {{ this.styles }};"
        "document.head.appendChild(window.geoStyle);"
        "window.geoWorld({{ this._parent.get_name() }}, {{ this.options }});"
        "{% endmacro %}"
    )

    def __init__(self, server: str = FRAME_TO_SERVER) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Basemap"
        self.source = read_script("world.js")
        self.styles = as_javascript(read_script("map.css"))
        self.options = as_javascript(
            {"base": f"{server}app/static/basemap/", "palettes": PALETTES, "attribution": ATTRIBUTION}
        )


def read_script(name: str) -> str:
    return (SCRIPTS / name).read_text(encoding="utf-8")


def as_javascript(value: Any) -> str:
    """Return a value as a JavaScript literal that is inert in a script element, a template literal and an attribute."""
    text = json.dumps(value, ensure_ascii=True)
    for character in "<>&'`$":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
