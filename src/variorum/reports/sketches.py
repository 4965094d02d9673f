"""What the comparison of many reports needs of each: its runs of words, hashed, and its terms, counted.

It follows from the report alone, so that it is made once and kept: comparing ten thousand reports then reads no text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from variorum.model.reports import READ_LABELS, LineLabel, Report, TextLayer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUN_WORDS = 5
"""Words in a row that make two texts candidates."""
TITLE_COUNT = 2.0
"""What a word in the title counts, against 1 in the text; without a title the first line is taken for it."""
STEM = 3
"""Letters that must be left when an ending is cut off."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s")
_FUNCTION_WORDS = frozenset(
    "a about above after again against all almost also although always am among an and another any are around as at be "
    "became because been before being below between both but by can could did do does doing down during each either "
    "else ever every few for from further get had has have having he her here hers him his how however i if in into is "
    "it its just last least less made make many may me might more most much must my neither never no nor not now of off "
    "often on once one only or other our out over own part per please quite rather really said same say see seem she "
    "should show since so some still such take than that the their them then there these they this those though through "
    "to together too toward under until up upon us very was we well were what when where whether which while who whole "
    "whom whose why will with within without would yet you your".split()
)
"""English words of closed classes and their like: they join no reports."""

_FACTOR = 0x9E3779B97F4A7C15
"""Odd, so that no word's place in a run is lost (the golden ratio's bits; Knuth, The Art of Computer Programming 6.4)."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """One report, as far as it is compared with all others."""

    words: int
    """Of body and summary."""
    runs: bytes
    """Its different runs of `RUN_WORDS` words: 64 bits each, little-endian, in order of size."""
    terms: tuple[tuple[str, float, int, int], ...]
    """(stem, what it counts, times written with a capital or digit, times written), in order of appearance."""

    @property
    def hashes(self) -> NDArray[np.uint64]:
        """The runs as numbers."""
        import numpy as np  # a tenth of a second: only those who compare pay it

        return np.frombuffer(self.runs, dtype="<u8")


def sketch(report: Report, text: TextLayer) -> Sketch:
    """The sketch of a report; texts whose runs are the same have the same hashes, on any machine."""
    import numpy as np

    words = [
        match.group().lower()
        for line in report.lines
        if line.label in COMPARED
        for match in WORD.finditer(text.text, line.start, line.end)
    ]
    numbers = np.array([_number(word) for word in words], dtype=np.uint64)
    count = max(0, len(numbers) - RUN_WORDS + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for k in range(RUN_WORDS):
        runs = runs * np.uint64(_FACTOR) + numbers[k : k + count]
    return Sketch(len(words), np.unique(runs).astype("<u8").tobytes(), tuple(_terms(report, text)))


COMPARED = (LineLabel.BODY, LineLabel.SUMMARY)
"""Lines that are laid side by side."""
WORD = re.compile(r"\w+")


@lru_cache(maxsize=100_000)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")


def _terms(report: Report, text: TextLayer) -> Iterator[tuple[str, float, int, int]]:
    """Stems with what they count, and how often they are written, and with a capital or digit."""
    found: dict[str, list[float]] = {}
    lines = [line for line in report.lines if line.label in READ_LABELS]
    has_title = any(line.label is LineLabel.TITLE for line in lines)
    for number, line in enumerate(lines):
        count = TITLE_COUNT if line.label is LineLabel.TITLE or (number == 0 and not has_title) else 1.0
        for word in _WORD.findall(text.text[line.start : line.end]):
            if len(word) < 2 or word.lower() in _FUNCTION_WORDS:
                continue
            seen = found.setdefault(stem(word.lower()), [0.0, 0, 0])
            seen[0] += count
            seen[1] += not word[0].islower()
            seen[2] += 1
    return ((term, seen[0], int(seen[1]), int(seen[2])) for term, seen in found.items())


def stem(word: str) -> str:
    """The word without its possessive and its commonest ending; coarse, and the same for every form."""
    word = re.split("['’]", word, maxsplit=1)[0] or word
    if len(word) > STEM + 1:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= STEM:
                return word[: -len(ending)]
    return word
