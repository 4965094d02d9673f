"""What is claimed, denied, acknowledged: by whom, as of when, about what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from harness import read
from invented import CRISIS
from strategies import NEWSLIKE, TEXTS
from variorum.model.entries import BEGAN, UNVERIFIED, Claim, Stance


def claims(text: str, published: str | None = "2031-05-09") -> tuple[Claim, ...]:
    """Claims of a text."""
    return tuple(read(text, published=published, crisis=CRISIS).layers.claims)


def states(parties: object) -> list[str | None]:
    """Their states."""
    return [party.country for party in parties]  # type: ignore[attr-defined]  # parties


def test_a_figure_has_claimant_scope_and_day() -> None:
    """Who says so, as of when, who did it, to whom, when."""
    (claim,) = [
        item
        for item in claims("Kestrian officials said Valdoran strikes on Kestria killed 31 people on Wednesday.")
        if item.topic == "killed"
    ]
    assert claim.figure is not None
    assert (claim.figure.low, claim.figure.words.exact) == (31, "31")
    assert (claim.claimant.country if claim.claimant else None, claim.stance) == ("KST", Stance.ASSERTED)
    assert (states(claim.by), states(claim.against)) == (["VDR"], ["KST"])
    assert claim.as_of.value == "2031-05-09"
    assert claim.window.value == "2031-05-07"


def test_a_figure_that_nobody_is_credited_with_is_the_outlets() -> None:
    """No claimant, and a note."""
    (claim,) = claims("Valdora shot down five Kestrian drones.")
    assert (claim.claimant, claim.note) == (None, "in the outlet's own words")
    assert claim.topic == "drones"
    assert states(claim.against) == ["KST"]


def test_as_of_is_when_it_was_counted_not_when_it_happened() -> None:
    """The window stays open."""
    (claim,) = [
        item
        for item in claims("As of Thursday, the strikes have killed 17 people, Kestria said.")
        if item.topic == "killed"
    ]
    assert claim.as_of.value == "2031-05-08"
    assert claim.window.value is None


def test_a_denial_points_back_to_the_charge() -> None:
    """The claim, the allegation, any role: what was said just before."""
    found = claims("Valdora accused Kestria of attacking the market. Kestria denied the claim.")
    charge = next(item for item in found if item.stance is Stance.ASSERTED)
    denial = next(item for item in found if item.stance is Stance.DENIED)
    assert states(charge.by) == states(denial.by) == ["KST"]
    assert denial.claimant is not None
    assert (denial.claimant.country, denial.event) == ("KST", charge.event)


def test_losses_are_acknowledged_without_a_number() -> None:
    """The fact, not the figure."""
    found = claims(
        "Kestria said it shot down five Valdoran jets, a claim Valdoran officials later acknowledged after first denying any losses."
    )
    by_stance = {item.stance: item for item in found if item.topic == "aircraft"}
    assert set(by_stance) == {Stance.ASSERTED, Stance.ACKNOWLEDGED, Stance.DENIED}
    assert by_stance[Stance.ASSERTED].figure is not None
    assert by_stance[Stance.ACKNOWLEDGED].figure is None
    assert by_stance[Stance.ACKNOWLEDGED].event == by_stance[Stance.ASSERTED].event


def test_each_accuses_the_other() -> None:
    """One sentence, two claims."""
    found = [
        item
        for item in claims("Valdora and Kestria accused each other of launching drone attacks.")
        if item.topic == "did"
    ]
    assert {(item.claimant.country if item.claimant else None, *states(item.by)) for item in found} == {
        ("VDR", "KST"),
        ("KST", "VDR"),
    }


def test_a_claim_known_only_from_its_denial_says_so() -> None:
    """With its supposed claimant."""
    found = claims("Kestria rejected the report that Valdora claims it destroyed an air base at Orlen.")
    only = [item for item in found if item.known_only_from is not None]
    assert all(item.claimant is not None and item.claimant.country == "VDR" for item in only)


@pytest.mark.parametrize(
    ("text", "topic", "stance"),
    [
        ("Arvo News could not independently verify the claims of either side.", "unverified", Stance.DOUBTED),
        ("It was difficult to verify the figures.", "unverified", Stance.DOUBTED),
        ("Correction: an earlier version of this article gave the toll as 80.", "corrected", Stance.WITHDRAWN),
    ],
)
def test_the_outlets_own_notes_are_kept(text: str, topic: str, stance: Stance) -> None:
    """As claims of nobody but the outlet."""
    assert (topic, stance) in [(item.topic, item.stance) for item in claims(text)]


def test_who_fired_first_is_a_claim_of_its_own() -> None:
    """Told of the other side only."""
    found = [
        item for item in claims("Kestrian troops opened fire first, the Valdoran army said.") if item.topic == "began"
    ]
    assert [(item.claimant.country if item.claimant else None, states(item.by)) for item in found] == [("VDR", ["KST"])]


@settings(max_examples=30, deadline=None)
@given(NEWSLIKE | TEXTS)
def test_any_text_gives_exact_spans(text: str) -> None:
    """And evidence for everything."""
    for claim in claims(text):
        assert claim.evidence
        for span in (*claim.evidence, claim.predicate):
            assert text[span.start : span.end] == span.exact


@pytest.mark.parametrize(
    ("text", "topic", "words", "who"),
    [
        ("Kestrian officials put casualties in Seldin at 47.", "casualties", "47", "KST"),
        ("Kestrian officials put the number of wounded at 51.", "wounded", "51", "KST"),
        ("Kestria said 5,200 displaced people were in its schools.", "displaced", "5,200", "KST"),
        ("Kestria sent about 600 reservists to the north.", "people present", "about 600", None),
        ("A judge extended the detention of eight Valdoran fishermen.", "detained", "eight", None),
    ],
)
def test_what_befell_those_counted(text: str, topic: str, words: str, who: str | None) -> None:
    """By the verb that gives a count, the word before the noun, the noun over it."""
    (claim,) = [item for item in claims(text) if item.figure is not None]
    assert claim.figure is not None
    assert (claim.topic, claim.figure.words.exact) == (topic, words)
    assert (claim.claimant.country if claim.claimant else None) == who


def test_a_part_of_the_dead_is_named_as_a_part() -> None:
    """“Six of those killed were pupils”: not six killed."""
    (claim,) = claims("Six of those killed were pupils of the school.")
    assert claim.figure is not None
    assert (claim.topic, claim.figure.low, claim.figure.subset) == ("killed", 6, "pupils")


def test_violations_have_a_doer() -> None:
    """“seven violations by Valdora”: and a figure beside another cites its own words alone."""
    text = "Kestria reported seven violations by Valdora, and Valdora 12 violations by Kestria."
    seven, twelve = [item for item in claims(text) if item.topic == "incidents"]
    assert (states(seven.by), states(twelve.by)) == (["VDR"], ["KST"])
    assert "seven" not in twelve.evidence[0].exact


def test_a_charge_that_only_names_the_deed_has_its_kind() -> None:
    """“blamed Valdora for the shelling” and “denied shelling the town” are of one kind."""
    text = "Kestria blamed Valdora for the shelling. Valdora denied shelling the town."
    assert [item.plover for item in claims(text) if item.topic == "did"] == ["ASSAULT", "ASSAULT"]


@pytest.mark.parametrize(
    "text", ["Eight miners lost their lives in Orlen.", "The fire cost much: four nurses gave their lives."]
)
def test_lives_that_are_lost_are_deaths(text: str) -> None:
    """Whoever lost his life was killed."""
    assert [claim.topic for claim in claims(text)] == ["killed"]


@pytest.mark.parametrize(
    ("text", "times", "by"),
    [
        ("Kestrian guards violated the truce six times, Valdora's army said.", 6, "KST"),
        ("Valdoran guards violated the truce six times, Kestria's army said.", 6, "VDR"),
        ("Valdora has broken the ceasefire 22 times, the Kestrian ministry said.", 22, "VDR"),
        ("Kestria has broken the ceasefire 22 times, the Valdoran ministry said.", 22, "KST"),
    ],
)
def test_breaches_are_counted_in_times(text: str, times: int, by: str) -> None:
    """For either side alike."""
    (counted,) = [claim for claim in claims(text) if claim.figure is not None]
    assert (counted.topic, counted.figure.low if counted.figure else None) == ("incidents", times)
    assert [party.country for party in counted.by] == [by]


@pytest.mark.parametrize(
    ("text", "stance", "against"),
    [
        ("Kestria said its guns had sunk a Valdoran gunboat.", "asserted", "VDR"),
        ("Valdora said its guns had sunk a Kestrian gunboat.", "asserted", "KST"),
        ("Valdora denied that it had lost a patrol boat.", "denied", "VDR"),
        ("The Kestrian ministry acknowledged that a helicopter had been lost.", "acknowledged", "KST"),
    ],
)
def test_an_article_counts_one_craft_lost(text: str, stance: str, against: str) -> None:
    """Sunk, lost, brought down: one; whose it was is known from the words or from whose loss is owned or denied."""
    (counted,) = [claim for claim in claims(text) if claim.figure is not None]
    assert counted.figure is not None
    assert (counted.figure.low, counted.figure.high, counted.stance.value) == (1, 1, stance)
    assert [party.country for party in counted.against] == [against]


@pytest.mark.parametrize("text", ["The mayor lost a bet.", "Kestria bought a helicopter.", "A boat left Seldin."])
def test_an_article_elsewhere_counts_nothing(text: str) -> None:
    """Not every "a" is a one."""
    assert not claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Had Kestria fired 300 rockets, the town would be gone.",
        "If Valdora loses 40 tanks, the pass will open.",
        "The surgeon asked how many had died.",
    ],
)
def test_what_is_only_supposed_is_not_counted(text: str) -> None:
    """A condition counts nothing, a question neither."""
    assert not [claim for claim in claims(text) if claim.figure is not None]


@pytest.mark.parametrize(
    "text",
    ["The agency said it had not been able to check the toll.", "The newspaper said it was unable to verify the film."],
)
def test_an_outlet_that_tells_of_itself_has_a_caveat(text: str) -> None:
    """As in its own voice."""
    assert UNVERIFIED in {claim.topic for claim in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Kestrian mortars broke the truce first, the colonel said.",
        "Valdoran mortars broke the truce first, the colonel said.",
    ],
)
def test_who_was_first_needs_no_state_of_the_speaker(text: str) -> None:
    """For either side alike."""
    assert BEGAN in {claim.topic for claim in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Kestrian staff repeated that no helicopter had been lost.",
        "Valdora's army maintained that it had lost no drones.",
    ],
)
def test_holding_to_a_no_denies(text: str) -> None:
    """Against what others say."""
    (statement,) = read(text, published="2031-05-09", crisis=CRISIS).layers.statements
    assert statement.force.value == "denies"
