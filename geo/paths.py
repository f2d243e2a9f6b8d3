"""Where things lie inside the checkout; `GEO_BUILT` and `GEO_STORE` move what is built and kept.

`GEO_GAZETTEER` names gazetteers of the user's own, parted as paths are (":", on Windows ";").
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
RULES = DATA / "rules"
PLACES = DATA / "places"
REPORTS = DATA / "reports"
EXERCISES = DATA / "exercises.csv"
NODE_MODULES = ROOT / "node_modules"
STATIC = ROOT / "static"
VENDOR = STATIC / "vendor"
BASEMAP = STATIC / "basemap"


def built() -> Path:
    """Return the folder of built files: the gazetteer and, by default, the store."""
    return Path(os.environ.get("GEO_BUILT") or DATA / "built")


def gazetteer_file() -> Path:
    return built() / "gazetteer.sqlite"


def custom_gazetteers() -> tuple[Path, ...]:
    """Return the user's own gazetteer files, CSV or GeoJSON; the first wins over those after it."""
    return tuple(Path(path) for path in os.environ.get("GEO_GAZETTEER", "").split(os.pathsep) if path.strip())


def store_url() -> str:
    """Return the SQLAlchemy address of the store."""
    return os.environ.get("GEO_STORE") or f"sqlite:///{built() / 'store.sqlite'}"
