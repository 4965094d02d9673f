"""Words for sources that nobody names: residents, a Western diplomat, military sources, state television."""

from __future__ import annotations

from functools import cache

from variorum.codes import table


@cache
def _kinds(part: str) -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("unnamed") if row["part"] == part}


def kind_of_noun(lemma: str) -> str | None:
    """The kind of source that the bare noun stands for, by the vocabulary's name; None if for none."""
    return _kinds("noun").get(lemma.lower())


def kind_of_modifier(word: str) -> str | None:
    """The kind of source that a word before the noun makes of it: "military sources"; None if it does not."""
    return _kinds("modifier").get(word.lower())


def is_outlet(lemma: str) -> bool:
    """Whether the noun is one for media: "state television"."""
    return lemma.lower() in _kinds("outlet")
