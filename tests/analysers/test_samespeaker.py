"""Who goes on speaking."""

from __future__ import annotations

from harness import read
from invented import CRISIS


def speakers(text: str) -> list[tuple[str | None, bool]]:
    """(name, whether inferred) of the speaker of each statement."""
    found = read(text, published="2031-05-09", upto="statements", crisis=CRISIS).layers.statements
    return [(item.speaker.name, item.speaker.is_inferred) if item.speaker else (None, False) for item in found]


def test_it_is_the_body_that_spoke() -> None:
    """And marked so."""
    found = speakers("The Orun Monitor said six people were killed. It added that the toll would rise.")
    assert found == [("The Orun Monitor", False), ("The Orun Monitor", True)]


def test_it_is_no_person() -> None:
    """Nobody before can be meant: no statement of an "it"."""
    assert speakers("A doctor said six people were killed. It said that the toll would rise.") == [("A doctor", False)]


def test_the_source_is_the_source_told_before() -> None:
    """Also further back; its kind goes with it."""
    text = "A security source said a convoy burned. The mayor said it was late. The source said three trucks were lost."
    assert speakers(text)[-1] == ("A security source", True)


def test_two_parties_swap() -> None:
    """No side is taken over more readily."""
    text = "{} said the dam was mined. The statement added that nobody was hurt."
    assert [speakers(text.format(side))[1][0] for side in ("Valdora", "Kestria")] == ["Valdora", "Kestria"]
