"""Finds the names in a text that look like places or dates but are ships, aircraft or exercises.

'Qiqihar' is a city and a destroyer, 'Tu-95' is no year, 'Ocean-2024' is no sea:
what these masks cover is left alone when places and dates are sought.
"""

from __future__ import annotations

from geo.text.aircraft import find_aircraft
from geo.text.codenames import find_codenames
from geo.text.masked import Masked
from geo.text.series import find_series
from geo.text.ships import find_ships
from geo.types import Mention

__all__ = ["Masked", "masks"]


def masks(text: str) -> tuple[Mention, ...]:
    """Return the ships and aircraft (kind 'platform') and exercise names (kind 'name') of a text, in its order.

    `Mention.value` is a `Masked`. Spans don't overlap: the longest wins, and of
    two alike the one whose name is known.
    """
    found = [*find_series(text), *find_ships(text), *find_aircraft(text), *find_codenames(text)]
    found.sort(key=lambda mention: mention.span.start - mention.span.end)  # stable: known series stay first
    kept: list[Mention] = []
    taken = bytearray(len(text))
    for mention in found:
        start, end = mention.span.start, mention.span.end
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.span))
