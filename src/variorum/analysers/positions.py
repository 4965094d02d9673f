"""Statements -> positions: who is said to have done it, who denies, who acknowledges, and what they point back to."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from functools import cached_property

from variorum.analysers.arguments import as_side
from variorum.analysers.claimcontext import ClaimContext
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Parse, Token
from variorum.codes import actions, reporting
from variorum.codes.units import slot_of_noun, slot_of_verb
from variorum.model.entries import (
    BEGAN,
    DID,
    Claim,
    Event,
    Force,
    Party,
    Stance,
    Statement,
    When,
)
from variorum.model.spans import Span

_BLANK_NOUNS = frozenset(
    "claim claims allegation allegations accusation accusations charge charges report reports involvement role"
    " responsibility link links it this that these them so assertion assertions statement statements".split()
)
"""Contents that only point back to what was said before."""
_TOLD_NOUNS = frozenset(
    "knowledge wrongdoing guilt fault blame count toll figure number version account assessment finding picture story"
    " suggestion rumour rumor news loss existence presence violation breach hand part complicity".split()
)
"""Nouns for what can be true or not, besides those for saying and for deeds: an offer, a plan or a demand is refused."""
_LOSING = frozenset("lose down shoot destroy sink hit damage wreck crash miss capture seize".split())
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
"""PLOVER types with which a side is charged."""
BARE_WORDS = 4
"""A content of so many words or fewer can only point back: "the claim", "any such role"."""
ANSWER_SENTENCES = 6
"""How far back "rejected the charge" looks for the charge."""
FIRST_WITHIN = 4
"""Words after its verb within which "first" says who began."""
NOT_A_POSITION = 10_000
"""Characters by which a figure stands behind a position when a denial points back."""


def other_sentence(parse: Parse, claim: Claim) -> int:
    """Number of the sentence in which a claim stands; -1 if it cannot be found."""
    token = parse.token_at(claim.predicate.start)
    return token.sent.index if token is not None else -1


class Positions(ClaimContext):
    """The positions of one report."""

    @cached_property
    def answered(self) -> frozenset[str]:
        """Statements that deny a claim which a statement within tells."""
        inner = (self.known_only_from(statement) for statement in self.given.statements if self.is_deed(statement))
        return frozenset(found for found in inner if found is not None)

    def is_deed(self, statement: Statement) -> bool:
        """Whether what a noun of saying tells is an event: without one there is only its denial, in the words of that."""
        return statement.rule != "noun" or bool(self.events_in(statement))

    def positions(self, statement: Statement, earlier: Iterable[Claim]) -> Iterator[Claim]:
        """The claims that an accusation, a denial, an acknowledgement or a doubt makes."""
        if statement.force is Force.ACCUSES:
            yield from self._accusation(statement)
        elif statement.id in self.answered:
            pass  # what it denies is told by the statement within: "rejected the Valdoran claim that"
        elif statement.force in (Force.DENIES, Force.ACKNOWLEDGES, Force.DOUBTS):
            yield from self._answer(statement, earlier)
        if statement.force in (Force.ASSERTS, Force.ACCUSES):
            yield from self._who_began(statement)
        only_from = self.known_only_from(statement)
        if only_from is not None and statement.force is Force.ASSERTS and self.is_deed(statement):
            yield from self._told_in_denial(statement, self.by_id[only_from])

    def events_in(self, statement: Statement) -> list[Event]:
        """Events told in what a statement says."""
        return [
            event
            for event in self.given.events
            if any(span.start <= event.trigger.start < span.end for span in statement.content)
        ]

    def _accusation(self, statement: Statement) -> Iterator[Claim]:
        accused = self._accused(statement)
        events = self.events_in(statement)
        speaker = statement.speaker
        if speaker is None:
            return
        if accused is None:
            accused = next(
                (
                    party
                    for event in events
                    for party in event.sources
                    if party.country and party.country != speaker.country
                ),
                None,
            )
        if accused is None:
            return
        event = next((found for found in events if found.plover in DEEDS), None)
        pairs: list[tuple[Party, Party]] = [(speaker, accused)]
        if self._is_mutual(statement) and len(self._speakers(statement)) == 2:
            first, second = self._speakers(statement)
            pairs = [(first, second), (second, first)]
        for claimant, by in pairs:
            claim = self._position(statement, Stance.ASSERTED, claimant, (by,), event)
            yield claim if event is not None else dataclasses.replace(claim, plover=self._charged_with(statement))

    def _who_began(self, statement: Statement) -> Iterator[Claim]:
        """Who is said to have fired, struck, crossed first."""
        speaker = statement.speaker
        if speaker is None:
            return
        for event in self.events_in(statement):
            token = self.parse.token_at(event.trigger.start)
            if token is None or event.plover != "ASSAULT":
                continue
            following = token.sent.tokens[token.i - token.sent.tokens[0].i + 1 :][:FIRST_WITHIN]
            first = any(child.lower == "first" and child.dep in ("advmod", "npadvmod", "amod") for child in following)
            others = [party for party in event.sources if party.country and party.country != speaker.country]
            if first and others:
                yield self._position(statement, Stance.ASSERTED, speaker, tuple(others), event, topic=BEGAN)

    def _accused(self, statement: Statement) -> Party | None:
        token = self.parse.token_at(statement.cue.start) if statement.cue is not None else None
        if token is not None and token.lemma == "blame":
            for other in token.sent.tokens:
                goal = other.child("pobj") if other.i > token.i and other.lower == "on" else None
                mention = self.given.mention_at(goal.start) if goal is not None else None
                if mention is not None and mention.actors and mention.actors != (statement.speaker or mention).actors:
                    return Party(mention.name, mention.span, mention.actors, mention.country, mention.role)
        if statement.addressee is not None and (statement.addressee.actors or statement.addressee.role):
            return statement.addressee
        return None

    def _charged_with(self, statement: Statement) -> str | None:
        """PLOVER type of a deed that the charge only names: "blamed Valdora for the shelling"."""
        for span in statement.content:
            for token in self.parse.tokens_in(span.start, span.end):
                action = actions.of_noun(token.lemma) if token.pos == "NOUN" else None
                if action is not None and action.plover in DEEDS:
                    return action.plover
        return None

    def _is_mutual(self, statement: Statement) -> bool:
        return statement.content[0].exact.lower().startswith("each other")

    def _speakers(self, statement: Statement) -> list[Party]:
        """The coordinated speakers, one by one."""
        span = statement.speaker.span if statement.speaker is not None else None
        if span is None:
            return []
        found: list[Party] = []
        for mention in self.given.resolved:
            if span.start <= mention.span.start and mention.span.end <= span.end and len(mention.actors) == 1:
                party = Party(mention.name, mention.span, mention.actors, mention.country, mention.role)
                if all(party.actors != other.actors for other in found):
                    found.append(party)
        return found

    def _position(
        self,
        statement: Statement,
        stance: Stance,
        claimant: Party | None,
        by: tuple[Party, ...],
        event: Event | None,
        *,
        topic: str = DID,
        like: Claim | None = None,
        note: str = "",
        only_from: str | None = None,
    ) -> Claim:
        anchor = event.trigger if event is not None and event.report_id == self.report.id else None
        predicate = (
            anchor
            if anchor is not None and any(span.covers(anchor) for span in statement.evidence)
            else statement.cue or statement.content[0]
        )
        return Claim(
            id=Claim.address(
                self.report.id,
                predicate.start,
                None,
                stance.value,
                claimant.span.start
                if claimant is not None and claimant.span is not None
                else statement.content[0].start,
            ),
            report_id=self.report.id,
            topic=topic,
            predicate=predicate,
            figure=None,
            stance=stance,
            claimant=claimant,
            as_of=self.as_of(statement),
            within=statement.id,
            event=event.id if event is not None else like.event if like is not None else None,
            by=by,
            against=_known(event.targets, self.given)
            if event is not None
            else like.against
            if like is not None
            else (),
            where=event.where if event is not None else like.where if like is not None else None,
            window=event.when
            if event is not None
            else like.window
            if like is not None
            else When.unknown("no day is given for it"),
            evidence=(self._clause_words(statement),),
            known_only_from=only_from,
            plover=event.plover if event is not None else like.plover if like is not None else None,
            note=note,
        )

    def _clause_words(self, statement: Statement) -> Span:
        """From the cue to the end of what is said, if that is short; else the first piece of what is said."""
        spans = [*statement.content, *([statement.cue] if statement.cue is not None else [])]
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        return self.parse.span(start, end) if end - start <= 240 else statement.content[0]

    def _answer(self, statement: Statement, earlier: Iterable[Claim]) -> Iterator[Claim]:
        """A denial, acknowledgement or doubt: of what its own words say, else of the claim it points back to."""
        stance = self.stance(statement)
        speaker = statement.speaker
        head = self._head_of(statement)
        is_blank = (
            head is not None
            and (head.lower in _BLANK_NOUNS or head.lemma in _BLANK_NOUNS)
            and len(statement.content[0].exact.split()) <= BARE_WORDS
        )
        events = [
            event
            for event in self.events_in(statement)
            if event.plover in ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION")
        ]
        slot = self._slot_in(statement)
        if slot is not None:
            like = self._pointed_at(statement, earlier, slot)
            own = (speaker,) if speaker is not None and like is None else ()
            claim = self._position(
                statement,
                stance,
                speaker,
                like.by if like else (),
                None if like else (events[0] if events else None),
                topic=slot,
                like=like,
                note="of losses, without a number",
            )
            yield dataclasses.replace(claim, against=own) if own else claim
            return
        if events and not is_blank:
            event = events[0]
            by = event.sources or ((speaker,) if speaker is not None and stance is not Stance.ASSERTED else ())
            yield self._position(statement, stance, speaker, by, event)
            return
        like = self._pointed_at(statement, earlier, None) if is_blank else None
        if like is not None:
            by = like.by
            topic = like.topic
            yield self._position(
                statement, stance, speaker, by, None, topic=topic, like=like, note="of what was claimed before"
            )
            return
        if any(claim.within == statement.id and claim.stance is stance for claim in earlier):
            return  # the figure is denied: "denied that it had lost a gunboat"
        if is_blank or (stance is Stance.DENIED and _can_be_false(head) and not self._is_refusal(statement)):
            yield self._position(
                statement, stance, speaker, (), None, note="what exactly, the words do not say" if is_blank else ""
            )

    def _is_refusal(self, statement: Statement) -> bool:
        """Whether it only says what will not be done: "ruled out talks"."""
        cue = self.parse.token_at(statement.cue.start) if statement.cue is not None else None
        return cue is not None and cue.lemma == "rule"

    def _head_of(self, statement: Statement) -> Token | None:
        tokens = self.parse.tokens_in(statement.content[0].start, statement.content[0].end)
        places = {token.i for token in tokens}
        return next((token for token in tokens if token.head.i not in places or token.head is token), None)

    def _slot_in(self, statement: Statement) -> str | None:
        """Slot of losses named without a number: "any losses", "casualties", "losing aircraft"."""
        for span in statement.content:
            for token in self.parse.tokens_in(span.start, span.end):
                if any(quantity.span.start <= token.start < quantity.span.end for quantity in self.given.quantities):
                    return None
                if token.pos == "NOUN":
                    slot = slot_of_noun(token.lemma)
                    if slot in ("casualties", "killed", "wounded"):
                        return slot
                    if slot in ("aircraft", "drones", "vehicles") and _is_lost(token):
                        return slot
                    if token.lemma == "loss":
                        return "aircraft" if self._aircraft_before(token) else "casualties"
                if (
                    token.pos == "VERB"
                    and slot_of_verb(token.lemma, is_subject=False) == "killed"
                    and token.child("dobj") is None
                ):
                    return None
        return None

    def _aircraft_before(self, token: Token) -> bool:
        """Whether the sentence speaks of aircraft before "losses"."""
        return any(
            slot_of_noun(other.lemma) == "aircraft"
            for other in token.sent.tokens
            if other.i < token.i and other.pos == "NOUN"
        )

    def _pointed_at(self, statement: Statement, earlier: Iterable[Claim], slot: str | None) -> Claim | None:
        """The nearest claim before, in the same or the sentence before, that is not the speaker's own."""
        place = statement.cue.start if statement.cue is not None else statement.content[0].start
        token = self.parse.token_at(place)
        if token is None:
            return None
        mine = statement.speaker.country if statement.speaker is not None else None
        best: tuple[int, Claim] | None = None
        for claim in earlier:
            if claim.within == statement.id or claim.stance is not Stance.ASSERTED:
                continue
            if slot is not None and claim.topic != slot:
                continue
            theirs = claim.claimant.country if claim.claimant is not None else None
            if mine is not None and theirs == mine:
                continue
            other = self.parse.token_at(claim.predicate.start)
            reach = ANSWER_SENTENCES if claim.topic in (DID, BEGAN) else 1
            if other is None or other.start > place or token.sent.index - other.sent.index > reach:
                continue
            if other.sent is not token.sent and other.sent.line != token.sent.line and claim.topic not in (DID, BEGAN):
                continue
            concerned = mine is not None and mine in {party.country for party in (*claim.by, *claim.against)}
            told_at_once = other_sentence(self.parse, claim) == token.sent.index and slot is None
            if mine is not None and not concerned and not told_at_once:
                continue
            distance = place - other.start + (0 if slot is not None or claim.topic in (DID, BEGAN) else NOT_A_POSITION)
            if best is None or distance < best[0]:
                best = (distance, claim)
        return best[1] if best else None

    def _told_in_denial(self, statement: Statement, outer: Statement) -> Iterator[Claim]:
        """What a side is said to claim, known only because the other side denies it; and that denial."""
        events = self.events_in(statement)
        event = events[0] if events else None
        by = event.sources if event is not None and event.sources else (statement.speaker,) if statement.speaker else ()
        note = "nobody is quoted asserting it"
        yield self._position(statement, Stance.ASSERTED, statement.speaker, by, event, note=note, only_from=outer.id)
        denial = self._position(statement, Stance.DENIED, outer.speaker, by, event)
        yield dataclasses.replace(denial, within=outer.id)


def _known(parties: Iterable[Party], given: Layers) -> tuple[Party, ...]:
    """Those of whom something is known but their words: a bridge or "nine people" is no side."""
    return tuple(as_side(party, given) for party in parties if party.country or party.actors or party.role)


_CLAIMING = frozenset({"asserts", "accuses", "denies", "acknowledges"})
"""Forces of nouns for what claims something."""


def _others(targets: tuple[Party, ...], by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those to whom it was done, without a state that is said to have done it: "accused Kestria of invading the country"."""
    doers = {party.actors for party in by if party.actors}
    return tuple(party for party in targets if party.actors not in doers)


def _is_lost(craft: Token) -> bool:
    """Whether craft are told as lost, not as what did something: "denied losing any aircraft", "the loss of two jets"."""
    if craft.lefts and any(child.lower in ("any", "no") for child in craft.lefts):
        return True
    above = craft.head.head if craft.dep == "pobj" else craft.head
    if above.lemma == "loss" or (craft.dep == "compound" and craft.head.lemma == "loss"):
        return True
    return craft.dep in ("dobj", "nsubjpass", "nsubj") and above.lemma in _LOSING


def _can_be_false(head: Token | None) -> bool:
    """Whether what is denied is a claim: a clause, a noun for what is said or done; not an offer, a plan or an ultimatum."""
    if head is None or head.pos not in ("NOUN", "PROPN"):
        return head is not None  # a clause
    said = reporting.noun(head.lemma)
    if head.lemma in _BLANK_NOUNS | _TOLD_NOUNS or (said is not None and said.force in _CLAIMING):
        return True
    action = actions.of_noun(head.lemma)
    return action is not None and action.plover in DEEDS
