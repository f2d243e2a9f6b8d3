"""The nouns: what a report says, cut into spans, dates, places and events.

Offsets are half-open Unicode code points into `Report.text`, and
`report.text[span.start:span.end]` is always what was found. Coordinates are
WGS 84 degrees in fields named `lat` and `lon`; lengths end in `_km`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class EventType(StrEnum):
    JOINT_EXERCISE = "joint_exercise"
    JOINT_AIR_PATROL = "joint_air_patrol"
    JOINT_NAVAL_PATROL = "joint_naval_patrol"
    UNILATERAL_EXERCISE = "unilateral_exercise"
    PORT_DEPARTURE = "port_departure"
    PORT_CALL = "port_call"
    TRANSIT = "transit"
    DEPLOYMENT = "deployment"
    SCRAMBLE = "scramble"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    MISSILE_LAUNCH = "missile_launch"
    PROTEST = "protest"
    CLOSURE = "closure"
    ARMED_CONFLICT = "armed_conflict"
    MONITORING = "monitoring"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()


class Assertion(StrEnum):
    """Whether the text says that it happened; `BACKGROUND` happened outside the reported episode."""

    ACTUAL = "actual"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    BACKGROUND = "background"
    CLAIMED = "claimed"
    NEGATED = "negated"


class Precision(StrEnum):
    """How exactly a text dates something. `BEFORE`: only `end` is known, a bound; `AFTER`: only `start`."""

    DAY = "day"
    NIGHT = "night"
    WEEKEND = "weekend"
    WEEK = "week"
    THIRD_OF_MONTH = "third-of-month"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    BEFORE = "before"
    AFTER = "after"
    NONE = "none"


class Role(StrEnum):
    LOCATION = "location"
    ORIGIN = "origin"
    DESTINATION = "destination"
    VIA = "via"
    BASE = "base"


class PlaceKind(StrEnum):
    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    SEA = "sea"
    STRAIT = "strait"
    ISLAND = "island"
    PORT = "port"
    BASE = "base"
    AIRFIELD = "airfield"
    RANGE = "range"
    AREA = "area"
    OTHER = "other"


class Zone(StrEnum):
    """The part of a report that a sentence stands in; only the first two are the report itself."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"
    TAIL = "tail"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text, half-open, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it came in. `published` is what the source stated, None where it did not."""

    id: str
    text: str
    title: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the zone it stands in, what of it is quoted, and what of it somebody is reported to have said."""

    span: Span
    zone: Zone
    quotes: tuple[Span, ...] = ()
    reported: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Something a rule found. `kind` is date, trigger, actor, count, platform, name or place."""

    kind: str
    span: Span
    value: Any
    rule: str


@dataclass(frozen=True, slots=True)
class DateRange:
    """Inclusive days between which something lies, and how exactly the text says so."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = Precision.NONE

    @property
    def edtf(self) -> str | None:
        """ISO 8601-2 (EDTF level 1) where it can say it: '2023-07-16', '2023-06', '2023-07-20/2023-07-23'."""
        start, end = self.start, self.end
        if start is None and end is None:
            return None
        if self.precision is Precision.BEFORE:
            return f"../{end or start}"
        if self.precision is Precision.AFTER:
            return f"{start or end}/.."
        first = start or end
        assert first is not None
        if self.precision is Precision.MONTH and (end is None or (end.year, end.month) == (first.year, first.month)):
            return f"{first:%Y-%m}"
        if self.precision is Precision.YEAR and (end is None or end.year == first.year):
            return f"{first.year:04d}"
        if self.precision is Precision.SEASON and end is not None:
            return f"{end.year:04d}-{21 + ((first.month - 3) % 12) // 3}"
        if end is None or end == first:
            return first.isoformat()
        return f"{first.isoformat()}/{end.isoformat()}"


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer row.

    `radius_km` is the radius within which something "in" the place lies: a
    city's extent, half a sea's width. `country` is ISO 3166-1 alpha-3, None for
    the high seas and disputed features. `weight` in [0, 1] orders namesakes
    when nothing else does. `place_id` is "geonames:1797929" or "own:sea-of-japan".
    """

    place_id: str
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    radius_km: float
    country: str | None = None
    region: str | None = None
    population: int = 0
    weight: float = 0.0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name recognised in a text, not yet resolved.

    `name` is the name to look up, which may differ from the text ("the
    Indonesian capital" -> "Jakarta"). `metonym` marks a place that stands for
    its government ("Beijing said"): an actor, not a location.
    """

    span: Span
    name: str
    rule: str
    kind: PlaceKind | None = None
    metonym: bool = False
    polygon: tuple[tuple[float, float], ...] = ()  # (lat, lon) corners, for areas given by coordinates
    radius_km: float | None = None  # of the circle round the one corner, where the text states it


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """The place chosen for a toponym, how sure the choice is, and what else it could have been.

    `reasons` are what the score is made of, in the order in which it was added:
    (evidence, what it added or took), such as ("weight of the place", 0.56).
    """

    place: Place
    score: float  # [0, 1]
    margin: float  # score minus the runner-up's, [0, 1]
    radius_km: float
    method: str
    runners_up: tuple[Place, ...] = ()
    reasons: tuple[tuple[str, float], ...] = ()
    runners_up_reasons: tuple[tuple[tuple[str, float], ...], ...] = ()  # one for each runner-up


@dataclass(frozen=True, slots=True)
class Located:
    """A toponym with its match; `match` is None where it could not be resolved."""

    toponym: Toponym
    match: PlaceMatch | None


@dataclass(frozen=True, slots=True)
class PlaceOverride:
    """What a name means as somebody set it by hand, in one report or (`report_id` None) in all of them.

    `place` is None where the name is no place at all.
    """

    name: str
    report_id: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place of an event in the role that the text gives it, under the name that the text uses."""

    name: str
    role: Role
    located: Located


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the report that an event rests on."""

    span: Span
    quote: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an event has a value in a field: the rule that read it and the words that it read."""

    field: str
    value: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a report says took, takes or will take place.

    `participants` and `observers` are sorted ISO 3166-1 alpha-3 codes. `counts`
    maps ships, submarines, aircraft, helicopters, personnel, nations, vehicles,
    missiles (and the same with `_chn` for one country) to numbers. `ordinal` is
    6 for "the sixth". `people` are those who met. `confidence` is in [0, 1] and weighs the `confidence_parts`.
    `reasons` say which rule made which field.
    """

    id: str
    type: EventType
    assertion: Assertion
    name: str | None = None
    participants: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    dates: DateRange = DateRange()
    places: tuple[EventPlace, ...] = ()
    platforms: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    ordinal: int | None = None
    people: tuple[str, ...] = ()
    confidence: float = 0.0
    confidence_parts: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published: stated, or inferred from ranked candidates (date, score in [0, 1])."""

    date: dt.date | None
    inferred: bool = False
    candidates: tuple[tuple[dt.date, float], ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one report: what `extract` prints and the store keeps."""

    report: Report
    published: Published
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    located: tuple[Located, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[str, ...] = ()  # what was left out, in words fit for the reader

    @property
    def unresolved(self) -> tuple[Toponym, ...]:
        return tuple(found.toponym for found in self.located if found.match is None)
