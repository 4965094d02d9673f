"""Letters for reports, numbers for words: short, and the same on every page of one record."""

from __future__ import annotations

import string
from collections.abc import Iterable
from functools import cached_property

from variorum.errors import NotFound
from variorum.model.matters import Matter
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.store.base import Record
from variorum.views.asof import History


def letter(index: int) -> str:
    """A, B, ... Z, AA, AB, ...: the letters of report number `index` (from 0)."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = string.ascii_uppercase[rest] + letters
    return letters


class Citations:
    """Letters and numbers of one record.

    Letters go to reports by the name of their file, then place; numbers to spans in the order in which the
    matters of the record cite them, then statements, events and claims in canonical order.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.reports = tuple(sorted(record.reports, key=lambda report: (report.name, report.start, report.id)))
        self._letters = {report.id: letter(k) for k, report in enumerate(self.reports)}

    @cached_property
    def history(self) -> History:
        """The record on any day."""
        return History(self.record)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Every span that is cited, in number order; number n is at place n - 1."""
        seen: dict[Span, None] = {}
        record = self.record
        for matter in record.matters:
            for account in matter.accounts:
                seen.update(dict.fromkeys(account.evidence))
            seen.update((apart.words, None) for apart in matter.apart)
        for statement in record.statements:
            seen.update(dict.fromkeys(statement.content))
        for event in record.events:
            seen.update(dict.fromkeys(event.evidence))
        for claim in record.claims:
            seen.update(dict.fromkeys(claim.evidence))
        return tuple(seen)

    @cached_property
    def _numbers(self) -> dict[Span, int]:
        return {span: number for number, span in enumerate(self.spans, 1)}

    def letter(self, report_id: str) -> str:
        """The report's letter; "?" for one that no longer counts."""
        return self._letters.get(report_id, "?")

    def letters(self, report_ids: Iterable[str]) -> str:
        """Letters of several reports, sorted, one blank between."""
        found = {self.letter(report_id) for report_id in report_ids}
        return " ".join(sorted(found, key=lambda name: (len(name), name)))

    def lettered(self, matter: Matter, words: str) -> str:
        """Words about a matter in which the ids of its reports have given way to their letters."""
        for account in matter.accounts:
            for report_id in account.report_ids:
                words = words.replace(report_id, self.letter(report_id))
        return words

    def number(self, span: Span) -> int:
        """The span's number.

        Raises:
            NotFound: if nothing in the record cites it.
        """
        try:
            return self._numbers[span]
        except KeyError:
            raise NotFound("nothing in the record cites these words", place=span.exact[:40]) from None

    def marks(self, spans: Iterable[Span]) -> str:
        """`[1][2]` for these spans, in number order."""
        return "".join(f"[{number}]" for number in sorted({self.number(span) for span in spans}))

    def at(self, number: int) -> Span:
        """The span with that number.

        Raises:
            NotFound: if there is none.
        """
        if 1 <= number <= len(self.spans):
            return self.spans[number - 1]
        raise NotFound(
            f"there is no citation [{number}]",
            place="words",
            next_step=f"This record has [1] to [{len(self.spans)}]."
            if self.spans
            else "This record cites nothing yet.",
        )

    def report_of(self, span: Span) -> Report | None:
        """The report whose extent holds the span."""
        for report in self.reports:
            if report.text_id == span.text_id and report.start <= span.start < report.end:
                return report
        return None

    def named(self, wanted: str) -> Report:
        """The report with that letter, id, or file name (or the one file name that begins so).

        Raises:
            NotFound: if none or several answer to it.
        """
        for report in self.reports:
            if wanted in (self._letters[report.id], report.id):
                return report
        by_name = [report for report in self.reports if report.name == wanted]
        by_name = by_name or [report for report in self.reports if report.name.startswith(wanted)]
        if len(by_name) == 1:
            return by_name[0]
        if by_name:
            raise NotFound(
                f"{len(by_name)} reports answer to {wanted!r}",
                next_step="Use the letter: " + ", ".join(self.letter(report.id) for report in by_name) + ".",
            )
        raise NotFound(f"no report answers to {wanted!r}", next_step="Letters and names: variorum show reports")

    def line_number(self, span: Span) -> int:
        """1-based line of the text layer on which the span starts."""
        return self.record.text(span.text_id).text.count("\n", 0, span.start) + 1

    def place(self, span: Span) -> str:
        """`B:15`: the report's letter and the line."""
        report = self.report_of(span)
        return f"{self.letter(report.id) if report else '?'}:{self.line_number(span)}"
