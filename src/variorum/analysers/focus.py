"""What a report is mainly about: the day and the place that its later figures leave out.

News names the day and the place of its matter once, above or in its first sentences, and counts its victims again and
again below. A figure that has no day or place of its own is taken to be of that matter, and marked as inferred, until a
sentence turns to something else: to an earlier day, another place, another attack. It turns back with a new paragraph,
or with words for the matter itself: its place, its day, "the attack". (The order of news, most important first, is the
"inverted pyramid" of van Dijk, News as Discourse, 1988; the attack taken up again as "the attack" is the focus of Grosz
and Sidner, Computational Linguistics 12(3), 1986.)
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from variorum.analysers import whereabouts
from variorum.analysers.protocol import Layers
from variorum.analysers.syntax import Sentence, Token
from variorum.codes import actions, gazette
from variorum.codes.countries import by_code
from variorum.codes.roles import can_act, is_person
from variorum.model.entries import Claim, Event, Status, When, Where
from variorum.model.marks import Mention, MentionKind, Moment
from variorum.model.reports import Report

HARM = frozenset({"killed", "wounded", "casualties", "missing"})
"""Slots whose figures are completed."""
LEAD_SENTENCES = 4
"""Sentences that tell what the report is about, the title counted."""
NEWS_DAYS = 7
"""A matter dated further before its report is no news, and nothing is taken from it."""
_TOLD = frozenset({Status.DONE, Status.ONGOING})
_TURNS = frozenset("elsewhere separately meanwhile previously since cumulative cumulatively annually".split())
"""Words by which a sentence turns to something else than the report's matter, or counts more than it."""
_OTHER = frozenset("another separate similar previous earlier last recent further other different".split())
"""Before a noun for what was done these make it another one: "a separate attack", "an earlier raid"."""
_WARS = frozenset({"war", "conflict", "uprising", "insurgency", "crisis", "rebellion"})
"""What did harm, or in what it was done, is more than the report's matter."""
_BEFORE = frozenset({"after", "before", "since", "following"})
_QUARTERS = frozenset("neighborhood neighbourhood quarter district suburb village town area camp street".split())
_TIMES = frozenset("day night morning evening afternoon week month year hour minute weekend toll number".split())
_STATE = 6
_WIDE = frozenset({4, 5, _STATE})
"""UCDP where_prec of regions, of parts of them, and of states."""
_ARTICLES = frozenset({"the", "this", "that", "these", "those"})


class Focus:
    """One report's main matter, and which of its sentences speak of it."""

    def __init__(self, report: Report, given: Layers, claims: Sequence[Claim]) -> None:
        self.report = report
        self.given = given
        self.parse = given.parse
        self.states = frozenset(
            mention.name for mention in given.resolved if mention.country and mention.actors == (mention.country,)
        )
        """States by the names they are shown under."""
        self._events = {event.id: event for event in given.events}
        lead = self.parse.sentences[:LEAD_SENTENCES]
        until = lead[-1].end if lead else 0
        told = [claim for claim in claims if claim.topic in HARM and claim.predicate.start < until]
        happened = [
            event
            for event in given.events
            if event.trigger.start < until and event.plover == "ASSAULT" and event.status in _TOLD
        ]
        self.day = self._day(told, happened) if told or happened else None
        self.place = self._place(told, happened, until) if told or happened else None
        self.words = frozenset(self._words(lead, [*told, *happened]))
        """Nouns by which the matter is taken up again: the attack, the town, the bus."""
        self.named = frozenset(
            mention.name
            for mention in given.resolved
            if mention.kind is MentionKind.PLACE and mention.span.start < until
        )
        """Places named in the first sentences: the province of the town."""
        self.first_words = frozenset(token.lower for sentence in lead for token in sentence.tokens)
        self.about = self._sentences(claims)
        first: list[Claim | Event] = [*told, *happened]
        self.means = next((item.means for item in first if item.means), ())
        self.sites = next((item.sites for item in first if item.sites), ())

    def completed(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims in order, each with the parts of its scope that the report's matter gives it."""
        for claim in claims:
            sentence = self._sentence(claim.predicate.start)
            if (
                claim.topic not in HARM
                or sentence is None
                or sentence.index not in self.about
                or self._came_before(claim)
            ):
                yield claim
                continue
            window = self.day if self.day is not None and claim.window.value is None else claim.window
            where = self.place if self.place is not None and claim.where is None else claim.where
            yield dataclasses.replace(
                claim,
                window=window,
                where=where,
                is_main=True,
                means=claim.means or self.means,
                sites=claim.sites or self.sites,
            )

    def _words(self, lead: Sequence[Sentence], told: Sequence[Claim | Event]) -> Iterator[str]:
        """Nouns of the sentences that tell the matter, but those for people, bodies and times."""
        starts = [(item.predicate if isinstance(item, Claim) else item.trigger).start for item in told]
        for sentence in lead:
            if not any(sentence.start <= start < sentence.end for start in starts):
                continue
            for token in sentence.tokens:
                is_thing = token.pos == "NOUN" and not is_person(token.lemma) and not can_act(token.lower)
                if is_thing and token.lemma not in _WARS and token.lemma not in _TIMES:
                    yield token.lemma

    def _came_before(self, claim: Claim) -> bool:
        """Whether its clause hangs on "after" or "since": told as what came before the matter."""
        token = self.parse.token_at(claim.predicate.start)
        if token is None:
            return False
        chain = (token, *token.ancestors)
        if any(above.dep in ("pobj", "pcomp") and above.head.lower in _BEFORE for above in chain):
            return True
        return any(child.dep == "mark" and child.lower in _BEFORE for above in chain for child in above.children)

    def _sentence(self, offset: int) -> Sentence | None:
        token = self.parse.token_at(offset)
        return token.sent if token is not None else None

    def _day(self, told: Sequence[Claim], happened: Sequence[Event]) -> When | None:
        """The first day given for what is told first, if it is news."""
        dated = [(claim.predicate.start, claim.window) for claim in told]
        dated += [(event.trigger.start, event.when) for event in happened]
        for _, when in sorted(dated, key=lambda item: item[0]):
            if when.value is not None and when.precision <= 2 and when.span is not None and self._is_news(when):
                why = f"not stated here; the day of what the report tells first ({when.why})"
                return dataclasses.replace(when, is_inferred=True, why=why)
        return None

    def _is_news(self, when: When) -> bool:
        published = self.report.masthead.published.latest
        if published is None or when.earliest is None:
            return True
        try:
            return date.fromisoformat(when.earliest) >= date.fromisoformat(published) - timedelta(days=NEWS_DAYS)
        except (ValueError, OverflowError):
            return False

    def _place(self, told: Sequence[Claim], happened: Sequence[Event], until: int) -> Where | None:
        """The first place told of it that is no whole state, else the one named most among the first sentences."""
        placed = [(claim.predicate.start, self._near(claim)) for claim in told]
        placed += [(event.trigger.start, self._near(event) if _is_attack(event) else None) for event in happened]
        for _, where in sorted(placed, key=lambda item: item[0]):
            if where is not None and where.span is not None and not self._is_state(where.name, where.country):
                return dataclasses.replace(where, is_inferred=True)
        sentences = [self._sentence(start) for start, _ in placed]
        named = [
            mention
            for mention in self.given.resolved
            if mention.kind is MentionKind.PLACE
            and mention.span.start < until
            and self._sentence(mention.span.start) in sentences
            and not self._is_state(mention.name or mention.span.exact, mention.country)
        ]
        counts: dict[str, int] = {}
        for mention in named:
            counts[mention.name] = counts.get(mention.name, 0) + 1
        best = max(named, key=lambda mention: (counts[mention.name], -mention.span.start), default=None)
        if best is None:
            return None
        return dataclasses.replace(whereabouts.where(best, self.parse), is_inferred=True)

    def _sentences(self, claims: Sequence[Claim]) -> frozenset[int]:
        """Indexes of the sentences that speak of the matter."""
        placed: dict[int, list[Where]] = {}
        for place, start in (
            *((self._near(claim), claim.predicate.start) for claim in claims),
            *((self._near(event), event.trigger.start) for event in self.given.events if _is_attack(event)),
        ):
            sentence = self._sentence(start)
            if place is not None and sentence is not None:
                placed.setdefault(sentence.index, []).append(place)
        found: list[int] = []
        is_main, line = True, -1
        for sentence in self.parse.sentences:
            moments = [m for m in self.given.moments if sentence.start <= m.span.start < sentence.end]
            turns = self._turns_away(sentence, moments, placed.get(sentence.index, ()))
            is_main = not turns and (is_main or sentence.line != line or self._turns_back(sentence, moments))
            line = sentence.line
            if is_main:
                found.append(sentence.index)
        return frozenset(found)

    def _near(self, told: Claim | Event) -> Where | None:
        """The place that hangs on its own word or on what was struck; one further down its clause may lie in the matter's."""
        event = told if isinstance(told, Event) else self._events.get(told.event or "")
        trigger = self.parse.token_at(event.trigger.start) if event is not None else None
        return whereabouts.of_trigger(trigger, self.given) if trigger is not None else told.where

    def _turns_away(self, sentence: Sentence, moments: Sequence[Moment], places: Sequence[Where]) -> bool:
        if any(token.lower in _TURNS or _is_of_another(token) or _is_war(token) for token in sentence.tokens):
            return True
        if any(not self._is_here(place) for place in places) or self._tells_another_place(sentence):
            return True
        return any(self._is_another_time(moment) for moment in moments)

    def _tells_another_place(self, sentence: Sentence) -> bool:
        """Whether it names places, and none of them is the matter's or one named with it; or a quarter that is none."""
        named = [
            mention
            for mention in self.given.resolved
            if mention.kind is MentionKind.PLACE
            and sentence.start <= mention.span.start < sentence.end
            and not self._is_state(mention.name, mention.country)
        ]
        if not sentence.index:
            return False  # whatever is told first is what the report is about
        if named and not any(self._is_its_place(mention) or mention.name in self.named for mention in named):
            return True
        if sentence.index < LEAD_SENTENCES:
            return False
        for token in sentence.tokens:
            if token.lemma in _QUARTERS:
                of = next((child.child("pobj") for child in token.children if child.dep == "prep"), None)
                names = [child for child in (*token.lefts, of) if child is not None and child.pos == "PROPN"]
                if names and not any(name.lower in self.first_words for name in names):
                    return True
        return False

    def _is_its_place(self, mention: Mention) -> bool:
        return self.place is not None and (
            mention.name == self.place.name or (mention.place is not None and mention.place == self.place.place)
        )

    def _is_here(self, place: Where) -> bool:
        """Whether it can be the place of the matter: the same, its state or its region, or a region that no list places."""
        if self.place is None:
            return True
        if place.place is not None and place.place == self.place.place:
            return True
        if place.precision in _WIDE and place.country in (None, self.place.country):
            own = gazette.by_id(self.place.place) if self.place.place is not None else None
            holds = own is not None and place.place in (own.region, own.id)
            return holds or place.name in self.named or place.precision == _STATE
        return place.name == self.place.name or (
            self._is_state(place.name, place.country) and place.country == self.place.country
        )

    def _is_another_time(self, moment: Moment) -> bool:
        """Whether it lies before the matter, or is as wide as a month; a later day is mostly that of saying."""
        if moment.value is None or self.day is None or self.day.earliest is None:
            return moment.value is not None and moment.precision > 3
        if moment.precision > 3:
            return True
        day = date.fromisoformat(self.day.earliest) - timedelta(days=1)
        try:
            return moment.latest is not None and date.fromisoformat(moment.latest) < day
        except ValueError:
            return True

    def _turns_back(self, sentence: Sentence, moments: Sequence[Moment]) -> bool:
        if self.day is not None and any(moment.value == self.day.value for moment in moments):
            return True
        if any(
            token.lemma in self.words and any(child.lower in _ARTICLES for child in token.lefts)
            for token in sentence.tokens
            if token.pos == "NOUN"
        ):
            return True
        return self.place is not None and any(
            mention.kind is MentionKind.PLACE
            and (mention.name == self.place.name or (mention.place is not None and mention.place == self.place.place))
            for mention in self.given.resolved
            if sentence.start <= mention.span.start < sentence.end
        )

    def _is_state(self, name: str, country: str | None) -> bool:
        known = by_code(country) if country else None
        return name in self.states or (known is not None and known.name == name)


def _is_attack(event: Event) -> bool:
    """Whether it is an attack of which a side is known: the words for a thing that was struck name none."""
    named = (*event.sources, *event.targets)
    return event.plover == "ASSAULT" and any(party.actors or party.country or party.role for party in named)


def _is_of_another(token: Token) -> bool:
    """Whether the word makes what was done another one; "another 12 wounded" and "earlier on Friday" do not."""
    if token.lower not in _OTHER or token.dep not in ("amod", "det"):
        return False
    return token.head.pos == "NOUN" and actions.of_noun(token.head.lemma) is not None


def _is_war(token: Token) -> bool:
    """Whether a war as a whole did it, or it was done in its course; not where the words only describe somebody."""
    if token.lemma not in _WARS or token.pos != "NOUN":
        return False
    above = token.head.head if token.dep == "pobj" and token.head.lower in ("in", "during", "of", "by") else token.head
    return token.dep in ("nsubj", "pobj") and above.dep not in ("relcl", "acl") and above.lemma in _HARMS


_HARMS = frozenset("kill die wound injure claim cost leave displace lose death casualty toll people life".split())
