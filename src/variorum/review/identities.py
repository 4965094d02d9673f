"""Rulings on who is who: two names of one actor, or one name of two. Pure.

Such a ruling holds the actors as they were when it was made, in the form of crisis.toml, so that it says the same on any
machine and after any re-run. Rulings go before crisis.toml: what they say of an id replaces what the file says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from variorum.crisis import ActorSetting, Crisis
from variorum.model.decisions import Decision, Verdict

FIELD = "actors"
"""Key of a ruling's `change` under which the actors stand."""
_BOTH = frozenset({Verdict.SAME, Verdict.DIFFERENT})


def is_on_actors(decision: Decision) -> bool:
    """Whether a ruling says who is who."""
    return decision.verdict in _BOTH and FIELD in decision.change


def ruled(crisis: Crisis, decisions: Iterable[Decision]) -> Crisis:
    """The settings with what people ruled on actors.

    Actors ruled the same become one, under the id that crisis.toml has, else the first in the order of ids; actors
    ruled different stay apart, whatever other rulings would join through a third. Where one pair is ruled both, neither holds.

    Args:
        crisis: settings as written.
        decisions: live ones, in any order.
    """
    mine = sorted((decision for decision in decisions if is_on_actors(decision)), key=lambda item: item.id)
    if not mine:
        return crisis
    apart = {pair for decision in mine if decision.verdict is Verdict.DIFFERENT for pair in _pairs(decision)}
    alike = {pair for decision in mine if decision.verdict is Verdict.SAME for pair in _pairs(decision)}
    known: dict[str, ActorSetting] = {}
    for decision in mine:
        for actor in decision.change[FIELD]:
            setting = msgspec.convert(actor, ActorSetting)
            known[setting.id] = _joined([known[setting.id], setting]) if setting.id in known else setting
    written = {actor.id: actor for actor in crisis.actor}
    for actor_id, actor in written.items():
        known[actor_id] = _joined([actor, known[actor_id]]) if actor_id in known else actor
    groups = _groups(alike - apart, apart)
    merged = {member for group in groups for member in group}
    told: dict[str, ActorSetting] = {
        actor_id: actor
        for actor_id, actor in known.items()
        if actor_id not in merged and _is_kept(actor_id, written, apart)
    }
    for group in groups:
        first = next((member for member in group if member in written), group[0])
        told[first] = _joined([known[first], *(known[member] for member in group if member != first)])
    order = [actor.id for actor in crisis.actor]
    kept = [told[actor_id] for actor_id in order if actor_id in told]
    added = [told[actor_id] for actor_id in sorted(told) if actor_id not in order]
    return msgspec.structs.replace(crisis, actor=[*kept, *added])


def _is_kept(actor_id: str, written: Mapping[str, ActorSetting], apart: Iterable[tuple[str, str]]) -> bool:
    """Whether an actor that is joined with none stands in the settings: written there, or ruled apart from another."""
    return actor_id in written or any(actor_id in pair for pair in apart)


def _pairs(decision: Decision) -> list[tuple[str, str]]:
    members = sorted({decision.target, *decision.others})
    if decision.verdict is Verdict.SAME:
        return [(members[0], other) for other in members[1:]] if len(members) > 2 else [(members[0], members[-1])]
    return [(one, other) for k, one in enumerate(members) for other in members[k + 1 :]]


def _groups(alike: Iterable[tuple[str, str]], apart: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Sets of actors that are one, each sorted; a pair whose joining would bring two together that are apart is left out."""
    divided = set(apart)
    group_of: dict[str, frozenset[str]] = {}
    for one, other in sorted(alike):
        union = group_of.get(one, frozenset({one})) | group_of.get(other, frozenset({other}))
        if any((first, second) in divided for first in union for second in union):
            continue
        group_of.update(dict.fromkeys(union, union))
    return sorted(sorted(group) for group in set(group_of.values()) if len(group) > 1)


def _joined(actors: Sequence[ActorSetting]) -> ActorSetting:
    """One actor under all names: id, name and office of the first that has them."""
    first = actors[0]
    names = [name for actor in actors for name in (actor.name, *actor.aliases)]
    fields: dict[str, Any] = {
        "aliases": sorted(set(names) - {first.name}),
        "demonyms": list(dict.fromkeys(form for actor in actors for form in actor.demonyms)),
        "country": next((actor.country for actor in actors if actor.country), None),
        "role": next((actor.role for actor in actors if actor.role), None),
        "capital": next((actor.capital for actor in actors if actor.capital), None),
        "office": next((actor.office for actor in actors if actor.office), None),
    }
    return msgspec.structs.replace(first, **fields)
