"""Quotation marks are paired by kind; one that is missing costs one quotation, not the page."""

from __future__ import annotations

from hypothesis import given

from strategies import TEXTS
from variorum.analysers.quotations import find, halves, is_utterance
from variorum.model.reports import Line, LineLabel


def quoted(*lines: str) -> list[str]:
    """What stands between marks in these lines."""
    text = "\n".join(lines)
    found, offset = [], 0
    for line in lines:
        found.append(Line(offset, offset + len(line), LineLabel.BODY))
        offset += len(line) + 1
    return [text[item.start : item.end] for item in find(text, found)]


def test_marks_are_paired_by_kind() -> None:
    """Curly, straight, angled, single."""
    assert quoted("“One,” he said. “Two.”") == ["One,", "Two."]
    assert quoted('He said: "One." Then "two".') == ["One.", "two"]
    assert quoted("«One», he said.") == ["One"]
    assert quoted("He said, ‘It isn't over.’ Then left.") == ["It isn't over."]


def test_an_apostrophe_opens_nothing() -> None:
    """Nor does a plural's."""
    assert quoted("Kestria's pilots' jets weren't lost.") == []


def test_a_missing_end_runs_to_the_end_of_the_line() -> None:
    """And the next paragraph that opens goes on with it."""
    assert quoted("“One line that is never closed", "“and its second paragraph.”", "Plain words.") == [
        "One line that is never closed",
        "and its second paragraph.",
    ]


def test_a_quotation_that_its_cue_breaks_in_two_is_one() -> None:
    """Two that only stand in one line are two."""
    for text, count in (
        ("“The pass,” said Holt, “is closed to all.”", 1),
        ("“The pass is closed,” said Holt. “Go home.”", 0),
        ("“The pass is closed,” said Holt, “Go home.”", 0),
    ):
        assert len(halves(find(text, [Line(0, len(text), LineLabel.BODY)]), text)) == count


def test_what_is_never_closed_is_known_as_such() -> None:
    """Unless the next paragraph goes on with it."""
    text = "“It fell, Holt said.\nPlain words."
    lines = [Line(0, 20, LineLabel.BODY), Line(21, len(text), LineLabel.BODY)]
    assert [item.is_open for item in find(text, lines)] == [True]
    text = "“It fell, he said.\n“And rose.”"
    lines = [Line(0, 18, LineLabel.BODY), Line(19, len(text), LineLabel.BODY)]
    assert [item.is_open for item in find(text, lines)] == [False, False]


def test_a_name_in_marks_is_no_utterance() -> None:
    """Nor is a doubt cast on one word."""
    text = "The so-called “liberators” sank the “Star of Sarun” at once."
    line = Line(0, len(text), LineLabel.BODY)
    assert not any(is_utterance(item, text) for item in find(text, [line]))


@given(TEXTS)
def test_any_text_gives_quotations_inside_their_marks(text: str) -> None:
    """In order, never empty."""
    line = Line(0, len(text), LineLabel.BODY)
    for item in find(text, [line]):
        assert 0 <= item.outer_start < item.start < item.end <= item.outer_end <= len(text)
