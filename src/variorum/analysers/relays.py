"""Through whom words reached the outlet: agencies that quote, and the bodies behind statements and letters."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import speaker_span
from variorum.analysers.syntax import Token
from variorum.codes.reporting import DOCUMENTS
from variorum.model.entries import Party

OUTLET_NOUNS = frozenset("agency newspaper daily broadcaster channel television tv radio outlet service".split())
"""Nouns that say what kind of outlet a proper name is: "the MNA news agency" is MNA."""


class Bodies:
    """Who stands behind the documents of one report: "a statement from the ministry", later "the statement"."""

    def __init__(self, given: Layers, speakers: Iterable[Token]) -> None:
        self.given = given
        self._behind: dict[int, Token] = {}
        last: dict[str, Token] = {}
        for token in sorted(speakers, key=lambda token: token.i):
            if token.lemma not in DOCUMENTS and token.lower not in DOCUMENTS:
                continue
            issuer = _issuer(token)
            if issuer is not None:
                last[token.lemma] = self._behind[token.i] = issuer
            elif token.lemma in last and any(child.lower in ("the", "that", "this") for child in token.lefts):
                self._behind[token.i] = last[token.lemma]

    def relay(self, token: Token, party: Party) -> Party:
        """The party as a relay: for a document the body that issued it, for an agency its name alone."""
        issuer = self._behind.get(token.i)
        if issuer is not None:
            behind = self.given.party(speaker_span(issuer, self.given), issuer.start)
            return dataclasses.replace(behind, name=_bare(behind.name), is_inferred=token.i != _document_of(issuer).i)
        names = [child for child in token.lefts if child.pos == "PROPN" and child.dep in ("compound", "nmod", "amod")]
        if token.lower in OUTLET_NOUNS and names and not party.actors:
            span = self.given.parse.span(names[0].start, names[-1].end)
            return dataclasses.replace(party, name=span.exact)
        return dataclasses.replace(party, name=_bare(party.name))


def _issuer(document: Token) -> Token | None:
    """The one a document is from: its owner, or the noun after "from", "by", "of"."""
    owner = document.child("poss")
    if owner is not None and owner.pos in ("PROPN", "NOUN"):
        return owner
    for child in document.rights:
        if child.dep in ("prep", "agent") and child.lower in ("from", "by", "of"):
            inner = child.child("pobj")
            if inner is not None and inner.pos in ("PROPN", "NOUN"):
                return inner
    return None


def _document_of(issuer: Token) -> Token:
    return issuer.head if issuer.dep == "poss" else issuer.head.head


def _bare(name: str) -> str:
    """A name without its article."""
    first, _, rest = name.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else name
