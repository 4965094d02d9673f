"""What a person says of an outlet stands beside it, and changes nothing else."""

from __future__ import annotations

from records import sample
from variorum.crisis import OutletSetting
from variorum.views import outlets
from variorum.views.citations import Citations


def test_every_outlet_is_listed_with_what_is_said_of_it() -> None:
    """Those of the reports and those of the register; what nobody says stays empty."""
    citations = Citations(sample())
    named = citations.reports[0].masthead.outlet.value
    assert named is not None
    register = [
        OutletSetting(name=named.upper(), country="VAL", owner="Valdoran state", party="VAL", agency=True, grade="C"),
        OutletSetting(name="Zarn Wire"),
    ]
    table = outlets.table(citations, register)
    rows = {row.cells[0]: row.cells[1:] for row in table.rows}
    assert rows[named.upper()] == ("VAL", "Valdoran state", "VAL", "agency", "C", "A")
    assert rows["Zarn Wire"] == ("", "", "", "", "", "")
    other = citations.reports[1].masthead.outlet.value
    assert rows[other or "not stated"] == ("", "", "", "", "", "B")
    assert [row.cells[0] for row in table.rows] == sorted(rows, key=str.casefold)


def test_a_record_without_outlets_says_so() -> None:
    """Rather than printing a head without rows."""
    table = outlets.table(Citations(sample()), [])
    assert table.rows
    assert all(row.cells[1:-1] == ("", "", "", "", "") for row in table.rows)
