"""What the day of one report would settle, before anyone gives it."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.matters import Matter, Standing
from variorum.model.reports import Report
from variorum.views.bounds import not_before, written
from variorum.views.citations import Citations
from variorum.views.wording import one_line


@dataclass(frozen=True, slots=True)
class Settled:
    """What hangs on the day of one report."""

    letter: str
    published: str
    """The day as it stands, in words."""
    how: str
    """How it is known, or why it is not."""
    matters: tuple[tuple[str, str], ...]
    """(title, where it stands) of matters whose accounts could then be put in order."""
    days: tuple[str, ...]
    """Words of the report that would get a day: "Saturday", "last week"."""


def settled_by_day(citations: Citations, report: Report) -> Settled:
    """What a day would settle: matters of unknown order that this report tells, and its days that count from it."""
    matters = tuple(
        (one_line(matter.title), matter.on_screen)
        for matter in citations.record.matters
        if matter.standing is Standing.ORDER_UNKNOWN and _hangs_on(matter, report)
    )
    waiting = dict.fromkeys(
        one_line(event.when.span.exact)
        for event in citations.record.events
        if event.report_id == report.id and event.when.value is None and event.when.span is not None
    )
    published, how = written(not_before(citations), report, with_clock=True)
    return Settled(citations.letter(report.id), published, how, matters, tuple(sorted(waiting)))


def _hangs_on(matter: Matter, report: Report) -> bool:
    return any(report.id in account.report_ids and account.as_of.value is None for account in matter.accounts)
