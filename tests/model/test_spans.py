"""A span is exactly its words, or it is not made."""

from __future__ import annotations

import pytest
from hypothesis import given

from strategies import spans
from variorum.model.reports import TextLayer
from variorum.model.spans import CONTEXT_CHARS, Quote, Span


@given(spans())
def test_a_span_is_verbatim(case: tuple[TextLayer, Span]) -> None:
    """`text[start:end]` is the words."""
    layer, span = case
    assert layer.text[span.start : span.end] == span.exact


@given(spans())
def test_a_quote_keeps_what_stood_around(case: tuple[TextLayer, Span]) -> None:
    """Words and their surroundings are found at one place of the text at least."""
    layer, span = case
    quote = Quote.of(layer.text, span.start, span.end)
    assert quote.before + quote.exact + quote.after in layer.text
    assert max(len(quote.before), len(quote.after)) <= CONTEXT_CHARS


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(3, 3, ""), (4, 2, "ab"), (-1, 1, "ab"), (0, 3, "ab")],
    ids=["empty", "reversed", "before the text", "another length"],
)
def test_a_false_span_is_refused(start: int, end: int, words: str) -> None:
    """No words, no record."""
    with pytest.raises(ValueError, match="extent"):
        Span("txt_a", start, end, words)


def test_a_span_past_the_text_is_refused() -> None:
    """A text gives no words that it does not have."""
    layer = TextLayer("txt_a", "cap_a", "plain/1", "short", is_raw=True)
    with pytest.raises(ValueError, match="characters of extent"):
        layer.span(3, 9)


def test_overlap_needs_one_text() -> None:
    """Places in two texts never overlap."""
    here, there = Span("txt_a", 0, 4, "word"), Span("txt_b", 0, 4, "word")
    assert here.overlaps(here)
    assert not here.overlaps(there)
    assert here.covers(Span("txt_a", 1, 3, "or"))
    assert not Span("txt_a", 1, 3, "or").covers(here)
