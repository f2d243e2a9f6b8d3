"""Finds military aircraft by designation, from data/rules/aircraft.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from geo.rules import Rule, load_rules
from geo.text.masked import platform
from geo.text.needles import matches_at
from geo.types import Mention, Span


class AircraftRule(Rule):
    """One maker or family; see the head of the file."""

    pattern: str
    country: str | None = None
    must_match: tuple[str, ...]
    must_not: tuple[str, ...]


def find_aircraft(text: str) -> Iterator[Mention]:
    """Yield every aircraft designation; a plural -s stays outside the mention's name and span."""
    starts = [match.start() for match in _beginning().finditer(text)]
    for key, (pattern, country) in _patterns().items():
        for match in matches_at(pattern, text, starts):
            yield platform(text, Span(*match.span()), "aircraft", key, country)


@cache
def _beginning() -> re.Pattern[str]:
    """Match nothing wide where any of the patterns begins: one pass instead of one for each of them."""
    patterns = "|".join(rule.pattern for rule in load_rules("aircraft", AircraftRule).values())
    return re.compile(rf"(?=[A-Z])(?<![\w.-])(?=(?:{patterns}))")


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], str | None]]:
    rules = load_rules("aircraft", AircraftRule)
    return {
        key: (re.compile(rf"(?<![\w.-]){rule.pattern}(?=s?(?!\w))(?!-\d)"), rule.country) for key, rule in rules.items()
    }
