"""A saved page: its lines labelled, its masthead read, its further articles found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from strategies import NEWSLIKE
from variorum import reports, sources
from variorum.model.reports import LineLabel, Report

SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds"

PAGE = """\
The Sarun Post
Home | World | Markets
Valdora counts its jets after the night over the strait
By Tilda Korr
9 May 2031
Share
  • Two jets are missing, the ministry says, and both crews are looked for

SARUN (Arvo News): Valdora's Defence Ministry said on Friday that two of its jets had not come back from a patrol.
Rescue boats searched the strait until dark and will go out again in the morning, the coast guard said.
A boat of the coast guard leaves the harbour of Sarun. (AFP)
A night of alarms
Sirens were heard in three towns, and schools on the coast stayed closed for the day, residents said.
Read more: How the strait was divided
© 2031 The Sarun Post. All rights reserved.
"""


def read(text: str, name: str = "page.txt") -> tuple[Report, ...]:
    """Reports of a text."""
    data = text.encode()
    taken = sources.take(data, name=name)
    return reports.read(taken)


def labels(report: Report, text: str) -> dict[str, str]:
    """Line -> label."""
    return {text[line.start : line.end].strip(): line.label.value for line in report.lines}


def test_every_line_has_its_label() -> None:
    """Nothing is cut away."""
    (report,) = read(PAGE)
    found = labels(report, PAGE)
    expected = {
        "The Sarun Post": "chrome",
        "Home | World | Markets": "chrome",
        "Valdora counts its jets after the night over the strait": "title",
        "By Tilda Korr": "byline",
        "9 May 2031": "date",
        "Share": "chrome",
        "A night of alarms": "subheading",
        "A boat of the coast guard leaves the harbour of Sarun. (AFP)": "caption",
    }
    assert {line: found[line] for line in expected} == expected
    assert next(line for line, label in found.items() if label == "summary").startswith("• Two jets")
    assert sum(label == "body" for label in found.values()) == 3


def test_the_masthead_says_how_each_value_is_known() -> None:
    """Title, outlet, author, day, place, credit; each with its words."""
    (report,) = read(PAGE)
    head = report.masthead
    assert head.title.value == "Valdora counts its jets after the night over the strait"
    assert (head.outlet.value, head.byline.value) == ("The Sarun Post", "Tilda Korr")
    assert (head.published.value, head.published.is_inferred) == ("2031-05-09", False)
    assert (head.dateline_place.value, head.credit.value) == ("Sarun", "Arvo News")
    assert (head.genre.value, head.language.value) == ("news", "en")
    for found in (head.title, head.outlet, head.byline, head.dateline_place, head.credit):
        assert found.how
        assert found.span is not None
        assert PAGE[found.span.start : found.span.end] == found.span.exact


def test_what_is_not_there_has_a_reason() -> None:
    """Never a guess, never today."""
    (report,) = read("Two jets were lost over the strait, the ministry said, and both crews are looked for by boats.\n")
    head = report.masthead
    for found in (head.title, head.outlet, head.byline, head.credit):
        assert found.value is None
        assert found.how
    assert (head.published.value, head.published.precision) == (None, "unknown")
    assert head.published.how


def test_days_ago_are_counted_back_from_the_page() -> None:
    """And marked; without a day on the page they stay open."""
    words = "A view on the strait\n\nBy Orla Fenn\n\n3 days ago\n\nNobody on this coast believes that the two jets simply vanished, whatever is said.\n"
    (dated,) = read("Sun, May 11, 2031 Watch Live\n" + words)
    assert (dated.masthead.published.value, dated.masthead.published.is_inferred) == ("2031-05-08~", True)
    (undated,) = read(words)
    assert undated.masthead.published.value is None
    assert "shows no day to count from" in undated.masthead.published.how


def test_the_text_bounds_an_unknown_day() -> None:
    """The latest day it tells of as past."""
    (report,) = read(
        "The jets were lost on May 7, 2031, the ministry said, and talks will begin on June 1, 2031, it hopes.\n"
    )
    assert (report.masthead.published.value, report.masthead.published.earliest) == (None, "2031-05-07")


def test_a_further_article_is_a_report_of_its_own() -> None:
    """With its own masthead; the first one's day is not lent to it."""
    more = (
        PAGE.split("Read more", maxsplit=1)[0]
        + "\nKestria reopens the pass of Lorn for lorries\n\nUpdated 12 min ago\nFollow\n\nKestria reopens the pass of Lorn for lorries\n\n"
        + "MORHAVEN: Kestria opened the pass of Lorn again on Friday after two weeks, its transport ministry said in a note.\n"
        + "Lorries had waited for days on both sides of the border, drivers said.\n"
    )
    first, second = read(more)
    assert second.part_of == first.id
    assert second.masthead.title.value == "Kestria reopens the pass of Lorn for lorries"
    assert second.masthead.published.value is None
    assert first.end == second.start


def test_a_digest_and_an_opinion_are_known_by_their_form() -> None:
    """Inferred, and said by what."""
    (digest,) = read(
        "The strait in brief\nContext:\nValdora lost two jets over the strait this week, its ministry has said in a note.\n"
        "Why it matters:\nBoth navies now patrol the same narrow water day and night, which nobody has seen before.\n"
    )
    assert (digest.masthead.genre.value, digest.masthead.genre.is_inferred) == ("digest", True)


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_an_address_above_the_text_is_the_outlet(name: str) -> None:
    """As found, not made nicer."""
    (report,) = read("sarunpost.example.com\n\nValdora counts its jets\n\n" + PAGE.split("\n")[8] + "\n", name)
    assert report.masthead.outlet.value == "sarunpost.example.com"


@given(NEWSLIKE)
def test_any_text_is_read_to_its_last_character(text: str) -> None:
    """Reports cover the text; lines lie in order inside them."""
    found = read(text + " end.")
    assert found[0].start == 0
    assert found[-1].end == len(text) + 5
    for report in found:
        places = [report.start, *(edge for line in report.lines for edge in (line.start, line.end)), report.end]
        assert places == sorted(places)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not part of the repository")
def test_the_seed_pages_give_six_reports() -> None:
    """Five files, two articles in one; mastheads as a reader finds them."""
    found = {path.name[:3]: read(path.read_bytes().decode(), path.name) for path in sorted(SEEDS.glob("*.txt"))}
    assert {name: len(several) for name, several in found.items()} == {"000": 1, "001": 2, "002": 1, "003": 1, "004": 1}
    heads = [report.masthead for several in found.values() for report in several]
    assert [head.published.value for head in heads] == [None, "2025-05-09", None, None, None, "2025-12-08~"]
    assert [head.genre.value for head in heads] == ["news", "news", "news", "digest", "news", "opinion"]
    assert [head.dateline_place.value for head in heads] == [None, "Islamabad", "Dhaka", None, None, None]
    assert [head.title.value is None for head in heads] == [True, False, False, False, False, False]
    urdu = [line for line in found["000"][0].lines if line.language == "ur"]
    assert [line.label for line in urdu] == [LineLabel.REFERENCE]
