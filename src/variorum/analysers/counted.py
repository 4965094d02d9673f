"""What a number counts: the noun, and what the words say happened to those counted. Pure."""

from __future__ import annotations

from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.numbers import VAGUE
from variorum.codes.units import PERSONS, slot_of_noun, slot_of_state, slot_of_verb, subset_of
from variorum.model.spans import Span

PAIRS = frozenset("sides countries nations neighbors neighbours parties rivals arch-rivals states governments".split())
"""Counted states are actors, not figures."""
HARM = frozenset({"killed", "wounded", "casualties", "missing", "detained", "displaced"})
"""Slots of what happens to persons."""
_BETWEEN = frozenset(
    "were was are is others more people have has been had reported left confirmed feared being be".split()
)
"""Words that may stand between a number and its state: "12 others were wounded"."""
_TAKES_LIVES = frozenset({"claim", "take", "cost", "lose"})
_LEAVES = frozenset({"leave", "claim", "take", "cost"})
_IDLE = frozenset({"one", "both", "many", "several", "few", "multiple", "numerous"})
"""Words too weak to be a figure by themselves."""
_BEFALLS = {
    **dict.fromkeys(("death", "killing", "murder", "massacre", "toll"), "killed"),
    **dict.fromkeys(("detention", "arrest", "capture", "abduction", "kidnapping", "imprisonment"), "detained"),
    **dict.fromkeys(("displacement", "evacuation"), "displaced"),
    **dict.fromkeys(("wounding", "injuring"), "wounded"),
}
"""Nouns with "of" -> what befell those counted: "the detention of eight fishermen"."""
_PUTS = frozenset({"put", "place", "set", "estimate", "raise", "revise", "bring"})
"""Verbs by which someone gives a count: "put casualties at 47"."""
_MEN_OR_MACHINES = frozenset({"fighter", "fighters"})
"""What is killed or wounded of these is men, what is downed is aircraft."""
_QUALIFIES = frozenset(
    "at least most more fewer less than over under about around nearly almost some up to as many an estimated another"
    " the other further roughly approximately".split()
)
"""Words between a verb and the number it takes."""
REACH = 4
"""Steps up the tree that link a number to its subject: number, preposition, verb, auxiliary."""


MOST_CHILDREN = 40
"""No written phrase hangs more words on one; a longer row is a table or an attack on the clock."""


def _side(token: Token, *, after: bool) -> list[Token]:
    """Children after or before the token, in order; none if they are too many to be a phrase."""
    if len(token.children) > MOST_CHILDREN:
        return []
    return token.rights if after else token.lefts


def counted(given: Layers, words: list[Token]) -> tuple[Token | None, Span | None]:
    """(head of the noun counted, its words without the number); None where no noun is written."""
    token = words[-1]
    head: Token | None = None
    top = token
    while top.dep in ("compound", "quantmod", "nummod", "amod", "advmod", "nmod", "npadvmod") and top.head in words:
        top = top.head
    if top.dep in ("nummod", "amod", "quantmod", "nmod", "compound", "det", "predet") and top.head.pos in (
        "NOUN",
        "PROPN",
        "ADJ",
    ):
        head = top.head
    else:
        of = next((child for child in _side(top, after=True) if child.dep == "prep" and child.lower == "of"), None)
        below = of.child("pobj") if of is not None else None
        if below is not None and below.pos in ("NOUN", "PROPN", "PRON", "ADJ"):
            head = below
    if head is not None and head.i < token.i:
        head = None  # "the next day 12 more": the noun before is not counted
    if head is None:
        head = _noun_ahead(token)
    if head is None or head.pos == "PRON":
        return None, None
    first = head
    for child in _side(head, after=False):
        if child.dep in ("amod", "compound", "nmod", "poss") and child.i > words[-1].i:
            edge = next((token for token in child.subtree if token.i > words[-1].i), child)
            first = edge if edge.i < first.i else first
    first_i = min(first.i, head.i)
    tokens = given.parse.tokens
    if first_i <= words[-1].i:
        first_i = words[-1].i + 1
    if first_i > head.i:
        return head, None
    return head, given.parse.span(tokens[first_i].start, head.end)


def _noun_ahead(token: Token) -> Token | None:
    """The last noun of the nouns and adjectives right after a number that the tree hangs elsewhere."""
    found = None
    tokens = token.sent.tokens
    place = token.i - tokens[0].i + 1
    for after in tokens[place : place + 2 * REACH]:
        if after.pos not in ("NOUN", "PROPN", "ADJ"):
            break
        found = after if after.pos == "NOUN" else found
    return found


def slot_of(words: list[Token], noun: Token | None) -> tuple[str, str | None, bool]:
    """(slot, subset, whether this is no figure after all)."""
    token = words[-1]
    top = words[0] if noun is None else noun
    happened = _state_after([*words, noun] if noun is not None else words, reach=1) or _happened(top)
    for other in (token, words[0]):
        happened = happened or _happened(other)
    happened = (
        happened
        or _verb_before(words[0])
        or _toll(token)
        or _put_at(token)
        or _of_the_whole(top)
        or _of_those(token)
        or _among(top)
    )
    happened = happened or (_state_before(noun, token) if noun is not None else None)
    if noun is None:
        state = happened or _state_after(words)
        return (
            (state, _subset_said(token) if state in HARM else None, False)
            if state
            else ("other", None, token.lower in VAGUE or token.lower == "one")
        )
    kind = slot_of_noun(noun.lemma) or slot_of_noun(noun.lower) or slot_of_state(noun.lower)
    if noun.lemma.lower() in _MEN_OR_MACHINES and happened in HARM:
        return happened, "militants", False
    subset = subset_of(noun.lower)
    if subset in BOTH and any(
        child.dep == "conj" and subset_of(child.lower) in BOTH for child in _side(noun, after=True)
    ):
        subset = WOMEN_AND_CHILDREN
    if kind in (PERSONS, None) and subset is None:
        subset = next((found for child in _side(noun, after=False) if (found := subset_of(child.lower))), None)
    if noun.lemma == "time" and _is_breach(noun.head.head if noun.head.pos in ("ADP", "SCONJ") else noun.head):
        return "incidents", None, False
    if noun.lemma == "life" and noun.head.lemma in _TAKES_LIVES:
        return "killed", None, False
    if kind == PERSONS or (subset is not None and kind is None):
        return happened or _state_after([*words, noun]) or "people present", subset, False
    if kind is not None:
        return kind, _subset_said(token) if kind in HARM else None, False
    if noun.pos == "ADJ":
        state = slot_of_state(noun.lower)
        return state or "other", _subset_said(token), state is None
    if happened:
        return happened, subset, False
    return "other", None, noun.lower in PAIRS or token.lower in _IDLE or token.lower in ("none", "nobody", "zero")


_KEPT = frozenset("truce ceasefire armistice agreement deal treaty accord airspace border line".split())
"""What is violated or broken so many times."""


BOTH = frozenset({"women", "children"})
WOMEN_AND_CHILDREN = "women and children"
"""Who are counted together: "16 women and children"."""


def _is_breach(verb: Token) -> bool:
    """Whether the verb tells of a breach of what is to be kept: "violated the truce nine times"."""
    if verb.lemma not in ("violate", "break", "breach"):
        return False
    thing = verb.child("dobj", "nsubjpass")
    return thing is not None and thing.lemma in _KEPT


def _subset_said(number: Token) -> str | None:
    """Who they were: "nine of the dead were children"."""
    verb = number.head
    complement = verb.child("attr") if number.dep == "nsubj" and verb.lemma == "be" else None
    if complement is None:
        return None
    return subset_of(complement.lower) or (
        complement.lower if complement.tag == "NNS" and slot_of_noun(complement.lemma) == PERSONS else None
    )


def _climbed(token: Token) -> Token:
    """The first of the conjuncts this one belongs to: what happened to one happened to all."""
    top = token
    for _ in range(REACH):
        if top.dep not in ("conj", "nummod", "quantmod") or top.head.pos not in ("NOUN", "PROPN", "NUM"):
            break
        top = top.head
    return top


def _happened(token: Token) -> str | None:
    """What the verb says happened to those counted."""
    top = _climbed(token)
    verb = top.head
    if top.dep == "dobj" and verb.lemma == "include":
        whole = verb.child("nsubj")
        return slot_of_state(whole.lower) if whole is not None else None
    if top.dep in ("dobj", "nsubjpass"):
        found = slot_of_verb(verb.lemma, is_subject=False)
        if found:
            return found
        if verb.lemma in _LEAVES and top.dep == "dobj":
            return _state_after([top])
    if top.dep == "nsubj" and verb.lemma in ("lose", "give") and _side(verb, after=True):
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
    if top.dep == "pobj" and top.head.lower == "of":
        found = _BEFALLS.get(top.head.head.lemma)
        if found:
            return found
    for child in _side(top, after=True):
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
        or _state_after([whole], reach=1)
        or (_happened(whole) if whole.dep != "pobj" or whole.head.lower not in ("among", "including") else None)
        or next(
            (
                found
                for child in _side(whole, after=True)
                if child.dep in ("acl", "amod", "relcl") and (found := slot_of_verb(child.lemma, is_subject=False))
            ),
            None,
        )
    )


def _verb_before(number: Token) -> str | None:
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


def _among(noun: Token) -> str | None:
    """Reads “two medics among 31 dead”, where no verb stands between."""
    way = next((child for child in _side(noun, after=True) if child.dep == "prep" and child.lower == "among"), None)
    whole = way.child("pobj") if way is not None else None
    return _befell(whole) if whole is not None else None


def _toll(token: Token) -> str | None:
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
            of = next(
                (child for child in _side(subject, after=True) if child.dep == "prep" and child.lower == "of"), None
            )
            below = of.child("pobj") if of is not None else None
            return slot_of_state(below.lower) if below is not None else None
        return None
    return None


def _put_at(token: Token) -> str | None:
    """Reads “put casualties in Brisal at 47”, “raised the toll to 31”."""
    way = token.head if token.dep == "pobj" and token.head.lower in ("at", "to") else None
    verb = way.head if way is not None and way.head.lemma in _PUTS else None
    thing = verb.child("dobj", "nsubjpass") if verb is not None else None
    if thing is None:
        return None
    if thing.lemma == "toll":
        return "killed"
    if thing.lemma == "number":
        of = next((child for child in _side(thing, after=True) if child.dep == "prep" and child.lower == "of"), None)
        below = of.child("pobj") if of is not None else None
        return slot_of_state(below.lower) if below is not None else None
    found = slot_of_noun(thing.lemma)
    return found if found in HARM else None


def _of_those(token: Token) -> str | None:
    """Reads “six of those killed were pupils”."""
    of = next((child for child in _side(token, after=True) if child.dep == "prep" and child.lower == "of"), None)
    those = of.child("pobj") if of is not None else None
    if those is None or those.lower not in ("those", "them"):
        return None
    befell = next((child for child in _side(those, after=True) if child.dep in ("acl", "amod", "relcl")), None)
    return slot_of_verb(befell.lemma, is_subject=False) if befell is not None else None


def _state_before(noun: Token, number: Token) -> str | None:
    """Reads “5,200 displaced people”, “12 wounded soldiers”."""
    return next(
        (
            found
            for child in _side(noun, after=False)
            if child.i > number.i and child.dep == "amod" and (found := slot_of_state(child.lower))
        ),
        None,
    )


def _of_the_whole(noun: Token) -> str | None:
    """What happened to the whole of which these are told as a part: “40 villagers, including 13 children, died”."""
    if noun.dep in ("pobj", "nmod") and noun.head.lower == "including":
        whole = noun.head.head
    elif noun.dep == "appos":
        whole = noun.head
    else:
        return None
    return (_befell(whole) or _happened(whole) or _toll(whole)) if whole.i != noun.i else None


def _state_after(words: list[Token], reach: int = 3) -> str | None:
    """dead, wounded, missing after the number or its noun, at most `reach` words on; auxiliaries may intervene."""
    last = max(words, key=lambda token: token.i)
    tokens = last.sent.tokens
    place = last.i - tokens[0].i
    for token in tokens[place + 1 : place + 1 + reach]:
        if token.lower not in _BETWEEN:
            return slot_of_state(token.lower)
    return None


def is_part(words: list[Token], noun: Token | None) -> bool:
    """Whether the count is told as a part of another: under "including" and "among", or "of them"."""
    top = _climbed(noun or words[0])
    if top.dep in ("pobj", "nmod") and top.head.lower == "including":
        return True
    if top.head.lemma == "include" and top.dep == "dobj":
        return True
    if any(child.dep == "prep" and child.lower == "among" for child in _side(top, after=True)):
        return True
    verb = top.head if top.dep in ("nsubj", "attr") and top.head.lemma == "be" else None
    if verb is not None and any(child.dep == "prep" and child.lower == "among" for child in verb.children[:REACH]):
        return True
    last = words[-1]
    of = next((child for child in _side(last, after=True) if child.dep == "prep" and child.lower == "of"), None)
    below = of.child("pobj") if of is not None else None
    return below is not None and below.lower in ("them", "those", "whom", "dead", "killed", "wounded", "injured")


def whole_of(given: Layers, noun: Token | None) -> Span | None:
    """The total in "29 of the 31", or None."""
    if noun is None:
        return None
    total = next((child for child in _side(noun, after=False) if child.tag == "CD"), None)
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.tag == "CD" and total is not None:
        return given.parse.span(total.start, total.end)
    return None
