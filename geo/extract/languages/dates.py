"""Days, months and years in a language's own wording: found by its patterns, resolved as English dates are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.extract.dates.calendar import (
    day,
    month_range,
    nearest_weekday,
    one_day,
    quarter_range,
    season_range,
    shift_month,
    third_range,
    week_range,
    year_range,
)
from geo.extract.dates.resolvers import Anchor
from geo.extract.languages.numbers import number_of
from geo.extract.languages.stretches import Taken, holding
from geo.extract.languages.vocabulary import DateWords, Vocabulary
from geo.types import DateRange, Precision, Span

ERA_BEGINS = 2018  # Reiwa 1 is 2019
CLAUSE_CHARS = 150
VERB_REACH = 45  # characters between a date and the verb that rules it, over the place


@dataclass(frozen=True, slots=True)
class WordedDate:
    """One expression of time. `parts` are its numbers; `bound` and `reported` are as in `DateExpression`."""

    span: Span
    rule: str
    words: DateWords
    parts: dict[str, int]
    third: str | None
    season: str | None
    bound: str | None
    reported: bool

    def resolve(self, anchor: Anchor) -> DateRange | None:
        """Return the days meant, or None where the anchor does not settle them."""
        parts, unit, shift = self.parts, self.words.unit, self.words.shift
        published = anchor.published
        shift = -parts["n"] if "n" in parts else shift
        if unit == "told":
            told = anchor.previous
            day_told = told.start if told and told.precision is Precision.DAY else None
            return one_day(day_told + dt.timedelta(days=shift)) if day_told else None
        if unit and published is None and not (unit == "year" and anchor.year):
            return None
        if "weekday" in parts:
            return None if published is None else _weekday(published, parts["weekday"], anchor.tense, unit, shift)
        if "d" in parts:
            return self._days(anchor)
        if "m" in parts or (unit == "month" and published):
            return self._months(anchor)
        if unit == "day" and published:
            return one_day(published + dt.timedelta(days=shift))
        if unit == "week" and published:
            return week_range(published + dt.timedelta(days=7 * shift))
        year = self._year(anchor)
        if year and 1 <= parts.get("q", 0) <= 4:
            return quarter_range(year, parts["q"])
        if year and self.season:
            return season_range(year, self.season)
        return year_range(year) if year else None

    @property
    def full_day(self) -> dt.date | None:
        """The day, where year, month and day are all told."""
        parts = self.parts
        if not {"y", "m", "d"} <= parts.keys() or "d2" in parts:
            return None
        return day(parts["y"], parts["m"], parts["d"])

    def _year(self, anchor: Anchor) -> int | None:
        if "y" in self.parts:
            return self.parts["y"]
        if self.words.unit == "year":
            base = anchor.published.year if anchor.published else anchor.year
            return base + self.words.shift if base else None
        return None

    def _month(self, anchor: Anchor, key: str = "m") -> tuple[int, int] | None:
        """Return (year, month) of either end."""
        month = self.parts.get(key, self.parts.get("m"))
        if self.words.unit == "month" and anchor.published:
            return shift_month(anchor.published, self.words.shift)
        if month is None:
            return None
        year = self.parts.get("y2") if key == "m2" else None
        year = year or self._year(anchor) or anchor.year_of(month)
        return (year, month) if year and 1 <= month <= 12 else None

    def _days(self, anchor: Anchor) -> DateRange | None:
        month = self._month(anchor) or _near_month(self.parts["d"], anchor)
        first = day(*month, self.parts["d"]) if month else None
        if first is None or month is None:
            return None
        if "d2" not in self.parts:
            far = anchor.tense == "past" and anchor.published and (first - anchor.published).days > 7
            if far and "y" not in self.parts and self.words.unit is None and "m" in self.parts:
                return one_day(first.replace(year=first.year - 1)) if (first.month, first.day) != (2, 29) else None
            return one_day(first)
        last_month = self._month(anchor, "m2") or month
        if "m2" in self.parts and "y2" not in self.parts:
            last_month = (month[0] + (self.parts["m2"] < month[1]), self.parts["m2"])
        last = day(*last_month, self.parts["d2"])
        if last and last < first and "m2" not in self.parts:
            last = day(*shift_month(first, 1), self.parts["d2"])
        return DateRange(first, last, Precision.DAY) if last and last >= first else None

    def _months(self, anchor: Anchor) -> DateRange | None:
        month = self._month(anchor)
        if month is None:
            return None
        if self.third:
            return third_range(*month, self.third)
        last = self._month(anchor, "m2") if "m2" in self.parts else month
        end = month_range(*last).end if last else None
        return DateRange(month_range(*month).start, end, Precision.MONTH) if end else None


def tag_dates(
    text: str, words: Vocabulary, sentences: Sequence[Span], masked: Sequence[Span]
) -> tuple[WordedDate, ...]:
    """Return the expressions of time outside masked names, the longest where they overlap, in text order."""
    found = [
        (Span(*match.span()), key, match) for key, rule in words.dates.items() for match in rule.pattern.finditer(text)
    ]
    found.sort(key=lambda one: (one[0].start - one[0].end, one[0].start))
    taken = Taken(len(text), masked)
    kept: list[WordedDate] = []
    for span, key, match in found:
        if span not in taken:
            taken.add(span)
            sentence = holding(sentences, Span(span.start, span.start)) or span
            kept.append(_date(text, words, sentence, span, key, match))
    return tuple(sorted(kept, key=lambda date: date.span))


def _date(text: str, words: Vocabulary, sentence: Span, span: Span, key: str, match: re.Match[str]) -> WordedDate:
    rule, around = words.dates[key], (text, span.start, span.end, sentence.start, sentence.end)
    parts: dict[str, int] = {}
    for name, said in match.groupdict().items():
        if said and name not in ("third", "season"):
            value = words.months.get(said.lower().rstrip(".")) if name in ("m", "m2") and words.months else None
            value = words.weekdays.get(said.lower()) if name == "weekday" else value
            value = number_of(said, words.numbers) if value is None else value
            if value is not None:
                parts[name] = value
    if "era" in parts:
        parts["y"] = parts.pop("era") + ERA_BEGINS
    third, season = match.groupdict().get("third"), match.groupdict().get("season")
    bound = "start" if words.starts.holds(*around) else "end" if words.ends.holds(*around) else None
    bound = bound or _bound_by_verb(text, words, sentence, span)
    return WordedDate(
        *(span, key, rule, parts, words.thirds.get(third.lower()) if third else None),
        words.seasons.get(season.lower()) if season else None,
        *(bound, words.reported.holds(*around)),
    )


def _bound_by_verb(text: str, words: Vocabulary, sentence: Span, span: Span) -> str | None:
    """Return which end a date is of where the verb of beginning or ending nearest to it in its clause says so."""
    low, high = clause_around(text, words, sentence, span)
    found = [
        (max(match.start() - span.end, span.start - match.end()), bound)
        for bound, pattern in (("start", words.start_verbs), ("end", words.end_verbs))
        for match in pattern.finditer(text, low, high)
        if words.spaced or match.start() >= span.end
    ]
    nearest = min(found, default=(VERB_REACH + 1, None))
    return nearest[1] if nearest[0] <= VERB_REACH else None


def clause_around(text: str, words: Vocabulary, sentence: Span, span: Span) -> tuple[int, int]:
    """Return the edges of the clause that a stretch of a sentence stands in, cut off where it is very long."""
    low, high = max(sentence.start, span.start - CLAUSE_CHARS), min(sentence.end, span.end + CLAUSE_CHARS)
    cuts = [match.end() for match in words.clause_end.finditer(text, low, high)]
    return max((cut for cut in cuts if cut <= span.start), default=low), min(
        (cut for cut in cuts if cut >= span.end), default=high
    )


def _weekday(published: dt.date, weekday: int, tense: str | None, unit: str | None, shift: int) -> DateRange:
    if unit == "week":
        monday = published - dt.timedelta(days=published.weekday()) + dt.timedelta(days=7 * shift)
        return one_day(monday + dt.timedelta(days=weekday))
    return one_day(nearest_weekday(published, weekday, tense))


def _near_month(number: int, anchor: Anchor) -> tuple[int, int] | None:
    """Return the month of a bare day: the publication's, or its neighbour where the tense asks for it."""
    if anchor.published is None:
        return None
    month = (anchor.published.year, anchor.published.month)
    found = day(*month, number)
    if found is None or (anchor.tense == "past" and (found - anchor.published).days > 1):
        return shift_month(anchor.published, 1 if anchor.tense == "future" else -1)
    if anchor.tense == "future" and found < anchor.published:
        return shift_month(anchor.published, 1)
    return month
