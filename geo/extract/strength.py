"""How many: counts of ships, aircraft and people with the country they belong to, and ordinals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.extract.actors import Actor
from geo.text.numbers import NUMBER, ORDINAL, parse_number, parse_ordinal
from geo.types import Span

UNITS = {
    "ships": r"(?:war)?ships?|(?:naval |surface )?vessels?|frigates?|destroyers?|corvettes?|"
    r"cruisers?|carriers?|boats?|tankers?|supply ship|minesweepers?|minehunters?",
    "submarines": r"submarines?",
    "helicopters": r"helicopters?",
    "aircraft": r"(?:war)?planes?|aircraft|(?:fighter )?jets?|bombers?|fighters?",
    "personnel": r"troops?|soldiers?|personnel|servicemen|service members|sailors?|marines?|people|"
    r"paratroopers?|military personnel",
    "nations": r"nations?|countries|states",
    "vehicles": r"tanks?|vehicles?|armou?red vehicles?",
    "missiles": r"missiles?(?!\s+(?:launch|destroyer|frigate|boat|cruiser|corvette|defen|ship|system|brigade|forces))",
}
QUALIFIER = (
    r"(?:(?-i:[A-Z]\w+ and [A-Z]\w+)\s+)?(?:(?!of\b|and\b|to\b|with\b|in\b|from\b|on\b|"
    r"for\b)[\w'’/-]+\s+){0,4}?"
)
COUNT = re.compile(
    rf"(?<![\w.,:/-])(?P<n>{NUMBER})\s+(?:of\s+)?(?P<words>{QUALIFIER})(?P<unit>"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in UNITS.items())
    + r")\b(?!-)",
    re.I,
)
SHARED = re.compile(rf"(?<![\w.,:/-])(?P<n>{NUMBER})\s+(?P<who>[A-Z][\w.]+(?: [A-Z][\w.]+)?)\s+and\s+$", re.I)
NOT_COUNTED = re.compile(
    r"\b(?:years?|days?|weeks?|months?|hours?|miles?|km|kilomet\w+|met\w+|yards|"
    r"percent|o'clock|minutes|thousand tons|tons?)\b",
    re.I,
)
EDITION = re.compile(
    rf"\b(?:the|their|a|its|for a)\s+(?P<n>{ORDINAL})\b(?!\s+(?:day|week|month|year|"
    rf"escort|fleet|phase|time zone|quarter|century))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something; `iso3` where it is one country's share."""

    span: Span
    unit: str
    number: int
    iso3: str | None


def find_counts(text: str, actors: Sequence[Actor], masked: Sequence[Span] = ()) -> tuple[Count, ...]:
    """Return the counts in a text, in order. "about", "more than" and "up to" leave the figure as it is."""
    found = []
    for match in COUNT.finditer(text):
        span = Span(*match.span())
        number = parse_number(match["n"])
        if number is None or number > 5_000_000 or NOT_COUNTED.search(match["words"]):
            continue
        if any(mask.start <= span.start < mask.end for mask in masked):
            continue
        unit = next(unit for unit in UNITS if match[unit])
        if 1900 <= number <= 2100 and unit not in ("personnel",):
            continue
        if unit == "nations" and re.search(
            r"\b(?:the|both|these|other|all|"
            r"of)\s+$",
            text[max(0, span.start - 8) : span.start],
            re.I,
        ):
            continue  # "the two countries" refers, it does not count
        inside = [actor.iso3 for actor in actors if span.contains(actor.span)]
        found.append(Count(span, unit, number, inside[0].lower() if len(set(inside)) == 1 else None))
        shared = SHARED.search(text, max(0, span.start - 60), span.start)  # "four Chinese and four Russian aircraft"
        partner = [actor.iso3 for actor in actors if shared and Span(*shared.span()).contains(actor.span)]
        if shared and partner and (other := parse_number(shared["n"])):
            found.append(Count(Span(*shared.span()), unit, other, partner[0].lower()))
    return tuple(found)


def find_ordinal(text: str, span: Span) -> int | None:
    """Return 6 where the span says "the sixth (time) since 2019", else None."""
    match = EDITION.search(text, span.start, span.end)
    return parse_ordinal(match["n"]) if match else None
