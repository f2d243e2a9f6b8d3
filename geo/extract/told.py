"""A date as clues to the day of publication need it: its zone, its tense, and the days that it may mean."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.extract.calendar import WEEKDAYS, day
from geo.extract.date_parts import full_year, month_of, number_of, part
from geo.extract.dates import DateExpression
from geo.extract.resolve_days import numeric_readings
from geo.extract.status import HAPPENED, PLANNED
from geo.types import Sentence, Span

PRESENT = re.compile(r"\b(?:begins|starts|opens|kicks off|ends|concludes|runs|leaves|departs|follows)\b[^.;]{0,40}$")
UNTIL = re.compile(r"\b(?:until|till|through)\s+(?:the\s+)?$", re.I)
REACH = 250  # characters from a date to the verb that gives its tense


@dataclass(frozen=True, slots=True)
class Told:
    """A date as the clues need it: its parts, the zone it stands in and the tense it is told in."""

    date: DateExpression
    text: str
    sentence: Sentence
    years: Sequence[int]  # in which the report may be of
    names_weekdays: bool  # the report calls recent days by their weekday
    has_begun: bool  # what the report tells of is under way

    @property
    def future(self) -> bool:
        before = self.text[max(self.sentence.span.start, self.date.span.start - 60) : self.date.span.start]
        if PRESENT.search(before) or UNTIL.search(before):
            return True
        return _is_planned(self.text, self.sentence.span, self.date.span)

    @property
    def weekday(self) -> int | None:
        name = part(self.date.match, "w", "w2")
        return WEEKDAYS.get(name.lower().rstrip(".")) if name else None


def _is_planned(text: str, sentence: Span, date: Span) -> bool:
    """Tell the tense of a date by the last verb before it in its sentence, else by the first one after."""
    start, end = max(sentence.start, date.start - REACH), min(sentence.end, date.end + REACH)
    before = [
        max((match.end() for match in pattern.finditer(text, start, date.start)), default=-1)
        for pattern in (PLANNED, HAPPENED)
    ]
    if max(before) >= 0:
        return before[0] >= before[1]
    planned, happened = (pattern.search(text, date.end, end) for pattern in (PLANNED, HAPPENED))
    return bool(planned and (not happened or planned.start() <= happened.start()))


def days_of(told: Told) -> list[dt.date]:
    """Return the days that a date may mean: one with its year, else one a year of the report."""
    match = told.date.match
    if match.groupdict().get("a"):
        return numeric_readings(match)
    name, number = part(match, "m", "m2"), part(match, "d", "d2", "dd")
    month = month_of(name) if name else int(part(match, "mm") or 0)
    year = part(match, "y", "yy")
    if year and not year[0].isdigit():
        return []
    years = [full_year(year)] if year else told.years
    return [found for one in years if number and (found := day(one, month, number_of(number)))]
