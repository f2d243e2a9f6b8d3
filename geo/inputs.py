"""What the command line is given, files or "-" for standard input, to reports and lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from geo.errors import InputError
from geo.types import Report


def reports(names: Sequence[str], jsonl: bool) -> Iterator[Report | InputError]:
    """Yield the reports of all inputs, in order, and an error in the place of each that cannot be read."""
    from geo.sources.files import read_report
    from geo.sources.jsonl import read_jsonl

    for name in names:
        try:
            if jsonl:
                yield from read_jsonl(lines_of(name), name)
            elif name == "-":
                yield read_report(sys.stdin.buffer.read(), "standard input")
            else:
                yield read_report(Path(name))
        except InputError as error:
            yield error


def lines_of(name: str) -> Iterator[bytes]:
    if name == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as lines:
            yield from lines
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}. Name a file that exists and can be read.") from error
