"""Craft that were lost, craft that were used."""

from __future__ import annotations

from corpora import matters_of
from variorum.model.matters import MatterKind, Standing


def test_what_was_fired_is_not_what_was_lost() -> None:
    """One side's salvo and the other's bag are two counts."""
    found = [
        m
        for m in matters_of(
            ("Kestria launched 40 drones at Valdora on Wednesday.", "2031-05-08"),
            ("Valdora shot down 31 Kestrian drones on Wednesday.", "2031-05-08"),
        )
        if m.kind is MatterKind.FIGURE
    ]
    assert sorted(m.title for m in found) == ["drones of Kestria downed by Valdora", "drones used by Kestria, Valdora"]
    assert {m.standing for m in found} == {Standing.SINGLE}


def test_houses_are_no_towns_and_no_sites() -> None:
    """What is counted under one slot can still be two things; cities can be the sites."""
    told = "Valdora struck {} in Kestria on Wednesday."
    for words, count in ((("seven sites", "18 houses"), 2), (("seven sites", "nine cities"), 1)):
        found = [
            m for m in matters_of(*((told.format(word), "2031-05-08") for word in words)) if m.kind is MatterKind.FIGURE
        ]
        assert len(found) == count, words
