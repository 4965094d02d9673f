"""The clause that is said, wherever the parser hung it. Pure functions over tokens."""

from __future__ import annotations

from variorum.analysers.speakers import SUBJECTS, is_asked
from variorum.analysers.syntax import Token
from variorum.codes.reporting import Reporting, noun, verb

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD"})


TELLING = frozenset({"tell", "inform", "assure", "remind", "notify", "convince", "warn", "advise", "caution"})
"""Verbs whose object is the one addressed."""


def complement_of(cue: Token, known: Reporting) -> Token | None:
    """The clause that is said.

    A sentence of its own before a semicolon is not; a clause that the parser hung on the one addressed or on a noun
    between is ("told deputies that", "claimed without evidence that"); one behind a cue put in belongs to the verb before.
    """
    for child in cue.children:
        if child.dep == "ccomp" and not _is_question_of(child, known) and not _is_set_off(child, cue):
            if is_tacked_on(child):
                return child.child("ccomp")
            return None if _is_lent(child, cue) else child
    lent = next((word.child("ccomp") for word in cue.children_by("parataxis") if _lends(word)), None)
    if lent is not None:
        return lent
    for way in cue.rights:
        between = way.child("pobj") if way.dep == "prep" else way if way.dep in ("dobj", "dative") else None
        if between is None or noun(between.lemma) is not None or (way.dep != "prep" and known.lemma not in TELLING):
            continue
        hung = next((child for child in between.rights if child.dep in ("acl", "ccomp") and has_that(child)), None)
        if hung is not None and between.lemma not in _CONTENT_NOUNS:
            return hung
    return None


_CONTENT_NOUNS = frozenset({"fact", "idea", "view", "belief", "hope", "fear", "news", "reason", "way", "day", "time"})
"""Nouns that take a that-clause of their own."""


def has_that(clause_head: Token) -> bool:
    """Whether "that" opens the clause."""
    return any(child.dep == "mark" and child.lower == "that" for child in clause_head.lefts)


def _is_set_off(child: Token, cue: Token) -> bool:
    """Whether a semicolon stands between the clause and the verb, or the clause tells what was asked of its subject."""
    if child.i > cue.i:
        return False
    if is_asked(child):
        return True
    return any(token.text == ";" for token in cue.sent.parse.tokens[child.i : cue.i])


def _is_question_of(child: Token, known: Reporting) -> bool:
    return known.lemma in ("find", "show", "hold", "feel") and child.tag not in _FINITE


def _lends(cue: Token) -> bool:
    """Whether the clause behind a cue put in goes on with the verb before: "told us, two aides said, that ..."."""
    if cue.dep != "parataxis" or cue.head.i > cue.i or verb(cue.head.lemma) is None:
        return False
    tokens = cue.sent.parse.tokens[cue.i + 1 : cue.i + 3]
    return [token.lower for token in tokens] == [",", "that"] and cue.head.child("ccomp") is None


def _is_lent(child: Token, cue: Token) -> bool:
    return child.i > cue.i and _lends(cue)


def side_by_side(first: Token, cue: Token) -> list[Token]:
    """Clauses after the first, before the verb: "One was killed and two were wounded, the clinic said"."""
    found: list[Token] = []
    end = first.i
    for child in cue.lefts:
        subject = child.child(*SUBJECTS, "nsubjpass")
        if child.dep != "ccomp" or child.i <= end or subject is None or _is_set_off(child, cue):
            continue
        found += [*cue.sent.parse.tokens[first.subtree[-1].i + 1 : child.subtree[0].i], *child.subtree]
        end = child.i
    return found


def after_bare_relative(cue: Token) -> list[Token]:
    """What follows in "rifles they claimed had been smuggled", where the noun before is the subject of what is said."""
    if cue.dep != "relcl" or cue.head.i > cue.i or cue.child("dobj", "ccomp", "xcomp") is not None:
        return []
    after = cue.sent.parse.tokens[cue.i + 1 : cue.i + 2]
    if not after or after[0].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return []
    told = after[0].head if after[0].dep in ("aux", "auxpass") else after[0]
    if told.sent is not cue.sent or any(child.dep in SUBJECTS for child in told.children):
        return []
    return [
        token for token in told.subtree if token.i > cue.i and not (token.pos == "PUNCT" and token.head is not told)
    ]


def is_tacked_on(cue: Token) -> bool:
    """Whether the verb closes its sentence after a comma, behind what another is said to have said.

    The parser may have hung what was said on it: "The envoy said the talks were over, the Standard writes".
    """
    subject, tokens = cue.child("nsubj"), cue.sent.parse.tokens
    if cue.dep != "ccomp" or subject is None or cue.head.i > cue.i or verb(cue.head.lemma) is None:
        return False
    if cue.lemma not in _TACKED_ON or tokens[subject.subtree[0].i - 1].text != ",":
        return False
    return all(token.pos == "PUNCT" or token.dep in _TIMES for token in tokens[cue.i + 1 : cue.sent.tokens[-1].i + 1])


_TACKED_ON = frozenset({"report", "say", "write"})


_TIMES = frozenset({"prep", "pobj", "npadvmod", "det"})
"""What may stand behind the verb: "reported on Friday"."""
