"""Number words and their intervals, by the vocabulary's table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.codes.numbers import QUALIFIERS, interval, value_of
from variorum.model.marks import Bound

ROWS = [
    ("31", 31, 31, False, False, Bound.EXACT),
    ("thirty-one", 31, 31, False, False, Bound.EXACT),
    ("2,000", 2_000, 2_000, False, False, Bound.EXACT),
    ("1.5 million", 1_500_000, 1_500_000, False, False, Bound.EXACT),
    ("a dozen", 12, 12, False, False, Bound.EXACT),
    ("none", 0, 0, False, False, Bound.EXACT),
    ("at least 20", 20, None, False, False, Bound.AT_LEAST),
    ("20 or more", 20, None, False, False, Bound.AT_LEAST),
    ("no fewer than 20", 20, None, False, False, Bound.AT_LEAST),
    ("more than a dozen", 12, None, True, False, Bound.AT_LEAST),
    ("up to 100", 0, 100, False, False, Bound.AT_MOST),
    ("fewer than 100", 0, 100, False, True, Bound.AT_MOST),
    ("nearly 100", 90, 100, False, True, Bound.APPROXIMATE),
    ("nearly four dozen", 43.2, 48, False, True, Bound.APPROXIMATE),
    ("some 40", 36, 44, False, False, Bound.APPROXIMATE),
    ("40 or so", 36, 44, False, False, Bound.APPROXIMATE),
    ("between 5 and 8", 5, 8, False, False, Bound.APPROXIMATE),
    ("5-8", 5, 8, False, False, Bound.APPROXIMATE),
    ("a couple", 2, 2, False, False, Bound.VAGUE),
    ("several", 3, 9, False, False, Bound.VAGUE),
    ("dozens", 24, 99, False, False, Bound.VAGUE),
    ("scores", 40, 99, False, False, Bound.VAGUE),
    ("hundreds", 200, 999, False, False, Bound.VAGUE),
]


@pytest.mark.parametrize(("words", "expected"), [(row[0], row[1:]) for row in ROWS])
def test_the_vocabulary(words: str, expected: tuple[float, float | None, bool, bool, Bound]) -> None:
    """Each row of the table comes to its interval."""
    found = interval(words)
    assert found is not None
    assert expected == (
        found.low,
        found.high,
        found.is_low_open,
        found.is_high_open,
        found.bound,
    )


@given(st.integers(0, 10**14))
def test_digits_come_to_themselves(number: int) -> None:
    """With and without thousands separators."""
    assert [number, number] == [value_of(str(number)), value_of(f"{number:,}")]


@given(st.sampled_from(QUALIFIERS), st.integers(1, 10**6))
def test_a_qualifier_never_leaves_the_number_out(qualifier: str, number: int) -> None:
    """The number itself lies within its interval or on its edge."""
    found = interval(f"{qualifier} {number}")
    assert found is not None
    assert (found.low or 0) <= number
    assert found.high is None or number <= found.high


@given(st.text(max_size=80))
def test_any_words_are_read(words: str) -> None:
    """Any words give an ordered interval or None."""
    found = interval(words)
    assert found is None or found.low is None or found.high is None or found.low <= found.high


def test_a_scale_is_shared_only_where_the_range_still_rises() -> None:
    """Two to three million; "2 to million" is no two million to one."""
    shared, odd = interval("two to three million"), interval("2 to million")
    assert shared is not None
    assert odd is not None
    assert (shared.low, shared.high) == (2_000_000, 3_000_000)
    assert (odd.low, odd.high) == (2, 1_000_000)
