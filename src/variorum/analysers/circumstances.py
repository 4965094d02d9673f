"""When, where and how an event is told: the circumstances of a trigger.

A planned, threatened, called-for or conditional event is never told as done.
"""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from variorum.analysers import whereabouts
from variorum.analysers.calendar import number
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.actions import Action
from variorum.codes.reporting import verb
from variorum.model.entries import Force, Statement, Status, When, Where
from variorum.model.marks import Moment
from variorum.model.reports import Report

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
_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis"})
_MAIN = frozenset({"ROOT", "conj", "ccomp"})


class Circumstances:
    """One report's moments and places, asked for a trigger at a time."""

    def __init__(self, report: Report, given: Layers) -> None:
        self.report = report
        self.given = given
        self.parse = given.parse

    def when(self, trigger: Token, kind: str = "") -> When:
        """The moment of its own clause, else of its sentence (inferred), else the report's day as a bound.

        What is said is not dated by the sentence before: an answer to an attack of April came at a time of its own.

        Args:
            trigger: word of the event.
            kind: its PLOVER type.
        """
        holding = _happened_in(trigger)
        if holding is not None:
            found = self.when(holding)
            return dataclasses.replace(found, is_inferred=True) if found.value else found
        in_sentence: list[tuple[int, Moment]] = []
        for moment in self.given.moments:
            if not trigger.sent.start <= moment.span.start < trigger.sent.end:
                continue
            if moment.value is None and moment.earliest is None and moment.clock is None and moment.precision >= 5:
                if moment.why.startswith("the report has no day"):
                    in_sentence.append((abs(moment.span.start - trigger.start), moment))
                continue
            token = self.parse.token_at(moment.span.start)
            if token is None or moment.value is None:
                continue
            if (
                _clause_of(token) is _clause_of(trigger)
                or is_day_of(token, trigger)
                or hangs_on(token, trigger)
                or whereabouts.is_held_clause(_clause_of(token), trigger)
            ):
                if _is_as_of(token):
                    why = f"told as of {moment.span.exact}: on that day or before"
                    return When(None, None, moment.latest, 5, why, moment.span, is_inferred=True)
                return _as_when(moment, inferred=moment.is_inferred)
            in_sentence.append((abs(moment.span.start - trigger.start), moment))
        undated = [moment for _, moment in sorted(in_sentence, key=lambda item: item[0]) if moment.value is None]
        dated = [moment for _, moment in sorted(in_sentence, key=lambda item: item[0]) if moment.value is not None]
        if undated:
            nearest = undated[0]
            token = self.parse.token_at(nearest.span.start)
            if token is not None and (_clause_of(token) is _clause_of(trigger) or is_day_of(token, trigger)):
                return When(None, None, self._bound(), 5, nearest.why, nearest.span)
        counted = self._days_after(trigger, dated)
        if counted is not None:
            return counted
        said = [moment for moment in dated if self._is_day_of_saying(moment, trigger)]
        dated = [moment for moment in dated if moment not in said]
        if said and not dated and said[0].latest is not None:
            why = f"not stated; not after the day on which it was said ({said[0].why})"
            return When(None, None, said[0].latest, 5, why, is_inferred=True)
        if (
            dated
            and trigger.pos in ("VERB", "AUX")
            and not _is_apart_in_time(trigger)
            and not any(self._held_by_other(moment, trigger) for moment in dated[:1])
        ):
            return _as_when(dated[0], inferred=True, why=f"{dated[0].why}; named elsewhere in the sentence")
        if not in_sentence and kind not in SPEECH_TYPES and _tells_what_was(trigger):
            before = self._day_before(trigger)
            if before is not None:
                return _as_when(before, inferred=True, why=f"{before.why}; named in the sentence before")
        published = self.report.masthead.published
        if published.latest is None:
            return When.unknown("not stated, and the report has no day")
        return When(None, None, published.latest, 5, "not stated; not after the report's day", is_inferred=True)

    def _day_before(self, trigger: Token) -> Moment | None:
        """The only day that the sentence before, in the same line, gives for what its main clause, or a like verb, tells."""
        index = trigger.sent.index
        if index == 0:
            return None
        earlier = self.parse.sentences[index - 1]
        if earlier.line != trigger.sent.line:
            return None
        days = [
            moment
            for moment in self.given.moments
            if earlier.start <= moment.span.start < earlier.end and moment.precision == 1 and moment.value is not None
        ]
        token = self.parse.token_at(days[0].span.start) if len(days) == 1 else None
        clause = _clause_of(token) if token is not None else None
        is_told_again = clause is not None and clause.lemma == trigger.lemma
        return days[0] if clause is not None and (clause.dep in _MAIN or is_told_again) else None

    def _days_after(self, trigger: Token, dated: list[Moment]) -> When | None:
        """The day of an event from which another is counted: "struck on Tuesday, two days after an attack"."""
        mark = trigger.child("mark", "prep")
        if mark is None or mark.lower not in ("after", "before"):
            mark = trigger.head if trigger.dep == "pobj" and trigger.head.lower in ("after", "before") else None
        length = (
            next((child for child in mark.children if child.dep == "npadvmod" and child.lemma in ("day", "week")), None)
            if mark is not None
            else None
        )
        count = (
            next((number(child.text) for child in length.children if child.dep == "nummod"), None)
            if length is not None
            else None
        )
        first = next((moment for moment in dated if moment.earliest and moment.earliest == moment.latest), None)
        if mark is None or length is None or count is None or first is None:
            return None
        step = timedelta(days=count * (7 if length.lemma == "week" else 1))
        base = date.fromisoformat(str(first.earliest))
        try:
            day = (base - step if mark.lower == "after" else base + step).isoformat()
        except OverflowError:
            return None
        why = f"counted: {count} {length.lower} {mark.lower} it came what is dated {first.earliest}"
        return When(day, day, day, 1, why, first.span, is_inferred=True)

    def _is_day_of_saying(self, moment: Moment, trigger: Token) -> bool:
        """Whether the day is that of a verb of saying over the trigger: "said on Tuesday that guns had killed nine"."""
        token = self.parse.token_at(moment.span.start)
        above = next((above for above in token.ancestors if above.pos in ("VERB", "AUX")), None) if token else None
        return (
            above is not None and verb(above.lemma) is not None and above is not trigger and above in trigger.ancestors
        )

    def _bound(self) -> str | None:
        return self.report.masthead.published.latest

    def _held_by_other(self, moment: Moment, trigger: Token) -> bool:
        """Whether the moment belongs to a noun or clause of its own: "the attack of 22 April"."""
        token = self.parse.token_at(moment.span.start)
        if token is None:
            return True
        for above in token.ancestors:
            if above is trigger:
                return False
            if above.pos in ("NOUN", "PROPN") and actions.of_noun(above.lemma) is not None:
                return True
            if above.dep in ("relcl", "acl"):
                return True
        return False

    def where(self, trigger: Token) -> Where | None:
        """The place under a locative of the trigger or its object; of a noun also under "of" and "on"."""
        return whereabouts.of_trigger(trigger, self.given)

    def status(self, trigger: Token, when: When, statement: Statement | None, action: Action) -> Status:
        """How it is told: as done, planned, threatened, called for, conditional or history."""
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
        participle = trigger.tag == "VBN" and trigger.dep == "acl"
        if trigger.pos in ("NOUN", "PROPN") or participle:
            status = self._status_of_noun(trigger.head if participle else trigger)
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
        if self._is_history(when):
            return Status.BACKGROUND
        if trigger.tag == "VBG" and auxiliaries & {"is", "are", "'s", "’s"}:
            return Status.ONGOING
        if trigger.tag == "VB" and not auxiliaries & {"did", "do", "does"} and trigger.dep != "ROOT":
            return Status.PLANNED
        return Status.DONE

    def _status_of_noun(self, trigger: Token) -> Status | None:
        """Nouns that are only wished for, feared or planned: "called for talks", "fears of war"."""
        above = trigger.head if trigger.dep != "pobj" else trigger.head.head
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

    def _is_history(self, when: When) -> bool:
        published = self.report.masthead.published.earliest
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


def _as_when(moment: Moment, *, inferred: bool, why: str = "") -> When:
    return When(
        moment.value, moment.earliest, moment.latest, moment.precision, why or moment.why, moment.span, inferred
    )


def _clause_of(token: Token) -> Token:
    """The verb over this word that heads its clause, or the root."""
    while token.head is not token and not (token.pos in ("VERB", "AUX") and token.dep in (*_CLAUSE, "ROOT", "xcomp")):
        token = token.head
    return token


def is_day_of(day: Token, trigger: Token) -> bool:
    """Whether the word's clause says what came on that day: "on Saturday, when Kestria shelled Valdora"."""
    clause = _clause_of(trigger)
    return clause.dep == "relcl" and clause.head is day and any(child.lower == "when" for child in clause.children)


def _happened_in(trigger: Token) -> Token | None:
    """The event in whose course it came: "a war in 1998, in which 3,000 people were killed"."""
    clause = _clause_of(trigger)
    if clause.dep != "relcl" or actions.of_noun(clause.head.lemma) is None:
        return None
    opening = clause.child("prep")
    below = opening.child("pobj") if opening is not None and opening.lower in ("in", "during") else None
    return clause.head if below is not None and below.tag == "WDT" else None


def _is_as_of(day: Token) -> bool:
    """Whether the day is that of a count, not of what is counted: "as of Wednesday"."""
    return day.dep == "pobj" and day.head.lower == "of" and day.head.head.lower == "as"


def _tells_what_was(trigger: Token) -> bool:
    """Whether the word is a verb in the past, neither possible nor demanded."""
    if trigger.pos not in ("VERB", "AUX") or trigger.tag not in ("VBD", "VBN"):
        return False
    return not any(child.tag == "MD" or child.lower == "if" for child in (*trigger.children, *trigger.head.children))


def _is_apart_in_time(trigger: Token) -> bool:
    """Whether the event is told as before or after the one its sentence dates."""
    if any(
        child.dep == "mark" and child.lower in ("after", "before", "since", "following", "until")
        for child in trigger.children
    ):
        return True
    token = trigger
    while token.head is not token and token.dep not in ("ROOT", "conj"):
        if token.dep in ("relcl", "acl") or (
            token.dep in ("pobj", "pcomp") and token.head.lower in ("after", "before", "since", "following", "despite")
        ):
            return True
        token = token.head
    return False


def hangs_on(token: Token, word: Token) -> bool:
    """Whether the word is over the token and no other verb is between them."""
    for above in token.ancestors:
        if above is word:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False
