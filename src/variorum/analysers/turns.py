"""Interviews laid out in turns: who speaks stands before a colon at the beginning of the line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.reports import Line

_LABEL = re.compile(r"\s*((?:[A-Z][\w’'-]*\.?)(?: [A-Z][\w’'-]*\.?){0,3}):\s+(?=\S)")
_NAMELESS = frozenset({"q", "a", "question", "answer", "interviewer", "reporter"})
LEAST_TURNS = 3
"""Fewer lines with a name and a colon are no conversation."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one says until the next speaks."""

    line: int
    """Index of its line."""
    label: tuple[int, int]
    """Offsets of the name before the colon."""
    start: int
    end: int


def find(text: str, lines: Sequence[Line], outlet: str) -> list[Turn]:
    """The turns of those interviewed, in order; none where the lines are no conversation.

    A conversation has three turns or more, and two speakers or more who take turns, one of whom speaks twice. The turns of the outlet's own,
    and of a label without a name ("Q:"), are left out.

    Args:
        text: of the report.
        lines: those that are read.
        outlet: its name; empty if unknown.
    """
    found = []
    for number, line in enumerate(lines):
        label = _LABEL.match(text, line.start, line.end)
        if label is not None:
            found.append(
                Turn(number, label.span(1), label.end(), line.start + len(text[line.start : line.end].rstrip()))
            )
    names = [text[turn.label[0] : turn.label[1]] for turn in found]
    if len(found) < LEAST_TURNS or not 2 <= len(set(names)) < len(names):
        return []
    if any(one == other for one, other in itertools.pairwise(names)):
        return []  # a list of fields, not a conversation
    own = set(outlet.lower().split())
    return [
        turn
        for turn, name in zip(found, names, strict=True)
        if name.lower() not in _NAMELESS and not set(name.lower().split()) <= own and turn.end > turn.start
    ]
