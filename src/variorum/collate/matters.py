"""Entries -> matters: which of them speak of one thing, and where the accounts of it stand."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Hashable, Iterable, Iterator, Sequence

from variorum.collate import names, remarks, titles
from variorum.collate.accounts import of_claims, of_events
from variorum.collate.cluster import Weighing, clusters
from variorum.collate.corpus import Corpus, side, state_name, states, tellers
from variorum.collate.match import (
    began_match,
    claim_blocks,
    claim_signature,
    claims_match,
    did_match,
    event_blocks,
    event_signature,
    events_match,
    is_mirror,
)
from variorum.collate.standing import Finding, View, of_figures
from variorum.collate.verdict import Blocks, Verdict
from variorum.crisis import Crisis
from variorum.model.entries import BEGAN, CORRECTION, DID, UNVERIFIED, Claim, Event, Stance, When
from variorum.model.matters import ON_SCREEN, Apart, Matter, MatterKind, Standing

MIN_CONFIDENCE = 0.5
"""Events surer than that are collated; the rest stay in the lists."""
MAX_APART = 4
A_NIGHT = 1
"""Days by which two claims of one thing may date it apart."""
ANSWER_CHARS = 400
"""How far after a charge its answer may stand."""
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
    Standing.UNVERIFIED: 1.5,
    Standing.SINGLE: 1.0,
}
"""Standing -> place on the page; accounts and origins add to it, never the parties."""


def collate(corpus: Corpus, crisis: Crisis) -> tuple[Matter, ...]:
    """Every matter of the corpus, heaviest first; the same whatever the order of the entries.

    Args:
        corpus: effective entries, and what a person ruled same or different.
        crisis: settings; `same_event_days` is how far two tellings of one event may date it apart.
    """
    slack = crisis.collate.same_event_days
    found: list[Matter] = []
    figures = [claim for claim in corpus.claims if claim.topic not in (DID, BEGAN, UNVERIFIED, CORRECTION)]
    found += _figure_matters(figures, corpus, crisis, slack)
    found += _position_matters([claim for claim in corpus.claims if claim.topic in (DID, BEGAN)], corpus, crisis, slack)
    found += _event_matters(corpus, crisis, slack)
    found += remarks.matters(corpus)
    found += names.matters(corpus)
    found += _notes([claim for claim in corpus.claims if claim.topic in (UNVERIFIED, CORRECTION)], corpus)
    return tuple(sorted(found, key=lambda matter: (-matter.weight, matter.title, matter.kind.value, matter.id)))


def _weight(standing: Standing, accounts: int, origins: int) -> float:
    return round(WEIGHTS.get(standing, 1.0) + min(accounts, 8) * 0.05 + min(origins, 8) * 0.02, 3)


def _figure_matters(claims: Sequence[Claim], corpus: Corpus, crisis: Crisis, slack: int) -> list[Matter]:
    found = []
    for cluster in clusters(
        claims,
        Weighing(
            key=lambda claim: claim.id,
            report=lambda claim: claim.report_id,
            signature=claim_signature,
            blocks=lambda claim: claim_blocks(claim, slack),
            match=lambda one, other, _: claims_match(one, other, slack),
            slack=A_NIGHT,
        ),
        together=[*_told_of_one_event(claims), *_copied(claims, corpus)],
        same=corpus.same,
        different=corpus.different,
        most_apart=MAX_APART,
    ):
        accounts = of_claims(cluster.items, corpus)
        finding = of_figures([view for _, view in accounts])
        found.append(
            _matter(
                MatterKind.FIGURE,
                titles.of_figures(cluster.items, crisis),
                cluster.items,
                accounts,
                finding,
                _window(cluster.items),
                likely=cluster.is_likely,
                apart=tuple(Apart(claim.id, claim.evidence[0], why) for claim, why in cluster.apart),
            )
        )
    return found


def _copied(entries: Sequence[Claim | Event], corpus: Corpus) -> Iterator[tuple[str, str]]:
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


def _told_of_one_event(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """Pairs of figures about one told event and one part of those it struck."""
    by_event: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.event is not None:
            by_event.setdefault((claim.event, claim.topic), []).append(claim)
    for members in by_event.values():
        for one, other in itertools.combinations(members, 2):
            first, second = one.figure.subset if one.figure else None, other.figure.subset if other.figure else None
            if one.figure is None or other.figure is None or first == second:
                yield one.id, other.id


def _window(group: Sequence[Claim]) -> When:
    """The narrowest stated window of the group."""
    stated = [claim.window for claim in group if claim.window.value is not None]
    if not stated:
        return min(
            (claim.window for claim in group), key=lambda when: (when.latest is None, when.latest or "", when.why)
        )
    return min(stated, key=lambda when: (when.precision, when.is_inferred, when.value or ""))


def _position_matters(claims: Sequence[Claim], corpus: Corpus, crisis: Crisis, slack: int) -> list[Matter]:
    found = []
    for cluster in clusters(
        claims,
        Weighing(
            key=lambda claim: claim.id,
            report=lambda claim: claim.report_id,
            signature=claim_signature,
            blocks=lambda claim: _position_blocks(claim, slack),
            match=lambda one, other, _: _positions_match(one, other, slack),
            slack=A_NIGHT,
        ),
        together=[*_told_together(claims), *_copied(claims, corpus)],
        same=corpus.same,
        different=corpus.different,
    ):
        accounts = of_claims(cluster.items, corpus)
        finding = _position_finding(cluster.items, [view for _, view in accounts], crisis)
        found.append(
            _matter(
                MatterKind.POSITION,
                titles.of_position(cluster.items, crisis),
                cluster.items,
                accounts,
                finding,
                _window(cluster.items),
                likely=cluster.is_likely,
            )
        )
    return found


def _position_blocks(claim: Claim, slack: int) -> Blocks:
    found = claim_blocks(claim, slack)
    if claim.topic == BEGAN and claim.window.earliest:
        found = dataclasses.replace(found, tight=(*found.tight, (claim.topic, claim.plover, claim.window.earliest)))
    return found


def _positions_match(one: Claim, other: Claim, slack: int) -> Verdict:
    """Whether two positions are on one question; who did it is the answer to it, not a part of its scope."""
    if one.topic != other.topic:
        return Verdict(joined=False, why="another question")
    if one.plover is None or other.plover is None:
        return Verdict(joined=False, why="what exactly is not said")
    return began_match(one, other, slack) if one.topic == BEGAN else did_match(one, other, slack)


def _told_together(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """Pairs of positions in one report: told of one event, an answer to a charge, a charge that each makes of the other."""
    for one, other in _in_one_report(claims):
        of_one_event = one.event is not None and one.event == other.event
        answer = _answers(one, other) or _answers(other, one)
        if of_one_event or answer or _accuse_each_other(one, other) or _began_on_each_other(one, other):
            yield one.id, other.id


def _in_one_report(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report_id, []).append(claim)
    for members in by_report.values():
        yield from itertools.combinations(members, 2)


def _began_on_each_other(one: Claim, other: Claim) -> bool:
    """Whether two sides say in one breath that the other was first; where each puts it is a part of its answer."""
    near = abs(one.evidence[0].start - other.evidence[0].start) <= ANSWER_CHARS
    return near and one.topic == other.topic == BEGAN and is_mirror(one, other, in_one_breath=True)


def _accuse_each_other(one: Claim, other: Claim) -> bool:
    return one.topic == DID and one.plover is not None and is_mirror(one, other)


def _is_mirrored(group: Sequence[Claim]) -> bool:
    """Whether two sides say it of each other, in one statement or of the same first shot."""
    told: dict[Hashable, dict[Hashable, Claim]] = {}
    began = [claim for claim in group if claim.topic == BEGAN]
    if any(_began_on_each_other(one, other) for one, other in _in_one_report(began)):
        return True
    for claim in group:
        place = claim.within if claim.topic == DID else claim.topic
        told.setdefault(place, {}).setdefault(claim_signature(claim), claim)
    return any(
        is_mirror(one, other) for kinds in told.values() for one, other in itertools.combinations(kinds.values(), 2)
    )


def _answers(denial: Claim, claim: Claim) -> bool:
    """Whether a denial that names nothing answers this claim: same report, same accused, told within a breath."""
    if denial.report_id != claim.report_id or denial.stance is Stance.ASSERTED or claim.stance is not Stance.ASSERTED:
        return False
    distance = denial.evidence[0].start - claim.evidence[0].start
    return (
        (denial.event is None or denial.plover == claim.plover)
        and states(denial.by) == states(claim.by) != frozenset()
        and -20 <= distance <= ANSWER_CHARS
    )


def _denials(group: Sequence[Claim]) -> str:
    names_of = sorted(
        {" ".join(claim.claimant.name.split()) for claim in group if claim.stance is Stance.DENIED and claim.claimant}
    )
    return f"denied by {' and '.join(names_of)}" if names_of else "no denial is quoted"


def _position_finding(group: Sequence[Claim], views: Sequence[View], crisis: Crisis) -> Finding:
    if _is_mirrored(group):
        sides = sorted(
            {
                state_name(code, crisis)
                for claim in group
                for code in states((claim.claimant,) if claim.claimant else ())
            }
        )
        return Finding(
            Standing.MIRRORED,
            ON_SCREEN[Standing.MIRRORED],
            f"{' and '.join(sides)} say it of each other; {_denials(group)}.",
        )
    only = [claim for claim in group if claim.known_only_from is not None]
    asserted = [claim for claim in group if claim.stance is Stance.ASSERTED]
    if only and len(only) == len(asserted):
        return Finding(
            Standing.DENIAL_ONLY,
            ON_SCREEN[Standing.DENIAL_ONLY],
            "Nobody is quoted asserting it; it is told in its denial.",
        )
    rivals = _rivals(asserted, crisis)
    if rivals and len(asserted) == len(group):
        return Finding(Standing.CONTESTED, ON_SCREEN[Standing.CONTESTED], rivals)
    return of_figures(views)


def _rivals(asserted: Sequence[Claim], crisis: Crisis) -> str:
    """What two sides that name different doers say, in words; empty where no two do."""
    named: dict[str, frozenset[str]] = {}
    for claim in sorted(asserted, key=lambda claim: claim.id):
        if claim.by and states(claim.by):
            named.setdefault(side(claim.claimant, claim.report_id), states(claim.by))
    for (one, first), (other, second) in itertools.combinations(sorted(named.items()), 2):
        if not first & second:
            told = [
                f"{state_name(who, crisis)} names {_listed(by, crisis)}" for who, by in ((one, first), (other, second))
            ]
            return f"{'; '.join(told)}."
    return ""


def _listed(codes: Iterable[str], crisis: Crisis) -> str:
    return " and ".join(sorted(state_name(code, crisis) for code in codes))


def _event_matters(corpus: Corpus, crisis: Crisis, slack: int) -> list[Matter]:
    events = [
        event for event in corpus.events if event.confidence >= MIN_CONFIDENCE and (event.sources or event.targets)
    ]
    found = []
    for cluster in clusters(
        events,
        Weighing(
            key=lambda event: event.id,
            report=lambda event: event.report_id,
            signature=event_signature,
            blocks=lambda event: event_blocks(event, slack),
            match=lambda one, other, in_one_report: events_match(one, other, slack, in_one_report=in_one_report),
            slack=slack,
        ),
        together=_copied(events, corpus),
        same=corpus.same,
        different=corpus.different,
    ):
        group = cluster.items
        accounts = of_events(group, corpus)
        reports = {event.report_id for event in group}
        origins = {origin for account in accounts for origin in account.origins}
        when = _event_day(group)
        agreed = len(tellers(corpus, reports)) > 1
        standing = Standing.AGREED if agreed else Standing.SINGLE
        who = accounts[0].claimant or corpus.outlet(group[0].report_id)
        found.append(
            Matter(
                id=min(event.id for event in group),
                kind=MatterKind.EVENT,
                title=titles.of_event(group, crisis),
                members=tuple(sorted(event.id for event in group)),
                accounts=tuple(accounts),
                standing=standing,
                on_screen=ON_SCREEN[standing].format(who=who),
                why=_tellers(len(reports), len(origins)),
                when=when,
                is_likely=cluster.is_likely,
                weight=_weight(standing, len(accounts), len(origins)) - 0.5 * (not agreed),
            )
        )
    return found


def _tellers(reports: int, origins: int) -> str:
    if reports == 1:
        return "One report tells it."
    return f"{reports} reports of {origins} origin{'' if origins == 1 else 's'} tell it."


def _event_day(group: Sequence[Event]) -> When:
    return min(
        (event.when for event in group),
        key=lambda when: (when.value is None, when.precision, when.is_inferred, when.latest or "9999", when.why),
    )


def _notes(claims: Sequence[Claim], corpus: Corpus) -> list[Matter]:
    """The outlets' own caveats and corrections, each a matter of its own."""
    found = []
    for claim in claims:
        standing = Standing.UNVERIFIED if claim.topic == UNVERIFIED else Standing.CORRECTED
        accounts = of_claims([claim], corpus)
        outlet = corpus.outlet(claim.report_id)
        words = " ".join(claim.evidence[0].exact.split())
        title = f"{outlet} could not verify" if standing is Standing.UNVERIFIED else f"{outlet} corrects itself"
        found.append(
            Matter(
                id=claim.id,
                kind=MatterKind.CAVEAT,
                title=title,
                members=(claim.id,),
                accounts=tuple(account for account, _ in accounts),
                standing=standing,
                on_screen=ON_SCREEN[standing],
                why=words[:200],
                when=claim.as_of,
                weight=_weight(standing, 1, 1),
            )
        )
    return found


def _matter(
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
    shown = tuple(account for account, _ in accounts)
    origins = {origin for account in shown for origin in account.origins}  # type: ignore[attr-defined]  # Accounts
    undated = sorted({claim.report_id for claim in group if claim.as_of.value is None})
    settle = finding.settle
    if settle and undated:
        settle = f"{settle}: variorum date {', '.join(undated)} DAY"
    elif likely and not settle:
        settle = "a ruling on the join: variorum review same ... or different ..."
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
        weight=_weight(finding.standing, len(shown), len(origins)),
    )
