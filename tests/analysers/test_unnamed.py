"""The kind of a source that nobody names; a name, a body and a state have none."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS
from variorum.model.entries import UnnamedSource


def kind(text: str) -> UnnamedSource | None:
    """The kind of the source of the first statement."""
    return read(text, published="2031-05-09", upto="statements", crisis=CRISIS).layers.statements[0].unnamed


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Valdoran officials", UnnamedSource.OFFICIAL),
        ("A Valdoran spokeswoman", UnnamedSource.OFFICIAL),
        ("Local officials", UnnamedSource.OFFICIAL),
        ("Security sources in Seldin", UnnamedSource.OFFICIAL),
        ("Two Kestrian military officials", UnnamedSource.MILITARY),
        ("A Kestrian commander", UnnamedSource.MILITARY),
        ("Military sources", UnnamedSource.MILITARY),
        ("A Western diplomat", UnnamedSource.DIPLOMATIC),
        ("Diplomatic sources", UnnamedSource.DIPLOMATIC),
        ("Residents of Orlen", UnnamedSource.RESIDENT),
        ("Local people", UnnamedSource.RESIDENT),
        ("Several witnesses", UnnamedSource.RESIDENT),
        ("Military analysts", UnnamedSource.ANALYST),
        ("An expert at the Lind Institute", UnnamedSource.ANALYST),
        ("Valdoran state television", UnnamedSource.STATE_MEDIA),
        ("The state-run news agency", UnnamedSource.STATE_MEDIA),
        ("People in the valley", UnnamedSource.OTHER),
        ("Ilan Torvek", None),
        ("Valdora", None),
        ("The Kestrian army", None),
        ("The foreign ministry", None),
        ("A spokesman, Pavo Renn,", None),
        ("Valdoran Foreign Minister Ilan Torvek", None),
    ],
)
def test_the_kind_of_source(speaker: str, expected: UnnamedSource | None) -> None:
    """By the noun, and by the word before it where the noun leaves it open."""
    assert kind(f"{speaker} said the bridge was closed.") is expected


def test_the_one_minister_who_was_named_is_not_unnamed() -> None:
    """“The minister” after his name is he."""
    text = "Valdoran Foreign Minister Ilan Torvek said the pass was open. The minister said the bridge was closed."
    first, second = read(text, published="2031-05-09", upto="statements", crisis=CRISIS).layers.statements
    assert (first.unnamed, second.unnamed) == (None, None)
