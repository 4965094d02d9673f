"""Hypothesis strategies for the nouns of the model."""

from __future__ import annotations

from hypothesis import strategies as st

from variorum.model.reports import Capture, TextLayer
from variorum.model.spans import Span

TEXTS = st.text(min_size=1, max_size=400)
"""Any text: controls, surrogates' neighbours, right-to-left marks, emoji."""

WORDS = st.sampled_from(
    [
        "Valdora",
        "Kestria",
        "Minister Ilan Torvek",
        "said",
        "on Friday",
        "at least 20",
        "killed",
        "denied",
        "“",
        "”",
        "the",
        "strikes",
        ",",
        ".",
        "\n",
        "who",
        "five jets",
        "7 May 2031",
        "told Arvo News",
        "that",
        "both sides",
        "in Veshti",
    ],
)
NEWSLIKE = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
"""Word salad of the kind reports are made of."""


@st.composite
def spans(draw: st.DrawFn) -> tuple[TextLayer, Span]:
    """A text layer and a span of it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    capture_id = Capture.address(text.encode("utf-8", "surrogatepass"))
    layer = TextLayer(TextLayer.address(capture_id, "plain/1"), capture_id, "plain/1", text, is_raw=True)
    return layer, layer.span(start, end)
