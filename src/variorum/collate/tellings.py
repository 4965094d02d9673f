"""Do two tellings speak of one event? By what was done, who did it to whom, where and when."""

from __future__ import annotations

from variorum.collate.corpus import states
from variorum.collate.match import TOO_FAR, days_agree, near_day, parties_agree, too_far, weighed
from variorum.collate.places import places_agree, plain_name
from variorum.collate.verdict import Same, Verdict
from variorum.model.entries import Event

_DOWN = frozenset({"down", "downed", "downing", "downs", "shot", "shoot", "shooting", "shoots"})


def is_downing(event: Event) -> bool:
    """Whether aircraft are brought down: an attack on ground is no telling of that."""
    words = event.trigger.exact.lower().split()
    return event.plover == "ASSAULT" and event.plover_mode == "heavy-weapons" and not _DOWN.isdisjoint(words)


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
        "where": places_agree(one.where, other.where),
        "when": days_agree(one.when, other.when, slack),
    }
    if parts["when"] is Same.UNKNOWN and too_far(near_day(one.when), near_day(other.when), slack):
        return TOO_FAR
    if not one.sources and not other.sources and victims(one) & victims(other):
        if parts["when"] is Same.NO or parts["where"] is Same.NO:
            return Verdict(joined=False, why="another day or place")
        return Verdict(
            joined=True, is_likely=parts["when"] is not Same.YES, why="the same is said to have happened to the same"
        )
    if parts["who"] is not Same.YES or states(one.sources) != states(other.sources):
        # one state's act is not what two states are said to have done, each to the other
        return Verdict(joined=False, why="who did it is not known to agree")
    if in_one_report and parts["when"] is Same.UNKNOWN and parts["to whom"] is not Same.YES:
        return Verdict(joined=False, why="nothing shows that it is the same")
    return weighed(parts, needed=2)


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
