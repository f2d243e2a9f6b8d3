"""The years that a report names, as clues to the year of its publication."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from geo.extract.dates.calendar import FIRST_YEAR, LAST_YEAR
from geo.extract.dates.tag import DateExpression
from geo.extract.publication import weights
from geo.extract.publication.clues import Clue
from geo.extract.publication.known_days import newest_year
from geo.text.numbers import parse_number
from geo.types import Mention, Published, Sentence, Span, Zone

YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,2}(?:[A-Z]\w{0,20}\s){0,3}(?:(?:19|20)\d\d\s?[-–]\s?)?(?P<y>20\d\d)", re.I
)
TO_COME = re.compile(r"\b(?:by|until|through|will|next|planned|expected|before|for)\b[^.;]{0,40}$", re.I)
YEAR_AFTER = re.compile(r"\bnext year\b", re.I)
YEARS_AGO = re.compile(r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+years?\s+ago\b", re.I)
LONGEST_AGO = 30  # years
YEAR_BEFORE = re.compile(r"\b(?:last|the previous) year\b", re.I)
HISTORY = re.compile(
    r"\b(?:since|back to|first held in|founded in)\s+(?:the\s+)?(?:[A-Z][a-z]+\s+)?$"
    r"|\b(?:last|previous|earlier|first) editions?\b[^.;]{0,50}$"
)
BESIDE = 50  # characters between a year and "last year" or "next year" that tell of the same
ADDRESS = re.compile(r"(?:https?:/|www\.)\S{0,50}$")
ANNIVERSARY = re.compile(
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th)\s+(?:anniversary|birthday)\b[^.;]{0,60}?\b(?:in|of)\s+(?P<y>1[89]\d\d|20\d\d)\b"
)
EDITION = re.compile(r"(?<!\d)20(?P<full>\d\d)(?!\d)|[\s–—'’-](?P<short>[1-4]\d)$")  # "Baltops 23", "2025 Sea Shield"
YEARS_BACK, YEARS_AFTER = 1, 3  # around the youngest year that a report names
OPEN_YEARS = 9  # where it names none
MIN_SHARE, CLEAR = 0.2, 1.5  # of the candidate days together, and against the next year's
RECENCY = 0.15  # a year, where nothing else decides


@dataclass(slots=True)
class Named:
    """Years with where they stand: named as present or past, of exercise names, of anniversaries, of copyright."""

    told: dict[int, Span] = field(default_factory=dict)
    editions: dict[int, Span] = field(default_factory=dict)
    anniversaries: dict[int, Span] = field(default_factory=dict)
    copyright: dict[int, Span] = field(default_factory=dict)
    neighbours: dict[int, Span] = field(default_factory=dict)  # told by "in February of next year, … 2025"
    history: dict[int, Span] = field(default_factory=dict)  # "since 2019"
    planned: dict[int, Span] = field(default_factory=dict)  # "a plan for 2025"
    dated: set[int] = field(default_factory=set)  # of whole dates anywhere on the page

    @property
    def youngest(self) -> int | None:
        return max([*self.told, *self.editions, *self.anniversaries, *self.neighbours], default=None)

    @property
    def plausible(self) -> tuple[int, ...]:
        """The years in which the report may be of, the likeliest first."""
        if self.youngest is None:
            around = range(newest_year(), max([newest_year() - OPEN_YEARS, *self.history]) - 1, -1)
        else:
            around = range(self.youngest + YEARS_AFTER, self.youngest - YEARS_BACK - 1, -1)
        return tuple(dict.fromkeys([*sorted(self.dated, reverse=True)[:3], *around]))


def years_of(
    text: str, sentences: Sequence[Sentence], dates: Sequence[DateExpression], names: Sequence[Mention]
) -> Named:
    named = Named()
    editions = [(match, name.span) for name in names if (match := EDITION.search(name.span.of(text)))]
    for sentence in sentences:
        if sentence.zone in (Zone.BODY, Zone.HEADLINE):
            _read_sentence(text, sentence.span, named, editions)
    for match in ANNIVERSARY.finditer(text):
        named.anniversaries[int(match["y"]) + int(match["n"])] = Span(*match.span())
    for match in COPYRIGHT.finditer(text):
        named.copyright[int(match["y"])] = Span(*match.span())
    for date in dates:
        digits = date.match.groupdict().get("y") or date.match.groupdict().get("yy") or ""
        if len(digits) == 4 and digits.isdigit() and FIRST_YEAR <= int(digits) <= LAST_YEAR:
            named.dated.add(int(digits))
    return named


def _read_sentence(text: str, span: Span, named: Named, editions: Sequence[tuple[re.Match[str], Span]]) -> None:
    """Sort the years of a sentence by what they tell."""
    inside = [(2000 + int(match["full"] or match["short"]), name) for match, name in editions if span.contains(name)]
    for year, name in inside:
        step = _step_beside(text, name)
        step = 0 if step == 1 else step  # "last year" more often stands beside this year's edition
        (named.neighbours if step else named.editions).setdefault(year + step, name)
    for match in YEAR.finditer(text, span.start, span.end):
        year, place = int(match[0]), Span(*match.span())
        before = text[max(span.start, place.start - 50) : place.start]
        if ADDRESS.search(before) or any(name.contains(place) for _, name in inside):
            continue
        step = _step_beside(text, place)
        if HISTORY.search(before):
            named.history.setdefault(year, place)
        elif step:
            named.neighbours.setdefault(year + step, place)
        elif TO_COME.search(before):
            named.planned.setdefault(year, place)
        else:
            named.told.setdefault(year, place)


def _step_beside(text: str, year: Span) -> int:
    """Return what leads from a year to the report's: 3 beside "three years ago", -1 beside "next year", else 0."""
    start, end = max(0, year.start - BESIDE), min(len(text), year.end + BESIDE)
    ago = YEARS_AGO.search(text, max(0, start - BESIDE), end)
    number = parse_number(ago["n"]) if ago else None
    if number and 1 < number <= LONGEST_AGO:
        return number
    return -1 if YEAR_AFTER.search(text, start, end) else 1 if YEAR_BEFORE.search(text, start, end) else 0


def year_clues(named: Named) -> Iterator[Clue]:
    """Yield what the youngest year told, the youngest edition, anniversaries and the copyright say, or else recency."""
    told = max(named.told, default=None)
    edition = max(named.editions, default=None)
    if told is not None and (edition is None or told != edition):
        yield _clue(named.told[told], "year", told, lambda gap: weights.year(gap, False))
    if edition is not None:
        yield _clue(named.editions[edition], "edition", edition, lambda gap: weights.year(gap, True))
    for year, span in named.neighbours.items():
        yield _clue(span, "year-beside", year, lambda gap: 1.8 if gap == 0 else -0.8)
    if named.history:
        oldest = max(named.history)
        yield _clue(named.history[oldest], "year-since", oldest, lambda gap: 0.1 if gap >= 0 else -3.0)
    if named.planned:
        first = min(named.planned)
        yield _clue(named.planned[first], "year-to-come", first, weights.year_to_come)
    for year, span in named.anniversaries.items():
        yield _clue(span, "anniversary", year, lambda gap: 2.5 if gap == 0 else -1.0)
    for year, span in named.copyright.items():
        yield _clue(span, "copyright", year, lambda gap: 0.6 if gap == 0 else -1.5 if gap > 0 else 0.0)
    if named.youngest is None:
        newest = newest_year()
        yield Clue(None, "recency", lambda day: -RECENCY * abs(newest - day.year))


def _clue(span: Span, rule: str, year: int, weigh: Callable[[int], float]) -> Clue:
    return Clue(span, rule, lambda day: weigh(day.year - year))


def likely_year(
    text: str, sentences: Sequence[Sentence], names: Sequence[Mention], published: Published | None = None
) -> int | None:
    """Return the year that the report seems to be of, for months without one where no day can be inferred.

    It is the one that the candidate days agree on, else the one that the text names most.
    """
    shares: dict[int, float] = {}
    for day, share in published.candidates if published else ():
        shares[day.year] = shares.get(day.year, 0.0) + share
    best = sorted(shares.items(), key=lambda pair: -pair[1])
    if best and best[0][1] >= MIN_SHARE and (len(best) == 1 or best[0][1] >= CLEAR * best[1][1]):
        return best[0][0]
    years: Counter[int] = Counter()
    for sentence in sentences:
        if sentence.zone in (Zone.BODY, Zone.HEADLINE):
            years.update(int(match[0]) for match in YEAR.finditer(text, sentence.span.start, sentence.span.end))
    for name in names:
        years.update(2 * [int(year) for year in YEAR.findall(name.span.of(text))])
    return max(years, key=lambda year: (years[year], year)) if years else None
