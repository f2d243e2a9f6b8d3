"""Navigation warnings to closures: areas by their coordinates, the days on which they are dangerous, who warns.

"MILITARY EXERCISES IN AREA BOUNDED BY THE LINES JOINING 38-00N 119-00E, … FROM 270200UTC TO 271100UTC JUL. ENTERING
PROHIBITED." is no prose: nobody acts, and days stand without months. Read so are warnings in English and Chinese whose
areas no other event of the report has taken; in them a time of day is left out.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from geo.extract.confidence import confidence_of
from geo.types import (
    Assertion,
    DateRange,
    Event,
    EventPlace,
    EventType,
    Evidence,
    Located,
    PlaceKind,
    Precision,
    Published,
    Role,
    Span,
)

WARNS = re.compile(
    r"(?:entering|entry|navigation)(?: is)? (?:prohibited|forbidden)|navigation(?:al)? warning|navarea|navtex"
    r"|hydro(?:pac|lant)|in (?:the )?area (?:[a-z] )?(?:bounded|within)|wide berth|keep clear"
    r"|禁止|禁航|航警|航行警告|残骸|附近进行",
    re.IGNORECASE,
)
DANGER = re.compile(
    r"\b(?:military|firing|gunnery|exercises?|missiles?|rockets?|shooting|torpedo|live[- ]fire)\b"
    r"|军事|射击|演习|训练|火箭|导弹|禁航区",
    re.IGNORECASE,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = "(?:" + "|".join(MONTHS) + r")[a-z]{0,6}"
CLOCK = r"(?:\d{4})? ?(?:utc|gmt|z|lt)?"
YEAR = r"(?:[ ,.]{1,2}(?P<year>20\d\d))?"
ENGLISH = (  # "281900UTC TO 290700UTC JUL", "30 JUL TO 2 AUG", then single days
    re.compile(
        rf"\b(?P<day>\d{{1,2}}){CLOCK} ?(?P<month>{MONTH})?\.? ?(?:to|thru|through|until|and|-) ?"
        rf"(?P<last>\d{{1,2}}){CLOCK} ?(?P<last_month>{MONTH})\b{YEAR}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<day>\d{{1,2}}){CLOCK} ?(?P<month>{MONTH})\b{YEAR}", re.IGNORECASE),
)
CHINESE = (
    re.compile(
        r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日?(?:\d{4}时?)?(?:至|到|-|—)"
        r"(?:20\d\d年)?(?:(?P<last_month>\d{1,2})月)?(?P<last>\d{1,2})日"
    ),
    re.compile(r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
)
MOST_DAYS = 183  # a warning is given within half a year of what it warns of


def warned(text: str, located: Sequence[Located], published: Published, events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the closure that a navigation warning tells, nothing where another event has its areas.

    Not handled: different days for different areas of one warning; the event then spans all of them.
    """
    areas = [one for one in located if one.toponym.polygon]
    taken = any(place.located.toponym.polygon for event in events for place in event.places)
    words = WARNS.search(text)
    if not areas or taken or not words or not DANGER.search(text):
        return ()
    found = sorted(days(text, published.date))
    dates = between(found[0][0], found[-1][0]) if found else DateRange()
    spans = [Span(*words.span()), *(area.toponym.span for area in areas), *(span for _, span in found)]
    evidence = tuple(Evidence(span, span.of(text), "warning") for span in sorted(set(spans)))
    identity = "|".join((EventType.CLOSURE, str(dates.edtf), *(one.quote for one in evidence)))
    event = Event(
        id=hashlib.sha256(identity.encode()).hexdigest()[:16],
        type=EventType.CLOSURE,
        assertion=assertion(dates, published),
        participants=warning_country(located, areas[-1]),
        dates=dates,
        places=tuple(EventPlace(area.toponym.span.of(text), Role.LOCATION, area) for area in areas),
        evidence=evidence,
    )
    parts = {
        "trigger": 1.0,
        "dates": 1.0 if found else 0.0,
        "place": 1.0,
        "participants": 1.0 if event.participants else 0.0,
        "zone": 1.0,
        "told_again": 1.0 if len(evidence) > 1 else 0.0,
    }
    confidence = confidence_of({"intercept": 1.0, **parts})
    return (replace(event, confidence=confidence, confidence_parts=MappingProxyType(parts)),)


def between(first: dt.date, last: dt.date) -> DateRange:
    return DateRange(first, last if last > first else None, Precision.DAY)


def assertion(dates: DateRange, published: Published) -> Assertion:
    last = dates.end or dates.start
    return Assertion.ACTUAL if last and published.date and last < published.date else Assertion.PLANNED


def warning_country(located: Sequence[Located], last_area: Located) -> tuple[str, ...]:
    """Return the country that signs: the one named behind all areas."""
    behind = [one.match.place for one in located if one.match and one.toponym.span > last_area.toponym.span]
    countries = [place.country for place in behind if place.kind is PlaceKind.COUNTRY and place.country]
    return tuple(countries[-1:])


def days(text: str, published: dt.date | None) -> Iterator[tuple[dt.date, Span]]:
    """Yield the first and last days that a warning names, in the year given or the one next to its publication."""
    taken: list[Span] = []
    for pattern in (*ENGLISH, *CHINESE):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            parts = match.groupdict()
            last_month = month_number(parts.get("last_month") or parts["month"])
            month = month_number(parts["month"]) if parts["month"] else last_month
            last = int(parts.get("last") or parts["day"])
            if not parts["month"] and int(parts["day"]) > last:
                month = (month - 2) % 12 + 1  # "30 TO 2 AUG"
            for day, number in ((int(parts["day"]), month), (last, last_month)):
                if (found := nearest(day, number, parts["year"], published)) is not None:
                    yield found, span


def month_number(written: str) -> int:
    return int(written) if written.isdigit() else MONTHS.index(written[:3].lower()) + 1


def nearest(day: int, month: int, year: str | None, published: dt.date | None) -> dt.date | None:
    """Return the day in the year written, else in the one that brings it nearest to publication; None for no day."""
    years = [int(year)] if year else [published.year + shift for shift in (-1, 0, 1)] if published else []
    found = []
    for one in years:
        try:
            found.append(dt.date(one, month, day))
        except ValueError:
            continue
    if year or published is None:
        return found[0] if found else None
    best = min(found, key=lambda date: abs((date - published).days), default=None)
    return best if best and abs((best - published).days) <= MOST_DAYS else None
