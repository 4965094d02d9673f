"""Whom "I", "he" and "she" mean, inside a quotation and out of it; names that no list has and nobody introduces."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS
from variorum.model.marks import Mention


def meant(text: str, words: str, nth: int = 0) -> Mention:
    """The n-th mention of these words."""
    layers = read(text, published="2031-05-09", upto="resolve", crisis=CRISIS).layers
    return [mention for mention in layers.resolved if mention.span.exact == words][nth]


QUOTED = "Minister Ilan Torvek met Ada Merrow on Friday. “I told her that she was safe,” Torvek said."


def test_i_is_whoever_says_it() -> None:
    """The subject of the verb beside the quotation."""
    assert meant(QUOTED, "I").name == "Ilan Torvek"


@pytest.mark.parametrize("word", ["her", "she"])
def test_nobody_calls_himself_she(word: str) -> None:
    """In a quotation the third person is not its speaker."""
    assert meant(QUOTED, word).name == "Ada Merrow"


def test_a_name_is_known_by_its_own_words() -> None:
    """And a surname is the one full name that ends in it."""
    text = "A car struck Harry Dunmore on Friday. Dunmore was 19."
    full, surname = meant(text, "Harry Dunmore"), meant(text, "Dunmore")
    assert full.actors == surname.actors == ("harry-dunmore",)
    assert surname.name == "Harry Dunmore"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Troops reached the Lorn Pass on Friday.", "Lorn Pass"),
        ("A convoy reached Brisal on Friday.", "Brisal"),
        ("Harry Dunmore met Ida Dunmore. Dunmore left.", "Dunmore"),
    ],
)
def test_what_may_be_anything_stays_open(text: str, words: str) -> None:
    """A pass, a word alone, a surname of two."""
    assert meant(text, words).actors == ()
