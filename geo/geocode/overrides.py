"""Corrections by hand laid over what was resolved: a name means what somebody said it means, or is no place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import zip_longest

from geo.gazetteer.listed import ListedNames
from geo.gazetteer.names import key_of
from geo.types import Located, Place, PlaceMatch, PlaceOverride

METHOD = "override"
Reasons = tuple[tuple[str, float], ...]


class Corrections:
    """The corrections that hold in one report: those made for it win over those made for all."""

    def __init__(self, overrides: Iterable[PlaceOverride] = (), report_id: str | None = None) -> None:
        held = tuple(overrides)
        for_all = {key_of(one.name): one for one in held if one.report_id is None}
        for_one = {key_of(one.name): one for one in held if one.report_id is not None and one.report_id == report_id}
        self.by_key: Mapping[str, PlaceOverride] = for_all | for_one
        self.listed = ListedNames(one.name for one in self.by_key.values() if one.place is not None)

    def of(self, found: Located, text: str) -> PlaceOverride | None:
        """Return the correction of a name as it is looked up or, else, as the text writes it."""
        if not self.by_key or found.toponym.polygon:
            return None
        by_name = self.by_key.get(key_of(found.toponym.name))
        return by_name or self.by_key.get(key_of(found.toponym.span.of(text)))

    def applied(self, text: str, located: Iterable[Located]) -> tuple[Located, ...]:
        """Return the places as corrected, without the names that are no places; what is not corrected stays."""
        corrected = []
        for found in located:
            override = self.of(found, text)
            if override is None:
                corrected.append(found)
            elif override.place is not None:
                corrected.append(replace(found, match=corrected_match(found.match, override)))
        return tuple(corrected)


def corrected_match(found: PlaceMatch | None, override: PlaceOverride) -> PlaceMatch:
    """Return the match that a correction makes; what the program had chosen is the first runner-up."""
    place = override.place
    assert place is not None
    others: dict[Place, Reasons] = {}
    if found:
        scored = zip_longest(found.runners_up, found.runners_up_reasons, fillvalue=())
        others = {found.place: found.reasons, **{other: reasons for other, reasons in scored if other}}
        others.pop(place, None)
    return PlaceMatch(
        place=place,
        score=1.0,
        margin=1.0,
        radius_km=place.radius_km,
        method=METHOD,
        runners_up=tuple(others),
        reasons=(("set by hand" if override.report_id is None else "set by hand for this report", 1.0),),
        runners_up_reasons=tuple(others.values()),
    )
