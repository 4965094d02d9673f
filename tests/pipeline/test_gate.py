"""No words, no record: whatever an analyser returns is proved against the text."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import sample
from variorum.errors import GateRefusal
from variorum.model.entries import Claim, Statement
from variorum.model.spans import Span
from variorum.pipeline.gate import admit, fault_of, spans_of

RECORD = sample()
FIRST = RECORD.reports[0]
TEXT = RECORD.text(FIRST.text_id)


def test_true_entries_enter_in_the_order_of_the_text() -> None:
    """However they were handed over, each once."""
    claim = RECORD.claims[0]
    later = dataclasses.replace(
        claim, id="cl_zzz", evidence=(TEXT.span(150, 160),), predicate=TEXT.span(150, 160), figure=None
    )
    later = dataclasses.replace(later, claimant=None, by=(), against=())
    assert admit([later, claim, later], "claims", FIRST, TEXT) == (claim, later)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"evidence": (Span(TEXT.id, 0, 4, "Nope"),)}, "where the text has"),
        ({"evidence": (Span("txt_other", 0, 4, "Arvo"),)}, "cites text"),
        ({"evidence": (Span(TEXT.id, len(TEXT.text) + 1, len(TEXT.text) + 3, "xx"),)}, "outside its report"),
        ({"report_id": "rep_other"}, "belongs to report"),
    ],
    ids=["other words", "another text", "past the text", "another report"],
)
def test_what_is_not_its_words_is_refused(change: dict[str, object], why: str) -> None:
    """The whole step is refused, the report keeps its other layers."""
    claim = dataclasses.replace(RECORD.claims[0], **change)  # type: ignore[arg-type]
    with pytest.raises(GateRefusal, match=why):
        admit([claim], "claims", FIRST, TEXT)


def test_a_layer_holds_its_own_noun_only() -> None:
    """A statement is no claim."""
    with pytest.raises(GateRefusal, match="may hold Claim only"):
        admit(RECORD.statements, "claims", FIRST, TEXT)


def test_two_entries_may_not_share_an_id() -> None:
    """Unless they are one and the same."""
    claim = RECORD.claims[0]
    with pytest.raises(GateRefusal, match="two different entries"):
        admit([claim, dataclasses.replace(claim, note="other")], "claims", FIRST, TEXT)


def test_every_span_inside_an_entry_is_found() -> None:
    """However deep: parties, figures, places, days."""
    statement: Statement = RECORD.statements[0]
    claim: Claim = RECORD.claims[0]
    assert set(statement.content) <= set(spans_of(statement))
    assert claim.figure is not None
    assert {claim.figure.words, claim.figure.unit} <= set(spans_of(claim))


@given(st.integers(0, 400), st.integers(1, 40), st.text(min_size=1, max_size=40))
def test_only_verbatim_spans_pass(start: int, length: int, words: str) -> None:
    """Whatever the numbers and words."""
    if len(words) != length:
        return
    span = Span(TEXT.id, start, start + length, words)
    assert (fault_of(span, FIRST, TEXT) == "") == (
        TEXT.text[start : start + length] == words and start + length <= FIRST.end
    )
