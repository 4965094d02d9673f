"""How the lines of a page stand: figures for each, from which it is learned what a line is.

Words count against each other only: a line that the text below repeats heads that text, and where the text above and
below share few words, another subject begins. Decision 0013.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.reports.rows import BRACKET, BYLINE, DAY, SHAPE, TERM_CHARS, WORDS, Row

WINDOW = 150
"""Terms on either side of a line that are compared: three or four paragraphs."""
NEAR = 60
FAR = 500


@dataclass(slots=True)
class Breaks:
    """How much the text above and below each running line has in common."""

    figures: list[tuple[float, ...]]
    """One for each boundary: before the first running line, between two, after the last."""


BREAK = (
    "shared near",
    "shared by what follows",
    "shared by what precedes",
    "names known",
    "shared near, against the page",
    "rank on the page",
    "against the boundary before",
    "against the boundary after",
)


def breaks(told: Sequence[Row]) -> Breaks:
    """The change of vocabulary at each boundary between running lines.

    Args:
        told: the running lines, in order.
    """
    terms: list[str] = []
    names: list[str] = []
    ends, name_ends = [0], [0]
    for row in told:
        terms += row.terms
        names += row.names
        ends.append(len(terms))
        name_ends.append(len(names))
    seen_at: dict[str, int] = {}
    last_at: dict[str, int] = {}
    for k, term in enumerate(terms):
        seen_at.setdefault(term, k)
        last_at[term] = k
    name_at: dict[str, int] = {}
    for k, name in enumerate(names):
        name_at.setdefault(name, k)
    plain: list[tuple[float, float, float, float]] = []
    for end, name_end in zip(ends, name_ends, strict=True):
        after = terms[end : end + WINDOW]
        before = terms[max(0, end - WINDOW) : end]
        if not after or not before:
            plain.append((1.0, 1.0, 1.0, 1.0))
            continue
        one, other = set(before), set(after)
        near = len(one & other) / min(len(one), len(other))
        following = terms[end : end + NEAR]
        known = sum(seen_at[term] < end for term in following) / len(following)
        preceding = terms[max(0, end - NEAR) : end]
        kept = sum(last_at[term] >= end for term in preceding) / len(preceding)
        called = names[name_end : name_end + NEAR]
        met = sum(name_at[name] < name_end for name in called) / len(called) if called else 0.5
        plain.append((near, known, kept, met))
    inner = sorted(item[0] for item in plain[1:-1])
    mean = sum(inner) / len(inner) if inner else 1.0
    figures: list[tuple[float, ...]] = []
    for k, (near, known, kept, met) in enumerate(plain):
        rank = bisect_left(inner, near) / max(1, len(inner)) if 0 < k < len(plain) - 1 else 1.0
        before_it = plain[k - 1][0] if k > 1 else 1.0
        after_it = plain[k + 1][0] if k < len(plain) - 2 else 1.0
        figures.append((near, known, kept, met, near - mean, rank, near - before_it, near - after_it))
    return Breaks(figures)


PLACE = (
    "from the top",
    "from the bottom",
    "blank lines above",
    "blank lines below",
    "blank lines above, against the text",
    "running lines above",
    "running lines below",
    "since running text",
    "until running text",
    "running among the next four",
    "running among the next eight",
    "words of the next running line",
    "printed again",
    "until printed again",
    "since printed before",
    "its words in the next lines",
    "its words in the text below",
    "its words in the text above",
    "below against above",
    "its words in other running lines",
    "its names in other running lines",
    "days in the masthead below",
    "bylines in the masthead below",
    "brackets in the masthead below",
    "line itself in the masthead below",
    "lines of the masthead below",
    "dateline below",
    "lines of the page",
    "running share of the page",
    "blank lines of the page",
)
HEAD_ROWS = 8
"""A masthead is looked for among so many lines below a headline."""
ABSENT = (-1.0,) * len(SHAPE)
STARTS_FEATURES = (
    *SHAPE,
    *PLACE,
    *BREAK,
    *(f"{name} ({offset:+d})" for offset in (-2, -1, 1, 2) for name in SHAPE),
)


def features(page: Sequence[Row]) -> list[list[float]]:
    """The figures of every line of a page, named by `STARTS_FEATURES`."""
    told = [row for row in page if row.is_prose]
    changes = breaks(told)
    places = _Places(page, told)
    out = []
    count = len(page)
    for k, row in enumerate(page):
        values = [*row.shape, *places.of(k), *changes.figures[places.told_before[k]]]
        for offset in (-2, -1, 1, 2):
            values += page[k + offset].shape if 0 <= k + offset < count else ABSENT
        out.append(values)
    return out


class _Places:
    """Where lines stand on their page."""

    def __init__(self, page: Sequence[Row], told: Sequence[Row]) -> None:
        self.page = page
        self.told = told
        count = len(page)
        self.told_before = [0] * count
        self.since = [40] * count
        self.until = [40] * count
        self.next_told: list[int] = [-1] * count
        seen = 0
        last = -1
        for k, row in enumerate(page):
            self.told_before[k] = seen
            self.since[k] = k - last if last >= 0 else 40
            if row.is_prose:
                seen += 1
                last = k
        following = -1
        for k in range(count - 1, -1, -1):
            self.next_told[k] = following
            self.until[k] = following - k if following >= 0 else 40
            if page[k].is_prose:
                following = k
        self.copies: dict[str, list[int]] = {}
        for k, row in enumerate(page):
            self.copies.setdefault(row.key, []).append(k)
        gaps = sorted(row.above for row in told[1:])
        self.gap = gaps[len(gaps) // 2] if gaps else 0
        self.terms_before: list[int] = [0]
        terms: list[str] = []
        for row in told:
            terms += row.terms
            self.terms_before.append(len(terms))
        self.terms = terms
        self.told_terms = Counter(term for row in told for term in set(row.terms))
        self.told_names = Counter(name for row in told for name in set(row.names))
        blank = sum(row.above > 0 for row in page)
        self.whole = (float(min(count, 80)), len(told) / max(1, count), blank / max(1, count))

    def of(self, k: int) -> tuple[float, ...]:
        """The figures of line k, named by `PLACE`."""
        page, row = self.page, self.page[k]
        count = len(page)
        below = page[k + 1].above if k + 1 < count else 3
        before = self.told_before[k]
        after = len(self.told) - before - row.is_prose
        four = sum(other.is_prose for other in page[k + 1 : k + 5])
        eight = sum(other.is_prose for other in page[k + 1 : k + 9])
        following = self.next_told[k]
        return (
            float(min(k, 30)),
            float(min(count - 1 - k, 30)),
            float(min(row.above, 5)),
            float(min(below, 5)),
            float(max(-3, min(row.above - self.gap, 5))),
            float(min(before, 30)),
            float(min(after, 30)),
            float(min(self.since[k], 20)),
            float(min(self.until[k], 20)),
            float(four),
            float(eight),
            page[following].shape[WORDS] if following >= 0 else 0.0,
            *self._copies(k),
            *self._echo(k),
            *self._kinship(k),
            *self._masthead(k),
            *self.whole,
        )

    def _copies(self, k: int) -> tuple[float, float, float]:
        places = self.copies[self.page[k].key]
        if len(places) == 1:
            return 0.0, 40.0, 40.0
        at = places.index(k)
        until = places[at + 1] - k if at + 1 < len(places) else 40
        since = k - places[at - 1] if at else 40
        return float(min(len(places) - 1, 5)), float(min(until, 40)), float(min(since, 40))

    def _echo(self, k: int) -> tuple[float, float, float, float]:
        """How many of the line's words come back below and stood above."""
        row = self.page[k]
        own = set(row.terms) | {name[:TERM_CHARS] for name in row.names}
        if not own or row.shape[WORDS] > 30:
            return -1.0, -1.0, -1.0, 0.0
        near: set[str] = set()
        for other in self.page[k + 1 : k + 7]:
            if other.key != row.key:
                near.update(other.terms)
        before = self.told_before[k] + row.is_prose
        at = self.terms_before[before]
        below = set(self.terms[at : at + WINDOW])
        start = self.terms_before[self.told_before[k]]
        above = set(self.terms[max(0, start - FAR) : start])
        size = len(own)
        in_below, in_above = len(own & below) / size, len(own & above) / size
        return len(own & near) / size, in_below, in_above, in_below - in_above

    def _kinship(self, k: int) -> tuple[float, float]:
        """Share of the line's words, and of its names, that stand in other running lines of the page."""
        row = self.page[k]
        once = 1 if row.is_prose else 0
        terms = [self.told_terms[term] > once for term in set(row.terms)]
        names = [self.told_names[name] > once for name in set(row.names)]
        return (
            sum(terms) / len(terms) if terms else -1.0,
            sum(names) / len(names) if names else -1.0,
        )

    def _masthead(self, k: int) -> tuple[float, ...]:
        """What stands between the line and the running text below it."""
        page = self.page
        days = bylines = brackets = again = lines = dateline = 0
        for other in page[k + 1 : k + 1 + HEAD_ROWS]:
            if other.is_prose and not other.shape[BRACKET]:
                dateline = int(other.shape[SHAPE.index("dateline")])
                break
            lines += 1
            days += other.shape[DAY] > 0.4
            bylines += other.shape[BYLINE] > 0
            brackets += other.shape[BRACKET] > 0
            again += other.key == page[k].key
        else:
            return 0.0, 0.0, 0.0, float(again), 9.0, 0.0
        return float(days), float(bylines), float(brackets), float(again), float(lines), float(dateline)


PART = (
    "lines since the part began",
    "running lines above in the part",
    "running lines below in the part",
    "opens the part",
    "lines left in the part",
    "first running line of the part, words of",
)
LABELS_FEATURES = (*STARTS_FEATURES, *PART)


def with_parts(page: Sequence[Row], figures: Sequence[list[float]], starts: Sequence[int]) -> list[list[float]]:
    """The figures of every line with where it stands in its part, named by `LABELS_FEATURES`.

    Args:
        page: the lines.
        figures: of `features`.
        starts: places of the lines that begin a part, the page's first line left out.
    """
    out: list[list[float]] = []
    edges = [0, *starts, len(page)]
    for first, last in itertools.pairwise(edges):
        part = page[first:last]
        told = [row.is_prose for row in part]
        total = sum(told)
        opening = next((row.shape[WORDS] for row in part if row.is_prose), 0.0)
        above = 0
        for k, is_prose in enumerate(told):
            out.append(
                [
                    *figures[first + k],
                    float(min(k, 30)),
                    float(min(above, 30)),
                    float(min(total - above - is_prose, 30)),
                    float(k == 0 and first > 0),
                    float(min(len(part) - 1 - k, 30)),
                    opening,
                ]
            )
            above += is_prose
    return out
