"""What a number counts: the noun, and what the words say happened to those counted. Pure."""

from __future__ import annotations

from variorum.analysers.befallen import (
    HARM,
    REACH,
    among,
    climbed,
    happened_to,
    of_the_whole,
    of_those,
    put_at,
    side_of,
    state_after,
    state_before,
    toll,
    verb_before,
)
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.numbers import VAGUE
from variorum.codes.units import PERSONS, slot_of_noun, slot_of_state, subset_of
from variorum.model.spans import Span

PAIRS = frozenset("sides countries nations neighbors neighbours parties rivals arch-rivals states governments".split())
"""Counted states are actors, not figures."""
_TAKES_LIVES = frozenset({"claim", "take", "cost", "lose"})
_IDLE = frozenset({"one", "both", "many", "several", "few", "multiple", "numerous"})
"""Words too weak to be a figure by themselves."""
_MEN_OR_MACHINES = frozenset({"fighter", "fighters"})
"""What is killed or wounded of these is men, what is downed is aircraft."""


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
        of = next((child for child in side_of(top, after=True) if child.dep == "prep" and child.lower == "of"), None)
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
    for child in side_of(head, after=False):
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
    happened = state_after([*words, noun] if noun is not None else words, reach=1) or happened_to(top)
    for other in (token, words[0]):
        happened = happened or happened_to(other)
    happened = (
        happened
        or verb_before(words[0])
        or toll(token)
        or put_at(token)
        or of_the_whole(top)
        or of_those(token)
        or among(top)
    )
    happened = happened or (state_before(noun, token) if noun is not None else None)
    if noun is None:
        state = happened or state_after(words)
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
        child.dep == "conj" and subset_of(child.lower) in BOTH for child in side_of(noun, after=True)
    ):
        subset = WOMEN_AND_CHILDREN
    if kind in (PERSONS, None) and subset is None:
        subset = next((found for child in side_of(noun, after=False) if (found := subset_of(child.lower))), None)
    if noun.lemma == "time" and _is_breach(noun.head.head if noun.head.pos in ("ADP", "SCONJ") else noun.head):
        return "incidents", None, False
    if noun.lemma == "life" and noun.head.lemma in _TAKES_LIVES:
        return "killed", None, False
    if kind == PERSONS or (subset is not None and kind is None):
        return happened or state_after([*words, noun]) or "people present", subset, False
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


def is_part(words: list[Token], noun: Token | None) -> bool:
    """Whether the count is told as a part of another: under "including" and "among", or "of them"."""
    top = climbed(noun or words[0])
    if top.dep in ("pobj", "nmod") and top.head.lower == "including":
        return True
    if top.dep == "appos" and any(child.lower == "including" and child.i < top.i for child in top.head.children):
        return True  # "13 guards, including nine from Ostmere, three from Tarn"
    if top.head.lemma == "include" and top.dep == "dobj":
        return True
    if any(child.dep == "prep" and child.lower == "among" for child in side_of(top, after=True)):
        return True
    verb = top.head if top.dep in ("nsubj", "attr") and top.head.lemma == "be" else None
    if verb is not None and any(child.dep == "prep" and child.lower == "among" for child in verb.children[:REACH]):
        return True
    last = words[-1]
    of = next((child for child in side_of(last, after=True) if child.dep == "prep" and child.lower == "of"), None)
    below = of.child("pobj") if of is not None else None
    return below is not None and below.lower in ("them", "those", "whom", "dead", "killed", "wounded", "injured")


def whole_of(given: Layers, noun: Token | None) -> Span | None:
    """The total in "29 of the 31", or None."""
    if noun is None:
        return None
    total = next((child for child in side_of(noun, after=False) if child.tag == "CD"), None)
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.tag == "CD" and total is not None:
        return given.parse.span(total.start, total.end)
    return None
