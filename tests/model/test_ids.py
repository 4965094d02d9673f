"""Addresses never change with an opinion; digests always do."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.ids import PREFIXES, address, canonical, digest
from variorum.model.reports import Capture
from variorum.model.spans import Span

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN)
def test_equal_values_have_equal_digests(value: object) -> None:
    """A digest depends on nothing but the value."""
    assert digest(value) == digest(canonical(value))


@given(st.text(), st.text())
def test_parts_are_not_joined(first: str, second: str) -> None:
    """("a", "bc") and ("ab", "c") are two places."""
    if second:
        assert address("event", first, second) != address("event", first + second[:1], second[1:])


@pytest.mark.parametrize("kind", sorted(PREFIXES))
def test_an_id_is_short_and_readable(kind: str) -> None:
    """Prefix, underscore, 16 base-32 characters."""
    prefix, rest = address(kind, 1).split("_")
    assert (prefix, len(rest)) == (PREFIXES[kind], 16)


def test_a_dictionary_is_taken_by_key() -> None:
    """The order in which keys were set is not part of a value."""
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})


def test_where_a_capture_came_from_is_in_no_digest() -> None:
    """The same bytes from another folder are the same input."""
    first = Capture("cap_x", "text/plain", 4, name="one.txt", locator="/here/one.txt")
    second = dataclasses.replace(first, name="two.txt", locator="/there/two.txt")
    assert digest(first) == digest(second)


def test_two_kinds_with_equal_fields_differ() -> None:
    """The name of the class is part of a digest."""

    @dataclasses.dataclass(frozen=True)
    class One:
        value: int

    @dataclasses.dataclass(frozen=True)
    class Two:
        value: int

    assert digest(One(1)) != digest(Two(1))


@pytest.mark.parametrize("value", [{1, 2}, float("nan"), object()])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    """A set has no order, a NaN no equal: neither may enter a digest."""
    with pytest.raises(TypeError):
        digest(value)


def test_ids_are_the_same_under_every_hash_seed() -> None:
    """Nothing of Python's randomised hashing reaches an id."""
    code = "from variorum.model.ids import digest; print(digest({'b': [1, 'x'], 'a': None}))"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PATH": "", "SYSTEMROOT": ""},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "7")
    }
    assert len(found) == 1


def test_spans_of_two_texts_differ() -> None:
    """The text is part of the place."""
    assert digest(Span("txt_a", 0, 2, "ab")) != digest(Span("txt_b", 0, 2, "ab"))
