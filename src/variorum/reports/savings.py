"""Two savings of one page: which one counts.

A reader saves a page, and saves it again when it has changed. Both are kept; one counts. No clock is asked: the page
itself says which is later (the day it shows, its last update), else the longer one is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from variorum.model.reports import LineLabel, Report, TextLayer

SAME_ADDRESS_SHARE = 0.5
"""Share of body lines two pages of one address must have in common to be two savings of one article."""
SAME_TITLE_SHARE = 0.8
"""The same where only outlet and title agree: a reused headline is not a saving."""


def superseded(reports: Iterable[Report], texts: Mapping[str, TextLayer], urls: Mapping[str, str]) -> dict[str, str]:
    """Report id -> id of the later saving of the same article.

    Args:
        reports: all of them.
        texts: by id.
        urls: capture id -> the page's own address, where it has one.
    """
    buckets: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        head = report.masthead
        url = urls.get(report.capture_id, "")
        if url and not report.part_of:
            buckets.setdefault(("url", url), []).append(report)
        if head.title.value and head.outlet.value:
            buckets.setdefault(("title", f"{head.outlet.value}\n{_plain(head.title.value)}"), []).append(report)
    found: dict[str, str] = {}
    for (by, _), members in sorted(buckets.items()):
        if len(members) < 2:
            continue
        share = SAME_ADDRESS_SHARE if by == "url" else SAME_TITLE_SHARE
        ranked = sorted(members, key=lambda report: _rank(report, texts), reverse=True)
        for k, later in enumerate(ranked):
            for earlier in ranked[k + 1 :]:
                if (
                    earlier.id not in found
                    and later.capture_id != earlier.capture_id
                    and _shared(_body(later, texts), _body(earlier, texts)) >= share
                ):
                    found[earlier.id] = later.id
    return {old: _last(found, old) for old in found}


def _last(found: Mapping[str, str], report_id: str) -> str:
    seen = {report_id}
    while report_id in found and found[report_id] not in seen:
        report_id = found[report_id]
        seen.add(report_id)
    return report_id


def _rank(report: Report, texts: Mapping[str, TextLayer]) -> tuple[str, str, int, str]:
    head = report.masthead
    length = sum(len(line) for line in _body(report, texts))
    return (head.page_clock.latest or "", head.updated.latest or "", length, report.id)


def _body(report: Report, texts: Mapping[str, TextLayer]) -> frozenset[str]:
    text = texts[report.text_id].text
    return frozenset(_plain(text[line.start : line.end]) for line in report.lines if line.label is LineLabel.BODY)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
