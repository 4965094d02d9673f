"""Entries -> matters: which of them speak of one thing, and where the accounts of it stand."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence

from variorum.collate import names, order, positions, remarks, titles
from variorum.collate.accounts import of_claims, of_events
from variorum.collate.answered import answered
from variorum.collate.breath import are_told_in_one_breath
from variorum.collate.buckets import Bucket, Memo, made_of
from variorum.collate.cluster import Weighing, clusters
from variorum.collate.corpus import Corpus, tellers
from variorum.collate.match import claims_match, is_part
from variorum.collate.scopes import claim_blocks, claim_signature, event_blocks, event_signature
from variorum.collate.shaping import A_NIGHT, copied, made, weight_of, window_of
from variorum.collate.standing import of_figures
from variorum.collate.tellings import events_match
from variorum.crisis import Crisis
from variorum.model.entries import BEGAN, CORRECTION, DID, UNVERIFIED, Claim, Event, When
from variorum.model.matters import ON_SCREEN, Apart, Matter, MatterKind, Standing

MIN_CONFIDENCE = 0.5
"""Events surer than that are collated; the rest stay in the lists."""
MAX_APART = 4


def collate(corpus: Corpus, crisis: Crisis, memo: Memo | None = None) -> tuple[Matter, ...]:
    """Every matter of the corpus, heaviest first; the same whatever the order of the entries.

    Args:
        corpus: effective entries, and what a person ruled same or different.
        crisis: settings; `same_event_days` is how far two tellings of one event may date it apart.
        memo: what was made of each bucket before; what did not change is taken from it.
    """
    slack = crisis.collate.same_event_days
    found: list[Matter] = []
    figures = [claim for claim in corpus.claims if claim.topic not in (DID, BEGAN, UNVERIFIED, CORRECTION)]
    found += _figure_matters(figures, corpus, crisis, slack, memo)
    charges = positions.matters(
        [claim for claim in corpus.claims if claim.topic in (DID, BEGAN)], corpus, crisis, slack, memo
    )
    found += answered(_event_matters(corpus, crisis, slack, memo), charges, corpus)
    found += remarks.matters(corpus)
    found += names.matters(corpus)
    found += order.matters(corpus)
    found += _notes([claim for claim in corpus.claims if claim.topic in (UNVERIFIED, CORRECTION)], corpus)
    return tuple(sorted(found, key=lambda matter: (-matter.weight, matter.title, matter.kind.value, matter.id)))


def _figure_matters(
    claims: Sequence[Claim], corpus: Corpus, crisis: Crisis, slack: int, memo: Memo | None
) -> list[Matter]:
    how = Weighing[Claim](
        key=lambda claim: claim.id,
        report=lambda claim: claim.report_id,
        signature=claim_signature,
        blocks=lambda claim: claim_blocks(claim, slack),
        match=lambda one, other, _: claims_match(one, other, slack),
        slack=A_NIGHT,
    )

    def make(bucket: Bucket[Claim]) -> Iterator[Matter]:
        for cluster in clusters(
            bucket.items,
            how,
            together=bucket.together,
            same=bucket.same,
            different=bucket.different,
            most_apart=MAX_APART,
        ):
            accounts = of_claims(cluster.items, corpus)
            yield made(
                MatterKind.FIGURE,
                titles.of_figures(cluster.items, crisis),
                cluster.items,
                accounts,
                of_figures([view for _, view in accounts]),
                window_of(cluster.items),
                likely=cluster.is_likely,
                apart=tuple(Apart(claim.id, claim.evidence[0], why) for claim, why in cluster.apart),
            )

    together = [*_told_of_one_event(claims), *_told_in_one_breath(claims, slack), *copied(claims, corpus)]
    return made_of("figure", claims, how, corpus, crisis, together, make, memo)


def _told_of_one_event(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """Pairs of figures about one told event and one part of those it struck."""
    by_event: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.event is not None:
            by_event.setdefault((claim.event, claim.topic), []).append(claim)
    for members in by_event.values():
        for one, other in itertools.combinations(members, 2):
            if (
                one.figure is None
                or other.figure is None
                or (
                    one.figure.subset == other.figure.subset
                    and is_part(one) == is_part(other)
                    and not (is_part(one) and one.figure.subset is None)  # nine of one kind, three of another
                )
            ):
                yield one.id, other.id


def _told_in_one_breath(claims: Sequence[Claim], slack: int) -> Iterator[tuple[str, str]]:
    """Pairs of counts that two named sides give side by side."""
    by_report: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.claimant is not None:
            by_report.setdefault((claim.report_id, claim.topic), []).append(claim)
    for members in by_report.values():
        for one, other in itertools.combinations(members, 2):
            if are_told_in_one_breath(one, other, slack):
                yield one.id, other.id


def _event_matters(corpus: Corpus, crisis: Crisis, slack: int, memo: Memo | None) -> list[Matter]:
    events = [
        event for event in corpus.events if event.confidence >= MIN_CONFIDENCE and (event.sources or event.targets)
    ]
    how = Weighing[Event](
        key=lambda event: event.id,
        report=lambda event: event.report_id,
        signature=event_signature,
        blocks=lambda event: event_blocks(event, slack),
        match=lambda one, other, in_one_report: events_match(one, other, slack, in_one_report=in_one_report),
        slack=slack,
    )

    def make(bucket: Bucket[Event]) -> Iterator[Matter]:
        for cluster in clusters(
            bucket.items, how, together=bucket.together, same=bucket.same, different=bucket.different
        ):
            yield _event_matter(cluster.items, corpus, crisis, likely=cluster.is_likely)

    return made_of("event", events, how, corpus, crisis, copied(events, corpus), make, memo)


def _event_matter(group: Sequence[Event], corpus: Corpus, crisis: Crisis, *, likely: bool) -> Matter:
    bare = Matter(
        id=min(event.id for event in group),
        kind=MatterKind.EVENT,
        title=titles.of_event(group, crisis),
        members=(),
        accounts=(),
        standing=Standing.SINGLE,
        on_screen="",
        why="",
        when=_event_day(group),
        is_likely=likely,
    )
    return event_finding(bare, group, corpus)


def event_finding(matter: Matter, group: Sequence[Event], corpus: Corpus) -> Matter:
    """The matter of an event with these tellings, and how they stand: told alike, or by one.

    Args:
        matter: its id, title and day.
        group: tellings, at least one.
        corpus: all entries.
    """
    accounts = of_events(group, corpus)
    reports = {event.report_id for event in group}
    origins = {origin for account in accounts for origin in account.origins}
    agreed = len(tellers(corpus, reports)) > 1
    standing = Standing.AGREED if agreed else Standing.SINGLE
    who = accounts[0].claimant or corpus.outlet(group[0].report_id)
    return dataclasses.replace(
        matter,
        members=tuple(sorted(event.id for event in group)),
        accounts=tuple(accounts),
        standing=standing,
        on_screen=ON_SCREEN[standing].format(who=who),
        why=_tellers(len(reports), len(origins)),
        weight=weight_of(standing, len(accounts), len(origins)) - 0.5 * (not agreed),
    )


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
                weight=weight_of(standing, 1, 1),
            )
        )
    return found
