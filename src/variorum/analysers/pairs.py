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
_DISPUTES = frozenset({"dispute", "row", "lawsuit", "quarrel", "feud"})
"""What a paragraph can be about that has two sides of its own."""
_RIVALS = frozenset({"neighbors", "neighbours", "rivals", "armies", "powers"})
"""Nouns that mean the two of the whole report, however far back they are named."""


def named_together(mentions: Iterable[Mention], parse: Parse) -> dict[tuple[str, str], int]:
    """Two states -> in how many sentences of the report both are named, not by their people; a list counts twice."""
    named: dict[int, set[str]] = {}
    heads: dict[int, str] = {}
    for mention in mentions:
        token = parse.token_at(mention.head.start)
        if token is not None and mention.country and mention.kind is MentionKind.NAME and mention.introduces is None:
            named.setdefault(token.sent.index, set()).add(mention.country)
            heads[token.i] = mention.country
    found: dict[tuple[str, str], int] = {}
    for place, country in heads.items():
        token = parse.tokens[place]
        other = heads.get(token.head.i) if token.dep == "conj" else None
        if other is not None and other != country:
            pair = (min(country, other), max(country, other))
            found[pair] = found.get(pair, 0) + 1
    for states in named.values():
        for pair in itertools.combinations(sorted(states), 2):
            found[pair] = found.get(pair, 0) + 1
    return found


def meant(
    head: Token, seen: Seen, together: Mapping[tuple[str, str], int], parse: Parse, acting: frozenset[str] = frozenset()
) -> tuple[tuple[str, ...], str]:
    """(states, how it is known or why not): two states, or the candidates where not exactly two can be meant.

    Args:
        head: head of the words.
        seen: mentions resolved before.
        together: `named_together` of the report.
        parse: of the report.
        acting: states of those who do or say something to the two, in the same sentence.
    """
    if _is_of_a_dispute(head, seen, parse):
        return (), "the paragraph tells of another dispute"
    if head.lower in _RIVALS and together:
        top = sorted(together, key=lambda pair: (-together[pair], pair))
        if len(top) == 1 or together[top[0]] > together[top[1]]:
            return top[0], "the two states named together most often"
    if not _is_about_states(head, seen, parse):
        return (), "the paragraph names no state before: others may be meant"
    outsiders = _outsiders(acting, together)
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
    if outsiders:
        pair = min(together, key=lambda two: (-together[two], two))
        if set(states) <= set(pair):
            return pair, "the two states named together most often, another state speaking of them"
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


def acting_on(head: Token) -> list[Token]:
    """Subjects of the verbs above the words: "Ostmere urged both sides", "both sides agreed, Harrow said"."""
    subjects = (above.child("nsubj", "nsubjpass") for above in head.ancestors)
    return [subject for subject in subjects if subject is not None and subject is not head]


def _outsiders(acting: frozenset[str], together: Mapping[tuple[str, str], int]) -> frozenset[str]:
    """States that act upon the two: "Ostmere urged both sides" leaves Ostmere out, unless it is of the pair itself.

    The pair is the one that the report names together most often; without one nobody is left out.
    """
    top = sorted(together, key=lambda pair: (-together[pair], pair))[:2]
    if not top or (len(top) == 2 and together[top[0]] == together[top[1]]):
        return frozenset()
    return acting - set(top[0])


def _is_of_a_dispute(head: Token, seen: Seen, parse: Parse) -> bool:
    """Whether the paragraph began with some dispute that no state is named in: "a row over pay"."""
    line = head.sent.line
    if any(
        other.country and other.kind is not MentionKind.PLACE for _, token, other in seen if token.sent.line == line
    ):
        return False
    before = [sentence for sentence in parse.sentences if sentence.line == line and sentence.index < head.sent.index]
    return any(
        token.lemma in _DISPUTES and any(child.lower in ("a", "an") for child in token.lefts)
        for sentence in before
        for token in sentence.tokens
    )
