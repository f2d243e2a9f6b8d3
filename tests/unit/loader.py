"""A process of its own that loads small reports into a store: `python -m tests.unit.loader URL FIRST COUNT`.

It prints the number of each report once the store has acknowledged it.
"""

import sys

from geo.store import EventStore
from tests.unit.making import dates, event, place, reading

EVENTS_EACH = 5


def load(url: str, first: int, count: int) -> None:
    store = EventStore(url)
    for number in range(first, first + count):
        events = [
            event(
                f"{number}-{n}", dates=dates("2023-07-01"), places=(place(lat=float(n)), place("Qingdao", 36.0, 120.0))
            )
            for n in range(EVENTS_EACH)
        ]
        store.save(reading(f"r{number}", events))
        print(number, flush=True)


if __name__ == "__main__":
    load(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
