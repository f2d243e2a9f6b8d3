"""The years that a report names, as clues to the year of its publication."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from geo.extract import clue_weights
from geo.extract.calendar import FIRST_YEAR, LAST_YEAR
from geo.extract.clues import Clue
from geo.extract.dates import DateExpression
from geo.extract.editions import newest_year
from geo.types import Mention, Sentence, Span, Zone

YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,2}(?:[A-Z]\w{0,20}\s){0,3}(?:(?:19|20)\d\d\s?[-–]\s?)?(?P<y>20\d\d)", re.I
)
TO_COME = re.compile(r"\b(?:by|until|through|will|next|planned|expected|before)\b[^.;]{0,40}$", re.I)
ADDRESS = re.compile(r"(?:https?:/|www\.)\S{0,50}$")
ANNIVERSARY = re.compile(
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th)\s+(?:anniversary|birthday)\b[^.;]{0,60}?\b(?:in|of)\s+(?P<y>1[89]\d\d|20\d\d)\b"
)
EDITION = re.compile(r"(?<!\d)20(?P<full>\d\d)(?!\d)|[\s–—'’-](?P<short>[1-4]\d)$")  # "Baltops 23", "2025 Sea Shield"
YEARS_BACK, YEARS_AFTER = 1, 2  # around the youngest year that a report names
OPEN_YEARS = 9  # where it names none
RECENCY = 0.08  # a year, where nothing else decides


@dataclass(slots=True)
class Named:
    """Years with where they stand: named as present or past, of exercise names, of anniversaries, of copyright."""

    told: dict[int, Span] = field(default_factory=dict)
    editions: dict[int, Span] = field(default_factory=dict)
    anniversaries: dict[int, Span] = field(default_factory=dict)
    copyright: dict[int, Span] = field(default_factory=dict)
    dated: set[int] = field(default_factory=set)  # of whole dates anywhere on the page

    @property
    def youngest(self) -> int | None:
        return max([*self.told, *self.editions, *self.anniversaries], default=None)

    @property
    def plausible(self) -> tuple[int, ...]:
        """The years in which the report may be of, the likeliest first."""
        if self.youngest is None:
            around = range(newest_year(), newest_year() - OPEN_YEARS, -1)
        else:
            around = range(self.youngest + YEARS_AFTER, self.youngest - YEARS_BACK - 1, -1)
        return tuple(dict.fromkeys([*sorted(self.dated, reverse=True)[:3], *around]))


def years_of(
    text: str, sentences: Sequence[Sentence], dates: Sequence[DateExpression], names: Sequence[Mention]
) -> Named:
    named = Named()
    for sentence in sentences:
        if sentence.zone in (Zone.BODY, Zone.HEADLINE):
            for match in YEAR.finditer(text, sentence.span.start, sentence.span.end):
                before = text[max(sentence.span.start, match.start() - 50) : match.start()]
                if not (TO_COME.search(before) or ADDRESS.search(before)):
                    named.told.setdefault(int(match[0]), Span(*match.span()))
    for name in names:
        edition = EDITION.search(name.span.of(text))
        if edition:
            named.editions.setdefault(2000 + int(edition["full"] or edition["short"]), name.span)
    for match in ANNIVERSARY.finditer(text):
        named.anniversaries[int(match["y"]) + int(match["n"])] = Span(*match.span())
    for match in COPYRIGHT.finditer(text):
        named.copyright[int(match["y"])] = Span(*match.span())
    for date in dates:
        digits = date.match.groupdict().get("y") or date.match.groupdict().get("yy") or ""
        if len(digits) == 4 and digits.isdigit() and FIRST_YEAR <= int(digits) <= LAST_YEAR:
            named.dated.add(int(digits))
    return named


def year_clues(named: Named) -> Iterator[Clue]:
    """Yield what the youngest year told, the youngest edition, anniversaries and the copyright say, or else recency."""
    told = max(named.told, default=None)
    edition = max(named.editions, default=None)
    if told is not None and (edition is None or told != edition):
        yield _clue(named.told[told], "year", told, lambda gap: clue_weights.year(gap, False))
    if edition is not None:
        yield _clue(named.editions[edition], "edition", edition, lambda gap: clue_weights.year(gap, True))
    for year, span in named.anniversaries.items():
        yield _clue(span, "anniversary", year, lambda gap: 2.5 if gap == 0 else -1.0)
    for year, span in named.copyright.items():
        yield _clue(span, "copyright", year, lambda gap: 0.6 if gap == 0 else -1.5 if gap > 0 else 0.0)
    if named.youngest is None:
        newest = newest_year()
        yield Clue(None, "recency", lambda day: -RECENCY * abs(newest - day.year))


def _clue(span: Span, rule: str, year: int, weigh: Callable[[int], float]) -> Clue:
    return Clue(span, rule, lambda day: weigh(day.year - year))


def likely_year(text: str, sentences: Sequence[Sentence], names: Sequence[Mention]) -> int | None:
    """Return the year that the report seems to be of, for months without one where no day can be inferred."""
    years: Counter[int] = Counter()
    for sentence in sentences:
        if sentence.zone in (Zone.BODY, Zone.HEADLINE):
            years.update(int(match[0]) for match in YEAR.finditer(text, sentence.span.start, sentence.span.end))
    for name in names:
        years.update(2 * [int(year) for year in YEAR.findall(name.span.of(text))])
    return max(years, key=lambda year: (years[year], year)) if years else None
