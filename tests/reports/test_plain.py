"""Plain pages: further articles found by what tells them, lines known on pages of sites nobody has seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from tools.lines import evaluate
from tools.lines.pages import compose

from strategies import NEWSLIKE
from variorum.reports import plain, rows

FIRST = """\
Sarun rebuilds its harbour after the storm of April

By Tilda Korr
9 May 2031

Sarun has begun to rebuild the quay that the storm of April broke, the harbour office of the town said on Friday.
Masons from three towns work on the quay by day and by night, and the fishing boats land their catch upstream.
The harbour office hopes to open the quay by autumn, but the masons ask for more stone than the quarries can give.
Ana Berrin, who sells fish in Sarun, said that the quay was the heart of the town and that she would wait for it.
"""
SECOND = """\
Kestria reopens the pass of Lorn for lorries

Updated 12 min ago
Follow

Kestria opened the pass of Lorn to lorries again after two weeks of snow, its transport ministry wrote in a note.
Drivers had waited in the valley with cheese and timber, and some lorries turned back to the railway of Ostmere.
Ministry engineers will watch the snow above the road with cameras, and will close the pass of Lorn when it slips.
"""


def test_a_further_article_begins_at_its_headline() -> None:
    """Whatever the site prints between the two."""
    for between in ("\n", "\n\n\n", "Comments\n0 comment\n\n", "Teilen\nAbonnieren\n\n* * *\n"):
        page = FIRST + between + SECOND
        parts = plain.label(page)
        assert [page[start:end].startswith("Kestria reopens") for start, end, _ in parts] == [False, True], between


def test_one_article_stays_one() -> None:
    """With headings between its paragraphs too."""
    assert len(plain.label(FIRST)) == 1
    told = FIRST.split("\n")
    assert len(plain.label("\n".join([*told[:6], "A quay of stone", *told[6:]]))) == 1


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("Boats Search the Strait of Sarun", True),
        ("Valdora’s Answer: Guns Stay Where They Stand", True),
        ("Boats search the strait of Sarun for two crews", False),
        ("Who Counts the Jets of Valdora?", False),
        ("Korr, 7/10", False),
    ],
)
def test_a_line_in_capitals_between_two_paragraphs_heads_the_second(words: str, *, heads: bool) -> None:
    """Not a short sentence, nor what has a figure or asks something, nor what stands at either end."""
    told = [line for line in FIRST.split("\n") if len(line) > 80]
    page = rows.of_text("\n".join([told[0], words, told[1], words]))
    assert [plain._heads(page, k) for k in range(4)] == [False, heads, False, False]


@pytest.mark.parametrize("words", ["", "\n", "   \n\n", "Two jets were lost, the ministry said.", "Jets\n", "\ufeff"])
def test_short_texts_have_one_part(words: str) -> None:
    """It covers them to the last character."""
    ((start, end, _),) = plain.label(words)
    assert (start, end) == (0, len(words))


@given(NEWSLIKE)
def test_lines_cover_the_text_in_order(text: str) -> None:
    """Each line once, with its characters."""
    parts = plain.label(text)
    places = [line.start for _, _, lines in parts for line in lines]
    assert places == sorted(set(places))
    found = [text[line.start : line.end] for _, _, lines in parts for line in lines]
    assert [line.rstrip("\r") for line in text.split("\n")][: len(found)] == found


def test_composed_pages_are_known() -> None:
    """Pages that no training saw: their seeds lie beyond those it uses."""
    tally = evaluate.Counter[tuple[str, str]]()
    for k in range(120):
        evaluate.count(compose(100_000 + k, k * 4 + k % 4), {}, tally)
    assert tally["split", "hit"] >= 0.8 * tally["split", "wanted"]
    assert tally["split", "hit"] >= 0.9 * tally["split", "got"]
    assert tally["body", "hit"] >= 0.96 * tally["body", "wanted"]
