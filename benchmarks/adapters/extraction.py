"""Web pages: title, authors and day of a page's first report, and its text with that of the live items that are its entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum import reports, sources
from variorum.errors import VariorumError
from variorum.model.reports import Genre, Line, LineLabel

TEXT = frozenset({LineLabel.SUMMARY, LineLabel.BODY, LineLabel.SUBHEADING})


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each record, given as `bytes` and `url`: `{"id", "text", "title", "authors", "date"}`."""
    for record in records:
        try:
            taken = sources.take(record["bytes"], name=record["id"], locator=record["url"])
            first, *others = reports.read(taken)
        except VariorumError as refused:
            yield {"id": record["id"], "text": "", "title": "", "authors": [], "date": "", "note": str(refused)}
            continue
        head = first.masthead
        page = [first, *(item for item in others if item.masthead.genre.value == Genre.LIVE.value)]
        told = [
            line
            for report in page
            for line in report.lines
            if line.label in TEXT or (report is not first and _heads(line))
        ]
        lines = [taken.text.text[line.start : line.end] for line in told]
        yield {
            "id": record["id"],
            "text": "\n".join(lines),
            "title": head.title.value or "",
            "authors": head.byline.value.split("; ") if head.byline.value else [],
            "date": (head.published.value or "")[:10],
        }


def _heads(line: Line) -> bool:
    """Whether a line is the headline of an entry: a subheading of the page."""
    return line.label is LineLabel.TITLE
