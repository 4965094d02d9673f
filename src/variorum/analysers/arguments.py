"""Who did it and to whom, read from the links around a trigger. Pure functions over tokens."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.analysers import triggers
from variorum.analysers.attribution import passive_agent, subject_of
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.analysers.triggers import Told
from variorum.codes import actions
from variorum.codes.roles import role_of_head
from variorum.model.entries import Party
from variorum.model.marks import Mention, MentionKind
from variorum.model.spans import Span

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
_CORE_LINKS = frozenset({"amod", "compound", "poss", "det", "nummod", "nmod", "case", "quantmod", "punct"})


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
    is_named = (things or token.dep in _NAMING) and token.pos == "PROPN" and _is_dateless(token, given)
    if (
        role_of_head(token.lower) is not None
        or is_named
        or (things and token.pos == "NOUN" and _is_dateless(token, given))
    ):
        span = core(token, given)
        return Party(span.exact, span)
    return None


def _is_dateless(token: Token, given: Layers) -> bool:
    return all(not moment.span.start <= token.start < moment.span.end for moment in given.moments)


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
_GROUNDS = ("in", "near", "across", "around", "of", "along")
"""Prepositions of place: where force is used or aid arrives, whose land it is."""
_ON_THE_GROUND = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "RETREAT", "SANCTION", "PROTEST"})
_FROM_FIRST = frozenset({"RETREAT", "SANCTION"})
_CLIMBS = frozenset({"xcomp", "acomp", "advcl", "ccomp"})


def agent_of(verb: Token, given: Layers) -> Token | None:
    """Who does it: the subject, its own or that of the verb or adjective it hangs on."""
    subject = acting_subject(verb, given)
    above = verb
    for _ in range(MAX_CLIMB):
        if subject is not None:
            return subject
        if above.dep not in _CLIMBS or above.head is above or above.tag not in ("VB", "VBG", "JJ"):
            return None
        above = above.head
        subject = subject_of(above)
    return subject


MAX_CLIMB = 3


def of_verb(
    trigger: Token, given: Layers, told: Told, *, things: bool = False
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """(sources, targets) of a verb; all in sources where both sides act.

    Args:
        trigger: the verb, or the adjective with an infinitive.
        given: layers of the report.
        told: what it tells of.
        things: whether a target that nobody is known to own is kept by its words.
    """
    action = told.action
    if told.kind == "happens" and told.inner is not None:
        inner = triggers.of_noun(told.inner, given)
        return of_noun(told.inner, given, inner or told)[:2]
    passive = _is_passive(trigger)
    if told.kind == "undergoes":
        sources = parties([below_preposition(told.inner, ("by", "from"), given)] if told.inner else [], given)
        return sources, parties([acting_subject(trigger, given)], given, things=things)
    if passive:
        sources = parties([passive_agent(trigger)], given, located=False)
    else:
        sources = _acting(agent_of(trigger, given), given)
    targets = _done_to(trigger, given, told, sources, passive=passive, things=things)
    sources = tuple(party for party in sources if party.span not in [other.span for other in targets])
    if action.is_reciprocal:
        together = _apart((*sources, *targets))
        if len(together) == 1 and len(together[0].actors) < 2:
            together = _apart((*together, *_met_with(trigger, given)))
        return together, ()
    return sources, targets


def _acting(subject: Token | None, given: Layers) -> tuple[Party, ...]:
    """Who acts: the subject; where it is itself an action ("Kestria's strikes killed"), who does that."""
    if subject is None:
        return ()
    told = triggers.of_noun(subject, given) if subject.pos == "NOUN" else None
    if told is not None:
        return of_noun(subject, given, told)[0]
    return parties([triggers.numbered(subject)], given, located=False)


def _is_passive(verb: Token) -> bool:
    return any(child.dep in ("auxpass", "nsubjpass") for child in verb.children) or (
        verb.tag == "VBN" and verb.dep in ("acl", "relcl") and not any(child.dep == "aux" for child in verb.children)
    )


def _victim(verb: Token) -> Token | None:
    """What it is done to, of a verb in the passive."""
    found = verb.child("nsubjpass")
    if (found is None and verb.dep in ("acl", "relcl")) or (
        found is not None and found.tag in ("WDT", "WP") and verb.dep == "relcl"
    ):
        return verb.head
    if found is None and verb.dep == "conj":
        return verb.head.child("nsubjpass")
    return found


def _done_to(
    trigger: Token, given: Layers, told: Told, sources: tuple[Party, ...], *, passive: bool, things: bool
) -> tuple[Party, ...]:
    """The other side: the object, else under a preposition, else that of the word that the trigger bends."""
    inner = told.inner
    if inner is not None and inner.pos in ("VERB", "AUX", "ADJ") and inner is not trigger:
        below = triggers.of_verb(inner, given)
        if below is not None:
            found = _done_to(inner, given, below, sources, passive=_is_passive(inner), things=things)
            if found:
                return found
    thing = _victim(trigger) if passive else trigger.child("dobj")
    if thing is not None:
        thing = triggers.numbered(thing)
    if thing is not None and (thing is inner or (inner is None and actions.of_noun(thing.lemma) is not None)):
        found = _through(thing, given, told, sources)
        if found:
            return found
        thing = None if thing is inner else thing
    own = _others(parties([thing], given), sources)
    if own:
        return own
    wanted = (*told.action.prepositions, *_order(told))
    found = _others(_under(trigger, wanted, given), sources)
    if not found and thing is not None:
        found = _others(_under(thing, wanted, given), sources)
    if not found and trigger.child("dative") is not None:
        found = _others(parties([trigger.child("dative")], given), sources)
    if not found and trigger.lemma in _MOVING_OTHERS:
        small = trigger.child("ccomp", "xcomp")
        found = parties([small.child("nsubj")] if small is not None else [], given)
    return found or _others(parties([thing], given, things=things), sources)


def _order(told: Told) -> tuple[str, ...]:
    kind = told.action.plover
    first = ("from",) if kind in _FROM_FIRST else ()
    return (*first, *_GOALS, *(_GROUNDS if kind in _ON_THE_GROUND else ()))


def _under(head: Token, names: Iterable[str], given: Layers) -> tuple[Party, ...]:
    """The parties under the first of these prepositions that has one."""
    for name in names:
        found = parties(map(triggers.numbered, below_prepositions(head, (name,), given)), given)
        if found:
            return found
    return ()


def _through(noun: Token, given: Layers, told: Told, sources: tuple[Party, ...]) -> tuple[Party, ...]:
    """The other side by way of an event noun: "launched strikes on Kestria", "lifted its ban on Kestrian goods"."""
    below = triggers.of_noun(noun, given) or told
    found = _others(_under(noun, _order(below), given), sources)
    if not found and noun.lemma in _OF_IS_TARGET:
        found = _others(_under(noun, ("of",), given), sources)
    if not found and below.inner is not None and below.inner is not noun and below.inner.pos in ("NOUN", "PROPN"):
        found = _others(_under(below.inner, _order(below), given), sources)
    if not found:
        owners = [child for child in noun.lefts if child.dep in ("poss", "amod", "compound", "nmod")]
        found = _others(parties(owners, given), sources)
    return found


def _others(found: Iterable[Party], sources: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those that are not among the sources: "withdrew its troops" is done to nobody named yet."""
    return tuple(
        party
        for party in found
        if party.span not in [source.span for source in sources]
        and not (party.actors and any(set(party.actors) <= set(source.actors) for source in sources))
    )


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


def of_noun(trigger: Token, given: Layers, told: Told) -> tuple[tuple[Party, ...], tuple[Party, ...], bool]:
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
        return _apart((*sources, *together)), (), True
    if told.kind and told.inner is not None:
        targets = _through(trigger, given, told, sources)
        return sources, targets, False
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
