"""Trees as text, and what they say."""

from __future__ import annotations

import pytest

from variorum.reports import rows, structure, trees
from variorum.reports.trees import forest, parsed


def test_a_tree_is_walked_by_its_bounds() -> None:
    """Up to the bound to the left, above it to the right; the trees of a class add up."""
    found = parsed("# two trees\nyes\t0:1.5 =2 1:0 =-1 =4\nyes\t=0.5\n")
    assert [found.scores(values) for values in ([1.5, 9.0], [2.0, 0.0], [2.0, 1.0])] == [[2.5], [-0.5], [4.5]]
    assert 0.9 < found.probability([1.5, 9.0]) < 1.0


@pytest.mark.parametrize("line", ["yes\t0:1 =2", "yes\t=1 =2", "yes\t0 =1 =2"])
def test_a_broken_tree_says_where(line: str) -> None:
    """By its line."""
    with pytest.raises(ValueError, match="line 1"):
        parsed(line)


def test_the_trees_ask_only_for_figures_there_are() -> None:
    """And the labels are those of the model."""
    told = rows.of_text("A headline\n\nA line of text that says something about a town and its river.\n")
    figures = structure.features(told)
    assert [len(row) for row in figures] == [len(structure.STARTS_FEATURES)] * 2
    assert [len(row) for row in structure.with_parts(told, figures, [])] == [len(structure.LABELS_FEATURES)] * 2
    for name, values in (("starts", figures[0]), ("labels", structure.with_parts(told, figures, [])[0])):
        forest(name).scores(values)
    assert trees.forest("starts").classes == ("start",)
