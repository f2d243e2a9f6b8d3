"""A reading to its place names: each once, with what it means, how often it stands there, and a correction of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geo.gazetteer import Gazetteer
from geo.gazetteer.names import key_of, stands_in
from geo.geocode.overrides import Corrections, Reasons
from geo.text.countries import country_name
from geo.types import Located, Place, PlaceMatch, PlaceOverride, Reading
from geo.ui.card import degrees

MOST_CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the report, where it first stands and how often, its match, and a correction that holds for it."""

    name: str
    first: int
    times: int
    match: PlaceMatch | None
    override: PlaceOverride | None


def names_of(reading: Reading, overrides: Iterable[PlaceOverride]) -> list[Named]:
    """Return the names of a reading in its order, also those of which a hand said that they are no places.

    No correction changes the order, so that the chosen row stays the chosen name.
    """
    text = reading.report.text
    corrections = Corrections(overrides, reading.report.id)
    found: dict[str, list[Located]] = {}
    for one in reading.located:
        if not one.toponym.polygon:
            found.setdefault(key_of(one.toponym.name), []).append(one)
    named = [
        Named(spelt(group), group[0].toponym.span.start, len(group), group[0].match, corrections.of(group[0], text))
        for group in found.values()
    ]
    low = text.casefold()
    for key, override in corrections.by_key.items():
        if override.place is None and stands_in(key, text):
            word = override.name.casefold()
            named.append(Named(override.name, low.find(word), max(1, low.count(word)), None, override))
    return sorted(named, key=lambda one: (one.first, one.name))


def spelt(group: Sequence[Located]) -> str:
    """Return a name as it is usually spelt, not in the capitals of a dateline."""
    names = [one.toponym.name for one in group]
    return next((name for name in names if not name.isupper()), names[0])


def means(one: Named) -> str:
    """Return what a name means, in a few words."""
    by_hand = " (by hand)" if one.override else ""
    if one.match is None:
        return f"no place{by_hand}" if one.override else "not found on the map"
    return described(one.match.place) + by_hand


def described(place: Place) -> str:
    land = country_name(place.country) if place.country else ""
    return ", ".join(dict.fromkeys(part for part in (place.name, place.region, land) if part))


def reason(one: Named) -> str:
    """Return why a name means what it means, in lines."""
    if one.match is None:
        said = "no place, as set by hand." if one.override else "the text can mean no place of the gazetteer by it."
        return f"{one.name}: {said}"
    place, match = one.match.place, one.match
    spot = f"{degrees(place.lat, 'N', 'S')} {degrees(place.lon, 'E', 'W')}"
    lead = f"{match.margin:.2f} ahead of the next" if match.runners_up else "the only candidate"
    lines = [f"{one.name}: {place.kind}, within {match.radius_km:,.0f} km of {spot}."]
    if one.override is None:
        lines.append(f"Score {match.score:.2f}, {lead}: {parts(match.reasons)}.")
        lines.append(f"By {match.method}, from {place.source or 'an unnamed source'}.")
    else:
        lines.append(f"Set by hand for {'every' if one.override.report_id is None else 'this'} report.")
    return "\n".join(lines)


def parts(reasons: Iterable[tuple[str, float]]) -> str:
    return ", ".join(f"{why} {value:+.2f}" for why, value in reasons)


def candidates(one: Named, gazetteer: Gazetteer) -> list[Place]:
    """Return what a name could mean, the chosen place first."""
    matched = (one.match.place, *one.match.runners_up) if one.match else ()
    found = {place.place_id: place for place in (*matched, *gazetteer.candidates(one.name))}
    return list(found.values())[:MOST_CANDIDATES]


def reasons_of(match: PlaceMatch | None) -> dict[str, Reasons]:
    """Return the parts of the scores of a match and its runners-up, by their place ids."""
    if match is None:
        return {}
    others = zip(match.runners_up, match.runners_up_reasons, strict=False)
    return {match.place.place_id: match.reasons, **{place.place_id: reasons for place, reasons in others}}


def candidate_table(places: Sequence[Place], why: Mapping[str, Reasons]) -> dict[str, list[str | float | None]]:
    """Return candidates with their scores, as columns; those that were not weighed have none."""
    scores = [sum(value for _, value in why.get(place.place_id, ())) for place in places]
    return {
        "Place": [described(place) for place in places],
        "Kind": [place.kind.value for place in places],
        "Score": [round(score, 2) or None for score in scores],
    }
