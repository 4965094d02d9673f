"""Who acts and what is acted on, by the voice of a verb and the clause it hangs in. Pure functions over tokens."""

from __future__ import annotations

from variorum.analysers import triggers
from variorum.analysers.arguments import MEANS, acting_subject, parties
from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import subject_of
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.roles import can_act
from variorum.codes.roles import is_person as means_people
from variorum.model.marks import MentionKind

_NEEDS_OBJECT = frozenset(
    "kill wound injure arrest detain abduct kidnap execute behead destroy damage displace".split()
)
"""Verbs of harm that say to whom, or are passives without their auxiliary."""
_CLIMBS = frozenset({"xcomp", "acomp", "advcl", "ccomp"})
MAX_CLIMB = 3


def agent_of(verb: Token, given: Layers) -> Token | None:
    """Who does it: the subject, its own or that of the verb or adjective it hangs on."""
    charged = _charged(verb)
    if charged is not None:
        return charged
    subject = acting_subject(verb, given)
    first = verb.head if verb.dep == "conj" and verb.tag == "VBG" else verb
    if subject is not None and first.dep == "acl" and first.tag == "VBG" and not _can_do(subject, given):
        subject = _who_acts_above(subject, given)  # "bombed a camp in the province, killing six"
    if verb.dep == "pcomp" and verb.head.head.lemma == "aim":
        return _who_acts_above(verb.head.head, given)  # "began a campaign aimed at retaking Brask"
    above = verb
    for _ in range(MAX_CLIMB):
        if subject is not None:
            return subject
        if above.dep not in _CLIMBS or above.head is above or above.tag not in ("VB", "VBG", "JJ"):
            return None
        above = above.head
        subject = subject_of(above)
    return subject


def _charged(verb: Token) -> Token | None:
    """The object of the verb above that says what its object did: "accused Kestria of shelling Brask": Kestria shelled."""
    way = verb.head
    if verb.dep != "pcomp" or way.lower not in _CHARGING or way.head.pos not in ("VERB", "AUX"):
        return None
    found = way.head.child("dobj", "nsubjpass")
    is_mutual = found is not None and found.lower in ("other", "another")  # "accused each other"
    return found if found is not None and found.i < verb.i and not is_mutual else None


_CHARGING = frozenset({"of", "for", "from", "into", "against"})
"""Prepositions by which a verb says what its object did: accuse of, thank for, keep from, talk into."""


def _who_acts_above(token: Token, given: Layers) -> Token | None:
    """The subject, among those of the verbs above, nearest first, that can be someone."""
    for above in token.ancestors:
        subject = subject_of(above) if above.pos in ("VERB", "AUX") else None
        if subject is not None and parties([triggers.numbered(subject)], given, located=False):
            return subject
    return None


def _can_do(noun: Token, given: Layers) -> bool:
    """Whether the noun, on which a participle hangs, can be what acts: someone, a weapon, a deed."""
    mention = given.mention_at(noun.start)
    if mention is not None and mention.kind is not MentionKind.PLACE:
        return True
    is_deed = actions.of_noun(noun.lemma.lower()) is not None or noun.lemma.lower() in MEANS
    return is_deed or means_people(noun.lemma) or can_act(noun.lower) or (noun.pos == "PROPN" and mention is None)


def acts_as_thing(verb: Token, given: Layers) -> bool:
    """Whether the subject of an active verb is a thing that nobody is known to own and that cannot act."""
    subject = agent_of(verb, given) if not is_passive(verb) else None
    if subject is None or subject.pos != "NOUN":
        return False
    return not _can_do(subject, given) and not parties([triggers.numbered(subject)], given, located=False)


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject, or the noun it hangs on, is what it is done to."""
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children) or _is_headline_passive(verb):
        return True
    return verb.tag == "VBN" and verb.dep in ("acl", "relcl") and not any(child.dep == "aux" for child in verb.children)


def _is_headline_passive(verb: Token) -> bool:
    """Whether a headline leaves out "were": "Nine farmers killed in raid"; these verbs need an object otherwise."""
    if verb.lemma not in _NEEDS_OBJECT or verb.tag not in ("VBD", "VBN"):
        return False
    goes_on = any(child.dep == "conj" and child.child("dobj") is not None for child in verb.children)
    has_object = any(child.dep in ("dobj", "ccomp", "xcomp", "aux", "dative") for child in verb.children)
    return verb.child("nsubj") is not None and not goes_on and not has_object


def victim_of(verb: Token) -> Token | None:
    """What it is done to, of a verb in the passive."""
    found = verb.child("nsubjpass") or (verb.child("nsubj") if _is_headline_passive(verb) else None)
    if (found is None and verb.dep in ("acl", "relcl")) or (
        found is not None and found.tag in ("WDT", "WP") and verb.dep == "relcl"
    ):
        return verb.head
    if found is None and verb.dep == "conj":
        return verb.head.child("nsubjpass")
    return found
