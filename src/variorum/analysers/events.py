"""Who did what to whom, when and where, as told: the step `events`.

Verbs and event nouns of the action list, with their arguments. Attribution is peeled off first: what a statement says
carries the statement's id, and the saying itself is an event only where it does something (accuses, threatens, asks).
A planned, threatened, called-for or conditional event is never told as done; what did not happen is no event.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date, timedelta

from variorum.analysers import arguments, contents
from variorum.analysers.calendar import number
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.actions import Action
from variorum.crisis import Crisis
from variorum.model.entries import Event, Force, Party, Statement, Status, When, Where
from variorum.model.marks import MentionKind, Moment
from variorum.model.reports import LineLabel, Report
from variorum.model.spans import Span

BACKGROUND_DAYS = 180
"""An event dated so long before the report is told as history."""
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MAYBE = frozenset({"would", "could", "might", "may", "can", "should", "must"})
_PLANNING = frozenset(
    "plan intend agree vow promise pledge offer prepare decide want hope seek aim expect schedule need ready commit try consider".split()
)
_CALLING = frozenset(
    "urge ask call demand order request appeal tell press want encourage invite beg recommend advise".split()
)
_SPEECH_TYPES = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis"})
SAME_EVENT_SENTENCES = 3
"""How far back "the meeting" looks for the one it means."""
_OTHER_CLAUSES = frozenset({"advcl", "relcl", "parataxis", "ccomp"})
NOUN_CONFIDENCE, BARE_CONFIDENCE = 0.7, 0.4


class EventRules:
    """Analyser `events.rules`."""

    name = "events"
    version = "rules/1"
    requires = frozenset({"resolved", "moments", "quantities", "statements"})
    provides = frozenset({"events"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Event]:
        """Every event told, one for each trigger."""
        del crisis
        return _Reading(report, given).events()


class _Reading:
    def __init__(self, report: Report, given: Layers) -> None:
        self.report = report
        self.given = given
        self.parse = given.parse
        self.skipped = frozenset(
            line.start for line in report.lines if line.label in (LineLabel.CAPTION, LineLabel.SUBHEADING)
        )
        self.contents = sorted(
            ((span.start, span.end, statement) for statement in given.statements for span in statement.content),
            key=lambda item: (item[1] - item[0], item[0]),
        )
        self.cues = {
            statement.cue.start: statement.speaker
            for statement in given.statements
            if statement.cue is not None and statement.speaker is not None
        }
        """Where a verb of saying stands -> who says it."""
        self.covered: set[int] = set()
        """Nouns that a light verb already stands for."""

    def events(self) -> list[Event]:
        found: list[Event] = []
        with_verb: set[int] = set()
        for token in self.parse.tokens:
            if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound", "aux", "auxpass"):
                event = self._verbal(token)
                if event is not None:
                    found.append(event)
                    with_verb.add(token.sent.index)
        for token in self.parse.tokens:
            if (
                token.pos in ("NOUN", "PROPN")
                and token.i not in self.covered
                and token.dep not in ("compound", "nmod", "amod")
            ):
                event = self._nominal(token, is_only=token.sent.index not in with_verb)
                if event is not None and not self._told_before(token, event, found):
                    found.append(event)
        return found

    def _told_before(self, token: Token, event: Event, found: list[Event]) -> bool:
        """Whether "the meeting" only says when and where the one just told took place; gives that one its day."""
        definite = any(child.lower in ("the", "this", "that") for child in token.lefts)
        if not definite or event.sources or event.targets or event.when.value is None or event.when.precision != 1:
            return False
        for k in range(len(found) - 1, -1, -1):
            earlier = found[k]
            trigger = self.parse.token_at(earlier.trigger.start)
            if trigger is None or not 0 <= token.sent.index - trigger.sent.index <= SAME_EVENT_SENTENCES:
                continue
            if (
                earlier.plover == event.plover
                and earlier.sources
                and earlier.when.value is None
                and trigger.i < token.i
            ):
                when = dataclasses.replace(
                    event.when, is_inferred=True, why=f"{event.when.why}; said of “{event.trigger.exact}”"
                )
                found[k] = dataclasses.replace(earlier, when=when, where=earlier.where or event.where)
                return True
        return False

    def _verbal(self, trigger: Token) -> Event | None:
        readings = actions.of_verb(trigger.lemma)
        if not readings or any(child.dep == "neg" for child in trigger.children):
            return None
        action = next((reading for reading in readings if self._suits(trigger, reading)), None)
        if action is None:
            return None
        thing = trigger.child("dobj") or trigger.child("nsubjpass")
        if thing is not None and (action.objects or trigger.lemma in ("have", "hold")):
            self.covered.add(thing.i)
            named = actions.of_noun(thing.lemma)
            if named is not None and named.plover == action.plover and thing.lemma in action.objects:
                action = Action(named.plover, named.mode, named.cameo, is_reciprocal=action.is_reciprocal)
        reciprocal = action.is_reciprocal
        sources, targets = arguments.of_verb(trigger, self.given, action.prepositions, reciprocal=reciprocal)
        speaker = self.cues.get(trigger.start)
        if speaker is not None and action.plover in _SPEECH_TYPES:
            sources = (speaker,)
            targets = tuple(party for party in targets if party.actors != speaker.actors or not party.actors)
        if not sources and not targets:
            return None
        if reciprocal and len(sources) < 2 and len(sources[0].actors) < 2:
            reciprocal = False
        return self._event(trigger, action, sources, targets, reciprocal=reciprocal, confidence=1.0, rule="verb")

    def _suits(self, trigger: Token, action: Action) -> bool:
        thing = trigger.child("dobj") or trigger.child("nsubjpass")
        particles = {child.lower for child in trigger.children if child.dep in ("prt", "advmod", "prep")}
        thing_words = {thing.lemma, thing.lower} if thing is not None else set()
        if action.barred and (thing_words | particles) & action.barred:
            return False
        if action.objects and not (thing_words | particles) & action.objects:
            return False
        if action.prepositions and not any(
            child.lower in action.prepositions for child in trigger.children if child.dep in ("prep", "dative")
        ):
            return False
        if action.infinitives:
            infinitive = trigger.child("xcomp", "ccomp")
            if infinitive is None or infinitive.lemma not in action.infinitives:
                return False
        if action.wants in ("person", "actor"):
            mention = self.given.mention_at(thing.start) if thing is not None else None
            if mention is None or (action.wants == "actor" and not mention.actors and not mention.role):
                return False
        if action.wants == "none" and thing is not None:
            return False
        if action.wants == "thing" and thing is not None and self.given.mention_at(thing.start) is not None:
            return False
        if action.wants == "visit":
            goal = arguments.below_preposition(trigger, ("in", "to", "at", "for"), self.given)
            mention = self.given.mention_at(goal.start) if goal is not None else None
            subject = trigger.child("nsubj")
            who = self.given.mention_at(subject.start) if subject is not None else None
            return (
                mention is not None
                and mention.country is not None
                and who is not None
                and who.role in ("GOV", "MIL", "LEG", "IGO")
            )
        return True

    def _nominal(self, trigger: Token, *, is_only: bool) -> Event | None:
        action = actions.of_noun(trigger.lemma)
        if action is None or any(child.dep == "neg" or child.lower == "no" for child in trigger.lefts):
            return None
        sources, targets, reciprocal = arguments.of_noun(trigger, self.given)
        under = [prep.child("pobj") for prep in arguments.following_prepositions(trigger)]
        dated = any(trigger in token.ancestors or token in under for token in self._moment_tokens(trigger))
        placed = self._where(trigger) is not None
        if not sources and not targets and not dated and not placed:
            if not (is_only and trigger.dep in ("nsubj", "dobj", "nsubjpass", "ROOT")):
                return None
            return self._event(trigger, action, (), (), reciprocal=False, confidence=BARE_CONFIDENCE, rule="bare noun")
        if reciprocal and len(sources) < 2 and not (sources and len(sources[0].actors) > 1):
            reciprocal = False
        return self._event(
            trigger, action, sources, targets, reciprocal=reciprocal, confidence=NOUN_CONFIDENCE, rule="noun"
        )

    def _moment_tokens(self, trigger: Token) -> list[Token]:
        found = []
        for moment in self.given.moments:
            if trigger.sent.start <= moment.span.start < trigger.sent.end:
                token = self.parse.token_at(moment.span.start)
                if token is not None:
                    found.append(token)
        return found

    def _event(
        self,
        trigger: Token,
        action: Action,
        sources: tuple[Party, ...],
        targets: tuple[Party, ...],
        *,
        reciprocal: bool,
        confidence: float,
        rule: str,
    ) -> Event:
        when = self._when(trigger)
        statement = self._within(trigger)
        return Event(
            Event.address(self.report.id, trigger.start),
            self.report.id,
            self.parse.span(trigger.start, trigger.end),
            sources,
            targets,
            reciprocal,
            action.plover,
            action.mode,
            action.cameo,
            self._where(trigger),
            when,
            self._status(trigger, when, statement, action),
            statement.id if statement is not None else None,
            (self._clause_words(trigger),),
            confidence,
            rule,
        )

    def _clause_words(self, trigger: Token) -> Span:
        """The words of its own clause around the trigger, without other clauses beside and below it."""
        own = [trigger]
        waiting = [trigger]
        while waiting:
            for child in waiting.pop().children:
                if child.dep not in _OTHER_CLAUSES and not (child.dep == "conj" and child.pos in ("VERB", "AUX")):
                    own.append(child)
                    waiting.append(child)
        pieces = contents.pieces(own, self.given)
        return next((piece for piece in pieces if piece.start <= trigger.start < piece.end), trigger.sent.span())

    def _within(self, trigger: Token) -> Statement | None:
        """The innermost statement that says it."""
        for start, end, statement in self.contents:
            if start <= trigger.start < end and (
                statement.cue is None or not statement.cue.start <= trigger.start < statement.cue.end
            ):
                return statement
        return None

    def _when(self, trigger: Token) -> When:
        """The moment of its own clause, else of its sentence (inferred), else the report's day as a bound."""
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
            if _clause_of(token) is _clause_of(trigger) or (
                trigger in token.ancestors and _only_between(token, trigger)
            ):
                return _as_when(moment, inferred=moment.is_inferred)
            in_sentence.append((abs(moment.span.start - trigger.start), moment))
        undated = [moment for _, moment in sorted(in_sentence, key=lambda item: item[0]) if moment.value is None]
        dated = [moment for _, moment in sorted(in_sentence, key=lambda item: item[0]) if moment.value is not None]
        if undated:
            nearest = undated[0]
            token = self.parse.token_at(nearest.span.start)
            if token is not None and _clause_of(token) is _clause_of(trigger):
                return When(None, None, self._bound(), 5, nearest.why, nearest.span)
        counted = self._days_after(trigger, dated)
        if counted is not None:
            return counted
        if (
            dated
            and trigger.pos in ("VERB", "AUX")
            and not _is_apart_in_time(trigger)
            and not any(self._held_by_other(moment, trigger) for moment in dated[:1])
        ):
            return _as_when(dated[0], inferred=True, why=f"{dated[0].why}; named elsewhere in the sentence")
        if not in_sentence and trigger.pos in ("VERB", "AUX"):
            before = self._day_before(trigger)
            if before is not None:
                return _as_when(before, inferred=True, why=f"{before.why}; named in the sentence before")
        published = self.report.masthead.published
        if published.latest is None:
            return When.unknown("not stated, and the report has no day")
        return When(None, None, published.latest, 5, "not stated; not after the report's day", is_inferred=True)

    def _day_before(self, trigger: Token) -> Moment | None:
        """The only day that the sentence before, in the same line, gives for what is told."""
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
        return days[0] if len(days) == 1 else None

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

    def _where(self, trigger: Token) -> Where | None:
        """The place under a locative of the trigger or its object."""
        heads = [trigger, *(child for child in trigger.children if child.dep in ("dobj", "nsubjpass"))]
        for head in heads:
            for child in head.children:
                if child.dep == "prep" and child.lower in (
                    "in",
                    "at",
                    "near",
                    "outside",
                    "inside",
                    "around",
                    "across",
                    "over",
                    "along",
                ):
                    below = child.child("pobj")
                    mention = self.given.mention_at(below.start) if below is not None else None
                    if mention is not None and (
                        mention.kind is MentionKind.PLACE or (mention.place and mention.country)
                    ):
                        return Where(
                            mention.place or mention.name or mention.span.exact, mention.span, None, mention.country
                        )
        return None

    def _status(self, trigger: Token, when: When, statement: Statement | None, action: Action) -> Status:
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
        if any(child.dep == "mark" and child.lower in ("if", "unless") for child in trigger.children):
            return Status.CONDITIONAL
        if trigger.pos in ("NOUN", "PROPN"):
            status = self._status_of_noun(trigger)
            if status is not None:
                return status
        if auxiliaries & _FUTURE:
            return Status.PLANNED
        if auxiliaries & {"should", "must"}:
            return Status.CALLED_FOR
        if auxiliaries & _MAYBE:
            return Status.CONDITIONAL
        if (
            statement is not None
            and action.plover not in _SPEECH_TYPES
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


def _as_when(moment: Moment, *, inferred: bool, why: str = "") -> When:
    return When(
        moment.value, moment.earliest, moment.latest, moment.precision, why or moment.why, moment.span, inferred
    )


def _clause_of(token: Token) -> Token:
    """The verb over this word that heads its clause, or the root."""
    while token.head is not token and not (token.pos in ("VERB", "AUX") and token.dep in (*_CLAUSE, "ROOT", "xcomp")):
        token = token.head
    return token


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


def _only_between(token: Token, trigger: Token) -> bool:
    for above in token.ancestors:
        if above is trigger:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False


def main_first(events: Iterable[Event], report: Report, given: Layers) -> list[Event]:
    """Events with the main one first: nearest to the root of the earliest sentence, verbs before nouns.

    Args:
        events: of one report.
        report: theirs.
        given: its layers, for the links.
    """
    del report

    def rank(event: Event) -> tuple[int, int, int, int]:
        token = given.parse.token_at(event.trigger.start)
        if token is None:
            return (1, 0, 0, event.trigger.start)
        depth = sum(1 for above in token.ancestors if above.pos in ("VERB", "AUX"))
        full = 0 if event.sources and (event.targets or event.is_reciprocal) else 1
        return (token.sent.index, 0 if event.rule == "verb" else 1, depth * 2 + full, event.trigger.start)

    return sorted(events, key=rank)
