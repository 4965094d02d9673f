"""Groups by signature are the groups that weighing every pair would give, whatever the order."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collate.cluster import Cluster, Weighing, clusters
from variorum.collate.verdict import Blocks, Verdict


@dataclass(frozen=True)
class Thing:
    """An entry with a scope of two parts, either of which may be unknown."""

    id: str
    report: str
    who: str
    where: str


def verdict(one: Thing, other: Thing) -> Verdict:
    """Apart where a part is known to differ; joined where one agrees; likely where the other is unknown."""
    parts = [(one.who, other.who), (one.where, other.where)]
    if any(a and b and a != b for a, b in parts):
        return Verdict(joined=False, why="another scope")
    agree = sum(bool(a) and a == b for a, b in parts)
    return Verdict(joined=agree > 0, is_likely=agree == 1, why="nothing shows it" if not agree else "agree")


HOW: Weighing[Thing] = Weighing(
    key=lambda thing: thing.id,
    report=lambda thing: thing.report,
    signature=lambda thing: (thing.who, thing.where),
    blocks=lambda thing: Blocks(
        tuple(part for part in (("who", thing.who), ("where", thing.where)) if part[1]), (), None
    ),
    match=lambda one, other, _: verdict(one, other),
    slack=0,
)

THINGS = st.lists(
    st.tuples(st.sampled_from(["", "a", "b"]), st.sampled_from(["", "x", "y"]), st.sampled_from("123")), max_size=10
).map(lambda rows: [Thing(f"t{k:02}", report, who, where) for k, (who, where, report) in enumerate(rows)])


def ids(found: Sequence[Cluster[Thing]]) -> list[list[str]]:
    """Groups as ids."""
    return [[thing.id for thing in cluster.items] for cluster in found]


@settings(max_examples=60)
@given(THINGS, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(things: list[Thing], order: random.Random) -> None:
    """Nor do two runs differ in what is likely or apart."""
    shuffled = things[:]
    order.shuffle(shuffled)
    assert clusters(shuffled, HOW) == clusters(things, HOW)


@settings(max_examples=60)
@given(THINGS)
def test_nothing_known_to_differ_is_in_one_group(things: list[Thing]) -> None:
    """And whatever is surely one is, unless a third bars it."""
    found = clusters(things, HOW)
    assert sorted(name for group in ids(found) for name in group) == [thing.id for thing in things]
    of = {thing.id: place for place, cluster in enumerate(found) for thing in cluster.items}
    for one, other in itertools.combinations(things, 2):
        how = verdict(one, other)
        if how.why == "another scope":
            assert of[one.id] != of[other.id]
        if how.joined and not how.is_likely:
            assert of[one.id] == of[other.id]


@settings(max_examples=60)
@given(THINGS, st.data())
def test_rulings_always_win(things: list[Thing], data: st.DataObject) -> None:
    """Ruled same are together even if their scopes differ; ruled different are not, whatever joins them."""
    if len(things) < 2:
        return
    pair = data.draw(st.permutations([thing.id for thing in things]))[:2]
    together = clusters(things, HOW, same=[(pair[0], pair[1])])
    assert any(set(pair) <= set(group) for group in ids(together))
    apart = clusters(things, HOW, different=[(pair[0], pair[1])])
    assert not any(set(pair) <= set(group) for group in ids(apart))


def test_what_is_apart_is_listed_with_its_reason() -> None:
    """The first few, by id."""
    things = [Thing("a", "1", "a", "x"), *(Thing(f"b{k}", "2", "a", "y") for k in range(9))]
    first, second = clusters(things, HOW)
    assert [(thing.id, why) for thing, why in first.apart] == [(f"b{k}", "another scope") for k in range(4)]
    assert [thing.id for thing, _ in second.apart] == ["a"]


def test_many_of_one_scope_are_weighed_once() -> None:
    """A thousand tellings of one thing cost one verdict."""
    asked = 0

    def counted(one: Thing, other: Thing, _: bool) -> Verdict:  # noqa: FBT001  # the form of Weighing.match
        nonlocal asked
        asked += 1
        return verdict(one, other)

    how = Weighing(HOW.key, HOW.report, HOW.signature, HOW.blocks, counted, 0)
    (cluster,) = clusters([Thing(f"t{k:04}", str(k), "a", "x") for k in range(1000)], how)
    assert (len(cluster.items), asked) == (1000, 1)
