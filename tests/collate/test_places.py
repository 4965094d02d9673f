"""Whether two places can be one."""

from __future__ import annotations

import pytest

from variorum.codes import gazette
from variorum.collate.places import kilometres, places_agree
from variorum.collate.verdict import Same
from variorum.model.entries import Where


def place(name: str, country: str, precision: int = 1) -> Where:
    """The first place of that name in that state."""
    found = next(found for found in gazette.find(name) if found.country == country)
    return Where(name, None, found.id, country, precision)


def region(name: str, country: str) -> Where:
    """The division of that name."""
    found = next(found for found in gazette.find(name) if found.country == country and found.kind == "region")
    return Where(f"{name} province", None, found.id, country, 4)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (place("Bathinda", "IND"), place("Bhatinda", "IND"), Same.YES),
        (place("Quetta", "PAK"), region("Balochistan", "PAK"), Same.YES),
        (place("Quetta", "PAK"), place("Karachi", "PAK"), Same.NO),
        (place("Quetta", "PAK"), place("Karachi", "PAK", 2), Same.UNKNOWN),
        (place("Islamabad", "PAK"), place("Rawalpindi", "PAK"), Same.UNKNOWN),
        (Where("Olmeda", None), Where("the Olmeda", None), Same.YES),
        (Where("Olmeda", None, None, "VDR"), Where("Brisal", None, None, "KST"), Same.NO),
        (Where("Olmeda", None), None, Same.UNKNOWN),
    ],
)
def test_what_two_places_are_to_each_other(one: Where, other: Where | None, same: Same) -> None:
    """By id, by region, by distance, by name, by state; the same from both ends."""
    assert places_agree(one, other) is same
    assert places_agree(other, one) is same


def test_distances_are_great_circles() -> None:
    """Within a few kilometres of an atlas."""
    one, other = gazette.find("London")[0], gazette.find("Paris")[0]
    assert 335 < kilometres(one, other) < 350
