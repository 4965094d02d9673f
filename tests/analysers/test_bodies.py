"""Which body a noun means, whose police it is, and one id for each body of a state."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS
from variorum.analysers.bodies import tail_of
from variorum.model.marks import Mention, MentionKind


def resolved(text: str) -> list[Mention]:
    """All mentions."""
    return list(read(text, published="2031-05-09", upto="resolve", crisis=CRISIS).layers.resolved)


def meant(text: str, words: str, nth: int = 0) -> Mention:
    """The n-th mention of these words."""
    return [mention for mention in resolved(text) if mention.span.exact == words][nth]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Lorn Rivers University closed. Staff of the university wept.", "the university", "lorn-rivers-university"),
        ("The Lorn Freedom Movement denied it. Officials blamed this organisation.", "this organisation", "lorn-freedom-movement"),
        ("He praised the Lorn Border Archive. Its staff closed the archive on Friday.", "the archive", "lorn-border-archive"),
        ("The militant organisation, the Lorn Freedom Movement, denied it.", "The militant organisation", "lorn-freedom-movement"),
    ],
)  # fmt: skip
def test_a_noun_of_its_name_or_kind_is_the_body(text: str, words: str, actor: str) -> None:
    """The only one so called, behind its name or before it."""
    assert meant(text, words).actors == (actor,)


def test_between_two_bodies_it_stays_open() -> None:
    """Two movements are named."""
    text = "The Lorn Freedom Movement denied it. The Teska Peace Movement agreed. The group spoke late."
    assert meant(text, "The group").actors == ()


@pytest.mark.parametrize(
    ("words", "role", "tail"),
    [
        ("Ministry of Defence", "GOV", "defence-ministry"),
        ("Defense Ministry", "GOV", "defence-ministry"),
        ("Ministry of Foreign Affairs", "GOV", "foreign-ministry"),
        ("Foreign Ministry", "GOV", "foreign-ministry"),
        ("National Police", "COP", "cop"),
        ("Army", "MIL", "mil"),
        ("Armed Forces", "MIL", "armed-forces"),
    ],
)
def test_one_id_for_one_body(words: str, role: str, tail: str) -> None:
    """However its name is turned."""
    assert tail_of(words, role) == tail


def test_an_army_is_one_by_name_and_by_description() -> None:
    """Capital or small letter."""
    text = "The Kestrian Army moved on Friday. Kestria's army denied it."
    assert meant(text, "The Kestrian Army").actors == meant(text, "Kestria's army").actors == ("KST.mil",)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("A ferry sank near Mombasa and another near Malindi. Police came.", "Police", "KEN.cop"),
        ("A car burned in Mombasa. Another burned in Malindi. Officials said police vans came.", "police", "KEN.cop"),
        ("Mombasa police arrested two men. They told police nothing.", "police", "KEN.mombasa-police"),
    ],
)
def test_police_are_of_the_towns_of_the_report(text: str, words: str, actor: str) -> None:
    """If all lie in one state; or the only police that are named."""
    assert meant(text, words).actors == (actor,)


def test_between_two_states_police_stay_open() -> None:
    """One town in each."""
    assert meant("A car burned in Mombasa. Another burned in Kampala. Police came.", "Police").actors == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The League for the Defence of Old Towns said so.", "The League for the Defence of Old Towns"),
        ("The Ministry of Trade and Industry said so.", "The Ministry of Trade and Industry"),
        ("It was held at the Lorn Orchestra of Peace Charity.", "the Lorn Orchestra of Peace Charity"),
    ],
)
def test_a_body_is_called_by_its_whole_name(text: str, words: str) -> None:
    """And no part of it is another name."""
    inside = [mention.span.exact for mention in resolved(text) if mention.kind is MentionKind.NAME]
    assert inside == [words]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("On Friday, Marrec magazine printed it.", "Marrec magazine", "marrec"),
        ("Men of the Teska Falcons network fled.", "the Teska Falcons network", "teska-falcons"),
        ("Ida Poll, of the Lorn Marsh provincial council, wept.", "Lorn Marsh provincial council", "lorn-marsh-provincial-council"),
    ],
)  # fmt: skip
def test_a_name_before_a_noun_for_it(text: str, words: str, actor: str) -> None:
    """A magazine, a network of two words, a council of a place."""
    assert meant(text, words.removeprefix("the ")).actors == (actor,)


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        ("Kestrians fled the town.", "Kestrians", ()),
        ("The Kestrians rejected the offer.", "Kestrians", ("KST",)),
        ("Protesters in Kestria marched.", "Protesters", ()),
    ],
)
def test_people_of_a_state_are_not_the_state(text: str, words: str, actors: tuple[str, ...]) -> None:
    """Though "the Kestrians" can be."""
    found = [mention for mention in resolved(text) if words in mention.span.exact]
    assert found[0].actors == actors
    assert found[0].country == "KST"


@pytest.mark.parametrize("name", ["Congolese", "Dominican"])
def test_an_adjective_of_two_states_is_of_the_one_that_is_named(name: str) -> None:
    """Else of neither: no state has it by its place in a list."""
    state, code = {"Congolese": ("Kinshasa", "COD"), "Dominican": ("Santo Domingo", "DOM")}[name]
    assert meant(f"{name} officials said so in {state}.", f"{name} officials").actors == (code,)
    assert meant(f"{name} officials said so.", f"{name} officials").actors == ()


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("He wrote to the family of Ada Merrow. They thanked him.", "the family", "merrow-family"),
        ("He wrote to the family of Ada Merrow. They thanked him.", "They", "merrow-family"),
        ("Kestrian police came. He hid from officers.", "officers", "KST.cop"),
        ("The president of the Lorn League, Ada Merrow, said, “We agree.”", "We", "lorn-league"),
        ("The State Department said no.", "The State Department", "USA.state-department"),
        ("The US Department of State said no.", "The US Department of State", "USA.state-department"),
        ("Kestrian officers fled. A tour of the police station followed. Kestrian police wept.", "police", "KST.cop"),
    ],
)
def test_families_officers_and_those_who_speak_for_a_body(text: str, words: str, actor: str) -> None:
    """A family is one actor; officers are of the police beside them; "we" of a president is what he heads."""
    found = [mention for mention in resolved(text) if words.removeprefix("The ") in mention.span.exact]
    assert found[0].actors == (actor,)


def test_a_member_of_a_people_is_no_state() -> None:
    """Nor are a million of them; both keep its code."""
    for text in ("A Kestrian fell ill.", "Two million Kestrians fled."):
        found = [mention for mention in resolved(text) if "Kestrian" in mention.span.exact]
        assert {(mention.actors, mention.country) for mention in found} == {((), "KST")}


@pytest.mark.parametrize("words", ["Kestria's neighbours", "Kestria's neighbouring countries"])
def test_an_ally_is_not_whose_ally_it_is(words: str) -> None:
    """Who it is stays open."""
    assert meant(f"{words} kept silent.", words).actors == ()


def test_those_named_among_a_group_are_meant() -> None:
    """All persons, or all states."""
    text = (
        "Several officials, including Ada Merrow and Oren Kest, wept. Countries including Kestria and Valdora agreed."
    )
    assert meant(text, "Several officials").actors == ("ada-merrow", "oren-kest")
    assert meant(text, "Countries").actors == ("KST", "VDR")
