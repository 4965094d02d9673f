"""Web pages: text, title, authors and day of a page's first report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum import reports, sources
from variorum.errors import VariorumError
from variorum.model.reports import LineLabel

TEXT = frozenset({LineLabel.SUMMARY, LineLabel.BODY, LineLabel.SUBHEADING})


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each record, given as `bytes` and `url`: `{"id", "text", "title", "authors", "date"}`."""
    for record in records:
        try:
            taken = sources.take(record["bytes"], name=record["id"], locator=record["url"])
            report = reports.read(taken)[0]
        except VariorumError as refused:
            yield {"id": record["id"], "text": "", "title": "", "authors": [], "date": "", "note": str(refused)}
            continue
        head = report.masthead
        lines = [taken.text.text[line.start : line.end] for line in report.lines if line.label in TEXT]
        yield {
            "id": record["id"],
            "text": "\n".join(lines),
            "title": head.title.value or "",
            "authors": head.byline.value.split("; ") if head.byline.value else [],
            "date": (head.published.value or "")[:10],
        }
