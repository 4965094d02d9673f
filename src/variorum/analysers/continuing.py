"""What a sentence leaves out because the one before told it: who did it, where and on what day.

"Valdora bombed a hospital in Sarun on Monday. The raid killed 11 patients.": the raid is the bombing just told. "Police
broke up a march in Brask. They arrested 40 people.": they are the police, and it was in Brask. What is taken over is marked
as inferred. (The definite noun takes up the event in focus: Grosz and Sidner, Computational Linguistics 12(3), 1986.)
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from variorum.analysers.arguments import MEANS
from variorum.analysers.protocol import Layers
from variorum.analysers.scene import ON_THE_GROUND, without_words
from variorum.analysers.speakers import subject_of
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.model.entries import Event, Status
from variorum.model.marks import MentionKind

REACH_SENTENCES = 3
"""How far back "the raid" looks for what it takes up."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_TOLD = frozenset({Status.DONE, Status.ONGOING})
_TURNS = frozenset("elsewhere separately meanwhile previously since another other similar earlier later also".split())
"""Words by which a sentence turns to something else."""
_BESIDES = frozenset({"after", "before", "since", "following", "despite"})
"""What hangs on these came at another time: "five days after the strikes"."""
_MANY = frozenset({"they"})
_BODIES = frozenset({"MIL", "REB", "COP", "GOV"})
"""Roles of bodies that a plural pronoun takes up: "police ... they"."""


def carried_on(events: Sequence[Event], given: Layers) -> list[Event]:
    """The events in their order, each with what its sentence takes over from those told before."""
    told: list[Event] = []
    done: dict[str, Event] = {}
    for event in sorted(events, key=lambda event: event.trigger.start):
        trigger = given.parse.token_at(event.trigger.start)
        is_open = trigger is not None and event.plover in ON_THE_GROUND and event.status in _TOLD
        full = _completed(event, trigger, told, given) if is_open and trigger is not None else event
        done[event.id] = full
        told.append(full)
    return [done[event.id] for event in events]


def _completed(event: Event, trigger: Token, told: Sequence[Event], given: Layers) -> Event:
    taken = _taken_up(event, trigger, told, given)
    if taken is not None:
        event = _with_doer(event, taken)
        if event.where is None and taken.where is not None:
            event = dataclasses.replace(event, where=without_words(taken.where, f"of “{taken.trigger.exact}”"))
        if event.when.value is None and taken.when.value is not None:
            why = f"{taken.when.why}; of “{taken.trigger.exact}”"
            event = dataclasses.replace(event, when=dataclasses.replace(taken.when, is_inferred=True, why=why))
        return event
    before = _before(trigger, told, given)
    subject = subject_of(trigger)
    many = next((other for other in before if _are_many(other, given)), None)
    if many is not None and subject is not None and subject.lower in _MANY:
        event = _with_doer(event, many)
    place = next((other.where for other in before if other.where is not None), None)
    if event.where is None and place is not None and not _names_a_place(trigger, given):
        event = dataclasses.replace(event, where=without_words(place, "named in the sentence before"))
    return event


def _with_doer(event: Event, other: Event) -> Event:
    if event.sources or (other.within is not None and other.within != event.within):
        return event  # what one side says of the doer is not everybody's word
    kept = tuple(dataclasses.replace(party, is_inferred=True) for party in other.sources if not party.is_inferred)
    targets = [set(party.actors) for party in event.targets if party.actors]
    own = tuple(party for party in kept if not any(set(party.actors) & actors for actors in targets))
    return dataclasses.replace(event, sources=own)


def _taken_up(event: Event, trigger: Token, told: Sequence[Event], given: Layers) -> Event | None:
    """The event that the definite noun means which acts in this one, or which is this one: "the raid killed 11"."""
    noun = trigger if trigger.pos in ("NOUN", "PROPN") else subject_of(trigger)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or event.sources:
        return None
    action = actions.of_noun(noun.lemma.lower())
    means = noun.lemma.lower() if noun.lemma.lower() in MEANS else ""
    if (action is None and not means) or not any(child.lower in _DEFINITE for child in noun.lefts):
        return None
    if any(child.lower in _TURNS for child in noun.lefts):
        return None
    for other in reversed(told):
        start = given.parse.token_at(other.trigger.start)
        if start is None or not 0 < trigger.sent.index - start.sent.index <= REACH_SENTENCES:
            continue
        if means and not any(child.lemma.lower() == means for child in start.children):
            continue  # "the rockets": those that struck
        is_like = (
            (action is None or other.plover == action.plover) and other.status in _TOLD and len(other.sources) == 1
        )
        if is_like and (event.where is None or other.where is None or event.where.name == other.where.name):
            return other
    return None


def _before(trigger: Token, told: Sequence[Event], given: Layers) -> list[Event]:
    """Those told in the sentence before, in the same line, last first, where nothing turns away from them."""
    if trigger.pos not in ("VERB", "AUX") or trigger.tag not in ("VBD", "VBN"):
        return []
    if any(token.lower in _TURNS for token in trigger.sent.tokens):
        return []
    found = []
    for other in reversed(told):
        start = given.parse.token_at(other.trigger.start)
        if start is None or start.sent.index == trigger.sent.index:
            continue
        is_next = start.sent.index == trigger.sent.index - 1 and start.sent.line == trigger.sent.line
        is_told = other.plover in ON_THE_GROUND and other.status in _TOLD and _is_main(start)
        if is_next and is_told:
            found.append(other)
        if start.sent.index < trigger.sent.index - 1:
            break
    return found


def _is_main(token: Token) -> bool:
    """Whether the word stands in the main clause of its sentence, or in what is said there."""
    while token.head is not token:
        if token.dep in ("relcl", "acl", "advcl") or (token.dep == "pobj" and token.head.lower in _BESIDES):
            return False
        token = token.head
    return True


def _are_many(event: Event, given: Layers) -> bool:
    """Whether "they" can mean its doers: several, a plural or a body."""
    if len(event.sources) > 1:
        return True
    for party in event.sources:
        words = given.parse.tokens_in(party.span.start, party.span.end) if party.span is not None else []
        if party.role in _BODIES or any(word.tag in ("NNS", "NNPS") for word in words[-1:]):
            return True
    return False


def _names_a_place(trigger: Token, given: Layers) -> bool:
    """Whether its sentence names any place, which may be its own."""
    return any(
        mention.kind is MentionKind.PLACE or mention.place_kind is not None
        for mention in given.resolved
        if trigger.sent.start <= mention.span.start < trigger.sent.end
    )
