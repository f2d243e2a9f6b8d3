"""What the marks on a slide mean, in a strip below the picture that names only what is shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

import pandas as pd
from matplotlib.patches import Circle, Rectangle

from geo.briefing.areas import GIVEN, WITHIN
from geo.briefing.marks import CALLED_OFF, HOLLOW, draw_symbol
from geo.briefing.slide import MARGIN, WIDTH, Slide
from geo.layers.style import FAMILIES, TYPE_STYLE
from geo.types import Assertion, EventType

SIZE = 11.0
LINE = 24.0
GAP = 24.0
SAMPLE = 30.0  # pixels for the symbol before its words
Item = tuple[str, Callable[[float, float], Any]]  # words, and what draws the sample in the middle of (x, y)


def draw_legend(slide: Slide, items: Sequence[Item], top: float) -> None:
    """Draw items one after the other, on as many lines as they need."""
    x, y = float(MARGIN), top - LINE / 2
    for words, draw in items:
        wide = SAMPLE + slide.width_of(words, SIZE) + GAP
        if x > MARGIN and x + wide - GAP > WIDTH - MARGIN:
            x, y = float(MARGIN), y - LINE
        draw(x + SAMPLE / 2 - 3, y)
        slide.text(x + SAMPLE, y, words, SIZE)
        x += wide


def map_items(slide: Slide, shown: pd.DataFrame, tracks: bool, edges: Collection[str]) -> list[Item]:
    """Return what has to be said of a map of these events."""
    items = type_items(slide, shown)
    assertions = set(shown["assertion"])
    neutral, gray = EventType.JOINT_EXERCISE, slide.palette.muted
    if assertions & (HOLLOW | CALLED_OFF):
        items.append(("took place", symbol(slide, neutral, Assertion.ACTUAL, gray)))
    if assertions & HOLLOW:
        items.append(("planned or claimed", symbol(slide, neutral, Assertion.PLANNED, gray)))
    if assertions & CALLED_OFF:
        items.append(("called off or denied", symbol(slide, neutral, Assertion.CANCELLED, gray)))
    if GIVEN in edges:
        items.append((GIVEN, lambda x, y: slide.axes.add_patch(solid_square(slide, x, y))))
    if WITHIN in edges:
        items.append((WITHIN, lambda x, y: dashed_circle(slide, x, y)))
    if tracks:
        items.append(("from here to there, way unknown", lambda x, y: dotted_line(slide, x, y)))
    return items


def type_items(slide: Slide, shown: pd.DataFrame) -> list[Item]:
    """Return the event types that are shown, in the order of the dashboard's legend."""
    there = set(shown["type"])
    return [
        (style.label, symbol(slide, event_type, Assertion.ACTUAL))
        for event_type, style in TYPE_STYLE.items()
        if event_type in there
    ]


def family_items(slide: Slide, shown: pd.DataFrame) -> list[Item]:
    """Return the families of event types that are shown: a bar's colour stands for one."""
    there = {TYPE_STYLE[EventType(event_type)].family for event_type in shown["type"]}
    dark = slide.palette.dark
    return [
        (label, swatch(slide, night if dark else day))
        for name, (day, night, label) in FAMILIES.items()
        if name in there
    ]


def swatch(slide: Slide, color: str) -> Callable[[float, float], Any]:
    return lambda x, y: slide.axes.add_patch(Rectangle((x - 7, y - 7), 14, 14, facecolor=color))


def symbol(slide: Slide, event_type: str, assertion: str, color: str | None = None) -> Callable[[float, float], None]:
    return lambda x, y: draw_symbol(slide.axes, slide.palette, [(x, y)], event_type, assertion, size=9.5, color=color)


def dashed_circle(slide: Slide, x: float, y: float) -> None:
    muted = slide.palette.muted
    slide.axes.add_patch(Circle((x, y), 9, facecolor="none", edgecolor=muted, linestyle=(0, (4, 2)), linewidth=1.4))


def solid_square(slide: Slide, x: float, y: float) -> Rectangle:
    return Rectangle((x - 8, y - 7), 16, 14, facecolor="none", edgecolor=slide.palette.muted, linewidth=1.4)


def dotted_line(slide: Slide, x: float, y: float) -> None:
    slide.axes.plot([x - 12, x + 12], [y, y], color=slide.palette.muted, linewidth=1.8, linestyle=(0, (1, 1.2)))
