"""Copies: which text is a copy of which, and the families these make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum.model.reports import COPY_KINDS
from variorum.pipeline.reading import report_of
from variorum.reports import kinship


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each record: `{"id", "cluster", "copy_of", "kind"}`; a text given twice is one report."""
    read = {record["id"]: report_of(record["text"], date=record.get("date"), name=record["id"]) for record in records}
    texts = {layer.id: layer for layer, _ in read.values()}
    reports = {report.id: report for _, report in read.values()}
    family = {report_id: report_id for report_id in reports}

    def root(report_id: str) -> str:
        while family[report_id] != report_id:
            report_id = family[report_id]
        return report_id

    source: dict[str, tuple[str, str]] = {}
    found = kinship.find(reports.values(), texts)
    for kin in sorted(found, key=lambda kin: (kin.report_id, -kin.confidence, kin.source_id)):  # as `origins` does
        if kin.kind in COPY_KINDS:
            source.setdefault(kin.report_id, (reports[kin.source_id].name, kin.kind.value))
            family[root(kin.report_id)] = root(kin.source_id)
    for record_id, (_, report) in read.items():
        copy_of, kind = source.get(report.id, (None, None))
        yield {"id": record_id, "cluster": root(report.id), "copy_of": copy_of, "kind": kind}
