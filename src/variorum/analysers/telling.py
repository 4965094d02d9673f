"""How an event is told: as done, planned, threatened, called for, conditional or history; or as what was not. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from variorum.analysers.syntax import Token
from variorum.codes.actions import Action
from variorum.model.entries import Force, Statement, Status, When

BACKGROUND_DAYS = 180
"""An event dated so long before the report is told as history."""
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MAYBE = frozenset({"would", "could", "might", "may", "can", "should", "must"})
_PLANNING = frozenset(
    "plan intend agree vow promise pledge offer prepare decide want hope seek aim expect schedule need ready commit try"
    " consider willing unwilling refuse decline fail".split()
)
_CALLING = frozenset(
    "urge ask call demand order request appeal tell press want encourage invite beg recommend advise".split()
)
SPEECH_TYPES = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
_CALLS = frozenset({"demand", "call", "request", "appeal", "wish"})
_AIMING = frozenset({"aim", "plan", "threat", "hope", "idea", "intention"})
_AVERTING = frozenset("prevent avert foil thwart".split())
"""What was averted did not take place; repelled attacks did."""
_NOBODY = frozenset({"nobody", "none", "neither", "no-one", "nothing"})


def status_of(trigger: Token, when: When, statement: Statement | None, action: Action, published: str | None) -> Status:
    """How it is told.

    Args:
        trigger: word of the event.
        when: its day.
        statement: the one it stands in.
        action: what it does.
        published: first day on which the report may have been published.
    """
    auxiliaries = {child.lower for child in trigger.children if child.dep == "aux"}
    above = trigger.head
    if trigger.dep in ("xcomp", "ccomp", "advcl", "acl", "pcomp") and "to" in auxiliaries | {
        child.lower for child in trigger.lefts[:1]
    }:
        if above.lemma == "threaten":
            return Status.THREATENED
        if above.lemma in _CALLING:
            return Status.CALLED_FOR
        if above.lemma in _PLANNING or (
            trigger.tag == "VB" and above.lemma not in ("begin", "continue", "start", "manage", "have")
        ):
            return Status.PLANNED
    if is_supposed(trigger):
        return Status.CONDITIONAL
    if trigger.dep == "pcomp" and trigger.head.head.lemma in _AIMING:
        return Status.PLANNED  # "a campaign aimed at retaking the town"
    listed = trigger.head.child("nsubj") if trigger.head.lemma == "include" and trigger.tag == "VBG" else None
    if listed is not None and listed.lemma in _CALLS:
        return Status.CALLED_FOR
    participle = trigger.tag == "VBN" and trigger.dep == "acl"
    if trigger.pos in ("NOUN", "PROPN") or participle:
        status = _status_of_noun(trigger.head if participle else trigger)
        if status is not None:
            return status
    if auxiliaries & FUTURE:
        return Status.PLANNED
    if auxiliaries & {"should", "must"}:
        return Status.CALLED_FOR
    if auxiliaries & _MAYBE:
        return Status.CONDITIONAL
    if (
        statement is not None
        and action.plover not in SPEECH_TYPES
        and trigger.tag == "VB"
        and statement.force is Force.DEMANDS
    ):
        return Status.CALLED_FOR
    if statement is not None and statement.force is Force.THREATENS and trigger.tag in ("VB", "VBG", "NN"):
        return Status.THREATENED
    if _is_history(when, published):
        return Status.BACKGROUND
    if trigger.tag == "VBG" and auxiliaries & {"is", "are", "'s", "’s"}:
        return Status.ONGOING
    if trigger.tag == "VB" and not auxiliaries & {"did", "do", "does"} and trigger.dep != "ROOT":
        return Status.PLANNED
    return Status.DONE


def _status_of_noun(trigger: Token) -> Status | None:
    """Nouns that are only wished for, feared or planned: "called for talks", "fears of war"."""
    above = trigger.head if trigger.dep != "pobj" else trigger.head.head
    listed = above.child("nsubj") if above.lemma in ("include", "contain", "be") and trigger.dep != "nsubj" else None
    if listed is not None and listed.lemma in _CALLS:
        return Status.CALLED_FOR  # "their demands include an inquiry"
    if above.lemma in _CALLING and trigger.dep in ("dobj", "pobj"):
        return Status.CALLED_FOR
    if above.lemma in ("threaten", "threat"):
        return Status.THREATENED
    if above.lemma in (
        "plan",
        "prepare",
        "schedule",
        "propose",
        "fear",
        "risk",
        "possibility",
        "potential",
        "avoid",
        "prevent",
        "avert",
    ):
        return Status.PLANNED if above.lemma in ("plan", "prepare", "schedule", "propose") else Status.CONDITIONAL
    if any(
        child.lower in ("further", "future", "possible", "potential", "planned", "likely", "any")
        for child in trigger.lefts
    ):
        return Status.CONDITIONAL
    return None


def _is_history(when: When, published: str | None) -> bool:
    if when.latest is None or published is None:
        return False
    try:
        return date.fromisoformat(when.latest) < date.fromisoformat(published) - timedelta(days=BACKGROUND_DAYS)
    except (ValueError, OverflowError):
        return False


def is_supposed(trigger: Token) -> bool:
    """Whether the verb's clause is a condition: "if the guns fire", "had Kestria fired"."""
    if any(child.dep == "mark" and child.lower in ("if", "unless") for child in trigger.children):
        return True
    first = next(iter(trigger.children), None)
    subject = trigger.child("nsubj", "nsubjpass")
    opens = first is not None and first.dep == "aux" and first.lower in ("had", "should", "were")
    return (
        opens
        and subject is not None
        and first is not None
        and subject.i > first.i
        and trigger.dep in ("advcl", "ccomp")
    )


def is_not_so(trigger: Token) -> bool:
    """Whether the words say that it did not take place: "no attack", "attacks were not reported", "nobody was killed"."""
    own = (child for child in trigger.children if child.dep in ("nsubj", "nsubjpass", "dobj"))
    if any(word.lower in _NOBODY or any(no.lower == "no" for no in word.lefts) for word in own):
        return True
    if trigger.pos not in ("NOUN", "PROPN"):
        return False
    if any(child.dep == "neg" or child.lower == "no" for child in trigger.lefts):
        return True
    above = trigger.head
    if above.pos not in ("VERB", "AUX") or trigger.dep not in ("nsubj", "nsubjpass", "attr", "dobj"):
        return False
    is_prevented = above.lemma in _AVERTING and trigger.dep in ("nsubjpass", "dobj")
    is_negated = any(child.dep == "neg" for child in above.children)
    return (is_negated and (trigger.dep != "nsubj" or above.lemma == "be")) or (is_prevented and above.tag in _PAST)


_PAST = frozenset({"VBD", "VBN"})
