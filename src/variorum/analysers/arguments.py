"""Who did it and to whom, read from the links around a trigger. Pure functions over tokens."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import passive_agent, speaker_span, subject_of
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.roles import role_of_head
from variorum.model.entries import Party
from variorum.model.marks import Mention, MentionKind

_MOVING_OTHERS = frozenset(
    "urge ask tell want let help order allow call press request expect encourage permit demand".split()
)
"""Verbs whose target may be the subject of the clause under them: "urged both sides to talk"."""
_OWNER_LINKS = frozenset({"amod", "compound", "poss", "npadvmod"})
TARGET_PREPOSITIONS = ("on", "upon", "against", "at", "into", "toward", "towards", "over")
PAIR_PREPOSITIONS = ("with", "between", "among")
RECIPROCAL_NOUNS = frozenset(
    "meeting talk negotiation summit dialogue discussion conversation consultation clash fighting war ceasefire truce"
    " cooperation agreement exercise exchange".split()
)
_OF_IS_TARGET = frozenset(
    "killing murder assassination massacre arrest detention abduction kidnapping bombing shelling bombardment invasion"
    " deportation expulsion downing release criticism condemnation rejection support investigation".split()
)


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


def parties(heads: Iterable[Token | None], given: Layers, *, located: bool = True) -> tuple[Party, ...]:
    """The parties these nouns name, their conjuncts included; a thing stands for whose it is.

    Args:
        heads: nouns; None is skipped.
        given: layers of the report.
        located: whether a thing in a state stands for that state, as it may where something is done to it.
    """
    found: list[Party] = []
    for head in heads:
        if head is None:
            continue
        for token in with_conjuncts(head):
            party = _party(token, given, located=located)
            if party is not None and all(party.span != other.span for other in found):
                found.append(party)
    return tuple(found)


def _party(token: Token, given: Layers, *, located: bool) -> Party | None:
    mention = given.mention_at(token.start)
    named = next((child for child in token.children if child.dep == "appos" and child.pos == "PROPN"), None)
    person = given.mention_at(named.start) if named is not None else None
    if person is not None and _is_person(person, given):
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
        return Party(owner.name or owner.span.exact, owner.span, owner.actors, owner.country, owner.role)
    if located and mention is not None and mention.kind is MentionKind.PLACE and mention.country:
        return Party(mention.name, mention.span, (mention.country,), mention.country, None, is_inferred=True)
    if role_of_head(token.lower) is not None:
        return Party(speaker_span(token, given).exact, speaker_span(token, given))
    return None


def _is_person(mention: Mention, given: Layers) -> bool:
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


def of_verb(
    trigger: Token, given: Layers, prepositions: Iterable[str], *, reciprocal: bool
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """(sources, targets) of a verb; all in sources where both sides act."""
    passive = any(child.dep in ("auxpass", "nsubjpass") for child in trigger.children) or (
        trigger.tag == "VBN"
        and trigger.dep in ("acl", "relcl")
        and not any(child.dep == "aux" for child in trigger.children)
    )
    thing = trigger.child("dobj")
    if passive:
        agent = passive_agent(trigger)
        victim = trigger.child("nsubjpass")
        if victim is None and trigger.dep in ("acl", "relcl"):
            victim = trigger.head
        if victim is None and trigger.dep == "conj":
            victim = trigger.head.child("nsubjpass")
        elif victim is not None and victim.tag in ("WDT", "WP") and trigger.dep == "relcl":
            victim = trigger.head
        sources, targets = parties([agent], given, located=False), parties([victim], given)
    else:
        sources = parties([acting_subject(trigger, given)], given, located=False)
        goal = below_preposition(
            trigger,
            (*prepositions, *TARGET_PREPOSITIONS, *(PAIR_PREPOSITIONS if reciprocal else ("to", "with"))),
            given,
        )
        targets = parties([thing], given)
        through = None
        if thing is not None and actions.of_noun(thing.lemma) is not None:
            through = below_preposition(thing, (*TARGET_PREPOSITIONS, *PAIR_PREPOSITIONS, "to", "of"), given)
        on_thing = parties([through], given)
        if on_thing:
            targets = tuple(party for party in on_thing if party not in sources)
        if not targets:
            targets = parties([goal], given)
        if not targets and trigger.child("dative") is not None:
            targets = parties([trigger.child("dative")], given)
        if not targets:
            small = trigger.child("ccomp", "xcomp")
            helped = small is not None and trigger.lemma in _MOVING_OTHERS
            targets = parties([small.child("nsubj")] if small is not None and helped else [], given)
    sources = tuple(party for party in sources if party.span not in [other.span for other in targets])
    if reciprocal:
        together = _apart((*sources, *targets))
        if len(together) == 1 and len(together[0].actors) < 2:
            together = _apart((*together, *_met_with(trigger, given)))
        return together, ()
    return sources, targets


def _apart(found: Iterable[Party]) -> tuple[Party, ...]:
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
            if mention is not None and _is_person(mention, given):
                return (Party(mention.name, mention.span, mention.actors, mention.country, mention.role),)
    return ()


def of_noun(trigger: Token, given: Layers) -> tuple[tuple[Party, ...], tuple[Party, ...], bool]:
    """(sources, targets, whether both sides act) of an event noun: "Kestria's strikes on Valdora"."""
    doers: list[Token | None] = [below_preposition(trigger, ("by", "from"), given)]
    owner = [
        child
        for child in trigger.lefts
        if child.dep in ("poss", "amod", "compound", "nmod")
        and (mention := given.mention_at(child.start)) is not None
        and mention.actors
    ]
    sources = parties([*owner, *doers], given, located=False)
    pair = below_preposition(trigger, PAIR_PREPOSITIONS, given)
    if trigger.lemma in RECIPROCAL_NOUNS:
        together = parties([pair], given)
        return (*sources, *(party for party in together if party not in sources)), (), True
    goal = below_preposition(trigger, TARGET_PREPOSITIONS, given)
    of = below_preposition(trigger, ("of",), given)
    targets = parties([goal], given)
    if not targets and not parties([of], given):
        targets = parties(
            below_prepositions(trigger, ("in",), given)[:1], given
        )  # "strikes in several Kestrian cities"
        targets = tuple(party for party in targets if party.country not in {source.country for source in sources})
    if not targets and trigger.lemma in _OF_IS_TARGET:
        targets = parties([of], given)
    elif not sources and of is not None and trigger.lemma not in _OF_IS_TARGET:
        sources = parties([of], given)
    return sources, targets, False
