"""Places on our own gold: what was reached does not sink. Floors only rise."""

from __future__ import annotations

import pytest
from benchmarks.floors import broken
from benchmarks.where import is_kind, is_same, measure
from benchmarks.who import Scores


@pytest.fixture(scope="module")
def scores() -> Scores:
    """Of all documents."""
    return measure()


def test_no_row_sinks(scores: Scores) -> None:
    """Precision and recall, each as in benchmarks/floors.toml."""
    assert broken("where", scores.figures) == []


def test_two_ids_of_one_place_are_alike() -> None:
    """Hong Kong; and no list tells a town from a part of one."""
    assert is_same("geonames:1819729", "geonames:1819730")
    assert not is_same("geonames:1819729", "geonames:1")
    assert is_kind("city", "district")
    assert not is_kind("city", "capital")
