"""Events to marks on a slide: the type's symbol, filled or hollow as on the dashboard's map, and numbered badges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.patches import Circle

from geo.briefing.slide import Palette, Slide
from geo.layers.style import TYPE_STYLE
from geo.types import Assertion, EventType

HOLLOW = {Assertion.PLANNED, Assertion.CLAIMED, Assertion.POSTPONED}
CALLED_OFF = {Assertion.CANCELLED, Assertion.NEGATED}
ASSERTION_WORDS = {
    Assertion.PLANNED: "planned",
    Assertion.CANCELLED: "cancelled",
    Assertion.POSTPONED: "postponed",
    Assertion.BACKGROUND: "background",
    Assertion.CLAIMED: "claimed",
    Assertion.NEGATED: "denied",
}
BADGE_RADIUS = 12.5  # pixels


def draw_symbol(
    axes: Any,
    palette: Palette,
    at: Sequence[tuple[float, float]],
    event_type: str,
    assertion: str,
    size: float = 11,
    zorder: float = 10,
    color: str | None = None,
) -> None:
    """Draw a type's symbol at each point: filled when it took place, hollow when planned, struck through when not."""
    color = color or palette.of_type(event_type)
    hollow = assertion in HOLLOW or assertion in CALLED_OFF
    face, edge = (palette.paper, color) if hollow else (color, palette.paper)
    marker, width = TYPE_STYLE[EventType(event_type)].marker, 2.0 if hollow else 1.0
    xs, ys = [x for x, _ in at], [y for _, y in at]
    axes.plot(xs, ys, marker=marker, markersize=size, mfc=face, mec=edge, mew=width, zorder=zorder, linestyle="")
    if assertion in CALLED_OFF:
        reach = size * 0.65
        for x, y in at:
            axes.plot([x - reach, x + reach], [y - reach, y + reach], color=color, linewidth=2, zorder=zorder)


def draw_badge(slide: Slide, axes: Any, x: float, y: float, number: int, event_type: str, zorder: float = 20) -> None:
    """Draw the number by which the key names an event."""
    palette = slide.palette
    color = palette.of_type(event_type)
    axes.add_patch(
        Circle((x, y), BADGE_RADIUS, facecolor=color, edgecolor=palette.paper, linewidth=1.6, zorder=zorder)
    )  # fmt: skip
    size = 10.5 if number < 100 else 8.5
    slide.text(
        x, y, str(number), size, axes, color=palette.on_mark, weight="bold", ha="center", va="center_baseline",
        zorder=zorder + 0.5,
    )  # fmt: skip
