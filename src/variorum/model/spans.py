"""Places in a text: code points, half-open, with the exact words."""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT_CHARS = 64
"""Characters kept on either side of a quote, to find it again in another saving of the page."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where words stand: `text.text[start:end] == exact`.

    Raises:
        ValueError: if the extent is empty, reversed or not as long as its words.
    """

    text_id: str
    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or reversed extent {self.start}:{self.end}")
        if len(self.exact) != self.end - self.start:
            raise ValueError(f"{self.end - self.start} characters of extent, {len(self.exact)} of words")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character of the same text."""
        return self.text_id == other.text_id and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of the other lies within this one."""
        return self.text_id == other.text_id and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Quote:
    """Words with what stood around them, enough to find them again in another saving of the page."""

    exact: str
    before: str
    after: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Quote:
        """The quote of `text[start:end]`."""
        return cls(text[start:end], text[max(0, start - CONTEXT_CHARS) : start], text[end : end + CONTEXT_CHARS])
