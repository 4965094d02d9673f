"""The place where an event took place, sought outwards from its trigger through its own clause. Pure functions over tokens.

First what hangs on the trigger and its object; then what hangs on the nouns below them ("killed in a raid on a farm in
the district of Orun"); then the verbs that the trigger shares its clause with ("In Brask, rebels killed a judge and
abducted two clerks", "shelled the market of Brask, killing 12").
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from variorum.analysers import whereabouts
from variorum.analysers.arguments import gapped
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.roles import is_person
from variorum.model.entries import Where
from variorum.model.marks import MentionKind

MAX_DEPTH = 5
"""How many nouns down: "in a raid on a farm in the district of Orun" has four."""
MAX_STEPS = 3
"""How many verbs away in the same clause."""
ON_THE_GROUND = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
"""PLOVER types of what is done at a place."""
_AT = frozenset("in at near outside inside around across over along".split())
_BELOW = _AT | {"on", "of", "to", "against", "during", "by", "with"}
"""Prepositions whose noun may itself be placed: "in attacks on two checkpoints in Brask"."""
_BELOW_PERSON = frozenset({"in", "at", "near", "outside", "inside"})
"""After someone, other prepositions tell where he is from or what he is of: "the mayor of Brask"."""
_SIDES = frozenset("east west north south side outskirt edge".split())
_PLACED = ("dobj", "nsubjpass", "nsubj", "attr")
_AROUND = ("advcl", "xcomp", "acl", "pcomp")


def of_trigger(trigger: Token, given: Layers, kind: str) -> Where | None:
    """Where the event took place, by the words of its clause, or None.

    Args:
        trigger: word of the event.
        given: layers of the report.
        kind: its PLOVER type; what is said or agreed has the place of its own words only, not of what it is about.
    """
    found = whereabouts.of_trigger(trigger, given)
    if found is not None or kind not in ON_THE_GROUND:
        return found
    found = _below(trigger, given, 0)
    if found is not None:
        return found
    for verb in _sharing(trigger):
        found = whereabouts.of_trigger(verb, given) or _below(verb, given, 0, before=trigger)
        if found is not None:
            return found
    return None


def _below(head: Token, given: Layers, depth: int, *, before: Token | None = None) -> Where | None:
    """The place under a noun or verb, through the nouns below it; `before` leaves out the side of another verb."""
    if depth > MAX_DEPTH:
        return None
    is_someone = head.pos in ("NOUN", "PROPN") and is_person(head.lemma)
    allowed = _BELOW_PERSON if is_someone else _BELOW
    for noun, preposition in _nouns(head, given, before):
        if preposition and preposition not in allowed:
            continue
        is_beside = preposition == "to" and noun.lemma in _SIDES
        if preposition in _AT or is_beside or _is_struck_ground(head, preposition):
            found = whereabouts.of_noun(noun, given) or _named_elsewhere(noun, given)
            if found is not None:
                return found
        found = _below(noun, given, depth + 1)
        if found is not None:
            return found
    return None


def _nouns(head: Token, given: Layers, before: Token | None) -> Iterator[tuple[Token, str]]:
    """Nouns below a word with their prepositions; those of place first."""
    links: list[tuple[Token, str]] = []
    for child in head.children:
        if child is before:
            continue
        if child.dep in ("prep", "agent"):
            below = child.child("pobj", "pcomp")
            if below is not None and not _is_day(below, given):
                links.append((below, child.lower))
        elif (head.pos not in ("NOUN", "PROPN") and child.dep in _PLACED and _may_be_placed(child)) or (
            child.dep == "acl" and _is_of_force(child)
        ):
            links.append((child, ""))
        elif child.dep in ("acl", "relcl") and whereabouts.is_held_clause(child, head):
            links += [
                (below, prep.lower)
                for prep in child.children
                if prep.dep in ("prep", "agent") and (below := prep.child("pobj")) is not None
            ]
    yield from sorted(links, key=lambda link: link[1] not in _AT)


def _is_of_force(clause: Token) -> bool:
    """Whether a participle goes on with the attack: "an attack targeting a wedding in Brask"."""
    if actions.of_noun(clause.lower) is not None:
        return True
    return any(reading.plover == "ASSAULT" for reading in actions.of_verb(clause.lemma))


def _named_elsewhere(noun: Token, given: Layers) -> Where | None:
    """The place of a bare name that the report names as a place elsewhere: "a raid on Brask"."""
    mention = given.mention_at(noun.start)
    if mention is None or mention.kind is not MentionKind.NAME or mention.actors or mention.role:
        return None
    places = (other for other in given.resolved if other.kind is MentionKind.PLACE)
    same = next((other for other in places if other.head.exact == mention.head.exact), None)
    if same is None:
        return None
    return dataclasses.replace(whereabouts.where(same, given.parse), name=mention.span.exact, span=mention.span)


def _is_day(noun: Token, given: Layers) -> bool:
    """Whether the word belongs to an expression of when: "on 14 May"."""
    return any(moment.span.start <= noun.start < moment.span.end for moment in given.moments)


def _may_be_placed(noun: Token) -> bool:
    """Whether the place of a subject or object is that of the deed: of what is struck, and of an act that acts."""
    return noun.dep in ("dobj", "nsubjpass") or actions.of_noun(noun.lemma) is not None


def _is_struck_ground(head: Token, preposition: str) -> bool:
    """Whether the noun under "on" or "of" is where it was done: "a raid on Brask", "the shelling of Sarun"."""
    return preposition in ("on", "of", "against") and actions.of_noun(head.lemma) is not None


def _sharing(trigger: Token) -> Iterator[Token]:
    """The verbs that share the trigger's clause, nearest first: those it is joined with or hangs on."""
    token = trigger
    for _ in range(MAX_STEPS):
        if token.pos in ("VERB", "AUX"):
            yield from (child for child in token.rights if _goes_on(child))
            further = gapped(token)
            if further is not None:
                yield further
        above = token.head
        is_joined = token.dep == "conj" and token.child("nsubj", "nsubjpass") is None
        is_below = token.dep in _AROUND and token.tag in ("VBG", "VB") and above.pos in ("VERB", "AUX")
        if token.dep == "acl" and token.tag == "VBG" and above.pos in ("NOUN", "PROPN"):
            yield from (over for over in above.ancestors if over.pos in ("VERB", "AUX"))
        is_noun_of = token.pos in ("NOUN", "PROPN") and token.dep in ("dobj", "nsubj", "nsubjpass")
        if above is token or not (is_joined or is_below or is_noun_of):
            return
        if above.pos in ("VERB", "AUX"):
            yield above
        token = above


def _goes_on(child: Token) -> bool:
    """Whether a verb below goes on with the same clause: "fired at and destroyed", "began shelling"."""
    if child.pos not in ("VERB", "AUX") or child.child("nsubj", "nsubjpass") is not None:
        return False
    return child.dep == "conj" or (child.dep == "xcomp" and child.tag in ("VB", "VBG"))


def without_words(place: Where, why: str) -> Where:
    """A place that other words of the report told, as that of an event whose own words tell none."""
    return dataclasses.replace(place, is_inferred=True, why=f"{place.why}; {why}" if place.why else why)
