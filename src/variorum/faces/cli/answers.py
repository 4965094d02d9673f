"""A record held to an answer key: what was planted and found, what must not appear and does not.

A case of a key is an object with `id`, `kind`, `what` and a place: `report` and `words`, or `sides`, pairs of both. The
kinds are the layers below and the standings of the vocabulary; `must_not` turns a case round. A case may say more (the
claimant of a statement, the slot of a figure, ...), and everything it says must hold of one entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any

from variorum.model.entries import Claim, Event, Statement
from variorum.model.marks import Mention
from variorum.model.matters import Matter, MatterKind, Standing
from variorum.model.reports import Report
from variorum.model.spans import Span
from variorum.store.base import Record
from variorum.views.table import Row, Table

Case = dict[str, Any]


def planted(record: Record, key: list[Case]) -> Table:
    """One row for each planted case: found or missed; for what must not appear: absent or wrongly there."""
    rows, hits, traps, kept = [], 0, 0, 0
    for case in key:
        found = is_found(record, case)
        if case.get("must_not"):
            traps += 1
            kept += not found
            result = "wrongly there" if found else "rightly absent"
        else:
            hits += found
            result = "found" if found else "missed"
        rows.append(Row((case["id"], case["kind"], case["what"], result)))
    planted_count = len(key) - traps
    note = f"{hits} of {planted_count} planted cases found; {kept} of {traps} false alarms avoided."
    return Table("planted", ("case", "kind", "planted", "result"), tuple(rows), note)


def is_found(record: Record, case: Case) -> bool:
    """Whether the record holds what the case describes."""
    kind = case["kind"]
    if kind in _RELATIONS:
        one, other = (_report_at(record, *side) for side in case["sides"])
        return one is not None and other is not None and _RELATIONS[kind](record, one, other, case)
    if "sides" in case:
        sides = [_place(record, *side) for side in case["sides"]]
        wanted = _standings(case)
        return any(
            _joins(matter, sides, wanted) and _agree(record, matter, case) and not _is_only_one_event(matter, case)
            for matter in record.matters
        )
    place = _place(record, case["report"], case["words"])
    if place is None:
        return False
    if kind == "report":
        report = _report_at(record, case["report"], case["words"])
        return report is not None and _masthead_fits(report, case)
    if kind in LAYERS:
        return any(LAYERS[kind](item, place, case) for item in _entries(record))
    return any(
        matter.standing.value == kind and any(map(place.overlaps, _evidence(matter))) for matter in record.matters
    )


def _entries(record: Record) -> Iterable[Any]:
    return (*record.statements, *record.events, *record.claims, *record.mentions)


def _standings(case: Case) -> tuple[str, ...]:
    """The standings that the matter may have; none is any.

    A matter has one standing: where a toll is raised beside a rival's, `accepts` names each that says so. Two sides that
    must not be joined must not be joined at all, unless the case names the standing; one origin twice may be joined, but
    does not agree.
    """
    if "accepts" in case:
        return tuple(case["accepts"])
    if "standing" in case:
        return (case["standing"],)
    return (case["kind"],) if not case.get("must_not") or case["kind"] == Standing.AGREED.value else ()


def _is_of(record: Record, report: Report, file: str) -> bool:
    """Whether a report comes from that file, by itself or out of the container that the file is."""
    return report.name == file or PurePath(record.capture(report.capture_id).locator.partition("#")[0]).name == file


def _found(record: Record, file: str, words: str) -> tuple[Report, Span] | None:
    for report in record.reports:
        if not _is_of(record, report, file):
            continue
        text = record.text(report.text_id)
        start = text.text.find(words, report.start, report.end)
        if start >= 0:
            return report, text.span(start, start + len(words))
    return None


def _place(record: Record, file: str, words: str) -> Span | None:
    found = _found(record, file, words)
    return found[1] if found else None


def _report_at(record: Record, file: str, words: str) -> Report | None:
    found = _found(record, file, words)
    return found[0] if found else None


def _evidence(matter: Matter) -> list[Span]:
    return [span for account in matter.accounts for span in account.evidence]


def _joins(matter: Matter, sides: list[Span | None], standings: tuple[str, ...]) -> bool:
    if standings and matter.standing.value not in standings:
        return False
    spans = _evidence(matter)
    return all(side is not None and any(map(side.overlaps, spans)) for side in sides)


def _is_only_one_event(matter: Matter, case: Case) -> bool:
    """Whether two figures that must not be rivals are told of one attack, which they may well be."""
    return (
        bool(case.get("must_not"))
        and case["kind"] == Standing.CONTESTED.value
        and matter.kind is MatterKind.EVENT
        and matter.standing is not Standing.CONTESTED
    )


def _agree(record: Record, matter: Matter, case: Case) -> bool:
    """Whether each side's report stands as an origin of its own; of one origin two do not agree, whoever else does."""
    if matter.standing is not Standing.AGREED or not case.get("must_not"):
        return True
    origins = {origin for account in matter.accounts for origin in account.origins}
    reports = [_report_at(record, *side) for side in case["sides"]]
    return all(report is not None and report.id in origins for report in reports)


def _is_kin(record: Record, one: Report, other: Report, case: Case) -> bool:
    """Of that relation, from the first side to the second; without one, of any, in either direction."""
    if "relation" in case:
        return any(
            (kin.report_id, kin.source_id, kin.kind.value) == (one.id, other.id, case["relation"])
            for kin in record.kinships
        )
    return any({kin.report_id, kin.source_id} == {one.id, other.id} for kin in record.kinships)


def _is_one_story(record: Record, one: Report, other: Report, _: Case) -> bool:
    return any({one.id, other.id} <= set(story.report_ids) for story in record.stories)


_RELATIONS: dict[str, Callable[[Record, Report, Report, Case], bool]] = {"kinship": _is_kin, "story": _is_one_story}
"""Kinds that relate two reports."""


def _is_named(wanted: str | None, name: str) -> bool:
    """Whether one stands in the other: `Valdora` in "Valdoran officials"; a shorter name must be whole words of it."""
    if not wanted or wanted.lower() in name.lower():
        return True
    return bool(name) and re.search(rf"\b{re.escape(name)}\b", wanted, re.IGNORECASE) is not None


def _statement_fits(item: Any, place: Span, case: Case) -> bool:
    return (
        isinstance(item, Statement)
        and any(map(place.overlaps, item.content))
        and _is_named(case.get("claimant"), item.speaker.name if item.speaker else "")
        and case.get("force") in (None, item.force.value)
        and case.get("mode") in (None, item.mode.value)
        and ("via" not in case or any(_is_named(case["via"], party.name) for party in item.via))
        and (
            "addressee" not in case
            or (item.addressee is not None and _is_named(case["addressee"], item.addressee.name))
        )
        and ("condition" not in case or any(_shares_words(case["condition"], span.exact) for span in item.condition))
    )


def _shares_words(wanted: str, exact: str) -> bool:
    return wanted.lower() in exact.lower() or exact.lower() in wanted.lower()


def _event_fits(item: Any, place: Span, case: Case) -> bool:
    """By its sentence; by its own word where the case says how it is told or by whom it was done."""
    if not isinstance(item, Event):
        return False
    if "status" not in case and "source" not in case:
        return any(map(place.overlaps, item.evidence))
    return (
        place.overlaps(item.trigger)
        and case.get("status") in (None, item.status.value)
        and ("source" not in case or any(_is_named(case["source"], party.name) for party in item.sources))
    )


def _figure_fits(item: Any, place: Span, case: Case) -> bool:
    if not isinstance(item, Claim) or item.figure is None or not any(map(place.overlaps, item.evidence)):
        return False
    if any(field in case and getattr(item.figure, field) != case[field] for field in ("low", "high", "slot", "subset")):
        return False
    if case.get("claimant") and not _is_named(case["claimant"], item.claimant.name if item.claimant else "the outlet"):
        return False
    return not case.get("stance") or item.stance.value == case["stance"]


def _mention_fits(item: Any, place: Span, case: Case) -> bool:
    """By exact name or by whom it means: `actor` is among those, `actors` are just those."""
    return (
        isinstance(item, Mention)
        and place.overlaps(item.span)
        and case.get("name") in (None, item.name)
        and ("actor" not in case or case["actor"] in item.actors)
        and ("actors" not in case or sorted(item.actors) == case["actors"])
    )


def _entry_fits(item: Any, place: Span, _: Case) -> bool:
    """Any statement, event or claim that cites these words."""
    return not isinstance(item, Mention) and any(map(place.overlaps, item.evidence))


LAYERS: dict[str, Callable[[Any, Span, Case], bool]] = {
    "statement": _statement_fits,
    "event": _event_fits,
    "figure": _figure_fits,
    "mention": _mention_fits,
    "entry": _entry_fits,
}
"""Kind of a case that names one place -> whether an entry is what it describes."""

KINDS = frozenset({"report", *LAYERS, *_RELATIONS, *(standing.value for standing in Standing)})
"""Every kind that a case may have."""


def _masthead_fits(report: Report, case: Case) -> bool:
    head = report.masthead
    for field in ("outlet", "genre", "title", "byline"):
        if field in case and getattr(head, field).value != case[field]:
            return False
    return "published" not in case or head.published.value == case["published"]
