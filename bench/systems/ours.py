"""This project: what `python -m geo places` and `python -m geo resolve` do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.systems.running import Found, System, run


def load() -> System:
    from geo.extract.places.recognise import recognise
    from geo.gazetteer import Gazetteer
    from geo.geocode.answers import as_mention
    from geo.geocode.given import resolve_given
    from geo.geocode.resolve import resolve
    from geo.paths import gazetteer_file
    from geo.text.masks import masks
    from geo.types import Span

    gazetteer = Gazetteer.open()

    def read(texts: Sequence[str]) -> Iterator[list[Found]]:
        for text in texts:
            masked = [mention.span for mention in masks(text)]
            yield [as_mention(one, text) for one in resolve(text, recognise(text, gazetteer, masked), gazetteer)]

    def place(text: str, spans: Sequence[tuple[int, int]]) -> list[Found]:
        return [as_mention(one, text) for one in resolve_given(text, [Span(*span) for span in spans], gazetteer)]

    return System(read, place, [gazetteer_file()])


if __name__ == "__main__":
    run(load)
