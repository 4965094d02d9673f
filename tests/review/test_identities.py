"""Rulings on who is who: settings as people ruled them, whatever the order."""

from __future__ import annotations

import itertools
from typing import Any

from variorum import crisis
from variorum.model.decisions import Decision, Verdict
from variorum.review.fold import live
from variorum.review.identities import ruled

WRITTEN = crisis.parse('[[actor]]\nid = "KST.marn"\nname = "Edda Marn"\n')


def actor(id_: str, name: str, *aliases: str) -> dict[str, Any]:
    """One actor of a ruling."""
    return {"id": id_, "name": name, "aliases": list(aliases)}


def ruling(verdict: Verdict, *actors: dict[str, Any], reviewer: str = "mk") -> Decision:
    """A ruling on those actors."""
    first, *others = (one["id"] for one in actors)
    id_ = f"dec_{verdict.value}-{'-'.join((first, *others))}-{reviewer}"
    return Decision(id_, first, verdict, reviewer, change={"actors": list(actors)}, others=tuple(others))


def told(found: crisis.Crisis) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Id -> name and aliases."""
    return {one.id: (one.name, tuple(one.aliases)) for one in found.actor}


A, B, C = actor("a", "Ann Holt"), actor("b", "Anna Holt", "Holt"), actor("c", "A. Holt")


def test_actors_ruled_the_same_are_one_under_all_names() -> None:
    """Under the first id, or the one that crisis.toml has."""
    assert told(ruled(crisis.Crisis(), [ruling(Verdict.SAME, B, A)])) == {"a": ("Ann Holt", ("Anna Holt", "Holt"))}
    found = ruled(WRITTEN, [ruling(Verdict.SAME, actor("edda-marne", "Edda Marne"), actor("KST.marn", "Edda Marn"))])
    assert told(found) == {"KST.marn": ("Edda Marn", ("Edda Marne",))}


def test_joins_pass_on_but_not_through_a_difference() -> None:
    """Two that are ruled apart never become one through a third, in whatever order the rulings came."""
    same = [ruling(Verdict.SAME, A, B), ruling(Verdict.SAME, B, C)]
    assert list(told(ruled(crisis.Crisis(), same))) == ["a"]
    apart = ruling(Verdict.DIFFERENT, A, C)
    results = {str(told(ruled(crisis.Crisis(), order))) for order in itertools.permutations([*same, apart])}
    assert len(results) == 1
    assert set(told(ruled(crisis.Crisis(), [*same, apart]))) == {"a", "c"}


def test_where_two_differ_neither_holds() -> None:
    """And a withdrawn ruling is none."""
    same, apart = ruling(Verdict.SAME, A, B), ruling(Verdict.DIFFERENT, A, B, reviewer="jo")
    assert set(told(ruled(crisis.Crisis(), [same, apart]))) == {"a", "b"}
    undone = Decision("dec_undone", same.id, Verdict.WITHDRAW, "mk")
    assert ruled(crisis.Crisis(), live([same, undone])) == crisis.Crisis()


def test_without_rulings_the_settings_are_as_written() -> None:
    """Rulings on entries are no concern of theirs."""
    assert ruled(WRITTEN, [Decision("dec_x", "ev_x", Verdict.SAME, "mk", others=("ev_y",))]) is WRITTEN
