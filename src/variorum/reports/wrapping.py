"""Hard-wrapped text: paragraphs whose lines end where the page did, not where the sentence does.

Mails and text files break their lines near one column. Such lines are joined before anything is asked of them; the text
of record stays as it is, and a joined line's span runs over the line ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

WIDTHS = (45, 110)
"""Columns at which programs wrap text; a longer line was not wrapped by one."""
SLACK = 16
"""A wrapped line ends at most a long word before the column."""
AT_LEAST = 3
"""Line ends within sentences that must be seen, before a text is taken for wrapped."""
SHARE = 0.7
"""Of the line ends within sentences, so many must lie near the column."""

_GOES_ON = re.compile(r"^[a-z0-9(“\"'‘]|^[A-Z][\w'’.-]*(?:\s|,|$)")
_STOPS = re.compile(r"[.!?…:][\"'”’)\]]*\s*$")
_OPENS = re.compile(r"^\s*(?:[•●▪◦‣·*–—-]|\d{1,2}[.)])\s+\S|^\s{4,}\S|^>")

Span = tuple[int, int]
"""Start and end, without the newline."""


def joined(text: str) -> list[Span]:
    """The lines of a text in order, each paragraph of wrapped lines as one; blank lines stay lines of their own."""
    lines = list(_lines(text))
    width = column([text[start:end] for start, end in lines])
    if not width:
        return lines
    found: list[Span] = []
    before = ""
    for start, end in lines:
        words = text[start:end]
        if found and _is_wrapped(before, words, width):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        before = words
    return found


def column(lines: Sequence[str]) -> int:
    """The column at which the text is wrapped; 0 where it is not wrapped.

    A line end lies within a sentence where the line does not stop as one and the next begins with a small letter.
    """
    ends = [
        len(line.rstrip())
        for line, after in pairwise(lines)
        if line.strip() and after[:1].islower() and not _STOPS.search(line)
    ]
    if len(ends) < AT_LEAST:
        return 0
    width = sorted(ends)[int(0.95 * (len(ends) - 1))]
    near = sum(width - SLACK <= end <= width + 2 for end in ends)
    longer = sum(len(line.rstrip()) > width + SLACK for line in lines)
    is_wrapped = WIDTHS[0] <= width <= WIDTHS[1] and near >= SHARE * len(ends) and longer <= (1 - SHARE) * len(ends)
    return width if is_wrapped else 0


def _is_wrapped(line: str, after: str, width: int) -> bool:
    """Whether a line runs on in the next: it is full, so that the next word would not have fitted."""
    if not line.strip() or not after.strip() or _OPENS.match(after):
        return False
    first = after.split(maxsplit=1)[0]
    is_full = len(line.rstrip()) + 1 + len(first) > width
    return is_full and bool(_GOES_ON.match(after.lstrip()) or not _STOPS.search(line))


def _lines(text: str) -> Iterator[Span]:
    offset = 0
    for line in text.split("\n"):
        yield offset, offset + len(line.rstrip("\r"))
        offset += len(line) + 1
