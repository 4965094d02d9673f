"""Numbers: their interval, what they count, and what is no count."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness import read
from variorum.model.marks import Bound, Quantity


def quantities(text: str) -> list[Quantity]:
    """In the order of the text."""
    found = read(text, published="2025-05-10", upto="quantities").layers.quantities
    return sorted(found, key=lambda item: item.number.start)


@pytest.mark.parametrize(
    ("text", "words", "slot"),
    [
        ("Officials said 31 civilians were killed.", "31", "killed"),
        ("The death toll rose to 31.", "31", "killed"),
        ("The raid left 26 villagers dead.", "26", "killed"),
        ("At least three dozen tourists were among the dead.", "At least three dozen", "killed"),
        ("The blast claimed 31 lives.", "31", "killed"),
        ("Another 150 people drowned.", "150", "killed"),
        ("Some 40 villagers are missing.", "Some 40", "missing"),
        ("Police detained dozens.", "dozens", "detained"),
        ("Up to 2,000 residents fled.", "Up to 2,000", "displaced"),
        ("Kestria lost five fighter jets.", "five", "aircraft"),
        ("Around 15 to 20 missiles were fired.", "Around 15 to 20", "missiles"),
        ("The damage came to $1.5 million.", "$1.5 million", "money"),
        ("The missile flew 450 km.", "450", "distance"),
        ("About 300 delegates attended.", "About 300", "people present"),
        ("No one was hurt.", "No one", "wounded"),
        ("There were no casualties.", "no", "casualties"),
    ],
)
def test_what_a_number_counts(text: str, words: str, slot: str) -> None:
    """The noun and what happened to those counted decide the slot."""
    assert [(words, slot)] == [(found.span.exact, found.slot) for found in quantities(text)]


def test_number_without_a_noun_takes_its_slot_from_the_verb() -> None:
    """Reads “killing 31 and wounding 46”: no noun is written, so none is cited."""
    found = quantities("The shelling went on all day, killing 31 and wounding 46.")
    assert [(q.number.exact, q.slot, q.unit) for q in found] == [("31", "killed", None), ("46", "wounded", None)]


def test_a_state_right_after_the_noun_wins() -> None:
    """Reads “26 people dead and 46 wounded” is two figures of two kinds."""
    found = quantities("The ministry counted 26 people dead and 46 wounded.")
    assert [(q.low, q.slot) for q in found] == [(26, "killed"), (46, "wounded")]


def test_a_part_takes_what_happened_to_the_whole() -> None:
    """Reads “40 villagers, including 13 children, were killed”: the children too."""
    found = quantities("Some 40 villagers, including 13 children, were killed.")
    assert [(q.slot, q.subset) for q in found] == [("killed", "villagers"), ("killed", "children")]


def test_unit_is_the_noun_with_its_modifiers() -> None:
    """The counted noun is cited with what describes it."""
    (found,) = quantities("Five Kestrian fighter jets were shot down.")
    assert found.unit is not None
    assert found.unit.exact == "Kestrian fighter jets"


def test_range_in_words() -> None:
    """Reads “between five and eight” is one figure with two bounds."""
    (found,) = quantities("Between five and eight soldiers died.")
    assert (
        found.span.exact,
        found.low,
        found.high,
        found.bound,
    ) == ("Between five and eight", 5, 8, Bound.APPROXIMATE)


def test_change_is_two_figures() -> None:
    """Reads “from 8 to 31” is a change, not a range."""
    assert [found.low for found in quantities("The toll rose from 8 to 31.")] == [8, 31]


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 7 May 2025 at 5:30 pm.",
        "Torvek, 42, spoke.",
        "He turned 71.",
        "A boy aged 12 spoke.",
        "They flew the F-16 and the S-400.",
        "They fired 155mm guns.",
        "He cited Article 370.",
        "The team won 3-1.",
        "Call 1 800 555 0100.",
        "It was the third day of the 10th round.",
        "An earthquake of magnitude 7.8 struck.",
        "Both sides agreed.",
        "The two countries agreed.",
    ],
)
def test_what_is_no_count(text: str) -> None:
    """Dates, ages, models, calibres, sections, scores, telephone numbers and ordinals are no figures."""
    assert [found.span.exact for found in quantities(text)] == []


def test_swapping_the_parties_swaps_nothing_else() -> None:
    """No word and no rule favours a side."""
    text = "Valdora said it had shot down five Kestrian jets; Kestria said 12 Valdoran soldiers were killed."
    swapped = text.replace("Valdor", "#").replace("Kestri", "Valdor").replace("#", "Kestri")
    assert [(q.low, q.slot) for q in quantities(text)] == [(q.low, q.slot) for q in quantities(swapped)]


PIECES = st.sampled_from(
    "at least more than a dozen 31 2,000 million $ to - between and or people dead no one of tens hundreds ² 007 over"
    " thousands killed wounded jets".split()
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join)))
def test_any_text_gives_verbatim_spans_and_ordered_bounds(text: str) -> None:
    """Any text is read; the number lies in its words, verbatim, and no low lies above its high."""
    for found in quantities(text):
        assert text[found.span.start : found.span.end] == found.span.exact
        assert text[found.number.start : found.number.end] == found.number.exact
        assert found.span.start <= found.number.start < found.number.end <= found.span.end
        assert found.low is None or found.high is None or found.low <= found.high
