"""What a view returns: rows of words, each with the entries and the spans behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from variorum.model.spans import Span
from variorum.store.base import Record


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    cells: tuple[str, ...]
    """As many as the table has columns."""
    cites: tuple[Span, ...] = ()
    ids: tuple[str, ...] = ()
    """Ids of the entries behind the row."""


@dataclass(frozen=True, slots=True)
class Table:
    """A named table; faces dress it as text, JSON, CSV or HTML."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    """Why it is empty, or what was left out."""

    def records(self) -> list[dict[str, Any]]:
        """Rows as plain JSON objects, each with its `ids` and `evidence`."""
        return [
            {
                **dict(zip(self.columns, row.cells, strict=True)),
                "ids": list(row.ids),
                "evidence": [
                    {"text_id": span.text_id, "start": span.start, "end": span.end, "text": span.exact}
                    for span in row.cites
                ],
            }
            for row in self.rows
        ]


class View(Protocol):
    """Record -> table."""

    def table(self, record: Record, *, as_of: date | None = None) -> Table:
        """The rows, in the order of the page."""
        ...
