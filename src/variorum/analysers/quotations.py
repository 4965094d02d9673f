"""Quotation marks -> quotations: paired by kind, running on over paragraphs, none left out because one mark is missing."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.reports import Line

_OPEN = {"“": "”", "«": "»", "„": "”", "‟": "”"}
_MARKS = re.compile(r"[“”«»„\"]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
MIN_WORDS = 3
"""A shorter stretch in marks is a name or a doubt cast on a word, not a quotation by itself."""
OPENING_CHARS = 2
"""How far from its line's beginning a quotation may open to go on with the one before."""
RUNNING_LINES = 4
"""How many lines a quotation may run on without a mark of its own."""
HALVES_CHARS = 120
"""How far apart the halves of a quotation may stand that its cue breaks in two."""
TITLE_LETTERS = 4
"""A shorter word may be small in a title: "The House of the Sea"."""
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
    is_open: bool = False
    """It was never closed, and nothing goes on with it."""

    def holds(self, start: int, end: int) -> bool:
        """Whether these characters lie inside."""
        return self.start <= start and end <= self.end


def find(text: str, lines: Sequence[Line]) -> list[Quotation]:
    """Quotations of the lines, in order; single marks only where no double ones are in the line.

    A line that opens and never closes is one quotation to its end, and the next line that opens goes on with it; so does
    a line that closes what it never opened.
    """
    found: list[Quotation] = []
    open_before = False
    running: dict[int, int] = {}
    """Line -> offset of the mark that closes what an earlier line opened, or of the line's end."""
    for number, line in enumerate(lines):
        words = text[line.start : line.end]
        skipped = running.get(number, line.start) - line.start
        if number in running:
            closed = running[number]
            start, end = line.start, closed
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if end > start:
                found.append(Quotation(start, end, line.start, min(closed + 1, line.end), number, continues=True))
            if closed >= line.end:
                continue
            skipped += 1
        here, left_open = _in_line(words, line.start, number, skipped)
        if open_before and found and not (here and here[0].outer_start - line.start <= OPENING_CHARS):
            found[-1] = dataclasses.replace(found[-1], is_open=number not in running)
        if open_before and here and here[0].outer_start - line.start <= OPENING_CHARS:
            here[0] = dataclasses.replace(here[0], continues=True)
        found += here
        open_before = left_open
        if left_open:
            running |= _runs_on(text, lines, number)
    if open_before and found:
        found[-1] = dataclasses.replace(found[-1], is_open=True)
    return found


def halves(quotations: Sequence[Quotation], text: str) -> dict[Quotation, Quotation]:
    """Second half -> first, of quotations that their cue breaks in two: “The pass,” said Holt, “is closed”."""
    found = {}
    for one, other in itertools.pairwise(quotations):
        between = text[one.outer_end : other.outer_start]
        breaks_off = text[one.end - 1] == "," or between.startswith(",")
        goes_on = between.rstrip().endswith(",") and text[other.start].islower()
        if one.line == other.line and breaks_off and goes_on and len(between) <= HALVES_CHARS and ". " not in between:
            found[other] = one
    return found


def _runs_on(text: str, lines: Sequence[Line], opened: int) -> dict[int, int]:
    """Where the lines after an open one end its quotation without opening one themselves; empty if they do not."""
    ends: dict[int, int] = {}
    for number in range(opened + 1, min(opened + 1 + RUNNING_LINES, len(lines))):
        line = lines[number]
        words = text[line.start : line.end]
        mark = next((match.start() for match in _MARKS.finditer(words) if words[match.start()] not in "'‘’"), None)
        if mark is None:
            ends[number] = line.end
            continue
        if words[mark] in _OPEN or _may_open(words, mark):
            return {}
        return ends | {number: line.start + mark}
    return {}


def _in_line(words: str, offset: int, number: int, skipped: int) -> tuple[list[Quotation], bool]:
    marks = [match.start() for match in _MARKS.finditer(words, skipped) if words[match.start()] not in "'‘’"]
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


def is_title(quotation: Quotation, text: str) -> bool:
    """Whether it is the name of a work: every longer word begins with a capital, and no sentence ends in it."""
    words = text[quotation.start : quotation.end]
    longer = [word for word in _WORD.findall(words) if len(word) >= TITLE_LETTERS]
    return len(longer) >= 2 and all(word[0].isupper() for word in longer) and words[-1] not in ".,!?…"


def is_utterance(quotation: Quotation, text: str) -> bool:
    """Whether it can stand by itself: long enough, and closed like a sentence or begun like one."""
    words = text[quotation.start : quotation.end]
    count = len(_WORD.findall(words))
    if count < MIN_WORDS:
        return False
    closed = words[-1] in ".,!?…" or text[quotation.outer_end : quotation.outer_end + 1] in (",", ".")
    begun = words[0].isupper() or words[0] in "…[("
    return (closed and begun) or (begun and count >= 8) or (closed and count >= 12)
