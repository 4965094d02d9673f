"""The events of one text as an event coder lists them: the main one first, by the categories of the PLOVER codebook.

The record keeps what the words say; this reads it the way a coder must, who has one source, one target and one type.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from variorum.analysers import sides, triggers
from variorum.analysers.protocol import Layers
from variorum.codes import actions
from variorum.codes.actions import Action
from variorum.codes.actors import described
from variorum.model.entries import Event, Party, Status
from variorum.model.marks import MentionKind


def as_coded(event: Event, given: Layers) -> Event:
    """The event as PLOVER codes it: what is only planned, threatened or called for is another type, and two act as one on the other.

    Cooperation in the future is AGREE, harm in the future or threatened is THREATEN; what someone says that others must
    do is a REQUEST of the one who says it. What nobody is known to own is a target by its words. Of those who act together, the first stands for the source, the others for the
    target. A pronoun gives way to the words it stands for.

    Source: PLOVER manual 0.8, on AGREE, CONCEDE and the auxiliary modes.
    """
    kind = {Status.PLANNED: "intends", Status.THREATENED: "intends"}.get(event.status)
    action = actions.turned(Action(event.plover, event.plover_mode, event.cameo), kind) if kind else None
    sources, targets = event.sources, event.targets
    if len(sources) > 1 and (event.is_reciprocal or not targets):
        sources, targets = sources[:1], sources[1:]
    trigger = given.parse.token_at(event.trigger.start)
    told = triggers.of_verb(trigger, given) if trigger is not None and event.rule == "verb" else None
    if trigger is not None and told is not None and not targets:
        targets = sides.of_verb(trigger, given, told, coded=True)[1]
    statement = next((item for item in given.statements if item.id == event.within), None)
    if event.status is Status.CALLED_FOR and statement is not None and statement.speaker is not None and sources:
        action = Action("REQUEST", None, "020")
        sources, targets = (statement.speaker,), sources
    return dataclasses.replace(
        event,
        sources=tuple(_with_state(_in_words(party, given)) for party in sources),
        targets=tuple(_with_state(_in_words(party, given)) for party in targets),
        plover=action.plover if action else event.plover,
        plover_mode=action.mode if action else event.plover_mode,
        cameo=action.cameo if action else event.cameo,
    )


def _in_words(party: Party, given: Layers) -> Party:
    """The party by the words that a pronoun stands for: the nearest before it that name the same."""
    mention = given.mention_at(party.span.start) if party.span is not None else None
    if party.span is None or mention is None or mention.kind is not MentionKind.PRONOUN or not party.actors:
        return party
    named = [
        other
        for other in given.resolved
        if other.actors == party.actors and other.kind is not MentionKind.PRONOUN and other.span.end <= party.span.start
    ]
    last = max(named, key=lambda other: (other.span.end, -other.span.start), default=None)
    return dataclasses.replace(party, span=last.span) if last is not None else party


def _with_state(party: Party) -> Party:
    """The party with the state and role that its words give, where nothing in the report gave them."""
    if party.country is not None or party.span is None:
        return party
    said = described(party.span.exact)
    if said.country is None:
        return party
    return dataclasses.replace(party, country=said.country, role=party.role or said.role, is_inferred=True)


def _chain(event: Event, given: Layers) -> list[int]:
    """The trigger and those it is coordinated with, upwards."""
    token = given.parse.token_at(event.trigger.start)
    chain = []
    while token is not None:
        chain.append(token.i)
        token = token.head if token.dep == "conj" and token.head is not token else None
    return chain


def are_coordinated(one: Event, other: Event, given: Layers) -> bool:
    """Whether two events' triggers are joined by "and", however many stand between them."""
    first, second = _chain(one, given), _chain(other, given)
    return bool(first and second) and first[-1] == second[-1]


def main_first(events: Iterable[Event], given: Layers) -> list[Event]:
    """Events with the main one first: nearest to the root of the earliest sentence, verbs before nouns.

    Args:
        events: of one report.
        given: its layers, for the links.
    """

    def rank(event: Event) -> tuple[int, int, int, int]:
        token = given.parse.token_at(event.trigger.start)
        if token is None:
            return (1, 0, 0, event.trigger.start)
        depth = sum(1 for above in token.ancestors if above.pos in ("VERB", "AUX"))
        if token.pos == "ADJ" and depth:
            depth -= 1
        full = 0 if event.sources and (event.targets or event.is_reciprocal) else 1
        return (token.sent.index, 0 if event.rule == "verb" else 1, depth * 2 + full, event.trigger.start)

    return sorted(events, key=rank)
