"""What extraction reaches on our own gold: floors that a change may raise and must not fall through."""

import pytest

from geo.gazetteer import Gazetteer
from tests.gold.score import OWN_GOLD, predictions, read_gold
from tests.gold.score_events import evaluate

FLOORS = {
    "type_f1": 0.86,
    "relaxed_f1": 0.83,
    "strict_f1": 0.68,
    "participants_f1": 0.91,
    "date_day": 0.80,
    "place_hit": 0.83,
    "assertion": 0.93,
    "grounding": 1.0,
}
MAX_FALSE_PER_NEGATIVE = 0.05


@pytest.fixture(scope="module")
def scores(gazetteer: Gazetteer) -> dict[str, float]:
    gold = read_gold(OWN_GOLD)
    return evaluate(gold, predictions(gold, gazetteer, infer=False))[0]["all"]


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_our_own_gold_is_read_at_least_this_well(scores: dict[str, float], figure: str, floor: float) -> None:
    assert scores[figure] >= floor


def test_reports_without_events_stay_empty(scores: dict[str, float]) -> None:
    assert scores["false_per_negative"] <= MAX_FALSE_PER_NEGATIVE
