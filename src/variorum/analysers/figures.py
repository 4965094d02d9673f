"""Counts -> claims: what happened to how many, by whom, against whom, where, when."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.analysers import arguments, particulars, running, whereabouts
from variorum.analysers.circumstances import Circumstances
from variorum.analysers.claimcontext import ClaimContext
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Token
from variorum.analysers.telling import is_supposed
from variorum.codes import actions
from variorum.codes.units import MEASURES, slot_of_verb
from variorum.model.entries import (
    Claim,
    Event,
    Figure,
    Party,
    Stance,
    Statement,
    When,
    Where,
)
from variorum.model.marks import MentionKind, Quantity
from variorum.model.reports import Report
from variorum.model.spans import Span

_PRESUPPOSED = "in the outlet's own words: it describes what was spoken of"
NO_CLAIM_SLOTS = MEASURES | {"other"}
"""Slots that are context, not figures of the crisis; money is kept by its own words elsewhere."""


STRUCK = frozenset({"killed", "wounded", "casualties", "missing", "sites", "strikes", "incidents"})
"""Slots of what attacks do: counts whose means and sites are kept."""
_ENDS = frozenset({"death", "killing", "murder", "massacre", "wounding", "loss", "abduction", "capture"})
"""Nouns for what befell those counted "of" whom they are: "the death of five"."""
_CAUSES = frozenset({"in", "during", "by", "from", "after", "following"})
"""Prepositions that lead from those harmed to what harmed them."""


class Figures(ClaimContext):
    """The figures of one report."""

    def __init__(self, report: Report, given: Layers) -> None:
        super().__init__(report, given)
        self.circumstances = Circumstances(report, given)

    def figure(self, quantity: Quantity) -> Claim | None:
        """The claim that a count makes; None if it counts nothing of the crisis."""
        if quantity.slot in NO_CLAIM_SLOTS or (quantity.low is None and quantity.high is None):
            return None
        token = self.parse.token_at(quantity.number.start)
        if token is None:
            return None
        governor = self._governor(token)
        event = self._event_over(token)
        if is_supposed(governor):
            return None  # "had Kestria fired a thousand rockets": nobody counts them
        statement = self.innermost(quantity.span.start)
        owner = self._owner(quantity)
        cause = self._cause(governor, token)
        against = self._against(event, owner)
        if not against and cause is not None:
            against = self._sides(cause.targets)
        if not against and quantity.slot in ("killed", "wounded", "casualties"):
            against = self._struck_before(token, event)
        stance = self.stance(statement)
        if stance in (Stance.DENIED, Stance.ACKNOWLEDGED) and not self._is_said_of(token, governor):
            stance = Stance.ASSERTED  # named in passing: "acknowledged losses in the strikes on seven sites"
        if not against and governor.lemma == "lose":
            against = self._loser(governor, statement, stance)
        presupposed = statement is not None and self._is_presupposed(token, statement)
        claimant = statement.speaker if statement is not None and not presupposed else None
        if presupposed:
            stance = Stance.ASSERTED
        predicate = self.parse.span(governor.start, governor.end)
        where = event.where if event is not None else self._place(governor, token)
        as_of = self._as_of_words(token)
        window = self._window(token) if event is None or not (event.when.value or event.sources) else event.when
        if event is not None and window.value is None:
            window = event.when
        if as_of is not None and window.span == as_of.span:
            window = When.unknown("no day is given for it")
        by = self._told_of(event) if event is not None else self._done_by(quantity)
        if cause is not None:
            window = window if window.value else cause.when
            where = where or cause.where
            by = by or self._told_of(cause)
        where = where or self._struck_place(event) or self._struck_place(cause)
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
            is_cumulative=running.is_cumulative(token, governor, window) if quantity.slot in STRUCK else None,
            hedge=quantity.hedge,
            is_part=quantity.is_part,
        )
        only_from = self.known_only_from(statement)
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
            as_of=as_of or self.as_of(statement),
            within=statement.id if statement is not None else None,
            event=event.id if event is not None else cause.id if cause is not None else None,
            by=by,
            against=against,
            where=where,
            window=window,
            evidence=(self._words(token, quantity),),
            known_only_from=only_from,
            plover=event.plover if event is not None else cause.plover if cause is not None else None,
            note=_PRESUPPOSED if presupposed else self.why_nobody(statement),
            means=particulars.means(governor) if quantity.slot in STRUCK else (),
            sites=particulars.sites(governor, self.parse) if quantity.slot in STRUCK else (),
        )

    def _words(self, token: Token, quantity: Quantity) -> Span:
        """The clause around the number, cut to what says it."""
        governor = self._governor(token)
        start = min(quantity.span.start, governor.start)
        end = max(quantity.unit.end if quantity.unit else quantity.span.end, quantity.span.end, governor.end)
        has_other = any(
            start <= other.number.start < end and other.number != quantity.number for other in self.given.quantities
        )
        return (
            self.parse.span(start, end)
            if end - start <= 160 and not (has_other and token.head.dep in ("appos", "conj"))
            else self.parse.span(quantity.span.start, max(quantity.span.end, quantity.unit.end if quantity.unit else 0))
        )

    @staticmethod
    def _is_said_of(token: Token, governor: Token) -> bool:
        """Whether the number belongs to an argument of the verb, not to something deeper."""
        steps = 0
        for above in token.ancestors:
            if above is governor:
                return True
            if above.dep == "pobj" and above.head.lower != "of":
                return False
            steps += 1
        return steps == 0

    def _is_presupposed(self, number: Token, statement: Statement) -> bool:
        """Whether the count only describes what was spoken of: "claimed responsibility for a blast that killed 30"."""
        cue = self.parse.token_at(statement.cue.start) if statement.cue is not None else None
        if cue is None:
            return False
        described = next((above for above in (number, *number.ancestors) if above.dep == "relcl"), None)
        if described is None or described.head.pos not in ("NOUN", "PROPN"):
            return False
        for above in described.ancestors:
            if above is cue:
                return True
            if above.pos in ("VERB", "AUX"):
                return False
        return False

    @staticmethod
    def _governor(token: Token) -> Token:
        """The verb or noun that says what happened to those counted."""
        counted = token.head if token.head.pos in ("NOUN", "PROPN") else None
        told = counted.child("acl", "relcl") if counted is not None else None
        if told is not None and slot_of_verb(told.lemma, is_subject=False) is not None:
            return told  # "revenge for five crewmen killed in a crash"
        for above in token.ancestors:
            if above.pos in ("VERB", "AUX") or _is_spoken_of(above):
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
        total = governor.child("nsubj", "nsubjpass", "dobj")
        if total is not None and total.lemma in running.SUMS:  # "the toll of the raids rose"
            candidates += [child.child("pobj") for child in total.children if child.dep == "prep"]
        for word in (governor, number, number.head):
            candidates += [
                child.child("pobj") for child in word.children if child.dep == "prep" and child.lower in _CAUSES
            ]
        if governor.dep == "conj":
            candidates.append(governor.head)
        for token in candidates:
            if token is None:
                continue
            event = self.by_trigger.get(token.start)
            if event is not None:
                return event
            if any(child.lower in ("these", "this", "those", "the") for child in token.lefts):
                earlier = self._before(token)
                if earlier is not None:
                    return earlier
        return None

    def _loser(self, governor: Token, statement: Statement | None, stance: Stance) -> tuple[Party, ...]:
        """Whose losses they are: the subject of "lost"; of "had been lost" who denies or acknowledges it."""
        subject = governor.child("nsubj")
        mention = self.given.mention_at(subject.start) if subject is not None else None
        if mention is not None and mention.country is not None:
            return (Party(mention.name, mention.span, mention.actors, mention.country, mention.role),)
        is_own = stance in (Stance.DENIED, Stance.ACKNOWLEDGED) and subject is None
        speaker = statement.speaker if statement is not None and is_own else None
        return (speaker,) if speaker is not None and speaker.country is not None else ()

    def _struck_before(self, token: Token, event: Event | None) -> tuple[Party, ...]:
        """Whose people they were, by what was attacked in the same sentence just before."""
        for other in reversed(self.given.events):
            trigger = self.parse.token_at(other.trigger.start)
            if trigger is None or trigger.sent is not token.sent or trigger.i >= token.i or other is event:
                continue
            if (
                other.plover == "ASSAULT"
                and other.targets
                and (event is None or not other.sources or other.sources == event.sources)
            ):
                return self._states(other.targets)
        return ()

    def _before(self, token: Token) -> Event | None:
        """The event told last that "these strikes" can mean: the same noun, within three sentences."""
        found = None
        for event in self.given.events:
            trigger = self.parse.token_at(event.trigger.start)
            if trigger is None or trigger.start >= token.start or token.sent.index - trigger.sent.index > 3:
                continue
            nouns = {trigger.lemma, *(child.lemma for child in trigger.children if child.dep in ("dobj", "pobj"))}
            named = actions.of_noun(token.lemma)
            if named is None:  # "the rockets": what was fired, or struck
                is_same = event.plover == "ASSAULT" and any(
                    child.lemma == token.lemma for child in trigger.children if child.dep in ("nsubj", "dobj")
                )
            else:
                is_same = named.plover == event.plover and any(
                    noun == token.lemma or noun.endswith(token.lemma) or token.lemma.endswith(noun) for noun in nouns
                )
            if is_same and (event.sources or event.targets):
                found = event
        return found

    def _place(self, governor: Token, token: Token) -> Where | None:
        """The place under the verb or the noun, where no event was told: "counted 300 in the schools of Olmeda"."""
        heads = [governor] if token.head is governor else [governor, token.head]
        for head in heads:
            found = self.circumstances.where(head)
            if found is not None:
                return found
        for head in (*heads, token):
            for way in head.children:
                deed = way.child("pobj") if way.dep == "prep" and way.lower in _CAUSES else None
                if deed is not None and actions.of_noun(deed.lemma) is not None:
                    return self.circumstances.where(deed)
        return None

    def _sides(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        return tuple(arguments.as_side(party, self.given) for party in parties if party.country or party.actors)

    def _states(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        return tuple(party for party in self._sides(parties) if party.country)

    def _told_of(self, event: Event) -> tuple[Party, ...]:
        """Who did it, without those who only claim it: what is counted is not told as theirs."""
        mentions = ((party, self.given.mention_at(party.span.start) if party.span else None) for party in event.sources)
        stands_in = (MentionKind.PRONOUN, MentionKind.GROUP)
        return tuple(
            party
            for party, named in mentions
            if not party.is_inferred or (named is not None and named.kind in stands_in)
        )

    def _struck_place(self, event: Event | None) -> Where | None:
        """What was struck, where no list has its name and nobody goes by it: "the rocket attack on Brask"."""
        for party in event.targets if event is not None and event.plover == "ASSAULT" else ():
            words = self.parse.tokens_in(party.span.start, party.span.end) if party.span is not None else []
            if party.actors or party.country or not words or any(word.pos != "PROPN" for word in words):
                continue
            if words[0].dep == "pobj" or words[-1].dep == "pobj":
                return Where(
                    party.name, party.span, why="what was struck, by its name; no list has it", is_inferred=True
                )
        return None

    def _done_by(self, quantity: Quantity) -> tuple[Party, ...]:
        """Who is said to have done what is counted: "seven violations by Kestria"."""
        noun = self.parse.token_at(quantity.unit.end - 1) if quantity.unit is not None else None
        doer = arguments.below_preposition(noun, ("by",), self.given) if noun is not None else None
        return arguments.parties([doer], self.given, located=False) if doer is not None else ()

    def _owner(self, quantity: Quantity) -> Party | None:
        """Whose people or things are counted: "Kestrian jets"."""
        if quantity.unit is None:
            return None
        mention = next(
            (
                found
                for found in self.given.resolved
                if quantity.unit.start <= found.span.start
                and found.span.end <= quantity.unit.end
                and found.actors
                and self.parse.text[found.span.end : found.span.end + 1] != "-"  # Ostmere-made drones
            ),
            None,
        )
        return Party(mention.name, mention.span, mention.actors, mention.country, mention.role) if mention else None

    def _against(self, event: Event | None, owner: Party | None) -> tuple[Party, ...]:
        if owner is not None:
            return (owner,)
        if event is None:
            return ()
        targets = self._sides(event.targets)
        if targets and any(party.country for party in targets):
            return targets
        trigger = self.parse.token_at(event.trigger.start)
        near = whereabouts.of_trigger(trigger, self.given) if trigger is not None else None
        place = near.country if near is not None else None
        if place is not None:
            return (Party(place, None, (place,), place, is_inferred=True),)
        earlier = self.by_trigger.get(self._leader(event))
        if earlier is not None and earlier is not event:
            return self._states(earlier.targets)
        return ()

    def _leader(self, event: Event) -> int:
        token = self.parse.token_at(event.trigger.start)
        if token is not None and token.dep == "conj":
            return token.head.start
        return event.trigger.start

    def _as_of_words(self, token: Token) -> When | None:
        """The day of "as of Wednesday", "by Thursday": when the count was made, not when it happened."""
        for moment in self.given.moments:
            if not token.sent.start <= moment.span.start < token.sent.end or moment.value is None:
                continue
            before = self.parse.text[max(token.sent.start, moment.span.start - 10) : moment.span.start].lower().rstrip()
            if before.endswith(("as of", "by", "until", "so far")):
                return When(
                    moment.value,
                    moment.earliest,
                    moment.latest,
                    moment.precision,
                    moment.why,
                    moment.span,
                    moment.is_inferred,
                )
        return None

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


def _is_spoken_of(noun: Token) -> bool:
    """Whether a death is what something else was about or came after, not what it led to: "revenge for the death of five"."""
    if noun.pos != "NOUN" or noun.lemma not in _ENDS or noun.dep != "pobj":
        return False
    return noun.head.lower in ("for", "over", "about", "after", "following", "since", "before", "of")
