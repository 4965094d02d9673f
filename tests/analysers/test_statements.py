"""Who says what, in which words, with what force, through whom."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from harness import read
from invented import CRISIS
from strategies import NEWSLIKE, TEXTS
from variorum.model.entries import Force, Mode, Statement


def statements(text: str, published: str | None = "2031-05-09") -> tuple[Statement, ...]:
    """Statements of a text."""
    return tuple(read(text, published=published, upto="statements", crisis=CRISIS).layers.statements)


def said(statement: Statement) -> str:
    """The words said."""
    return " … ".join(span.exact for span in statement.content)


def speaker(statement: Statement) -> str:
    """The speaker's name."""
    return statement.speaker.name if statement.speaker else ""


@pytest.mark.parametrize(
    ("text", "who", "words", "force", "mode"),
    [
        ("Valdora said two jets were lost.", "Valdora", "two jets were lost", Force.ASSERTS, Mode.INDIRECT),
        ("Two jets were lost, Valdora said.", "Valdora", "Two jets were lost", Force.ASSERTS, Mode.INDIRECT),
        ("“Two jets were lost,” the minister said.", "The minister", "Two jets were lost,", Force.ASSERTS, Mode.DIRECT),
        ("The minister said: “Two jets were lost.”", "The minister", "Two jets were lost.", Force.ASSERTS, Mode.DIRECT),
        (
            "According to Kestrian officials, two jets were lost.",
            "Kestrian officials",
            "two jets were lost",
            Force.ASSERTS,
            Mode.INDIRECT,
        ),
        ("Kestria denied the claim.", "Kestria", "the claim", Force.DENIES, Mode.INDIRECT),
        ("Kestria denied that it had fired.", "Kestria", "that it had fired", Force.DENIES, Mode.INDIRECT),
        (
            "Valdora accused Kestria of firing first.",
            "Valdora",
            "Kestria of firing first",
            Force.ACCUSES,
            Mode.INDIRECT,
        ),
        ("Valdora urged both sides to talk.", "Valdora", "both sides to talk", Force.DEMANDS, Mode.INDIRECT),
        ("Kestria called for an inquiry.", "Kestria", "an inquiry", Force.DEMANDS, Mode.INDIRECT),
        ("Kestria vowed to answer every shot.", "Kestria", "to answer every shot", Force.COMMITS, Mode.INDIRECT),
        ("Kestria threatened to close the pass.", "Kestria", "to close the pass", Force.THREATENS, Mode.INDIRECT),
        (
            "Valdora acknowledged that jets had been lost.",
            "Valdora",
            "that jets had been lost",
            Force.ACKNOWLEDGES,
            Mode.INDIRECT,
        ),
        (
            "The minister said the loss was “a heavy blow” for the army.",
            "The minister",
            "the loss was “a heavy blow” for the army",
            Force.ASSERTS,
            Mode.MIXED,
        ),
    ],
)
def test_one_statement(text: str, who: str, words: str, force: Force, mode: Mode) -> None:
    """Clause, noun phrase, infinitive, quotation, cue before and after."""
    (found,) = statements(text)
    assert (speaker(found).lower(), said(found), found.force, found.mode) == (who.lower(), words, force, mode)


def test_an_offer_keeps_its_condition() -> None:
    """What would be done, and if what."""
    (found,) = statements("The minister said Valdora would stop its strikes if Kestria handed the men over.")
    assert found.force is Force.OFFERS or found.condition == ()
    (offer,) = statements("Valdora said it would stop its strikes if Kestria handed the men over.")
    assert offer.force is Force.OFFERS
    assert [span.exact for span in offer.condition] == ["if Kestria handed the men over"]


def test_the_agency_is_the_relay_not_the_speaker() -> None:
    """In the passive and in the active."""
    for text in (
        "The minister was quoted by the Arvo news agency as saying that two jets were lost.",
        "The Arvo news agency quoted the minister as saying that two jets were lost.",
    ):
        inner = next(found for found in statements(text) if "two jets" in said(found))
        assert speaker(inner).lower() == "the minister"
        assert [" ".join(party.name.split()).lower() for party in inner.via] == ["arvo"]


def test_a_statement_inside_another_stands_within_it() -> None:
    """The outer speaker is its relay."""
    found = statements("Diplomats said that Kestria had denied the claim.")
    outer, inner = found
    assert (speaker(outer), speaker(inner), inner.force) == ("Diplomats", "Kestria", Force.DENIES)
    assert inner.within == outer.id
    assert [party.name for party in inner.via] == ["Diplomats"]


def test_a_quotation_goes_on_with_its_speaker() -> None:
    """In the line, marked as carried on."""
    first, second = statements("“Two jets were lost,” said Minister Ilan Torvek. “We will find both crews.”")
    assert (speaker(first), speaker(second)) == ("Ilan Torvek", "Ilan Torvek")
    assert second.speaker is not None
    assert second.speaker.is_inferred
    assert second.cue is None


def test_two_verbs_of_one_speaker_are_two_statements() -> None:
    """The second half is neither lost nor glued to the first."""
    found = statements("Kestria said two jets were lost and urged restraint.")
    assert [(speaker(item), item.force) for item in found] == [("Kestria", Force.ASSERTS), ("Kestria", Force.DEMANDS)]


def test_he_who_accuses_is_the_speaker_of_the_sentence() -> None:
    """Not the subject of the clause between."""
    found = statements(
        "Minister Ilan Torvek said that Kestria's actions were wrong, and accused Kestria of firing first."
    )
    accusation = next(item for item in found if item.force is Force.ACCUSES)
    assert speaker(accusation) == "Ilan Torvek"


@pytest.mark.parametrize(
    "text",
    [
        "Kestria did not say who fired.",
        "The minister declined to comment.",
        "Two jets were lost over the strait.",
        "A blast shook Seldin.",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    """Negated saying and plain telling."""
    assert statements(text) == ()


def test_the_day_of_saying_stands_with_the_cue() -> None:
    """Else it is the report's own, marked; without one it is open, with the reason."""
    (dated,) = statements("Kestria said on Thursday that two jets were lost.")
    assert (dated.said.value, dated.said.span is not None) == ("2031-05-08", True)
    (bare,) = statements("Kestria said that two jets were lost.")
    assert (bare.said.value, bare.said.is_inferred) == ("2031-05-09", True)
    (undated,) = statements("Kestria said that two jets were lost.", None)
    assert undated.said.value is None
    assert undated.said.why


@settings(max_examples=40, deadline=None)
@given(NEWSLIKE | TEXTS)
def test_any_text_gives_exact_spans(text: str) -> None:
    """Contents, cues and evidence; nesting has no circles."""
    found = statements(text)
    by_id = {item.id: item for item in found}
    for item in found:
        for span in (*item.content, *item.evidence, *([item.cue] if item.cue else [])):
            assert text[span.start : span.end] == span.exact
        seen, above = {item.id}, item.within
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = by_id[above].within
