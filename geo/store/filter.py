"""The filter words of the address, the API and the command line to one filter, and back.

    country=CHN&country=RUS&match=all&from=2023-01-01&to=2023-12-31
    &type=joint_exercise&assertion=planned&text=Qiqihar&bbox=117,33,142,52&told=once

An event passes a date filter when the days on which it can lie overlap it: an
exercise "in June" passes a filter of 10 to 12 June, one "from 1 May on" every
filter that ends later, an undated one none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeVar

from geo.errors import InputError
from geo.store.labels import day_label
from geo.text.countries import country_name
from geo.types import Assertion, EventType

AnyEnum = TypeVar("AnyEnum", bound=StrEnum)
Box = tuple[float, float, float, float]
MAX_TEXT_CHARS = 200
WORDS = ("country", "match", "from", "to", "type", "assertion", "text", "bbox", "told")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events to take; an empty filter takes all.

    `countries` are ISO 3166-1 alpha-3 codes of participants, of which `match`
    asks for any or all. `start` and `end` are inclusive. `text` is words, all of
    which must begin a word of the event's title, places, countries, platforms
    or evidence. `bbox` is (west, south, east, north) in degrees; west > east
    crosses the antimeridian. `once` takes of the tellings of one event only the best.

    Raises:
        InputError: a value that cannot be meant.
    """

    countries: tuple[str, ...] = ()
    match: Literal["any", "all"] = "any"
    start: dt.date | None = None
    end: dt.date | None = None
    types: tuple[EventType, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    text: str = ""
    bbox: Box | None = None
    once: bool = False

    def __post_init__(self) -> None:
        for code in self.countries:
            if not re.fullmatch(r"[A-Z]{3}", code) or country_name(code) == code:
                raise InputError(
                    f"country={code} is no ISO 3166-1 alpha-3 code. Write three letters, as in country=CHN."
                )
        if self.match not in ("any", "all"):
            raise InputError(f"match={self.match} is not known. Write match=any or match=all.")
        if self.start and self.end and self.start > self.end:
            raise InputError(f"from={self.start} lies after to={self.end}. Exchange the two dates.")
        if len(self.text) > MAX_TEXT_CHARS:
            raise InputError(f"text= has {len(self.text)} characters. Give at most {MAX_TEXT_CHARS}.")
        if self.text.strip() and not self.words:
            raise InputError(f"text={self.text} has no letter or digit to search for. Give at least one word.")
        if self.bbox:
            _check_box(self.bbox)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(re.findall(r"\w+", self.text.replace("_", " ")))

    @classmethod
    def from_query(cls, query: Mapping[str, str | Sequence[str]] | Iterable[tuple[str, str]]) -> EventFilter:
        """Return the filter that the words of an address stand for; words of other things are passed over."""
        values = _multi(query)
        return cls(
            countries=tuple(sorted({code.upper() for code in _many(values, "country")})),
            match=_one(values, "match", "any").lower(),  # type: ignore[arg-type]  # checked by __post_init__
            start=_date(values, "from"),
            end=_date(values, "to"),
            types=_enums(values, "type", EventType),
            assertions=_enums(values, "assertion", Assertion),
            text=_one(values, "text", ""),
            bbox=_box(_one(values, "bbox", "")),
            once=_once(_one(values, "told", "all")),
        )

    def to_query(self) -> list[tuple[str, str]]:
        """Return the words of the address that stand for this filter, in a fixed order."""
        pairs = [("country", code) for code in self.countries]
        if self.match != "any":
            pairs.append(("match", self.match))
        pairs += [(word, day.isoformat()) for word, day in (("from", self.start), ("to", self.end)) if day]
        pairs += [("type", str(event_type)) for event_type in self.types]
        pairs += [("assertion", str(assertion)) for assertion in self.assertions]
        if self.text:
            pairs.append(("text", self.text))
        if self.bbox:
            pairs.append(("bbox", ",".join(f"{side:g}" for side in self.bbox)))
        if self.once:
            pairs.append(("told", "once"))
        return pairs

    def in_words(self) -> str:
        """Return the filter as a reader would say it: 'China and Russia; 1 Jan – 30 Jun 2023; joint exercise'."""
        parts = []
        if self.countries:
            joint = " and " if self.match == "all" else " or "
            parts.append(joint.join(country_name(code) for code in self.countries))
        if self.start and self.end:
            parts.append(day_label(self.start, self.end))
        elif self.start:
            parts.append(f"from {day_label(self.start)}")
        elif self.end:
            parts.append(f"until {day_label(self.end)}")
        if self.types:
            parts.append(" or ".join(event_type.label.lower() for event_type in self.types))
        if self.assertions:
            parts.append(" or ".join(self.assertions))
        if self.text:
            parts.append(f"text “{self.text}”")
        if self.bbox:
            parts.append("within a box of the map")
        if self.once:
            parts.append("each event once")
        return "; ".join(parts) or "all events"


def _multi(query: Mapping[str, str | Sequence[str]] | Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    pairs = query.items() if isinstance(query, Mapping) else query
    values: dict[str, list[str]] = {}
    for word, given in pairs:
        texts = [given] if isinstance(given, str) else list(given)
        values.setdefault(word, []).extend(text.strip() for text in texts if text and text.strip())
    return values


def _many(values: Mapping[str, list[str]], word: str) -> list[str]:
    return [part.strip() for value in values.get(word, []) for part in value.split(",") if part.strip()]


def _one(values: Mapping[str, list[str]], word: str, default: str) -> str:
    return values[word][-1] if values.get(word) else default


def _date(values: Mapping[str, list[str]], word: str) -> dt.date | None:
    given = _one(values, word, "")
    if not given:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given):
            raise ValueError(given)
        return dt.date.fromisoformat(given)
    except ValueError as error:
        raise InputError(f"{word}={given} is no date. Write year-month-day, as in {word}=2023-07-16.") from error


def _enums(values: Mapping[str, list[str]], word: str, kind: type[AnyEnum]) -> tuple[AnyEnum, ...]:
    found = set()
    for given in _many(values, word):
        try:
            found.add(kind(given.lower()))
        except ValueError as error:
            raise InputError(f"{word}={given} is not known. Write one of: {', '.join(kind)}.") from error
    return tuple(member for member in kind if member in found)


def _once(given: str) -> bool:
    if given not in ("all", "once"):
        raise InputError(f"told={given} is not known. Write told=all, or told=once for each event once.")
    return given == "once"


def _box(given: str) -> Box | None:
    if not given:
        return None
    try:
        west, south, east, north = (float(side) for side in given.split(","))
    except ValueError as error:
        raise InputError(f"bbox={given} is no box. Write bbox=west,south,east,north in degrees.") from error
    return west, south, east, north


def _check_box(box: Box) -> None:
    west, south, east, north = box
    if not (-90 <= south <= north <= 90 and abs(west) <= 720 and abs(east) <= 720):  # also refuses nan
        given = ",".join(f"{side:g}" for side in box)
        raise InputError(f"bbox={given} is no box. Write bbox=west,south,east,north in degrees, south below north.")
