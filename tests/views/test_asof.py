"""A matter as it stood on a day: later reports decide nothing, undated ones are shown beside."""

from __future__ import annotations

import dataclasses
from datetime import date

from corpora import corpus_of, readings
from invented import CRISIS
from records import Made
from variorum.collate.matters import collate
from variorum.model.matters import Matter, MatterKind, Standing
from variorum.views.asof import History

TOLD = [
    ("Valdora struck Kestria on Wednesday and killed six people, Kestrian officials said.", "2031-05-08"),
    ("Valdora struck Kestria on Wednesday and killed 17 people, Kestrian officials said.", "2031-05-10"),
    ("Valdora struck Kestria on 7 May 2031 and killed nine people, Kestrian officials said.", None),
]


def test_a_standing_is_made_of_what_was_published_by_then() -> None:
    """Updated on the tenth; only one account on the eighth; none before."""
    corpus = corpus_of(readings(*TOLD))
    matters = collate(corpus, CRISIS)
    (matter,) = [m for m in matters if m.kind is MatterKind.FIGURE]
    record = Made(
        reports=corpus.reports,
        statements=corpus.statements,
        events=corpus.events,
        claims=corpus.claims,
        matters=matters,
        texts=dict(corpus.texts),
    )

    def on(day: date) -> tuple[Matter, int, int]:
        found = History(record).seen(matter, day, CRISIS)
        return found.matter, len(found.undated), found.hidden

    last, undated, hidden = on(date(2031, 5, 10))
    assert (last.standing, len(last.accounts), undated, hidden) == (Standing.UPDATED, 2, 1, 0)
    first, undated, hidden = on(date(2031, 5, 8))
    assert (first.standing, len(first.accounts), undated, hidden) == (Standing.SINGLE, 1, 1, 1)
    before, undated, hidden = on(date(2031, 5, 7))
    assert (before.accounts, undated, hidden) == ((), 1, 2)


def test_an_event_told_later_by_others_is_told_by_one_then() -> None:
    """The standing of an event is made anew too."""
    corpus = corpus_of(
        readings(
            ("Valdoran jets bombed Kestria on Wednesday.", "2031-05-08"),
            ("Valdoran aircraft bombed Kestria on Wednesday.", "2031-05-10"),
        )
    )
    matters = collate(corpus, CRISIS)
    (matter,) = [m for m in matters if m.kind is MatterKind.EVENT]
    record = Made(
        reports=corpus.reports, events=corpus.events, claims=corpus.claims, matters=matters, texts=dict(corpus.texts)
    )
    assert matter.standing is Standing.AGREED
    assert History(record).seen(matter, date(2031, 5, 8)).matter.standing is Standing.SINGLE
    assert (
        dataclasses.replace(matter, accounts=()).accounts
        == History(record).seen(matter, date(2031, 5, 1)).matter.accounts
    )
