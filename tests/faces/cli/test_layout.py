"""Pages fit 100 columns, wrap inside their columns and are the same on every run."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from records import sample
from variorum.faces.cli.layout import WIDTH, brief_text, columns, comparison_text, table_text
from variorum.views import compare, lists
from variorum.views.brief import brief
from variorum.views.citations import Citations


def test_the_brief_fits_the_page() -> None:
    """No line is wider than the page; every block that has something is there."""
    text = brief_text(brief(Citations(sample()), name="Valdora and Kestria"))
    assert max(map(len, text.splitlines())) <= WIDTH
    for heading in ("WHERE ACCOUNTS DIFFER", "WHAT HAPPENED, AS TOLD", "NOT KNOWN HERE", "NOT TAKEN"):
        assert heading in text
    assert text == brief_text(brief(Citations(sample()), name="Valdora and Kestria"))


def test_a_comparison_gives_words_reason_and_next_step() -> None:
    """Everything a person needs to judge it."""
    citations = Citations(sample())
    text = comparison_text(compare.comparison(citations, citations.record.matters[0], 1))
    assert "CLAIMED, DENIED" in text
    assert "Kestria says five; Valdora denies it." in text
    assert "variorum date B DAY" in text
    assert max(map(len, text.splitlines())) <= WIDTH


def test_an_empty_table_says_why() -> None:
    """Its note stands where rows would."""
    record = sample()
    record.troubles, record.not_taken = (), ()
    assert table_text(lists.trouble(Citations(record))) == "No trouble."


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=60)), max_size=5))
def test_cells_wrap_inside_their_columns(rows: list[tuple[str, str]]) -> None:
    """Whatever the words."""
    for line in columns(rows, (12, 0), indent=2):
        assert len(line) <= WIDTH
