"""Where events were to shapes on a slide: areas by their corners, seas and countries, circles of uncertainty."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import shapely.geometry
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from geo.briefing import view as views
from geo.briefing.slide import Slide
from geo.briefing.view import View
from geo.gazetteer import Gazetteer
from geo.layers.areas import circle, is_given, outline_geometry, shape_features

SHAPED_KINDS = {"sea", "strait", "region", "country", "island", "area", "range", "other"}
LEAST_CIRCLE_PIXELS = 10.0
WITHIN, GIVEN = "somewhere within", "area as given"  # what an edge says, and the words for it in the legend
LINES = {WITHIN: (0, (4, 2.5)), GIVEN: "solid"}
FEW, FILL, FAINT_FILL = 5, 0.12, 0.05  # many areas lie upon one another
CUT_LON = 179.5  # simplified shapes end a little short of 180


def draw_areas(
    slide: Slide,
    axes: Any,
    view: View,
    named: pd.DataFrame,
    events: Mapping[str, Mapping[str, Any]],
    gazetteer: Gazetteer,
) -> set[str]:
    """Draw where each named event was, once for all events of one colour; return the kinds of edges drawn.

    Args:
        events: the named events as the store holds them, by event_id.
    """
    done: set[tuple[Any, ...]] = set()
    edges: set[str] = set()
    fill = FILL if len(named) <= FEW else FAINT_FILL
    for event in named.to_dict("records"):
        color = slide.palette.of_type(event["type"])
        main: dict[Any, Any] = {**event, "kind": event["place_kind"], "polygon": None}
        for place in given_areas(events.get(event["event_id"], {})) or [main]:
            key = (color, place["place_id"], place["lat"], place["lon"], place["radius_km"])
            if key not in done and (edge := draw_area(axes, view, place, color, fill, gazetteer)):
                done.add(key)
                edges.add(edge)
    return edges


def given_areas(event: Mapping[str, Any]) -> list[dict[Any, Any]]:
    """Return the locations of an event that its report gives by coordinates."""
    return [place for place in event.get("places", ()) if place["role"] == "location" and is_given(place)]


def draw_area(
    axes: Any, view: View, place: Mapping[Any, Any], color: str, fill: float, gazetteer: Gazetteer
) -> str | None:  # fmt: skip
    """Draw the outline of an area, the shape of a sea or a country, or the circle within which an event was.

    Returns what kind of edge was drawn, None where nothing can be seen.
    """
    edge = GIVEN if is_given(place) else WITHIN
    paths = outline_paths(view, place) or shape_paths(view, place, gazetteer) or circle_paths(view, place)
    for path in paths:
        axes.add_patch(PathPatch(path, facecolor=(*rgb(color), fill), edgecolor="none", zorder=5))
        line = {"edgecolor": (*rgb(color), 0.8), "linestyle": LINES[edge], "linewidth": 1.3}
        axes.add_patch(PathPatch(path, facecolor="none", zorder=5.5, **line))
    return edge if paths else None


def outline_paths(view: View, place: Mapping[Any, Any]) -> list[Path]:
    geometry = outline_geometry([place["polygon"]] if place["polygon"] else [])
    return [shape_path(geometry, view, shift) for shift in view.copies()] if geometry else []


def shape_paths(view: View, place: Mapping[Any, Any], gazetteer: Gazetteer) -> list[Path]:
    if place["kind"] not in SHAPED_KINDS or not isinstance(place["place_id"], str):
        return []
    features = shape_features([place["place_id"]], gazetteer)
    return [shape_path(feature["geometry"], view, shift) for feature in features for shift in view.copies()]


def circle_paths(view: View, place: Mapping[Any, Any]) -> list[Path]:
    radius_km = place["radius_km"]
    pixels = radius_km / views.KM_PER_DEGREE * view.pixels_per_degree
    if math.isnan(radius_km) or pixels < LEAST_CIRCLE_PIXELS:
        return []
    ring = circle(place["lat"], view.near(place["lon"]), radius_km)
    return [Path(view.pixels([lat for lat, _ in ring], [lon for _, lon in ring]), closed=True)]


def shape_path(geometry: dict[str, Any], view: View, shift: float) -> Path:
    """Return a (lon, lat) polygon as a path in pixels, the world moved by `shift` degrees.

    Edges along 180 degrees, where shapes are cut and nothing ends, are gaps of the path: filled, but not drawn.
    """
    shape = shapely.geometry.shape(geometry)
    polygons = getattr(shape, "geoms", [shape])
    rings = [np.asarray(ring.coords) for part in polygons for ring in (part.exterior, *part.interiors)]
    return Path.make_compound_path(*(ring_path(ring, view, shift) for ring in rings))


def ring_path(ring: views.Floats, view: View, shift: float) -> Path:
    at_cut = np.abs(ring[:, 0]) >= CUT_LON
    along = np.r_[False, at_cut[1:] & at_cut[:-1]]
    if along.any():  # begin after a cut, so that every stretch between two cuts is one piece
        first = int(np.flatnonzero(along)[0])
        along = np.roll(np.r_[along[-1], along[1:-1]], -first)
        ring = np.roll(ring[:-1], -first, axis=0)
    codes = np.where(along, Path.MOVETO, Path.LINETO).astype(np.uint8)
    codes[0] = Path.MOVETO
    return Path(view.pixels(ring[:, 1], ring[:, 0] + shift), codes)


def rgb(color: str) -> tuple[float, float, float]:
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255
