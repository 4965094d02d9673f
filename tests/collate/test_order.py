"""A report that tells as done what it dates after itself."""

from __future__ import annotations

from corpora import matters_of
from variorum.model.matters import Standing


def test_what_is_told_as_done_after_the_reports_day_does_not_fit() -> None:
    """And what is planned does."""
    found = matters_of(
        ("Valdora struck Kestria on 20 May 2031, officials said.", "2031-05-09"),
        ("Valdora will meet Kestria on 20 May 2031, officials said.", "2031-05-09"),
    )
    doubts = [m for m in found if m.standing is Standing.ORDER_IN_DOUBT]
    assert [m.why for m in doubts] == ["A report of 2031-05-09 tells as done what it dates 2031-05-20."]
    assert "variorum date" in doubts[0].settle
