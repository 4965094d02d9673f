"""Who the suspect is: the one person whom a report identifies as such, and nobody where it speaks of several."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS
from variorum.model.marks import Mention

IDENTIFIED = (
    "A gunman shot two men in Brisal on Friday. Police said the attacker fled. Officials identified the suspect as"
    " Teo Marchand of Orlen. The suspected gunman surrendered himself later."
)


def meant(text: str, words: str, nth: int = 0) -> Mention:
    """The n-th mention of these words."""
    layers = read(text, published="2031-05-09", upto="resolve", crisis=CRISIS).layers
    return [mention for mention in layers.resolved if mention.span.exact == words][nth]


@pytest.mark.parametrize("words", ["A gunman", "the attacker", "the suspect", "The suspected gunman", "himself"])
def test_the_suspect_is_whom_the_report_identifies(words: str) -> None:
    """Before the name and behind it, under every noun for whoever did it."""
    assert meant(IDENTIFIED, words).actors == ("teo-marchand",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The suspect's identity was given as Teo Marchand. The suspect fled.", "The suspect"),
        ("The suspect, Teo Marchand, fled. Police found the suspect.", "the suspect"),
        ("Teo Marchand was arrested on Friday. The suspect is 21.", "The suspect"),
        ("Ada Merrow was stabbed on Friday. The victim is a lawyer.", "The victim"),
        ("The dead sailor was identified as Oren Kest.", "The dead sailor"),
    ],
)
def test_ways_to_say_so(text: str, words: str) -> None:
    """By name, by apposition, by arrest; of a victim by what was done to her."""
    found = [mention for mention in (meant(text, words),) if mention.actors]
    assert [mention.name.split()[0] for mention in found] in (["Teo"], ["Ada"], ["Oren"])


@pytest.mark.parametrize(
    "text",
    [
        "Two attackers fled. Teo Marchand was arrested. The attacker is 21.",
        "Teo Marchand and Oren Kest met. The suspect fled.",
        "Teo Marchand was arrested. Later Oren Kest was arrested. The suspect wept.",
    ],
)
def test_nobody_is_guessed_among_several(text: str) -> None:
    """Where several did it, or are named, or nobody is said to have done it."""
    found = [meant(text, words) for words in ("The attacker", "The suspect") if words in text]
    assert [mention.actors for mention in found] == [()]
