"""Entries that can meet, and what was made of them before: a bucket in which nothing changed is not weighed again.

Two entries meet where they share a key or a signature (`cluster`); the buckets are what hangs together by that, by what
belongs together for a reason of its own, and by what a person ruled. No entry of one bucket can change what is made of
another, so that matters made bucket by bucket are those made at once.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any, Generic, TypeVar

from variorum.collate.cluster import Weighing
from variorum.collate.corpus import Corpus
from variorum.collate.match import RECENT_DAYS
from variorum.collate.verdict import Blocks
from variorum.model.entries import Claim, Event
from variorum.model.matters import Matter

T = TypeVar("T", Claim, Event)
VERSION = "collate/3"
"""Of the rules by which matters are made; a new one makes every bucket anew."""
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Bucket(Generic[T]):
    """Entries that may meet, in the order they were given, with the pairs among them."""

    items: tuple[T, ...]
    together: tuple[tuple[str, str], ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()


@dataclass
class Memo:
    """What was made of each bucket before, by its mark, and what this collation makes and uses."""

    mark: Callable[[Any], str]
    """The same for equal values, another for others."""
    known: Mapping[str, tuple[Matter, ...]] = field(default_factory=dict)
    fresh: dict[str, tuple[Matter, ...]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def matters(self, bucket: Any, make: Callable[[], Iterable[Matter]]) -> tuple[Matter, ...]:
        """The matters of a bucket of that content, made now if they are not known."""
        key = self.mark((VERSION, bucket))
        self.used.add(key)
        found = self.known.get(key)
        if found is None:
            found = self.fresh.setdefault(key, tuple(make()))
        return found


def made_of(
    kind: str,
    items: Sequence[T],
    how: Weighing[T],
    corpus: Corpus,
    settings: Any,
    together: Iterable[tuple[str, str]],
    make: Callable[[Bucket[T]], Iterable[Matter]],
    memo: Memo | None,
) -> list[Matter]:
    """The matters of these entries: bucket by bucket where there is a memory, else at once.

    Args:
        kind: of matter.
        items: entries.
        how: to tell them apart.
        corpus: all entries, with what a person ruled.
        settings: what else the matters follow from.
        together: pairs that belong together for a reason of their own.
        make: the matters of one bucket.
        memo: what was made before; None makes all at once.
    """
    together = tuple(together)
    if memo is None:
        return list(make(Bucket(tuple(items), together, corpus.same, corpus.different)))
    found: list[Matter] = []
    settings = memo.mark(settings)
    for bucket in buckets(items, how, together, corpus.same, corpus.different):
        content = (kind, settings, bucket, _surroundings(bucket.items, corpus))
        found += memo.matters(content, partial(make, bucket))
    return found


def _surroundings(items: Iterable[Claim | Event], corpus: Corpus) -> list[Any]:
    """What else is read of the corpus: each report's outlet, day and origin, and who says an event."""
    reports = sorted({item.report_id for item in items})
    told = [
        (
            report_id,
            corpus.outlet(report_id),
            corpus.report[report_id].masthead.published,
            corpus.origin_of.get(report_id),
        )
        for report_id in reports
    ]
    said = [
        corpus.statement[item.within].speaker
        for item in items
        if isinstance(item, Event) and item.within is not None and item.within in corpus.statement
    ]
    return [told, said]


def buckets(
    items: Sequence[T], how: Weighing[T], together: Pairs, same: Pairs = (), different: Pairs = ()
) -> Iterator[Bucket[T]]:
    """The buckets, by their first entry."""
    parent = {how.key(item): how.key(item) for item in items}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    holder: dict[Hashable, str] = {}
    loose: dict[Hashable, list[tuple[str, Blocks]]] = {}
    for item in items:
        own = how.key(item)
        blocks: Blocks = how.blocks(item)
        for key in (("like", how.signature(item)), *blocks.tight):
            parent[root(own)] = root(holder.setdefault(key, own))
        for key in blocks.loose:
            loose.setdefault(key, []).append((own, blocks))
    for meeting in loose.values():
        for one, other in _meeting(meeting, how.slack):
            parent[root(one)] = root(other)
    for pairs in (together, same, different):
        for one, other in pairs:
            if one in parent and other in parent:
                parent[root(one)] = root(other)
    members: dict[str, list[T]] = {}
    for item in items:
        members.setdefault(root(how.key(item)), []).append(item)
    among: dict[str, tuple[list[tuple[str, str]], ...]] = {}
    for k, pairs in enumerate((together, same, different)):
        for one, other in pairs:
            if one in parent and other in parent:
                among.setdefault(root(one), ([], [], []))[k].append((one, other))
    for name, held in members.items():
        linked = among.get(name, ([], [], []))
        yield Bucket(tuple(held), *(tuple(sorted(pairs)) for pairs in linked))


def _meeting(held: Sequence[tuple[str, Blocks]], slack: int) -> Iterator[tuple[str, str]]:
    """Enough pairs to link all that can meet by a loose key: one of the two has no day, and their near days are near."""
    undated = [entry for entry in held if entry[1].day is None]
    if not undated:
        return
    nowhere = next((name for name, blocks in undated if blocks.near is None), None)
    if nowhere is not None:
        yield from ((nowhere, name) for name, _ in held)
        return
    reach = timedelta(days=RECENT_DAYS + max(1, slack))
    days = sorted((blocks.near, name) for name, blocks in undated if blocks.near is not None)
    for (first, one), (second, other) in itertools.pairwise(days):
        if second - first <= reach:
            yield one, other
    known = [day for day, _ in days]
    for name, dated in held:
        if dated.day is None:
            continue
        near = dated.near or dated.day
        first_in, last_in = bisect_left(known, near - reach), bisect_right(known, near + reach) - 1
        if first_in <= last_in:  # those between them are linked with one of the two
            yield name, days[first_in][1]
            yield name, days[last_in][1]
