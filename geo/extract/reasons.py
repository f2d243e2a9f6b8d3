"""Which rule made which field of an event, and the words that it read: what `extract --explain` prints."""

from __future__ import annotations

from collections.abc import Iterator

from geo.extract.drafts import Draft
from geo.types import DateRange, Event, Mention, Reason

SHARED = "shared"  # taken from another sentence or from what the words refer back to


def reasons_of(text: str, draft: Draft, event: Event) -> tuple[Reason, ...]:
    """Return a reason for every value of every field, in the order of the fields."""
    return tuple(dict.fromkeys([*_what(draft, event), *_who(draft, event), *_when_where(draft, event)]))


def _what(draft: Draft, event: Event) -> Iterator[Reason]:
    for frame in draft.frames:
        yield Reason("type", event.type.value, frame.trigger.rule, frame.trigger.span)
        if frame.status.span:
            yield Reason("assertion", frame.status.assertion.value, "status", frame.status.span)
    for mention in _mentions(draft, "name"):
        if event.name == mention.value.name:
            yield Reason("name", mention.value.name, mention.rule, mention.span)


def _who(draft: Draft, event: Event) -> Iterator[Reason]:
    for field, countries in (("participants", event.participants), ("observers", event.observers)):
        for iso3 in countries:
            named = [one for one in _mentions(draft, "actor") if one.value == iso3]
            named += [one for one in _mentions(draft, "platform") if one.value.country == iso3]
            if named:
                yield Reason(field, iso3, named[0].rule, named[0].span)
            else:
                yield Reason(field, iso3, SHARED, draft.frames[0].trigger.span)
    for frame in draft.frames:
        for count in frame.counts:
            key = f"{count.unit}_{count.iso3}" if count.iso3 else count.unit
            yield Reason("counts", f"{key} {count.number}", "count", count.span)
        for mention in frame.platforms:
            yield Reason("platforms", mention.value.name, mention.rule, mention.span)


def _when_where(draft: Draft, event: Event) -> Iterator[Reason]:
    if event.dates != DateRange():
        dates = _mentions(draft, "date")
        for mention in dates:
            yield Reason("dates", str(event.dates.edtf), mention.rule, mention.span)
        if not dates:
            yield Reason("dates", str(event.dates.edtf), SHARED, draft.frames[0].trigger.span)
    for place in event.places:
        rule = place.located.toponym.rule
        if place.located.match:
            rule = f"{rule}, {place.located.match.method}"
        yield Reason("places", f"{place.name} {place.role.value}", rule, place.located.toponym.span)


def _mentions(draft: Draft, kind: str) -> list[Mention]:
    """Return what was found of a kind in the clauses of a draft, dates only where they date it."""
    return [
        mention
        for frame in draft.frames
        if kind != "date" or frame.dates != DateRange()
        for mention in (*frame.mentions, *frame.platforms)
        if mention.kind == kind
    ]
