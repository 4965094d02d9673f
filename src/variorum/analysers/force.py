"""With what force something is said, and under which condition. Pure functions."""

from __future__ import annotations

from variorum.analysers import contents
from variorum.analysers.contents import Found
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.reporting import VERBAL_FORCE_WORDS
from variorum.model.entries import Force, Party
from variorum.model.spans import Span


def force_of(
    found: Found | None, content: tuple[Span, ...], speaker: Party | None, given: Layers, *, is_quotation: bool
) -> Force:
    """The force: that of the cue; of a plain "said", what the words themselves do."""
    known = found.verb if found is not None else None
    force = Force(known.force) if known is not None else Force.ASSERTS
    if found is not None and known is not None:
        particular = _PARTICULAR.get((known.lemma, found.frame))
        if particular is not None:
            return particular
    words = [token for span in content for token in given.parse.tokens_in(span.start, span.end)]
    if known is not None and known.lemma in _WARNING and _is_own_commitment(words, speaker, given, warned=True):
        return Force.THREATENS
    if force is Force.COMMITS and found is not None and found.rule == "complement" and not _is_yet_to_come(words):
        return Force.ASSERTS  # "swears that she was nowhere near the bridge"
    if is_quotation and force is Force.ASSERTS and _is_question(content, given):
        return Force.ASKS
    if force is not Force.ASSERTS or is_quotation:
        return force
    if known is not None and known.lemma in _HOLDING and found is not None and _says_no(found, words):
        return Force.DENIES
    lowers = {token.lower for token in words}
    if lowers & VERBAL_FORCE_WORDS["demands"]:
        return Force.DEMANDS
    is_blame = any(
        token.lower == "responsible" and any(child.lower == "for" for child in token.children) for token in words
    )
    if (is_blame or lowers & VERBAL_FORCE_WORDS["accuses"]) and _names_another(content, speaker, given):
        return Force.ACCUSES
    return Force.COMMITS if _is_own_commitment(words, speaker, given) else force


_PARTICULAR = {
    ("confirm", "n"): Force.ACKNOWLEDGES,
    ("claim", "x"): Force.ASSERTS,
    ("warn", "o"): Force.THREATENS,
    ("tell", "o"): Force.DEMANDS,
    ("ask", "f"): Force.DEMANDS,
}
"""(verb, frame) whose force is not that of the verb elsewhere."""


_HOLDING = frozenset({"repeat", "insist", "maintain", "reiterate", "swear"})
"""Verbs of holding to something against others: with "no" or "not" they deny."""
_NOBODY = frozenset({"none", "nobody", "nothing"})
_WARNING = frozenset({"warn", "caution"})
"""Verbs that threaten where the speaker's own side is to act, and only foretell elsewhere."""
_BEFALLS = frozenset(
    "be have run lose fail need face suffer remain struggle rain snow take become get cost happen collapse die starve".split()
)
"""What comes over one is not threatened: "warned that it would run out of flour"."""
_FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "’ll"})
_SELF = frozenset({"it", "they", "he", "she", "we", "i"})


def _says_no(found: Found, words: list[Token]) -> bool:
    """Whether the clause that is said is told of as not so: its verb has a "not", or its subject a "no"."""
    inside = set(words)
    tops = [token for token in words if token.head not in inside and token.pos in ("VERB", "AUX")]
    for top in tops or [token for token in words if token.dep == "ccomp" and token.head is found.cue]:
        argument = [child for child in top.children if child.dep in ("nsubj", "nsubjpass", "dobj", "attr")]
        if any(child.dep == "neg" for child in top.children):
            return True
        if any(word.lower in _NOBODY or any(no.lower == "no" for no in word.lefts) for word in argument):
            return True
    return False


def _is_yet_to_come(words: list[Token]) -> bool:
    """Whether the words tell what is to be done."""
    return any(
        token.lower in _FUTURE or token.lower in ("to", "going", "never") or token.tag == "VB" for token in words
    )


def _is_question(content: tuple[Span, ...], given: Layers) -> bool:
    """Whether the quotation is a question and nothing else."""
    words = given.parse.text[content[0].start : content[-1].end]
    return words.endswith("?") and not any(mark in words[:-1] for mark in ".!?")


def _names_another(content: tuple[Span, ...], speaker: Party | None, given: Layers) -> bool:
    """Whether the content names a state other than the speaker's."""
    mine = speaker.country if speaker else None
    return any(
        span.start <= mention.head.start < span.end and mention.country and mention.country != mine
        for span in content
        for mention in given.resolved
    )


def _is_own_commitment(words: list[Token], speaker: Party | None, given: Layers, *, warned: bool = False) -> bool:
    """Whether the content says what the speaker's own side will or would do, or is committed to.

    Args:
        words: of the content.
        speaker: who says it.
        given: the layers so far.
        warned: it is said as a warning; then a pronoun that means nobody else is the speaker, and what befalls is no deed.
    """
    if speaker is None:
        return False
    for token in words:
        if token.lower in _FUTURE and token.dep == "aux":
            if warned and token.head.lemma in _BEFALLS:
                continue
            subject = token.head.child("nsubj")
        elif token.lower == "committed" and token.dep in ("acomp", "ROOT", "ccomp", "conj"):
            subject = token.child("nsubj", "nsubjpass") or token.head.child("nsubj", "nsubjpass")
        else:
            continue
        mention = given.mention_at(subject.start) if subject is not None else None
        if warned and subject is not None and subject.lower in _SELF and not (mention is not None and mention.actors):
            return True
        if mention is not None and (
            (mention.country is not None and mention.country == speaker.country)
            or (mention.actors and mention.actors == speaker.actors)
        ):
            return True
    return False


_OPENING = ("mark", "advmod", "prep", "acomp", "amod", "advcl")
"""Links of a word that opens a condition: if, unless; provided that; conditional on."""


def condition_of(content: tuple[Span, ...], given: Layers) -> tuple[Span, ...]:
    """The condition inside the content, with the word that opens it; empty if there is none."""
    for span in content:
        for token in given.parse.tokens_in(span.start, span.end):
            if token.lower in contents.CONDITIONS and token.dep in _OPENING:
                below = token.head.subtree if token.dep in ("mark", "advmod") else token.subtree
                words = [word for word in below if word.start >= token.start]
                found = contents.pieces(words, given)
                if found:
                    return found[:1]
    return ()
