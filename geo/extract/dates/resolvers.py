"""What each wording of a date means against an anchor: one function a meaning, a match in, a `DateRange` out.

None is returned where the anchor does not settle the days.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from geo.extract.dates import resolve_days, resolve_periods, resolve_relative
from geo.extract.dates.anchor import Anchor
from geo.types import DateRange

__all__ = ["RESOLVERS", "Anchor"]

Resolver = Callable[[re.Match[str], Anchor], DateRange | None]
RESOLVERS: dict[str, Resolver] = {
    name.removeprefix("resolve_"): function
    for module in (resolve_days, resolve_periods, resolve_relative)
    for name, function in vars(module).items()
    if name.startswith("resolve_")
}
