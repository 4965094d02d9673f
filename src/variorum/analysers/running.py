"""Whether a count sums up many happenings over a time, or is of one: "45 in 24 hours of bombardment", "31 in the blast". Pure."""

from __future__ import annotations

from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.units import slot_of_noun
from variorum.model.entries import When

_OVER = frozenset({"in", "over", "during", "within", "for", "since", "throughout"})
_WARS = frozenset("war conflict uprising insurgency rebellion offensive campaign hostility unrest violence".split())
_SO_FAR = ("so far this", "to date", "all told")
_RISING = frozenset("rise climb reach pass top exceed surpass stand jump increase bring take raise push".split())
SUMS = frozenset({"toll", "number", "total", "tally", "count"})
"""Nouns for how many there have been so far."""
_EXACT_DAYS = 2
"""A window of more days than that (UCDP date_prec over 2) is no one happening's."""
REACH = 6
"""Steps up the tree from a number to the verb that says how far the sum has come."""


def is_cumulative(number: Token, governor: Token, window: When) -> bool | None:
    """Whether the count is of a time in which much happened; None where the words do not show it.

    Args:
        number: the number.
        governor: the word that says what befell those counted.
        window: when it happened, as far as told.
    """
    for word in (governor, number, number.head):
        if any(_is_time(child) for child in word.children if child.dep == "prep" and child.lower in _OVER):
            return True
        if any(_is_war(child.child("pobj")) for child in word.children if child.dep == "prep"):
            return True
        subject = word.child("nsubj")
        if word.pos == "VERB" and _is_war(subject):
            return True
    text = number.sent.text.lower()
    if any(words in text for words in _SO_FAR):
        return True
    if window.span is not None and window.value is not None and window.precision > _EXACT_DAYS:
        return True
    verb = next((above for above in _above(number) if above.lemma in _RISING), None)
    if verb is None:
        return None
    added = verb.lemma in ("bring", "take", "raise", "push") and verb.dep in ("advcl", "acl", "conj", "xcomp", "ccomp")
    if added:
        return True  # "…, bringing to 45 the number killed": the sum is more than what was told just now
    sums = verb.child("nsubj", "nsubjpass", "dobj")
    is_of_many = sums is not None and sums.lemma in SUMS and _is_of_many(sums)
    return True if is_of_many and window.precision > 1 else None


def _above(number: Token) -> list[Token]:
    found = []
    for above in number.ancestors:
        found.append(above)
        if len(found) == REACH:
            break
    return found


def _is_time(prep: Token) -> bool:
    """Whether a preposition brings a length of time: "in the last 24 hours", "over two days", "in a week of raids"."""
    time = prep.child("pobj")
    if time is None:
        return False
    return slot_of_noun(time.lemma) == "duration" and time.lemma not in ("night", "second")


def _is_war(noun: Token | None) -> bool:
    return noun is not None and noun.pos in ("NOUN", "PROPN") and noun.lemma.lower() in _WARS


def _is_of_many(total: Token) -> bool:
    """Whether the sum is "from the strikes", "of the clashes": more than one, whatever their number."""
    for way in total.children:
        deed = way.child("pobj") if way.dep == "prep" else None
        if deed is not None and deed.tag in ("NNS", "NNPS") and actions.of_noun(deed.lemma) is not None:
            return True
    return False
