"""A clue: words that say something for or against a day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from geo.types import Span


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that tell something of the day of publication: `weigh` gives log-odds for a candidate day.

    `points` are the days that it proposes as candidates; `span` is None for what stands outside of the text.
    """

    span: Span | None
    rule: str
    weigh: Callable[[dt.date], float]
    points: tuple[dt.date, ...] = ()
