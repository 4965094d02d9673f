"""Who did what an event noun tells of, and who stands behind what acts in a clause. Pure functions over tokens.

"An air strike carried out by Kestrian jets", "rebel rocket attacks", "an attack claimed by the front": the doer stands
beside the noun. "Kestrian shelling killed six": what acts is itself an event, and its doer is the doer.
"""

from __future__ import annotations

import dataclasses

from variorum.analysers.arguments import MEANS, below_preposition, below_prepositions, core, parties
from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import passive_agent, subject_of
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.roles import role_of_head
from variorum.model.entries import Party

PERFORMING = frozenset(
    "carry conduct launch mount stage perform execute undertake commit make wage lead order fire unleash perpetrate".split()
)
"""Verbs whose subject does what their object says."""
_CLAIMING = frozenset({"claim"})
"""Who claims an act says of himself that he did it: a doer, marked as inferred."""
_BEFORE_NOUN = ("poss", "amod", "compound", "nmod")
_ARMED = frozenset({"MIL", "REB", "COP", "GOV", "SEP", "SPY", "CRM"})
"""Roles of those who use force: "rebel shelling", "a police raid"; but not "the hostage release"."""
_GROUPS = frozenset({"coalition", "alliance"})
_DURING = ("in", "during", "from")


def of_event_noun(noun: Token, given: Layers) -> tuple[Party, ...]:
    """Who does it, by the words before the noun, after "by", and of clauses that hang on it."""
    owners = [child for child in noun.lefts if child.dep in _BEFORE_NOUN and _is_an_actor(child, given)]
    by = below_preposition(noun, ("by", "from"), given)
    found = parties([*owners, by], given, located=False)
    if not found:
        found = parties([_performer(noun, PERFORMING)], given, located=False)
    if not found:
        found = _armed_before(noun, given)
    if not found:
        found = parties([_performer(noun, _CLAIMING), _claimant(noun)], given, located=False)
        found = tuple(dataclasses.replace(party, is_inferred=True) for party in found)
    return found


def in_course_of(verb: Token, given: Layers) -> tuple[Party, ...]:
    """Who did that in whose course it came: "were killed in shelling by rebels", "died in a Kestrian raid"."""
    for below in below_prepositions(verb, _DURING, given):
        deed = next((child for child in below.rights if child.dep == "acl" and child.tag == "VBG"), None)
        if deed is not None and actions.of_noun(deed.lower) is not None:
            return parties([below], given, located=False)  # "in government shelling": taken for a participle
        if actions.of_noun(below.lemma) is not None or below.lemma == "fire":
            found = of_event_noun(below, given)
            if found:
                return found
    return ()


def _is_an_actor(token: Token, given: Layers) -> bool:
    mention = given.mention_at(token.start)
    return mention is not None and bool(mention.actors)


def _performer(noun: Token, verbs: frozenset[str]) -> Token | None:
    """Who carries it out, in a clause behind the noun: "an attack carried out by X", "the raids that X launched"."""
    if noun.dep == "dobj" and noun.head.lemma in verbs:
        return subject_of(noun.head)
    for clause in noun.rights:
        if clause.lemma not in verbs or clause.dep not in ("acl", "relcl"):
            continue
        agent = passive_agent(clause)
        if agent is not None:
            return agent
        subject = clause.child("nsubj")
        if subject is not None and subject.tag not in ("WDT", "WP"):
            return subject
    return None


def _claimant(noun: Token) -> Token | None:
    """Who claims responsibility for it: "the front claimed responsibility for the attack"."""
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "for" else None
    verb = above.head if above is not None and above.lemma in ("responsibility", "credit") else None
    return verb.child("nsubj") if verb is not None and verb.lemma in ("claim", "take") else None


def _armed_before(noun: Token, given: Layers) -> tuple[Party, ...]:
    """Those who use force, named by a noun before it: "rebel rocket attacks", "an army offensive"."""
    for child in noun.lefts:
        for word in (child, *child.lefts):
            role = role_of_head(word.lower) if word.dep in _BEFORE_NOUN else None
            is_group = word.lemma.lower() in _GROUPS and word.dep in _BEFORE_NOUN
            if is_group or (role in _ARMED and word.lemma.lower() not in MEANS):
                span = core(word, given)
                return (Party(span.exact, span, role=role),)
    return ()
