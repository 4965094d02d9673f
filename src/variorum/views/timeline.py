"""What happened, as told: one line for each happening, dated before undated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from variorum.model.entries import Event, Status
from variorum.model.matters import Matter, MatterKind
from variorum.model.reports import Genre
from variorum.model.spans import Span
from variorum.views.citations import Citations
from variorum.views.table import Row, Table
from variorum.views.wording import NOT_STATED, event_in_words, iso_day, when_in_words

TOLD_AS_DONE = frozenset({Status.DONE, Status.ONGOING})
"""A planned, threatened or called-for event never counts as done."""

VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
"""PLOVER types that are acts of speech; they stand among the statements."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the timeline."""

    when: str
    what: str
    report_ids: tuple[str, ...]
    cites: tuple[Span, ...]
    matter: Matter
    key: tuple[bool, str, str]


def happenings(citations: Citations, *, as_of: date | None = None) -> list[Happening]:
    """Event matters told as done, by day; those without a day last, by title."""
    events: dict[str, Event] = {event.id: event for event in citations.record.events}
    days = {report.id: report.masthead.published for report in citations.reports}
    genres = {report.id: report.masthead.genre.value for report in citations.reports}
    found = []
    for matter in citations.record.matters:
        if matter.kind is not MatterKind.EVENT:
            continue
        members = [events[member] for member in matter.members if member in events]
        if not members or all(event.status not in TOLD_AS_DONE or event.plover in VERBAL for event in members):
            continue
        if not any(_is_whole(event) for event in members):
            continue
        report_ids = tuple(dict.fromkeys(event.report_id for event in members))
        if all(genres.get(report_id) == Genre.OPINION.value for report_id in report_ids):
            continue
        if as_of is not None:
            known = [iso_day(days[report_id].latest) for report_id in report_ids if report_id in days]
            if not any(day and day <= as_of for day in known):
                continue
        when = when_in_words(matter.when, year=False, weekday=True)
        first = matter.when.earliest or matter.when.latest or ""
        cites = tuple(account.evidence[0] for account in matter.accounts)
        found.append(
            Happening(
                "" if when == NOT_STATED else when,
                event_in_words(matter),
                report_ids,
                cites,
                matter,
                (not first, first, matter.title),
            )
        )
    return sorted(found, key=lambda item: (*item.key, item.matter.id))


def _is_whole(event: Event) -> bool:
    """Whether a reader learns who did something to whom; the rest is in `show events`."""
    if event.status not in TOLD_AS_DONE:
        return False
    if event.is_reciprocal:
        return len(event.sources) > 1
    return bool(event.targets) and (bool(event.sources) or event.when.value is not None)


def table(citations: Citations, *, as_of: date | None = None) -> Table:
    """The timeline as a table."""
    rows = tuple(
        Row(
            (
                item.when or NOT_STATED,
                item.what,
                citations.letters(item.report_ids),
                citations.lettered(item.matter, item.matter.on_screen),
                citations.marks(item.cites),
            ),
            item.cites,
            item.matter.members,
        )
        for item in happenings(citations, as_of=as_of)
    )
    return Table("timeline", ("when", "what", "reports", "where it stands", "cite"), rows)
