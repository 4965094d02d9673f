"""What stands around a text gives days with their clock and zone."""

from __future__ import annotations

import pytest

from variorum.reports.envelopes import instant


@pytest.mark.parametrize(
    ("words", "value", "found"),
    [
        ("2031-05-09T23:30:00+05:30", "2031-05-09", "2031-05-09T23:30:00+05:30"),
        ("2031-05-09T23:30Z", "2031-05-09", "2031-05-09T23:30+00:00"),
        ("2031-05-09T23:30:00.125-03:00", "2031-05-09", "2031-05-09T23:30:00-03:00"),
        ("2031-05-09", "2031-05-09", "2031-05-09"),
        ("1970-01-01T00:00:00Z", None, ""),
        ("2031-13-09", None, ""),
    ],
)
def test_an_instant_keeps_its_clock_and_zone(words: str, value: str | None, found: str) -> None:
    """The day is the one written, whatever day it is elsewhere."""
    dated = instant(words, "the feed's item")
    assert (dated.value, dated.earliest, dated.latest, dated.instant) == (value, value, value, found)
