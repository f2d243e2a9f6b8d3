"""What relative expressions of time are relative to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from geo.extract.dates.calendar import year_for_month
from geo.types import DateRange


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative expression is relative to.

    `previous` is the date last told, `just_before` the one of the sentence before,
    `reported` the day on which the sentence's news was told.
    """

    published: dt.date | None
    tense: str | None = None  # "past", "future" or None
    year: int | None = None  # of the report, where no day is known
    previous: DateRange | None = None
    just_before: DateRange | None = None
    reported: dt.date | None = None

    def year_of(self, month: int) -> int | None:
        if self.published:
            return year_for_month(self.published, month, self.tense)
        return self.year

    @property
    def this_year(self) -> int | None:
        return self.published.year if self.published else self.year
