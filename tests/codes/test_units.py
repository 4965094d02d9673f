"""Which slot a noun, a verb or a state stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.codes import table
from variorum.codes.units import PERSONS, SLOTS, slot_of_noun, slot_of_state, slot_of_verb, subset_of


@pytest.mark.parametrize(
    ("noun", "slot"),
    [("deaths", "killed"), ("jets", "aircraft"), ("drone", "drones"), ("km", "distance"), ("soldiers", PERSONS)],
)
def test_nouns_in_any_number(noun: str, slot: str) -> None:
    """Singular and plural come to one slot."""
    assert slot == slot_of_noun(noun)


def test_one_slot_for_many_ways_of_dying() -> None:
    """Reads “31 dead”, “31 were killed”, “31 died”, “31 deaths” join in one slot."""
    ways = {
        slot_of_state("dead"),
        slot_of_verb("kill", is_subject=False),
        slot_of_verb("die", is_subject=True),
        slot_of_noun("deaths"),
    }
    assert {"killed"} == ways


def test_who_kills_is_not_killed() -> None:
    """The subject of "kill" is not counted among the killed."""
    assert slot_of_verb("kill", is_subject=True) is None


@pytest.mark.parametrize(("noun", "subset"), [("civilians", "civilians"), ("children", "children"), ("people", None)])
def test_subsets(noun: str, subset: str | None) -> None:
    """Nouns that narrow a count name their subset."""
    assert subset == subset_of(noun)


def test_every_row_names_a_slot_of_the_vocabulary() -> None:
    """The table knows no slot the vocabulary does not."""
    assert set() == {row["slot"] for row in table("units")} - {*SLOTS, PERSONS}


@given(st.text(max_size=30))
def test_any_word_is_read(word: str) -> None:
    """Any word gives a slot of the vocabulary or None."""
    assert slot_of_noun(word) in {*SLOTS, PERSONS, None}
