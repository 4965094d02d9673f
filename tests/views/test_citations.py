"""Letters and numbers are short and stand for the same words on every page."""

from __future__ import annotations

import pytest

from records import sample
from variorum.errors import NotFound
from variorum.views.citations import Citations, letter


def test_letters_run_on_after_z() -> None:
    """The 27th report is AA."""
    assert [letter(k) for k in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_every_number_opens_its_words() -> None:
    """Number and span lead to each other."""
    citations = Citations(sample())
    for number, span in enumerate(citations.spans, 1):
        assert citations.at(number) == span
        assert citations.number(span) == number


@pytest.mark.parametrize("wanted", [0, 99])
def test_a_number_that_is_not_there_is_said_so(wanted: int) -> None:
    """The error tells which numbers exist."""
    with pytest.raises(NotFound, match="no citation") as caught:
        Citations(sample()).at(wanted)
    assert "This record has [1] to" in caught.value.next_step


def test_a_report_answers_to_letter_name_and_id() -> None:
    """Whatever a person has at hand."""
    citations = Citations(sample())
    report = citations.reports[1]
    assert {citations.named(name).id for name in ("B", "post.txt", "po", report.id)} == {report.id}
    with pytest.raises(NotFound, match="no report answers"):
        citations.named("Z")


def test_a_place_is_letter_and_line() -> None:
    """As an editor would count it."""
    citations = Citations(sample())
    claim = citations.record.claims[1]
    assert citations.place(claim.evidence[0]) == "B:3"
