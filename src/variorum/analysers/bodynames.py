"""How far the name of a body goes: "Ministry of Foreign Affairs", "League for the Defence of Human Rights". Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.analysers.gazetteer import Known
from variorum.analysers.syntax import Parse, Token

_OF_A_PLACE = frozenset("university college institute institution school bank academy museum orchestra".split())
"""Bodies whose name a place completes: University of Brask. A ministry of a state is named by its field alone."""
_LINKS = frozenset({"of", "for"})
MOST_LINKS = 3
_TITLED = frozenset({"magazine", "newspaper"})
"""Nouns behind what is a name however short: "Marrec magazine"."""
_BEHIND = frozenset({"network", "movement", "group", "organisation", "organization", "council"})
"""Nouns behind what is a name if it has two words or more: "the Lorn Falcons network"."""


def completed_by_a_place(head: Token) -> bool:
    """Whether a place can be the last word of such a body's name: University of Brask."""
    return head.lower in _OF_A_PLACE


def end_of_body(head: Token, parse: Parse, known: Mapping[int, tuple[int, Known]]) -> int:
    """End of the body's name: capitalised words joined by "of" and "for", however the parser hung them.

    Args:
        head: last word of the first part, "League".
        parse: of the report.
        known: offset of the first character -> (end, what), of names that the lists have.
    """
    tokens, last = parse.tokens, head
    for _ in range(MOST_LINKS):
        at = last.i + 1
        if at >= len(tokens) or tokens[at].sent is not head.sent or tokens[at].lower not in _LINKS:
            break
        at += 2 if at + 1 < len(tokens) and tokens[at + 1].lower == "the" else 1
        end = at
        while end < len(tokens) and tokens[end].sent is head.sent and _goes_on(tokens, end, at):
            end += 1
        is_place = at < end and tokens[at].start in known
        if end == at or (is_place and head.lower not in _OF_A_PLACE):
            break
        last = tokens[end - 1]
    return last.end


def named_body(head: Token, parts: Sequence[Token], known: Mapping[int, tuple[int, Known]]) -> list[Token]:
    """The name of a body before a common noun for it: "Marrec magazine", "the Lorn Falcons network"; [] if it is none.

    Args:
        head: the noun.
        parts: its phrase from the left.
        known: offset of the first character -> (end, what), of names that the lists have.
    """
    if head.pos != "NOUN" or head.tag != "NN" or head.lower not in _TITLED | _BEHIND:
        return []
    words = [token for token in parts[:-1] if token.dep != "det" and token.lower not in ("'s", "’s")]
    local = [
        token for token in words if token.lower in ("provincial", "city", "town", "district", "regional", "municipal")
    ]
    if head.lower == "council":
        words = words if local else []
        local = local[-1:]
    own = [token for token in words if token not in local]
    is_proper = bool(own) and all(token.pos == "PROPN" and token.text[:1].isupper() for token in own)
    is_listed = any(token.start in known and known[token.start][1].kind != "city" for token in own)
    if not is_proper or is_listed or (len(own) < 2 and head.lower not in _TITLED and not local):
        return []
    return [*words, head] if local else own


def _goes_on(tokens: list[Token], k: int, first: int) -> bool:
    """Whether the word is one more of a capitalised run; "and" between two of a field: Trade and Industry."""
    if tokens[k].lower == "and" and k > first:
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        is_field = after is not None and after.tag == "NNP" and after.text[:1].isupper() and tokens[k].head.i >= first
        return is_field and after is not None and after.dep == "conj"
    return tokens[k].text[:1].isupper() and tokens[k].pos in ("PROPN", "NOUN", "ADJ")
