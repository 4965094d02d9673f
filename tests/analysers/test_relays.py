"""Through whom words came: the body behind a document, the agency by its name."""

from __future__ import annotations

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
