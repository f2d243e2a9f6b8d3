"""When a report was published, from its dateline and the full dates near its head, where nobody says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from geo.extract.dates.calendar import day
from geo.extract.languages.dates import WordedDate
from geo.extract.languages.vocabulary import Vocabulary
from geo.types import Evidence, Published, Report, Sentence, Zone

KEPT = 5
HEADER, DATELINE, SPOKEN, TOLD = 0.9, 0.85, 0.6, 0.4  # how far each clue is to be trusted


def infer_published(
    report: Report, words: Vocabulary, sentences: Sequence[Sentence], dates: Sequence[WordedDate], year: int | None
) -> Published:
    """Return the stated date, or the best clue's with its runners-up and the words that speak for it.

    Args:
        year: of the report, for days that are told without one.
    """
    if report.published:
        return Published(report.published)
    best: dict[dt.date, tuple[float, WordedDate]] = {}
    for score, found, date in _clues(report.text, words, sentences, dates, year):
        if found not in best or best[found][0] < score:
            best[found] = (score, date)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], -item[0].toordinal()))
    if not ranked:
        return Published(None, inferred=True)
    span = ranked[0][1][1].span
    return Published(
        *(ranked[0][0], True, tuple((found, score) for found, (score, _) in ranked[:KEPT])),
        evidence=(Evidence(span, span.of(report.text), "published"),),
    )


def _clues(
    text: str, words: Vocabulary, sentences: Sequence[Sentence], dates: Sequence[WordedDate], year: int | None
) -> Iterator[tuple[float, dt.date, WordedDate]]:
    """Yield (score, day, clue): datelines, headers, days on which somebody spoke, the latest full day told."""
    head = next((sentence.span.end for sentence in sentences if sentence.zone is Zone.BODY), len(text))
    for date in dates:
        month, number = date.parts.get("m"), date.parts.get("d")
        sentence = next((one for one in sentences if one.span.contains(date.span)), None)
        if sentence is None or "d2" in date.parts or not (month and number):
            continue
        found = date.full_day or (day(year, month, number) if year and "y" not in date.parts else None)
        if found is None:
            continue
        line = text[text.rfind("\n", 0, date.span.start) + 1 : date.span.end + 60]
        at_dateline = words.dateline.match(line)
        if at_dateline and date.span.end <= head:
            yield DATELINE, found, date
        elif sentence.zone is Zone.FURNITURE or (date.full_day and sentence.span == date.span):
            yield HEADER if date.full_day else DATELINE, found, date
        elif date.reported:
            yield SPOKEN, found, date
        elif date.full_day and sentence.zone in (Zone.BODY, Zone.HEADLINE):
            yield TOLD, found, date
