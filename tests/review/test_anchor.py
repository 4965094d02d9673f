"""A ruling finds its words again in another saving of the page, or says that it is adrift."""

from __future__ import annotations

from hypothesis import given

from records import FIRST, sample
from strategies import spans
from variorum.model.reports import TextLayer
from variorum.model.spans import Quote, Span
from variorum.review.anchor import anchor_of, find, locate, places

RECORD = sample()


@given(spans())
def test_words_are_found_where_they_were(case: tuple[TextLayer, Span]) -> None:
    """In the same text, unless like places make it unclear."""
    layer, span = case
    found = locate(Quote.of(layer.text, span.start, span.end), layer.text)
    assert found in (span.start, None)


def test_other_chrome_does_not_hide_them() -> None:
    """What stands far around may change."""
    start = FIRST.index("five Valdoran jets were shot down on 7 May")
    quote = Quote.of(FIRST, start, start + 4)
    again = "Menu\nSign in\nNews at night\n" + FIRST.replace("Arvo News", "Arvo News | Home") + "\nMore stories\n"
    found = locate(quote, again)
    assert found is not None
    assert again[found : found + 4] == "five"
    assert again[found - 7 : found] == " said "[-7:] or again[:found].endswith("said ")


def test_a_paragraph_printed_twice_is_adrift() -> None:
    """A tie is never guessed."""
    line = "At least 20 people were killed in Sarun, said the rescue service of the port, which still digs.\n"
    text = line + "Between them.\n" + line
    assert locate(Quote.of(line, 9, 11), text) is None


def test_words_that_are_gone_are_adrift() -> None:
    """So are words whose surroundings all changed."""
    quote = Quote.of(FIRST, FIRST.index("At least 20"), FIRST.index("At least 20") + 11)
    assert locate(quote, "Nothing of the kind stands here.") is None
    assert locate(quote, "x" * 60 + "At least 20" + "y" * 60) is None


def test_places_are_ranked_by_what_they_share() -> None:
    """The fullest agreement first."""
    quote = Quote.of("alpha beta gamma delta", 11, 16)
    assert [start for _, start in places(quote, "zeta gamma. alpha beta gamma delta")] == [23, 5]


def test_an_entry_is_found_by_its_words_and_its_facet() -> None:
    """Two claims at one number are told apart by stance and claimant."""
    claim = RECORD.claims[0]
    text = RECORD.text(RECORD.reports[0].text_id).text
    anchor = anchor_of(claim, text)
    assert anchor.facet == "aircraft|asserted|Ilan Torvek"
    assert find(anchor, RECORD.claims, text) == claim.id
    assert find(anchor, RECORD.statements, text) is None
