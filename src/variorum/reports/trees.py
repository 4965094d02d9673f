"""Boosted decision trees: what `tools/lines` learned, read from text and applied in plain Python."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Node = Any
"""A leaf's value, or (feature, bound, node up to the bound, node above it)."""


ASKED = 6
SETTLED = 5.0
"""After every so many trees of each class: a lead (in log odds) that those to come, ever smaller, do not turn. On composed
pages one line in two thousand would be labelled otherwise."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees that vote for classes."""

    classes: tuple[str, ...]
    trees: tuple[tuple[tuple[Node, ...], ...], ...]
    """For each class its trees; one class only where the question is yes or no."""

    def scores(self, values: Sequence[float]) -> list[float]:
        """For each class, the sum of what its trees say; the last trees are not asked where the vote is settled."""
        found = [0.0] * len(self.classes)
        for asked, turn in enumerate(zip(*self.trees, strict=True), 1):
            for k, root in enumerate(turn):
                node: Any = root
                while type(node) is tuple:
                    node = node[2] if values[node[0]] <= node[1] else node[3]
                found[k] += node
            if asked % ASKED == 0 and _lead(found) > SETTLED:
                break
        return found

    def probability(self, values: Sequence[float]) -> float:
        """Of yes, where the question is yes or no."""
        return 1.0 / (1.0 + math.exp(-self.scores(values)[0]))


def _lead(scores: Sequence[float]) -> float:
    """By how much the likeliest answer leads."""
    if len(scores) == 1:
        return abs(scores[0])
    first, second = sorted(scores)[-1:-3:-1]
    return first - second


@cache
def forest(name: str) -> Forest:
    """The trees in `data/<name>.tsv`: one a line, its class first, then its nodes, each before its branches.

    Raises:
        FileNotFoundError: if there is no such file.
        ValueError: if a line of it is no tree.
    """
    source = files(__package__).joinpath("data").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return parsed(source)


def parsed(source: str) -> Forest:
    """The trees of a text of that form: `CLASS<tab>feature:bound ... =leaf`, lines that begin with `#` left out.

    Raises:
        ValueError: if a line of it is no tree.
    """
    found: dict[str, list[Node]] = {}
    for number, line in enumerate(source.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        label, _, nodes = line.partition("\t")
        waiting = nodes.split(" ")[::-1]
        try:
            found.setdefault(label, []).append(_node(waiting))
        except (IndexError, ValueError) as error:
            raise ValueError(f"line {number} is no tree: {error}") from error
        if waiting:
            raise ValueError(f"line {number} has {len(waiting)} nodes too many")
    return Forest(tuple(found), tuple(tuple(trees) for trees in found.values()))


def _node(waiting: list[str]) -> Node:
    word = waiting.pop()
    if word[0] == "=":
        return float(word[1:])
    feature, _, bound = word.partition(":")
    left = _node(waiting)
    return int(feature), float(bound), left, _node(waiting)
