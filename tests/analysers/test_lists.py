"""Whom "both", "the two officers", "they" mean: the two persons of one list."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS

BOTH = ("oren-kest", "teo-marchand")
TRIAL = (
    "Two police officers were sentenced on Friday. Both will appeal. The court named them as officers Oren Kest and Teo"
    " Marchand. They had worked in Brisal. The defendants wept."
)


def actors(text: str, words: str, nth: int = 0) -> tuple[str, ...]:
    """Of the n-th mention of these words."""
    layers = read(text, published="2031-05-09", upto="resolve", crisis=CRISIS).layers
    return [mention.actors for mention in layers.resolved if mention.span.exact == words][nth]


@pytest.mark.parametrize("words", ["Two police officers", "Both", "They", "The defendants"])
def test_the_two_of_one_list(words: str) -> None:
    """Before they are named, and after."""
    assert actors(TRIAL, words) == BOTH


def test_of_two_lists_nobody_is_guessed() -> None:
    """Four defendants are named in pairs."""
    text = "Oren Kest and Teo Marchand fell ill. Ada Merrow and Ida Poll left. The defendants wept."
    assert actors(text, "The defendants") == ()


def test_others_between_take_the_pronoun() -> None:
    """Guards are nearer."""
    assert actors("Oren Kest and Teo Marchand fled. The guards slept. They had been paid.", "They") == ()
