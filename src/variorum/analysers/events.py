"""Who did what to whom, when and where, as told: the step `events`.

Verbs and event nouns of the action list (`triggers`), with their arguments (`arguments`) and circumstances
(`circumstances`). Attribution is peeled off first: what a statement says carries the statement's id, and the saying
itself is an event only where it does something (accuses, threatens, asks). What did not happen is no event; a refusal is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from variorum.analysers import agents, arguments, contents, particulars, sides, triggers
from variorum.analysers.circumstances import Circumstances
from variorum.analysers.continuing import carried_on
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.analysers.telling import FUTURE, SPEECH_TYPES, is_not_so, status_of
from variorum.analysers.triggers import Told
from variorum.codes import actions
from variorum.codes.roles import role_of_head
from variorum.crisis import Crisis
from variorum.model.entries import Event, Party, Statement
from variorum.model.reports import Report
from variorum.model.spans import Span

SAME_EVENT_SENTENCES = 3
"""How far back "the meeting" looks for the one it means."""
_OTHER_CLAUSES = frozenset({"advcl", "relcl", "parataxis", "ccomp"})
_NEVER_TRIGGERS = frozenset({"amod", "compound", "aux", "auxpass"})
_REFUSING = frozenset({*FUTURE, "would", "can", "ca", "could"})
"""After these a negation refuses: "will not meet"."""
_SPEAKERS_OWN = frozenset({"they", "it", "he", "she"})
_SPEAKERS_SIDE = frozenset({"we", "our"})
_YIELDING = frozenset({"AGREE", "RETREAT", "CONCEDE"})
"""Types whose absence in the past is a refusal too: "did not allow"."""
_BY_SOMEONE = frozenset({"SUPPORT"})
"""Types that only someone does: evidence that supports an account does not."""
_FELT = frozenset("disappointment outrage dissatisfaction displeasure sympathy gratitude anger".split())
"""Feelings are a deed only where it is said whose they are."""
NOUN_CONFIDENCE, BARE_CONFIDENCE = 0.7, 0.4


class EventRules:
    """Analyser `events.rules`."""

    name = "events"
    version = "rules/7"
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
        self.circumstances = Circumstances(report, given)
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
        """Nouns that a verb already stands for."""

    def events(self) -> list[Event]:
        found: list[Event] = []
        with_verb: set[int] = set()
        for token in self.parse.tokens:
            is_verb = token.pos in ("VERB", "AUX") and token.dep not in _NEVER_TRIGGERS
            if is_verb or (token.pos == "ADJ" and token.dep == "acomp"):
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
        return carried_on(found, self.given)

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
                and (trigger.lemma == token.lemma or event.plover != "ASSAULT")
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
        told = triggers.of_verb(trigger, self.given)
        if told is not None and any(child.dep == "neg" for child in trigger.children):
            told = _refused(trigger, told)
        if told is None or is_not_so(trigger):
            return None
        action = told.action
        if action.plover in _BY_SOMEONE and not told.kind and agents.acts_as_thing(trigger, self.given):
            return None  # "the evidence supports his account"
        reciprocal = action.is_reciprocal
        sources, targets = sides.of_verb(trigger, self.given, told)
        speaker = self.cues.get(trigger.start)
        if speaker is not None and action.plover in SPEECH_TYPES:
            sources = (speaker,)
            targets = tuple(party for party in targets if party.actors != speaker.actors or not party.actors)
        if not sources:
            sources = self._whoever_speaks(trigger)
        if not sources and not targets:
            return None  # and the noun may still tell it: "the meeting, held on Friday"
        self._cover(told)
        if reciprocal and len(sources) < 2 and len(sources[0].actors) < 2:
            reciprocal = False
        return self._event(trigger, told, sources, targets, reciprocal=reciprocal, confidence=1.0, rule="verb")

    def _whoever_speaks(self, trigger: Token) -> tuple[Party, ...]:
        """Who says it, where the subject is a pronoun that nobody before fits: "they will not return", they said."""
        subject = agents.agent_of(trigger, self.given)
        statement = self._within(trigger)
        speaker = statement.speaker if statement is not None else None
        if subject is None or speaker is None:
            return ()
        if subject.lower in _SPEAKERS_SIDE and speaker.country is not None and speaker.role in ("GOV", "MIL"):
            side = next((other for other in self.given.resolved if other.actors == (speaker.country,)), None)
            return (Party(side.name, None, side.actors, side.country, "GOV", is_inferred=True),) if side else ()
        return (dataclasses.replace(speaker, is_inferred=True),) if subject.lower in _SPEAKERS_OWN else ()

    def _cover(self, told: Told) -> None:
        """The nouns that the trigger speaks for are no events of their own."""
        inner: Token | None = told.inner
        for _ in range(triggers.MAX_BENDS):
            if inner is None or inner.pos not in ("NOUN", "PROPN", "ADJ"):
                return
            self.covered.add(inner.i)
            below = triggers.of_noun(inner, self.given)
            inner = below.inner if below is not None else None

    def _nominal(self, trigger: Token, *, is_only: bool) -> Event | None:
        told = triggers.of_noun(trigger, self.given)
        if told is None or is_not_so(trigger) or (trigger.dep == "nsubj" and role_of_head(trigger.lower) is not None):
            return None  # "a suicide bomber killed": who did it is no deed of its own
        self._cover(told)
        sources, targets, reciprocal = sides.of_noun(trigger, self.given, told)
        if trigger.lemma in _FELT and not sources:
            return None
        under = [prep.child("pobj") for prep in arguments.following_prepositions(trigger)]
        dated = any(trigger in token.ancestors or token in under for token in self._moment_tokens(trigger))
        placed = self.circumstances.where(trigger, told.action.plover) is not None
        if not sources and not targets and not dated and not placed:
            if not (is_only and trigger.dep in ("nsubj", "dobj", "nsubjpass", "ROOT")):
                return None
            return self._event(trigger, told, (), (), reciprocal=False, confidence=BARE_CONFIDENCE, rule="bare noun")
        if reciprocal and len(sources) < 2 and not (sources and len(sources[0].actors) > 1):
            reciprocal = False
        return self._event(
            trigger, told, sources, targets, reciprocal=reciprocal, confidence=NOUN_CONFIDENCE, rule="noun"
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
        told: Told,
        sources: tuple[Party, ...],
        targets: tuple[Party, ...],
        *,
        reciprocal: bool,
        confidence: float,
        rule: str,
    ) -> Event:
        when = self.circumstances.when(trigger, told.action.plover)
        statement = self._within(trigger)
        action = told.action
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
            self.circumstances.where(trigger, action.plover),
            when,
            status_of(trigger, when, statement, action, self.report.masthead.published.earliest),
            statement.id if statement is not None else None,
            (self._clause_words(trigger),),
            confidence,
            rule,
            particulars.means(trigger) if action.plover == "ASSAULT" else (),
            particulars.sites(trigger, self.parse) if action.plover == "ASSAULT" else (),
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


def _refused(trigger: Token, told: Told) -> Told | None:
    """What a negated word tells of: "will not meet" refuses; "did not attack" is no event."""
    auxiliaries = {child.lower for child in trigger.children if child.dep == "aux"}
    if not auxiliaries & _REFUSING and told.action.plover not in _YIELDING:
        return None
    action = actions.turned(told.action, "refuses") if told.action.plover in actions.COOPERATIVE else None
    return Told(action, told.inner, "refuses") if action is not None else None
