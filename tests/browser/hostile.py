"""Events and a report whose every word tries to be run or to fetch something."""

from __future__ import annotations

import datetime as dt

from geo.store import EventStore
from geo.types import (
    Assertion,
    DateRange,
    Event,
    EventPlace,
    EventType,
    Evidence,
    Located,
    Mention,
    Place,
    PlaceKind,
    PlaceMatch,
    Precision,
    Published,
    Reading,
    Report,
    Role,
    Span,
    Toponym,
)

HIT = "window.top.geoHit=1"
OUTSIDE = "http://outside.invalid"
PAYLOADS = {
    "image": f'<img src=x onerror="{HIT}">',
    "script": f"<script>{HIT}</script>",
    "closed": f"</script></style></textarea><script>{HIT}</script>",
    "template": f"${{{HIT}}}",
    "backtick": f"`+({HIT})+`",
    "quote": f"'+({HIT})+'",
    "attribute": f'"><svg onload="{HIT}"> x="',
    "jinja": "{{7*7}}{% raw %}",
    "markdown": f"![x]({OUTSIDE}/a.png) [x](javascript:{HIT})",
    "frame": f'<iframe src="{OUTSIDE}"></iframe><link rel=stylesheet href="{OUTSIDE}/a.css">',
    "style": f"<style>@import url({OUTSIDE}/b.css);</style><a href=javascript:{HIT}>x</a>",
    "backslash": f"\\';({HIT});//",
    "directive": f":material/home: :red[x] $$x$$ [x]({OUTSIDE}) {OUTSIDE}/autolink.png",
}
FIRST_DAY = dt.date(2015, 1, 1)
COUNTRY = "NOR"  # of all hostile events and of no other


def plant(store: EventStore) -> None:
    """Keep one hostile report with an event for each payload."""
    text = "Hostile. " + " ".join(f"{payload} ." for payload in PAYLOADS.values())
    everything = " ".join(PAYLOADS.values())
    report = Report("hostile", text, title=everything, publisher=everything, url=OUTSIDE, licence=everything)
    events = tuple(hostile_event(number, payload, text) for number, payload in enumerate(PAYLOADS.values()))
    mentions = tuple(
        Mention(kind, Span(text.index(payload), text.index(payload) + len(payload)), payload, payload)
        for kind, payload in zip(("place", "date", "name", "actor", "platform"), PAYLOADS.values(), strict=False)
    )
    store.save(Reading(report, Published(FIRST_DAY), mentions=mentions, events=events))


def latitude(number: int) -> float:
    """Return where the event of a payload lies: far enough from the others to be alone in a view."""
    return -40.0 + 4 * number


def hostile_event(number: int, payload: str, text: str) -> Event:
    span = Span(text.index(payload), text.index(payload) + len(payload))
    place = Place(f"hostile:{payload}", payload, PlaceKind.SEA, latitude(number), -20.0, 150.0)
    found = Located(Toponym(span, payload, payload), PlaceMatch(place, 0.9, 0.5, 150.0, payload))
    day = FIRST_DAY + dt.timedelta(days=30 * number)
    return Event(
        f"hostile-{number}",
        EventType.JOINT_EXERCISE,
        Assertion.ACTUAL,
        payload,
        (COUNTRY,),
        dates=DateRange(day, day, Precision.DAY),
        places=(EventPlace(payload, Role.LOCATION, found),),
        platforms=(payload,),
        people=(payload,),
        counts={"ships": 2},
        confidence=0.9,
        evidence=(Evidence(span, payload, payload),),
    )
