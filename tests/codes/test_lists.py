"""The code lists hold together: every code is known, every state has its names."""

from __future__ import annotations

from variorum.codes import table
from variorum.codes.actions import of_noun, of_verb
from variorum.codes.countries import capital_of, countries, find, is_demonym
from variorum.codes.ontology import goldstein, is_cameo, plover
from variorum.codes.reporting import verb
from variorum.codes.roles import can_act, role_of
from variorum.model.entries import Force


def test_every_action_has_known_codes() -> None:
    """Type and mode of PLOVER, code of CAMEO."""
    for row in table("actions"):
        assert plover(row["plover"], row["mode"]).mode in (row["mode"], ""), row
        assert is_cameo(row["cameo"]), row
        assert -10 <= goldstein(row["cameo"]) <= 10


def test_conditions_choose_the_reading() -> None:
    """A strike at a deal is none."""
    assert [action.plover for action in of_verb("impose")] == ["COERCE", "SANCTION", "COERCE"]
    assert of_noun("airstrike") is not None
    assert of_noun("table") is None


def test_every_force_is_one_of_the_vocabulary() -> None:
    """And every frame letter is explained."""
    for row in table("reporting"):
        assert Force(row["force"])
        assert set(row["frames"]) <= set("cqnxafwostp"), row
    assert verb("say") is not None
    assert verb("walk") is None


def test_states_are_found_by_name_people_and_capital() -> None:
    """Two states never share a code."""
    codes = [country.code for country in countries()]
    assert len(codes) == len(set(codes))
    assert len(codes) >= 195
    india = find("Indians")
    assert india is not None
    assert (india.code, is_demonym("Indian"), is_demonym("India")) == ("IND", True, False)
    nepal = capital_of("Kathmandu")
    assert nepal is not None
    assert nepal.code == "NPL"
    assert find("Atlantis") is None


def test_offices_have_their_roles() -> None:
    """The longest known ending decides."""
    assert role_of("the Chief of Army Staff") == "MIL"
    assert role_of("Secretary of State") == "GOV"
    assert role_of("residents") == "CVL"
    assert role_of("onion soup") is None
    assert can_act("officials")
    assert not can_act("tables")
