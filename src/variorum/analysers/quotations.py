"""Quotation marks -> quotations: paired by kind, running on over paragraphs, none left out because one mark is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.reports import Line

_OPEN = {"“": "”", "«": "»", "„": "”", "‟": "”"}
_MARKS = re.compile(r"[“”«»„\"]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
MIN_WORDS = 3
"""A shorter stretch in marks is a name or a doubt cast on a word, not a quotation by itself."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks."""

    start: int
    """Offset of the first character inside."""
    end: int
    """Offset after the last character inside."""
    outer_start: int
    """Offset of the opening mark."""
    outer_end: int
    """Offset after the closing mark; the end of the line where there is none."""
    line: int
    """Index of its line."""
    continues: bool = False
    """It opens a paragraph because the one before was left open."""

    def holds(self, start: int, end: int) -> bool:
        """Whether these characters lie inside."""
        return self.start <= start and end <= self.end


def find(text: str, lines: Sequence[Line]) -> list[Quotation]:
    """Quotations of the lines, in order; single marks only where no double ones are in the line.

    A line that opens and never closes is one quotation to its end, and the next line that opens goes on with it.
    """
    found: list[Quotation] = []
    open_before = False
    for number, line in enumerate(lines):
        words = text[line.start : line.end]
        here, left_open = _in_line(words, line.start, number)
        if open_before and here and here[0].outer_start - line.start <= 2:
            here[0] = Quotation(
                here[0].start, here[0].end, here[0].outer_start, here[0].outer_end, number, continues=True
            )
        found += here
        open_before = left_open
    return found


def _in_line(words: str, offset: int, number: int) -> tuple[list[Quotation], bool]:
    marks = [match.start() for match in _MARKS.finditer(words) if words[match.start()] not in "'‘’"]
    kinds = {words[mark] for mark in marks}
    found: list[Quotation] = []
    opened: int | None = None
    closing = ""
    for mark in marks:
        char = words[mark]
        if opened is None:
            if char in _OPEN or (char == '"' and _may_open(words, mark)) or (char == "”" and _may_open(words, mark)):
                opened, closing = mark, _OPEN.get(char, '"' if char == '"' else "”")
        elif char == closing or (char in '”"“' and not _may_open(words, mark)):
            _add(found, words, opened, mark, offset, number)
            opened = None
        elif char in _OPEN and _may_open(words, mark):
            _add(found, words, opened, mark, offset, number)  # the first was never closed
            opened, closing = mark, _OPEN[char]
    left_open = opened is not None
    if opened is not None:
        _add(found, words, opened, len(words), offset, number)
    if not kinds:
        found += _single(words, offset, number)
    return found, left_open


def _may_open(words: str, mark: int) -> bool:
    before = words[mark - 1] if mark else " "
    after = words[mark + 1] if mark + 1 < len(words) else " "
    return (before.isspace() or before in "([—–-:“\"'") and not after.isspace()


def _single(words: str, offset: int, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    for match in re.finditer(
        r"(?<!\w)['‘](?=\w)([^'‘’]{2,2000}?(?:['’]\w[^'‘’]{0,2000}?){0,40})(?<=[.,!?])['’](?!\w)", words
    ):
        _add(found, words, match.start(), match.end() - 1, offset, number)
    return found


def _add(found: list[Quotation], words: str, opened: int, closed: int, offset: int, number: int) -> None:
    start, end = opened + 1, closed
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(
            Quotation(offset + start, offset + end, offset + opened, offset + min(closed + 1, len(words)), number)
        )


def is_utterance(quotation: Quotation, text: str) -> bool:
    """Whether it can stand by itself: long enough, and closed like a sentence or begun like one."""
    words = text[quotation.start : quotation.end]
    count = len(_WORD.findall(words))
    if count < MIN_WORDS:
        return False
    closed = words[-1] in ".,!?…" or text[quotation.outer_end : quotation.outer_end + 1] in (",", ".")
    begun = words[0].isupper() or words[0] in "…[("
    return (closed and begun) or (begun and count >= 8) or (closed and count >= 12)
