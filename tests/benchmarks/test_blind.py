"""The crisis written blind: 26 of its 45 cases were found at first run and 12 of 15 false alarms avoided."""

from __future__ import annotations

from benchmarks.blind import FOLDER, held_to_its_key, shares
from benchmarks.floors import broken


def test_what_was_found_stays_found() -> None:
    """And no false alarm comes back."""
    assert broken("blind-sample", shares(held_to_its_key(FOLDER))) == []
