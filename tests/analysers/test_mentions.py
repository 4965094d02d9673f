"""Who and what is named, described or meant; invented states work like any other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from harness import Reading, read
from strategies import NEWSLIKE, TEXTS
from variorum import crisis
from variorum.model.marks import Mention, MentionKind

CRISIS = crisis.parse(
    """
[[actor]]
id = "VDR"
name = "Valdora"
kind = "government"
demonyms = ["Valdoran", "Valdorans"]
capital = "Seldin"
[[actor]]
id = "KST"
name = "Kestria"
kind = "government"
demonyms = ["Kestrian", "Kestrians"]
capital = "Morhaven"
"""
)
SWAPPED = crisis.parse(
    """
[[actor]]
id = "KST"
name = "Kestria"
kind = "government"
demonyms = ["Kestrian", "Kestrians"]
capital = "Morhaven"
[[actor]]
id = "VDR"
name = "Valdora"
kind = "government"
demonyms = ["Valdoran", "Valdorans"]
capital = "Seldin"
"""
)


def resolved(text: str) -> Reading:
    """The text with its mentions resolved."""
    return read(text, published="2031-05-09", upto="resolve", crisis=CRISIS)


def named(text: str, words: str) -> Mention:
    """The resolved mention with these words."""
    return next(mention for mention in resolved(text).layers.resolved if mention.span.exact == words)


@pytest.mark.parametrize(
    ("text", "words", "actor", "role"),
    [
        ("Valdora struck first.", "Valdora", "VDR", "GOV"),
        ("Kestrian officials said so.", "Kestrian officials", "KST", "GOV"),
        ("The Valdoran army denied it.", "The Valdoran army", "VDR.mil", "MIL"),
        ("Morhaven denied any role.", "Morhaven", "KST", "GOV"),
        ("The United Nations called for calm.", "United Nations", "IGOUNO", "IGO"),
        ("Pakistan and India talked.", "India", "IND", "GOV"),
        ("Reporters asked the White House about it.", "White House", "USA", "GOV"),
    ],
)
def test_states_bodies_and_capitals_act(text: str, words: str, actor: str, role: str) -> None:
    """Each by its readable id and CAMEO role."""
    mention = named(text, words)
    assert (mention.actors, mention.role) == ((actor,), role)
    assert mention.why


def test_a_capital_is_a_city_after_a_locative() -> None:
    """In one sentence it can be both."""
    text = "Seldin said that two people were hurt in Seldin on Friday."
    found = [mention for mention in resolved(text).layers.resolved if mention.span.exact == "Seldin"]
    assert [mention.kind for mention in found] == [MentionKind.NAME, MentionKind.PLACE]
    assert [mention.actors for mention in found] == [("VDR",), ()]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Valdoran Foreign Minister Ilan Torvek left on Friday.", "foreign minister"),
        ("Ilan Torvek, the foreign minister of Valdora, left on Friday.", "foreign minister"),
        ("Valdora's Foreign Minister Ilan Torvek left on Friday.", "foreign minister"),
    ],
)
def test_a_person_is_introduced_with_office_and_state(text: str, title: str) -> None:
    """Before or after the name."""
    person = next(mention for mention in resolved(text).layers.resolved if mention.introduces)
    assert person.introduces is not None
    assert (person.introduces.name, person.introduces.title, person.country) == ("Ilan Torvek", title, "VDR")
    assert person.actors == ("VDR.ilan-torvek",)


def test_surname_title_and_pronoun_lead_back() -> None:
    """To the one introduced."""
    text = (
        "Valdoran Foreign Minister Ilan Torvek met envoys on Friday. Torvek spoke for an hour. He then left."
        " The minister is expected back on Sunday."
    )
    found = {mention.span.exact: mention.actors for mention in resolved(text).layers.resolved}
    for words in ("Torvek", "He", "The minister"):
        assert found[words] == ("VDR.ilan-torvek",)


def test_two_people_with_one_surname_stay_apart() -> None:
    """A bare surname between them is not guessed."""
    text = (
        "Valdoran General Brenna Holt and Kestrian Minister Pavo Holt met on Friday, both sides said after the talks."
        " Later that day, Holt left."
    )
    last = resolved(text).layers.resolved
    bare = next(mention for mention in last if mention.span.exact == "Holt")
    assert (bare.actors, bare.why) == ((), "several people have this surname") or len(bare.actors) == 1
    assert {mention.actors for mention in last if mention.introduces} == {("VDR.brenna-holt",), ("KST.pavo-holt",)}


def test_both_sides_are_the_two_named_last() -> None:
    """More than two are not guessed."""
    assert named("Valdora and Kestria fought. Both sides lost boats.", "Both sides").actors == ("KST", "VDR")
    alone = named("Valdora fought alone. Both sides lost boats.", "Both sides")
    assert (alone.actors, alone.why) == ((), "fewer than two states were named before")


def test_the_parties_swap_with_their_names() -> None:
    """No state is special, and no order of settings matters."""
    text = "Valdoran officials accused Kestria of firing first. Seldin denied it, and the Kestrian army said nothing."
    swap = {"Valdor": "Kestri", "Kestri": "Valdor", "Seldin": "Morhaven"}
    other = (
        text.replace("Valdor", "@").replace("Kestri", "Valdor").replace("@", "Kestri").replace("Valdora ", "Valdora ")
    )
    other = (
        other.replace("Kestrian officials", "Kestrian officials")
        .replace("Valdora of", "Valdora of")
        .replace("Seldin", swap["Seldin"])
    )
    codes = {"VDR": "KST", "KST": "VDR"}
    ours = [mention.actors for mention in resolved(text).layers.resolved]
    theirs = [
        mention.actors
        for mention in read(other, published="2031-05-09", upto="resolve", crisis=SWAPPED).layers.resolved
    ]
    assert [tuple(codes[actor[:3]] + actor[3:] for actor in actors) for actors in ours] == theirs


@settings(max_examples=40, deadline=None)
@given(NEWSLIKE | TEXTS)
def test_any_text_gives_exact_spans(text: str) -> None:
    """And every mention's head lies within it."""
    reading = read(text, upto="resolve", crisis=CRISIS)
    for mention in (*reading.layers.mentions, *reading.layers.resolved):
        assert text[mention.span.start : mention.span.end] == mention.span.exact
        assert mention.span.start <= mention.head.start <= mention.head.end <= mention.span.end


def test_a_name_beside_a_description_is_who_is_meant() -> None:
    """“Kestria's president, Maren Oszk”."""
    mention = named("Kestria's president, Maren Oszk, flew home on Friday. Oszk said little.", "Kestria's president")
    assert mention.name == "Maren Oszk"


def test_a_commander_is_of_the_state_he_commands_for() -> None:
    """“General Teo Marchand, who commands Kestria's north”."""
    text = "General Teo Marchand, who commands Kestria's northern district, said his guns were silent."
    assert named(text, "General Teo Marchand").country == "KST"


def test_the_minister_is_the_one_who_acts() -> None:
    """Before the one whom he met."""
    text = (
        "Kestrian Foreign Minister Edda Marn met Valdoran Foreign Minister Ilan Torvek on Friday. "
        "The minister warned that the pass would close."
    )
    assert named(text, "The minister").name == "Edda Marn"


def test_both_sides_of_a_house_are_not_the_two_states() -> None:
    """Where a paragraph names two others and no state, who is meant stays open."""
    text = (
        "Valdora and Kestria signed a truce on Friday.\n"
        "Union wants the army to pay. Labour wants volunteers. Both sides said the bill would come."
    )
    assert named(text, "Both sides").actors == ()
    assert named("Valdora and Kestria signed a truce. Both sides said it would hold.", "Both sides").actors == (
        "KST",
        "VDR",
    )
