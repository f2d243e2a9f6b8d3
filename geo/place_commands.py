"""The commands on place names: why one is placed where it is (`explain`), and what it means from now on (`place`)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from geo.errors import InputError
from geo.types import Place, PlaceKind, PlaceOverride, Report

if TYPE_CHECKING:  # loaded where they are needed: every command reads this file for its options
    from geo.corrections import Outcome
    from geo.gazetteer import Gazetteer
    from geo.store import EventStore

MAX_LISTED = 30  # names told where none of them is the one asked for


def add_options(explain: argparse.ArgumentParser, place: argparse.ArgumentParser) -> None:
    """Give the two commands their options."""
    explain.add_argument("name", metavar="NAME")
    explain.add_argument("--report", metavar="FILE", help="as it stands in this report; without one, the name alone")
    explain.add_argument("--store", metavar="URL", help="the store whose corrections count")
    place.add_argument("action", choices=("set", "remove", "list"))
    place.add_argument("name", nargs="?", metavar="NAME")
    place.add_argument("place", nargs="?", metavar="PLACE", help="an id, 'LAT, LON', '12.5S, 131E', or none: no place")
    place.add_argument("--report", metavar="ID", help="only in this report of the store")
    place.add_argument("--radius", type=float, metavar="KM", help="of a place given by coordinates")
    place.add_argument("--kind", type=PlaceKind, choices=tuple(PlaceKind), help="of a place given by coordinates")
    place.add_argument("--store", metavar="URL")


def explain(
    name: str, report: Report | InputError | None, gazetteer: Gazetteer, store: EventStore
) -> Iterator[dict[str, Any]]:
    """Yield why a name is placed where it is: once on its own, or each time that a report has it.

    Raises:
        InputError: the report cannot be read, or has no such place name; the text lists those that it has.
    """
    from geo.geocode.explain import explained_name, explanation, named
    from geo.pipeline import read
    from geo.store import PlaceOverrides

    if isinstance(report, InputError):
        raise report
    overrides = PlaceOverrides(store).all()
    if report is None:
        yield explained_name(name, gazetteer, overrides)
        return
    located = read(report, gazetteer, overrides).located
    found = named(located, name, report.text)
    if not found:
        others = ", ".join(list(dict.fromkeys(one.toponym.name for one in located))[:MAX_LISTED]) or "none"
        raise InputError(f"'{name[:80]}' is not among the place names found in report '{report.id}': {others}.")
    for one in found:
        yield {"report": report.id, **explanation(one, report.text, gazetteer)}


def place(
    options: argparse.Namespace, gazetteer: Gazetteer, store: EventStore
) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """Set, remove or list corrections; return what to print, and why reports were left as they were.

    Raises:
        InputError: an option is missing or cannot be used, or there is nothing to remove.
    """
    from geo.corrections import correct, take_back
    from geo.geocode.places_given import place_given
    from geo.store import PlaceOverrides

    if options.action == "list":
        return [told(one) for one in PlaceOverrides(store).all()], ()
    if not options.name:
        raise InputError(f"`place {options.action}` needs the NAME as the report has it.")
    if options.report and store.report(options.report) is None:
        raise InputError(f"--report: there is no report '{options.report[:80]}' in the store. `load` prints the ids.")
    if options.action == "remove":
        with reports_bar() as progress:
            outcome = take_back(store, gazetteer, options.name, options.report, progress)
        return [{"name": options.name, "report": options.report, "removed": True} | counts(outcome)], outcome.left
    if not options.place:
        raise InputError("`place set NAME PLACE` needs a place: an id, 'LAT, LON' or none.")
    meant = place_given(options.name, options.place, gazetteer, options.radius, options.kind)
    override = PlaceOverride(options.name, options.report, meant)
    with reports_bar() as progress:
        outcome = correct(store, gazetteer, override, progress)
    return [told(override) | counts(outcome)], outcome.left


@contextmanager
def reports_bar() -> Iterator[Callable[[int, int], None]]:
    """Show on a terminal how many of the reports that a name stands in were read anew."""
    with tqdm(unit=" reports", disable=None, leave=False) as bar:

        def progress(number: int, reports: int) -> None:
            bar.total = reports
            bar.update(number + 1 - bar.n)

        yield progress


def counts(outcome: Outcome) -> dict[str, Any]:
    return {"changed": outcome.history_id is not None, "reports_read_anew": outcome.read_anew}


def told(override: PlaceOverride) -> dict[str, Any]:
    """Return a correction as plain data; `place` is "none" where the name is no place."""
    return {"name": override.name, "report": override.report_id, "place": spot(override.place) or "none"}


def spot(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    where = {"lat": place.lat, "lon": place.lon, "radius_km": place.radius_km, "country": place.country}
    return {"place_id": place.place_id, "name": place.name, "kind": place.kind.value, **where}
