"""Entries -> groups that speak of one thing, without weighing every pair.

Two entries whose scopes are alike in every part (their signature) stand to any third alike, so pairs of signatures are
weighed, not pairs of entries: ten thousand reports of one toll cost as much as its few different scopes. Only
signatures that share a block are weighed at all.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from variorum.collate.match import ANOTHER_SCOPE, RECENT_DAYS
from variorum.collate.verdict import Blocks, Verdict

T = TypeVar("T")

_KNOWN_APART = "another"
"""How the reason of a verdict begins whose scopes are known to differ."""


@dataclass(eq=False)
class _Alike(Generic[T]):
    """Entries of one signature."""

    ids: list[str]
    items: dict[str, T]
    reports: set[str]
    day: date | None = None
    near: date | None = None
    apart: dict[str, tuple[_Alike[T], str]] = field(default_factory=dict)
    """First id of a signature known to differ -> (it, why)."""

    @property
    def first(self) -> str:
        """Smallest id, by which it is known."""
        return self.ids[0]


@dataclass(eq=False)
class _Group:
    """A set of entries in the making."""

    ids: list[str]
    alike: set[str]
    """Signatures in it, by their first id."""
    barred: set[str]
    """Signatures that must stay out."""
    held: set[str] = field(default_factory=set)
    """Signatures that a person held apart from it."""
    first_day: date | None = None
    last_day: date | None = None
    first_near: date | None = None
    last_near: date | None = None
    is_joined: bool = False
    is_sure: bool = False
    """Whether one join in it is more than likely."""


@dataclass(frozen=True)
class Cluster(Generic[T]):
    """One group, its entries by id."""

    items: tuple[T, ...]
    is_likely: bool
    """Nothing surer than a likely join holds it together."""
    apart: tuple[tuple[T, str], ...]
    """Entries known to have another scope, and why; the first few by id."""


@dataclass(frozen=True)
class Weighing(Generic[T]):
    """How entries of one kind are told apart."""

    key: Callable[[T], str]
    report: Callable[[T], str]
    signature: Callable[[T], Hashable]
    """Equal for entries that stand to every third alike."""
    blocks: Callable[[T], Blocks]
    """The same for equal signatures; only those that share a key are weighed."""
    match: Callable[[T, T, bool], Verdict]
    """The verdict on two entries, and whether they stand in one report."""
    slack: int
    """Days from which on two days are known to differ, less one."""


def clusters(
    items: Sequence[T],
    how: Weighing[T],
    *,
    together: Iterable[tuple[str, str]] = (),
    same: Iterable[tuple[str, str]] = (),
    different: Iterable[tuple[str, str]] = (),
    most_apart: int = 4,
) -> list[Cluster[T]]:
    """The groups, by their smallest id; the same whatever the order of the entries.

    They are joined from the surest to the least sure; what a person ruled different, or what is known to differ in
    scope, stays out of a group whatever else would bring it in.

    Args:
        items: to be grouped.
        how: to tell them apart.
        together: pairs of ids that belong together for a reason of their own.
        same: pairs a person joined; taken first.
        different: pairs a person held apart.
        most_apart: how many entries of another scope a group lists.
    """
    by_id = {how.key(item): item for item in items}
    ruled = sorted({tuple(sorted(pair)) for pair in same if set(pair) <= set(by_id)})
    held = sorted({tuple(sorted(pair)) for pair in different if set(pair) <= set(by_id)})
    alone = {name for pair in (*ruled, *held) for name in pair}
    alike = _alike(by_id, how, alone)
    verdicts = _unambiguous(_weighed(alike, how))
    groups = {
        name: _Group(
            [name],
            {one.first},
            set(one.apart),
            first_day=one.day,
            last_day=one.day,
            first_near=one.near,
            last_near=one.near,
        )
        for one in alike
        for name in one.ids
    }
    of = {name: one for one in alike for name in one.ids}
    for one, other in held:
        groups[one].held.add(of[other].first)
        groups[other].held.add(of[one].first)
    for one, other in ruled:
        _join(groups, one, other, likely=False, even_if_barred=True)
    for one, other in sorted({tuple(sorted(pair)) for pair in together if set(pair) <= set(by_id)}):
        _join(groups, one, other, likely=False, even_if_barred=True)
    for first, second, verdict in verdicts:
        for one, other in _pairs(first, second):
            _join(groups, one, other, likely=verdict.is_likely, slack=how.slack)
    distinct = {id(group): group for group in groups.values()}.values()
    return sorted(
        (_cluster(group, by_id, of, most_apart) for group in distinct), key=lambda cluster: how.key(cluster.items[0])
    )


def _alike(by_id: dict[str, T], how: Weighing[T], alone: set[str]) -> list[_Alike[T]]:
    """Entries by signature, those that a person ruled on each by itself."""
    found: dict[Hashable, _Alike[T]] = {}
    for name in sorted(by_id):
        item = by_id[name]
        mark: Hashable = ("ruled on", name) if name in alone else how.signature(item)
        one = found.setdefault(mark, _Alike([], {}, set()))
        one.ids.append(name)
        one.items[name] = item
        one.reports.add(how.report(item))
    return list(found.values())


def _weighed(alike: Sequence[_Alike[T]], how: Weighing[T]) -> list[tuple[_Alike[T], _Alike[T], Verdict]]:
    """Pairs of signatures that are joined, the surest first and of those a report's own; the known to differ are noted."""
    joined = []
    for one, other in _meeting(alike, how):
        in_one_report = len(one.reports | other.reports) == 1
        second = other.ids[1] if one is other else other.first
        verdict = how.match(one.items[one.first], other.items[second], in_one_report)
        if verdict.joined:
            joined.append((one, other, verdict))
        elif verdict.why.startswith(_KNOWN_APART) and one is not other:
            one.apart[other.first] = (other, verdict.why)
            other.apart[one.first] = (one, verdict.why)
    return sorted(
        joined,
        key=lambda item: (
            item[2].is_likely,
            len(item[0].reports | item[1].reports) > 1,
            item[0].first,
            item[1].first,
        ),
    )


def _unambiguous(
    joined: list[tuple[_Alike[T], _Alike[T], Verdict]],
) -> list[tuple[_Alike[T], _Alike[T], Verdict]]:
    """Without the joins that are a guess.

    What can be of either of two happenings that are known to differ is joined with the one with which more parts of its
    scope agree, and with neither where none stands out.
    """
    partners: dict[str, dict[str, int]] = {}
    for one, other, verdict in joined:
        if one is not other:
            partners.setdefault(one.first, {})[other.first] = verdict.parts
            partners.setdefault(other.first, {})[one.first] = verdict.parts

    def is_guess(one: _Alike[T], other: _Alike[T], verdict: Verdict) -> bool:
        beside = partners[one.first]
        rivals = other.apart.keys() & beside.keys() if len(beside) > 1 and other.apart else ()
        return any(beside[name] >= verdict.parts and other.apart[name][1].startswith(ANOTHER_SCOPE) for name in rivals)

    return [
        (one, other, verdict)
        for one, other, verdict in joined
        if one is other or not (is_guess(one, other, verdict) or is_guess(other, one, verdict))
    ]


def _meeting(alike: Sequence[_Alike[T]], how: Weighing[T]) -> Iterator[tuple[_Alike[T], _Alike[T]]]:
    """Pairs of signatures that share a key, each once; one with itself where it has two entries."""
    tight: dict[Hashable, list[_Alike[T]]] = {}
    loose: dict[Hashable, tuple[list[_Alike[T]], list[_Alike[T]]]] = {}
    for one in alike:
        blocks = how.blocks(one.items[one.first])
        one.day, one.near = blocks.day, blocks.near
        for key in dict.fromkeys(blocks.tight):
            tight.setdefault(key, []).append(one)
        for key in dict.fromkeys(blocks.loose):
            loose.setdefault(key, ([], []))[blocks.day is not None].append(one)
        if len(one.ids) > 1:
            yield one, one
    seen: set[tuple[str, str]] = set()
    meetings = itertools.chain(
        (itertools.combinations(members, 2) for members in tight.values()),
        (itertools.combinations(undated, 2) for undated, _ in loose.values()),
        (itertools.product(undated, dated) for undated, dated in loose.values()),
    )
    for one, other in itertools.chain.from_iterable(meetings):
        first, second = (one, other) if one.first < other.first else (other, one)
        if (first.first, second.first) not in seen:
            seen.add((first.first, second.first))
            yield first, second


def _pairs(one: _Alike[T], other: _Alike[T]) -> Iterator[tuple[str, str]]:
    """Enough pairs to join every entry of one signature with every entry of the other."""
    if one is other:
        yield from ((one.first, name) for name in one.ids[1:])
        return
    yield from ((one.first, name) for name in other.ids)
    yield from ((name, other.first) for name in one.ids[1:])


def _join(
    groups: dict[str, _Group], one: str, other: str, *, likely: bool, slack: int = 0, even_if_barred: bool = False
) -> None:
    first, second = groups[one], groups[other]
    if first is second:
        first.is_joined = True
        first.is_sure |= not likely
        return
    if first.held & second.alike or second.held & first.alike:
        return
    if not even_if_barred and (first.barred & second.alike or second.barred & first.alike):
        return
    days = [day for day in (first.first_day, first.last_day, second.first_day, second.last_day) if day is not None]
    if not even_if_barred and days and (max(days) - min(days)).days > slack:
        return
    near = [day for day in (first.first_near, first.last_near, second.first_near, second.last_near) if day is not None]
    if not even_if_barred and near and (max(near) - min(near)).days > slack + RECENT_DAYS:
        return
    if len(first.ids) < len(second.ids):
        first, second = second, first
    first.ids += second.ids
    first.alike |= second.alike
    first.barred |= second.barred
    first.held |= second.held
    first.first_day, first.last_day = (min(days), max(days)) if days else (None, None)
    first.first_near, first.last_near = (min(near), max(near)) if near else (None, None)
    first.is_joined = True
    first.is_sure |= second.is_sure or not likely
    for name in second.ids:
        groups[name] = first


def _cluster(group: _Group, by_id: dict[str, T], of: dict[str, _Alike[T]], most_apart: int) -> Cluster[T]:
    inside = set(group.ids)
    reasons: dict[str, str] = {}
    for name in sorted(group.alike):
        for other, why in of[name].apart.values():
            outside = (entry for entry in other.ids if entry not in inside)
            for entry in itertools.islice(outside, most_apart):
                reasons.setdefault(entry, why)
    return Cluster(
        tuple(by_id[name] for name in sorted(group.ids)),
        group.is_joined and not group.is_sure,
        tuple((by_id[name], why) for name, why in sorted(reasons.items())[:most_apart]),
    )
