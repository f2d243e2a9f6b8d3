"""When a report was published, where nobody says: clues weighed for every day that one of them points at.

Clues are the page's own dates, datelines, days of speaking, weekdays, days
gone and to come, months, the years that a report names and the exercises that are
known. Each gives log-odds; clues that agree add up, and a page date that the
text contradicts loses to it.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from itertools import islice

from geo.extract.dates.tag import DateExpression
from geo.extract.publication.clues import Clue
from geo.extract.publication.date_clues import date_clues
from geo.extract.publication.editions import edition_clues, known_days_clues
from geo.extract.publication.page_dates import address_clues
from geo.extract.publication.years import likely_year, year_clues, years_of
from geo.types import Evidence, Mention, Published, Report, Sentence

__all__ = ["infer_published", "likely_year"]

MAX_CANDIDATES = 600
MAX_CLUES = 60  # of dates; a news report has under thirty
KEPT = 5
ELSEWHEN = 1.5  # log-odds that it is a day at which no clue points
MIN_SCORE = 0.2  # below it the clues do not agree on a day


def infer_published(
    report: Report, sentences: Sequence[Sentence], dates: Sequence[DateExpression], names: Sequence[Mention]
) -> Published:
    """Return the stated date, or the best candidate with its runners-up and the words that speak for it.

    A candidate's score in [0, 1] is its share among all candidates and "some other day".
    """
    if report.published:
        return Published(report.published)
    clues = _clues(report, sentences, dates, names)
    scored = _scored(clues)
    candidates = tuple((date, round(score, 2)) for score, date in scored[:KEPT])
    if not scored or scored[0][0] < MIN_SCORE:
        return Published(None, inferred=True, candidates=candidates)
    best = scored[0][1]
    return Published(best, True, candidates, tuple(_evidence(report.text, clues, best)))


def _evidence(text: str, clues: Sequence[Clue], best: dt.date) -> Iterator[Evidence]:
    """Yield the words that speak for a day in text order; of words inside words the longer ones."""
    spans = {clue.span: clue.rule for clue in clues if clue.span and clue.weigh(best) > 0}
    for span in sorted(spans):
        if not any(other.contains(span) for other in spans if other != span):
            yield Evidence(span, span.of(text), spans[span])


def _clues(
    report: Report, sentences: Sequence[Sentence], dates: Sequence[DateExpression], names: Sequence[Mention]
) -> list[Clue]:
    named = years_of(report.text, sentences, dates, names)
    return [
        *address_clues(report),
        *islice(date_clues(report.text, dates, sentences, named.plausible), MAX_CLUES),
        *edition_clues(report.text, names, sentences),
        *known_days_clues(dates),
        *year_clues(named),
    ]


def _scored(clues: Sequence[Clue]) -> list[tuple[float, dt.date]]:
    """Return (share, day) of every day that a clue points at, best first."""
    days = list(dict.fromkeys(day for clue in clues for day in clue.points))[:MAX_CANDIDATES]
    weights = {day: sum(clue.weigh(day) for clue in clues) for day in days}
    total = math.exp(ELSEWHEN) + sum(math.exp(min(weight, 50.0)) for weight in weights.values())
    scored = [(math.exp(min(weight, 50.0)) / total, day) for day, weight in weights.items()]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1]))
