"""What is asserted, denied, acknowledged or doubted, by whom, as of when: the step `claims`.

Figures: every count of harm, of things destroyed, of strikes. Positions: accusations with their denials and
acknowledgements. The outlet's own caveats and corrections.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from variorum.analysers import arguments
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.codes import actions
from variorum.codes.units import MEASURES, slot_of_noun, slot_of_verb
from variorum.crisis import Crisis
from variorum.model.entries import Claim, Event, Figure, Force, Party, Stance, Statement, When
from variorum.model.marks import Quantity
from variorum.model.reports import Report
from variorum.model.spans import Span

NO_CLAIM_SLOTS = MEASURES | {"other", "people present"}
"""Slots that are context, not figures of the crisis; money is kept by its own words elsewhere."""
DID, UNVERIFIED, CORRECTION = "did", "unverified", "corrected"
"""Topics of positions, caveats and corrections."""
_BLANK_NOUNS = frozenset(
    "claim claims allegation allegations accusation accusations charge charges report reports involvement role"
    " responsibility link links it this that these them so assertion assertions statement statements".split()
)
"""Contents that only point back to what was said before."""
BARE_WORDS = 4
"""A content of so many words or fewer can only point back: "the claim", "any such role"."""
NOT_A_POSITION = 10_000
"""Characters by which a figure stands behind a position when a denial points back."""
_VERIFYING = frozenset({"verify", "confirm", "corroborate", "authenticate", "ascertain", "establish"})
_DOUBT_WORDS = frozenset({"independently", "immediately"})
_FALSE = frozenset({"falsely", "wrongly", "baselessly"})


class ClaimRules:
    """Analyser `claims.rules`."""

    name = "claims"
    version = "rules/1"
    requires = frozenset({"resolved", "moments", "quantities", "statements", "events"})
    provides = frozenset({"claims"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Claim]:
        """Every claim of the report."""
        del crisis
        return list({claim.id: claim for claim in _Reading(report, given).claims()}.values())


class _Reading:
    def __init__(self, report: Report, given: Layers) -> None:
        self.report = report
        self.given = given
        self.parse = given.parse
        self.by_trigger = {event.trigger.start: event for event in given.events}
        self.by_id = {statement.id: statement for statement in given.statements}
        self.contents = sorted(
            ((span.start, span.end, statement) for statement in given.statements for span in statement.content),
            key=lambda item: (item[1] - item[0], item[0]),
        )

    def claims(self) -> Iterator[Claim]:
        figures = [claim for quantity in self.given.quantities if (claim := self._figure(quantity)) is not None]
        yield from figures
        positions: list[Claim] = []
        for statement in self.given.statements:
            for claim in self._positions(statement, (*figures, *positions)):
                positions.append(claim)
                yield claim
        yield from self._caveats()

    def _innermost(self, offset: int) -> Statement | None:
        return next((statement for start, end, statement in self.contents if start <= offset < end), None)

    # Figures

    def _figure(self, quantity: Quantity) -> Claim | None:
        if quantity.slot in NO_CLAIM_SLOTS or (quantity.low is None and quantity.high is None):
            return None
        token = self.parse.token_at(quantity.number.start)
        if token is None:
            return None
        governor = self._governor(token)
        event = self._event_over(token)
        statement = self._innermost(quantity.span.start)
        owner = self._owner(quantity)
        cause = self._cause(governor, token)
        against = self._against(event, owner, quantity)
        if not against and cause is not None:
            against = cause.targets
        stance = self._stance(statement)
        claimant = statement.speaker if statement is not None else None
        predicate = self.parse.span(governor.start, governor.end)
        where = event.where if event is not None else None
        window = event.when if event is not None else self._window(token)
        by = event.sources if event is not None else ()
        if cause is not None:
            window = window if window.value else cause.when
            where = where or cause.where
            by = by or cause.sources
        figure = Figure(
            quantity.span,
            quantity.number,
            quantity.low,
            quantity.high,
            quantity.is_low_open,
            quantity.is_high_open,
            quantity.bound,
            quantity.unit,
            quantity.slot,
            quantity.subset,
            hedge=quantity.hedge,
        )
        only_from = self._known_only_from(statement)
        return Claim(
            id=Claim.address(
                self.report.id,
                predicate.start,
                quantity.number.start,
                stance.value,
                claimant.span.start if claimant is not None and claimant.span is not None else None,
            ),
            report_id=self.report.id,
            topic=quantity.slot,
            predicate=predicate,
            figure=figure,
            stance=stance,
            claimant=claimant,
            as_of=self._as_of(statement),
            within=statement.id if statement is not None else None,
            event=event.id if event is not None else cause.id if cause is not None else None,
            by=by,
            against=against,
            where=where,
            window=window,
            evidence=(self._words(token, quantity),),
            known_only_from=only_from,
            plover=event.plover if event is not None else cause.plover if cause is not None else None,
            note=self._why_nobody(statement),
        )

    @staticmethod
    def _why_nobody(statement: Statement | None) -> str:
        if statement is None:
            return "in the outlet's own words"
        return statement.speaker_note if statement.speaker is None else ""

    def _words(self, token: Token, quantity: Quantity) -> Span:
        """The clause around the number, cut to what says it."""
        governor = self._governor(token)
        start = min(quantity.span.start, governor.start)
        end = max(quantity.unit.end if quantity.unit else quantity.span.end, quantity.span.end, governor.end)
        return (
            self.parse.span(start, end)
            if end - start <= 160
            else self.parse.span(quantity.span.start, max(quantity.span.end, quantity.unit.end if quantity.unit else 0))
        )

    @staticmethod
    def _governor(token: Token) -> Token:
        """The verb or noun that says what happened to those counted."""
        for above in token.ancestors:
            if above.pos in ("VERB", "AUX"):
                return above
        return token.head

    def _event_over(self, token: Token) -> Event | None:
        """The event whose trigger governs the number: the nearest verb, or an event noun in between."""
        for above in token.ancestors:
            event = self.by_trigger.get(above.start)
            if event is not None:
                return event
            if above.pos == "VERB" and above.lemma not in ("leave", "see", "include", "claim", "say", "report"):
                for child in above.children:
                    event = self.by_trigger.get(child.start)
                    if event is not None and child.dep in ("nsubj", "pobj"):
                        return event
                return self._conjunct(above)
        return None

    def _conjunct(self, verb: Token) -> Event | None:
        """In “struck the city and wounded 20”: the verb it is coordinated with."""
        if verb.dep == "conj":
            return self.by_trigger.get(verb.head.start)
        return None

    def _cause(self, governor: Token, number: Token) -> Event | None:
        """What the harm came of: "an attack in Sarun killed ten", "ten dead in the strikes"; "these strikes" points back."""
        candidates: list[Token | None] = [arguments.acting_subject(governor, self.given)]
        if governor.dep == "conj":
            candidates.append(governor.head)
        for word in (governor, number, number.head):
            candidates += [
                child.child("pobj")
                for child in word.children
                if child.dep == "prep" and child.lower in ("in", "during", "by", "from", "after", "following")
            ]
        for token in candidates:
            if token is None:
                continue
            event = self.by_trigger.get(token.start)
            if event is not None:
                return event
            if actions.of_noun(token.lemma) is not None and any(
                child.lower in ("these", "this", "those", "the") for child in token.lefts
            ):
                earlier = self._before(token)
                if earlier is not None:
                    return earlier
        return None

    def _before(self, token: Token) -> Event | None:
        """The event told last that "these strikes" can mean: the same noun, within three sentences."""
        found = None
        for event in self.given.events:
            trigger = self.parse.token_at(event.trigger.start)
            if trigger is None or trigger.start >= token.start or token.sent.index - trigger.sent.index > 3:
                continue
            nouns = {trigger.lemma, *(child.lemma for child in trigger.children if child.dep in ("dobj", "pobj"))}
            is_same = any(
                noun == token.lemma or noun.endswith(token.lemma) or token.lemma.endswith(noun) for noun in nouns
            )
            if is_same and (event.sources or event.targets):
                found = event
        return found

    def _owner(self, quantity: Quantity) -> Party | None:
        """Whose people or things are counted: "Kestrian jets"."""
        if quantity.unit is None:
            return None
        mention = next(
            (
                found
                for found in self.given.resolved
                if quantity.unit.start <= found.span.start and found.span.end <= quantity.unit.end and found.actors
            ),
            None,
        )
        return Party(mention.name, mention.span, mention.actors, mention.country, mention.role) if mention else None

    def _against(self, event: Event | None, owner: Party | None, quantity: Quantity) -> tuple[Party, ...]:
        if owner is not None:
            return (owner,)
        if event is None:
            return ()
        targets = tuple(
            party for party in event.targets if party.span is None or not quantity.span.overlaps(party.span)
        )
        if targets and any(party.country for party in targets):
            return targets
        place = event.where.country if event.where is not None else None
        if place is not None:
            return (Party(place, None, (place,), place, is_inferred=True),)
        earlier = self.by_trigger.get(self._leader(event))
        if earlier is not None and earlier is not event:
            return tuple(party for party in earlier.targets if party.country)
        return ()

    def _leader(self, event: Event) -> int:
        token = self.parse.token_at(event.trigger.start)
        if token is not None and token.dep == "conj":
            return token.head.start
        return event.trigger.start

    @staticmethod
    def _stance(statement: Statement | None) -> Stance:
        if statement is None:
            return Stance.ASSERTED
        return {
            Force.DENIES: Stance.DENIED,
            Force.ACKNOWLEDGES: Stance.ACKNOWLEDGED,
            Force.DOUBTS: Stance.DOUBTED,
        }.get(statement.force, Stance.ASSERTED)

    def _as_of(self, statement: Statement | None) -> When:
        """The day it was said, else the report's day, else unknown with the reason."""
        if statement is not None and statement.said.value is not None:
            return statement.said
        published = self.report.masthead.published
        if published.value is None:
            return When(None, None, published.latest, 5, f"not stated, and the report has no day ({published.how})")
        return When(
            published.value.rstrip("~"),
            published.earliest,
            published.latest,
            1 if published.precision == "day" else 5,
            "not stated; the report's own day",
            is_inferred=True,
        )

    def _window(self, token: Token) -> When:
        moment = self.given.moment_in(token.sent.start, token.sent.end)
        if moment is not None and moment.value is not None:
            return When(
                moment.value,
                moment.earliest,
                moment.latest,
                moment.precision,
                moment.why,
                moment.span,
                is_inferred=True,
            )
        return When.unknown("no day is given for it")

    def _known_only_from(self, statement: Statement | None) -> str | None:
        """The outer denial, where a claim is told only inside it: "dismissed claims that ..."."""
        outer = self.by_id.get(statement.within) if statement is not None and statement.within else None
        if outer is None or statement is None or outer.speaker is None or statement.speaker is None:
            return None
        is_false = (
            any(
                child.lower in _FALSE
                for token in [self.parse.token_at(statement.cue.start)]
                if statement.cue is not None and token is not None
                for child in token.children
            )
            if statement.cue is not None
            else False
        )
        if (outer.force is Force.DENIES or is_false) and outer.speaker.country != statement.speaker.country:
            return outer.id
        return None

    # Positions

    def _positions(self, statement: Statement, earlier: Iterable[Claim]) -> Iterator[Claim]:
        if statement.force is Force.ACCUSES:
            yield from self._accusation(statement)
        elif statement.force in (Force.DENIES, Force.ACKNOWLEDGES, Force.DOUBTS):
            yield from self._answer(statement, earlier)
        only_from = self._known_only_from(statement)
        if only_from is not None and statement.force is Force.ASSERTS:
            yield from self._told_in_denial(statement, self.by_id[only_from])

    def _events_in(self, statement: Statement) -> list[Event]:
        return [
            event
            for event in self.given.events
            if any(span.start <= event.trigger.start < span.end for span in statement.content)
        ]

    def _accusation(self, statement: Statement) -> Iterator[Claim]:
        accused = self._accused(statement)
        events = self._events_in(statement)
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
        event = next((found for found in events if found.plover in ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST")), None)
        pairs: list[tuple[Party, Party]] = [(speaker, accused)]
        if self._is_mutual(statement) and len(self._speakers(statement)) == 2:
            first, second = self._speakers(statement)
            pairs = [(first, second), (second, first)]
        for claimant, by in pairs:
            yield self._position(statement, Stance.ASSERTED, claimant, (by,), event)

    def _accused(self, statement: Statement) -> Party | None:
        token = self.parse.token_at(statement.cue.start) if statement.cue is not None else None
        if token is not None and token.lemma == "blame":
            for other in token.sent.tokens:
                goal = other.child("pobj") if other.i > token.i and other.lower == "on" else None
                mention = self.given.mention_at(goal.start) if goal is not None else None
                if mention is not None and mention.actors and mention.actors != (statement.speaker or mention).actors:
                    return Party(mention.name, mention.span, mention.actors, mention.country, mention.role)
        if statement.addressee is not None and statement.addressee.actors:
            return statement.addressee
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
            as_of=self._as_of(statement),
            within=statement.id,
            event=event.id if event is not None else like.event if like is not None else None,
            by=by,
            against=event.targets if event is not None else like.against if like is not None else (),
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
        stance = self._stance(statement)
        speaker = statement.speaker
        head = self._head_of(statement)
        is_blank = (
            head is not None
            and (head.lower in _BLANK_NOUNS or head.lemma in _BLANK_NOUNS)
            and len(statement.content[0].exact.split()) <= BARE_WORDS
        )
        events = [
            event
            for event in self._events_in(statement)
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
        if is_blank or stance is Stance.DENIED:
            yield self._position(
                statement, stance, speaker, (), None, note="what exactly, the words do not say" if is_blank else ""
            )

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
                    if slot in ("casualties", "killed", "wounded", "aircraft", "drones"):
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
            if other is None or other.start > place or token.sent.index - other.sent.index > 1:
                continue
            if other.sent is not token.sent and other.sent.line != token.sent.line:
                continue
            concerned = mine is not None and mine in {party.country for party in (*claim.by, *claim.against)}
            if mine is not None and not concerned:
                continue
            distance = place - other.start + (0 if slot is not None or claim.topic == DID else NOT_A_POSITION)
            if best is None or distance < best[0]:
                best = (distance, claim)
        return best[1] if best else None

    def _told_in_denial(self, statement: Statement, outer: Statement) -> Iterator[Claim]:
        """What a side is said to claim, known only because the other side denies it; and that denial."""
        events = self._events_in(statement)
        event = events[0] if events else None
        by = event.sources if event is not None and event.sources else (statement.speaker,) if statement.speaker else ()
        note = "nobody is quoted asserting it"
        yield self._position(statement, Stance.ASSERTED, statement.speaker, by, event, note=note, only_from=outer.id)
        denial = self._position(statement, Stance.DENIED, outer.speaker, by, event)
        yield dataclasses.replace(denial, within=outer.id)

    # The outlet's own caveats

    def _caveats(self) -> Iterator[Claim]:
        for sentence in self.parse.sentences:
            for token in sentence.tokens:
                topic = None
                if token.lemma in _VERIFYING and self._in_vain(token) and self._innermost(token.start) is None:
                    topic = UNVERIFIED
                elif token.lower in ("version", "article", "report", "story") and self._is_correction(token):
                    topic = CORRECTION
                if topic is None:
                    continue
                span = sentence.span()
                stance = Stance.DOUBTED if topic == UNVERIFIED else Stance.WITHDRAWN
                yield Claim(
                    id=Claim.address(self.report.id, token.start, None, stance.value, None),
                    report_id=self.report.id,
                    topic=topic,
                    predicate=self.parse.span(token.start, token.end),
                    figure=None,
                    stance=stance,
                    claimant=None,
                    as_of=self._as_of(None),
                    within=None,
                    event=None,
                    by=(),
                    against=(),
                    where=None,
                    window=When.unknown("a note of the outlet"),
                    evidence=(span,),
                    note="the outlet's own note",
                )
                break

    @staticmethod
    def _in_vain(token: Token) -> bool:
        """Could not be verified; was unable to confirm; difficult to ascertain; no independent confirmation."""
        if any(child.dep == "neg" for child in token.children):
            return any(
                child.lower in ("could", "can", "be", "been", "ca") or child.lower in _DOUBT_WORDS
                for child in token.children
            )
        above = token.head
        return token.dep == "xcomp" and (
            above.lower in ("unable", "difficult", "impossible", "hard")
            or any(child.lower in ("unable", "difficult", "impossible", "hard") for child in above.children)
        )

    @staticmethod
    def _is_correction(token: Token) -> bool:
        if not any(child.lower in ("earlier", "previous", "original") for child in token.lefts):
            return False
        verb = token.head
        return token.dep == "nsubj" and verb.lemma in (
            "say",
            "state",
            "misstate",
            "give",
            "report",
            "quote",
            "identify",
            "name",
            "put",
            "misidentify",
            "describe",
        )


__all__ = ["CORRECTION", "DID", "UNVERIFIED", "ClaimRules"]
