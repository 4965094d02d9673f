"""The neutral export: one JSON object with offsets into the files as they were handed over."""

from __future__ import annotations

import json
import re
from typing import Any, BinaryIO

from variorum.model.entries import Claim, Event, Party, Statement, When
from variorum.model.marks import Bound
from variorum.model.matters import EXPORT_KINDS, Matter, MatterKind, Standing
from variorum.model.reports import Genre, LineLabel, Report
from variorum.model.spans import Span
from variorum.store.base import Record
from variorum.views.annotation import EXPORT_STANCE

GENRES = {
    Genre.NEWS: "news",
    Genre.OFFICIAL: "news",
    Genre.INTERVIEW: "news",
    Genre.LIVE: "news",
    Genre.ANALYSIS: "analysis",
    Genre.OPINION: "opinion",
    Genre.DIGEST: "summary",
}
"""Our genre -> the export's; any other is left out."""

REMOVED = frozenset({LineLabel.CHROME, LineLabel.CAPTION, LineLabel.TEASER, LineLabel.DATE, LineLabel.BYLINE})
"""Line labels that count as boilerplate there."""

BOUNDS = {Bound.AT_MOST: "approximate"}
"""Bounds the export has no word for."""


class Neutral:
    """Exporter `neutral`."""

    def write(self, record: Record, out: BinaryIO) -> None:
        """The record as UTF-8 JSON, keys and entries in canonical order."""
        out.write(json.dumps(neutral(record), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n")


def neutral(record: Record) -> dict[str, Any]:
    """The record as the export's plain JSON types."""
    names = {report.text_id: report.name for report in record.reports}
    raw = {report.text_id: record.text(report.text_id).is_raw for report in record.reports}

    def cite(span: Span) -> dict[str, Any]:
        found: dict[str, Any] = {
            "file": names.get(span.text_id, ""),
            "start": span.start,
            "end": span.end,
            "text": span.exact,
        }
        if not raw.get(span.text_id, True):
            found["layer"] = "text"
        return found

    return {
        "reports": [_report(report) for report in record.reports],
        "statements": [_statement(item, cite) for item in record.statements if not item.is_authors_reading],
        "events": _events(record, cite),
        "figures": [_figure(item, cite) for item in record.claims if item.figure],
        "discrepancies": [found for matter in record.matters if (found := _discrepancy(matter, cite)) is not None],
    }


def _report(report: Report) -> dict[str, Any]:
    head = report.masthead
    published = head.published
    genre = head.genre.value
    return {
        "id": report.id,
        "file": report.name,
        "start": report.start,
        "end": report.end,
        "outlet": head.outlet.value,
        "title": head.title.value,
        "byline": head.byline.value,
        "dateline_place": head.dateline_place.value,
        "published": {
            "value": _day(published.value),
            "instant": published.instant if published.clock else None,
            "precision": "approximate" if published.is_inferred and published.value else published.precision,
            "earliest": published.earliest,
            "latest": published.latest,
            "how": published.how,
        },
        "language": head.language.value,
        "genre": GENRES.get(Genre(genre)) if genre in set(Genre) else None,
        "boilerplate": [
            {"start": line.start, "end": line.end}
            for line in report.lines
            if line.label in REMOVED and line.end > line.start
        ],
    }


def _day(value: str | None) -> str | None:
    match = re.match(r"\d{4}(-\d{2}(-\d{2})?)?", value or "")
    return match.group(0) if match and "/" not in (value or "") else None


def _date(when: When) -> dict[str, Any]:
    return {"date": _day(when.value), "date_precision": when.precision, "date_inferred": when.is_inferred}


def _statement(item: Statement, cite: Any) -> dict[str, Any]:
    return {
        "id": item.id,
        "report": item.report_id,
        "speaker": item.speaker.name if item.speaker else None,
        "speaker_as_written": item.speaker.span.exact if item.speaker and item.speaker.span else None,
        "cue": item.cue.exact if item.cue else None,
        "mode": item.mode.value,
        "force": item.force.value,
        "stance": EXPORT_STANCE.get(item.force, "asserted"),
        "addressee": item.addressee.name if item.addressee else None,
        "unnamed": item.unnamed.value if item.unnamed else None,
        "hedges": [cite(span) for span in item.hedges],
        "distance": [cite(span) for span in item.distance],
        "condition": [cite(span) for span in item.condition],
        "via": [party.name for party in item.via],
        "date": _day(item.said.value),
        "content": [cite(span) for span in item.content],
        "evidence": [cite(span) for span in item.evidence],
        "inside": item.within,
    }


def _names(parties: tuple[Party, ...]) -> list[str]:
    return [party.name for party in parties]


def _event(item: Event, cite: Any) -> dict[str, Any]:
    return {
        "id": item.id,
        "type": item.plover,
        "mode": item.plover_mode,
        "code": item.cameo,
        "initiators": _names(item.sources),
        "targets": _names(item.targets),
        "place": item.where.name if item.where else None,
        **_date(item.when),
        "status": item.status.value,
        "inside": item.within,
        "evidence": [cite(span) for span in item.evidence],
    }


def _events(record: Record, cite: Any) -> list[dict[str, Any]]:
    """One entry for each happening: told in several reports, it carries the evidence of all."""
    events = {event.id: event for event in record.events}
    found, told = [], set()
    for matter in record.matters:
        members = [events[member] for member in matter.members if member in events]
        if matter.kind is not MatterKind.EVENT or not members:
            continue
        first = max(
            members,
            key=lambda event: (event.when.precision < 5, bool(event.targets), len(event.sources), event.id),
        )
        entry = _event(first, cite)
        entry["evidence"] = [cite(span) for event in members for span in event.evidence]
        entry["members"] = [event.id for event in members]
        found.append(entry)
        told.update(entry["members"])
    found += [_event(event, cite) for event in record.events if event.id not in told]
    return sorted(found, key=lambda entry: str(entry["id"]))


def _figure(item: Claim, cite: Any) -> dict[str, Any]:
    figure = item.figure
    if figure is None:  # only claims with a figure come here
        raise ValueError("no figure")
    vague = figure.bound is Bound.VAGUE
    value = figure.low if figure.low is not None and not vague else None
    if figure.bound is Bound.AT_MOST:
        value = figure.high
    return {
        "id": item.id,
        "value": value,
        "low": figure.low,
        "high": figure.high,
        "bound": BOUNDS.get(figure.bound, figure.bound.value),
        "counted": f"{figure.unit.exact} {item.topic}" if figure.unit else item.topic,
        "unit": figure.unit.exact if figure.unit else None,
        "slot": figure.slot,
        "subset": figure.subset,
        "claimant": item.claimant.name if item.claimant else "outlet",
        "stance": item.stance.value,
        "as_of": _day(item.as_of.value),
        "event": item.event,
        "evidence": [cite(span) for span in item.evidence],
        "number": [cite(figure.number)],
    }


def _discrepancy(matter: Matter, cite: Any) -> dict[str, Any] | None:
    """The matter as sides of entries; None where there is nothing to set side by side."""
    if matter.kind is MatterKind.EVENT and matter.standing is Standing.SINGLE:
        return None
    if matter.standing is Standing.SINGLE and matter.kind is not MatterKind.CAVEAT:
        return None
    if len(matter.accounts) < 2 and matter.standing not in (Standing.UNVERIFIED, Standing.DENIAL_ONLY):
        return None
    return {
        "id": matter.id,
        "kind": EXPORT_KINDS[matter.standing],
        "standing": matter.standing.value,
        "title": matter.title,
        "sides": [[*account.entry_ids, *(cite(span) for span in account.evidence)] for account in matter.accounts],
        "why": matter.why,
    }
