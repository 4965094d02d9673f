"""Both sides of an action: who did it and to whom, read from the links around its trigger. Pure functions over tokens."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.analysers import doers, triggers
from variorum.analysers.agents import agent_of, is_passive, victim_of
from variorum.analysers.arguments import (
    MEANS,
    MONTHS_AND_DAYS,
    acting_subject,
    below_preposition,
    below_prepositions,
    gapped,
    is_person,
    owner_of,
    parties,
)
from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import passive_agent
from variorum.analysers.syntax import Token
from variorum.analysers.triggers import Told
from variorum.codes import actions
from variorum.codes.roles import role_of_head
from variorum.model.entries import Party
from variorum.model.marks import MentionKind

TARGET_PREPOSITIONS = ("on", "upon", "against", "at", "into", "toward", "towards", "over")
PAIR_PREPOSITIONS = ("with", "between", "among")
RECIPROCAL_NOUNS = frozenset(
    "meeting talk negotiation summit dialogue discussion conversation consultation clash fighting war ceasefire truce"
    " cooperation agreement exercise exchange".split()
)
_OF_IS_TARGET = frozenset(
    "killing murder assassination massacre arrest detention abduction kidnapping bombing shelling bombardment invasion"
    " deportation expulsion downing release criticism condemnation rejection support investigation probe".split()
)
_GOALS = (
    "against",
    "on",
    "upon",
    "with",
    "between",
    "among",
    "to",
    "toward",
    "towards",
    "into",
    "at",
    "over",
    "from",
    "for",
)
"""Prepositions that bring the other side, the surest first."""
_LAND = ("in", "near", "across", "around", "along")
"""Prepositions of place: where force is used or aid arrives, whose land it is."""
_ON_THE_GROUND = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "RETREAT", "SANCTION", "PROTEST"})
_FROM_FIRST = frozenset({"RETREAT", "SANCTION"})
_HARMFUL = frozenset({"ASSAULT", "COERCE"})
"""Types whose object is struck, taken or closed: the bridge, twelve people."""
_UNDIRECTED = frozenset(
    "explosion blast gunfire fighting clash war violence unrest battle combat hostility warfare".split()
)
"""Nouns of harm after which "on" and "at" say where, not whom it was done to."""
_PLANTED = frozenset({"bomb", "mine", "explosive", "device"})
_SENDING = frozenset(
    "fire launch throw hurl lob drop open detonate plant explode return resume violate break breach".split()
)
"""Verbs of harm whose object is what is sent or done, not what it is done to."""
_GIVING = frozenset({"MOBILIZE", "AID", "COOPERATE"})
"""Types whose object is what is sent or given, not to whom."""
_FIRING = frozenset("launch fire drop lob hurl throw rain unleash".split())
"""Verbs whose object is what harm is done with."""
_MOVED = {"MOBILIZE": ("to",), "AID": ("to",), "COOPERATE": ("to", "with"), "RETREAT": ("from",), "SANCTION": ("from",)}
"""Prepositions that bring the other side where the object is what is sent, given or taken away."""
_ANSWERS = frozenset({"REJECT", "REQUEST", "ACCUSE", "SUPPORT", "AGREE"})
"""Types whose object may be another's deed: "rejected calls by Kestria"."""
_SPEECH = frozenset({*_ANSWERS, "THREATEN"})
_OTHER_CLAUSES = frozenset({"advcl", "relcl", "parataxis", "conj"})
MAX_DEPTH = 3
"""How far down infinitives the other side is looked for: "threatened to stop selling gas to Kestria"."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is looked at while the other side is sought."""

    given: Layers
    kind: str
    """PLOVER type."""
    prepositions: tuple[str, ...]
    sources: tuple[Party, ...]
    things: bool
    """Whether a target that nobody is known to own is kept by its words."""

    @property
    def order(self) -> tuple[str, ...]:
        """Prepositions that may bring the other side, the surest first."""
        first = ("from",) if self.kind in _FROM_FIRST else ()
        by = ("by",) if self.kind in _ANSWERS else ()
        land = _LAND if self.kind in _ON_THE_GROUND else ()
        goals = tuple(name for name in _GOALS if name != "from") if self.kind == "ASSAULT" else _GOALS
        return (*self.prepositions, *first, *goals, *land, *by, "of")


def of_verb(
    trigger: Token, given: Layers, told: Told, *, coded: bool = False
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """(sources, targets) of a verb; all in sources where both sides act.

    Args:
        trigger: the verb, or the adjective with an infinitive.
        given: layers of the report.
        told: what it tells of.
        coded: whether a coder asks, who wants a target by its words for any type, and one from far off rather than none.
    """
    action = told.action
    things = coded or (action.plover in _HARMFUL and trigger.lemma not in _SENDING)
    if told.kind == "happens" and told.inner is not None:
        inner = triggers.of_noun(told.inner, given)
        return of_noun(told.inner, given, inner or told)[:2]
    passive = is_passive(trigger)
    inner_verb = told.inner if told.kind == "begins" and told.inner is not None and told.inner.pos == "VERB" else None
    goes_on = triggers.of_verb(inner_verb, given) if inner_verb is not None else None
    if goes_on is not None and goes_on.kind == "undergoes":
        told = goes_on  # "continue to face bombardment"
    if told.kind == "undergoes":
        doer = below_preposition(told.inner, ("by", "from"), given) if told.inner else None
        doer = doer or below_preposition(trigger, ("from",), given)
        return parties([doer], given), parties([acting_subject(trigger, given)], given, things=things)
    if passive:
        sources = _acting(passive_agent(trigger), given) or doers.in_course_of(trigger, given)
        further = gapped(trigger) if not sources else None
        if further is not None:
            sources = _acting(passive_agent(further), given) or doers.in_course_of(further, given)
    else:
        sources = _acting(agent_of(trigger, given), given)
    deed = _Deed(given, action.plover, tuple(sorted(action.prepositions)), sources, things)
    targets = _done_to(trigger, told, deed)
    if not targets and coded:
        targets = _anyone_after(trigger, deed)
    sources = tuple(party for party in sources if party.span not in [other.span for other in targets])
    if action.is_reciprocal:
        together = apart((*sources, *targets))
        if len(together) == 1 and len(together[0].actors) < 2:
            together = apart((*together, *_met_with(trigger, given)))
        return together, ()
    return sources, targets


def _acting(subject: Token | None, given: Layers) -> tuple[Party, ...]:
    """Who acts: the subject; where it is itself an action ("Kestria's strikes killed"), who does that."""
    if subject is None:
        return ()
    is_someone = role_of_head(subject.lower) is not None  # "a suicide bomber" is no attack
    told = triggers.of_noun(subject, given) if subject.pos == "NOUN" and not is_someone else None
    if told is not None:
        return of_noun(subject, given, told)[0]
    if subject.lemma.lower() in _PLANTED and not any(child.tag == "JJ" for child in subject.lefts):
        return ()  # "a Brask bomb killed two": where, not whose
    found = parties([triggers.numbered(subject)], given, located=False)
    return tuple(party for party in found if party.actors or party.role or subject.lemma.lower() not in MEANS)


def _done_to(trigger: Token, told: Told, deed: _Deed, depth: int = 0) -> tuple[Party, ...]:
    """The other side: the object, else under a preposition, else that of the word that the trigger bends."""
    given, inner = deed.given, told.inner
    if depth > MAX_DEPTH:
        return ()
    if inner is not None and inner.pos in ("VERB", "AUX", "ADJ") and inner is not trigger:
        below = triggers.of_verb(inner, given)
        found = _done_to(inner, below, deed, depth + 1) if below is not None else ()
        if found:
            return found
    thing = victim_of(trigger) if is_passive(trigger) else trigger.child("dobj")
    thing = triggers.numbered(thing) if thing is not None else None
    if thing is not None and (thing is inner or (inner is None and actions.of_noun(thing.lemma) is not None)):
        found = _through(thing, told, deed, depth)
        if found:
            return found
        thing = None if thing is inner else thing
    ways = _MOVED.get(told.action.plover if told.action.mode == "withdraw" or deed.kind in _GIVING else "", ())
    for way in ways if thing is not None and inner is None else ():
        found = _others(parties(below_prepositions(trigger, (way,), given), given), deed)
        if found:
            return found  # "sent experts to Kestria", "withdrew its troops from the pass"
    if thing is not None and trigger.lemma in _FIRING and thing.lemma.lower() in MEANS:
        thing = None  # "fired rockets and shells at Brask": what is fired is not what is struck
    is_given = deed.kind in _GIVING and thing is not None and not _is_someone(thing, given)
    is_own_act = thing is not None and actions.of_noun(thing.lemma) is not None  # "fought a war"
    if thing is not None and deed.things and deed.kind in _HARMFUL and inner is None and not is_own_act:
        struck = _others(parties([thing], given, things=True), deed)
        if struck:
            return struck
    own = () if is_given else _others(parties([thing], given), deed)
    if own:
        return own
    clauses = trigger.children_by("ccomp", "xcomp")
    if deed.kind in _SPEECH and thing is None:
        moved = [subject for clause in clauses if (subject := clause.child("nsubj", "nsubjpass")) is not None]
        found = _others(parties(moved, given), deed)
        if found:
            return found
    found = _under(trigger, deed)
    if not found and thing is not None:
        found = _under(thing, deed)
    if not found:
        found = _others(parties([trigger.child("dative")], given), deed)
    for clause in clauses:
        if not found and (clause.tag in ("VB", "VBG") or deed.kind in _SPEECH):
            found = _done_to(clause, Told(told.action), deed, depth + 1)
    return found or (() if is_given else _others(parties([thing], given, things=deed.things and not is_own_act), deed))


def _is_someone(thing: Token, given: Layers) -> bool:
    """Whether the noun names or means people or a body that is not a force or crew sent out."""
    mention = given.mention_at(thing.start)
    if thing.lemma.lower() in triggers.FORCE_NOUNS or thing.lemma in ("team", "mission", "aid"):
        return False
    return (mention is not None and bool(mention.actors)) or triggers.is_human(thing, given)


def _anyone_after(trigger: Token, deed: _Deed) -> tuple[Party, ...]:
    """Whoever is named first after the trigger in its own clause and is not among the sources."""
    within = [trigger]
    waiting = [trigger]
    while waiting:
        for child in waiting.pop().children:
            if child.i > trigger.i and child.dep not in _OTHER_CLAUSES:
                within.append(child)
                waiting.append(child)
    for token in sorted(within, key=lambda token: token.i):
        mention = deed.given.mention_at(token.start)
        if mention is not None and (mention.actors or mention.country) and mention.kind is not MentionKind.PRONOUN:
            found = _others(parties([token], deed.given), deed)
            if found:
                return found
    return ()


def _under(head: Token, deed: _Deed) -> tuple[Party, ...]:
    """The parties under the first preposition that has one; under "on" and the like, a day is none.

    A place that is nobody's own word takes the land it lies in: "attacks on 26 sites across Kestria".
    """
    for name in deed.order:
        below = [token for token in below_prepositions(head, (name,), deed.given) if token.lower not in MONTHS_AND_DAYS]
        found = _others(parties(map(triggers.numbered, below), deed.given), deed)
        if not found and deed.kind in _ON_THE_GROUND:
            lands = [land for token in below for land in below_prepositions(token, _LAND, deed.given)]
            found = _others(parties(lands, deed.given), deed)
        if found:
            return found
    return ()


def _through(noun: Token, told: Told, deed: _Deed, depth: int = 0) -> tuple[Party, ...]:
    """The other side by way of an event noun: "launched strikes on Kestria", "lifted its ban on Kestrian goods"."""
    given = deed.given
    below = triggers.of_noun(noun, given) or told
    found = _under(noun, deed)
    inner = below.inner
    if not found and inner is not None and inner is not noun and inner.pos in ("NOUN", "PROPN"):
        found = _under(inner, deed)
    clause = noun.child("acl", "ccomp", "relcl")
    if not found and clause is not None and clause.dep != "relcl" and not is_passive(clause):
        known = dataclasses.replace(deed, things=False)
        found = _others(parties([clause.child("nsubj")], given), deed) or _done_to(
            clause, Told(below.action), known, depth + 1
        )
    if not found:
        owner = owner_of(noun, given, located=False)
        links = ("poss", "amod", "compound", "nmod")
        holder = next((child for child in noun.lefts if child.dep in links and _is_named(child, given)), None)
        found = _others(parties([holder], given), deed) if owner is not None else ()
    return found


def _is_named(token: Token, given: Layers) -> bool:
    mention = given.mention_at(token.start)
    return mention is not None and bool(mention.actors)


def _others(found: Iterable[Party], deed: _Deed) -> tuple[Party, ...]:
    """Those that are not among the sources: "withdrew its troops" is done to nobody named yet."""
    return tuple(
        party
        for party in found
        if party.span not in [source.span for source in deed.sources]
        and not (party.actors and any(set(party.actors) <= set(source.actors) for source in deed.sources))
    )


def apart(found: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, by actor where it was resolved."""
    kept: list[Party] = []
    for party in found:
        if all((party.actors or party.span) != (other.actors or other.span) for other in kept):
            kept.append(party)
    return tuple(kept)


REACH_TOKENS = 16


def _met_with(trigger: Token, given: Layers) -> tuple[Party, ...]:
    """Whom it was with, where the parser lost the link: under the next "with", else the next person named."""
    following = [token for token in trigger.sent.tokens if trigger.i < token.i <= trigger.i + REACH_TOKENS]
    for token in following:
        if token.lower == "with" and token.child("pobj") is not None:
            found = parties([token.child("pobj")], given)
            if found:
                return found
    if trigger.lemma == "meet":
        for token in following:
            mention = given.mention_at(token.start)
            if mention is not None and is_person(mention, given):
                return (Party(mention.name, mention.span, mention.actors, mention.country, mention.role),)
    return ()


def of_noun(trigger: Token, given: Layers, told: Told) -> tuple[tuple[Party, ...], tuple[Party, ...], bool]:
    """(sources, targets, whether both sides act) of an event noun: "Kestria's strikes on Valdora"."""
    sources = doers.of_event_noun(trigger, given)
    pair = below_preposition(trigger, PAIR_PREPOSITIONS, given)
    if trigger.lemma in RECIPROCAL_NOUNS:
        together = parties([pair], given)
        return apart((*sources, *together)), (), True
    if told.kind and told.inner is not None:
        deed = _Deed(given, told.action.plover, (), sources, things=False)
        return sources, _through(trigger, told, deed), False
    goal = below_preposition(trigger, TARGET_PREPOSITIONS, given)
    of = below_preposition(trigger, ("of",), given)
    keeps = told.action.plover in _HARMFUL and trigger.lemma not in _UNDIRECTED
    targets = parties([goal], given, things=keeps)
    if not targets and not parties([of], given):
        targets = parties(
            below_prepositions(trigger, ("in",), given)[:1], given
        )  # "strikes in several Kestrian cities"
        targets = tuple(party for party in targets if party.country not in {source.country for source in sources})
    if not targets and trigger.lemma in _OF_IS_TARGET:
        targets = parties([of], given, things=keeps)
    elif not sources and of is not None and trigger.lemma not in _OF_IS_TARGET:
        sources = parties([of], given)
    return sources, targets, False
