"""Dates of a report to clues about its day of publication: what each says for or against a candidate day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from geo.extract.dates.calendar import WEEKDAYS, day
from geo.extract.dates.parts import month_of, number_of, part
from geo.extract.dates.tag import DateExpression
from geo.extract.publication import weights
from geo.extract.publication.clues import Clue
from geo.extract.publication.day_clues import BEGUN, day_clues, nearest_day, range_clues
from geo.extract.publication.told import Told
from geo.types import Sentence, Zone

REPORT = (Zone.BODY, Zone.HEADLINE)
MONTHLY = ("month", "third", "week_of_month")


def date_clues(
    text: str, dates: Sequence[DateExpression], sentences: Sequence[Sentence], years: Sequence[int]
) -> Iterator[Clue]:
    """Yield what each date of a report says, the same day in the same role once."""
    seen: set[tuple[str, str]] = set()
    names_weekdays = any(date.means == "weekday" for date in dates)
    body = [sentence.span for sentence in sentences if sentence.zone in (Zone.BODY, Zone.HEADLINE)]
    has_begun = any(BEGUN.search(text, span.start, span.end) for span in body[:3])
    place = 0
    for date in dates:
        while place < len(sentences) and sentences[place].span.end <= date.span.start:
            place += 1
        if place == len(sentences) or not sentences[place].span.contains(date.span):
            continue
        for clue in _clues_of(Told(date, text, sentences[place], years, names_weekdays, has_begun)):
            key = (clue.rule, re.sub(r"\W|(?<=\d)(?:st|nd|rd|th)", "", date.span.of(text)).lower())
            if key not in seen:
                seen.add(key)
                yield clue


def _clues_of(told: Told) -> Iterator[Clue]:
    groups = told.date.match.groupdict()
    if not groups.get("y") and not groups.get("yy") and told.in_another_year:
        return
    if told.date.means == "day_range":
        yield from range_clues(told)
    elif told.date.means in ("day", "day_named", "numeric", "numeric_short"):
        yield from day_clues(told)
    elif (
        told.date.means == "weekday_number"
        and told.sentence.zone in REPORT
        and (groups.get("d") or groups.get("d2") or groups.get("d3"))
    ):
        yield _weekday_number_clue(told)
    elif told.date.means == "nth" and told.sentence.zone is Zone.BODY:
        yield _nth_clue(told)
    elif told.date.means == "weekday" and told.sentence.zone is Zone.BODY and not groups.get("week"):
        yield _weekday_clue(told)
    elif (
        told.date.means in MONTHLY
        and not groups.get("y")
        and told.sentence.zone is Zone.BODY
        and part(told.date.match, "m", "m2")
    ):
        yield _month_clue(told)


def _weekday_number_clue(told: Told) -> Clue:
    """Solve "Sunday (16)": the days that are both, in the years of the report."""
    weekday, number = told.weekday, number_of(part(told.date.match, "d", "d2", "d3") or "0")
    days = [
        found
        for year in told.years
        for month in range(1, 13)
        if (found := day(year, month, number)) and found.weekday() == weekday
    ]
    tense = told.tense
    future = tense == "future" and not told.date.reported

    def weigh(candidate: dt.date) -> float:
        gap = (candidate - nearest_day(candidate, days)).days if days else 999
        if tense is None and -7 <= gap < 0:
            return 0.9
        if future:
            return 1.5 if -7 <= gap <= 0 else -2.0
        return {0: 3.2, 1: 1.8, 2: 1.3}.get(gap, 0.9 if 0 <= gap <= 6 else -3.0)

    offsets = range(-3, 1) if future else range(3)
    return Clue(
        told.date.span, "weekday-and-number", weigh, tuple(one + dt.timedelta(days=n) for one in days for n in offsets)
    )


def _nth_clue(told: Told) -> Clue:
    """Take "on the 15th" for a day of the report's own month."""
    number = number_of(told.date.match["d"])
    if told.future and not told.date.reported:
        return Clue(told.date.span, "nth-to-come", lambda day: 0.2 if day.day <= number else -0.3)
    same, next_day = (1.6, 0.8) if told.date.reported else (1.0, 0.6)
    return Clue(
        told.date.span,
        "nth",
        lambda day: {0: same, 1: next_day}.get(day.day - number, 0.1 if day.day > number else -0.3),
    )


def _weekday_clue(told: Told) -> Clue:
    weekday = WEEKDAYS[told.date.match["w"].lower()]
    modifier = (part(told.date.match, "mod") or "").lower()
    if modifier == "last":
        return Clue(told.date.span, "last-weekday", lambda day: -1.0 if day.weekday() == weekday else 0.2)
    if told.future and not told.date.reported:
        return Clue(
            told.date.span, "weekday-to-come", lambda day: weights.weekday_to_come((weekday - day.weekday()) % 7)
        )
    return Clue(
        told.date.span,
        "weekday-of-speaking" if told.date.reported else "weekday-gone",
        lambda day: weights.weekday((day.weekday() - weekday) % 7, told.date.reported),
    )


def _month_clue(told: Told) -> Clue:
    match = told.date.match
    month = month_of(part(match, "m", "m2") or "")
    third = part(match, "third", "ord")
    cut = part(match, "part")
    if told.future and not third:
        return Clue(told.date.span, "month-to-come", lambda day: weights.month_ahead((month - day.month) % 12))
    if cut and cut.lower() == "earlier":
        return Clue(
            told.date.span,
            "month-now",
            lambda day: 1.5 if day.month == month else -0.5 if day.month == month + 1 else -1.5,
        )
    first_day = 4 if third and third.lower().startswith(("early", "begin", "start", "first")) else 1

    def weigh(candidate: dt.date) -> float:
        months = (candidate.month - month) % 12
        if months == 0 and third:
            return 0.7 if candidate.day >= first_day else -0.6
        return weights.month_behind(months)

    return Clue(told.date.span, "month-gone", weigh)
