"""What is said: the words of one attribution, as spans. Pure functions over tokens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from variorum.analysers.protocol import Layers
from variorum.analysers.speakers import is_of_outer_speaker
from variorum.analysers.syntax import Token
from variorum.codes.reporting import Reporting, verb
from variorum.model.spans import Span


@dataclass(frozen=True)
class Found:
    """One attribution in a sentence."""

    cue: Token
    verb: Reporting | None
    speaker: Token | None
    """Head of the speaker's words."""
    content: tuple[Token, ...]
    """The words said; empty where a quotation beside the cue is the content."""
    addressee: Token | None = None
    via: tuple[Token, ...] = ()
    frame: str = "c"
    rule: str = ""
    cue_end: Token | None = None
    """Last word of a cue of several ("according to")."""
    condition: tuple[Token, ...] = field(default=())


def pieces(tokens: Iterable[Token], given: Layers) -> tuple[Span, ...]:
    """The words as spans, one for each unbroken run, marks and blanks at the edges left off."""
    ordered = sorted(set(tokens), key=lambda token: token.i)
    runs: list[list[Token]] = []
    for token in ordered:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    found = []
    for run in runs:
        first, last = 0, len(run)
        while first < last and _is_edge(run[first]):
            first += 1
        while last > first and _is_edge(run[last - 1]):
            last -= 1
        if any(token.pos not in ("PUNCT", "CCONJ", "SPACE") for token in run[first:last]):
            found.append(given.parse.span(run[first].start, run[last - 1].end))
    return tuple(found)


def _is_edge(token: Token) -> bool:
    if token.pos == "PUNCT" and token.text not in ("(", ")", "%", "[", "]", "'s"):
        return True
    return token.pos == "CCONJ"


def clause(head: Token, without: Iterable[Token] = ()) -> list[Token]:
    """All words of a clause but those of the cue's own phrase."""
    left_out: set[int] = set()
    for token in without:
        left_out.update(other.i for other in token.subtree)
    return [token for token in head.subtree if token.i not in left_out]


CONDITIONS = frozenset({"if", "unless", "provided", "once", "contingent", "conditional"})
"""Words that open a condition."""
_ADDED = frozenset({"claim", "allegation", "accusation", "assertion", "charge", "statement", "sign", "move", "step"})
"""Nouns by which the outlet comments on what was said: "..., a claim Kestria denies"."""


def spoken(cue: Token, complement: Token) -> tuple[Token, ...]:
    """The words of a clause that is said.

    Its conditions belong to it; what the speaker says in a further verb or the outlet adds does not.
    """
    words = clause(complement, [cue] if cue in complement.subtree else ())
    left_out = {token.i for further in _further(complement) for token in further.subtree}
    left_out |= {token.i for added in _comments(complement) for token in added.subtree}
    that = next((child for child in complement.lefts if child.dep == "mark" and child.lower == "that"), None)
    begin = (
        that.i if that is not None else 0
    )  # ", without giving evidence, that": what stands before "that" is not said
    kept = [token for token in words if token.i not in left_out and token.i >= begin]
    if not kept:
        return tuple(words)
    kept = with_conditions(cue, kept)
    if not any(child.dep in ("nsubj", "nsubjpass", "csubj", "expl", "attr") for child in complement.children):
        kept = [*_stray_subject(cue, kept[0]), *kept]
    return tuple(kept)


def with_conditions(cue: Token, words: list[Token]) -> list[Token]:
    """The words and the conditions after them that the parser hung on the cue: "offered a truce if Kestria withdrew"."""
    end = words[-1].i
    kept = list(words)
    for child in cue.rights:
        is_condition = child.dep in ("advcl", "prep", "acomp") and any(
            token.lower in CONDITIONS for token in (child, *child.lefts)
        )
        if child.i > end and is_condition:
            between = cue.sent.parse.tokens[end + 1 : child.subtree[0].i]
            kept += [*(token for token in between if token.pos == "PUNCT"), *child.subtree]
    return kept


def _further(head: Token) -> list[Token]:
    """Verbs of saying coordinated within the content that belong to the outer speaker."""
    found, waiting = [], [head]
    while waiting:
        token = waiting.pop()
        for child in token.children:
            if child.dep == "conj" and child.pos in ("VERB", "AUX"):
                if verb(child.lemma) is not None and (is_of_outer_speaker(child) or _says_something_else(child)):
                    found.append(child)
                else:
                    waiting.append(child)
    return found


def _says_something_else(other: Token) -> bool:
    """Whether someone else says it, side by side with the first: "A said the road was open and B said it was not"."""
    subject, said = other.child("nsubj"), other.child("ccomp")
    is_named = subject is not None and subject.pos in ("PROPN", "NOUN")
    return is_named and said is not None and other.tag == "VBD" and not any(mark.dep == "mark" for mark in other.lefts)


def _comments(head: Token) -> list[Token]:
    """Nouns put after a comma or a dash at the end, by which the outlet comments on the content."""
    last = head.subtree[-1]
    found = []
    for token in head.subtree:
        if token.dep in ("appos", "npadvmod", "dep", "dobj", "attr") and token.lemma in _ADDED and token.i > head.i:
            words = token.subtree
            before = token.sent.parse.tokens[words[0].i - 1]
            if before.text in (",", "—", "–", "-") and words[-1].i >= last.i - 1:
                found.append(token)
    return found


def _stray_subject(cue: Token, first: Token) -> list[Token]:
    """The words between a verb and a clause that lacks its subject: the parser hung it on the verb."""
    tokens = first.sent.parse.tokens[cue.i + 1 : first.i]
    return tokens if tokens and all(cue in token.ancestors for token in tokens) else []
