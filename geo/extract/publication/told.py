"""A date as clues to the day of publication need it: its zone, its tense, and the days that it may mean."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.extract.dates.calendar import WEEKDAYS, day
from geo.extract.dates.parts import full_year, month_of, number_of, order_of, part
from geo.extract.dates.resolve_days import numeric_readings
from geo.extract.dates.tag import DateExpression
from geo.extract.status import HAPPENED, PLANNED
from geo.types import Sentence, Span

PRESENT = re.compile(
    r"\b(?:begins|starts|opens|kicks off|ends|concludes|runs|leaves|departs|follows|would|comes up"
    r"|(?:is|are|was|were) to)\b[^.;]{0,40}$"
)
UNTIL = re.compile(r"\b(?:until|till|through)\s+(?:the\s+)?$", re.I)
OTHER_YEAR = re.compile(r"\b(?:(?:last|next|previous|following) year|years? (?:ago|earlier|before))\b", re.I)
OVER = re.compile(r"\b(?:ended|concluded|wrapped up|wound up|finished|completed|came to|over|closed)\b", re.I)
PAST_FORM = re.compile(
    r"\b(?:was|were|had|took|went|came|sent|led|saw|flew|spoke|put|ran"
    r"|(?!(?:armed|united|allied|combined|based|planned|scheduled|expected|bounded|requested|named|called|need)\b)[a-z]{2,12}ed)\b"
)
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
    def tense(self) -> str | None:
        """Return "past" or "future" as the verbs around the date say, None where there are none."""
        before = self.text[max(self.sentence.span.start, self.date.span.start - 60) : self.date.span.start]
        if PRESENT.search(before) or UNTIL.search(before):
            return "future"
        if self.date.bound == "end" and not OVER.search(before):
            return None  # "with the end foreseen for 1 September"
        return _tense(self.text, self.sentence.span, self.date.span)

    @property
    def future(self) -> bool:
        return self.tense == "future"

    @property
    def in_another_year(self) -> bool:
        """Tell whether the sentence up to the date speaks of another year ("last year's edition lasted from …")."""
        return bool(
            OTHER_YEAR.search(self.text, max(self.sentence.span.start, self.date.span.start - 120), self.date.span.end)
        )

    @property
    def weekday(self) -> int | None:
        name = part(self.date.match, "w", "w2")
        return WEEKDAYS.get(name.lower().rstrip(".")) if name else None


def _tense(text: str, sentence: Span, date: Span) -> str | None:
    """Tell the tense of a date by the last verb before it in its sentence, else by the first one after."""
    start, end = max(sentence.start, date.start - REACH), min(sentence.end, date.end + REACH)
    before = [
        max((match.end() for match in pattern.finditer(text, start, date.start)), default=-1)
        for pattern in (PLANNED, HAPPENED)
    ]
    if max(before) >= 0:
        return "future" if before[0] >= before[1] else "past"
    planned, happened = (pattern.search(text, date.end, end) for pattern in (PLANNED, HAPPENED))
    if planned and (not happened or planned.start() <= happened.start()):
        return "future"
    return "past" if happened or PAST_FORM.search(text, start, end) else None


def days_of(told: Told) -> list[dt.date]:
    """Return the days that a date may mean: one with its year, else one a year of the report."""
    match = told.date.match
    if match.groupdict().get("a"):
        return numeric_readings(match) if part(match, "yy") else _short_days(match, told.years)
    name, number = part(match, "m", "m2"), part(match, "d", "d2", "dd")
    month = month_of(name) if name else int(part(match, "mm") or 0)
    year = part(match, "y", "yy")
    if year and not year[0].isdigit():
        return []
    years = [full_year(year)] if year else told.years
    return [found for one in years if number and (found := day(one, month, number_of(number)))]


def _short_days(match: re.Match[str], years: Sequence[int]) -> list[dt.date]:
    """Return the days that "15/04" is in the years of the report, none where its order is not known."""
    order = order_of(match.string)
    first, second = int(match["a"]), int(match["b"])
    number, month = (first, second) if order == "dmy" else (second, first)
    return [found for year in years if order and month <= 12 and (found := day(year, month, number))]
