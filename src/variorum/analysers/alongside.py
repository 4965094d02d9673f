"""What counts share that are told in one breath: "13 are killed and over 200 others injured in a raid on Seldin". Pure.

Where two verbs of harm are coordinated, what stands once, before or behind them, belongs to both: who did it, to whom,
where and when. A part that a count lacks is taken from the count it is coordinated with, and marked as inferred.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.model.entries import Claim, Party

HARM = frozenset({"killed", "wounded", "casualties", "missing"})
"""Slots of what befalls persons."""


def shared(figures: Sequence[Claim], given: Layers) -> Iterator[Claim]:
    """The figures in order, each with the parts of its scope that the words give once for it and another.

    Args:
        figures: of one report, in the order of the text.
        given: the report's layers.
    """
    told = [(claim, _verb(claim, given)) for claim in figures]
    for claim, verb in told:
        if claim.topic not in HARM or verb is None:
            yield claim
            continue
        found = claim
        for other, its in told:
            if other is not claim and other.topic in HARM and its is not None and _are_coordinated(verb, its):
                found = _with(found, other)
        yield found


def _verb(claim: Claim, given: Layers) -> Token | None:
    token = given.parse.token_at(claim.predicate.start)
    return token if token is not None and token.pos in ("VERB", "AUX", "ADJ", "NOUN") else None


def _are_coordinated(one: Token, other: Token) -> bool:
    """Whether both are one verb, or joined by "and"."""
    return one is other or _first(one) is _first(other)


def _first(token: Token) -> Token:
    """The first of the conjuncts that a word belongs to."""
    while token.dep == "conj" and token.head is not token and token.head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        token = token.head
    return token


def _with(claim: Claim, other: Claim) -> Claim:
    """The claim with what it lacks and the other has."""
    where = claim.where
    if where is None and other.where is not None:
        where = dataclasses.replace(other.where, is_inferred=True)
    window = claim.window
    if window.value is None and other.window.value is not None:
        window = dataclasses.replace(other.window, is_inferred=True)
    return dataclasses.replace(
        claim,
        by=claim.by or _inferred(other.by),
        against=claim.against or _inferred(other.against),
        where=where,
        window=window,
        plover=claim.plover or other.plover,
        means=claim.means or other.means,
        sites=claim.sites or other.sites,
    )


def _inferred(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(dataclasses.replace(party, is_inferred=True) for party in parties)
