"""The scope of an entry as keys: what makes two alike in every part (signatures), and where they meet (blocks)."""

from __future__ import annotations

import itertools
from collections.abc import Hashable
from datetime import timedelta

from variorum.codes import gazette
from variorum.collate.corpus import sides, states
from variorum.collate.craft import CRAFT, fate, site_kind
from variorum.collate.details import site_keys
from variorum.collate.match import (
    HARM,
    NEEDS_TWO,
    SERIES,
    WIDE,
    day_of,
    exact_day,
    month_and_day,
    near_day,
    teller,
)
from variorum.collate.places import plain_name
from variorum.collate.tellings import NOT_DONE, OFTEN, is_downing, names, victims
from variorum.collate.verdict import Blocks
from variorum.model.entries import BEGAN, DID, Claim, Event, When, Where


def _place_mark(where: Where | None) -> Hashable:
    return (plain_name(where.name), where.place, where.country, where.precision) if where is not None else None


def _at(where: Where | None) -> list[Hashable]:
    """The place as keys: its name and, where the tables have it, its id and its region's."""
    if where is None:
        return []
    found = gazette.by_id(where.place) if where.place is not None else None
    listed = (where.place, found.region if found is not None else None)
    return [("at", plain_name(where.name)), *(("at", name) for name in listed if name is not None)]


def _when_mark(when: When) -> Hashable:
    return (when.value, when.earliest, when.latest, when.is_inferred, when.weekday)


def claim_signature(claim: Claim) -> Hashable:
    """Everything that `claims_match` and `is_mirror` look at, but for the statement a claim stands in."""
    figure = claim.figure
    said_by = claim.topic in SERIES or claim.topic in (DID, BEGAN)
    return (
        claim.topic,
        (claim.report_id, teller(claim)) if claim.is_main else None,
        claim.plover,
        (figure.subset, figure.low, figure.high, figure.is_part, figure.is_cumulative) if figure is not None else None,
        fate(claim) if claim.topic in CRAFT else site_kind(claim) if claim.topic == "sites" else None,
        claim.means,
        site_keys(claim),
        sides(claim.by),
        states(claim.against),
        _place_mark(claim.where),
        teller(claim) if claim.where is not None and (claim.where.precision or 0) >= WIDE else None,
        _when_mark(claim.window),
        claim.as_of.latest if claim.window.value is None else None,
        (claim.stance, claim.claimant is None, states((claim.claimant,) if claim.claimant else ()))
        if said_by
        else None,
    )


def event_signature(event: Event) -> Hashable:
    """Everything that `events_match` looks at; the report too, where only another report's telling may be joined."""
    is_vague = not event.is_reciprocal and not states(event.targets) and event.when.earliest != event.when.latest
    return (
        event.plover,
        event.plover_mode,
        is_downing(event),
        event.is_reciprocal,
        states(event.sources) or names(event.sources),
        states(event.targets) or names(event.targets),
        frozenset(actor for party in event.sources for actor in party.actors) if event.is_reciprocal else None,
        victims(event) if not event.sources or event.plover in OFTEN else None,
        event.status in NOT_DONE,
        event.means,
        site_keys(event),
        _place_mark(event.where),
        _when_mark(event.when),
        event.report_id if is_vague else None,
    )


def _days_of(when: When, slack: int) -> list[str]:
    """The days a window of a week or less can be, widened by half the slack; none for anything wider or unknown."""
    first, last = day_of(when.earliest), day_of(when.latest)
    if when.value is None or first is None or last is None or (last - first).days > WEEK_DAYS:
        partial = month_and_day(when)
        return [partial] if partial else []
    found = []
    day = first - timedelta(days=slack)
    while day <= last + timedelta(days=slack):
        found.append(day.isoformat())
        day += timedelta(days=1)
    return [*found, first.isoformat()[5:]] if first == last else found


WEEK_DAYS = 7


def claim_blocks(claim: Claim, slack: int) -> Blocks:
    """Keys that two claims share wherever enough of their scopes can agree: as many parts as a join needs."""
    topic = HARM.get(claim.topic, claim.topic)
    parts: list[list[Hashable]] = [
        [("by", state) for state in sorted(states(claim.by))],
        [("of", state) for state in sorted(states(claim.against))],
        [*_at(claim.where), *(("at", key) for key in sorted(site_keys(claim)))],
    ]
    days: list[Hashable] = [("on", day) for day in _days_of(claim.window, slack // 2)]
    if claim.topic not in NEEDS_TWO:
        tight: list[Hashable] = [(topic, day) for day in days]
        loose: list[Hashable] = [(topic, key) for part in parts for key in part]
    else:
        own: list[Hashable] = [("mainly of", claim.report_id)] if claim.is_main else []
        tight = [(topic, key, day) for part in (*parts, own) for key in part for day in days]
        loose = [
            (topic, one, two) for first, second in itertools.combinations(parts, 2) for one in first for two in second
        ]
    if claim.topic in SERIES:
        loose += [(topic, "told by", who) for who in sorted(teller(claim))]
    runs = claim.topic in SERIES or (claim.figure is not None and bool(claim.figure.is_cumulative))
    near = None if runs else near_day(claim.window, claim.as_of)
    return Blocks(tuple(tight), tuple(loose), exact_day(claim.window), near)


def event_blocks(event: Event, slack: int) -> Blocks:
    """Keys that two tellings share wherever they can be of one event: who, and one of whom, where, when."""
    who: list[str] = sorted(states(event.sources) or names(event.sources))
    if event.is_reciprocal:
        who = sorted({actor for party in event.sources for actor in party.actors}) or who
    day = exact_day(event.when)
    if not who:
        struck = [(event.plover, "victims", name) for name in sorted(victims(event))]
        near = _days_of(event.when, slack) if day else []
        return Blocks(tuple((*key, one) for key in struck for one in near), tuple(struck), day, near_day(event.when))
    rest: list[Hashable] = (
        [("to", name) for name in sorted(states(event.targets) or names(event.targets))]
        if not event.is_reciprocal
        else []
    )
    rest += [*_at(event.where), *(("at", key) for key in sorted(site_keys(event)))]
    days = [("on", one) for one in _days_of(event.when, slack)]
    return Blocks(
        tuple((event.plover, one, other) for one in who for other in days),
        tuple((event.plover, one, other) for one in who for other in rest),
        day,
        near_day(event.when),
    )
