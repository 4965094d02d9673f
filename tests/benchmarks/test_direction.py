"""Counting how often the copy is told from its source."""

from __future__ import annotations

from benchmarks import direction

WHOLE = "\n".join(" ".join(f"word{line}x{n}" for n in range(20)) + "." for line in range(6))
CUT = "\n".join(WHOLE.split("\n")[:3])


def test_a_cut_text_is_counted_as_right_and_the_reverse_as_wrong() -> None:
    """By the way it was made."""
    records = [
        {"id": "a", "text": WHOLE, "kind": "original", "cluster": "f"},
        {"id": "b", "text": CUT, "kind": "cut", "cluster": "f"},
    ]
    turned = [records[0] | {"kind": "cut"}, records[1] | {"kind": "original"}]
    assert (direction.counted(records), direction.counted(turned)) == ({"cut": (1, 1)}, {"cut": (0, 1)})


def test_the_table_ends_with_all() -> None:
    """Against the target."""
    assert direction.table({"cut": (9, 10)}).split("\n")[-1] == "all          0.900 of 10, target 0.95"
