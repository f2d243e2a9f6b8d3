"""Event types to colours and shapes, the same on the map, the timeline, the legend and the picture.

Sixteen hues cannot be told apart, so types fall into seven families with one
hue each, and types of one family differ in shape. The hues start from Okabe and
Ito's and Paul Tol's palettes and were moved until every pair stays apart for
readers without red or green cones (CIE76 >= 18 by day, >= 30 by night) and each
stands out from its map at 3:1 or more; tests/unit/test_layers_style.py checks both.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.types import EventType

LIGHT_SEA = "#cfe0ec"
LIGHT_LAND = "#f3efe6"
DARK_SEA = "#16222c"
DARK_LAND = "#2b3640"

# family: (colour on the light map, colour on the dark map, label)
FAMILIES: dict[str, tuple[str, str, str]] = {
    "exercise": ("#1b72da", "#7484ff", "Joint exercise"),
    "patrol": ("#8d0095", "#ffaff9", "Joint patrol"),
    "unilateral": ("#48637b", "#d0dbc1", "One country's exercise"),
    "movement": ("#098961", "#1d8c92", "Movement"),
    "reaction": ("#61182c", "#ec9429", "Reaction"),
    "diplomacy": ("#617517", "#ffff26", "Diplomacy"),
    "force": ("#f80b28", "#d46e56", "Use of force"),
}

# Vega's names of shapes, which Altair takes as they are, and matplotlib's for the same.
MATPLOTLIB_MARKERS = {
    "circle": "o",
    "square": "s",
    "diamond": "D",
    "cross": "P",
    "triangle-up": "^",
    "triangle-down": "v",
    "triangle-right": ">",
    "triangle-left": "<",
}


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How one event type looks. Colours are '#rrggbb'; `symbol` is a key of MATPLOTLIB_MARKERS."""

    color: str
    dark_color: str
    symbol: str
    label: str
    family: str

    @property
    def marker(self) -> str:
        return MATPLOTLIB_MARKERS[self.symbol]


def _style(event_type: EventType, family: str, symbol: str) -> TypeStyle:
    color, dark_color, _ = FAMILIES[family]
    return TypeStyle(color, dark_color, symbol, event_type.label, family)


TYPE_STYLE: dict[EventType, TypeStyle] = {
    event_type: _style(event_type, family, symbol)
    for event_type, family, symbol in (
        (EventType.JOINT_EXERCISE, "exercise", "circle"),
        (EventType.JOINT_AIR_PATROL, "patrol", "triangle-up"),
        (EventType.JOINT_NAVAL_PATROL, "patrol", "square"),
        (EventType.UNILATERAL_EXERCISE, "unilateral", "circle"),
        (EventType.PORT_DEPARTURE, "movement", "triangle-right"),
        (EventType.PORT_CALL, "movement", "square"),
        (EventType.TRANSIT, "movement", "diamond"),
        (EventType.DEPLOYMENT, "movement", "triangle-up"),
        (EventType.SCRAMBLE, "reaction", "triangle-up"),
        (EventType.MONITORING, "reaction", "circle"),
        (EventType.PROTEST, "reaction", "diamond"),
        (EventType.CLOSURE, "reaction", "square"),
        (EventType.MEETING, "diplomacy", "circle"),
        (EventType.AGREEMENT, "diplomacy", "diamond"),
        (EventType.MISSILE_LAUNCH, "force", "triangle-up"),
        (EventType.ARMED_CONFLICT, "force", "cross"),
    )
}
