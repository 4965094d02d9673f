"""Sums over a time, and counts of one happening."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll from Valdoran strikes on Kestria rises to at least 220 people.", True),
        ("Shelling killed 45 people in Brask in the last 24 hours.", True),
        ("The war has killed 3,000 people.", True),
        ("Shells killed 12 people on Monday, bringing to 45 the number killed.", True),
        ("The death toll from the blast in Brask rose to 31.", None),
        ("A blast killed 31 people in Brask on Monday.", None),
    ],
)
def test_a_sum_over_a_time(text: str, *, expected: bool | None) -> None:
    """The toll of a blast grows too, and is still of one happening."""
    claims = [c for c in read(text, published="2031-05-09", crisis=CRISIS).layers.claims if c.topic == "killed"]
    last = max(claims, key=lambda claim: claim.figure.high or claim.figure.low or 0)  # type: ignore[union-attr]  # figures
    assert last.figure is not None
    assert last.figure.is_cumulative is expected
