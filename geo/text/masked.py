"""What a mask stands for: the noun shared by the finders of ships, aircraft and exercise names."""

from __future__ import annotations

from dataclasses import dataclass

from geo.types import Mention, Span


@dataclass(frozen=True, slots=True)
class Masked:
    """A name that must not be read as a place or a date.

    `name` is what the text prints, without quotes. `kind` is ship, aircraft or
    exercise. `country` is the navy's or the maker's country (alpha-3) where it
    is sure; `series` is the key in data/rules/series.yml of a known exercise.
    """

    name: str
    kind: str
    country: str | None = None
    series: str | None = None


def platform(text: str, span: Span, kind: str, rule: str, country: str | None = None) -> Mention:
    """Return the mention of a ship or aircraft at `span`."""
    return Mention("platform", span, Masked(span.of(text), kind, country), rule)


def exercise(text: str, span: Span, rule: str, series: str | None = None) -> Mention:
    """Return the mention of an exercise's name at `span`."""
    return Mention("name", span, Masked(" ".join(span.of(text).split()), "exercise", None, series), rule)
