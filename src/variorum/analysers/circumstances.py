"""When and where an event took place, as told: the circumstances of a trigger."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from variorum.analysers import scene, whereabouts
from variorum.analysers.calendar import Days, number
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.analysers.telling import SPEECH_TYPES
from variorum.codes import actions
from variorum.codes.reporting import verb
from variorum.model.entries import When, Where
from variorum.model.marks import Moment
from variorum.model.reports import Report

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
        if trigger.dep == "acl" and actions.of_noun(trigger.head.lemma) is not None:
            found = self.when(trigger.head, kind)  # "an attack targeting a wedding"
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
            if _is_of_noun_between(token, trigger):
                in_sentence.append((abs(moment.span.start - trigger.start), moment))
                continue
            if (
                _clause_of(token) is _clause_of(trigger)
                or is_day_of(token, trigger)
                or hangs_on(token, trigger)
                or whereabouts.is_held_clause(_clause_of(token), trigger)
                or _is_day_of_what_acts(token, trigger)
                or _is_began_since(token, trigger)
            ):
                if moment.earliest is not None and _is_since(token, trigger):
                    return self._since(moment)
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
            day = self.parse.token_at(dated[0].span.start)
            if day is not None and dated[0].earliest is not None and _is_since(day, trigger):
                return dataclasses.replace(self._since(dated[0]), is_inferred=True)
            return _as_when(dated[0], inferred=True, why=f"{dated[0].why}; named elsewhere in the sentence")
        if not in_sentence and kind not in SPEECH_TYPES and _tells_what_was(trigger):
            before = self._day_before(trigger)
            if before is not None:
                return _as_when(before, inferred=True, why=f"{before.why}; named in the sentence before")
        published = self.report.masthead.published
        if published.latest is None:
            return When.unknown("not stated, and the report has no day")
        return When(None, None, published.latest, 5, "not stated; not after the report's day", is_inferred=True)

    def _since(self, moment: Moment) -> When:
        """From that day to the report's: "have shelled it since Tuesday"."""
        first = date.fromisoformat(str(moment.earliest))
        bound = self._bound()
        last = date.fromisoformat(bound) if bound is not None and bound >= first.isoformat() else None
        days = Days(first, last)
        why = f"since {moment.span.exact}: from then to the report's day ({moment.why})"
        end = last.isoformat() if last is not None else None
        return When(days.value, moment.earliest, end, days.precision, why, moment.span, is_inferred=moment.is_inferred)

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

    def where(self, trigger: Token, kind: str = "") -> Where | None:
        """The place that the words of its clause tell, or None."""
        return scene.of_trigger(trigger, self.given, kind)


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


def _is_day_of_what_acts(day: Token, verb: Token) -> bool:
    """Whether it is the day of the act that is the verb's subject: "a strike launched on Thursday killed nine"."""
    subject = verb.child("nsubj") if verb.pos == "VERB" else None
    if subject is None or actions.of_noun(subject.lemma) is None:
        return False
    return hangs_on(day, subject) or whereabouts.is_held_clause(_clause_of(day), subject)


def _is_of_noun_between(day: Token, trigger: Token) -> bool:
    """Whether the day is that of another deed, which hangs on the trigger: "an inquiry into the violence of 12 June"."""
    if trigger.pos not in ("NOUN", "PROPN"):
        return False
    for above in day.ancestors:
        if above is trigger:
            return False
        if above.pos == "NOUN" and actions.of_noun(above.lemma) is not None:
            return trigger in above.ancestors
    return False


def _is_began_since(day: Token, trigger: Token) -> bool:
    """Whether it dates the clause after "since" that hangs on the trigger: "have been held since the siege began in June"."""
    clause = _clause_of(day)
    opens = any(child.lower == "since" and child.dep == "mark" for child in clause.children)
    return opens and clause.dep == "advcl" and clause.head is trigger


def _is_since(day: Token, trigger: Token) -> bool:
    """Whether it is the day from which the trigger went on: "since Tuesday", "since the war began in June"."""
    for above in (day, *day.ancestors):
        if above is trigger:
            return False
        if above.lower == "since" or any(child.lower == "since" and child.dep == "mark" for child in above.children):
            return True
    return False


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
