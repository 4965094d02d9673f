"""Who says what, through whom, with what force: the step `statements`.

Quotations first, each with the cue beside it; then verbs of saying by the links of the sentence; then "according to".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from variorum.analysers import attribution, contents, nounsaid, quotations, turns
from variorum.analysers.contents import Found
from variorum.analysers.cues import Cues
from variorum.analysers.nesting import DIRECT_SHARE, Draft, Nesting, party_of
from variorum.analysers.protocol import Layers
from variorum.analysers.quotations import Quotation
from variorum.analysers.samespeaker import who_go_on
from variorum.analysers.syntax import Token
from variorum.crisis import Crisis
from variorum.model.entries import Party, Statement
from variorum.model.reports import READ_LABELS, Line, Report
from variorum.model.spans import Span


class StatementRules:
    """Analyser `statements.rules`."""

    name = "statements"
    version = "rules/7"
    requires = frozenset({"resolved", "moments"})
    provides = frozenset({"statements"})

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Statement]:
        """Every statement, the nested ones linked to those they stand in."""
        del crisis
        return _Reading(report, given).statements()


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
        self.drafts: list[Draft] = []
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
        titles = [quote for quote in self.quotes if quotations.is_title(quote, self.text)]
        for token in self.parse.tokens:
            if any(title.holds(token.start, token.end) for title in titles):
                continue
            if token.lower == "according":
                self._indirect(attribution.according_to(token, self.given))
            elif token.pos == "NOUN":
                self._indirect(nounsaid.by_noun(token, self.given))
            elif token.pos in ("VERB", "AUX") and token.i not in self.used:
                self._indirect(attribution.by_verb(token, self.given))
        self._displayed()
        self._answered()
        nested = Nesting(self.report, self.given, self.drafts, self.via, self.quotes).statements()
        return who_go_on(nested, self.given)

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
                    Draft(found, found.speaker, None, (span,), self._cue_span(found), sentences, "displayed")
                )

    def _answered(self) -> None:
        """The turns of an interview: "Adrik: There was a kindergarten."."""
        for turn in turns.find(self.text, self.lines, self.report.masthead.outlet.value or ""):
            speaker = self.parse.tokens_in(*turn.label)[-1:]
            if not speaker or any(quote.line == turn.line for quote in self.quotes):
                continue
            span = self.parse.span(turn.start, turn.end)
            said = Quotation(turn.start, turn.end, turn.start, turn.end, turn.line)
            party = self.given.party(self.parse.span(*turn.label), speaker[0].start)
            self.drafts.append(Draft(None, None, party, (span,), None, self._sentences(None, span), "turn", said))

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
            draft = Draft(
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
            party = draft.speaker_party or (party_of(found.speaker, self.given) if found.speaker is not None else None)
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
                Draft(None, None, None, (span,), None, self._sentences(None, span), "quotation alone", quotation)
            )
            return
        self.drafts.append(
            Draft(None, None, carried, (span,), None, self._sentences(None, span), "carried on", quotation)
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
            Draft(
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
