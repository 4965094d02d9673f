"""Whom "both sides" means: the two states named last, if exactly two can be meant. Pure functions."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

from variorum.analysers.syntax import Parse, Token
from variorum.model.marks import Mention, MentionKind

Seen = Sequence[tuple[int, Token, Mention]]
"""(sentence number, head token, resolved mention), in the order of the text."""
LOOK_BACK_SENTENCES = 4
"""How far back the two states may be named."""
_RIVALS = frozenset({"neighbors", "neighbours", "rivals", "armies", "powers"})
"""Nouns that mean the two of the whole report, however far back they are named."""


def named_together(mentions: Iterable[Mention], parse: Parse) -> dict[tuple[str, str], int]:
    """Two states -> in how many sentences of the report both are named."""
    named: dict[int, set[str]] = {}
    for mention in mentions:
        token = parse.token_at(mention.head.start)
        if token is not None and mention.country and mention.kind is MentionKind.NAME:
            named.setdefault(token.sent.index, set()).add(mention.country)
    found: dict[tuple[str, str], int] = {}
    for states in named.values():
        for pair in itertools.combinations(sorted(states), 2):
            found[pair] = found.get(pair, 0) + 1
    return found


def meant(
    head: Token, seen: Seen, together: Mapping[tuple[str, str], int], parse: Parse
) -> tuple[tuple[str, ...], str]:
    """(states, how it is known or why not): two states, or the candidates where not exactly two can be meant.

    Args:
        head: head of the words.
        seen: mentions resolved before.
        together: `named_together` of the report.
        parse: of the report.
    """
    if head.lower in _RIVALS and together:
        top = sorted(together, key=lambda pair: (-together[pair], pair))
        if len(top) == 1 or together[top[0]] > together[top[1]]:
            return top[0], "the two states named together most often"
    if not _is_about_states(head, seen, parse):
        return (), "the paragraph names no state before: others may be meant"
    outsiders = _outsiders(head, seen, together)
    states: list[str] = []
    for number, _, other in reversed(seen):
        if head.sent.index - number > LOOK_BACK_SENTENCES and len(states) >= 2:
            break
        is_state = other.country and other.kind is not MentionKind.PLACE and other.country not in outsiders
        if is_state and other.country and other.country not in states:
            states.append(other.country)
        if len(states) == 2 and head.sent.index - number >= 1:
            break
    if len(states) == 2:
        return tuple(states), "the two states named last"
    return tuple(states), (
        "more than two could be meant" if len(states) > 2 else "fewer than two states were named before"
    )


def _is_about_states(head: Token, seen: Seen, parse: Parse) -> bool:
    """Whether a state is named before in the paragraph, or no two others act in it before."""
    line = head.sent.line
    before = [item for item in seen if item[1].sent.line == line and item[1].i < head.i]
    if any(other.country and other.kind is not MentionKind.PLACE for _, _, other in before):
        return True
    others = [
        token
        for sentence in parse.sentences
        if sentence.line == line and sentence.index < head.sent.index
        for token in sentence.tokens
        if token.dep == "nsubj" and token.pos == "PROPN"
    ]
    return len(others) < 2


def _outsiders(head: Token, seen: Seen, together: Mapping[tuple[str, str], int]) -> frozenset[str]:
    """States that act upon the two: "Ostmere urged both sides" leaves Ostmere out, unless it is of the pair itself.

    The pair is the one that the report names together most often; without one nobody is left out.
    """
    top = sorted(together, key=lambda pair: (-together[pair], pair))[:2]
    if not top or (len(top) == 2 and together[top[0]] == together[top[1]]):
        return frozenset()
    acting = set()
    for above in head.ancestors:
        subject = above.child("nsubj", "nsubjpass")
        if subject is not None and subject is not head:
            acting |= {found.country for _, token, found in seen if token is subject and found.country}
    return frozenset(acting - set(top[0]))
