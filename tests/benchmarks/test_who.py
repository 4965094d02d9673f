"""Who and where on our own gold: what was reached does not sink. Floors only rise."""

from __future__ import annotations

import pytest
from benchmarks.floors import broken
from benchmarks.who import Scores, measure, paired


@pytest.fixture(scope="module")
def scores() -> Scores:
    """Of all documents."""
    return measure()


def test_no_row_sinks(scores: Scores) -> None:
    """Precision and recall, each as in benchmarks/floors.toml."""
    assert broken("who", scores.figures) == []


def test_one_person_under_two_ids_is_a_mistake() -> None:
    """Ids and entities are paired one to one, the most frequent first."""
    assert paired([("a", "x"), ("a", "x"), ("b", "x"), ("c", "y")]) == {"a": "x", "c": "y"}
