"""Days, figures and names read the same on every page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import sample
from variorum.desk import Desk
from variorum.model.entries import When
from variorum.model.matters import MatterKind
from variorum.model.reports import Dated
from variorum.views.wording import (
    day_in_words,
    edtf_in_words,
    event_in_words,
    figure_in_words,
    iso_day,
    one_line,
    published_in_words,
    shortened,
    when_in_words,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-05-07", "7 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-05-07/2031-05-09", "7 May 2031 to 9 May 2031"),
        ("../2031-05-09", "until 9 May 2031"),
        ("2031-05-09/..", "from 9 May 2031"),
        ("2031-12-08~", "8 Dec 2031"),
    ],
)
def test_edtf_is_read_aloud(value: str, words: str) -> None:
    """No reader needs to know the notation."""
    assert edtf_in_words(value) == words


def test_an_inferred_day_is_marked() -> None:
    """The tilde is carried by everything that was inferred."""
    when = When("2031-05-07", "2031-05-07", "2031-05-07", 1, "counted from the report's day", is_inferred=True)
    assert when_in_words(when) == "7 May 2031~"


def test_bounds_stand_where_there_is_no_day() -> None:
    """What is known is said, what is not is not filled in."""
    assert when_in_words(When(None, None, "2031-05-09", 5, "x")) == "by 9 May 2031"
    assert when_in_words(When(None, "2031-05-09", None, 5, "x")) == "9 May 2031 or after"
    assert when_in_words(When.unknown("x")) == "not stated"
    assert published_in_words(Dated.unknown("x", earliest="2031-05-08")) == "not stated; 8 May 2031 or after~"


@given(st.dates())
def test_a_day_is_told_in_english_whatever_the_locale(day: date) -> None:
    """Day, month, year, each once."""
    number, month, year = day_in_words(day).split()
    assert (int(number), int(year)) == (day.day, day.year)
    assert month in "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


def test_what_is_no_day_is_none() -> None:
    """31 February names no day."""
    assert iso_day("2031-02-31") is None
    assert iso_day("2031-05") is None
    assert iso_day(None) is None


def test_a_figure_is_printed_as_written() -> None:
    """Words, not integers."""
    figure = sample().claims[0].figure
    assert figure is not None
    assert figure_in_words(figure) == "five Valdoran jets"


@given(st.text(max_size=300), st.integers(10, 80))
def test_no_cell_breaks_a_line(text: str, width: int) -> None:
    """Control characters and line ends never reach a page."""
    for words in (one_line(text), shortened(text, width)):
        assert words.isprintable()
    assert len(shortened(text, width)) <= width


def test_an_event_that_only_a_party_tells_says_so(sample_crisis: Path) -> None:
    """One that a report tells in its own voice does not; nobody is taken at his word."""
    with Desk.open(sample_crisis) as desk:
        events = [matter for matter in desk.record.matters if matter.kind is MatterKind.EVENT]
    for matter in events:
        is_own_voice = any(not account.claimant for account in matter.accounts)
        assert (event_in_words(matter) == matter.title) is is_own_voice
    assert any(", told by the Valdoran army" in event_in_words(matter) for matter in events)
