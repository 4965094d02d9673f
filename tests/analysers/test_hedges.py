"""Hedges of a speaker and distance marks of an outlet, each with its words."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS


@pytest.mark.parametrize(
    ("text", "hedges", "distance"),
    [
        ("Valdora said the raid may have killed a general.", ["may"], []),
        ("Valdora said the bridge appeared to be mined.", ["appeared"], []),
        ("Valdora said the raid probably hit a depot.", ["probably"], []),
        ("The minister said suspected smugglers had fled.", ["suspected"], []),
        ("The general allegedly told his men that Kestria would pay.", [], ["allegedly"]),
        ("Valdora said, without giving evidence, that Kestria had fired first.", [], ["without giving evidence"]),
        ("Kestria accused Valdora of the raid but offered no proof.", [], ["offered no proof"]),
        ("Kestria condemned what it called an act of piracy.", [], ["what it called"]),
        ("Valdora said the bridge was closed in May.", [], []),
        ("Valdora said the bridge was closed.", [], []),
    ],
)
def test_the_words_are_kept(text: str, hedges: list[str], distance: list[str]) -> None:
    """As they stand, and told apart by who stands behind them."""
    (found,) = read(text, published="2031-05-09", upto="statements", crisis=CRISIS).layers.statements
    assert [span.exact for span in found.hedges] == hedges
    assert [span.exact for span in found.distance] == distance
