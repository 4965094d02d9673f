"""Ranges name who gives which end; "best" has a rule or there is none."""

from __future__ import annotations

import dataclasses

import pytest

from corpora import Told, corpus_of, readings
from invented import CRISIS
from records import sample
from variorum.collate.matters import collate
from variorum.model.matters import Account, Grade, Matter, MatterKind, Standing
from variorum.views import grades, ranges
from variorum.views.citations import Citations

TOLL: list[Told] = [
    ("Valdora struck Kestria on Wednesday and killed six people, Kestrian officials said.", "2031-05-08"),
    ("Valdora struck Kestria on Wednesday and killed 17 people, Kestrian officials said.", "2031-05-10"),
]
RIVALS: list[Told] = [
    ("Valdora attacked Kestria on Thursday and killed 11 Kestrian soldiers, the Valdoran army said.", "2031-05-09"),
    ("Valdora attacked Kestria on Thursday and killed three Kestrian soldiers, Kestrian officials said.", "2031-05-09"),
]


def matter_of(*told: Told) -> Matter:
    """The only matter of figures."""
    (found,) = [m for m in collate(corpus_of(readings(*told)), CRISIS) if m.kind is MatterKind.FIGURE]
    return found


def test_the_last_of_one_side_is_best_by_its_rule() -> None:
    """An update replaces what it updates."""
    matter = matter_of(*TOLL)
    best = ranges.best_of(matter, matter.accounts)
    assert best is not None
    assert best.value == "17 people"


def test_where_accounts_differ_there_is_no_best() -> None:
    """Nor is one taken in silence."""
    matter = matter_of(*RIVALS)
    assert matter.standing is Standing.CONTESTED
    assert ranges.best_of(matter, matter.accounts) is None


@pytest.mark.parametrize(
    ("words", "low", "expected"), [("dozens killed", 24, 12), ("hundreds dead", 200, 100), ("31", 31, 31)]
)
def test_the_lowest_asserted_takes_vague_words_by_a_named_rule(words: str, low: float, expected: int) -> None:
    """Tens are 10, dozens 12, hundreds 100."""
    account: Account = dataclasses.replace(matter_of(*TOLL).accounts[0], value=words, low=low, high=None)
    assert ranges.lowest_asserted([account]) == expected


def test_every_end_has_its_claimant_and_its_words() -> None:
    """In a record built by hand."""
    table = ranges.table(Citations(sample()))
    row = dict(zip(table.columns, table.rows[0].cells, strict=True))
    assert row["low"].startswith("“")
    assert ", as of " in row["low by"]
    assert row["best"] == ranges.NO_BEST or row["best by rule"]


def test_grades_count_sources_and_a_person_sets_them() -> None:
    """What rules propose gives way."""
    matter = matter_of(*TOLL)
    claims = [c for reading in readings(*TOLL) for c in reading.layers.claims if c.id in matter.members]
    assert grades.casualty(matter, claims) == ("fair", "2 independent origins, and who did it is said")
    assert grades.item(matter).grade == "6"
    ruled = dataclasses.replace(matter, grades=(Grade("casualty", "discounted", "anna"),))
    assert grades.in_words(ruled, claims).startswith("discounted (set by anna); 6 (proposed")
