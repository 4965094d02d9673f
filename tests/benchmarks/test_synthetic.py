"""Made crises: the same for one seed, and joined as their truth has it."""

from __future__ import annotations

import dataclasses

import pytest
from benchmarks.synthetic import bcubed, curve, lines, make

from variorum.collate.matters import collate
from variorum.crisis import Crisis
from variorum.model.ids import digest


def test_a_seed_makes_one_crisis() -> None:
    """Another seed another."""
    assert digest(make(30).corpus.claims) == digest(make(30).corpus.claims)
    assert digest(make(30).corpus.claims) != digest(make(30, seed=2).corpus.claims)


def test_what_is_one_is_joined() -> None:
    """All of it, and nearly nothing else."""
    made = make(400)
    precision, recall = bcubed(collate(made.corpus, Crisis()), made.truth)
    assert recall == 1.0
    assert precision > 0.9


def test_arrival_order_changes_nothing() -> None:
    """Reports and entries backward."""
    made = make(120).corpus
    backward = dataclasses.replace(
        made,
        reports=made.reports[::-1],
        claims=made.claims[::-1],
        events=made.events[::-1],
        statements=made.statements[::-1],
    )
    assert digest(collate(backward, Crisis())) == digest(collate(made, Crisis()))


def test_the_curve_is_a_line_for_each_size() -> None:
    """The first size is the measure of the others."""
    found = curve([60, 120])
    assert [row["reports"] for row in found] == [60, 120]
    assert found[0]["over_n_log_n"] == pytest.approx(1.0)
    assert len(lines(found)) == 3
