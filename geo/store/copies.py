"""Which reports are one text told on: two that share a third of their runs of five words count as one voice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from geo.gazetteer.names import key_of

RUN_WORDS = 5
COPIED_SHARE = 0.3  # Jaccard index of the runs: agency copy that two papers cut differently still exceeds it


def voices(texts: Sequence[str]) -> list[int]:
    """Return for each text the number of its voice, counted from 0: copies of one text have the same.

    The runs themselves are compared, not signatures of them: only the few reports
    that tell of one event are ever held against each other.
    """
    found: list[int] = []
    for number, text in enumerate(texts):
        like = [found[other] for other in range(number) if shared(text, texts[other]) >= COPIED_SHARE]
        voice = min(like, default=max(found, default=-1) + 1)
        found = [voice if one in like else one for one in found] + [voice]
    order = {voice: place for place, voice in enumerate(dict.fromkeys(found))}
    return [order[voice] for voice in found]


def shared(text: str, other: str) -> float:
    """Return the share of five-word runs that both texts have, of those that either has."""
    ours, theirs = runs(text), runs(other)
    return len(ours & theirs) / (len(ours | theirs) or 1)


@lru_cache(maxsize=512)
def runs(text: str) -> frozenset[int]:
    """Return hashes of all runs of five words; scripts without blanks count a word a character."""
    words = key_of(text).split()
    return frozenset(
        hash(tuple(words[start : start + RUN_WORDS])) for start in range(max(1, len(words) - RUN_WORDS + 1))
    )
