"""Stories: which reports tell one happening."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum.pipeline.reading import report_of
from variorum.reports import stories


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each record: `{"id", "cluster"}`; a report without a story stands alone."""
    read = {record["id"]: report_of(record["text"], date=record.get("date"), name=record["id"]) for record in records}
    texts = {layer.id: layer for layer, _ in read.values()}
    reports = {report.id: report for _, report in read.values()}
    story_of = {
        report_id: story.report_ids[0]
        for story in stories.group(reports.values(), texts)
        for report_id in story.report_ids
    }
    for record_id, (_, report) in read.items():
        yield {"id": record_id, "cluster": story_of.get(report.id, report.id)}
