"""A record held to a key: each kind of case is found where it is, and not where it says something else."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from records import Made, sample
from variorum.faces.cli.answers import is_found, planted
from variorum.model.reports import Kinship, KinshipKind, Story

JETS = {"report": "arvo.txt", "words": "five Valdoran jets were shot down on 7 May 2031"}
SIDES = {"sides": [["post.txt", "Valdora denied"], ["arvo.txt", "five Valdoran jets were"]]}


def record() -> Made:
    """The record made by hand, its second report a digest of its first, both one story."""
    made = sample()
    first, second = made.reports
    kin = Kinship(second.id, first.id, KinshipKind.DIGEST_OF, "names it")
    return dataclasses.replace(made, kinships=(kin,), stories=(Story((first.id, second.id)),))


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ({"kind": "statement", "claimant": "Ilan Torvek", "force": "asserts", "mode": "indirect", **JETS}, True),
        ({"kind": "statement", "claimant": "Minister Ilan Torvek", **JETS}, True),
        ({"kind": "statement", "claimant": "Torv", **JETS}, True),
        ({"kind": "statement", "claimant": "Milan Torvek", **JETS}, False),
        ({"kind": "statement", "force": "denies", **JETS}, False),
        ({"kind": "statement", "via": "Arvo News", **JETS}, False),
        ({"kind": "statement", "condition": "if it rains", **JETS}, False),
        ({"kind": "statement", "addressee": "Valdora", **JETS}, False),
        ({"kind": "event", "status": "done", **JETS}, True),
        ({"kind": "event", "status": "planned", **JETS}, False),
        ({"kind": "event", "source": "Kestria", **JETS}, False),
        ({"kind": "figure", "low": 5, "slot": "aircraft", **JETS}, True),
        ({"kind": "figure", "low": 5, "slot": "killed", **JETS}, False),
        ({"kind": "entry", **JETS}, True),
        ({"kind": "entry", "report": "arvo.txt", "words": "Arvo News"}, False),
        ({"kind": "report", "published": None, "report": "post.txt", "words": "Valdora denied"}, True),
        ({"kind": "kinship", "relation": "digest-of", **SIDES}, True),
        ({"kind": "kinship", "relation": "reprint", **SIDES}, False),
        ({"kind": "kinship", "relation": "digest-of", "sides": SIDES["sides"][::-1]}, False),
        ({"kind": "kinship", "sides": SIDES["sides"][::-1]}, True),
        ({"kind": "story", **SIDES}, True),
        ({"kind": "story", "sides": [["post.txt", "Valdora denied"], ["arvo.txt", "no such words"]]}, False),
    ],
)
def test_everything_that_a_case_says_must_hold(case: dict[str, Any], *, expected: bool) -> None:
    """Kind, place and each further field."""
    assert is_found(record(), case) is expected


def test_a_matter_may_have_one_of_several_standings() -> None:
    """`accepts` names them; a pair that must not be joined is wrong under any standing unless one is named."""
    made = record()
    matter = made.matters[0]
    spans = [span for account in matter.accounts for span in account.evidence]
    by_text = {report.text_id: report.name for report in made.reports}
    sides = [[by_text[span.text_id], span.exact] for span in (spans[0], spans[-1])]
    told = matter.standing.value
    for case, expected in (
        ({"kind": "updated", "accepts": [told, "updated"]}, True),
        ({"kind": "corrected"}, False),
        ({"kind": "corrected", "must_not": True}, True),
        ({"kind": "corrected", "must_not": True, "standing": "corrected"}, False),
        ({"kind": "agreed", "must_not": True}, told == "agreed"),
    ):
        assert (case, is_found(made, {**case, "sides": sides})) == (case, expected)


def test_the_table_counts_what_was_found_and_what_was_avoided() -> None:
    """One row a case, and both sums below."""
    cases = [
        {"id": "a", "what": "jets", "kind": "entry", **JETS},
        {"id": "b", "what": "jets", "kind": "entry", "must_not": True, **JETS},
    ]
    table = planted(record(), cases)
    assert [row.cells[-1] for row in table.rows] == ["found", "wrongly there"]
    assert table.note == "1 of 1 planted cases found; 0 of 1 false alarms avoided."
