"""A slide of 1920 x 1080 pixels: its colours, title, footer, and text that fits where it is put.

All drawing is in pixels from the lower left corner. Figures are made without
pyplot, one at a time, so that several people's downloads cannot mix.
"""

from __future__ import annotations

import datetime as dt
import io
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font

from geo.layers.style import DARK_LAND, DARK_SEA, LIGHT_LAND, LIGHT_SEA, TYPE_STYLE
from geo.types import EventType

WIDTH, HEIGHT, DPI = 1920, 1080, 100
MARGIN = 48
FONT = "DejaVu Sans"  # comes with matplotlib: the picture is the same on every machine
UNREADABLE = "(name in another script)"

Theme = Literal["light", "dark"]
_drawing = threading.Lock()  # matplotlib's font and text caches are shared by all threads


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of a slide, '#rrggbb'."""

    paper: str
    ink: str
    muted: str
    rule: str
    sea: str
    land: str
    border: str
    sea_ink: str
    on_mark: str
    dark: bool

    def of_type(self, event_type: str) -> str:
        style = TYPE_STYLE[EventType(event_type)]
        return style.dark_color if self.dark else style.color


PALETTES: dict[str, Palette] = {
    "light": Palette(
        paper="#ffffff", ink="#1b2733", muted="#5a6875", rule="#d5dbe1", sea=LIGHT_SEA, land=LIGHT_LAND,
        border="#a39c8e", sea_ink="#4c7390", on_mark="#ffffff", dark=False,
    ),
    "dark": Palette(
        paper="#11181e", ink="#e3e9ee", muted="#9aa8b4", rule="#34424e", sea=DARK_SEA, land=DARK_LAND,
        border="#5d6c78", sea_ink="#7d9bb0", on_mark="#11181e", dark=True,
    ),
}  # fmt: skip


class Slide:
    """A blank slide with one pair of axes whose unit is the pixel."""

    def __init__(self, theme: Theme) -> None:
        self.palette = PALETTES[theme]
        self.figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=self.palette.paper)
        self.canvas = FigureCanvasAgg(self.figure)
        self.axes = self.panel(0, 0, WIDTH, HEIGHT)

    def panel(self, left: float, bottom: float, width: float, height: float) -> Any:
        """Return axes over a rectangle, which clip what is drawn in them; their unit is the pixel, too."""
        axes = self.figure.add_axes((left / WIDTH, bottom / HEIGHT, width / WIDTH, height / HEIGHT))
        axes.set_xlim(0, width)
        axes.set_ylim(0, height)
        axes.set_axis_off()
        return axes

    def text(self, x: float, y: float, words: str, size: float, axes: Any = None, **style: Any) -> Any:
        """Write words that came from anywhere: nothing in them is read as markup, no glyph is missing."""
        style.setdefault("color", self.palette.ink)
        style.setdefault("va", "center")
        return (axes or self.axes).text(
            x, y, readable(words), fontsize=size, fontfamily=FONT, parse_math=False, **style
        )  # fmt: skip

    def width_of(self, words: str, size: float, weight: str = "normal") -> float:
        properties = font_manager.FontProperties(family=FONT, size=size, weight=weight)
        renderer: Any = self.canvas.get_renderer()  # type: ignore[no-untyped-call]
        return float(renderer.get_text_width_height_descent(readable(words), properties, False)[0])

    def fitted(self, words: str, size: float, most: float, weight: str = "normal") -> str:
        """Return words, cut with an ellipsis where they are wider than `most` pixels."""
        words = readable(words)
        if self.width_of(words, size, weight) <= most:
            return words
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width_of(words[:middle].rstrip() + "…", size, weight) <= most:
                low = middle
            else:
                high = middle - 1
        return words[:low].rstrip(" ,·–-") + "…"

    def wrapped(self, words: str, size: float, most: float, lines: int, weight: str = "normal") -> list[str]:
        """Return words in at most so many lines of at most so many pixels; the last one is cut."""
        rest = readable(words).split()
        done: list[str] = []
        while rest and len(done) < lines - 1:
            line = [rest.pop(0)]
            while rest and self.width_of(" ".join([*line, rest[0]]), size, weight) <= most:
                line.append(rest.pop(0))
            done.append(self.fitted(" ".join(line), size, most, weight))
        return [*done, self.fitted(" ".join(rest), size, most, weight)] if rest else done

    def frame(self, title: str, subtitle: str, attribution: str, made: dt.date) -> None:
        """Write what stands above and below the picture."""
        width = WIDTH - 2 * MARGIN
        self.text(MARGIN, HEIGHT - 54, self.fitted(title, 27, width, "bold"), 27, weight="bold")
        self.text(MARGIN, HEIGHT - 100, self.fitted(subtitle, 14.5, width), 14.5, color=self.palette.muted)
        day = f"Made {made.day} {made:%b} {made.year}"
        self.text(WIDTH - MARGIN, 28, day, 10.5, color=self.palette.muted, ha="right")
        room = width - self.width_of(day, 10.5) - 40
        self.text(MARGIN, 28, self.fitted(attribution, 10.5, room), 10.5, color=self.palette.muted)

    def png(self) -> bytes:
        file = io.BytesIO()
        self.canvas.print_png(file)  # type: ignore[no-untyped-call]
        return file.getvalue()


def drawn(theme: Theme, draw: Callable[[Slide], None]) -> bytes:
    """Return the PNG of a slide that `draw` draws on; one slide at a time."""
    with _drawing:
        slide = Slide(theme)
        draw(slide)
        return slide.png()


def readable(words: str) -> str:
    """Return words with what the slide's font cannot show left out, on one line."""
    glyphs = font_glyphs()
    shown = " ".join("".join(c if ord(c) in glyphs or c.isspace() else " " for c in words).split())
    lost = 2 * sum(map(str.isalpha, shown)) < sum(map(str.isalpha, words))  # of "北部·联合-2023" only "· -2023" is left
    return UNREADABLE if lost or (words.strip() and not shown.strip("()[]{}|/-–—·,;:. ")) else shown


@cache
def font_glyphs() -> frozenset[int]:
    path = font_manager.findfont(font_manager.FontProperties(family=FONT))
    return frozenset(code for code in FT2Font(path).get_charmap() if code >= 0x20)
