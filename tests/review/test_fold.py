"""Rulings win, are never lost, and fold to the same whatever their order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import sample
from variorum.errors import ConfigError
from variorum.model.decisions import Decision, Verdict
from variorum.model.entries import Stance
from variorum.review.fold import corrected, fold, live, settled

CLAIM = sample().claims[0]


def ruling(id_: str, verdict: Verdict, target: str = CLAIM.id, **more: object) -> Decision:
    """A ruling with a plain id."""
    values: dict[str, object] = {"reviewer": "anna", **more}
    return Decision(id_, target, verdict, **values)  # type: ignore[arg-type]


def applied(decisions: list[Decision]) -> tuple[str, ...]:
    """Ids of what is left of one claim and its stance."""
    applies, _ = settled(live(decisions))
    return tuple(f"{item.id} {item.stance.value} {item.topic}" for item in fold([CLAIM], applies))


def test_a_rejected_entry_is_gone() -> None:
    """And comes back when the ruling is withdrawn."""
    reject = ruling("dec_1", Verdict.REJECT)
    undo = ruling("dec_2", Verdict.WITHDRAW, "dec_1")
    redo = ruling("dec_3", Verdict.WITHDRAW, "dec_2")
    assert applied([reject]) == ()
    assert applied([reject, undo]) != ()
    assert applied([reject, undo, redo]) == ()


def test_a_correction_sets_its_field() -> None:
    """Types are kept: a stance stays a stance."""
    fixed = corrected(CLAIM, {"stance": "denied", "figure.low": 4})
    assert fixed.stance is Stance.DENIED
    assert fixed.figure is not None
    assert fixed.figure.low == 4


def test_a_day_sets_its_bounds() -> None:
    """And is no longer inferred."""
    fixed = corrected(CLAIM, {"as_of.value": "2031-05-09"})
    assert (fixed.as_of.earliest, fixed.as_of.latest, fixed.as_of.why) == (
        "2031-05-09",
        "2031-05-09",
        "ruled by a person",
    )


@pytest.mark.parametrize(
    "change",
    [{"colour": "red"}, {"id": "x"}, {"evidence": []}, {"stance": "maybe"}, {"where.name": "Sarun"}, {"figure": 3}],
)
def test_a_correction_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    """With what can be corrected."""
    with pytest.raises(ConfigError):
        corrected(CLAIM, change)


def test_two_reviewers_who_differ_are_not_applied() -> None:
    """Until somebody adjudicates."""
    one = ruling("dec_1", Verdict.CORRECT, change={"topic": "drones"})
    other = ruling("dec_2", Verdict.REJECT, reviewer="ben")
    applies, disputed = settled(live([one, other]))
    assert (applies, set(disputed)) == ({}, {CLAIM.id})
    judge = ruling("dec_3", Verdict.ADJUDICATE, "dec_1", reviewer="cleo")
    assert settled(live([one, other, judge]))[0][CLAIM.id].change == {"topic": "drones"}


def test_two_reviewers_who_agree_count_once() -> None:
    """The same correction twice is one."""
    one = ruling("dec_1", Verdict.CORRECT, change={"topic": "drones"})
    other = ruling("dec_2", Verdict.CORRECT, reviewer="ben", change={"topic": "drones"})
    assert applied([one, other]) == (f"{CLAIM.id} asserted drones",)


def test_corrections_of_two_fields_go_together() -> None:
    """They do not contradict each other."""
    one = ruling("dec_1", Verdict.CORRECT, change={"topic": "drones"})
    other = ruling("dec_2", Verdict.CORRECT, reviewer="ben", change={"stance": "denied"})
    assert applied([one, other]) == (f"{CLAIM.id} denied drones",)


def test_a_ruling_replaced_by_its_reviewer_no_longer_counts() -> None:
    """Order needs no clock."""
    one = ruling("dec_1", Verdict.REJECT)
    two = ruling("dec_2", Verdict.CONFIRM, supersedes=("dec_1",))
    assert applied([two, one]) == (f"{CLAIM.id} asserted aircraft",)


VERDICTS = st.sampled_from([Verdict.CONFIRM, Verdict.REJECT, Verdict.CORRECT, Verdict.WITHDRAW, Verdict.ADJUDICATE])


@given(
    st.lists(st.tuples(VERDICTS, st.integers(0, 6), st.sampled_from(["anna", "ben"])), max_size=7),
    st.randoms(use_true_random=False),
)
def test_the_order_of_rulings_does_not_matter(drawn: list[tuple[Verdict, int, str]], order: random.Random) -> None:
    """Merging two reviewers' files is a union."""
    decisions = [
        ruling(
            f"dec_{k}",
            verdict,
            f"dec_{target}" if verdict in (Verdict.WITHDRAW, Verdict.ADJUDICATE) else CLAIM.id,
            reviewer=reviewer,
            change={"topic": f"t{target}"} if verdict is Verdict.CORRECT else {},
        )
        for k, (verdict, target, reviewer) in enumerate(drawn)
    ]
    shuffled = decisions[:]
    order.shuffle(shuffled)
    assert applied(decisions) == applied(shuffled)
