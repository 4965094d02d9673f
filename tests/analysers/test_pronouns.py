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


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Minister Ilan Torvek met Maria Merrow on Friday. She left early.", "She", "Maria Merrow"),
        ("Spokeswoman Oda Kell met Mr Stern. She said he was late.", "he", "Stern"),
        ("Spokeswoman Oda Kell met Mr Stern. She said he was late.", "She", "Oda Kell"),
        ("The boy's mother, Tova Brunn, met Minister Ilan Torvek. She wept.", "She", "Tova Brunn"),
        ("General Peter Oster praised Minister Karl Unger. He called Oster a friend.", "He", "Peter Oster"),
        ("Minister Karl Unger hurt himself on Friday.", "himself", "Karl Unger"),
        ("Minister Karl Unger spoke. General Peter Oster thanked him.", "him", "Karl Unger"),
        ("Minister Karl Unger said he would not resign.", "he", "Karl Unger"),
    ],
)
def test_she_is_a_woman_and_whoever_is_most_in_view(text: str, word: str, name: str) -> None:
    """By given name, title or kin; the subject before the object; nobody else of the same clause."""
    assert meant(text, word).name == name


def test_nobody_is_guessed_where_two_are_as_much_in_view() -> None:
    """Both are named, as the reason for leaving it open."""
    found = meant("The plane carried Minister Karl Unger. The car carried General Peter Oster. A shot hit him.", "him")
    unclear = meant("A gift came from Karl Unger for Peter Oster. His house burned down.", "His")
    assert found.name == "Peter Oster"
    assert (unclear.actors, unclear.candidates) == ((), ("karl-unger", "peter-oster"))


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("“We will answer,” Kestrian Defence Minister Sorin Adrak said.", "We", ("KST",)),
        ("“We are tired,” Mayor Sorin Adrak said.", "We", ()),
        ("“We are tired,” a villager said.", "We", ()),
        ("The Coast Guard said their losses were small.", "their", ("coast-guard",)),
        ("Kestria spoke first. Their answer came late.", "Their", ()),
    ],
)
def test_who_speaks_of_himself_and_others(text: str, word: str, actors: tuple[str, ...]) -> None:
    """A state's minister says "we" for it; a mayor does not; "they" are many, and no state of one name."""
    assert meant(text, word).actors == actors


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            (
                "Peter Oster was hurt on Friday. Oster is a doctor. Minister Karl Unger said Oster had called. General Paul"
                " Stern said, “I am with him.”"
            ),
            "him",
            "Peter Oster",
        ),
        ("Minister Karl Unger spoke on Friday. He said it was late. He left.", "He", "Karl Unger"),
        (
            "A party led by Peter Oster has grown, said Prof. Dag Hossan. “It is strong. It is young,” he told Arc News.",
            "he",
            "Dag Hossan",
        ),
    ],
)
def test_whoever_is_spoken_of_is_more_in_view_than_whoever_speaks(text: str, word: str, name: str) -> None:
    """The next speaker seldom speaks of the one before; "he said" goes on with him."""
    assert meant(text, word).name == name


def test_the_only_woman_is_meant_however_long_ago() -> None:
    """Six sentences later."""
    text = "Maria Merrow met Karl Unger. It rained. It snowed. It froze. It hailed. It thawed. She left."
    assert meant(text, "She").name == "Maria Merrow"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Maria Merrow told them “that she had no plans”.", "she", "Maria Merrow"),
        (
            "Karl Unger, a lawyer, told the panel, “I won.” Paul Stern, his rival, said, “It is over.”",
            "I",
            "Karl Unger",
        ),
        ("Minister Karl Unger said, “As I know, it is so,” adding, “it is late”.", "I", "Karl Unger"),
        ("Minister Karl Unger continued, “And I hope so.”", "I", "Karl Unger"),
    ],
)
def test_whose_quotation_it_is(text: str, word: str, name: str) -> None:
    """That of the verb before it where it ends its sentence; quoted words after "that" are the reporter's view."""
    assert meant(text, word).name == name


def test_a_family_takes_its_pronoun() -> None:
    """Though officials are named before: they are not meant, and the family has no id."""
    text = "Kestrian officials spoke. Unger said he was with the family and offered them help."
    assert meant(text, "them").actors == ()
