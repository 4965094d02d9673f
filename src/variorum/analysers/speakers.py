"""Who speaks: the subject of a verb of saying, and the words that name it. Pure functions over tokens."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes.reporting import DOCUMENTS, NOT_SPEAKERS, verb
from variorum.codes.roles import can_act, is_person
from variorum.model.spans import Span

SUBJECTS = ("nsubj", "csubj")
_CLAUSE_PARTS = frozenset({"relcl", "acl", "advcl", "parataxis"})
_NO_ONE = frozenset({"nobody", "none", "neither", "no-one"})
GOING_ON = frozenset("say add continue note stress state report announce confirm claim deny warn".split())
"""Verbs whose "it" is someone who spoke before, if anyone can be (`samespeaker`): "it added that"."""
_PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT"})


def can_speak(token: Token, given: Layers, *, loosely: bool) -> bool:
    """Whether these words can be a speaker: a person, body, role, document, pronoun; loosely, any noun but a few."""
    if token.tag in _PRONOUN_TAGS or token.pos == "PRON":
        if token.lower in ("it", "this", "that", "these", "those", "which"):
            mention = given.mention_at(token.start)
            is_meant = mention is not None and (bool(mention.actors) or mention.name.lower() not in ("", token.lower))
            goes_on = token.lower == "it" and token.dep == "nsubj" and token.head.lemma in GOING_ON
            return is_meant or goes_on
        return token.lower not in NOT_SPEAKERS
    mention = given.mention_at(token.start)
    if mention is not None and (mention.actors or mention.role or mention.introduces):
        return True
    if token.lower in DOCUMENTS or token.lemma in DOCUMENTS or can_act(token.lower):
        return True
    if token.pos == "PROPN" or (token.tag in ("NN", "NNS") and is_person(token.lemma)):
        return True
    return loosely and token.pos == "NOUN" and token.lower not in NOT_SPEAKERS


def is_asked(cue: Token) -> bool:
    """Whether the verb tells, between commas, what was put to the subject of the verb behind it.

    "The ministry, asked for a reply, said": the parser took the ministry for the one who asked.
    """
    subject, above = cue.child("nsubj"), cue.head
    if cue.tag not in ("VBD", "VBN") or cue.dep not in ("ccomp", "advcl") or subject is None or above.i < cue.i:
        return False
    tokens = cue.sent.parse.tokens
    end = cue.subtree[-1]
    is_between = tokens[cue.i - 1].text == "," and (end.text == "," or tokens[end.i + 1].text == ",")
    return is_between and subject.i < cue.i - 1 and above.child("nsubj", "nsubjpass") is None


def subject_of(cue: Token) -> Token | None:
    """The subject of a verb: its own, the noun a relative clause hangs on, or that of the verb it is coordinated with."""
    current = cue
    for _ in range(4):
        own = [child for child in current.children if child.dep in SUBJECTS]
        if own:
            inverted = next((child for child in own if is_put_in(current) and child.i > current.i), None)
            subject = inverted or (own[-1] if own[-1].i < current.i else own[0])
            if subject.tag in ("WDT", "WP") and current.dep == "relcl":
                return _meant_by_relative(current)
            if subject.tag in ("WDT", "WP") and subject.lower in ("what", "whatever"):
                return None
            return subject
        if current.dep == "conj" and current.head.pos in ("VERB", "AUX"):
            current = current.head
        elif (
            current.dep in ("advcl", "xcomp", "ccomp")
            and current.tag in ("VBG", "VB")
            and current.head.pos in ("VERB", "AUX")
        ):
            if current.dep == "xcomp":
                target = current.head.child("dobj")
                if target is not None and current.head.lemma not in (
                    "want",
                    "try",
                    "begin",
                    "start",
                    "continue",
                    "refuse",
                    "decline",
                ):
                    return target
            current = current.head
        elif (asked := next((child for child in current.lefts if is_asked(child)), None)) is not None:
            return asked.child("nsubj")
        elif current.dep == "acl" and current.tag == "VBG":
            return current.head
        elif current.dep == "pcomp" and current.head.dep == "prep" and current.head.head.pos in ("VERB", "AUX"):
            current = current.head.head
        else:
            return None
    return None


def _meant_by_relative(verb_of_clause: Token) -> Token:
    """The noun a relative clause is about; where its verb is plural, the list's own noun rather than its last member."""
    finite = verb_of_clause.child("aux", "auxpass") or verb_of_clause
    noun = verb_of_clause.head
    if finite.tag != "VBP" or noun.tag not in ("NN", "NNP"):
        return noun
    above = noun
    while above.dep in ("conj", "pobj", "prep", "appos") and above.head.pos in ("NOUN", "PROPN", "ADP", "VERB"):
        above = above.head
        if above.tag in ("NNS", "NNPS"):
            return above
    return noun


def is_put_in(cue: Token) -> bool:
    """Whether the verb follows a comma and its subject follows it: "The bridge, said the mayor, is closed"."""
    before = cue.sent.parse.tokens[cue.i - 1] if cue.i > cue.sent.tokens[0].i else None
    return before is not None and before.text == ","


def passive_agent(cue: Token) -> Token | None:
    """The one by whom, in the passive."""
    agent = cue.child("agent")
    return agent.child("pobj") if agent is not None else None


def is_passive(cue: Token) -> bool:
    """Whether the verb is in the passive."""
    return any(child.dep in ("auxpass", "nsubjpass") for child in cue.children)


def is_negated(cue: Token) -> bool:
    """Whether the saying itself is denied or has not happened: did not say, declined to say, would not say."""
    if any(child.dep == "neg" for child in cue.children):
        return True
    subject = cue.child("nsubj")
    if subject is not None and (subject.lower in _NO_ONE or any(child.lower == "no" for child in subject.lefts)):
        return True  # "nobody told us", "no official said"
    return cue.dep == "xcomp" and cue.head.lemma in ("decline", "refuse", "fail", "stop", "avoid")


def is_of_outer_speaker(cue: Token) -> bool:
    """Whether a verb of saying coordinated with what is said belongs to who says it.

    "He said that Kestria bore the blame and accused its army": he accuses. The tense is that of the outer verb, no
    subject of its own stands before it, and the verb it is coordinated with is no verb of saying itself.
    """
    if cue.dep != "conj" or cue.child("nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return False
    top = cue.head
    while top.dep == "conj" and top.head is not top:
        top = top.head
    above = top.head
    if top.dep != "ccomp" or verb(top.lemma) is not None or verb(above.lemma) is None:
        return False
    if above.i > cue.i:
        return False  # "she rang him and urged calm, her office said": what comes before its cue is all said
    return cue.tag == above.tag and cue.tag in ("VBD", "VBZ", "VBP")


def outer_speaker(cue: Token) -> Token | None:
    """The speaker of the verb of saying over the clause that the parser coordinated the cue with."""
    for above in cue.ancestors:
        if (
            above.pos in ("VERB", "AUX")
            and above.dep != "conj"
            and verb(above.lemma) is not None
            and above is not cue.head
        ):
            return subject_of(above)
    return None


def speaker_span(head: Token, given: Layers) -> Span:
    """The speaker's words: the noun phrase, relative and participial clauses left out."""
    tokens = [token for token in head.subtree if not is_below_clause(token, head)]
    first, last = _around(tokens, head)
    while last.i > head.i and (last.pos in ("PUNCT", "CCONJ", "ADP") or last.dep == "punct"):
        last = given.parse.tokens[last.i - 1]
    while first.i < head.i and (first.pos in ("PUNCT", "CCONJ", "ADV") and first.lower != "so"):
        first = given.parse.tokens[first.i + 1]
    return given.parse.span(first.start, last.end)


def is_below_clause(token: Token, head: Token) -> bool:
    """Whether a relative or participial clause lies between the token and the head it hangs below."""
    while token is not head:
        if token.dep in _CLAUSE_PARTS:
            return True
        token = token.head
    return False


def _around(tokens: Sequence[Token], head: Token) -> tuple[Token, Token]:
    """First and last token of the unbroken run that holds the head."""
    places = {token.i: token for token in tokens}
    first = last = head
    while first.i - 1 in places:
        first = places[first.i - 1]
    while last.i + 1 in places:
        last = places[last.i + 1]
    return first, last
