"""What the words say befell those counted: killed, wounded, displaced. Pure."""

from __future__ import annotations

import itertools

from variorum.analysers.syntax import Token
from variorum.codes.units import slot_of_noun, slot_of_state, slot_of_verb

HARM = frozenset({"killed", "wounded", "casualties", "missing", "detained", "displaced"})
"""Slots of what happens to persons."""
_BETWEEN = frozenset(
    "were was are is others more people have has been had reported left confirmed feared being be".split()
)
"""Words that may stand between a number and its state: "12 others were wounded"."""
_LEAVES = frozenset({"leave", "claim", "take", "cost"})
_BEFALLS = {
    **dict.fromkeys(("death", "killing", "murder", "massacre", "toll"), "killed"),
    **dict.fromkeys(("detention", "arrest", "capture", "abduction", "kidnapping", "imprisonment"), "detained"),
    **dict.fromkeys(("displacement", "evacuation"), "displaced"),
    **dict.fromkeys(("wounding", "injuring"), "wounded"),
}
"""Nouns with "of" -> what befell those counted: "the detention of eight fishermen"."""
_PUTS = frozenset({"put", "place", "set", "estimate", "raise", "revise", "bring"})
"""Verbs by which someone gives a count: "put casualties at 47"."""
_QUALIFIES = frozenset(
    "at least most more fewer less than over under about around nearly almost some up to as many an estimated another"
    " the other further roughly approximately".split()
)
"""Words between a verb and the number it takes."""
REACH = 4
"""Steps up the tree that link a number to its subject: number, preposition, verb, auxiliary."""
MOST_CHILDREN = 40
"""No written phrase hangs more words on one; a longer row is a table or an attack on the clock."""


def side_of(token: Token, *, after: bool) -> list[Token]:
    """Children after or before the token, in order; none if they are too many to be a phrase."""
    if len(token.children) > MOST_CHILDREN:
        return []
    return token.rights if after else token.lefts


def climbed(token: Token) -> Token:
    """The first of the conjuncts this one belongs to: what happened to one happened to all."""
    top = token
    for _ in range(REACH):
        if top.dep not in ("conj", "nummod", "quantmod") or top.head.pos not in ("NOUN", "PROPN", "NUM"):
            break
        top = top.head
    return top


def happened_to(token: Token) -> str | None:
    """What the verb says happened to those counted."""
    top = climbed(token)
    verb = top.head
    if top.dep == "dobj" and verb.lemma == "include":
        whole = verb.child("nsubj")
        return slot_of_state(whole.lower) if whole is not None else None
    if top.dep in ("dobj", "nsubjpass"):
        found = slot_of_verb(verb.lemma, is_subject=False)
        if found:
            return found
        if verb.lemma in _LEAVES and top.dep == "dobj":
            return state_after([top])
    if top.dep == "nsubj" and verb.lemma in ("lose", "give") and side_of(verb, after=True):
        lives = verb.child("dobj")
        if lives is not None and lives.lemma == "life" and lives.child("poss") is not None:
            return "killed"
    if top.dep == "nsubj":
        found = slot_of_verb(verb.lemma, is_subject=True) or (
            slot_of_verb(verb.lemma, is_subject=False) if verb.tag == "VBN" and not verb.child("dobj") else None
        )
        if not found and verb.tag == "VBG":
            found = slot_of_state(verb.lower)
        return found or (_complement(verb) if verb.lemma == "be" else None)
    if top.dep == "attr" and verb.lemma == "be":
        return _complement(verb)
    if top.dep == "pobj" and top.head.lower == "of" and top.head.head.lower == "lives":
        return "killed"
    if top.dep == "pobj" and top.head.lower == "of":
        found = _BEFALLS.get(top.head.head.lemma)
        if found:
            return found
    for child in side_of(top, after=True):
        if child.dep in ("acl", "relcl", "amod", "advcl"):
            who = child.child("nsubj")
            if who is not None and who.tag in ("WP", "WDT"):
                found = slot_of_verb(child.lemma, is_subject=True)  # "villagers who had fled"
            else:
                found = (
                    slot_of_verb(child.lemma, is_subject=False) if child.tag == "VBN" else slot_of_state(child.lower)
                )
            if found:
                return found
    return None


def _complement(verb: Token) -> str | None:
    """Reads “are missing” and “were among the dead”."""
    among = next((child for child in verb.children[:REACH] if child.dep == "prep" and child.lower == "among"), None)
    said = among.child("pobj") if among is not None else verb.child("acomp", "attr")
    if said is None:
        return None
    return _befell(said) if among is not None else slot_of_state(said.lower) or slot_of_state(said.lemma)


def _befell(whole: Token) -> str | None:
    """What befell those among whom others are: “the dead”, “those killed”, “22 people killed”, “were wounded”."""
    if whole.pos in ("VERB", "AUX"):
        thing = whole.child("dobj")
        return slot_of_verb(whole.lemma, is_subject=not whole.child("nsubjpass", "dobj")) or (
            slot_of_state(thing.lower) if thing is not None else None
        )
    return (
        slot_of_state(whole.lower)
        or slot_of_state(whole.lemma)
        or state_after([whole], reach=1)
        or (happened_to(whole) if whole.dep != "pobj" or whole.head.lower not in ("among", "including") else None)
        or next(
            (
                found
                for child in side_of(whole, after=True)
                if child.dep in ("acl", "amod", "relcl") and (found := slot_of_verb(child.lemma, is_subject=False))
            ),
            None,
        )
    )


def verb_before(number: Token) -> str | None:
    """Reads “Kills 31”, “wounding at least 12”: right before the number, whatever the tagger took it for in a headline."""
    tokens = number.sent.tokens
    place = number.i - tokens[0].i
    for before in reversed(tokens[max(0, place - 2 * REACH) : place]):
        if before.lower in _QUALIFIES:
            continue
        found = next((slot for stem in _stems(before.lower) if (slot := slot_of_verb(stem, is_subject=False))), None)
        return found if found in HARM else None
    return None


def _stems(word: str) -> list[str]:
    """The forms that a verb without its ending can have: "kills", "killed", "injuring"."""
    stems = [word.removesuffix("s")]
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            stems += [stem, stem + "e", stem[:-1]]
    return stems


def among(noun: Token) -> str | None:
    """Reads “two medics among 31 dead”, where no verb stands between."""
    way = next((child for child in side_of(noun, after=True) if child.dep == "prep" and child.lower == "among"), None)
    whole = way.child("pobj") if way is not None else None
    return _befell(whole) if whole is not None else None


def toll(token: Token) -> str | None:
    """Reads “the death toll rose to 31”, “the number of wounded stood at 46”."""
    above = token
    for _ in range(REACH):
        if above.head.i == above.i:
            return None
        above = above.head
        if above.pos not in ("VERB", "AUX"):
            continue
        subject = above.child("nsubj", "nsubjpass")
        if subject is None or subject.i >= token.i:
            return None
        if subject.lemma == "toll":
            return "killed"
        if subject.lemma == "number":
            return _numbered(subject)
        return None
    return None


def _numbered(number: Token) -> str | None:
    """What "the number of dead", "the number of guards killed", "the number killed" counts."""
    of = next((child for child in side_of(number, after=True) if child.dep == "prep" and child.lower == "of"), None)
    below = of.child("pobj") if of is not None else None
    found = _befell(below) if below is not None else None
    return found or _befell(number)


def put_at(token: Token) -> str | None:
    """Reads “put casualties in Brisal at 47”, “raised the toll to 31”."""
    way = token.head if token.dep == "pobj" and token.head.lower in ("at", "to") else None
    above = itertools.islice((way, *way.ancestors), REACH + 2) if way is not None else ()
    verb = next((word for word in above if word.lemma in _PUTS), None)
    thing = verb.child("dobj", "nsubjpass") if verb is not None else None
    if thing is None or way is None or (thing.i > token.i and way.head is not verb):
        return None
    if thing.lemma == "toll":
        return "killed"
    if thing.lemma == "number":
        return _numbered(thing)
    found = slot_of_noun(thing.lemma)
    return found if found in HARM else None


def of_those(token: Token) -> str | None:
    """Reads “six of those killed were pupils”."""
    of = next((child for child in side_of(token, after=True) if child.dep == "prep" and child.lower == "of"), None)
    those = of.child("pobj") if of is not None else None
    if those is None or those.lower not in ("those", "them"):
        return None
    befell = next((child for child in side_of(those, after=True) if child.dep in ("acl", "amod", "relcl")), None)
    return slot_of_verb(befell.lemma, is_subject=False) if befell is not None else None


def state_before(noun: Token, number: Token) -> str | None:
    """Reads “5,200 displaced people”, “12 wounded soldiers”."""
    return next(
        (
            found
            for child in side_of(noun, after=False)
            if child.i > number.i and child.dep == "amod" and (found := slot_of_state(child.lower))
        ),
        None,
    )


def of_the_whole(noun: Token) -> str | None:
    """What happened to the whole of which these are told as a part: “40 villagers, including 13 children, died”."""
    if noun.dep in ("pobj", "nmod") and noun.head.lower == "including":
        whole = noun.head.head
    elif noun.dep == "appos":
        whole = noun.head
    else:
        return None
    return (_befell(whole) or happened_to(whole) or toll(whole)) if whole.i != noun.i else None


def state_after(words: list[Token], reach: int = 3) -> str | None:
    """dead, wounded, missing after the number or its noun, at most `reach` words on; auxiliaries may intervene."""
    last = max(words, key=lambda token: token.i)
    tokens = last.sent.tokens
    place = last.i - tokens[0].i
    for token in tokens[place + 1 : place + 1 + reach]:
        if token.lower not in _BETWEEN:
            return slot_of_state(token.lower)
    return None
