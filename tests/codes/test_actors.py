"""State and role by the words that name an actor; no group is another."""

from __future__ import annotations

from collections import Counter

import pytest

from variorum.codes import table
from variorum.codes.actors import Described, described


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Kenyan army", Described("KEN", "MIL")),
        ("Kenya's foreign minister", Described("KEN", "GOV")),
        ("rebels in northern Mali", Described("MLI", "REB")),
        ("hundreds of Peruvian students", Described("PER", "EDU")),
        ("Kenya's allies in southern Mali", Described("MLI", None)),
        ("the Secretary General Oda Merrow", Described(None, "GOV")),
        ("two Peruvian police officers", Described("PER", "COP")),
        ("a Peruvian civilian pilot", Described("PER", "CVL")),
        ("the official Peruvian newspaper", Described("PER", "GOV")),
        ("a Peruvian newspaper", Described("PER", "MED")),
        ("Peruvians living in Mali", Described("PER", "CVL")),
        ("Peruvians", Described("PER", None)),
        ("Taliban-held Kunduz", Described("AFG", None)),
        ("Mombasa", Described("KEN", None)),
        ("Torvek", Described(None, None)),
        ("the visitors", Described(None, None)),
        ("", Described(None, None)),
    ],
)
def test_words_give_state_and_role(words: str, expected: Described) -> None:
    """And nothing where they give none."""
    assert described(words) == expected


def test_nobody_is_known_by_name_alone() -> None:
    """A surname says nothing of a state."""
    assert described("President Torvek").country is None


def test_each_body_is_an_actor_of_its_own() -> None:
    """No code and no name stands twice."""
    rows = table("bodies")
    codes = Counter(row["code"] for row in rows)
    names = Counter(name for row in rows for name in row["names"].split("|"))
    assert [code for code, count in codes.items() if count > 1] == []
    assert [name for name, count in names.items() if count > 1] == []
