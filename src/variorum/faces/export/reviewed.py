"""What people ruled about statements, in the form of the statements benchmark: what a learned scorer is trained on.

Only what a person saw counts: confirmed, corrected and added statements are gold, rejected ones are listed as such, and
the words of every other statement are to be ignored, for nobody said whether they are right.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from variorum.model.decisions import Decision, Verdict
from variorum.model.entries import Statement
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.review.anchor import find, locate
from variorum.review.fold import live, settled
from variorum.store.base import Record
from variorum.views.annotation import BENCHMARK_STANCE

_KEPT = (Verdict.CONFIRM, Verdict.CORRECT, Verdict.ADD)


class Reviewed:
    """Exporter `reviewed`."""

    def write(self, record: Record, out: BinaryIO) -> None:
        """One JSON line for each report with a ruling on a statement; nothing where there is none."""
        out.writelines(
            json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
            for line in reviewed(record)
        )


def reviewed(record: Record) -> list[dict[str, Any]]:
    """`{"id", "text", "statements", "rejected", "ignore"}` a report, offsets into `text`, which is the report's own."""
    rulings = live(record.decisions)
    applies, _ = settled(rulings)
    added = [ruling for ruling in rulings if ruling.verdict is Verdict.ADD]
    found = []
    for report in record.reports:
        mine = [item for item in record.statements if item.report_id == report.id]
        text = record.text(report.text_id).text
        kept = _ruled(mine, [*applies.values(), *added], text)
        rejected = _rejected(applies.values(), report, text)
        if kept or rejected:
            found.append(_line(report, text, mine, kept, rejected))
    return found


def _ruled(mine: list[Statement], rulings: Iterable[Decision], text: str) -> set[str]:
    """Ids of the statements that a ruling keeps, found by id or by their words."""
    ids = {item.id for item in mine}
    found = set()
    for ruling in rulings:
        if ruling.verdict not in _KEPT:
            continue
        if ruling.target in ids:
            found.add(ruling.target)
        elif ruling.anchors and ruling.anchors[0].kind == "statement" and mine:
            target = find(ruling.anchors[0], mine, text)
            if target is not None:
                found.add(target)
    return found


def _rejected(rulings: Iterable[Decision], report: Report, text: str) -> list[tuple[int, int, str]]:
    """(start, end, cue) of the words that a person took out of this report."""
    found = []
    for ruling in rulings:
        anchor = ruling.anchors[0] if ruling.anchors else None
        if ruling.verdict is not Verdict.REJECT or anchor is None or anchor.kind != "statement" or not anchor.quote:
            continue
        start = locate(anchor.quote, text)
        if start is not None and report.start <= start < report.end:
            found.append((start, start + len(anchor.quote.exact), anchor.facet))
    return sorted(set(found))


def _line(
    report: Report, text: str, mine: list[Statement], kept: set[str], rejected: list[tuple[int, int, str]]
) -> dict[str, Any]:
    gold = [item for item in mine if item.id in kept]
    places = {item.id: place for place, item in enumerate(gold)}
    first = report.start

    def words(start: int, end: int) -> dict[str, Any]:
        return {"text": text[start:end], "start": start - first, "end": end - first}

    def cited(span: Span | None) -> dict[str, Any] | None:
        return words(span.start, span.end) if span is not None else None

    def content(item: Statement) -> dict[str, Any]:
        whole = words(item.content[0].start, item.content[-1].end)
        if len(item.content) > 1:
            whole["spans"] = [[span.start - first, span.end - first] for span in item.content]
        return whole

    return {
        "id": report.id,
        "text": text[first : report.end],
        "statements": [
            {
                "speaker": cited(item.speaker.span if item.speaker else None),
                "cue": cited(item.cue),
                "content": content(item),
                "kind": item.mode.value,
                "polarity": "positive",
                "stance": BENCHMARK_STANCE.get(item.force.value, item.force.value),
                "who": item.speaker.name if item.speaker else None,
                "via": [party.name for party in item.via],
                "inside": places.get(item.within) if item.within else None,
            }
            for item in gold
        ],
        "rejected": [{"content": words(start, end), "cue": cue or None} for start, end, cue in rejected],
        "ignore": [
            [span.start - first, span.end - first] for item in mine if item.id not in kept for span in item.content
        ],
    }
