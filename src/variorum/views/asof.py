"""A matter as it stood on a day: from the reports that can have been read by then, and no others.

A report counts if its latest possible day is that day or before; it does not if its earliest possible day is after it; of
the rest nobody can say, and what they give is shown beside and counted in no standing (the vocabulary, "Unknown days and
--as-of").
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date

from variorum.collate import answered, positions
from variorum.collate.accounts import of_claims, of_events
from variorum.collate.corpus import Corpus
from variorum.collate.matters import event_finding
from variorum.collate.standing import of_figures
from variorum.crisis import Crisis
from variorum.model.entries import Claim, Event
from variorum.model.matters import Account, Matter, MatterKind
from variorum.model.reports import Report
from variorum.reports.kinship import origins
from variorum.store.base import Record
from variorum.views.wording import iso_day


@dataclasses.dataclass(frozen=True)
class Seen:
    """A matter on a day."""

    matter: Matter
    """Its accounts and standing by what was published then; no accounts if nothing was."""
    undated: tuple[Account, ...]
    """Of reports whose day is not known and may be later."""
    hidden: int
    """Accounts of later reports."""


class History:
    """One record, asked for its matters on any day; what it is laid out by is made once."""

    def __init__(self, record: Record) -> None:
        self.corpus = _corpus(record)
        self.entries: dict[str, Claim | Event] = {
            **self.corpus.event,
            **{claim.id: claim for claim in self.corpus.claims},
        }
        self._answers = answered.told_in_answers(self.corpus)

    def seen(self, matter: Matter, day: date, crisis: Crisis | None = None) -> Seen:
        """The matter as of a day.

        Args:
            matter: as it stands with every report.
            day: the day asked for.
            crisis: for the names of its actors.
        """
        reports = self.corpus.reports
        known = {report.id for report in reports if _is_by(report, day)}
        later = {report.id for report in reports if _is_after(report, day)}
        members = [self.entries[member] for member in matter.members if member in self.entries]
        if not members or matter.kind not in (MatterKind.FIGURE, MatterKind.POSITION, MatterKind.EVENT):
            accounts = tuple(account for account in matter.accounts if known.intersection(account.report_ids))
            left = [account for account in matter.accounts if account not in accounts]
            undated = tuple(account for account in left if not later.issuperset(account.report_ids))
            return Seen(dataclasses.replace(matter, accounts=accounts), undated, len(left) - len(undated))
        told = [entry for entry in members if entry.report_id in known]
        open_ = [entry for entry in members if entry.report_id not in known | later]
        hidden = [entry for entry in members if entry.report_id in later]
        return Seen(
            self._restated(matter, told, crisis or Crisis()),
            tuple(_accounts(open_, self.corpus)),
            len(_accounts(hidden, self.corpus)),
        )

    def _restated(self, matter: Matter, told: Sequence[Claim | Event], crisis: Crisis) -> Matter:
        """The matter made of these entries only."""
        claims = [entry for entry in told if isinstance(entry, Claim)]
        events = [entry for entry in told if isinstance(entry, Event)]
        if matter.kind is MatterKind.EVENT:
            base = event_finding(matter, events, self.corpus) if events else dataclasses.replace(matter, accounts=())
            return (
                (answered.restated(base, self._answers, self.corpus) or dataclasses.replace(base, accounts=()))
                if events
                else base
            )
        pairs = of_claims(claims, self.corpus)
        views = [view for _, view in pairs]
        if not views:
            return dataclasses.replace(matter, accounts=())
        finding = of_figures(views) if matter.kind is MatterKind.FIGURE else positions.finding(claims, views, crisis)
        return dataclasses.replace(
            matter,
            accounts=tuple(account for account, _ in pairs),
            members=tuple(sorted(claim.id for claim in claims)),
            standing=finding.standing,
            on_screen=finding.on_screen,
            why=finding.why,
            settle=finding.settle,
        )


def _accounts(entries: Iterable[Claim | Event], corpus: Corpus) -> list[Account]:
    entries = list(entries)
    claims = [entry for entry in entries if isinstance(entry, Claim)]
    events = [entry for entry in entries if isinstance(entry, Event)]
    return [account for account, _ in of_claims(claims, corpus)] if claims else of_events(events, corpus)


def _corpus(record: Record) -> Corpus:
    reports = tuple(record.reports)
    return Corpus(
        reports=reports,
        origin_of=origins(reports, record.kinships),
        statements=tuple(record.statements),
        events=tuple(record.events),
        claims=tuple(record.claims),
        mentions=(),
        texts={report.text_id: record.text(report.text_id) for report in reports},
    )


def _is_by(report: Report, day: date) -> bool:
    latest = iso_day(report.masthead.published.latest)
    return latest is not None and latest <= day


def _is_after(report: Report, day: date) -> bool:
    earliest = iso_day(report.masthead.published.earliest)
    return earliest is not None and earliest > day
