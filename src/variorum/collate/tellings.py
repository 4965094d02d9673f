"""Do two tellings speak of one event? By what was done, who did it to whom, where and when."""

from __future__ import annotations

from variorum.codes.numbers import value_of
from variorum.collate.corpus import states
from variorum.collate.details import means_agree, sites_agree
from variorum.collate.match import (
    TOO_FAR,
    days_agree,
    exact_day,
    near_day,
    parties_agree,
    too_far,
    weighed,
    where_agrees,
)
from variorum.collate.places import places_agree, plain_name
from variorum.collate.verdict import Same, Verdict
from variorum.model.entries import Event, Status

_DOWN = frozenset({"down", "downed", "downing", "downs", "shot", "shoot", "shooting", "shoots"})


def is_downing(event: Event) -> bool:
    """Whether aircraft are brought down: an attack on ground is no telling of that."""
    words = event.trigger.exact.lower().split()
    return event.plover == "ASSAULT" and event.plover_mode == "heavy-weapons" and not _DOWN.isdisjoint(words)


NOT_DONE = frozenset({Status.PLANNED, Status.THREATENED, Status.CALLED_FOR, Status.CONDITIONAL})
"""How an event is told that nobody says has happened."""
OFTEN = frozenset({"ASSAULT", "ACCUSE", "THREATEN", "REQUEST", "REJECT"})
"""PLOVER types that one side does to another again and again, so that who and to whom show nothing."""
_DISTRICT = 3
"""UCDP where_prec up to which a place is a town or less than a province."""


def events_match(one: Event, other: Event, slack: int, *, in_one_report: bool | None = None) -> Verdict:
    """Whether two tellings are of one event.

    Args:
        one: a telling.
        other: another.
        slack: days two tellings of one event may differ.
        in_one_report: whether one report tells both; as the two have it if None.
    """
    if in_one_report is None:
        in_one_report = one.report_id == other.report_id
    if one.plover != other.plover or (one.plover_mode and other.plover_mode and one.plover_mode != other.plover_mode):
        return Verdict(joined=False, why="another kind of event")
    if is_downing(one) != is_downing(other):
        return Verdict(joined=False, why="another kind of event: one brings aircraft down")
    if (one.status in NOT_DONE) != (other.status in NOT_DONE):
        return Verdict(joined=False, why="another kind of event: one is told as done, the other is not")
    if one.is_reciprocal or other.is_reciprocal:
        who = _people_agree(one, other)
        parts = {
            "who": who,
            "where": places_agree(one.where, other.where),
            "when": days_agree(one.when, other.when, slack),
        }
        if who is not Same.YES:
            return Verdict(joined=False, why="others took part")
        if parts["when"] is not Same.YES:
            return Verdict(joined=False, why="not known to be one day")
        return weighed(parts, needed=1)
    parts = {
        "who": parties_agree(states(one.sources), states(other.sources)),
        "to whom": parties_agree(states(one.targets), states(other.targets)),
        "where": where_agrees(one, other),
        "when": days_agree(one.when, other.when, slack),
        "by what means": means_agree(one, other),
    }
    if parts["when"] is Same.UNKNOWN and too_far(near_day(one.when), near_day(other.when), slack):
        return TOO_FAR
    if not one.sources and not other.sources and victims(one) & victims(other):
        if Same.NO in (parts["when"], parts["where"], parts["by what means"]):
            return Verdict(joined=False, why="another day, place or means")
        if one.plover in OFTEN and not _is_one_of_many(one, other, parts, slack):
            return Verdict(joined=False, why="neither day, place nor who was struck shows which of many it is")
        return Verdict(
            joined=True, is_likely=parts["when"] is not Same.YES, why="the same is said to have happened to the same"
        )
    if parts["who"] is not Same.YES or states(one.sources) != states(other.sources):
        # one state's act is not what two states are said to have done, each to the other
        return Verdict(joined=False, why="who did it is not known to agree")
    if in_one_report and parts["when"] is Same.UNKNOWN and parts["to whom"] is not Same.YES:
        return Verdict(joined=False, why="nothing shows that it is the same")
    if one.plover in OFTEN and not is_downing(one) and not _is_one_of_many(one, other, parts, slack):
        return Verdict(joined=False, why="neither day, place nor who was struck shows which of many it is")
    return weighed(parts, needed=2)


def _is_one_of_many(one: Event, other: Event, parts: dict[str, Same], slack: int) -> bool:
    """Whether what is done again and again is told as one happening: on one day, to the same, or in one small place."""
    if parts["when"] is Same.YES:
        return True
    if _named(one) & _named(other):
        return True
    first, second = near_day(one.when), near_day(other.when)
    if first is None or second is None:
        return (
            parts["to whom"] is Same.YES
        )  # a report without a day: nothing speaks against it, and it is marked likely
    if abs((first - second).days) > slack:
        return False
    if (exact_day(one.when) is None) != (exact_day(other.when) is None) and parts["to whom"] is Same.YES:
        return True  # of several such days one is no more likely than another, and nothing is joined (`cluster`)
    in_one_place = parts["where"] is Same.YES and all(map(_is_small, (one, other)))
    return in_one_place or sites_agree(one, other) is Same.YES


def _is_small(event: Event) -> bool:
    where = event.where
    return where is not None and (where.precision is None or where.precision <= _DISTRICT)


def _named(event: Event) -> frozenset[str]:
    """Those to whom it was done, where their words name or count them: not states as a whole, nor "civilians"."""
    return frozenset(
        plain_name(party.name)
        for party in event.targets
        if (party.actors and party.actors != (party.country,)) or value_of(party.name.split()[0].lower()) is not None
    )


def victims(event: Event) -> frozenset[str]:
    """Names of those to whom it was done, as they are compared."""
    return frozenset(plain_name(party.name) for party in event.targets)


def _people_agree(one: Event, other: Event) -> Same:
    """Whether the same took part: by actor where persons are known, else by state."""
    first = {actor for party in one.sources for actor in party.actors}
    second = {actor for party in other.sources for actor in party.actors}
    if len(first & second) >= 2 or (first and first <= second) or (second and second <= first):
        return Same.YES
    if first & second and states(one.sources) == states(other.sources):
        return Same.YES
    return Same.NO
