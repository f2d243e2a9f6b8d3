"""`python -m geo COMMAND`: files in, JSON lines or a picture out.

Exit code 0 on success, 2 on wrong usage or where nothing could be read, 1 where
some inputs of many were skipped; every error is one line on standard error.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from geo import place_commands
from geo.errors import GeoError, InputError
from geo.inputs import lines_of, reports
from geo.types import Report

NEGATIVE = re.compile(r"-[\d.]+\s*,")  # "-12.5, 131": coordinates, not the options that argparse would see
FORMATS = ("csv", "geojson", "png")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser().parse_args([f" {word}" if NEGATIVE.match(word) else word for word in given])
    try:
        code: int = options.run(options)
        return code
    except GeoError as error:
        return _complain(error)
    except BrokenPipeError:  # the reader went away, as `head` does
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m geo", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    command("setup", _setup, "build what is built: gazetteer, browser assets, the store with the bundled data")

    extract = command("extract", _extract, "reports in, one JSON line a report with its events out")
    _add_inputs(extract)
    extract.add_argument("--published", type=_day, metavar="DATE", help="when the reports were published, YYYY-MM-DD")
    extract.add_argument("--explain", action="store_true", help="say which rule made which field, and from which words")

    _add_inputs(command("places", _places, "every place name found and resolved, one JSON line a report"))
    resolve = command("resolve", _resolve, "resolve only the given spans of each report, in their context")
    resolve.add_argument("files", nargs="+", metavar="FILE")
    resolve.add_argument(
        "--jsonl", action="store_true", required=True, help='lines of {"id", "text", "spans": [[start, end], …]}'
    )

    geocode = command("geocode", _geocode, "one JSON line a name: the best place and its runners-up, or null")
    geocode.add_argument("names", nargs="+", metavar="NAME")
    geocode.add_argument("--country", metavar="ISO3", help="only places of this country")

    explain = command("explain", _explain, "why a name is placed where it is, one JSON line each time it is named")
    place = command("place", _place, "correct what a name means, in one report or in all; set, remove or list")
    place_commands.add_options(explain, place)

    load = command("load", _load, "extract and keep in the store; the same report twice changes nothing")
    _add_inputs(load)
    load.add_argument("--published", type=_day, metavar="DATE")
    load.add_argument("--store", metavar="URL", help="SQLAlchemy address of the store")

    export = command("export", _export, "filtered events as a picture or a table")
    export.add_argument("--format", choices=FORMATS, required=True)
    export.add_argument("--out", type=Path, required=True, metavar="PATH")
    export.add_argument("--view", choices=("map", "timeline"), default="map", help="what a picture shows")
    export.add_argument("--store", metavar="URL")
    export.add_argument("--match", choices=("any", "all"), help="events of any or of all the countries")
    for word, many in (
        ("country", True),
        ("type", True),
        ("assertion", True),
        ("from", False),
        ("to", False),
        ("text", False),
        ("bbox", False),
        ("told", False),
    ):
        export.add_argument(f"--{word}", action="append" if many else "store", metavar=word.upper())
    return parser


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="a report (.txt .md .html), or - for standard input")
    parser.add_argument(
        "--jsonl", action="store_true", help='each input line is {"id", "text", "title"?, "published"?, …}'
    )


def _day(words: str) -> dt.date:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is no day; write it as 2023-07-16") from None


def _setup(options: argparse.Namespace) -> int:
    from geo import setup

    with tqdm(total=100, bar_format="{desc:48.48} {percentage:3.0f}%|{bar}|", disable=None) as bar:

        def progress(message: str, fraction: float) -> None:
            bar.set_description_str(message)
            bar.update(round(100 * fraction) - bar.n)

        reasons = setup.run(progress)
    for reason in reasons:
        _complain(InputError(reason))
    return 1 if reasons else 0


def _extract(options: argparse.Namespace) -> int:
    from geo.documents import reading_document
    from geo.pipeline import read

    gazetteer = _gazetteer()

    def work(report: Report) -> Any:
        if options.published:
            report = replace(report, published=options.published)
        text_included = not options.jsonl and _is_page(options.files)
        return reading_document(read(report, gazetteer), text_included, explained=options.explain)

    return _each_report(options, work)


def _places(options: argparse.Namespace) -> int:
    from geo.extract.languages.reader import find_words
    from geo.extract.places.recognise import recognise
    from geo.geocode.answers import as_mention
    from geo.geocode.resolve import resolve
    from geo.text.language import OTHERS_READ, language_of
    from geo.text.masks import masks

    gazetteer = _gazetteer()

    def work(report: Report) -> Any:
        language = language_of(report.text, report.language)
        if language in OTHERS_READ:
            toponyms = find_words(replace(report, language=language), gazetteer).toponyms
        else:
            toponyms = recognise(report.text, gazetteer, [mention.span for mention in masks(report.text)])
        located = resolve(report.text, toponyms, gazetteer)
        return {"id": report.id, "mentions": [as_mention(one, report.text) for one in located]}

    return _each_report(options, work)


def _resolve(options: argparse.Namespace) -> int:
    from geo.geocode.answers import as_mention
    from geo.geocode.given import resolve_given
    from geo.sources.jsonl import read_spans

    gazetteer = _gazetteer()
    failed = done = 0
    for item in _progress(line for name in options.files for line in read_spans(lines_of(name), name)):
        if isinstance(item, InputError):
            failed += bool(_complain(item))
            continue
        report, spans = item
        located = resolve_given(report.text, spans, gazetteer)
        _print({"id": report.id, "mentions": [as_mention(one, report.text) for one in located]})
        done += 1
    return _code(done, failed)


def _geocode(options: argparse.Namespace) -> int:
    from geo.geocode.answers import lookup

    gazetteer = _gazetteer()
    for name in options.names:
        _print(lookup(name, options.country, gazetteer))
    return 0


def _explain(options: argparse.Namespace) -> int:
    from geo.store import EventStore

    report = next(reports([options.report], jsonl=False)) if options.report else None
    for line in place_commands.explain(options.name, report, _gazetteer(), EventStore(options.store)):
        _print(line)
    return 0


def _place(options: argparse.Namespace) -> int:
    from geo.store import EventStore

    lines, left = place_commands.place(options, _gazetteer(), EventStore(options.store))
    for line in lines:
        _print(line)
    for reason in left:
        _complain(InputError(f"left as it was: {reason}"))
    return 1 if left else 0


def _load(options: argparse.Namespace) -> int:
    from geo.pipeline import read
    from geo.store import EventStore, PlaceOverrides

    gazetteer, store = _gazetteer(), EventStore(options.store)
    overrides = PlaceOverrides(store).all()

    def work(report: Report) -> Any:
        if options.published:
            report = replace(report, published=options.published)
        reading = read(report, gazetteer, overrides)
        return {"id": report.id, "events": len(reading.events), "new": store.save(reading)}

    return _each_report(options, work)


def _export(options: argparse.Namespace) -> int:
    from geo.briefing import export
    from geo.store import EventFilter, EventStore
    from geo.store.filter import WORDS

    query = {word: value for word in WORDS if (value := getattr(options, word)) is not None}
    chosen = EventFilter.from_query(query)
    content = export(options.format, EventStore(options.store), chosen, _gazetteer(), view=options.view)
    try:
        options.out.write_bytes(content)
    except OSError as error:
        raise InputError(
            f"--out {options.out}: {error.strerror}. Name a file in a folder that you can write."
        ) from error
    return 0


def _gazetteer() -> Any:
    from geo.gazetteer import Gazetteer

    return Gazetteer.open()


def _each_report(options: argparse.Namespace, work: Callable[[Report], Any]) -> int:
    failed = done = 0
    for report in _progress(reports(options.files, options.jsonl)):
        try:
            if isinstance(report, InputError):
                raise report
            _print(work(report))
            done += 1
        except InputError as error:
            failed += bool(_complain(error))
    return _code(done, failed)


def _is_page(names: Sequence[str]) -> bool:
    return any(name.lower().endswith((".html", ".htm", ".md")) for name in names)


def _progress(items: Iterable[Any]) -> Iterable[Any]:
    return tqdm(items, unit=" reports", disable=None if not sys.stdout.isatty() else True)


def _code(done: int, failed: int) -> int:
    return 0 if not failed else 1 if done else 2


def _print(document: Any) -> None:
    print(json.dumps(document, ensure_ascii=False))


def _complain(error: Exception) -> int:
    print(f"geo: {' '.join(str(error).split())}", file=sys.stderr)
    return 2
