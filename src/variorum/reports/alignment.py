"""What two texts have in common, stretch by stretch, and what each has alone.

Candidates come from an inverted index over runs of five words (shingling; Broder 1997), so that only texts that share
something are ever compared. A pair is then laid side by side in one walk: shared runs are extended word by word, the
longest ordered chain of them is kept, and the short gaps between two neighbours of the chain are compared as bags of
words. A word dropped or replaced here and there leaves short gaps; a paragraph cut or put in leaves one long stretch.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.model.reports import Report, TextLayer
from variorum.reports.sketches import COMPARED, RUN_WORDS, WORD, Sketch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEED_WORDS = 3
"""Words in a row from which a shared stretch is grown."""
MIN_SHARED = 8
"""Shared runs below which nothing is said: a common phrase or one short quotation."""
MIN_OF_A_BRIEF = 3
"""The same for a text that hardly has more runs than that; then they must be most of it."""
HOLDERS = 24
"""Holders of one run that later ones are compared with, the longest texts first. It bounds the work where a text is
printed by hundreds or a footer stands under everything: each still meets the fullest printings."""
SHORT_GAP = 12
"""Words between two shared stretches up to which the gap is an edit, not a passage of its own."""
FEW_MARKS = 6
"""Different names and figures below which it says nothing that two texts share them."""
PLACES = 4
"""Places of a seed that are kept for each text; more often, it is a refrain."""

_OPENS = re.compile(r"(?:^|[.!?:…]|[\"“”‘’'(\[])\s*$")
_QUOTED = re.compile(r"[“\"][^”\"\n]{10,2000}[”\"]")


@dataclass(frozen=True)
class Words:
    """The words of one report's running text: number of each, its characters, and whether it stands in quotation."""

    numbers: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]
    seeds: dict[tuple[int, ...], list[int]]
    """Run of `SEED_WORDS` -> first places of it."""
    marks: frozenset[int]
    """Numbers of the names and figures: words with a capital inside a sentence, or with a digit."""

    def marks_shared(self, other: Words) -> float:
        """Share of the names and figures of the text with fewer that both have, 0 to 1; 0 if there are too few."""
        fewer = min(len(self.marks), len(other.marks))
        return len(self.marks & other.marks) / fewer if fewer >= FEW_MARKS else 0.0


@dataclass(frozen=True)
class Alignment:
    """Two texts side by side. `blocks` are (start, start in the other, words), ordered in both."""

    blocks: tuple[tuple[int, int, int], ...]
    shares: tuple[float, float]
    """Part of each text's words that the other has too, 0 to 1; one of the two is small where texts only touch."""
    own: tuple[int, int]
    """Words of each in passages (more than `SHORT_GAP` words) that the other lacks."""
    heads: tuple[int, int]
    """Words of each before the first thing in common."""
    tails: tuple[int, int]
    """Words of each after the last thing in common."""
    quoted: float
    """Share of the common words that stands in quotation marks in the first text."""


def words(report: Report, text: TextLayer, numbering: dict[str, int]) -> Words:
    """The words of body and summary; `numbering` grows by the words it had not."""
    numbers: list[int] = []
    places: list[tuple[int, int]] = []
    quoted: list[bool] = []
    marks: set[int] = set()
    for line in report.lines:
        if line.label not in COMPARED:
            continue
        written = text.text[line.start : line.end]
        inside = [(match.start(), match.end()) for match in _QUOTED.finditer(written)]
        k = 0
        for match in WORD.finditer(written):
            while k < len(inside) and inside[k][1] <= match.start():
                k += 1
            word = match.group()
            numbers.append(numbering.setdefault(word.lower(), len(numbering)))
            at = match.start()
            if any(map(str.isdigit, word)) or (word[0].isupper() and not _OPENS.search(written[max(0, at - 4) : at])):
                marks.add(numbers[-1])
            places.append((line.start + match.start(), line.start + match.end()))
            quoted.append(k < len(inside) and inside[k][0] <= match.start())
    seeds: dict[tuple[int, ...], list[int]] = {}
    for place, seed in enumerate(runs(numbers, SEED_WORDS)):
        held = seeds.setdefault(seed, [])
        if len(held) < PLACES:
            held.append(place)
    return Words(tuple(numbers), tuple(places), tuple(quoted), seeds, frozenset(marks))


def runs(numbers: Sequence[int], length: int) -> Iterator[tuple[int, ...]]:
    """Every run of so many words, in order."""
    return zip(*(numbers[k:] for k in range(length)), strict=False)


def candidates(sketches: Sequence[Sketch]) -> list[tuple[int, int]]:
    """Pairs (smaller index first) that share enough runs to be laid side by side, sorted."""
    import numpy as np

    count = len(sketches)
    by_length = sorted(range(count), key=lambda k: (-sketches[k].words, k))
    own = [sketches[k].hashes for k in by_length]
    if count < 2 or not any(map(len, own)):
        return []
    runs = np.concatenate(own)
    ranks = np.repeat(np.arange(count), [len(hashes) for hashes in own])
    order = np.argsort(runs, kind="stable")  # holders of one run stay in their order, the longest text first
    runs, ranks = runs[order], ranks[order]
    bounds = np.flatnonzero(np.concatenate(([True], runs[1:] != runs[:-1], [True])))
    pairs: list[NDArray[np.int64]] = []
    for size in np.unique(np.diff(bounds)):
        if size < 2:
            continue
        starts = bounds[:-1][np.diff(bounds) == size]
        held = ranks[starts[:, None] + np.arange(size)]  # one row a run
        for k in range(min(HOLDERS, size - 1)):
            pairs.append((held[:, k : k + 1] * count + held[:, k + 1 :]).ravel())
    if not pairs:
        return []
    found, shared = np.unique(np.concatenate(pairs), return_counts=True)
    later = found % count
    sizes = np.array([len(hashes) for hashes in own])
    enough = np.maximum(MIN_OF_A_BRIEF, np.minimum(MIN_SHARED, sizes[later] // 2))
    kept = found[shared >= enough]
    places = np.array(by_length)
    one, other = places[kept // count], places[kept % count]
    return sorted(zip(np.minimum(one, other).tolist(), np.maximum(one, other).tolist(), strict=True))


def align(one: Words, other: Words) -> Alignment:
    """The two texts side by side."""
    blocks = _chain(_shared(one, other))
    covered = (bytearray(len(one.numbers)), bytearray(len(other.numbers)))
    for i, j, length in blocks:
        covered[0][i : i + length] = b"\1" * length
        covered[1][j : j + length] = b"\1" * length
    common = [sum(covered[0]), sum(covered[1])]
    for before, after in pairwise(blocks):
        gaps = (range(before[0] + before[2], after[0]), range(before[1] + before[2], after[1]))
        if 0 < len(gaps[0]) <= SHORT_GAP and 0 < len(gaps[1]) <= SHORT_GAP:
            alike = Counter(one.numbers[k] for k in gaps[0]) & Counter(other.numbers[k] for k in gaps[1])
            common = [count + alike.total() for count in common]
    sizes = (max(1, len(one.numbers)), max(1, len(other.numbers)))
    in_quotes = sum(one.quoted[k] for k, is_common in enumerate(covered[0]) if is_common)
    first, last = (blocks[0], blocks[-1]) if blocks else ((*sizes, 0), (0, 0, 0))
    return Alignment(
        blocks,
        (min(1.0, common[0] / sizes[0]), min(1.0, common[1] / sizes[1])),
        (_passages(covered[0]), _passages(covered[1])),
        (first[0], first[1]),
        (sizes[0] - last[0] - last[2], sizes[1] - last[1] - last[2]),
        in_quotes / max(1, sum(covered[0])),
    )


def stretches(
    one: Words, other: Words, blocks: Sequence[tuple[int, int, int]]
) -> tuple[tuple[int, int, int, int], ...]:
    """The blocks of `RUN_WORDS` words or more, as characters of the two text layers."""
    return tuple(
        (one.places[i][0], one.places[i + length - 1][1], other.places[j][0], other.places[j + length - 1][1])
        for i, j, length in blocks
        if length >= RUN_WORDS
    )


def _shared(one: Words, other: Words) -> list[tuple[int, int, int]]:
    """Blocks in common in one walk through the first text; of several places the next one is taken."""
    found = []
    i = after = 0
    for_seed = other.seeds
    numbers = list(runs(one.numbers, SEED_WORDS))
    while i < len(numbers):
        places = for_seed.get(numbers[i])
        if places is None:
            i += 1
            continue
        j = next((place for place in places if place >= after), places[0])
        if j < after < j + SEED_WORDS:  # a passage put in that ends as what stood before it: the last words count once
            i, j = i + after - j, after
            length = 0
        else:
            length = SEED_WORDS
        limit = min(len(one.numbers) - i, len(other.numbers) - j)
        while length < limit and one.numbers[i + length] == other.numbers[j + length]:
            length += 1
        if length < SEED_WORDS:
            continue
        found.append((i, j, length))
        i += length
        after = j + length
    return found


def _chain(blocks: Sequence[tuple[int, int, int]]) -> tuple[tuple[int, int, int], ...]:
    """The blocks that stand in the same order in both: the heaviest chain, found among ends by bisection."""
    ends: list[int] = []  # ends in the other text, growing; weights grow with them
    weights: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for k, (_, j, length) in enumerate(blocks):
        at = bisect_left(ends, j + 1)
        weight = (weights[at - 1] if at else 0) + length
        before.append(last[at - 1] if at else -1)
        end = j + length
        at = bisect_left(ends, end)
        if at and weights[at - 1] >= weight:
            continue
        stop = at
        while stop < len(ends) and weights[stop] <= weight:
            stop += 1
        ends[at:stop], weights[at:stop], last[at:stop] = [end], [weight], [k]
    chain = []
    k = last[-1] if last else -1
    while k >= 0:
        chain.append(blocks[k])
        k = before[k]
    return tuple(reversed(chain))


def _passages(covered: bytearray) -> int:
    """Uncovered words in stretches of more than `SHORT_GAP`."""
    return sum(len(stretch) for stretch in bytes(covered).split(b"\1") if len(stretch) > SHORT_GAP)
