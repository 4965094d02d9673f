"""Brief, comparison, lists, search, timeline and diff say what the record says and nothing else."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from records import sample
from variorum.errors import NotFound
from variorum.model.entries import Force
from variorum.views import change, compare, lists, search, timeline
from variorum.views.annotation import claim_json, content_json, event_json, statement_json
from variorum.views.brief import brief
from variorum.views.citations import Citations


def test_the_brief_holds_every_block() -> None:
    """Reports, differing accounts, what happened, what was not taken."""
    page = brief(Citations(sample()), name="Valdora and Kestria")
    assert page.title == "VALDORA AND KESTRIA"
    assert [row[0] for row in page.reports] == ["A", "B"]
    assert [item.matter.title for item in page.differing] == ["Valdoran jets shot down"]
    assert [item.what for item in page.happened] == ["five Valdoran jets shot down, told by Ilan Torvek"]
    assert page.not_known == ("B's day: no day is printed",)
    assert ("README.md", "not a report form") in page.not_taken
    assert ("feed.rss#urn:2", "the item has no words") in page.not_taken
    assert ("bad.html", "it is empty (while: taking in)") in page.not_taken


def test_a_day_asked_for_hides_what_came_later() -> None:
    """A report without a day may be later, and is said to be so."""
    citations = Citations(sample())
    matter = citations.record.matters[0]
    before = compare.comparison(citations, matter, 1, as_of=date(2031, 5, 7))
    assert (len(before.lines), before.hidden, len(before.undated)) == (0, 1, 1)
    after = compare.comparison(citations, matter, 1, as_of=date(2031, 5, 8))
    assert (len(after.lines), after.hidden, len(after.undated)) == (1, 0, 1)


def test_matters_are_chosen_by_number_actor_and_words() -> None:
    """Filters narrow; a number that is not there is an error."""
    citations = Citations(sample())
    assert len(compare.select(citations)) == 1
    assert len(compare.select(citations, actor="torvek", about="jets")) == 1
    assert compare.select(citations, actor="nobody") == []
    with pytest.raises(NotFound, match="no matter '9'"):
        compare.select(citations, which=("9",))


def test_every_list_cites_its_words() -> None:
    """Each row of each list that shows words carries their spans."""
    citations = Citations(sample())
    for name in ("statements", "events", "figures", "actors"):
        table = lists.LISTS[name](citations)
        assert table.rows
        for row in table.rows:
            assert len(row.cells) == len(table.columns)
            assert row.cites


def test_the_trouble_list_says_what_to_do() -> None:
    """Failures with their next step, and what was not taken."""
    rows = [row.cells for row in lists.trouble(Citations(sample())).rows]
    assert ("bad.html", "failed", "it is empty (while: taking in)", "Save the page again.") in rows


def test_words_are_found_whatever_their_quotation_marks() -> None:
    """The statement first; the same words are not told twice."""
    found = search.find(Citations(sample()), "Five VALDORAN jets were shot down on")
    assert [row.cells[1] for row in found.rows] == ["Ilan Torvek"]
    assert search.find(Citations(sample()), "no such words").note == "No report holds these words."


def test_another_wording_is_offered() -> None:
    """Most of the words asked for are enough."""
    found = search.find(Citations(sample()), "five Valdoran jets had been shot down")
    assert [row.cells[1] for row in found.rows] == ["Ilan Torvek"]


def test_an_event_told_as_done_is_on_the_timeline() -> None:
    """By day, with the reports that tell it."""
    (row,) = timeline.table(Citations(sample())).rows
    assert row.cells[:3] == ("Wed 7 May", "five Valdoran jets shot down, told by Ilan Torvek", "A")


def test_nothing_changed_between_equal_records() -> None:
    """And a changed force is one altered statement."""
    record = sample()
    before = change.effective(record)
    assert change.table(before, change.effective(sample())).rows == ()
    record.statements = (dataclasses.replace(record.statements[0], force=Force.DENIES),)
    after = change.effective(record)
    assert [row.cells[:2] for row in change.table(before, after).rows] == [("altered", "statement")]


def test_annotations_are_plain_json() -> None:
    """The shapes that `annotate` prints."""
    record = sample()
    statement = statement_json(record.statements[0])
    assert (statement["kind"], statement["stance"], statement["name"]) == ("indirect", "asserts", "Ilan Torvek")
    assert content_json(record.statements[0])["text"] == "five Valdoran jets were shot down on 7 May 2031"
    assert event_json(record.events[0])["cameo"] == "195"
    assert [claim_json(claim)["low"] for claim in record.claims] == [5, None]
