"""What befell those counted, and who is only a part of another count."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS
from variorum.model.marks import Quantity


def counts(text: str) -> dict[str, Quantity]:
    """Number as written -> its quantity."""
    found = read(text, published="2031-05-09", crisis=CRISIS).layers.quantities
    return {quantity.number.exact: quantity for quantity in found}


@pytest.mark.parametrize(
    ("text", "number", "slot", "is_part"),
    [
        ("Six villagers were among at least 22 people killed in Olmeda.", "Six", "killed", True),
        ("Six villagers were among at least 22 people killed in Olmeda.", "22", "killed", False),
        ("Two medics among at least 31 dead in shelling of Olmeda", "Two", "killed", True),
        ("At least 31 people were killed including two medics.", "two", "killed", True),
        ("The dead included 12 children.", "12", "killed", True),
        ("Among the dead were three women.", "three", "killed", True),
        ("At least six children were among those killed in the raids.", "six", "killed", True),
        ("Army Kills 31 Militants in Olmeda Province", "31", "killed", False),
        ("Rebels Fire Rockets at Olmeda Kills 3 Wounds 20", "20", "wounded", False),
        ("Raids on Olmeda Stronghold Kill 22 including Civilians", "22", "killed", False),
        ("A blast killed more than 30 Kestrian rebel fighters near the border.", "30", "killed", False),
        ("Two fighters were shot down over Olmeda.", "Two", "aircraft", False),
        ("Two soldiers stood at the gate of Olmeda.", "Two", "people present", False),
    ],
)
def test_what_befell_those_counted(text: str, number: str, slot: str, *, is_part: bool) -> None:
    """By the verb, by the whole they are part of, by the word before the number."""
    quantity = counts(text)[number]
    assert (quantity.slot, quantity.is_part) == (slot, is_part)
