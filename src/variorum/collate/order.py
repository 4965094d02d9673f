"""Reports whose own days do not fit: something told as done on a day after the report was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from variorum.collate.accounts import of_events
from variorum.collate.corpus import Corpus
from variorum.collate.shaping import weight_of
from variorum.model.entries import Event, Status
from variorum.model.matters import ON_SCREEN, Matter, MatterKind, Standing

A_DAY = timedelta(days=1)
"""By which two zones can date one moment apart."""
_TOLD = frozenset({Status.DONE, Status.ONGOING})


def matters(corpus: Corpus) -> Iterator[Matter]:
    """One matter for each report that tells as done what it dates after its own day: one of the two days is wrong.

    Only days that words give count, on both sides; nothing is said about which is wrong.
    """
    ahead: dict[str, list[Event]] = {}
    for event in corpus.events:
        if event.status in _TOLD and _is_ahead(event, corpus):
            ahead.setdefault(event.report_id, []).append(event)
    for report_id, events in sorted(ahead.items()):
        first = min(events, key=lambda event: (event.trigger.start, event.id))
        own = corpus.report[report_id].masthead.published.value
        yield Matter(
            id=first.id,
            kind=MatterKind.CAVEAT,
            title=f"{corpus.outlet(report_id)}: dates do not fit",
            members=tuple(sorted(event.id for event in events)),
            accounts=tuple(of_events([first], corpus)),
            standing=Standing.ORDER_IN_DOUBT,
            on_screen=ON_SCREEN[Standing.ORDER_IN_DOUBT],
            why=f"A report of {own} tells as done what it dates {first.when.value}.",
            when=first.when,
            settle=f"the report's day: variorum date {report_id} DAY",
            weight=weight_of(Standing.ORDER_IN_DOUBT, 1, 1),
        )


def _is_ahead(event: Event, corpus: Corpus) -> bool:
    published = corpus.report[event.report_id].masthead.published
    if event.when.span is None or event.when.is_inferred or event.when.precision != 1 or published.precision != "day":
        return False
    if event.when.earliest is None or published.latest is None:
        return False
    try:
        return date.fromisoformat(event.when.earliest) > date.fromisoformat(published.latest) + A_DAY
    except (ValueError, OverflowError):
        return False
