"""What makes one attack that attack: by what means it was done, and the quarter or the site that was struck. Pure.

In a war a city is struck several times a day. Day and city then say little; a car bomb is no air raid, and what befell
one quarter did not befall another.
"""

from __future__ import annotations

from variorum.analysers.syntax import Parse, Token
from variorum.codes.means import means_of
from variorum.codes.places import kind_of_noun
from variorum.model.spans import Span

_QUARTERS = frozenset("neighborhood neighbourhood quarter district suburb area camp settlement ward".split())
"""Nouns beside the names of parts of a town."""
_SITES = frozenset({"site", "base"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "xcomp", "ROOT"})
_OWN = frozenset({"conj", "parataxis", "ccomp"})
"""Clauses below a verb that tell something else."""
_JOINS = frozenset({"-", "–", "al", "el"})
MOST_SITES = 6


def means(anchor: Token) -> tuple[str, ...]:
    """The kinds of means told in the clause of a word, else in its sentence, sorted; empty where none is.

    Args:
        anchor: the word that says what was done, or what befell those counted.
    """
    own = _clause(anchor)
    found = {kind for token in own for kind in _of(token)}
    if not found:
        found = {kind for token in anchor.sent.tokens for kind in _of(token)}
    return tuple(sorted(found))


def _of(token: Token) -> frozenset[str]:
    if token.pos not in ("NOUN", "PROPN", "VERB", "ADJ"):
        return frozenset()
    beside = (child for child in token.lefts if child.dep in ("compound", "amod", "nmod"))
    for child in beside:
        found = means_of(f"{child.lower} {token.lemma.lower()}")
        if found:
            return found
    modifies = token.dep in ("compound", "amod", "nmod")
    if modifies and means_of(f"{token.lower} {token.head.lemma.lower()}"):
        return frozenset()  # told with its noun
    return means_of(token.lemma)


def sites(anchor: Token, parse: Parse) -> tuple[Span, ...]:
    """Names of quarters and sites told in the clause of a word, else in its sentence, in order of the text.

    Args:
        anchor: the word that says what was done, or what befell those counted.
        parse: the report's parse.
    """
    found = [span for token in _clause(anchor) if (span := _site(token, parse)) is not None]
    if not found:
        found = [span for token in anchor.sent.tokens if (span := _site(token, parse)) is not None]
    return tuple(sorted(set(found), key=lambda span: (span.start, span.end)))[:MOST_SITES]


def _site(noun: Token, parse: Parse) -> Span | None:
    """The name beside a noun for a quarter or a site: "the Ostra quarter", "the quarter of Ostra"."""
    if noun.lemma.lower() not in _QUARTERS and kind_of_noun(noun.lower.removesuffix("s")) not in _SITES:
        return None
    tokens = noun.sent.tokens
    place = noun.i - tokens[0].i
    first = place
    while first > 0 and (tokens[first - 1].pos == "PROPN" or tokens[first - 1].lower in _JOINS):
        first -= 1
    while first < place and tokens[first].lower in _JOINS and tokens[first].text in ("-", "–"):
        first += 1
    if first < place:
        return parse.span_of(tokens[first:place])
    of = next((child for child in noun.rights if child.dep == "prep" and child.lower == "of"), None)
    below = of.child("pobj") if of is not None else None
    if below is None or below.pos != "PROPN":
        return None
    names = [child for child in below.lefts if child.dep == "compound"]
    return parse.span((names[0] if names else below).start, below.end)


def _clause(anchor: Token) -> list[Token]:
    """The words of the clause of a word, with those of the clauses that describe what is named in it."""
    head = anchor
    while head.head is not head and not (head.pos in ("VERB", "AUX") and head.dep in _CLAUSES):
        head = head.head
    own = [head]
    waiting = [head]
    while waiting:
        for child in waiting.pop().children:
            if not (child.dep in _OWN and child.pos in ("VERB", "AUX")):
                own.append(child)
                waiting.append(child)
    own.sort(key=lambda token: token.i)
    return own
