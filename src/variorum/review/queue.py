"""What waits for a person: disputes, rulings adrift, names to check, days not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from variorum.model.decisions import Decision
from variorum.model.matters import Matter, Standing
from variorum.model.reports import Report


class Waiting(NamedTuple):
    """One line of the queue."""

    what: str
    target: str
    words: str
    why: str


def queue(
    reports: Iterable[Report],
    matters: Iterable[Matter],
    disputed: Mapping[str, tuple[Decision, ...]],
    adrift: Iterable[Decision],
) -> tuple[Waiting, ...]:
    """The queue: what blocks a ruling first, then what a word from a person would settle."""
    found = [
        Waiting(
            "adjudicate",
            target,
            ", ".join(f"{ruling.id} {ruling.verdict.value} by {ruling.reviewer}" for ruling in rulings),
            "two reviewers differ; neither is applied",
        )
        for target, rulings in sorted(disputed.items())
    ]
    found += [
        Waiting(
            "adrift",
            decision.id,
            decision.anchors[0].quote.exact if decision.anchors and decision.anchors[0].quote else decision.target,
            "the words this ruling was about are gone or stand in several places",
        )
        for decision in adrift
    ]
    found += [
        Waiting("day", report.id, report.name, f"no day is known: {report.masthead.published.how}")
        for report in reports
        if report.masthead.published.value is None
    ]
    for matter in matters:
        if matter.standing is Standing.NAME_CHECK:
            found.append(Waiting("name", matter.id, matter.title, matter.why))
        elif matter.is_likely:
            found.append(Waiting("join", matter.id, matter.title, f"the join is likely, not sure. {matter.settle}"))
    return tuple(found)
