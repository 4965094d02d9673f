"""What is said: the words of one attribution, as spans. Pure functions over tokens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.reporting import Reporting
from variorum.model.spans import Span


@dataclass(frozen=True)
class Found:
    """One attribution in a sentence."""

    cue: Token
    verb: Reporting | None
    speaker: Token | None
    """Head of the speaker's words."""
    content: tuple[Token, ...]
    """The words said; empty where a quotation beside the cue is the content."""
    addressee: Token | None = None
    via: tuple[Token, ...] = ()
    frame: str = "c"
    rule: str = ""
    cue_end: Token | None = None
    """Last word of a cue of several ("according to")."""
    condition: tuple[Token, ...] = field(default=())


def pieces(tokens: Iterable[Token], given: Layers) -> tuple[Span, ...]:
    """The words as spans, one for each unbroken run, marks and blanks at the edges left off."""
    ordered = sorted(set(tokens), key=lambda token: token.i)
    runs: list[list[Token]] = []
    for token in ordered:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    found = []
    for run in runs:
        first, last = 0, len(run)
        while first < last and _is_edge(run[first], first=True):
            first += 1
        while last > first and _is_edge(run[last - 1], first=False):
            last -= 1
        if any(token.pos not in ("PUNCT", "CCONJ", "SPACE") for token in run[first:last]):
            found.append(given.parse.span(run[first].start, run[last - 1].end))
    return tuple(found)


def _is_edge(token: Token, *, first: bool) -> bool:
    if token.pos == "PUNCT" and token.text not in ("(", ")", "%", "[", "]", "'s"):
        return True
    return first and token.pos == "CCONJ"


def clause(head: Token, without: Iterable[Token] = ()) -> list[Token]:
    """All words of a clause but those of the cue's own phrase."""
    left_out: set[int] = set()
    for token in without:
        left_out.update(other.i for other in token.subtree)
    return [token for token in head.subtree if token.i not in left_out]
