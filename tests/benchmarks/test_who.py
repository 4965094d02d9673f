"""Who and where on our own gold: what was reached does not sink. Floors only rise."""

from __future__ import annotations

import pytest
from benchmarks.who import Scores, measure, paired

FLOORS = {"actors": (0.80, 0.57), "names": (0.96, 0.77), "pronouns": (0.67, 0.53), "places": (0.85, 0.67)}
"""Row -> (precision, recall)."""


@pytest.fixture(scope="module")
def scores() -> Scores:
    """Of all documents."""
    return measure()


@pytest.mark.parametrize("row", FLOORS)
def test_no_row_sinks(scores: Scores, row: str) -> None:
    """Precision and recall."""
    precision, recall = FLOORS[row]
    assert scores.rows[row].precision >= precision
    assert scores.rows[row].recall >= recall


def test_one_person_under_two_ids_is_a_mistake() -> None:
    """Ids and entities are paired one to one, the most frequent first."""
    assert paired([("a", "x"), ("a", "x"), ("b", "x"), ("c", "y")]) == {"a": "x", "c": "y"}
