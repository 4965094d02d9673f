"""What changed between two records: entries gained, lost and altered, with their words."""

from __future__ import annotations

from collections.abc import Mapping

from variorum.model.ids import digest
from variorum.store.base import Record
from variorum.views.table import Row, Table
from variorum.views.wording import shortened

Effective = Mapping[str, tuple[str, str, str]]
"""Entry id -> (kind, digest, words)."""


def effective(record: Record) -> dict[str, tuple[str, str, str]]:
    """The record as `diff` compares it: reports, statements, events, claims and matters."""
    found: dict[str, tuple[str, str, str]] = {}
    for report in record.reports:
        found[report.id] = ("report", digest(report), report.name)
    for statement in record.statements:
        found[statement.id] = ("statement", digest(statement), statement.content[0].exact)
    for event in record.events:
        found[event.id] = ("event", digest(event), event.evidence[0].exact)
    for claim in record.claims:
        found[claim.id] = ("claim", digest(claim), claim.evidence[0].exact)
    for matter in record.matters:
        found[f"{matter.kind.value} {matter.id}"] = (
            "matter",
            digest(matter),
            f"{matter.title}: {matter.on_screen}",
        )
    return found


def table(before: Effective, after: Effective) -> Table:
    """Gained, lost, altered, by kind and id; no rows if nothing changed."""
    rows = []
    for key in sorted(set(before) | set(after)):
        old, new = before.get(key), after.get(key)
        if old is None and new is not None:
            rows.append(Row(("gained", new[0], shortened(new[2], 90)), (), (key,)))
        elif new is None and old is not None:
            rows.append(Row(("lost", old[0], shortened(old[2], 90)), (), (key,)))
        elif old is not None and new is not None and old[1] != new[1]:
            rows.append(Row(("altered", new[0], shortened(new[2], 90)), (), (key,)))
    order = {"gained": 0, "lost": 1, "altered": 2}
    rows.sort(key=lambda row: (row.cells[1], order[row.cells[0]], row.cells[2], row.ids))
    return Table("changes", ("change", "kind", "words"), tuple(rows), "" if rows else "Nothing changed.")
