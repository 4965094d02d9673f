"""By what means harm was done, and to which quarter or site."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS
from variorum.model.entries import Claim


def dead(text: str) -> Claim:
    """The only claim of the dead."""
    (claim,) = [c for c in read(text, published="2031-05-09", crisis=CRISIS).layers.claims if c.topic == "killed"]
    return claim


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("A car bomb killed nine people in Brask.", ("bomb",)),
        ("Nine people were killed in a suicide bombing in Brask.", ("bomb",)),
        ("Air strikes killed nine people in Brask.", ("air",)),
        ("A missile strike killed nine people in Brask.", ("air", "artillery")),
        ("Nine people were killed when gunmen opened fire in Brask.", ("firearms",)),
        ("Nine people were killed in Brask.", ()),
        ("Nine people drowned when a ferry capsized near Brask.", ("disaster",)),
    ],
)
def test_means_are_told_in_the_clause(text: str, means: tuple[str, ...]) -> None:
    """By the words that govern the count, or beside it."""
    assert dead(text).means == means


def test_another_clauses_means_are_not_its_own() -> None:
    """Two attacks in one sentence."""
    claim = dead("Shells killed nine people in Brask, and warplanes bombed Olmeda.")
    assert claim.means == ("artillery",)


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("Shelling killed nine people in the Lindor quarter of Brask.", ["Lindor"]),
        ("Shelling killed nine people in the quarter of Lindor.", ["Lindor"]),
        ("Shelling killed nine people at the Vessin Hospital in Brask.", ["Vessin"]),
        ("Shelling killed nine people in Brask.", []),
    ],
)
def test_sites_are_words_of_the_text(text: str, sites: list[str]) -> None:
    """A name beside a noun for a quarter or a site."""
    claim = dead(text)
    assert [span.exact for span in claim.sites] == sites
    assert all(text[span.start : span.end] == span.exact for span in claim.sites)
