"""Known exercises and patrols that a report names, and what their dates say of its day of publication.

Known dates (data/exercises.csv) only help to infer when a report was published;
they never become dates of its events.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from geo.extract.dates.parts import month_of, number_of, part
from geo.extract.dates.tag import DateExpression
from geo.extract.publication.clues import Clue
from geo.extract.publication.known_days import Days, by_days, editions, of_year, patrols
from geo.text.numbers import ORDINAL, parse_ordinal
from geo.types import Mention, Sentence, Span, Zone

PATROL = re.compile(r"\b(?:(?P<air>air|aerial|bomber)|(?P<sea>naval|maritime|sea))\s+patrols?\b", re.I)
COUNT = re.compile(rf"\b(?:for (?:a|the)|the|its|their)\s+(?P<nth>{ORDINAL})\b(?!\s+of\s+(?!its|this|that))", re.I)
ENDED = re.compile(r"\b(?:conclud\w+|ended|wrapped up|completed|finished|closing ceremony)\b", re.I)
BEGUN = re.compile(
    r"\b(?:began|begun|kick(?:s|ed) off|started|opened|ha(?:s|ve) commenced|under way|underway|being held)\b", re.I
)
OVER = re.compile(r"\b(?:participated|took part|were held|was held)\b", re.I)
PLANNED = re.compile(r"\b(?:will|to (?:start|hold|join|take part|begin|launch|be held)|upcoming|soon|set to)\b", re.I)
LAST_MONTH = re.compile(r"\blast month\b", re.I)
MOST_EDITIONS = 6
REACH_DAYS = 60  # a report tells of an exercise at most so long before or after it


def edition_clues(text: str, names: Sequence[Mention], sentences: Sequence[Sentence]) -> Iterator[Clue]:
    """Yield a clue for the first known series that is named and for the first patrol that is counted."""
    for name in names:
        series = name.value.series
        if series in editions():
            known = of_year(editions()[series], name.span.of(text))
            if known:
                yield _clue(name.span, known, _phase(text, name.span, sentences))
                break
    yield from _patrol_clues(text, sentences)


def known_days_clues(dates: Sequence[DateExpression]) -> Iterator[Clue]:
    """Yield the year of a range of days without one that is just that of a known exercise."""
    for date in dates:
        match = date.match
        if date.means == "day_range" and not part(match, "y", "y1"):
            month, last = month_of(match["m"]), month_of(part(match, "m2") or match["m"])
            key = (month, number_of(match["d"]), last, number_of(match["d2"]))
            if key in by_days():
                yield _near(date.span, by_days()[key])


def _near(span: Span, days: Days) -> Clue:
    reach = dt.timedelta(days=REACH_DAYS)
    return Clue(span, "known-days", lambda day: 2.0 if days[0] - reach <= day <= days[1] + reach else -0.5)


def _clue(span: Span, known: Sequence[Days], phase: str | None) -> Clue:
    points = tuple(
        day
        for start, end in known[-MOST_EDITIONS:]
        for day in (
            *(start + dt.timedelta(days=n) for n in range(-7, 3)),
            *(end + dt.timedelta(days=n) for n in range(0, 4)),
        )
    )
    return Clue(span, "known-exercise", lambda day: max(_fit(day, *days, phase) for days in known), points)


def _fit(day: dt.date, start: dt.date, end: dt.date, phase: str | None) -> float:
    before, after = (start - day).days, (day - end).days
    if phase == "planned":
        if before < -1:
            return -0.3 if after <= 0 else -1.5  # of what is under way some parts are still planned
        return 1.1 if before <= 7 else 0.7 if before <= 14 else 0.2 if before <= 60 else -1.0
    if phase == "ended":
        return -1.5 if after < -1 else 1.4 if after <= 1 else 0.8 if after <= 4 else 0.2 if after <= 30 else -1.0
    if phase == "begun":
        return -1.5 if before > 0 else 1.4 if before >= -1 else 1.0 if after <= 0 else 0.3 if after <= 7 else -0.8
    if phase == "over":
        return -1.5 if after < 0 else 0.3 if after <= 60 else -0.3
    nearest = max(before, after, 0)
    return 1.0 if nearest == 0 else 0.9 if nearest <= 4 else 0.5 if nearest <= 10 else 0.0 if nearest <= 60 else -0.8


def _phase(text: str, name: Span, sentences: Sequence[Sentence]) -> str | None:
    """Return whether an exercise has ended, has begun or is planned, by its own sentence, then by the first ones."""
    own = [sentence for sentence in sentences if sentence.span.contains(name)]
    first = [sentence for sentence in sentences if sentence.zone in (Zone.BODY, Zone.HEADLINE)][:4]
    for sentence in (*own, *first):
        words = sentence.span.of(text)
        for phase, pattern in (("planned", PLANNED), ("ended", ENDED), ("begun", BEGUN), ("over", OVER)):
            if pattern.search(words):
                return phase
    return None


def _patrol_clues(text: str, sentences: Sequence[Sentence]) -> Iterator[Clue]:
    """Know "the sixth joint air patrol" of China and Russia by its number."""
    if not ("China" in text or "Chinese" in text) or "Russia" not in text:
        return
    start = before = 0
    for sentence in sentences:
        if sentence.zone not in (Zone.BODY, Zone.HEADLINE):
            continue
        patrol = PATROL.search(text, start, sentence.span.end)  # in this sentence or the two before
        count = COUNT.search(text, sentence.span.start, sentence.span.end) if patrol else None
        start, before = before, sentence.span.start
        number = parse_ordinal(count["nth"]) if count else None
        if not patrol or not count or not number or number < 2:  # "the first" is the first of anything
            continue
        days = patrols().get(("air" if patrol["air"] else "sea", number))
        if days:
            yield _told_patrol(count, days, sentence.span.of(text))
            return


def _told_patrol(count: re.Match[str], days: Days, sentence: str) -> Clue:
    end = days[1]
    span = Span(*count.span("nth"))
    if LAST_MONTH.search(sentence):
        after = end.year * 12 + end.month
        return Clue(span, "last-month", lambda day: 2.0 if day.year * 12 + day.month - 1 == after else -2.0)
    lasting = (days[1] - days[0]).days > 3
    phase = "begun" if lasting and not ENDED.search(sentence) else "ended"
    points = tuple(one + dt.timedelta(days=n) for one in dict.fromkeys(days) for n in range(3))
    return Clue(span, "counted-patrol", lambda day: _fit(day, *days, phase), points)
