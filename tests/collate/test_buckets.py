"""Matters made bucket by bucket are those made at once, and only what a new report touches is made again."""

from __future__ import annotations

import dataclasses
from typing import Any

import msgspec
from benchmarks.synthetic import make
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora import corpus_of, readings
from invented import CRISIS
from variorum.collate.buckets import Memo
from variorum.collate.corpus import Corpus
from variorum.collate.matters import collate
from variorum.crisis import Crisis
from variorum.model.ids import address_of_bytes
from variorum.model.matters import Matter

TOLD = [
    "Valdora struck Kestria on Wednesday and killed six people, Kestrian officials said.",
    "Valdora struck Kestria on Wednesday and killed 17 people, Kestrian officials said.",
    "Shelling of the town of Olmeda killed nine people on Thursday, a monitor said. The mayor counted 12 dead.",
    "Shelling of the town of Olmeda killed 15 people, an aid group said.",
    "Kestria said it shot down five Valdoran jets on Wednesday. Valdora denied that it lost any jets.",
    "Kestria said it shot down five Valdoran planes.",
    "Valdora accused Kestria of shelling Brisal on Tuesday. Kestria denied the charge.",
    "Rebels shelled Olmeda on Wednesday and killed three people, a monitor said.",
]
DAYS = ["2031-05-08", "2031-05-09", "2031-05-20", None]


def memo(known: dict[str, tuple[Matter, ...]] | None = None) -> Memo:
    """A memory that knows this."""

    def mark(value: Any) -> str:
        return address_of_bytes("work", msgspec.msgpack.encode(value))

    return Memo(mark, known or {})


def without_last(corpus: Corpus) -> Corpus:
    """The corpus before its last report came."""
    last = corpus.reports[-1].id

    def rest(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(item for item in items if item.report_id != last)

    return dataclasses.replace(
        corpus,
        reports=corpus.reports[:-1],
        statements=rest(corpus.statements),
        events=rest(corpus.events),
        claims=rest(corpus.claims),
        mentions=rest(corpus.mentions),
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(TOLD), st.sampled_from(DAYS)), min_size=2, max_size=7, unique=True))
def test_bucket_by_bucket_is_all_at_once(told: list[tuple[str, str | None]]) -> None:
    """With nothing known, with all but the last report known, and with everything known."""
    corpus = corpus_of(readings(*told))
    whole = collate(corpus, CRISIS)
    before = memo()
    collate(without_last(corpus), CRISIS, before)
    after = memo(before.fresh)
    assert collate(corpus, CRISIS, after) == whole
    again = memo({**before.fresh, **after.fresh})
    assert collate(corpus, CRISIS, again) == whole
    assert not again.fresh


def test_a_new_report_touches_its_own_buckets() -> None:
    """Of a crisis of 400 reports it makes only those anew in which its entries stand."""
    corpus = make(400).corpus
    before = memo()
    collate(without_last(corpus), Crisis(), before)
    after = memo(before.fresh)
    assert collate(corpus, Crisis(), after) == collate(corpus, Crisis())
    entries = [item for item in (*corpus.claims, *corpus.events) if item.report_id == corpus.reports[-1].id]
    assert 0 < len(after.fresh) <= len(entries)
    assert len(after.fresh) < len(after.used)


def test_what_a_matter_shows_of_its_report_makes_it_new() -> None:
    """The outlet's name, its day and its origin are read while matters are made."""
    corpus = corpus_of(readings((TOLD[0], DAYS[0]), (TOLD[1], DAYS[1])))
    before = memo()
    collate(corpus, CRISIS, before)
    other = dict(corpus.origin_of, **{corpus.reports[0].id: corpus.reports[1].id})
    changed = dataclasses.replace(corpus, origin_of=other)
    after = memo(before.fresh)
    assert collate(changed, CRISIS, after) == collate(changed, CRISIS)
    assert after.fresh
