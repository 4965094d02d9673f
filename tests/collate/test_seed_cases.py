"""Cases of the design notes (statements, section 7) in the seed pages, as far as they stand as written there.

Their words are not ours to publish: without the pages these tests are skipped, and no rule exists for one of them.
Not as written there: the 26 killed are not set beside each other (the digest gives no day), the digest's denial stands
by itself, and who else attended a meeting is not a matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum.desk import Desk
from variorum.model.matters import NOT_THE_NUMBER, Matter, MatterKind, Standing
from variorum.store.base import Record

SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not part of the repository")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The seed pages, read."""
    with Desk.open(tmp_path_factory.mktemp("seeds"), create=True) as desk:
        desk.add(sorted(SEEDS.glob("*.txt")))
        desk.run(processes=1)
        yield desk.record


def holding(record: Record, *values: str) -> Matter:
    """The matter whose accounts have all these values."""
    (found,) = [
        matter
        for matter in record.matters
        if all(any(value in account.value for account in matter.accounts) for value in values)
    ]
    return found


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        (("31 people", "20 casualties", "at least 20"), Standing.ORDER_UNKNOWN),
        (("29 Israel-made drones", "two drones"), Standing.ORDER_UNKNOWN),
        (("five Indian fighter jets", "five Indian planes", "several"), Standing.ACKNOWLEDGED),
        (("multiple", "nine sites"), Standing.REFINED),
        (("nearly four dozen",), Standing.SINGLE),
        (("26 locations",), Standing.SINGLE),
        (("eight brand-new planes",), Standing.SINGLE),
    ],
)
def test_figures_stand_as_written(record: Record, values: tuple[str, ...], standing: Standing) -> None:
    """Cases 2, 3, 4, 9 and 10: what is joined, and what stays apart."""
    assert holding(record, *values).standing is standing


def test_the_fact_is_acknowledged_and_not_the_number(record: Record) -> None:
    """Case 5."""
    assert holding(record, "five Indian fighter jets").on_screen == NOT_THE_NUMBER


@pytest.mark.parametrize("standing", [Standing.DENIED, Standing.MIRRORED])
def test_positions_stand_as_written(record: Record, standing: Standing) -> None:
    """Cases 6 and 7: who did it is claimed and denied; each says the other."""
    found = [m for m in record.matters if m.kind is MatterKind.POSITION and m.standing is standing]
    assert len(found) == 1


def test_what_is_known_only_from_its_denial(record: Record) -> None:
    """Case 8, and the other claim of case 6."""
    found = [m.title for m in record.matters if m.standing is Standing.DENIAL_ONLY]
    assert any("S-400" in title for title in found)
    assert any("terrorist groups" in title for title in found)


def test_the_second_meeting_is_told_alike(record: Record) -> None:
    """Case 11: two reports, one day; another meeting months later is another."""
    meetings = [
        m for m in record.matters if m.kind is MatterKind.EVENT and m.title.startswith("Mohsin Naqvi and Natalie")
    ]
    assert [m.standing for m in meetings if m.when.value == "2025-05-09"] == [Standing.AGREED]


def test_nothing_is_contested(record: Record) -> None:
    """Case 12, and no false alarm anywhere else."""
    assert [m.title for m in record.matters if m.standing is Standing.CONTESTED] == []
