"""Who did it and to whom, read from the links around a trigger. Pure functions over tokens."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from variorum.analysers.calendar import MONTHS, WEEKDAYS
from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import subject_of
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.roles import role_of_head
from variorum.model.entries import Party
from variorum.model.marks import Mention, MentionKind
from variorum.model.spans import Span

_OWNER_LINKS = frozenset({"amod", "compound", "poss", "npadvmod"})
_CORE_LINKS = frozenset({"npadvmod", "amod", "compound", "poss", "det", "nummod", "nmod", "case", "quantmod", "punct"})
MONTHS_AND_DAYS = frozenset(form for name in (*WEEKDAYS, *MONTHS) for form in (name, f"{name[:3]}.", f"{name[:4]}."))
MEANS = frozenset(
    "jet plane warplane aircraft airplane helicopter gunship drone missile rocket shell mortar artillery bomb bullet mine"
    " gun tank car truck motorcycle grenade explosive device warhead projectile torpedo shrapnel".split()
)
"""What harm is done with: as a subject it names nobody, unless its words say whose it is."""
_UNITS = frozenset(
    "unit force troop brigade battalion regiment division battery squad patrol group team guard fighter commander"
    " member source agent crew cell faction militia column convoy".split()
)
"""Nouns for people acting together, said of whom by the noun before them: "an army unit"."""
_INSIDE = frozenset({"in", "at", "inside"})
_NAMING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "conj", "appos"})
"""Where a name that no list has is taken for a party."""


def with_conjuncts(head: Token) -> list[Token]:
    """The noun and those coordinated with it, in order."""
    found = [head]
    waiting = [head]
    while waiting:
        for child in waiting.pop().rights:
            if child.dep in ("conj", "appos") and child.pos in ("NOUN", "PROPN", "PRON") and child.dep == "conj":
                found.append(child)
                waiting.append(child)
    return sorted(found, key=lambda token: token.i)


def parties(
    heads: Iterable[Token | None], given: Layers, *, located: bool = True, things: bool = False
) -> tuple[Party, ...]:
    """The parties these nouns name, their conjuncts included; a thing stands for whose it is.

    Args:
        heads: nouns; None is skipped.
        given: layers of the report.
        located: whether a thing in a state stands for that state, as it may where something is done to it.
        things: whether a thing that nobody is known to own is kept by its words, as no actor.
    """
    found: list[Party] = []
    for head in heads:
        if head is None:
            continue
        for token in with_conjuncts(head):
            party = _party(token, given, located=located, things=things)
            if party is not None and all(party.span != other.span for other in found):
                found.append(party)
    return tuple(found)


def _party(token: Token, given: Layers, *, located: bool, things: bool) -> Party | None:
    mention = given.mention_at(token.start)
    named = next((child for child in token.children if child.dep == "appos" and child.pos == "PROPN"), None)
    person = given.mention_at(named.start) if named is not None else None
    if person is not None and is_person(person, given):
        mention = person  # "the ambassador, Lise Harrow"
    if mention is not None and (mention.actors or mention.role or mention.introduces):
        span = mention.span if mention.kind is not MentionKind.PRONOUN else given.parse.span(token.start, token.end)
        return Party(
            mention.name or span.exact,
            span,
            mention.actors,
            mention.country,
            mention.role,
            is_inferred=mention.kind in (MentionKind.PRONOUN, MentionKind.GROUP),
        )
    owner = owner_of(token, given, located=located)
    if owner is not None:
        words = core(token, given)
        above = given.parse.token_at(owner.head.start)
        is_behind = above is not None and above.dep == "pobj" and above.head.lower in _INSIDE  # schools in Kestria
        name = " ".join(words.exact.split()) if is_behind and things else owner.name or owner.span.exact
        return Party(name, words, owner.actors, owner.country, owner.role)
    if located and mention is not None and mention.kind is MentionKind.PLACE and mention.country:
        return Party(mention.name, mention.span, (mention.country,), mention.country, None, is_inferred=True)
    is_named = (things or token.dep in _NAMING) and token.pos == "PROPN" and _is_dateless(token, given)
    is_thing = things and token.pos in ("NOUN", "NUM") and _is_dateless(token, given)
    role = role_of_head(token.lower) or _role_of_unit(token)
    if role is not None or is_named or is_thing:
        span = core(token, given)
        return Party(span.exact, span)
    return None


def _role_of_unit(token: Token) -> str | None:
    """The role of people acting together, by the noun before: "an army unit", "rebel fighters"."""
    if token.lemma not in _UNITS:
        return None
    before = (child for child in token.lefts if child.dep in _OWNER_LINKS)
    return next((role for child in before if (role := role_of_head(child.lower)) is not None), None)


def _is_dateless(token: Token, given: Layers) -> bool:
    return token.lower not in MONTHS_AND_DAYS and all(
        not moment.span.start <= token.start < moment.span.end for moment in given.moments
    )


def core(head: Token, given: Layers) -> Span:
    """The noun with the words before it, and no more: "the old bridge" of "the old bridge over the river"."""
    first = head
    waiting = [head]
    while waiting:
        for child in waiting.pop().lefts:
            if child.dep in _CORE_LINKS:
                waiting.append(child)
                first = child if child.i < first.i else first
    return given.parse.span(first.start, head.end)


def is_person(mention: Mention, given: Layers) -> bool:
    """Whether the mention names one person whom the register knows."""
    return len(mention.actors) == 1 and any(mention.actors[0] == entry.actor for entry in given.register)


def owner_of(token: Token, given: Layers, *, located: bool = True) -> Mention | None:
    """Whose the thing is: "Kestrian jets", "Kestria's airbases", "sites in Kestria"."""
    own = given.mention_at(token.start)
    if own is not None and own.kind is MentionKind.PLACE:
        return None
    for child in token.children:
        if child.dep in ("amod", "poss", "compound", "nmod"):
            mention = given.mention_at(child.start)
            if mention is not None and mention.actors:
                return mention
            for below in child.children:
                mention = given.mention_at(below.start)
                made_there = given.parse.text[below.end : below.end + 1] == "-"  # Ostmere-made drones
                if mention is not None and mention.actors and not made_there and below.dep in _OWNER_LINKS:
                    return mention
    for child in token.rights:
        if child.dep == "prep" and child.lower in (("in", "of", "from", "at", "inside") if located else ("of",)):
            thing = child.child("pobj")
            mention = given.mention_at(thing.start) if thing is not None else None
            if mention is not None and mention.country and (mention.actors or mention.kind is MentionKind.PLACE):
                return mention
    return None


def acting_subject(verb: Token, given: Layers) -> Token | None:
    """The subject of a verb; where a relative clause hangs on a place, the event that happened there.

    "An attack in Sarun that killed ten": the parser hangs the clause on Sarun.
    """
    subject = subject_of(verb)
    if subject is None or subject.dep != "pobj" or subject.i > verb.i:
        return subject
    mention = given.mention_at(subject.start)
    is_place = mention is not None and mention.kind is MentionKind.PLACE
    noun = subject.head.head
    if noun.pos in ("NOUN", "PROPN") and (is_place or actions.of_noun(noun.lemma) is not None):
        return noun
    return subject


def below_prepositions(head: Token, names: Iterable[str], given: Layers) -> list[Token]:
    """The nouns under these prepositions of the word, days left out: "strikes on Tuesday on two sites"."""
    wanted = frozenset(names)
    found = []
    for child in [*head.children, *(following_prepositions(head) if head.pos == "NOUN" else ())]:
        if child.dep in ("prep", "agent", "dative") and child.lower in wanted:
            below = child.child("pobj")
            if below is not None and below not in found and given.moment_in(below.start, below.end) is None:
                found.append(below)
    return found


def following_prepositions(noun: Token) -> list[Token]:
    """Prepositions that follow a noun one phrase after the other, wherever the parser hung them."""
    tokens = noun.sent.tokens
    first = tokens[0].i
    found = []
    place = noun.i + 1
    while place - first < len(tokens):
        token = tokens[place - first]
        if token.dep != "prep" or token.child("pobj") is None:
            break
        found.append(token)
        place = token.subtree[-1].i + 1
    return found


def below_preposition(head: Token, names: Iterable[str], given: Layers) -> Token | None:
    """The first of them, or None."""
    found = below_prepositions(head, names, given)
    return found[0] if found else None


def gapped(verb: Token) -> Token | None:
    """The participle that goes on after "were killed and 15 injured in ...": the parser hangs it on the number."""
    for child in verb.rights:
        if child.dep == "conj" and child.pos in ("NUM", "NOUN"):
            return next((below for below in child.rights if below.dep == "acl" and below.tag in _PARTICIPLES), None)
        subject = child.child("nsubj") if child.dep == "conj" and child.tag in _PARTICIPLES else None
        if subject is not None and subject.pos == "NUM":
            return child
    return None


_PARTICIPLES = frozenset({"VBN", "VBD"})


def as_side(party: Party, given: Layers) -> Party:
    """The party under the name of whose it is, where it is a thing kept by its words: "seven sites" of Kestria."""
    if not party.actors or party.span is None or given.mention_in(party.span.start, party.span.end) is not None:
        return party
    behind = (other for other in given.resolved if other.span.start >= party.span.end)
    owner = next((other for other in behind if other.country == party.country and other.name), None)
    return dataclasses.replace(party, name=owner.name) if owner is not None else party
