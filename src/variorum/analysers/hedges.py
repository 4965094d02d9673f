"""How sure the speaker is, and how far the outlet stands from what is said: words kept with their places. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from variorum.analysers.contents import Found
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Sentence, Token
from variorum.model.spans import Span

_ADVERBS = frozenset(
    "allegedly apparently maybe ostensibly perhaps possibly presumably probably purportedly reportedly seemingly"
    " supposedly".split()
)
_ADJECTIVES = frozenset(
    "alleged apparent possible presumed probable purported reported so-called supposed suspected".split()
)
_MODALS = frozenset({"may", "might", "could"})
_SEEMING = frozenset({"appear", "seem"})
_DOUBTED = frozenset({"so-called", "self-styled", "self-proclaimed", "alleged", "supposed", "purported"})
"""Before a noun in the outlet's own words: it does not take the name as its own."""
_NO_EVIDENCE = re.compile(
    r"\b(?:without|(?:gave|giving|provided|providing|offered|offering|presented|presenting|showed|showing|cited|citing)"
    r" no) (?:(?:giving|providing|offering|presenting|showing|citing|producing) )?"
    r"(?:any |further |immediate |the |supporting )*(?:evidence|proof|details?|elaboration|basis)\b"
    r"|\bwithout elaborating\b",
    re.IGNORECASE,
)
_IN_THEIR_WORDS = re.compile(
    r"\b(?:in )?what (?:\w+ ){1,4}?(?:called|calls|described as|describes as|termed|terms|dubbed|dubs|labelled|labels|said"
    r" (?:was|were)|says (?:was|were|is|are))\b",
    re.IGNORECASE,
)
"""Before words that the outlet leaves to the speaker: "what the army called a raid"."""


def hedges_in(content: Iterable[Span], given: Layers) -> tuple[Span, ...]:
    """Words in what was said that leave it open: may, might, could, appears, probably, possible, suspected."""
    return tuple(
        given.parse.span(token.start, token.end)
        for span in content
        for token in given.parse.tokens_in(span.start, span.end)
        if _is_hedge(token)
    )


def _is_hedge(token: Token) -> bool:
    if token.lower in _MODALS:
        return token.tag == "MD"
    if token.lower in _ADVERBS:
        return token.pos == "ADV"
    if token.lemma in _SEEMING:
        return token.pos == "VERB" and (token.child("xcomp", "oprd", "acomp", "ccomp") is not None)
    return token.lower in _ADJECTIVES and token.dep in ("amod", "acomp")


def distance_at(found: Found | None, content: tuple[Span, ...], given: Layers) -> tuple[Span, ...]:
    """Words of the outlet about what was said, or within what it only retells, by which it keeps its distance.

    Args:
        found: the attribution; a quotation without a cue has none.
        content: what was said.
        given: layers of the report.
    """
    if found is None:
        return ()
    sentence = found.cue.sent
    places = [(token.start, token.end) for token in found.cue.children if token.lower in _ADVERBS]
    places += [
        (token.start, token.end)
        for token in sentence.tokens
        if token.lower in _DOUBTED and token.dep == "amod" and not _inside(token.start, content)
    ]
    places += _phrases(_NO_EVIDENCE, sentence, content, inside=False)
    places += _phrases(_IN_THEIR_WORDS, sentence, content, inside=True)
    return tuple(given.parse.span(start, end) for start, end in sorted(set(places)))


def _phrases(
    pattern: re.Pattern[str], sentence: Sentence, content: tuple[Span, ...], *, inside: bool
) -> list[tuple[int, int]]:
    found = []
    for match in pattern.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if inside == _inside(start, content):
            found.append((start, end))
    return found


def _inside(offset: int, content: tuple[Span, ...]) -> bool:
    return any(span.start <= offset < span.end for span in content)
