"""What tells two attacks of one day in one town apart: the means, and the quarter or site that was struck."""

from __future__ import annotations

import re
from functools import lru_cache

from variorum.codes.folding import fold
from variorum.collate.verdict import Same
from variorum.model.entries import Claim, Event

_GENERIC = frozenset(
    "al el the a of and de la city town area district neighborhood neighbourhood quarter street public"
    " primary secondary national local central main general military civil state government residential international airport airbase base".split()
)
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLED = re.compile(r"(.)\1+")
VAGUE = frozenset({"clash"})
"""Means in whose course every other can be used."""
LEAST = 2
"""Consonants a word needs to be told from others."""


def means_agree(one: Claim | Event, other: Claim | Event) -> Same:
    """Whether what was done can have been done by one means: apart only where no meaning of their words is shared."""
    if not one.means or not other.means or VAGUE & {*one.means, *other.means}:
        return Same.UNKNOWN
    return Same.UNKNOWN if set(one.means) & set(other.means) else Same.NO


def sites_agree(one: Claim | Event, other: Claim | Event) -> Same:
    """Whether both name a quarter or site that can be the same, or only others."""
    first, second = site_keys(one), site_keys(other)
    if not first or not second:
        return Same.UNKNOWN
    return Same.YES if first & second else Same.NO


def site_keys(item: Claim | Event) -> frozenset[str]:
    """The names of its quarters and sites as they are compared: consonants alone, so that spellings of one name meet."""
    return frozenset(key for span in item.sites for key in _keys(span.exact))


@lru_cache(maxsize=4096)
def _keys(name: str) -> tuple[str, ...]:
    """Keys of the words of a name.

    >>> _keys("al-Sulaymaniyah"), _keys("Al Sulaimaniyeh")
    (('slmn',), ('slmn',))
    """
    words = (word for word in fold(name).split() if word not in _GENERIC)
    bare = (_DOUBLED.sub(r"\1", _VOWELS.sub("", word)).removesuffix("h") for word in words)
    return tuple(key for key in bare if len(key) >= LEAST)
