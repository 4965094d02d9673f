"""Counts told in one breath share what stands once."""

from __future__ import annotations

from harness import read
from invented import CRISIS
from variorum.model.entries import Claim


def harm(text: str) -> dict[str, Claim]:
    """Claims of harm by slot."""
    return {c.topic: c for c in read(text, published="2031-05-09", crisis=CRISIS).layers.claims}


def test_what_stands_behind_the_second_belongs_to_both() -> None:
    """The dead and the wounded of one raid."""
    found = harm("Thirteen people are killed and 200 others are injured in a raid by Kestria on Valdora.")
    assert [party.country for party in found["wounded"].by] == ["KST"]
    assert [party.country for party in found["killed"].by] == ["KST"]
    assert all(party.is_inferred for party in found["killed"].by)


def test_two_sentences_share_nothing() -> None:
    """Each has its own."""
    found = harm("Thirteen people are killed. In Brask 200 people are injured in a Kestrian missile strike.")
    assert found["killed"].by == ()


def test_what_a_total_sums_up_are_its_parts() -> None:
    """Eleven and 17 are the 28."""
    text = "The attack left 28 people dead. Eleven soldiers and 17 rebels were killed, the army said."
    found = [c for c in read(text, published="2031-05-09", crisis=CRISIS).layers.claims if c.topic == "killed"]
    parts = {c.figure.words.exact: c.figure.is_part for c in found if c.figure is not None}
    assert parts == {"28": False, "Eleven": True, "17": True}
