"""static/basemap to what lies under the events: land, borders, graticule, scale bar, names of seas and cities."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from geo.briefing.boxes import Taken
from geo.briefing.slide import Slide
from geo.briefing.view import Floats, View
from geo.errors import NotBuilt
from geo.paths import BASEMAP

COARSE_BELOW_ZOOM = 2.6
GRATICULE_STEPS = (1, 2, 5, 10, 20, 30)
MOST_MERIDIANS = 13
SCALE_BAR_KM = (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5)
KM_PER_DEGREE = 111.32  # of longitude at the equator
MORE_NAMES = 0.6  # zoom levels: a slide is read closer than a web map, and holds names a little earlier
MOST_CITIES = 45

Layer = list[tuple[Floats, tuple[float, float, float, float]]]  # points (lon, lat) and their bounds


def draw_ground(slide: Slide, axes: Any, view: View) -> None:
    """Draw sea, land, borders and graticule over the whole of the axes.

    Raises:
        NotBuilt: set-up has not made the base map.
    """
    palette = slide.palette
    axes.add_patch(Rectangle((0, 0), view.width, view.height, facecolor=palette.sea, edgecolor="none", zorder=0))
    coarse = view.zoom < COARSE_BELOW_ZOOM
    rings = in_view(layer("countries-coarse" if coarse else "countries"), view)
    if rings:
        codes = [np.r_[Path.MOVETO, np.full(len(ring) - 2, Path.LINETO), Path.CLOSEPOLY] for ring in rings]
        shape = Path(np.vstack(rings), np.concatenate(codes).astype(np.uint8))
        axes.add_patch(PathPatch(shape, facecolor=palette.land, edgecolor=palette.land, linewidth=0.4, zorder=1))
    lines = in_view(layer("borders"), view)
    axes.add_collection(LineCollection(lines, colors=palette.border, linewidths=0.45 if coarse else 0.7, zorder=2))
    axes.add_collection(LineCollection(graticule(view), colors=palette.sea_ink, linewidths=0.4, alpha=0.35, zorder=2.5))


def draw_frame(slide: Slide, axes: Any, view: View, taken: Taken) -> None:
    """Write the graticule's degrees along the edges and the scale bar into the lower left corner."""
    palette = slide.palette
    halo = [withStroke(linewidth=1.5, foreground=palette.sea)]
    draw_scale_bar(slide, axes, view, taken)
    for lon in steps(view.west, view.east, graticule_step(view)):
        x = float(view.pixels(0, lon)[0, 0])
        words = degrees((lon + 180) % 360 - 180, "E", "W")
        if taken.add((x - 26, view.height - 24, x + 26, view.height)):
            slide.text(x, view.height - 12, words, 9.5, axes, color=palette.sea_ink, ha="center", path_effects=halo)
    for lat in steps(view.south, view.north, graticule_step(view)):
        y = float(view.pixels(lat, 0)[0, 1])
        if 40 < y < view.height - 30 and taken.add((0, y - 9, 50, y + 9)):
            slide.text(8, y, degrees(lat, "N", "S"), 9.5, axes, color=palette.sea_ink, path_effects=halo)
    axes.add_patch(
        Rectangle((0, 0), view.width, view.height, facecolor="none", edgecolor=palette.muted, linewidth=1.2, zorder=30)
    )


def draw_scale_bar(slide: Slide, axes: Any, view: View, taken: Taken) -> None:
    """Draw a bar whose length holds at the middle latitude, which is written beside it."""
    palette = slide.palette
    lat = (view.south + view.north) / 2 if view.zoom > COARSE_BELOW_ZOOM else 0.0
    km_per_pixel = KM_PER_DEGREE * math.cos(math.radians(lat)) / view.pixels_per_degree
    length_km = next((km for km in SCALE_BAR_KM if km / km_per_pixel <= view.width * 0.2), SCALE_BAR_KM[-1])
    x, y, length = 26, 24, length_km / km_per_pixel
    where = "the equator" if lat == 0 else degrees(round(lat), "N", "S")
    words = f"{length_km:,} km at {where}"
    wide = max(length, slide.width_of(words, 10.5)) + 28
    axes.add_patch(
        Rectangle((x - 14, y - 12), wide, 46, facecolor=palette.paper, alpha=0.85, edgecolor="none", zorder=28)
    )
    axes.plot([x, x, x + length, x + length], [y + 6, y, y, y + 6], color=palette.ink, linewidth=1.8, zorder=29)
    slide.text(x, y + 20, words, 10.5, axes, zorder=29)
    taken.add((x - 14, y - 12, x - 14 + wide, y + 34), force=True)


def draw_names(slide: Slide, axes: Any, view: View, taken: Taken) -> None:
    """Name seas and cities where nothing else stands, the largest first."""
    palette, cities = slide.palette, 0
    for label in labels():
        if not label["zoom"] - MORE_NAMES <= view.zoom or view.zoom > label.get("until", 99) + 1:
            continue
        if not view.holds(label["lat"], label["lon"]):
            continue
        x, y = view.point(label["lat"], label["lon"])
        if label["kind"] in ("city", "capital"):
            cities += cities < MOST_CITIES and draw_city(slide, axes, view, label, taken)
            continue
        lines = slide.wrapped(label["name"], 10.5, 130, 3)
        half = max(slide.width_of(line, 10.5) for line in lines) / 2 + 4
        tall = 8 * len(lines) + 2
        if x - half > 0 and x + half < view.width and taken.add((x - half, y - tall, x + half, y + tall)):
            halo = [withStroke(linewidth=2, foreground=palette.sea)]
            for number, line in enumerate(lines):
                height = y + 8 * (len(lines) - 1) - 16 * number
                slide.text(
                    x, height, line, 10.5, axes, style="italic", color=palette.sea_ink, ha="center", zorder=4,
                    path_effects=halo,
                )  # fmt: skip


def draw_city(slide: Slide, axes: Any, view: View, label: dict[str, Any], taken: Taken) -> bool:
    """Draw a city unless its name has no room; return whether it was drawn."""
    x, y = view.point(label["lat"], label["lon"])
    right = x + 8 + slide.width_of(label["name"], 9)
    if right > view.width - 4 or not 12 < y < view.height - 12 or not taken.add((x - 4, y - 8, right, y + 8)):
        return False
    palette = slide.palette
    axes.plot([x], [y], marker="s", markersize=2.6, color=palette.muted, zorder=3.5)
    halo = [withStroke(linewidth=1.8, foreground=palette.land)]
    slide.text(x + 6, y, label["name"], 9, axes, color=palette.muted, zorder=4, path_effects=halo)
    return True


def graticule(view: View) -> list[Floats]:
    step = graticule_step(view)
    lines = [view.pixels([view.south, view.north], [lon, lon]) for lon in steps(view.west, view.east, step)]
    return lines + [view.pixels([lat, lat], [view.west, view.east]) for lat in steps(view.south, view.north, step)]


def graticule_step(view: View) -> int:
    return next((step for step in GRATICULE_STEPS if (view.east - view.west) / step <= MOST_MERIDIANS), 60)


def steps(low: float, high: float, step: int) -> list[int]:
    return list(range(math.ceil(low / step) * step, math.floor(high / step) * step + 1, step))


def degrees(value: float, positive: str, negative: str) -> str:
    side = "" if value == 0 or abs(value) == 180 else positive if value > 0 else negative
    return f"{abs(value):g}°{side}"


def in_view(parts: Layer, view: View) -> list[Floats]:
    """Return the parts that the view shows, in pixels, once for each copy of the world."""
    shown = []
    for shift in view.copies():
        for points, (west, south, east, north) in parts:
            if east + shift > view.west and west + shift < view.east and north > view.south and south < view.north:
                shown.append(view.pixels(points[:, 1], points[:, 0] + shift))
    return shown


@lru_cache(maxsize=8)
def layer(name: str, folder: FilePath = BASEMAP) -> Layer:
    """Return the rings or lines of a base map file."""
    content = read(folder / f"{name}.json")
    if content["type"] == "FeatureCollection":
        polygons = [polygon for feature in content["features"] for polygon in feature["geometry"]["coordinates"]]
        return with_bounds(ring for polygon in polygons for ring in polygon)
    return with_bounds(content["coordinates"])


def with_bounds(parts: Iterable[Any]) -> Layer:
    arrays = [np.asarray(part, float) for part in parts]
    return [(points, (*points.min(axis=0), *points.max(axis=0))) for points in arrays]


@lru_cache(maxsize=1)
def labels(folder: FilePath = BASEMAP) -> list[dict[str, Any]]:
    return sorted(read(folder / "labels.json"), key=lambda label: label["zoom"])


def read(path: FilePath) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NotBuilt(f"The base map is missing or damaged: {path.name}. Run `python -m geo setup`.") from error
