"""Places in sentences about drills at sea: nearly all are found, and placed where they are."""

from geo.gazetteer import Gazetteer
from tests.gold.sea_probe import judge, probe

FLOOR = 0.96
MIN_SENTENCES = 120


def test_places_of_drills_at_sea_are_found_and_placed(gazetteer: Gazetteer) -> None:
    score, faults = judge(gazetteer)
    assert score.f1 >= FLOOR, "\n".join(faults)


def test_the_probe_is_large_and_holds_what_tempts() -> None:
    sentences = probe()
    assert len(sentences) >= MIN_SENTENCES
    assert sum(not sentence["places"] for sentence in sentences) >= 15
    assert all(name in sentence["text"] for sentence in sentences for name in sentence["places"])
