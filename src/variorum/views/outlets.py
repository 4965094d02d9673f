"""The outlets of the record beside what a person says of them in `crisis.toml`. Shown only: nothing is weighed by it."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.crisis import OutletSetting
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.views.citations import Citations
from variorum.views.table import Row, Table
from variorum.views.wording import NOT_STATED, one_line

COLUMNS = ("outlet", "country", "owner", "party", "agency", "grade", "reports")


def table(citations: Citations, register: Sequence[OutletSetting]) -> Table:
    """Every outlet that a report names and every one of the register, by name, with the reports of each.

    A grade is the person's, on the Admiralty scale; an outlet that the register lacks has none, never a default.
    """
    held: dict[str, list[Report]] = {outlet.name: [] for outlet in register}
    by_name = {outlet.name.casefold(): outlet for outlet in register}
    for report in citations.reports:
        name = one_line(report.masthead.outlet.value or "") or NOT_STATED
        known = by_name.get(name.casefold())
        held.setdefault(known.name if known else name, []).append(report)
    rows = [
        _row(citations, name, by_name.get(name.casefold()), reports)
        for name, reports in sorted(held.items(), key=lambda item: (item[0] == NOT_STATED, item[0].casefold(), item[0]))
    ]
    return Table("outlets", COLUMNS, tuple(rows), "" if rows else "No outlet is named.")


def _row(citations: Citations, name: str, known: OutletSetting | None, reports: Sequence[Report]) -> Row:
    said = (
        (known.country or "", known.owner or "", known.party or "", "agency" if known.agency else "", known.grade or "")
        if known
        else ("", "", "", "", "")
    )
    spans: list[Span] = [report.masthead.outlet.span for report in reports if report.masthead.outlet.span]
    return Row(
        (name, *map(one_line, said), citations.letters(report.id for report in reports)),
        tuple(spans[:1]),
        tuple(sorted(report.id for report in reports)),
    )
