"""data/rules/dates.yml compiled: for each word with which a date may begin, the wordings to try there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import field_validator

from geo.extract.dates.calendar import MONTHS, WEEKDAYS
from geo.rules import Rule, load_rules
from geo.text.numbers import NUMBER, ORDINALS, SCALES, TENS, UNITS

NO_MONTH_ALONE = ("march", "may", "mar")  # also a verb, so they need a neighbour that dates them
LOWER_CASE = [name for name in MONTHS if len(name) > 4 and name not in NO_MONTH_ALONE]  # "15 july", no "jan" or "may"
LONG = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
SHORT = [name for name in MONTHS if name not in LONG]
FULL_WEEKDAYS = [name for name in WEEKDAYS if name.endswith("day")]
NO_YEAR_BEFORE = (  # "5 May 1400 troops", "in 3000 metres"
    r"(?!\d|[.,:]\d|-\d|\s*%|\s+(?:troops|soldiers|personnel|men|people|sailors|marines|servicemen|km|kilomet\w{3}|miles"
    r"|met(?:er|re)s?|m|tons?|tonnes|feet|ships|aircraft|hours|hrs|local|GMT|UTC|nautical|words|ft|kg|villages)\b)"
)


def _either_case(names: list[str]) -> str:
    return "|".join(form for name in names for form in (name.title(), name.upper()))


_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = rf"(?:1\d{{3}}|[2-9]\d{{3}}){NO_YEAR_BEFORE}"
MACROS = {
    "month": rf"(?-i:{_either_case(LONG)}|{'|'.join(LOWER_CASE)}|(?:{_either_case(SHORT)})(?![a-zA-Z])\.?)",
    "sure_month": (
        rf"(?-i:{_either_case([name for name in LONG if name not in NO_MONTH_ALONE])}|{'|'.join(LOWER_CASE)})"
    ),
    "long_month": rf"(?-i:{_either_case(LONG)}|{'|'.join(LOWER_CASE)})",
    "weekday": rf"(?:{'|'.join(FULL_WEEKDAYS)})",
    "abbreviated_weekday": r"(?-i:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?",
    "day": rf"{_DAY}(?:st|nd|rd|th|º|°)?(?!\d|[.,:]\d|%)",
    "nth": rf"{_DAY}(?:st|nd|rd|th)",
    "year": _YEAR,  # years that cannot be are matched too, so that "5 March 9999" is refused and not read as a 5 March
    "bare_year": rf"(?:1[89]\d\d|[2-9]\d{{3}}){NO_YEAR_BEFORE}",
    "of_year": rf"(?:,?\s+(?:of\s+|in\s+)?(?P<y>{_YEAR}|last\s+year|this\s+year(?!['’])|next\s+year))?",
    "to": r"\s*(?:-|–|—|/|to|until|till|through|and)\s*(?:on\s+)?",
    "number": rf"(?:{NUMBER})",
}
WORD = re.compile(r"[^\W\d_]+|\d+")


class DateRule(Rule):
    """One wording; see the head of the file."""

    starts: str
    pattern: str
    means: str
    open_end: bool = False  # may be followed by a letter: scripts without spaces
    must_match: tuple[str, ...]
    must_not: tuple[str, ...]

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str) -> str:
        re.compile(expanded(value), re.IGNORECASE)
        return value


@dataclass(frozen=True, slots=True)
class Wording:
    """A way of wording a date: matched at the word that it begins with."""

    rule: str
    pattern: re.Pattern[str]
    means: str


@cache
def wordings() -> Mapping[str, tuple[Wording, ...]]:
    """Return the wordings to try at a word (lower case), or at MONTH, WEEKDAY, NUMBER, ORDINAL."""
    starts: dict[str, list[Wording]] = {}
    for key, rule in load_rules("dates", DateRule).items():
        pattern = re.compile(expanded(rule.pattern) + ("" if rule.open_end else r"(?!\w)"), re.IGNORECASE)
        for word in rule.starts.split():
            starts.setdefault(word if word.isupper() and len(word) > 2 else word.lower(), []).append(
                Wording(key, pattern, rule.means)
            )
    return {word: tuple(found) for word, found in starts.items()}


@cache
def starting_with(word: str) -> tuple[Wording, ...]:
    """Return the wordings that may begin with a word as written."""
    table, lower = wordings(), word.lower()
    found = list(table.get(lower, ()))
    if word[0].isdigit():
        found += table["NUMBER"] if len(word) <= 6 else ()
    elif lower in MONTHS and (word[0].isupper() or lower in LOWER_CASE):
        found += table["MONTH"]
    if lower in WEEKDAYS:
        found += table["WEEKDAY"]
    if lower in UNITS or lower in TENS or lower in SCALES or lower in ORDINALS:
        found += table["ORDINAL"]
    return tuple(dict.fromkeys(found))


def expanded(pattern: str) -> str:
    """Return a pattern of the rule file with its {month}, {day}, … written out.

    Raises:
        ValueError: a name in braces is none of MACROS.
    """
    unknown = [name for name in re.findall(r"\{([a-z_]+)\}", pattern) if name not in MACROS]
    if unknown:
        raise ValueError(f"unknown {{{unknown[0]}}}: known are {', '.join(MACROS)}")
    return re.sub(r"\{([a-z_]+)\}", lambda found: MACROS[found[1]], pattern)
