"""The day a statement was made is neither that of what it tells nor, silently, that of the report."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS
from variorum.model.entries import When


def said(text: str, words: str, published: str | None = "2031-05-09") -> When:
    """The day of the statement whose content holds the words."""
    layers = read(text, published=published, upto="statements", crisis=CRISIS).layers
    (found,) = [item for item in layers.statements if any(words in span.exact for span in item.content)]
    return found.said


@pytest.mark.parametrize(
    ("text", "words", "day", "is_inferred"),
    [
        ("Torvek said on Tuesday that Valdora had lost no aircraft.", "no aircraft", "2031-05-06", True),
        ("On 2 May 2031 Torvek said Valdora had lost no aircraft.", "no aircraft", "2031-05-02", False),
        ("On Tuesday Torvek said the pass was open, but he added that it was guarded.", "guarded", "2031-05-06", True),
        ("Torvek said that Kestria struck on Tuesday.", "struck", "2031-05-09~", True),
        ("Torvek denied that Kestria had struck in 2029.", "struck", "2031-05-09~", True),
    ],
)
def test_the_day_beside_the_cue(text: str, words: str, day: str, *, is_inferred: bool) -> None:
    """Its own, that of the verb it is joined to, else the report's, marked."""
    found = said(text, words)
    assert (found.value, found.is_inferred) == (day.rstrip("~"), is_inferred)
    assert ("the report's own day" in found.why) == day.endswith("~")


def test_without_a_day_to_count_from_the_weekday_stays() -> None:
    """Its words are kept, and nothing is filled in."""
    found = said("Torvek said on Saturday that Valdora had lost no aircraft.", "no aircraft", published=None)
    assert (found.value, found.earliest, found.latest, found.weekday) == (None, None, None, 5)
    found = said("Torvek said that Valdora had lost no aircraft.", "no aircraft", published=None)
    assert (found.value, found.span) == (None, None)
    assert found.why
