"""Where the article's imprint stands: the lines beside the headline and right below the text, where days and authors count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.reports import Line, LineLabel, TextLayer
from variorum.model.spans import Span
from variorum.reports import shapes

ABOVE_TITLE = 8
"""Lines above the headline that belong to its imprint: a section, a day, a place."""
INTO_BODY = 3
"""Lines of running text that may stand above the imprint: a lead, a summary."""
BELOW_BODY = 6
"""Lines below the text in which it may be signed."""
FARTHER = 12
"""Further lines above or below in which a day is taken if it is called that of publication."""

SIGNED_WITHIN = 2
"""Lines below the text in which a day alone is that of its writing."""


@dataclass(frozen=True)
class Frame:
    """The lines of an article that are not blank, with the reach of its imprint."""

    text: TextLayer
    lines: tuple[Line, ...]
    title: int | None
    """Index of the headline's line, its last printing."""
    top: int | None
    """Index of its first printing."""
    head: tuple[int, int]
    """Indices of the lines around the headline, the end exclusive."""
    foot: tuple[int, int]
    """Indices of the lines right below the text."""
    last: int
    """Index of the last line of running text; the number of lines where there is none."""
    starts: tuple[int, ...]
    shaded: frozenset[int] = frozenset()
    """Where lines begin that are of comments or of lists of other articles."""

    @classmethod
    def of(cls, text: TextLayer, lines: Sequence[Line], shaded: frozenset[int] = frozenset()) -> Frame:
        """The frame of an article's labelled lines."""
        full = tuple(line for line in lines if line.label is not LineLabel.BLANK)
        body = [k for k, line in enumerate(full) if line.label is LineLabel.BODY]
        titles = [k for k, line in enumerate(full) if line.label is LineLabel.TITLE and (not body or k < body[-1])]
        before = [k for k in titles if not body or k < body[min(INTO_BODY, len(body) - 1)]]
        title = before[-1] if before else titles[0] if titles else None
        first = body[0] if body else len(full)
        top = min(before[0] if before else first, first)
        low = body[min(INTO_BODY, len(body) - 1)] + 1 if body else len(full)
        last = body[-1] if body else len(full)
        return cls(
            text,
            full,
            title,
            before[0] if before else title,
            (max(0, top - ABOVE_TITLE), max(low, first)),
            (max(low, last), min(len(full), last + 1 + BELOW_BODY)),
            last,
            tuple(line.start for line in full),
            shaded,
        )

    def words(self, index: int) -> str:
        """The words of a line, without what breaks words at its end."""
        line = self.lines[index]
        return self.text.text[line.start : line.end].replace("\u00ad", "")

    def place(self, words: str, index: int) -> Span | None:
        """Where a line holds these words, soft hyphens or not; None if it does not."""
        line = self.lines[index]
        at = self.text.text.find(words, line.start, line.end)
        if at >= 0:
            return self.text.span(at, at + len(words))
        written = self.text.text[line.start : line.end]
        if "\u00ad" not in written:
            return None
        match = re.search("\u00ad*".join(map(re.escape, words)), written)
        return self.text.span(line.start + match.start(), line.start + match.end()) if match else None

    def is_near(self, index: int) -> bool:
        """Whether a line stands between the farther reach above the headline and the foot."""
        return self.head[0] - FARTHER <= index < self.foot[1] and self.starts[index] not in self.shaded

    def is_below(self, index: int) -> bool:
        """Whether a line stands in the foot or a little farther below the text, where a day counts if the page calls it one."""
        low, high = self.foot
        return low <= index < high + FARTHER and self.starts[index] not in self.shaded

    def ends_text(self, index: int) -> bool:
        """Whether a line stands right below the text, where a letter is dated."""
        is_near = self.zone(index) == "foot" and index <= self.last + SIGNED_WITHIN
        return is_near and shapes.ends_sentence(self.words(self.last).strip())

    def index(self, offset: int) -> int:
        """The line that holds this character, or the last before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def zone(self, index: int) -> str:
        """`head`, `foot` or empty."""
        if index < len(self.starts) and self.starts[index] in self.shaded:
            return ""
        if self.head[0] <= index < self.head[1]:
            return "head"
        return "foot" if self.foot[0] <= index < self.foot[1] else ""
