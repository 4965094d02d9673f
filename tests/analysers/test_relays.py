"""Through whom words came: the body behind a document, the agency by its name."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS
from variorum.model.entries import Statement


def told(text: str, words: str) -> Statement:
    """The statement whose content begins with these words."""
    found = read(text, published="2031-05-09", upto="statements", crisis=CRISIS).layers.statements
    return next(item for item in found if item.content[0].exact.startswith(words))


def test_the_body_behind_a_statement_is_the_relay() -> None:
    """Also where it is only "the statement" later on."""
    text = (
        "A statement from the Ministry of Defence said that Torvek offered support. The statement added that Torvek "
        "said the road was open."
    )
    assert [party.name for party in told(text, "support").via] == ["Ministry of Defence"]
    later = told(text, "the road was open")
    assert [(party.name, party.is_inferred) for party in later.via] == [("Ministry of Defence", True)]


def test_who_is_cited_speaks_through_who_cites() -> None:
    """State television is the relay."""
    found = told("State television, citing a port official, reported that two cranes fell.", "that two cranes")
    assert found.speaker is not None
    assert found.speaker.name == "a port official"
    assert [party.name for party in found.via] == ["State television"]


def test_a_carried_speaker_keeps_the_words_that_name_him() -> None:
    """Marked as inferred."""
    found = told('"We will hold the line," Torvek said. "The bridge is ours and stays so."', "The bridge")
    assert found.speaker is not None
    assert found.speaker.span is not None
    assert (found.speaker.span.exact, found.speaker.is_inferred) == ("Torvek", True)


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("The mayor of Orlen told the Northern agency that the mill had burned.", "Northern agency"),
        ("A Kestrian nurse told the Tamsin newspaper that the ward was full.", "Tamsin"),
        ("The Valdoran minister said that six barges had sailed, the Herald reports.", "Herald"),
        ("Kestria's envoy said that the talks were over, the Standard writes.", "Standard"),
    ],
)
def test_who_was_told_and_who_tells_of_it_are_relays(text: str, via: str) -> None:
    """An agency or paper that is told; an outlet put behind what another said."""
    spoken = [item for item in read(text, published="2025-05-09", crisis=CRISIS).layers.statements if item.via]
    assert [[party.name for party in item.via] for item in spoken] == [[via]]
