"""Who did it, who began: claims without a number -> matters, each side's answer beside the other's."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Hashable, Iterable, Iterator, Sequence

from variorum.collate import titles
from variorum.collate.accounts import of_claims
from variorum.collate.buckets import Bucket, Memo, made_of
from variorum.collate.cluster import Weighing, clusters
from variorum.collate.corpus import Corpus, side, state_name, states
from variorum.collate.match import began_match, did_match, is_mirror
from variorum.collate.scopes import claim_blocks, claim_signature
from variorum.collate.shaping import A_NIGHT, copied, made, window_of
from variorum.collate.standing import Finding, View, of_figures
from variorum.collate.verdict import Blocks, Verdict
from variorum.crisis import Crisis
from variorum.model.entries import BEGAN, DID, Claim, Stance
from variorum.model.matters import ON_SCREEN, Matter, MatterKind, Standing

ANSWER_CHARS = 400
"""How far after a charge its answer may stand."""


def matters(
    claims: Sequence[Claim], corpus: Corpus, crisis: Crisis, slack: int, memo: Memo | None = None
) -> list[Matter]:
    """A matter for each question, with every side's answer to it.

    Args:
        claims: positions only.
        corpus: all entries, with what a person ruled.
        crisis: settings.
        slack: days by which two tellings of one event may date it apart.
        memo: what was made before.
    """
    how = Weighing[Claim](
        key=lambda claim: claim.id,
        report=lambda claim: claim.report_id,
        signature=claim_signature,
        blocks=lambda claim: _position_blocks(claim, slack),
        match=lambda one, other, _: _positions_match(one, other, slack),
        slack=A_NIGHT,
    )

    def make(bucket: Bucket[Claim]) -> Iterator[Matter]:
        for cluster in clusters(
            bucket.items, how, together=bucket.together, same=bucket.same, different=bucket.different
        ):
            accounts = of_claims(cluster.items, corpus)
            yield made(
                MatterKind.POSITION,
                titles.of_position(cluster.items, crisis),
                cluster.items,
                accounts,
                finding(cluster.items, [view for _, view in accounts], crisis),
                window_of(cluster.items),
                likely=cluster.is_likely,
            )

    together = [*_told_together(claims), *copied(claims, corpus)]
    return made_of("position", claims, how, corpus, crisis, together, make, memo)


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
    named = {claim.known_only_from: claim.id for claim in claims if claim.known_only_from is not None}
    for one, other in _in_one_report(claims):
        if any(named.get(denial.within or "", claim.id) != claim.id for denial, claim in ((one, other), (other, one))):
            continue  # the denial names itself what it denies
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


def finding(group: Sequence[Claim], views: Sequence[View], crisis: Crisis) -> Finding:
    """Where the accounts of one question stand.

    Args:
        group: its claims.
        views: their accounts.
        crisis: for the names of its actors.
    """
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
