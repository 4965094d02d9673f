"""A group of entries and what was found about it -> a matter; and what groups of every kind are made with."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterator, Sequence

from variorum.collate.corpus import Corpus
from variorum.collate.standing import Finding, View
from variorum.model.entries import Claim, Event, When
from variorum.model.matters import Apart, Matter, MatterKind, Standing

A_NIGHT = 1
"""Days by which two claims of one thing may date it apart."""
WEIGHTS = {
    Standing.CONTESTED: 10.0,
    Standing.MIRRORED: 8.5,
    Standing.DENIED: 9.0,
    Standing.ORDER_UNKNOWN: 9.5,
    Standing.ACKNOWLEDGED: 9.2,
    Standing.CHANGED_POSITION: 9.1,
    Standing.LATER_DIFFERS: 8.0,
    Standing.UPDATED: 7.0,
    Standing.DENIAL_ONLY: 6.5,
    Standing.REFINED: 5.0,
    Standing.CORRECTED: 6.0,
    Standing.VARIANT_WORDING: 4.0,
    Standing.AGREED: 2.0,
    Standing.ORDER_IN_DOUBT: 1.6,
    Standing.UNVERIFIED: 1.5,
    Standing.SINGLE: 1.0,
}
"""Standing -> place on the page; accounts and origins add to it, never the parties."""


def weight_of(standing: Standing, accounts: int, origins: int) -> float:
    """Place on the page: by standing, then by how many accounts and origins there are."""
    return round(WEIGHTS.get(standing, 1.0) + min(accounts, 8) * 0.05 + min(origins, 8) * 0.02, 3)


def copied(entries: Sequence[Claim | Event], corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Pairs that a copy and its source tell in the same words: copied with them, whatever else is known of their scope."""
    found: dict[Hashable, dict[str, str]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        kind = (
            (entry.topic, entry.stance, entry.figure.words.exact if entry.figure else "")
            if isinstance(entry, Claim)
            else (entry.plover, entry.trigger.exact)
        )
        words = " ".join(entry.evidence[0].exact.split())
        origin = corpus.origin_of.get(entry.report_id) or entry.report_id
        found.setdefault((origin, kind, words), {}).setdefault(entry.report_id, entry.id)
    for by_report in found.values():
        yield from itertools.pairwise(sorted(by_report.values()))


def window_of(group: Sequence[Claim]) -> When:
    """The narrowest stated window of the group."""
    stated = [claim.window for claim in group if claim.window.value is not None]
    if not stated:
        return min(
            (claim.window for claim in group), key=lambda when: (when.latest is None, when.latest or "", when.why)
        )
    return min(stated, key=lambda when: (when.precision, when.is_inferred, when.value or ""))


def ruling_on(one: str, other: str) -> str:
    """What a person can do about a join that is only likely, with the ids to do it with."""
    return f"a ruling on the join: variorum review different {one} {other} (or: same)"


def _of_two_reports(group: Sequence[Claim]) -> tuple[str, str]:
    """Ids of two claims, of two reports where there are two: those whose join is in question."""
    first = min(group, key=lambda claim: claim.id)
    others = [claim for claim in group if claim.report_id != first.report_id] or [
        claim for claim in group if claim is not first
    ]
    return first.id, min(claim.id for claim in others)


def made(
    kind: MatterKind,
    title: str,
    group: Sequence[Claim],
    accounts: Sequence[tuple[object, View]],
    finding: Finding,
    when: When,
    *,
    likely: bool,
    apart: tuple[Apart, ...] = (),
) -> Matter:
    """The matter of a group of claims; `settle` names the reports whose day, or the join whose ruling, would settle it."""
    shown = tuple(account for account, _ in accounts)
    origins = {origin for account in shown for origin in account.origins}  # type: ignore[attr-defined]  # Accounts
    undated = sorted({claim.report_id for claim in group if claim.as_of.value is None})
    settle = finding.settle
    if settle and undated:
        settle = f"{settle}: variorum date {', '.join(undated)} DAY"
    elif likely and not settle:
        settle = ruling_on(*_of_two_reports(group))
    return Matter(
        id=min(claim.id for claim in group),
        kind=kind,
        title=title,
        members=tuple(sorted(claim.id for claim in group)),
        accounts=shown,  # type: ignore[arg-type]  # Accounts
        standing=finding.standing,
        on_screen=finding.on_screen,
        why=finding.why,
        when=when,
        apart=apart,
        is_likely=likely,
        settle=settle,
        weight=weight_of(finding.standing, len(shown), len(origins)),
    )
