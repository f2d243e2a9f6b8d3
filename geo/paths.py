"""Where things lie inside the checkout; `GEO_BUILT` and `GEO_STORE` move what is built and kept."""

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


def store_url() -> str:
    """Return the SQLAlchemy address of the store."""
    return os.environ.get("GEO_STORE") or f"sqlite:///{built() / 'store.sqlite'}"
