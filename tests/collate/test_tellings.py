"""What one side does to another again and again is joined only where day, place or those struck show which it is."""

from __future__ import annotations

from corpora import Told, matters_of
from variorum.model.matters import MatterKind


def events(*told: Told) -> list[int]:
    """How many tellings each matter of an event has."""
    return sorted(len(m.members) for m in matters_of(*told) if m.kind is MatterKind.EVENT)


def test_undated_strikes_of_a_war_are_not_one() -> None:
    """Two reports of two days that give no day."""
    assert events(
        ("Valdoran jets bombed Kestria.", "2031-05-08"), ("Valdoran aircraft bombed Kestria.", "2031-05-13")
    ) == [1, 1]


def test_strikes_of_one_day_are_one() -> None:
    """Both give it."""
    assert events(
        ("Valdoran jets bombed Kestria on Wednesday.", "2031-05-08"),
        ("Valdoran aircraft bombed Kestria on Wednesday.", "2031-05-09"),
    ) == [2]


def test_an_undated_telling_joins_the_only_dated_one() -> None:
    """Of two it could be either, and joins neither."""
    wednesday: Told = ("Valdoran jets bombed Kestria on Wednesday.", "2031-05-08")
    undated: Told = ("Valdoran jets bombed Kestria.", "2031-05-09")
    assert events(wednesday, undated) == [2]


def test_what_is_threatened_is_not_what_is_done() -> None:
    """Nor what is planned."""
    found = matters_of(
        ("Valdora attacked Kestria on Wednesday.", "2031-05-08"),
        ("Valdora threatened to attack Kestria on Wednesday.", "2031-05-07"),
    )
    assert all(len(m.members) == 1 for m in found if m.kind is MatterKind.EVENT)


def test_those_of_no_known_state_are_one_by_name() -> None:
    """A group that no list has."""
    assert events(
        ("Orlen-23 rebels captured Brask on Wednesday.", "2031-05-08"),
        ("Orlen-23 fighters captured Brask on Wednesday.", "2031-05-09"),
    ) == [2]
