"""Reports without a day: what the rest of the record says about when they can have been written at the earliest.

A report that tells of what another report dates was not written before that day. Inferred, shown with its reason, and
never counted: a standing and `--as-of` rest on the days of the mastheads alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.model.entries import Claim, Event, When
from variorum.model.matters import Matter, MatterKind
from variorum.model.reports import Report
from variorum.views.citations import Citations
from variorum.views.timeline import TOLD_AS_DONE, VERBAL
from variorum.views.wording import (
    INFERRED,
    NOT_STATED,
    day_in_words,
    iso_day,
    one_line,
    published_in_words,
    when_in_words,
)

SIX_DAYS = timedelta(days=6)
"""A weekday named bare is the writer's own day or one of the six before it; one that is still to come is later yet."""


@dataclass(frozen=True, slots=True)
class NotBefore:
    """The day before which a report cannot have been written, and why."""

    day: date
    how: str


def not_before(citations: Citations) -> Mapping[str, NotBefore]:
    """Report id -> bound, for reports whose page and text give none, where another report dates what they tell."""
    waiting = {
        report.id
        for report in citations.reports
        if report.masthead.published.value is None and report.masthead.published.earliest is None
    }
    if not waiting:
        return {}
    entries: dict[str, Event | Claim] = {
        event.id: event
        for event in citations.record.events
        if event.status in TOLD_AS_DONE and event.plover not in VERBAL  # words are said again and again
    }
    entries |= {claim.id: claim for claim in citations.record.claims if claim.figure is not None}
    found: dict[str, NotBefore] = {}
    for matter in citations.record.matters:
        if matter.kind not in (MatterKind.EVENT, MatterKind.FIGURE):
            continue
        members = [entries[member] for member in matter.members if member in entries]
        for report_id in sorted({entry.report_id for entry in members} & waiting):
            bound = _bound(citations, matter, [entry for entry in members if entry.report_id != report_id])
            if bound is not None and (report_id not in found or bound.day > found[report_id].day):
                found[report_id] = bound
    return found


def _bound(citations: Citations, matter: Matter, others: Iterable[Event | Claim]) -> NotBefore | None:
    """The earliest of the days that other reports give the matter."""
    dated = sorted(
        (day, citations.letter(entry.report_id))
        for entry in others
        if (day := _exact(entry.when if isinstance(entry, Event) else entry.window)) is not None
    )
    if not dated:
        return None
    day, letter = dated[0]
    join = "joined with it as likely, " if matter.is_likely else ""
    return NotBefore(day, f"it tells of “{one_line(matter.title)}”, {join}which {letter} dates {day_in_words(day)}")


def _exact(when: When) -> date | None:
    return iso_day(when.value) if when.earliest == when.latest else None


def written(bounds: Mapping[str, NotBefore], report: Report, *, with_clock: bool = False) -> tuple[str, str]:
    """(day of the report in words, how it is known), with its bound where the rest of the record gives one.

    Args:
        bounds: by report id.
        report: the report.
        with_clock: whether to write the clock and zone that its page states behind the day.
    """
    dated = report.masthead.published
    bound = bounds.get(report.id)
    if bound is None:
        return published_in_words(dated, with_clock=with_clock), dated.how
    return f"{NOT_STATED}; {day_in_words(bound.day)} or after{INFERRED}", f"{dated.how}; {bound.how}"


def when_bounded(bounds: Mapping[str, NotBefore], report_id: str, when: When) -> str:
    """The day of an entry in words; a weekday that no day could be counted for, with what bounds its report."""
    bound = bounds.get(report_id)
    if bound is None or when.weekday is None:
        return when_in_words(when)
    first = bound.day - SIX_DAYS
    first += timedelta(days=(when.weekday - first.weekday()) % 7)
    return f"{when_in_words(when).rstrip(INFERRED)}, {day_in_words(first)} or after{INFERRED}"
