"""Flat exports: a CSV of accounts for spreadsheets, JSON lines of every entry for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import BinaryIO

from variorum.model.ids import canonical
from variorum.store.base import Record
from variorum.views import compare, lists, timeline
from variorum.views.citations import Citations

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would run a cell that begins so: it gets a leading apostrophe (OWASP, CSV injection)."""


def _cell(words: str) -> str:
    return "'" + words if words.startswith(_FORMULA_STARTS) else words


class CsvTables:
    """Exporter `csv`: every matter with its accounts, one row an account, UTF-8 with a header."""

    def write(self, record: Record, out: BinaryIO) -> None:
        """The accounts of all matters, those told alike included."""
        citations = Citations(record)
        table = compare.table(citations, list(enumerate(record.matters, 1)))
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([*table.columns, "place", "file"])
        for row in table.rows:
            span = row.cites[0]
            report = citations.report_of(span)
            writer.writerow([*map(_cell, row.cells), citations.place(span), report.name if report else ""])
        out.write(text.getvalue().encode("utf-8", "backslashreplace"))


class JsonLines:
    """Exporter `jsonl`: one JSON object a line, `{"kind", ...}`, every table of the record."""

    def write(self, record: Record, out: BinaryIO) -> None:
        """Reports, statements, events, figures, timeline, then whole matters."""
        citations = Citations(record)
        views = [
            lists.reports(citations),
            lists.statements(citations),
            lists.events(citations),
            lists.figures(citations),
            timeline.table(citations),
        ]
        for table in views:
            for entry in table.records():
                _line(out, {"kind": table.name, **entry})
        for matter in record.matters:
            _line(
                out,
                {
                    "kind": "matter",
                    "id": matter.id,
                    "standing": matter.standing.value,
                    "value": canonical(matter),
                },
            )


def _line(out: BinaryIO, value: object) -> None:
    out.write(json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
