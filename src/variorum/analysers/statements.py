"""Who says what, through whom, with what force: the step `statements`.

Quotations first, each with the cue beside it; then verbs of saying by the links of the sentence; then "according to".
A statement inside the content of another stands within it, and the outer speaker is its relay.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.analysers import attribution, contents, quotations, speakers, unnamed
from variorum.analysers.contents import Found
from variorum.analysers.cues import Cues
from variorum.analysers.force import condition_of, force_of
from variorum.analysers.hedges import distance_at, hedges_in
from variorum.analysers.protocol import Layers
from variorum.analysers.quotations import Quotation
from variorum.analysers.relays import Bodies
from variorum.analysers.saidtime import day_said
from variorum.analysers.syntax import Token
from variorum.crisis import Crisis
from variorum.model.entries import Force, Mode, Party, Statement
from variorum.model.reports import NEVER_INDEPENDENT, READ_LABELS, Genre, Line, Report
from variorum.model.spans import Span

DIRECT_SHARE = 0.9
"""Share of the content inside quotation marks from which it is direct; below, with any, mixed."""


class StatementRules:
    """Analyser `statements.rules`."""

    name = "statements"
    version = "rules/4"
    requires = frozenset({"resolved", "moments"})
    provides = frozenset({"statements"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Statement]:
        """Every statement, the nested ones linked to those they stand in."""
        del crisis
        return _Reading(report, given).statements()


@dataclass
class _Draft:
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


class _Reading:
    def __init__(self, report: Report, given: Layers) -> None:
        self.report = report
        self.given = given
        self.parse = given.parse
        self.text = given.parse.text
        self.lines: list[Line] = [line for line in report.lines if line.label in READ_LABELS and line.end > line.start]
        self.quotes = quotations.find(self.text, self.lines)
        self.cues = Cues(given, self.lines, self.quotes)
        self.used: set[int] = set()
        """Tokens that already are the cue of a quotation."""
        self.drafts: list[_Draft] = []
        self.last_direct: tuple[int, Party, tuple[Token, ...]] | None = None
        """(line, speaker, relays) of the last quotation, to carry on."""
        self.via: dict[int, tuple[Token, ...]] = {}
        """Draft number -> relays known from the words."""

    def statements(self) -> list[Statement]:
        halves = quotations.halves(self.quotes, self.text)
        firsts = set(halves.values())
        for quotation in self.quotes:
            first = halves.get(quotation)
            if first is not None and self.drafts and self.drafts[-1].quotation == first:
                self._add_words(self.parse.span(quotation.start, quotation.end))
            elif quotations.is_utterance(quotation, self.text) or quotation.continues or quotation in firsts:
                self._quoted(quotation)
        for token in self.parse.tokens:
            if token.lower == "according":
                self._indirect(attribution.according_to(token, self.given))
            elif token.pos == "NOUN":
                self._indirect(attribution.by_noun(token, self.given))
            elif token.pos in ("VERB", "AUX") and token.i not in self.used:
                self._indirect(attribution.by_verb(token, self.given))
        self._displayed()
        return self._nested()

    def _displayed(self) -> None:
        """A line that ends in a cue and a colon hands the next line to its speaker: "The ministry added:"."""
        for number, line in enumerate(self.lines):
            if not number or any(quote.line == number for quote in self.quotes):
                continue
            found = self._leading(number)
            if found is not None:
                span = self.parse.span(line.start, line.end)
                sentences = (*self._sentences(found.cue), *self._sentences(None, span))
                self.drafts.append(
                    _Draft(found, found.speaker, None, (span,), self._cue_span(found), sentences, "displayed")
                )

    def _led_to(self, quotation: Quotation) -> Found | None:
        """The cue of the line before, for a quotation that opens its line."""
        opens = quotation.outer_start - self.lines[quotation.line].start <= quotations.OPENING_CHARS
        return self._leading(quotation.line) if opens and not quotation.continues else None

    def _leading(self, number: int) -> Found | None:
        """The cue at the end of the line before this one, if that line ends in a colon and is of the same kind."""
        before = self.lines[number - 1] if number else None
        if before is None or before.label is not self.lines[number].label:
            return None
        if not self.text[before.start : before.end].rstrip().endswith(":"):
            return None
        last = self.parse.tokens_in(before.start, before.end)[-1:]
        cues = (self.cues.leading(token) for token in reversed(last[0].sent.tokens if last else ()))
        return next((found for found in cues if found is not None), None)

    # Quotations

    def _quoted(self, quotation: Quotation) -> None:
        found = self.cues.of(quotation) or self._led_to(quotation)
        span = self.parse.span(quotation.start, quotation.end)
        if found is not None:
            self.used.add(found.cue.i)
            content = (span,)
            draft = _Draft(
                found,
                found.speaker,
                None,
                content,
                self._cue_span(found),
                self._sentences(found.cue, span),
                "quotation",
                quotation,
            )
            if found.speaker is None:
                draft.speaker_party = self._carried(quotation)
            self.drafts.append(draft)
            party = draft.speaker_party or (self._party(found.speaker) if found.speaker is not None else None)
            if party is not None:
                self.last_direct = (quotation.line, party, found.via)
                self.via[len(self.drafts) - 1] = found.via
            return
        if quotation.continues and self._goes_on(span):
            return
        if quotation.is_open and self._is_told_inside(quotation):
            return
        carried = self._carried(quotation)
        if carried is None:
            if not self._alone(quotation):
                return
            self.drafts.append(
                _Draft(None, None, None, (span,), None, self._sentences(None, span), "quotation alone", quotation)
            )
            return
        self.drafts.append(
            _Draft(None, None, carried, (span,), None, self._sentences(None, span), "carried on", quotation)
        )
        if self.last_direct is not None:
            self.via[len(self.drafts) - 1] = self.last_direct[2]
            self.last_direct = (quotation.line, self.last_direct[1], self.last_direct[2])

    def _goes_on(self, span: Span) -> bool:
        """Adds the words to the quotation that the paragraph before left open; False if there is none."""
        before = self.drafts[-1] if self.drafts else None
        if before is None or before.quotation is None or self.last_direct is None:
            return False
        if self.text[before.content[-1].end : span.start].strip('\n\r\t “”"«»„'):
            return False
        self._add_words(span)
        return True

    def _add_words(self, span: Span) -> None:
        before = self.drafts[-1]
        sentence = (*before.sentence, *self._sentences(None, span))
        self.drafts[-1] = dataclasses.replace(
            before, content=(*before.content, span), sentence=tuple(dict.fromkeys(sentence))
        )

    def _is_told_inside(self, quotation: Quotation) -> bool:
        """Whether a quotation that is never closed has swallowed the words of the outlet: “It fell, Holt said."""
        for token in self.parse.tokens_in(quotation.start, quotation.end):
            found = attribution.by_verb(token, self.given) if token.pos in ("VERB", "AUX") else None
            if found is not None and found.content and min(word.start for word in found.content) == quotation.start:
                return True
        return False

    def _alone(self, quotation: Quotation) -> bool:
        """Whether the quotation is nearly its whole line: then it is a statement even if nobody is named."""
        line = self.lines[quotation.line]
        return quotation.outer_end - quotation.outer_start >= 0.8 * (line.end - line.start)

    def _carried(self, quotation: Quotation) -> Party | None:
        """The speaker of the quotation before, in the same line or left open in the line before, or of the next line."""
        if self.last_direct is None:
            return None
        line, party, _ = self.last_direct
        if line == quotation.line or (quotation.line - line == 1 and (quotation.continues or self._opens(quotation))):
            return dataclasses.replace(party, is_inferred=True)
        return None

    def _opens(self, quotation: Quotation) -> bool:
        """Whether the quotation begins its line and fills it."""
        line = self.lines[quotation.line]
        return quotation.outer_start - line.start <= 2 and quotation.outer_end - quotation.outer_start >= 0.7 * (
            line.end - line.start
        )

    # Indirect speech

    def _indirect(self, found: Found | None) -> None:
        if found is None or found.cue.i in self.used:
            return
        content = tuple(
            self._with_whole_quotation(span, found.cue) for span in contents.pieces(found.content, self.given)
        )
        if not content:
            return
        if (
            found.speaker is not None
            and any(span.start <= found.speaker.start < span.end for span in content)
            and found.rule not in ("to do", "of", "according to")
        ):
            return
        if self._is_same_as_quotation(content, found):
            return
        if found.frame in "ca" and sum(len(span.exact) for span in content) < 4:
            return
        self.used.add(found.cue.i)
        self.drafts.append(
            _Draft(
                found,
                found.speaker,
                None,
                content,
                self._cue_span(found),
                self._sentences(found.cue, *content),
                found.rule,
            )
        )
        if found.via:
            self.via[len(self.drafts) - 1] = found.via

    def _with_whole_quotation(self, span: Span, cue: Token) -> Span:
        """The words, to the end of a quotation that they break off in: the parser's links end there, the marks do not."""
        for quote in self.quotes:
            if span.start < quote.outer_start < span.end < quote.end and not quote.holds(cue.start, cue.end):
                return self.parse.span(span.start, quote.end)
        return span

    def _is_same_as_quotation(self, content: tuple[Span, ...], found: Found) -> bool:
        """Whether a quotation with a speaker already covers nearly all of this content and its cue lies outside it."""
        size = sum(span.end - span.start for span in content)
        for draft in self.drafts:
            if draft.quotation is None or draft.quotation.holds(found.cue.start, found.cue.end):
                continue
            inside = sum(
                max(0, min(span.end, draft.quotation.end) - max(span.start, draft.quotation.start)) for span in content
            )
            if inside >= DIRECT_SHARE * size:
                return True
        return False

    def _cue_span(self, found: Found) -> Span:
        last = found.cue_end or found.cue
        for child in found.cue.children:
            if child.dep == "prt":
                last = child if child.i > last.i else last
        if found.frame == "f":
            wanted = next((child for child in found.cue.rights if child.dep == "prep"), None)
            if wanted is not None and wanted.i == found.cue.i + 1:
                last = wanted
        return self.parse.span(found.cue.start, last.end)

    def _sentences(self, cue: Token | None, *content: Span) -> tuple[Span, ...]:
        """The sentences of cue and content, as they stand."""
        start = min([span.start for span in content] + ([cue.start] if cue is not None else []))
        end = max([span.end for span in content] + ([cue.end] if cue is not None else []))
        sentences = dict.fromkeys(token.sent for token in self.parse.tokens_in(start, end))
        return tuple(sentence.span() for sentence in sentences) or (self.parse.span(start, end),)

    # Putting together

    def _party(self, head: Token | None) -> Party:
        if head is None:
            raise ValueError("no speaker")
        beside = next((child for child in head.children if child.dep == "appos" and child.i > head.i), None)
        named = self.given.mention_at(beside.start) if beside is not None else None
        known = self.given.mention_at(head.start)
        is_named = named is not None and named.introduces is not None and (known is None or not known.actors)
        place = beside.start if beside is not None and is_named else head.start
        return self.given.party(speakers.speaker_span(head, self.given), place)

    def _nested(self) -> list[Statement]:
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
            Statement.address(self.report.id, (draft.cue or self._mark(draft)).start, draft.content[0].start)
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
                if party is not None:
                    chain.insert(0, bodies.relay(speaker, party) if speaker is not None else party)
                above = within.get(above)
            relays = (*chain, *(bodies.relay(token, self._party(token)) for token in self.via.get(k, ())))
            outer_id = ids[within[k]] if k in within else None
            found.append(self._statement(draft, ids[k], parties[k], relays, outer_id))
        return list({statement.id: statement for statement in reversed(found)}.values())

    @staticmethod
    def _mark(draft: _Draft) -> Span:
        return draft.content[0]

    def _speaker_of(self, draft: _Draft) -> Party | None:
        if draft.speaker_party is not None:
            return draft.speaker_party
        return self._party(draft.speaker) if draft.speaker is not None else None

    def _statement(
        self, draft: _Draft, statement_id: str, speaker: Party | None, via: tuple[Party, ...], within: str | None
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
            addressee=self._party(addressee)
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

    def _mode(self, draft: _Draft) -> Mode:
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
