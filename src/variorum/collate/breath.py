"""Counts of one thing that two named sides give side by side, in one report."""

from __future__ import annotations

import re

from variorum.collate.craft import CRAFT
from variorum.collate.details import site_keys
from variorum.collate.match import HARM, PLACED, are_rivals, is_part, scope_parts
from variorum.collate.verdict import Same
from variorum.model.entries import Claim, Party


def are_told_in_one_breath(one: Claim, other: Claim, slack: int) -> bool:
    """Whether two named sides give one count each, side by side in one report, and nothing tells their scopes apart.

    "A says that 60 were killed, while B speaks of three": what the first is of, the second is of. Not where the words
    say whose they were: "A lost five of its soldiers, B eight of its own".
    """
    if one.report_id != other.report_id or one.topic != other.topic or not are_rivals(one, other):
        return False
    if HARM.get(one.topic, one.topic) not in PLACED | CRAFT or _ADDS.search(_words(one)) or _ADDS.search(_words(other)):
        return False  # of what lasts each side counts its own; "another 42" come on top
    first, second = one.figure, other.figure
    if first is None or second is None or first.subset != second.subset or is_part(one) or is_part(other):
        return False
    if one.claimant is None or other.claimant is None or _last_word(one.claimant) == _last_word(other.claimant):
        return False  # "a source", "earlier the source": nobody knows that they are two
    if abs(first.number.start - second.number.start) > A_BREATH or one.stance is not other.stance:
        return False
    if site_keys(one) != site_keys(other):
        return False
    if any(_OWN & set(span.exact.lower().split()) for claim in (one, other) for span in claim.evidence):
        return False
    return Same.NO not in scope_parts(one, other, slack).values()


def _last_word(party: Party) -> str:
    return (party.name.lower().split() or [""])[-1]


def _words(claim: Claim) -> str:
    return " ".join(span.exact.lower() for span in claim.evidence)


_ADDS = re.compile(r"\banother\b|\bmore\b(?! than)|\bfurther\b|\badditional\b")
A_BREATH = 300
"""Characters within which two counts stand side by side."""
_OWN = frozenset({"its", "their", "our", "his", "her", "own"})
