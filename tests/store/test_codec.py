"""What goes into the store comes out equal, and damaged bytes are said to be damaged."""

from __future__ import annotations

import pytest
from hypothesis import given

from records import sample
from strategies import spans
from variorum.errors import StoreError
from variorum.model.decisions import Anchor, Decision, Verdict
from variorum.model.reports import Report, TextLayer
from variorum.model.spans import Quote, Span
from variorum.store.codec import LAYERS, decision_from, decision_line, pack, unpack


@pytest.mark.parametrize("layer", ["statements", "events", "claims"])
def test_entries_survive_whole(layer: str) -> None:
    """Every field of every entry."""
    items = getattr(sample(), layer)
    assert unpack(pack(items), LAYERS[layer]) == items


def test_reports_survive_whole() -> None:
    """Lines, masthead, bounds."""
    for report in sample().reports:
        assert unpack(pack(report), Report) == report


@given(spans())
def test_any_text_survives(case: tuple[TextLayer, Span]) -> None:
    """Controls and emoji too."""
    layer, span = case
    assert unpack(pack(layer), TextLayer) == layer
    assert unpack(pack(span), Span) == span


def test_equal_values_give_equal_bytes() -> None:
    """Ledger keys rest on that."""
    assert pack(sample().claims) == pack(sample().claims)


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x93\x01\x02"])
def test_damaged_bytes_are_said_so(data: bytes) -> None:
    """With what to do next."""
    with pytest.raises(StoreError, match="damaged"):
        unpack(data, LAYERS["claims"])


def test_a_span_that_is_not_its_words_is_refused() -> None:
    """The constructor's law holds for what is read back, too."""
    with pytest.raises(StoreError):
        unpack(pack({"text_id": "t", "start": 0, "end": 9, "exact": "short"}), Span)


def test_a_ruling_is_a_line_of_json() -> None:
    """And comes back equal."""
    ruling = Decision(
        "dec_1",
        "cl_1",
        Verdict.CORRECT,
        "anna",
        "the table says so",
        {"figure.low": 8},
        anchors=(Anchor("claim", "rep_1", Quote("eight", "lost ", " jets"), "aircraft|asserted|"),),
    )
    line = decision_line(ruling)
    assert "\n" not in line
    assert decision_from(line) == ruling


def test_a_line_that_is_no_ruling_is_refused() -> None:
    """With the reason."""
    with pytest.raises(ValueError, match="verdict"):
        decision_from('{"id": "x", "target": "y", "reviewer": "z"}')
