"""Saved plain pages: what each line is, and which report of the page it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum import reports, sources
from variorum.model.reports import LineLabel

NAMES = {
    LineLabel.SUBHEADING: "body",
    LineLabel.SUMMARY: "body",
    LineLabel.TEASER: "body",
    LineLabel.REFERENCE: "chrome",
}
"""Labels that the benchmark does not tell apart; every other one keeps its name."""


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each record: `{"id", "labels", "parts"}`, one each for each line of the text."""
    for record in records:
        data = record["text"].encode("utf-8")
        taken = sources.take(data, name=record["id"])
        at: dict[int, tuple[str, int]] = {}
        for part, report in enumerate(reports.read(taken)):
            at |= {line.start: (NAMES.get(line.label, line.label.value), part) for line in report.lines}
        labels, parts, offset = [], [], 0
        for line in record["text"].split("\n"):
            label, part = at.get(offset, ("blank", 0))
            labels.append(label)
            parts.append(None if label in ("chrome", "blank") else part)
            offset += len(line) + 1
        yield {"id": record["id"], "labels": labels, "parts": parts}
