"""Where accounts stand: the table of the vocabulary, row by row."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.codes.numbers import interval
from variorum.collate.standing import View, of_figures, relation
from variorum.model.entries import When
from variorum.model.matters import NOT_THE_NUMBER, Standing

UNKNOWN = When.unknown("the report has no day")


def day(value: str) -> When:
    """A stated day."""
    return When(value, value, value, 1, "stated")


def view(side: str, words: str, as_of: When = UNKNOWN, stance: str = "asserted") -> View:
    """One account."""
    value = interval(words)
    return View(
        side,
        side,
        stance,
        value.low if value else None,
        value.high if value else None,
        is_low_open=value.is_low_open if value else False,
        is_high_open=value.is_high_open if value else False,
        has_value=value is not None,
        as_of=as_of,
        words=words,
        report_ids=(f"rep_{side}_{words}",),
    )


EIGHTH, NINTH = day("2031-05-08"), day("2031-05-09")

ROWS = [
    ("single", [view("A", "31")], Standing.SINGLE),
    ("agreed", [view("A", "five"), view("B", "5")], Standing.AGREED),
    ("refined", [view("A", "multiple"), view("B", "nine")], Standing.REFINED),
    ("updated", [view("A", "8", EIGHTH), view("A", "26", NINTH)], Standing.UPDATED),
    ("later account differs", [view("A", "8", EIGHTH), view("B", "26", NINTH)], Standing.LATER_DIFFERS),
    ("contested, days unknown", [view("A", "56"), view("B", "160")], Standing.CONTESTED),
    ("contested, one day", [view("A", "56", NINTH), view("B", "160", NINTH)], Standing.CONTESTED),
    ("order unknown, one side", [view("A", "29", NINTH), view("A", "two")], Standing.ORDER_UNKNOWN),
    ("order unknown, nested", [view("A", "31", NINTH), view("B", "at least 20")], Standing.ORDER_UNKNOWN),
    ("denied", [view("A", "five"), view("B", "", stance="denied")], Standing.DENIED),
    ("known only from the denial", [view("B", "", stance="denied")], Standing.DENIAL_ONLY),
    (
        "acknowledged",
        [view("A", "five"), view("B", "", stance="denied"), view("B", "", stance="acknowledged")],
        Standing.ACKNOWLEDGED,
    ),
    ("changed position", [view("A", "five", EIGHTH), view("A", "", NINTH, "denied")], Standing.CHANGED_POSITION),
]


@pytest.mark.parametrize(("views", "standing"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_table_of_the_vocabulary(views: list[View], standing: Standing) -> None:
    """Each row; with a reason in a plain sentence."""
    found = of_figures(views)
    assert found.standing is standing
    assert found.why.endswith(".")


def test_a_fact_is_acknowledged_without_its_number() -> None:
    """On screen, too."""
    assert of_figures([view("A", "five"), view("B", "", stance="acknowledged")]).on_screen == NOT_THE_NUMBER


@given(
    st.permutations([view("A", "8", EIGHTH), view("A", "26", NINTH), view("B", "31"), view("B", "", stance="denied")])
)
def test_the_order_of_accounts_does_not_matter(views: list[View]) -> None:
    """Neither for the standing nor for its sentence."""
    expected = of_figures(
        [view("A", "8", EIGHTH), view("A", "26", NINTH), view("B", "31"), view("B", "", stance="denied")]
    )
    assert of_figures(views).standing is expected.standing
    assert sorted(of_figures(views).why) == sorted(expected.why)


@given(st.sampled_from([row[1] for row in ROWS]))
def test_swapped_sides_swap_the_words(views: list[View]) -> None:
    """No side is special."""
    names = {"A": "B", "B": "A"}
    swapped = [dataclasses.replace(item, side=names[item.side], who=names[item.who]) for item in views]
    assert of_figures(swapped).standing is of_figures(views).standing


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("5", "five", "equal"),
        ("31", "at least 20", "inside"),
        ("at least 20", "31", "around"),
        ("20", "more than 20", "apart"),
        ("15 to 20", "18 to 30", "meet"),
        ("47", "nearly four dozen", "inside"),
        ("48", "nearly four dozen", "apart"),
    ],
)
def test_how_two_values_lie(one: str, other: str, how: str) -> None:
    """Open bounds count."""
    first, second = interval(one), interval(other)
    assert first is not None
    assert second is not None
    assert relation(first, second) == how


VIEWS = st.builds(
    view,
    st.sampled_from("AB"),
    st.sampled_from(["31", "26", "at least 20", "several", "dozens", "about 30", "20 to 40", "up to 25"]),
    st.sampled_from([UNKNOWN, EIGHTH, NINTH]),
    st.sampled_from(["asserted", "denied", "acknowledged"]),
)


@given(st.lists(VIEWS, min_size=2, max_size=5))
def test_no_order_of_accounts_decides(views: list[View]) -> None:
    """Whatever the accounts."""
    assert of_figures(views).standing is of_figures(views[::-1]).standing


def test_one_undated_bounded_count_leaves_the_order_open() -> None:
    """Vague words beside it do not hide it, whichever comes first."""
    views = [view("A", "multiple"), view("A", "31"), view("A", "at least 20")]
    assert {of_figures(views).standing, of_figures(views[::-1]).standing} == {Standing.ORDER_UNKNOWN}


def test_two_counts_of_one_source_in_one_report_are_no_dispute() -> None:
    """Whatever each is of; another side that gives one of them disputes neither."""
    one, other, third = view("A", "two"), view("A", "seven"), view("B", "seven")
    alone = [dataclasses.replace(item, report_ids=("r1",), tellers=("r1",)) for item in (one, other)]
    assert of_figures(alone).standing is Standing.SINGLE
    found = of_figures([*alone, dataclasses.replace(third, report_ids=("r2",), tellers=("r2",))])
    assert found.standing is Standing.AGREED
    assert "what else they count" in found.why


def test_nobody_disputes_a_toll_that_its_own_side_has_replaced() -> None:
    """Six, then 24; another side's 24 agrees with what is said now."""
    views = [view("A", "six", EIGHTH), view("A", "24", NINTH), view("B", "24", NINTH)]
    assert of_figures(views).standing is Standing.UPDATED
