"""The bundled data: sample reports read by the program itself, and the table of known exercises, put into the store."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlalchemy import make_url

from geo.assets import Progress
from geo.gazetteer import Gazetteer
from geo.paths import DATA, EXERCISES, PLACES, REPORTS, ROOT, RULES, built, store_url
from geo.pipeline import read
from geo.sources import read_sample_reports
from geo.sources.exercises import SOURCE, read_exercises
from geo.stamps import digest, has_stamp, write_stamp
from geo.store import EventStore, PlaceOverrides

READERS = ("text", "extract", "geocode", "gazetteer", "sources")  # packages that decide what is read from a report


def load(progress: Progress) -> None:
    """Read the bundled reports and exercises into the configured store; safe to repeat.

    Raises:
        GazetteerNotBuilt: it has to be built before.
        InputError: a bundled file is malformed; the text names it.
        StoreError: the store cannot be written.
    """
    store, gazetteer = EventStore(), Gazetteer.open(custom=())  # the samples are the same for everybody
    try:
        reports, overrides = list(read_sample_reports()), PlaceOverrides(store).all()
        for number, report in enumerate(reports):
            progress(f"Reading “{report.title or report.id}”", 0.7 * number / len(reports))
            store.save(read(report, gazetteer, overrides))
        progress("Reading known exercises", 0.8)
        store.save_events(SOURCE, read_exercises())
    finally:
        store.close()
        gazetteer.close()
    write_stamp(built(), loaded_from(store_url()), stamp_name())
    progress("Bundled data is in the store", 1.0)


def is_loaded() -> bool:
    """Whether the store holds the bundled data as this version of the program reads it."""
    url = make_url(store_url())
    gone = url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file()
    return not gone and has_stamp(built(), loaded_from(store_url()), stamp_name())


def stamp_name() -> str:
    """Return the stamp's file name, one for each store that this checkout works with."""
    return f"store-{digest(words=(store_url(),))[:12]}.stamp"


@cache
def loaded_from(url: str) -> str:
    """Return the digest of all that decides what the store is to hold."""
    code = [path for package in READERS for path in sorted((ROOT / "geo" / package).rglob("*.py"))]
    tables = [path for folder in (REPORTS, RULES, PLACES) for path in sorted(folder.rglob("*.*"))]
    return digest(ROOT / "geo" / "pipeline.py", *code, *tables, EXERCISES, words=(url, DATA.name))
