"""How much in view each person is where a pronoun stands: by how near and in which part of the sentence they were. Pure.

After Lappin and Leass (1994), "An algorithm for pronominal anaphora resolution", Computational Linguistics 20(4): weights
by part of sentence, halved with each sentence; the words of a pronoun's own clause excluded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from variorum.analysers.quotations import Quotation
from variorum.analysers.syntax import Token
from variorum.codes.reporting import verb
from variorum.model.marks import Mention

Seen = tuple[int, Token, Mention]
"""(sentence number, head token, resolved mention)."""
LOOK_BACK_SENTENCES = 4
"""How far a pronoun looks for whom it means."""
TIE = 0.92
"""From this share of the first one's weight on the second is as likely: nobody is guessed.

Tried on invented reports (tests/analysers/test_pronouns.py) and on tests/gold/actors; re-run `python -m benchmarks.who`.
"""
_RECENCY = 100
_SUBJECT, _OBJECT, _OWNER, _OTHER = 80, 50, 45, 40
_SAME_PART = 20
"""More for one in the same part of its sentence as the pronoun: parallel clauses go on with one subject."""
_INSIDE_WORDS = 0.6
"""What is named inside others' words is less in view than what the report tells itself."""
_SAID_BEFORE = 0.6
"""Whoever spoke in another sentence is seldom whom the next speaker speaks of; but "he added" goes on with him."""
_SPEAKS_ON = 2.0
"""Whoever spoke is likeliest to be who speaks again: “...,” she told reporters."""
_OFTEN = 0.05
"""More for each time that somebody was meant before: a report keeps to its subject."""
MOST_TIMES = 8
_SURE = 1.5
"""Whose gender is known to fit is likelier than whose is not known."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Somebody whom the pronoun can mean."""

    mention: Mention
    """The last one of them before the pronoun."""
    weight: float


def ranked(
    head: Token, seen: Sequence[Seen], quotes: Sequence[Quotation], *, sure: Callable[[str], str | None]
) -> list[Ranked]:
    """Persons whom a pronoun can mean, the most in view first.

    Args:
        head: the pronoun.
        seen: mentions of single persons that agree with it, in the order of the text.
        quotes: of the report.
        sure: actor -> gender where it is known.
    """
    reflexive = _bound(head, seen)
    if reflexive is not None:
        return [Ranked(reflexive, 1.0)]
    barred = {item[2].actors[0] for item in seen if _is_in_own_clause(item[1], head)}
    weights: dict[str, float] = {}
    last: dict[str, Mention] = {}
    times = Counter(item[2].actors[0] for item in seen)
    for number, token, mention in seen:
        back = head.sent.index - number
        actor = mention.actors[0]
        if not 0 <= back <= LOOK_BACK_SENTENCES or token.i >= head.i or actor in barred:
            continue
        weight = _weight(token, head) / 2**back
        if _quote_at(token, quotes) is not _quote_at(head, quotes) and _quote_at(token, quotes) is not None:
            weight *= _INSIDE_WORDS
        if sure(actor) is not None:
            weight *= _SURE
        if token.sent is not head.sent and _says(token) and not _says(head):
            weight *= _SAID_BEFORE
        elif token.sent is not head.sent and _says(token) and _says(head):
            weight *= _SPEAKS_ON
        weights[actor] = max(weights.get(actor, 0.0), weight) + (0.1 * weight if actor in weights else 0.0)
        last[actor] = mention
    for actor in weights:
        weights[actor] *= 1 + _OFTEN * min(times[actor] - 1, MOST_TIMES)
    order = sorted(weights, key=lambda actor: (-weights[actor], actor))
    return [Ranked(last[actor], weights[actor]) for actor in order]


def _says(token: Token) -> bool:
    """Whether the word is the subject of a verb that can stand beside a quotation: said, told; not showed."""
    known = verb(token.head.lemma) if token.dep == "nsubj" and token.head.pos == "VERB" else None
    return known is not None and "q" in known.frames


def part(token: Token) -> str:
    """The part of its sentence in which the word stands: subject, object, owner, other."""
    while token.dep in ("conj", "appos") and token.head is not token:
        token = token.head
    if token.dep in ("nsubj", "nsubjpass"):
        return "subject"
    if token.dep in ("dobj", "dative"):
        return "object"
    return "owner" if token.dep == "poss" else "other"


def _weight(token: Token, head: Token) -> float:
    base = {"subject": _SUBJECT, "object": _OBJECT, "owner": _OWNER, "other": _OTHER}[part(token)]
    parallel = _SAME_PART if part(token) == part(head) and token.sent is not head.sent else 0
    return _RECENCY + base + parallel


def _quote_at(token: Token, quotes: Sequence[Quotation]) -> Quotation | None:
    return next((quote for quote in quotes if quote.holds(token.start, token.end)), None)


def _bound(head: Token, seen: Sequence[Seen]) -> Mention | None:
    """Of "himself": the subject of its own clause."""
    if not head.lower.endswith("self"):
        return None
    verb = next((above for above in head.ancestors if above.pos in ("VERB", "AUX")), None)
    while verb is not None:
        subject = verb.child("nsubj", "nsubjpass")
        if subject is not None:
            return next((mention for _, token, mention in reversed(seen) if token is subject), None)
        verb = verb.head if verb.dep in ("xcomp", "conj", "advcl") and verb.head is not verb else None
    return None


def _is_in_own_clause(token: Token, head: Token) -> bool:
    """Whether the word is another part of the same verb: in "Torvek told him" he is not Torvek."""
    if head.dep == "poss" or token.sent is not head.sent:
        return False
    return _verb(token) is _verb(head) and token.dep != "poss" and token.i < head.i and head.dep != "conj"


def _verb(token: Token) -> Token | None:
    """The verb of which the word is a part."""
    for above in token.ancestors:
        if above.pos in ("VERB", "AUX"):
            return above
    return None
