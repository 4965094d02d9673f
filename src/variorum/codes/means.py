"""By what means harm was done: words -> the kinds they can mean."""

from __future__ import annotations

from functools import cache

from variorum.codes import table


@cache
def _words() -> dict[str, frozenset[str]]:
    return {
        word: frozenset(row["kinds"].split("|")) for row in table("means") for word in row["words"].split("|") if word
    }


def means_of(word: str) -> frozenset[str]:
    """The kinds of means that a lemma, or a modifier and its noun ("car bomb"), can mean; empty for any other.

    >>> sorted(means_of("car bomb")), sorted(means_of("strike")), sorted(means_of("letter"))
    (['bomb'], ['air', 'artillery'], [])
    """
    return _words().get(word.lower(), frozenset())
