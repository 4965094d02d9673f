"""What a report is mainly about, and which of its later figures are of that."""

from __future__ import annotations

from harness import read
from invented import CRISIS
from variorum.model.entries import Claim

LEAD = "Valdoran shelling of the town of Olmeda killed nine people on Wednesday, a monitor said.\n"


def tolls(text: str) -> dict[float | None, Claim]:
    """Number -> its claim, of a report of 9 May 2031, a Friday."""
    found = read(text, published="2031-05-09", crisis=CRISIS).layers.claims
    return {claim.figure.low: claim for claim in found if claim.figure is not None}


def test_a_later_toll_is_of_the_day_and_place_told_first() -> None:
    """Inferred, marked, with the words they were taken from."""
    claim = tolls(f"{LEAD}The mayor said later that 12 people had been killed.")[12]
    assert (claim.window.value, claim.window.is_inferred) == ("2031-05-07", True)
    assert claim.window.why.startswith("not stated here; the day of what the report tells first")
    assert claim.window.span is not None
    assert claim.window.span.exact == "Wednesday"
    assert claim.where is not None
    assert (claim.where.name, claim.where.is_inferred, claim.is_main) == ("Olmeda", True, True)


def test_its_own_day_is_not_touched() -> None:
    """What a clause says of itself stays."""
    claim = tolls(f"{LEAD}On Tuesday, shelling killed three people in Brisal.")[3]
    assert (claim.window.value, claim.is_main) == ("2031-05-06", False)


def test_words_that_turn_elsewhere_end_it() -> None:
    """Another attack, the war as a whole, another town."""
    for told in (
        "In another attack 12 people were killed.",
        "The war has killed 12 people.",
        "In Brisal, guns killed 12 people.",
        "The attack came after 12 people were killed.",
    ):
        claim = tolls(f"{LEAD}{told}")[12]
        assert not claim.is_main, told


def test_words_that_only_describe_turn_nowhere() -> None:
    """Another few wounded, earlier on that day, a monitor of the war, the province of the town."""
    for told in (
        "Another 12 people were killed when the shelling went on.",
        "The centre, which follows the Kestrian conflict, said 12 people were killed.",
        "Doctors said earlier on Wednesday that 12 people were killed.",
    ):
        assert tolls(f"{LEAD}{told}")[12].is_main, told


def test_it_stays_elsewhere_until_words_lead_back() -> None:
    """The town, or the attack, brings it back; without them nothing does within a paragraph."""
    away = "In March 2029 guns killed four people in Brisal."
    assert not tolls(f"{LEAD}{away} Doctors counted 12 dead.")[12].is_main
    assert tolls(f"{LEAD}{away} The shelling left 12 dead.")[12].is_main
    assert tolls(f"{LEAD}{away}\nDoctors counted 12 dead.")[12].is_main


def test_a_report_about_nothing_that_did_harm_gives_nothing() -> None:
    """No day and no place are taken from talks."""
    claim = tolls("The two ministers met in Olmeda on Wednesday.\nDoctors counted 12 dead.")[12]
    assert (claim.window.value, claim.where) == (None, None)


def test_swapping_the_parties_swaps_nothing_else() -> None:
    """Days and places do not depend on who struck."""
    text = f"{LEAD}The mayor said later that 12 people had been killed."
    one, other = tolls(text)[12], tolls(text.replace("Valdoran", "Kestrian"))[12]
    assert (one.window.value, one.where and one.where.name) == (other.window.value, other.where and other.where.name)


def test_a_named_quarter_is_a_place_of_its_own() -> None:
    """Its figures do not get the place of the report."""
    for told in (
        "Doctors counted 12 dead in the Harbour neighbourhood.",
        "A mine in Jarren village killed 12 people.",
    ):
        claim = tolls(f"{LEAD}The mayor came. He wept. He left.\n{told}")[12]
        assert not claim.is_main, told
