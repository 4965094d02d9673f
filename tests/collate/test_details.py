"""Attacks of one day in one town: means, quarters, sums; what could be either is joined with neither."""

from __future__ import annotations

from corpora import Told, matters_of
from variorum.collate.details import means_agree, site_keys, sites_agree
from variorum.collate.verdict import Same
from variorum.model.matters import Matter, MatterKind, Standing

BOMB: Told = ("A car bomb killed 20 people in Brask on Wednesday.", "2031-05-08")
RAID: Told = ("An air raid killed 13 people in Brask on Wednesday.", "2031-05-08")


def groups(*told: Told) -> list[list[str]]:
    """The values of each matter of the dead."""
    return sorted(
        sorted(account.value for account in matter.accounts) for matter in matters_of(*told) if _is_of_dead(matter)
    )


def _is_of_dead(matter: Matter) -> bool:
    return matter.kind is MatterKind.FIGURE and matter.title.startswith("killed")


def test_a_bomb_is_no_air_raid() -> None:
    """Same town, same day."""
    assert groups(BOMB, RAID) == [["13 people"], ["20 people"]]


def test_a_count_that_could_be_of_either_is_joined_with_neither() -> None:
    """Nothing is guessed."""
    either: Told = ("Eight people were killed in Brask on Wednesday.", "2031-05-08")
    assert groups(BOMB, RAID, either) == [["13 people"], ["20 people"], ["Eight people"]]
    assert groups(BOMB, either) == [["20 people", "Eight people"]]


def test_two_quarters_are_two_places() -> None:
    """Whatever the town; spellings of one name meet."""
    one: Told = ("Shelling killed five people in the al-Ostrah quarter of Brask on Wednesday.", "2031-05-08")
    other: Told = ("Shelling killed nine people in the Lindor quarter of Brask on Wednesday.", "2031-05-08")
    same: Told = ("Shelling killed seven people in the Ostra quarter of Brask on Wednesday.", "2031-05-08")
    assert groups(one, other) == [["five people"], ["nine people"]]
    assert groups(one, same) == [["five people", "seven people"]]


def test_a_sum_over_days_is_no_toll_of_one_day() -> None:
    """A week's dead do not dispute a day's."""
    week: Told = ("Shelling killed 60 people in Brask in the last seven days.", "2031-05-08")
    day: Told = ("Shelling killed four people in Brask on Wednesday.", "2031-05-08")
    assert groups(week, day) == [["60 people"], ["four people"]]


def test_running_sums_of_one_side_are_updates() -> None:
    """The toll of the strikes goes on rising."""
    found = matters_of(
        ("The death toll from Valdoran strikes on Kestria rises to at least 220 people.", "2031-05-08"),
        ("The death toll from Valdoran strikes on Kestria rises to more than 240 people.", "2031-05-11"),
    )
    (matter,) = [m for m in found if m.kind is MatterKind.FIGURE]
    assert len(matter.members) == 2


def test_two_sides_counts_in_one_breath_are_rivals() -> None:
    """What the first is of, the second is of."""
    found = matters_of(
        (
            "Valdora reports that 60 people were killed in the raids, while Kestria claims only three people died.",
            "2031-05-08",
        )
    )
    assert [m.standing for m in found if _is_of_dead(m)] == [Standing.CONTESTED]


def test_each_sides_own_losses_are_no_rivals() -> None:
    """Nor is what comes on top."""
    found = matters_of(
        (
            "Valdora said that eight of its soldiers had died, and Kestria that three of its soldiers had died.",
            "2031-05-08",
        ),
        ("Valdora said 40 people had died; Kestria spoke of another five who had died.", "2031-05-08"),
    )
    assert not [m for m in found if m.standing is Standing.CONTESTED]


def test_what_is_not_told_is_not_known_to_differ() -> None:
    """Means and sites."""

    class Bare:
        means: tuple[str, ...] = ()
        sites: tuple[()] = ()
        where = None

    assert means_agree(Bare(), Bare()) is sites_agree(Bare(), Bare()) is Same.UNKNOWN  # type: ignore[arg-type]  # a stand-in
    assert site_keys(Bare()) == frozenset()  # type: ignore[arg-type]  # a stand-in


def test_two_counts_of_one_report_differ_only_where_its_words_say_so() -> None:
    """Told one after the other they are of two things, as far as anyone knows."""
    told = "Shelling killed {} people in Brask on Wednesday, {} officials said."
    first, second = told.format("nine", "Valdoran"), told.format("20", "Kestrian")
    beside, against = (
        (f"{first} {second}", "2031-05-08"),
        (f"{first} But {second[0].lower()}{second[1:]}", "2031-05-08"),
    )
    assert not [m for m in matters_of(beside) if m.standing is Standing.CONTESTED]
    assert [m for m in matters_of(against) if m.standing is Standing.CONTESTED]


def test_who_confirms_a_report_acknowledges_nothing() -> None:
    """Unless it is about its own side."""
    found = matters_of(
        (
            "A car bomb killed six people in Brask on Wednesday, a monitor said. The agency confirmed the report.",
            "2031-05-08",
        )
    )
    assert not [m for m in found if m.standing is Standing.ACKNOWLEDGED]
