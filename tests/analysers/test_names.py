"""Whose name it is: with a title before or behind it, short or in part, a month's or a paper's."""

from __future__ import annotations

import pytest

from harness import read
from invented import CRISIS
from variorum.model.marks import Mention


def meant(text: str, words: str, nth: int = 0) -> Mention:
    """The n-th mention of these words."""
    layers = read(text, published="2031-05-09", upto="resolve", crisis=CRISIS).layers
    return [mention for mention in layers.resolved if mention.span.exact == words][nth]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Ilan Torvek, the Prime Minister of Valdora, fell ill.", "the Prime Minister", "VDR.ilan-torvek"),
        ("Ada Merrow, mayor of Brisal, was hurt on Friday.", "mayor", "ada-merrow"),
        ("Ada Merrow, mayor of Brisal, was hurt. Rescuers freed the mayor on Friday.", "the mayor", "ada-merrow"),
        ("Oren Kest, a lawyer for the family, wept.", "a lawyer", "oren-kest"),
        ("The town's mayor, Ida Poll, was hurt.", "The town's mayor", "ida-poll"),
    ],
)
def test_what_stands_beside_a_name_is_its_bearer(text: str, words: str, actor: str) -> None:
    """An office or a trade behind the name, in capitals or not."""
    assert meant(text, words).actors == (actor,)


def test_those_of_a_list_are_not_one() -> None:
    """A name, an officer and a judge are three."""
    assert meant("Torvek met Ada Merrow, an officer and a judge.", "an officer").actors == ()


@pytest.mark.parametrize("words", ["Wirano"])
def test_one_word_may_be_a_whole_name(words: str) -> None:
    """Where a title stands right before it."""
    text = "Valdora's security minister Wirano was stabbed. Wirano suffered two wounds."
    assert meant(text, words, 0).actors == meant(text, words, 1).actors == ("VDR.wirano",)


def test_a_month_may_be_a_surname() -> None:
    """Of a name of two words with no number behind it."""
    text = "Marta August stepped down as mayor on Friday. She had met Prime Minister Oren May."
    assert meant(text, "Prime Minister Oren May").actors == ("oren-may",)


@pytest.mark.parametrize(
    "text", ["The Brask Gazette said so. Jakov reported no losses.", "Torvek told Jakov. Jakov said no."]
)
def test_a_word_that_speaks_once_is_an_actor_throughout(text: str) -> None:
    """Whoever reports, says or is cited acts."""
    assert meant(text, "Jakov").actors == ("jakov",)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Doctors treated Pavel Ostrin. Friends of Pavel came.", "Pavel", "pavel-ostrin"),
        ("Doctors treated Pavel Ostrin and Pavel Meer. Friends of Pavel came.", "Pavel", None),
        ("A car hit Harry Dunmore. His aunt, Lena Dunmore, wept. Dunmore said nothing.", "Dunmore", None),
    ],
)
def test_a_given_name_is_the_only_one_that_bears_it(text: str, words: str, actor: str | None) -> None:
    """Two of one given name, or two of one surname, stay open."""
    assert meant(text, words).actors == ((actor,) if actor else ())


def test_a_surname_is_known_however_it_is_parsed() -> None:
    """At the start of a sentence, before a participle."""
    text = "Interior Minister Joakim Brudz spoke. Brudz said Adamo required surgery. Doctors saw Pavel Adamo."
    assert meant(text, "Brudz").actors == ("joakim-brudz",)
    assert meant(text, "Adamo").actors == ("pavel-adamo",)


def test_a_word_of_stress_is_what_it_stands_behind() -> None:
    """A city itself does not act; a minister himself does."""
    assert meant("In Seldin itself the buses stopped.", "itself").actors == ()
    assert meant("Minister Ilan Torvek himself signed it.", "himself").actors == ("ilan-torvek",)


ONE_STATE = "Kestria voted on Friday. Kestrian farmers rejoiced in Kestria. "


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        (ONE_STATE + "Police fired into the air.", "Police", ("KST.cop",)),
        (ONE_STATE + "The government said nothing.", "The government", ("KST",)),
        (ONE_STATE + "Valdora and Valdoran papers wrote of it. Police fired into the air.", "Police", ()),
        ("Police fired into the air.", "Police", ()),
    ],
)
def test_the_police_is_of_the_only_state_of_the_report(text: str, words: str, actors: tuple[str, ...]) -> None:
    """Between two states nobody is charged with what the police did."""
    assert meant(text, words).actors == actors


TWO = "The court heard officers Karl Unger and Peter Oster on Friday. "


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        (TWO + "The two officers denied it.", "The two officers", ("karl-unger", "peter-oster")),
        (TWO + "The men denied it.", "The men", ("karl-unger", "peter-oster")),
        (TWO + "The three officers denied it.", "The three officers", ()),
        (TWO + "The ministers denied it.", "The ministers", ()),
        (TWO + "It heard Judges Jan Voss and Otto Brand. The men denied it.", "The men", ()),
    ],
)
def test_the_two_are_those_whom_one_list_joins(text: str, words: str, actors: tuple[str, ...]) -> None:
    """Of their office, or of none; not where two lists fit or the number is another."""
    assert meant(text, words).actors == actors


def test_people_of_a_state_are_not_the_state() -> None:
    """What a tourist did no state did."""
    found = meant("A Kestrian tourist was robbed in Seldin.", "A Kestrian tourist")
    assert (found.actors, found.country) == ((), "KST")


def test_the_police_are_not_their_chief() -> None:
    """The head of an office's words is who is meant by them."""
    assert meant("Police chief Oren Kest spoke. The police arrested ten.", "The police").actors == ()


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("A wall. Image: Mirrim.", "Mirrim", "mirrim"),
        ("A wall. Photo: Ada j moss (archive).", "Ada j moss", "ada-j-moss"),
        ("A student named Wirano said so.", "Wirano", "wirano"),
        ("His wife Tova wept.", "Tova", "tova"),
        ("He told the BQC that it was late.", "BQC", "bqc"),
        ("Vice President JD Merrow left.", "Vice President JD Merrow", "jd-merrow"),
        ("Lorn Medal laureate Ada Merrow spoke.", "Lorn Medal laureate Ada Merrow", "ada-merrow"),
        ("Valdoran spokesperson Ada Mujahid said so.", "Valdoran spokesperson Ada Mujahid", "VDR.ada-mujahid"),
        ("Mayor Ida Poll spoke. Later Mayer Ida Poll left.", "Mayer Ida Poll", "ida-poll"),
        ("Dr. Ada R. Merrow spoke. Merrow left.", "Merrow", "ada-r-merrow"),
        ("Marta August, who was mayor, left. In June Marta August came back.", "Marta August", "marta-august"),
        ("The head of the League for the Old, Maren Oszk, said so.", "The head", "maren-oszk"),
        ("Tova Brunn, a young motorcyclist, fell.", "Tova Brunn", "tova-brunn"),
        ("They quoted Ada Merrow, chief of the Valdoran Coast Agency.", "chief", "ada-merrow"),
    ],
)
def test_who_is_named(text: str, words: str, actor: str) -> None:
    """By a credit, by kin, by whoever listens; with initials, a misspelt title, a trade before the name."""
    assert meant(text, words).actors == (actor,)


def test_a_list_of_two_persons_is_two_names() -> None:
    """The first without its title."""
    text = "Minister Ilan Torvek spoke. Ties between Torvek and Kestria President Maren Oszk are cold."
    assert meant(text, "Torvek").name == "Ilan Torvek"
    assert meant(text, "Kestria President Maren Oszk").actors == ("KST.maren-oszk",)


def test_capitals_of_a_headline_are_no_names() -> None:
    """Unless the words are a name elsewhere in the report."""
    text = "Border Tensions Escalate After Marta Brunn Resigns\nMarta Brunn resigned on Friday."
    layers = read(text, published="2031-05-09", upto="resolve", crisis=CRISIS).layers
    assert {actor for mention in layers.resolved for actor in mention.actors} == {"marta-brunn"}


def test_a_paper_is_nobody() -> None:
    """What has "the" before it is no person's name."""
    text = "Oda Kell told the Brask Mail that she was late. She left."
    assert meant(text, "She").name == "Oda Kell"
