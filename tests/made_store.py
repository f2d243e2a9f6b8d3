"""A store with known content for the tests of the pages: five events told by one report and one data set."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from geo.bundled import loaded_from, stamp_name
from geo.paths import built, store_url
from geo.stamps import write_stamp
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

TEXT = (
    "China and Russia began the exercise Alpha Shield in the Sea of Japan on 20 July 2023. "
    "In June 2023 their bombers flew a joint patrol over the East China Sea."
)
REPORT_ID = "made-report"
SEA_OF_JAPAN = Place("own:sea-of-japan", "Sea of Japan", PlaceKind.SEA, 40.0, 135.0, 550.0)
EAST_CHINA_SEA = Place("made:ecs", "East China Sea", PlaceKind.SEA, 29.0, 125.0, 450.0)
BERING_SEA = Place("made:bering", "Bering Sea", PlaceKind.SEA, 58.0, -178.0, 600.0)
BALTIC_SEA = Place("made:baltic", "Baltic Sea", PlaceKind.SEA, 57.5, 19.0, 400.0)


def fill(folder: Path) -> None:
    """Make a store in `folder`, which becomes the place of all that is built, with a link to the real gazetteer.

    Sets GEO_BUILT and GEO_STORE of this process.
    """
    real = built() / "gazetteer.sqlite"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / real.name).symlink_to(real)
    os.environ["GEO_BUILT"] = str(folder)
    os.environ["GEO_STORE"] = f"sqlite:///{folder / 'store.sqlite'}"
    store = EventStore()
    store.save(told())
    store.save_events(
        {"id": "made", "title": "Made-up table", "publisher": "The tests", "licence": "CC0"},
        [
            event("beta", EventType.JOINT_EXERCISE, ("JPN", "USA"), day(2021, 3, 9, 12), BALTIC_SEA, "Beta Guard 2021"),
            event(
                "gamma",
                EventType.PORT_CALL,
                ("RUS",),
                DateRange(dt.date(2022, 5, 1), None, Precision.AFTER),
                BERING_SEA,
            ),
            event("delta", EventType.MEETING, ("CHN", "USA"), DateRange(), None, "Delta Talks", Assertion.PLANNED),
        ],
    )
    store.close()
    write_stamp(built(), loaded_from(store_url()), stamp_name())


def told() -> Reading:
    """Return a reading of TEXT, made by hand."""
    report = Report(REPORT_ID, TEXT, title="A made-up report", publisher="The tests", published=dt.date(2023, 7, 20))
    first, second = (TEXT.index(words) for words in ("China", "In June"))
    events = (
        event(
            "alpha", EventType.JOINT_EXERCISE, ("CHN", "RUS"), day(2023, 7, 20, 23), SEA_OF_JAPAN, "Alpha Shield",
            quote=Span(first, second - 1),
        ),
        event(
            "epsilon", EventType.JOINT_AIR_PATROL, ("CHN", "RUS"),
            DateRange(dt.date(2023, 6, 1), dt.date(2023, 6, 30), Precision.MONTH), EAST_CHINA_SEA,
            quote=Span(second, len(TEXT)),
        ),
    )  # fmt: skip
    mentions = tuple(
        Mention(kind, Span(TEXT.index(words), TEXT.index(words) + len(words)), words, "made")
        for kind, words in (
            ("actor", "China"),
            ("name", "Alpha Shield"),
            ("place", "Sea of Japan"),
            ("date", "June 2023"),
        )
    )
    return Reading(report, Published(report.published), mentions=mentions, events=events)


def event(
    name: str,
    kind: EventType,
    participants: tuple[str, ...],
    dates: DateRange,
    place: Place | None,
    title: str | None = None,
    assertion: Assertion = Assertion.ACTUAL,
    quote: Span | None = None,
) -> Event:
    places = () if place is None else (EventPlace(place.name, Role.LOCATION, located(place)),)
    evidence = () if quote is None else (Evidence(quote, quote.of(TEXT)),)
    return Event(
        f"made-{name}",
        kind,
        assertion,
        title,
        participants,
        dates=dates,
        places=places,
        confidence=0.8,
        evidence=evidence,
    )


def located(place: Place) -> Located:
    return Located(
        Toponym(Span(0, len(place.name)), place.name, "made"), PlaceMatch(place, 0.9, 0.5, place.radius_km, "made")
    )


def day(year: int, month: int, first: int, last: int) -> DateRange:
    return DateRange(dt.date(year, month, first), dt.date(year, month, last), Precision.DAY)
