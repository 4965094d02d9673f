"""The table of steps and peers, on two texts."""

from __future__ import annotations

from benchmarks.peers import days, steps, table

TEXTS = [
    "Valdora said on Friday that two aircraft were lost near Seldin.",
    "Kestria denied on 7 May 2024 that it had shelled the town.",
]


def test_steps_and_days_are_timed() -> None:
    """Every step has a row; a row for what was run on both sides, a word for what is not installed."""
    spent, parse = steps(TEXTS)
    assert set(spent) == {"mentions", "resolve", "moments", "quantities", "statements", "events", "claims"}
    assert parse > 0
    row = days(TEXTS, spent["moments"] or 1e-9)
    printed = table([row, None], spent, parse)
    assert printed.splitlines()[1].startswith("days, on top of a parse")
    assert "all steps" in printed
