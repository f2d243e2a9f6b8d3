"""When a report was published, where nobody says: candidate days ranked by how well they fit its clues.

Clues are full dates (headers, datelines and the text's own), weekdays with a day
number ("this Sunday (16)"), months without a year, the years that a text names.
A page header that contradicts the text loses to it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.extract.calendar import MONTHS, WEEKDAYS, day, month_range
from geo.extract.dates import DateExpression
from geo.types import Evidence, Mention, Published, Report, Sentence, Zone

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DATELINE = re.compile(r"^[A-Z][A-Za-z .,/()'-]{2,40}?[,(-]\s*$")
MAX_CANDIDATES = 400
YEARS_AFTER = 3  # a report seldom waits longer than that to name a younger year
KEPT = 5
MIN_SCORE = 0.3  # below it the clues do not agree on a day


@dataclass(frozen=True, slots=True)
class Clue:
    """A date expression with its parts as numbers; None where it does not tell them."""

    date: DateExpression
    zone: Zone
    year: int | None
    month: int | None
    number: int | None
    weekday: int | None
    spoken: bool  # "said Thursday (13)": the day of the news itself
    past: bool


def infer_published(
    report: Report, sentences: Sequence[Sentence], dates: Sequence[DateExpression], names: Sequence[Mention]
) -> Published:
    """Return the stated date, or the best candidate with its runners-up and the words that speak for it."""
    if report.published:
        return Published(report.published)
    clues = [clue for date in dates if (clue := _clue(report.text, date, sentences))]
    years = _years(report.text, sentences, names)
    scored: list[tuple[float, dt.date]] = []
    for candidate in list(_candidates(clues, years))[:MAX_CANDIDATES]:
        scored.append((_score(candidate, clues, years), candidate))
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    if not scored or scored[0][0] < MIN_SCORE:
        return Published(
            None, inferred=True, candidates=tuple((date, round(score, 2)) for score, date in scored[:KEPT])
        )
    best = scored[0][1]
    evidence = tuple(
        Evidence(clue.date.span, clue.date.span.of(report.text), clue.date.rule)
        for clue in clues
        if _agreement(best, clue) > 0
    )
    return Published(best, True, tuple((date, round(score, 2)) for score, date in scored[:KEPT]), evidence)


def likely_year(text: str, sentences: Sequence[Sentence], names: Sequence[Mention]) -> int | None:
    """Return the year that the report seems to be of, for months without one where no day can be inferred."""
    years = _years(text, sentences, names)
    return max(years, key=lambda year: (years[year], year)) if years else None


def _years(text: str, sentences: Sequence[Sentence], names: Sequence[Mention]) -> Counter[int]:
    """Return the years named in the report itself with a weight; an exercise's edition weighs most."""
    years: Counter[int] = Counter()
    for sentence in sentences:
        if sentence.zone in (Zone.BODY, Zone.HEADLINE):
            for match in YEAR.finditer(text, sentence.span.start, sentence.span.end):
                years[int(match.group())] += 1
    for name in names:
        for year in YEAR.findall(name.span.of(text)):
            years[int(year)] += 2
    return years


def _clue(text: str, date: DateExpression, sentences: Sequence[Sentence]) -> Clue | None:
    groups = date.match.groupdict()
    sentence = next((one for one in sentences if one.span.contains(date.span)), None)
    if sentence is None or "range" in date.rule:
        return None
    year = groups.get("y") or groups.get("yy")
    month = (
        MONTHS[groups["m"].lower().rstrip(".")] if groups.get("m") else int(groups["mm"]) if groups.get("mm") else None
    )
    number = groups.get("d") or groups.get("dd")
    named = re.search(r"|".join(WEEKDAYS), date.span.of(text).lower())
    before = text[sentence.span.start : date.span.start]
    return Clue(
        date,
        sentence.zone,
        int(year) if year and year[0].isdigit() else None,
        month,
        int(re.sub(r"\D", "", number)) if number else None,
        WEEKDAYS[named.group()] if named else None,
        date.reported or bool(DATELINE.match(before)) or sentence.zone is Zone.FURNITURE,
        not re.search(
            r"\b(?:will|to be|is set|are set|scheduled|expected|"
            r"plan\w*)\b",
            text[sentence.span.start : sentence.span.end],
        ),
    )


def _candidates(clues: Sequence[Clue], years: Counter[int]) -> Iterator[dt.date]:
    """Yield the days that at least one clue points at."""
    told = [clue.year for clue in clues if clue.year] + list(years)
    span = range(min(max(told) - 1, max(told)), max(told) + YEARS_AFTER + 1) if told else range(0)
    seen: set[dt.date] = set()
    for clue in clues:
        for year in [clue.year] if clue.year else span:
            for month in [clue.month] if clue.month else range(1, 13) if clue.number else []:
                found = day(year, month, clue.number) if clue.number else None
                if found and (clue.weekday in (None, found.weekday()) or clue.year):
                    seen |= {found, found + dt.timedelta(days=1)} if clue.past else {found}
    yield from sorted(seen)


def _agreement(candidate: dt.date, clue: Clue) -> float:
    """Return how a clue speaks for (above 0) or against (below 0) a candidate; 0 where it is silent."""
    if clue.number and clue.month:
        year = clue.year or min(
            (candidate.year - 1, candidate.year, candidate.year + 1), key=lambda y: _far(candidate, y, clue)
        )
        found = day(year, clue.month, clue.number)
        if found is None:
            return 0.0
        gap = (candidate - found).days
        if clue.zone is Zone.FURNITURE or clue.spoken:
            return 1.0 if gap == 0 else 0.4 if 0 < gap <= 2 else -0.2 if clue.spoken and clue.zone is Zone.BODY else 0.0
        if clue.zone is Zone.CAPTION:
            return 0.2 if 0 <= gap <= 3 else 0.0
        if clue.past:
            return 0.5 if 0 <= gap <= 2 else 0.2 if 0 <= gap <= 14 else -1.0 if gap < 0 else 0.0
        return 0.4 if -14 <= gap <= 0 else -0.3
    if clue.number and clue.weekday is not None:  # "Sunday (16)"
        near = (candidate + dt.timedelta(days=offset) for offset in range(-6, 7))
        hit = next((other for other in near if other.day == clue.number and other.weekday() == clue.weekday), None)
        if hit is None:
            return -1.0
        gap = (candidate - hit).days
        return 1.0 if gap == 0 else 0.6 if gap > 0 else -0.5 if clue.past else 0.2
    if clue.month and clue.year is None and clue.past:
        months = (candidate.month - clue.month) % 12
        third = getattr(clue.date, "rule", "") == "third"
        whole = month_range(candidate.year - (clue.month > candidate.month), clue.month)
        assert whole.start
        if third and months == 0 and (candidate - whole.start).days < 2:
            return -0.2
        return 0.3 - 0.05 * months
    if clue.month and clue.year and clue.zone in (Zone.FURNITURE, Zone.TAIL):
        return 0.4 if (clue.year, clue.month) == (candidate.year, candidate.month) else 0.0
    if clue.month and clue.year:
        return 0.0 if (clue.year, clue.month) <= (candidate.year, candidate.month) or not clue.past else -1.0
    return 0.0


def _far(candidate: dt.date, year: int, clue: Clue) -> int:
    assert clue.month and clue.number
    found = day(year, clue.month, clue.number)
    return abs((candidate - found).days) if found else 10_000


def _score(candidate: dt.date, clues: Sequence[Clue], years: Counter[int]) -> float:
    """Return the score in [0, 1] of a candidate against all clues and years."""
    total = sum(_agreement(candidate, clue) for clue in clues)
    if years:
        newest, telling = max(years), max(years, key=lambda year: (years[year], year))
        gap = candidate.year - newest
        total += 0.5 if candidate.year == newest else 0.25 if gap == 1 else -0.5 * abs(gap)
        total += 0.3 if candidate.year == telling else 0.0
    return max(0.0, min(1.0, total / (1.0 + 0.35 * len(clues))))
