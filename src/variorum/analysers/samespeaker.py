"""Who goes on speaking: "it added", "the statement added", "the same monitor" are the one who spoke just before.

A speaker whose own words tell nobody is taken to be the speaker of a statement told shortly before, if that can be: a body
for "it", one of the same noun for "the source", one of the same role for "the officer". It is marked as inferred. "It" that
nobody before can be is no speaker.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.roles import is_office, is_person, role_of_head
from variorum.model.entries import Party, Statement

REACH_SENTENCES = 2
"""How far back a pronoun or "the statement" looks for its speaker."""
FAR_SENTENCES = 8
"""How far back the same noun may have spoken: "a security source ... the source"."""
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_DEFINITE = frozenset({"the", "this", "that", "same"})
_WRITINGS = frozenset({"statement", "report", "communique", "communiqué", "document", "letter", "message", "text"})
"""What somebody issued: its speaker is who issued it."""


def who_go_on(statements: Iterable[Statement], given: Layers) -> list[Statement]:
    """The statements in their order, speakers that go on taken from those before; none by an "it" that means nobody."""
    found = list(statements)
    known: list[tuple[Token, Statement]] = []
    again: dict[str, Statement | None] = {}
    for statement in sorted(found, key=lambda item: item.evidence[0].start):
        told = _spoken_again(statement, known, given)
        again[statement.id] = told
        head = _head(told.speaker, given) if told is not None else None
        if told is not None and told.speaker is not None and head is not None and head.lower not in _PRONOUNS:
            known.append((head, told))
    kept = (again[statement.id] for statement in found)
    return [statement for statement in kept if statement is not None]


def _spoken_again(statement: Statement, known: Sequence[tuple[Token, Statement]], given: Layers) -> Statement | None:
    speaker = statement.speaker
    head = _head(speaker, given)
    if speaker is None or speaker.actors or head is None or speaker.is_inferred:
        return statement
    place = given.parse.token_at(statement.evidence[0].start)
    is_pronoun = head.lower in _PRONOUNS
    is_resolved = is_pronoun and speaker.name.lower() != head.lower
    if place is None or is_resolved or not (is_pronoun or _is_definite(head)):
        return statement
    before = next(_fitting(head, place.sent.index, known, given), None)
    if before is None or before.speaker is None:
        return None if head.lower == "it" else statement
    party = dataclasses.replace(before.speaker, span=speaker.span, is_inferred=True)
    return dataclasses.replace(statement, speaker=party, unnamed=before.unnamed)


def _head(speaker: Party | None, given: Layers) -> Token | None:
    """The last noun or pronoun of the speaker's own words before any "of" or "for"."""
    if speaker is None or speaker.span is None:
        return None
    inside = given.parse.tokens_in(speaker.span.start, speaker.span.end)
    return next((token for token in inside if token.head not in inside), inside[-1] if inside else None)


def _is_definite(head: Token) -> bool:
    """Whether nothing but an article, "same" or "also" stands before or behind the noun: it only points back."""
    below = [child for child in head.children if child.dep != "punct"]
    return bool(below) and head.pos == "NOUN" and all(child.lower in _DEFINITE for child in below)


def _fitting(
    head: Token, sentence: int, known: Sequence[tuple[Token, Statement]], given: Layers
) -> Iterator[Statement]:
    """Statements before whose speaker the words can mean: of the same noun first, then nearest first."""
    near: list[Statement] = []
    for other, statement in reversed(known):
        back = sentence - other.sent.index
        if back > FAR_SENTENCES or statement.speaker is None:
            break
        if back < 0 or other.start > head.start:
            continue
        if _is_same_noun(head, other):
            yield statement
        elif back <= REACH_SENTENCES and _can_be(head, other, statement.speaker, given):
            near.append(statement)
    yield from near


def _is_same_noun(head: Token, other: Token) -> bool:
    return head.pos == "NOUN" and head.lemma.lower() == other.lemma.lower() and head.tag == _common(other.tag)


def _common(tag: str) -> str:
    """The tag of a common noun of the same number: a name may be spelled of common nouns, "the Orun Monitor"."""
    return {"NNP": "NN", "NNPS": "NNS"}.get(tag, tag)


def _can_be(head: Token, other: Token, speaker: Party, given: Layers) -> bool:
    """Whether a pronoun, a writing or the noun of an office can mean this speaker."""
    is_one = _is_individual(other, speaker, given)
    if head.lower == "it":
        return not is_one and other.tag in ("NN", "NNP")
    if head.lower == "they":
        return not is_one and other.tag in ("NNS", "NNPS")
    if head.lower in ("he", "she"):
        return is_one and not speaker.actors
    if head.lemma in _WRITINGS:
        return True
    is_bodys = head.lemma in _BODIES
    return is_one and not is_bodys and is_person(head.lemma) and role_of_head(head.lower) == speaker.role is not None


def _is_individual(other: Token, speaker: Party, given: Layers) -> bool:
    """Whether the speaker is one person: named, or by a noun for an office or a trade."""
    is_named = any(actor == entry.actor for actor in speaker.actors for entry in given.register)
    noun = other.lemma.lower()
    return is_named or is_office(noun) or (other.tag == "NN" and is_person(noun) and noun not in _BODIES)


_BODIES = frozenset(
    "army military government police ministry administration parliament court navy force command group agency monitor council"
    " committee party regime militia opposition union team staff media television radio authority source".split()
)
