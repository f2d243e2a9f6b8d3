"""A report's words for days, months and years: found without an anchor, resolved against one.

`tag_dates` finds expressions and what binds them ("until", "announced on");
`DateExpression.resolve` turns one into a `DateRange` once the publication date
and the tense of its clause are known. Precision is never raised: "June" stays a
month, "early July" a third of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.extract.dates.bounds import bounds
from geo.extract.dates.calendar import FIRST_YEAR, LAST_YEAR, WEEKDAYS
from geo.extract.dates.patterns import WORD, Wording, starting_with
from geo.extract.dates.resolvers import RESOLVERS, Anchor
from geo.types import DateRange, Span

NO_DATE_AFTER = "-./"  # "Tu-95", "1.5", "and/or"
WEEKDAY_BEFORE = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[-–—]$")
DASH = re.compile(r"\s?[-–—]\s?")
RANGE_WORD = re.compile(r"\s+(?:to|until|till|through)\s+(?:\d{4}(?:Z| hours)?\s+(?:on\s+)?)?(?:the\s+)?")
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One expression of time.

    `bound` is "start" or "end" where only that side of something is told, "before" or
    "after" where it only bounds it.
    """

    span: Span
    rule: str
    match: re.Match[str]
    means: str  # of the functions in date_resolvers
    bound: str | None = None
    reported: bool = False  # when somebody spoke, not when something happened
    dateline: bool = False  # "OSLO, 3 May (Agency) -", which is reported too

    def resolve(self, anchor: Anchor) -> DateRange | None:
        """Return the days meant, or None where the anchor does not settle them."""
        return RESOLVERS[self.means](self.match, anchor)


def impossible_years(text: str, dates: Sequence[DateExpression]) -> tuple[str, ...]:
    """Return a message for every date whose year lies outside those that are read."""
    messages = []
    for date in dates:
        groups = date.match.groupdict()
        year = next((groups[key] for key in ("y", "y1", "yy") if (groups.get(key) or "").isdigit()), None)
        if year and not FIRST_YEAR <= int(year) <= LAST_YEAR:
            messages.append(
                f"“{date.span.of(text)}” at character {date.span.start} names a year outside {FIRST_YEAR}–{LAST_YEAR}; "
                "it dates nothing. Check the report."
            )
    return tuple(messages)


def tag_dates(text: str, masked: Sequence[Span] = ()) -> tuple[DateExpression, ...]:
    """Return the expressions of time outside masked names in text order: at each word the longest that begins there."""
    found: list[DateExpression] = []
    taken = _taken(len(text), masked)
    end = 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < end or taken[start]:
            continue
        wordings = starting_with(word.group())
        if wordings and not (start and text[start - 1] in NO_DATE_AFTER and _is_joined(text, start)):
            date = _longest(text, start, wordings, taken)
            if date:
                bound, reported, dateline = bounds(text, date.span)
                found.append(replace(date, bound=bound, reported=reported, dateline=dateline))
                end = date.span.end
    return _paired(text, found)


def _taken(size: int, masked: Sequence[Span]) -> bytearray:
    taken = bytearray(size)
    for span in masked:
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    return taken


def _is_joined(text: str, start: int) -> bool:
    """Tell whether a word only goes on: "Tu-95", "U.S.2023", but not "(Agency)-July 16" or "Monday-Friday"."""
    return start > 1 and text[start - 2].isalnum() and not WEEKDAY_BEFORE.search(text, max(0, start - 11), start)


def _longest(text: str, start: int, wordings: Sequence[Wording], taken: bytearray) -> DateExpression | None:
    best: DateExpression | None = None
    for wording in wordings:
        match = wording.pattern.match(text, start)
        longer = match is not None and match.end() > (best.span.end if best else start)
        if match and longer and not any(taken[start : match.end()]):
            best = DateExpression(Span(start, match.end()), wording.rule, match, wording.means)
    return best


def _paired(text: str, dates: list[DateExpression]) -> tuple[DateExpression, ...]:
    """Bind the two ends of a range between unlike dates: "from 20 March to Monday"."""
    for number in range(len(dates) - 1):
        first, second = dates[number], dates[number + 1]
        gap = text[first.span.end : second.span.start]
        is_pair = (
            RANGE_WORD.fullmatch(gap)
            or (gap.strip() == "and" and BETWEEN.search(text, max(0, first.span.start - 14), first.span.start))
            or (gap.strip() == "and" and _are_next_days(first, second))
            or (DASH.fullmatch(gap) and first.means == second.means == "weekday")
        )
        if is_pair and "range" not in first.rule + second.rule:
            dates[number], dates[number + 1] = replace(first, bound="start"), replace(second, bound="end")
    return tuple(dates)


def _are_next_days(first: DateExpression, second: DateExpression) -> bool:
    """Tell whether two weekdays follow each other: "on Thursday and Friday"."""
    if first.means != "weekday" or second.means != "weekday":
        return False
    days = [WEEKDAYS[date.match["w"].lower()] for date in (first, second)]
    return (days[1] - days[0]) % 7 == 1
