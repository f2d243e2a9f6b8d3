"""Days in addresses ("/2023/07/16/") as clues to the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geo.extract.dates.calendar import day
from geo.extract.publication import weights
from geo.extract.publication.clues import Clue
from geo.types import Report, Span

ADDRESS_DAY = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]{3,200}?[/_=-](?P<y>20\d\d|19\d\d)(?P<s>[/_-]?)(?P<m>0[1-9]|1[0-2])(?P=s)"
    r"(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
)


def address_clues(report: Report) -> Iterator[Clue]:
    """Yield the days in the report's own address and in those that its text prints."""
    own = ADDRESS_DAY.search(report.url[:400]) if report.url else None
    if own:
        yield from _clue(own, None)
    for number, match in enumerate(ADDRESS_DAY.finditer(report.text)):
        if number < 5:
            yield from _clue(match, Span(match.start("y"), match.end("d")))


def _clue(match: re.Match[str], span: Span | None) -> Iterator[Clue]:
    found = day(int(match["y"]), int(match["m"]), int(match["d"]))
    if found:
        yield Clue(span, "address", lambda candidate: weights.stamp((candidate - found).days), (found,))
