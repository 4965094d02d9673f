"""Drafts -> statements: which stands inside which, through whom, with what force.

A statement inside the content of another stands within it, and the outer speaker is its relay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.analysers import attribution, speakers, unnamed
from variorum.analysers.contents import Found
from variorum.analysers.force import condition_of, force_of
from variorum.analysers.hedges import distance_at, hedges_in
from variorum.analysers.protocol import Layers
from variorum.analysers.quotations import Quotation
from variorum.analysers.relays import OUTLET_NOUNS, Bodies
from variorum.analysers.saidtime import day_said
from variorum.analysers.syntax import Token
from variorum.model.entries import Force, Mode, Party, Statement
from variorum.model.reports import NEVER_INDEPENDENT, Genre, Report
from variorum.model.spans import Span

DIRECT_SHARE = 0.9
"""Share of the content inside quotation marks from which it is direct; below, with any, mixed."""


@dataclass
class Draft:
    """A statement before nesting is known."""

    found: Found | None
    speaker: Token | None
    speaker_party: Party | None
    """A speaker carried over from before."""
    content: tuple[Span, ...]
    cue: Span | None
    sentence: tuple[Span, ...]
    rule: str
    quotation: Quotation | None = None


def party_of(head: Token, given: Layers) -> Party:
    """The party that a speaker's words name; of an apposition, the one that introduces somebody."""
    beside = next((child for child in head.children if child.dep == "appos" and child.i > head.i), None)
    named = given.mention_at(beside.start) if beside is not None else None
    known = given.mention_at(head.start)
    is_named = named is not None and named.introduces is not None and (known is None or not known.actors)
    place = beside.start if beside is not None and is_named else head.start
    return given.party(speakers.speaker_span(head, given), place)


class Nesting:
    """The drafts of one report, put together."""

    def __init__(
        self,
        report: Report,
        given: Layers,
        drafts: Sequence[Draft],
        via: Mapping[int, tuple[Token, ...]],
        quotes: Sequence[Quotation],
    ) -> None:
        self.report = report
        self.given = given
        self.drafts = drafts
        self.via = via
        self.quotes = quotes

    def statements(self) -> list[Statement]:
        """Every draft as a statement, one for each address."""
        drafts = self.drafts
        within: dict[int, int] = {}
        for k, inner in enumerate(drafts):
            place = inner.cue or inner.content[0]
            best: tuple[int, int] | None = None
            for j, outer in enumerate(drafts):
                if j == k or not _contains(outer.content, place) or (outer.cue is not None and outer.cue == inner.cue):
                    continue
                if _contains(inner.content, outer.cue or outer.content[0]):
                    continue
                size = sum(span.end - span.start for span in outer.content)
                if best is None or size < best[0]:
                    best = (size, j)
            if best is not None:
                within[k] = best[1]
        parties = [self._speaker_of(draft) for draft in drafts]
        bodies = Bodies(self.given, (draft.speaker for draft in drafts if draft.speaker is not None))
        ids = [
            Statement.address(self.report.id, (draft.cue or draft.content[0]).start, draft.content[0].start)
            for draft in drafts
        ]
        found = []
        for k, draft in enumerate(drafts):
            chain: list[Party] = []
            above: int | None = within.get(k)
            seen = {k}
            while above is not None and above not in seen:
                seen.add(above)
                party, speaker = parties[above], drafts[above].speaker
                if party is not None and not _only_denies(drafts[above], draft):
                    chain.insert(0, bodies.relay(speaker, party) if speaker is not None else party)
                above = within.get(above)
            told = self._told_to(draft)
            relays = (
                *chain,
                *([bodies.relay(told, party_of(told, self.given))] if told is not None else []),
                *(bodies.relay(token, party_of(token, self.given)) for token in self.via.get(k, ())),
            )
            outer_id = ids[within[k]] if k in within else None
            found.append(self._statement(draft, ids[k], parties[k], relays, outer_id))
        return list({statement.id: statement for statement in reversed(found)}.values())

    def _told_to(self, draft: Draft) -> Token | None:
        """The agency or paper that was told, where it is another than the outlet: "told the Meridian agency"."""
        heard = draft.found.addressee if draft.found is not None else None
        if heard is None or heard.lower not in OUTLET_NOUNS or heard.child("compound", "amod", "nmod") is None:
            return None
        name = party_of(heard, self.given).name.lower()
        outlet = (self.report.masthead.outlet.value or "").lower()
        return (
            None
            if outlet
            and any(
                word in outlet for word in name.split() if word[:1].isalpha() and word not in ("the", *OUTLET_NOUNS)
            )
            else heard
        )

    def _speaker_of(self, draft: Draft) -> Party | None:
        if draft.speaker_party is not None:
            return draft.speaker_party
        return party_of(draft.speaker, self.given) if draft.speaker is not None else None

    def _statement(
        self, draft: Draft, statement_id: str, speaker: Party | None, via: tuple[Party, ...], within: str | None
    ) -> Statement:
        note = "" if speaker else "the words name nobody beside the quotation" if draft.quotation else "nobody is named"
        addressee = draft.found.addressee if draft.found is not None else None
        force = force_of(draft.found, draft.content, speaker, self.given, is_quotation=draft.quotation is not None)
        condition = (
            condition_of(draft.content, self.given) if force in (Force.OFFERS, Force.THREATENS, Force.COMMITS) else ()
        )
        if force is Force.COMMITS and condition:
            force = Force.OFFERS
        genre = self.report.masthead.genre.value
        cue_lemma = draft.found.cue.lemma if draft.found is not None else ""
        return Statement(
            id=statement_id,
            report_id=self.report.id,
            speaker=speaker,
            speaker_note=note,
            addressee=party_of(addressee, self.given)
            if addressee is not None and self.given.mention_at(addressee.start)
            else None,
            cue=draft.cue,
            content=draft.content,
            mode=self._mode(draft),
            force=force,
            within=within,
            via=via,
            said=day_said(draft.found.cue if draft.found is not None else None, draft.content, self.report, self.given),
            evidence=draft.sentence,
            unnamed=unnamed.kind_of(draft.speaker, self.given) if draft.speaker is not None else None,
            hedges=hedges_in(draft.content, self.given),
            distance=distance_at(draft.found, draft.content, self.given),
            condition=condition,
            is_authors_reading=genre == Genre.OPINION.value
            and genre in {item.value for item in NEVER_INDEPENDENT}
            and cue_lemma in attribution.THOUGHTS,
            rule=draft.rule,
        )

    def _mode(self, draft: Draft) -> Mode:
        if draft.quotation is not None:
            return Mode.DIRECT
        size = sum(span.end - span.start for span in draft.content)
        quoted = 0
        for quote in self.quotes:
            if draft.cue is not None and quote.holds(draft.cue.start, draft.cue.end):
                continue  # cue and content in one quotation: indirect as told there
            quoted += sum(max(0, min(span.end, quote.end) - max(span.start, quote.start)) for span in draft.content)
        if quoted >= DIRECT_SHARE * size:
            return Mode.DIRECT
        return Mode.MIXED if quoted else Mode.INDIRECT


def _contains(content: tuple[Span, ...], place: Span) -> bool:
    return any(span.start <= place.start and place.end <= span.end for span in content)


def _only_denies(outer: Draft, inner: Draft) -> bool:
    """Whether the outer speaker denies the claim that a noun within names: who denies a claim does not pass it on."""
    force = outer.found.verb.force if outer.found is not None and outer.found.verb is not None else ""
    return force in (Force.DENIES.value, Force.DOUBTS.value) and inner.rule in ("noun", "of")
