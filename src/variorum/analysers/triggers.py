"""Which word tells of an action, and of which: readings of a verb or noun by the words linked to it.

Some words say themselves what is done ("bombed"); others bend what another word says: "carried out strikes", "called
off the strike", "refused to meet", "came under attack". Pure functions over tokens.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.actions import Action, Bend
from variorum.codes.roles import is_person, role_of_head
from variorum.model.marks import MentionKind

MAX_BENDS = 4
"""How many words may bend one another: "announced a suspension of talks" has two."""
_HOLLOW = frozenset(
    "effort campaign round series wave operation process spate package string act case course programme program"
    " kind form type set flurry bout day week month hour state part".split()
)
"""Nouns that say nothing of their own: the word before them or under "of" says it."""
_OF = frozenset({"of", "to", "in", "on"})
_FOUGHT = frozenset({"of", "on", "against", "for"})
_TALKING = frozenset({"speak", "talk"})
_VISITORS = frozenset({"GOV", "MIL", "LEG", "IGO"})
FORCE_NOUNS = frozenset(
    "troop force tank soldier army missile warship reinforcement jet marine police unit brigade battalion fleet patrol"
    " warplane carrier battery guard contingent trooper security".split()
)


_SHARES = frozenset(
    "one dozen hundred thousand million score number majority group couple handful some most many member part third half quarter percent rest".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a word tells of."""

    action: Action
    inner: Token | None = None
    """The word that says what is done, where the trigger only bends it; its links bring the other side."""
    kind: str = ""
    """How it is bent; empty for a word that says it itself."""


def of_verb(trigger: Token, given: Layers, depth: int = 0) -> Told | None:
    """What a verb, or an adjective with an infinitive, tells of; None if nothing that the lists know."""
    fits = [reading for reading in actions.of_verb(trigger.lemma) if suits(trigger, reading, given)]
    special = next((reading for reading in fits if reading.is_conditional), None)
    if special is not None:
        return _detailed(special, _event_object(trigger, special), given)
    bent = _bent(trigger, given, depth)
    if bent is not None:
        return bent
    return _detailed(fits[0], _event_object(trigger, fits[0]), given) if fits else None


def _detailed(action: Action, inner: Token | None, given: Layers) -> Told:
    """The action with the noun's mode where the verb has none: "launched missile strikes" tells of an aerial attack."""
    told = of_noun(inner, given) if inner is not None and action.mode is None else None
    if told is not None and told.action.plover == action.plover:
        action = told.action
    return Told(action, inner)


def _event_object(trigger: Token, action: Action) -> Token | None:
    """The event noun that is the object: "held talks", "violated the ceasefire"."""
    thing = object_of(trigger)
    if thing is None or (not action.objects and trigger.lemma not in ("have", "hold")):
        return None
    return thing if actions.of_noun(thing.lemma) is not None else None


def of_noun(token: Token, given: Layers, depth: int = 0) -> Told | None:
    """What a noun tells of."""
    modifiers = [child for child in token.lefts if child.dep in ("compound", "amod", "nmod", "npadvmod")]
    lemma = token.lemma.lower()
    if _is_figure_of_speech(token, modifiers):
        return None
    for modifier in modifiers:
        for reading in actions.readings_of_noun(f"{modifier.lemma.lower()}_{lemma}"):
            if _is_near(token, reading):
                return Told(reading)
    for reading in actions.readings_of_noun(lemma):
        if _is_near(token, reading):
            return Told(reading)
    if depth >= MAX_BENDS:
        return None
    under = [prep.child("pobj") for prep in token.rights if prep.dep in ("prep", "acl") and prep.lower in _OF]
    for bend in actions.bends_of(lemma, "n"):
        infinitive = token.child("acl", "relcl")
        inner = _first_told([*under, infinitive, *modifiers], given, depth)
        if inner is not None:
            return _turned(bend.kind, *inner)
    if lemma in _HOLLOW:
        inner = _first_told([*modifiers, *under], given, depth)
        if inner is not None:
            return Told(inner[1].action, inner[0], "does")
    return None


def _is_figure_of_speech(noun: Token, modifiers: Iterable[Token]) -> bool:
    """Whether a noun of fighting tells of none: "a trade war", "a war of words", "the battle against inflation"."""
    action = actions.of_noun(noun.lemma.lower())
    if action is None or action.plover != "ASSAULT":
        return False
    if any(actions.makes_figurative(modifier.lower) for modifier in modifiers):
        return True
    under = (prep.child("pobj") for prep in noun.rights if prep.dep == "prep" and prep.lower in _FOUGHT)
    return any(below is not None and actions.is_struck_in_words_only(below.lemma) for below in under)


def _first_told(words: Iterable[Token | None], given: Layers, depth: int) -> tuple[Token, Told] | None:
    for word in words:
        if word is None:
            continue
        told = (
            of_noun(word, given, depth + 1) if word.pos in ("NOUN", "PROPN", "ADJ") else of_verb(word, given, depth + 1)
        )
        if told is not None:
            return word, told
    return None


def _turned(kind: str, word: Token, told: Told) -> Told | None:
    action = actions.turned(told.action, kind)
    return Told(action, word, kind) if action is not None else None


def _bent(trigger: Token, given: Layers, depth: int) -> Told | None:
    if depth >= MAX_BENDS:
        return None
    pos = "a" if trigger.pos == "ADJ" else "v"
    is_participle = trigger.dep == "acl" and trigger.tag == "VBN"
    for bend in actions.bends_of(trigger.lemma, pos):
        if bend.objects and not (_particles(trigger) | _words_of(object_of(trigger))) & bend.objects:
            continue
        if is_participle and bend.kind == "intends":
            continue  # "a pause intended to allow": nobody intends
        inner = _first_told(_bendable(trigger, bend, given), given, depth)
        if inner is not None:
            return _turned(bend.kind, *inner)
    return None


def _bendable(trigger: Token, bend: Bend, given: Layers) -> list[Token | None]:
    """The words that this word may bend."""
    if bend.prepositions:
        return [
            child.child("pobj")
            for child in trigger.children
            if child.dep == "prep" and child.lower in bend.prepositions and not _is_dated(child, given)
        ]
    thing = object_of(trigger)
    if bend.kind == "happens":
        return [trigger.child("nsubj")] if thing is None or "place" in bend.objects else []
    if bend.kind in ("refuses", "offers", "intends"):
        clause = [child for child in trigger.children if child.dep in ("xcomp", "ccomp") and is_infinitive(child)]
        under = [
            child.child("pcomp", "pobj") for child in trigger.children if child.dep == "prep" and child.lower == "to"
        ]
        return [*clause, thing, *under]
    if bend.kind in ("ends", "begins"):
        clause = [
            child
            for child in trigger.children
            if child.dep in ("xcomp", "ccomp")
            and (child.tag == "VBG" or (bend.kind == "begins" and is_infinitive(child)))
        ]
        return [thing, *clause]
    return [thing]


def is_infinitive(verb: Token) -> bool:
    """Whether the verb is "to do"."""
    return verb.pos in ("VERB", "AUX") and verb.has_to


def object_of(verb: Token) -> Token | None:
    """What is done, as the object or as the subject of the passive; for "an attack launched by", the noun before."""
    found = verb.child("dobj") or verb.child("nsubjpass")
    if found is not None and found.tag in ("WDT", "WP") and verb.dep == "relcl":
        return verb.head
    if found is None and verb.tag == "VBN" and verb.dep == "acl":
        return verb.head
    return found


def numbered(head: Token) -> Token:
    """The noun that a number or share stands before: "hundreds of people", "one of two men"."""
    of = next((child for child in head.rights if child.dep == "prep" and child.lower == "of"), None)
    named = head.child("appos")
    if head.lower == "one" and of is not None and named is not None:
        return named  # "one of these groups, the River Front"
    below = of.child("pobj") if of is not None else None
    return below if below is not None and (head.pos == "NUM" or head.lemma in _SHARES) else head


def _is_dated(prep: Token, given: Layers) -> bool:
    below = prep.child("pobj")
    return below is not None and given.moment_in(below.start, below.end) is not None


def _particles(verb: Token) -> set[str]:
    return {child.lower for child in verb.children if child.dep in ("prt", "advmod", "prep", "acomp", "oprd")}


def _words_of(thing: Token | None) -> set[str]:
    return {thing.lemma, thing.lower} if thing is not None else set()


def _is_near(token: Token, reading: Action) -> bool:
    return not reading.near or any(other.lemma.lower() in reading.near for other in token.sent.tokens)


def suits(trigger: Token, action: Action, given: Layers) -> bool:
    """Whether the words linked to a verb meet the conditions of a reading."""
    thing = object_of(trigger)
    words = _words_of(thing) | _particles(trigger)
    if thing is not None:
        thing = numbered(thing)
        words |= _words_of(thing)
    if trigger.lemma == "allege" and thing is not None and not any(child.dep == "det" for child in thing.lefts):
        return False  # "has alleged ties to": no verb
    if trigger.lemma in _TALKING and _is_to_the_press(trigger):
        return False
    if thing is not None and action.plover == "ASSAULT" and actions.is_struck_in_words_only(thing.lemma):
        return False
    if action.barred & words or (action.objects and not action.objects & words):
        return False
    if action.prepositions and not any(
        child.lower in action.prepositions and not _is_dated(child, given)
        for child in trigger.children
        if child.dep in ("prep", "dative")
    ):
        return False
    if action.infinitives:
        infinitive = trigger.child("xcomp", "ccomp")
        if infinitive is None or infinitive.lemma not in action.infinitives:
            return False
    return _is_near(trigger, action) and _wanted(trigger, thing, action.wants, given)


def _is_to_the_press(verb: Token) -> bool:
    """Whether it is said to journalists: that is a statement, no meeting."""
    under = (prep.child("pobj") for prep in verb.rights if prep.dep == "prep" and prep.lower in ("to", "with"))
    return any(below is not None and role_of_head(below.lower) == "MED" for below in under)


def is_human(thing: Token, given: Layers) -> bool:
    """Whether the noun names someone or means people."""
    return given.mention_at(thing.start) is not None or is_person(thing.lemma)


def _wanted(trigger: Token, thing: Token | None, wants: str, given: Layers) -> bool:
    mention = given.mention_at(thing.start) if thing is not None else None
    if wants == "person":
        return mention is not None and (thing is None or thing.lemma not in FORCE_NOUNS)
    if wants == "actor":
        return mention is not None and bool(mention.actors or mention.role or mention.introduces)
    if wants == "body":
        is_state = mention is not None and mention.country is not None and mention.actors == (mention.country,)
        return thing is not None and is_human(thing, given) and not is_state
    if wants == "active":
        return not any(child.dep in ("auxpass", "nsubjpass") for child in trigger.children)
    if wants == "human":
        return thing is not None and is_human(thing, given)
    if wants == "object":
        return thing is not None
    if wants == "clause":
        return any(
            child.dep in ("xcomp", "ccomp") and (is_infinitive(child) or (trigger.lemma == "let" and child.tag == "VB"))
            for child in trigger.children
        )
    if wants == "named":
        return mention is not None and bool(mention.actors) and trigger.child("oprd") is not None
    if wants == "soldiers":
        subject = trigger.child("nsubj")
        return subject is not None and numbered(subject).lemma.lower() in FORCE_NOUNS
    if wants == "force":
        return thing is not None and thing.lemma.lower() in FORCE_NOUNS
    if wants == "place":
        return mention is not None and (mention.kind is MentionKind.PLACE or mention.place_kind is not None)
    if wants == "none":
        return thing is None
    if wants == "thing":
        return thing is None or mention is None
    if wants == "visit":
        goals = (child.child("pobj") for child in trigger.children if child.dep == "prep" and child.lower in _GOALS)
        goal = next((given.mention_at(found.start) for found in goals if found is not None), None)
        subject = trigger.child("nsubj")
        who = given.mention_at(subject.start) if subject is not None else None
        return goal is not None and goal.country is not None and who is not None and who.role in _VISITORS
    return True


_GOALS = frozenset({"in", "to", "at", "for"})
