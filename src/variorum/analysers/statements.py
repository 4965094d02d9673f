"""Who says what, through whom, with what force: the step `statements`.

Quotations first, each with the cue beside it; then verbs of saying by the links of the sentence; then "according to".
A statement inside the content of another stands within it, and the outer speaker is its relay.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.analysers import attribution, contents, quotations, speakers
from variorum.analysers.contents import Found
from variorum.analysers.protocol import Layers
from variorum.analysers.quotations import Quotation
from variorum.analysers.syntax import Token
from variorum.codes.reporting import VERBAL_FORCE_WORDS, verb
from variorum.crisis import Crisis
from variorum.model.entries import Force, Mode, Party, Statement, When
from variorum.model.reports import NEVER_INDEPENDENT, READ_LABELS, Genre, Line, Report
from variorum.model.spans import Span

DIRECT_SHARE = 0.9
"""Share of the content inside quotation marks from which it is direct; below, with any, mixed."""
CUE_WITHIN_TOKENS = 30
"""How far after or before a quotation its cue may stand."""
INVERTED_TOKENS = 8
"""How far after its verb an inverted speaker may stand."""
_HEDGES = frozenset({"reportedly", "allegedly", "apparently", "supposedly", "purportedly"})


class StatementRules:
    """Analyser `statements.rules`."""

    name = "statements"
    version = "rules/1"
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
        self.used: set[int] = set()
        """Tokens that already are the cue of a quotation."""
        self.drafts: list[_Draft] = []
        self.last_direct: tuple[int, Party, tuple[Party, ...]] | None = None
        """(line, speaker, relays) of the last quotation, to carry on."""
        self.via: dict[int, tuple[Party, ...]] = {}
        """Draft number -> relays known from the words."""

    def statements(self) -> list[Statement]:
        for quotation in self.quotes:
            if quotations.is_utterance(quotation, self.text) or quotation.continues:
                self._quoted(quotation)
        for token in self.parse.tokens:
            if token.lower == "according":
                self._indirect(attribution.according_to(token, self.given))
            elif token.pos == "NOUN":
                self._indirect(attribution.by_noun(token, self.given))
            elif token.pos in ("VERB", "AUX") and token.i not in self.used and verb(token.lemma) is not None:
                self._indirect(attribution.by_verb(token, self.given))
        return self._nested()

    # Quotations

    def _quoted(self, quotation: Quotation) -> None:
        found = self._cue_of(quotation)
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
                relays = tuple(self._party(token) for token in found.via)
                self.last_direct = (quotation.line, party, relays)
                self.via[len(self.drafts) - 1] = relays
            return
        if quotation.continues and self._goes_on(span):
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
        sentence = (*before.sentence, *self._sentences(None, span))
        self.drafts[-1] = dataclasses.replace(
            before, content=(*before.content, span), sentence=tuple(dict.fromkeys(sentence))
        )
        return True

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

    def _cue_of(self, quotation: Quotation) -> Found | None:
        """The verb of saying beside the quotation, with its speaker; what stands right after goes first."""
        line = self.lines[quotation.line]
        after = self._outside(
            self.parse.tokens_in(quotation.outer_end, line.end)[:CUE_WITHIN_TOKENS],
            first_stop=True,
        )
        before = self._outside(self.parse.tokens_in(line.start, quotation.outer_start)[-CUE_WITHIN_TOKENS:])
        own_end = self.text[quotation.end - 1]
        if own_end in ",?!…-—" or self.text[quotation.outer_end : quotation.outer_end + 1] == "," or not before:
            found = self._first_cue(after)
            if found is not None:
                return found
        lead = self.text[max(0, quotation.outer_start - 2) : quotation.outer_start].strip()
        for token in reversed(before):
            if token.text in (".", "!", "?") and lead != ":":
                break
            found = self._as_cue(token)
            if found is not None and self._leads_to(token, quotation, lead):
                return found
        return self._first_cue(after) if own_end in ".?!" and self._starts_sentence(after) else None

    def _starts_sentence(self, after: list[Token]) -> bool:
        return bool(after) and after[0].text[:1].islower()

    def _outside(self, tokens: list[Token], *, first_stop: bool = False) -> list[Token]:
        """Tokens outside every quotation; up to the first full stop where asked."""
        kept: list[Token] = []
        for token in tokens:
            if any(quote.outer_start <= token.start < quote.outer_end for quote in self.quotes):
                if first_stop and kept:
                    break
                continue
            kept.append(token)
            if first_stop and token.text in (".", "!", "?", ";"):
                break
        return kept

    def _first_cue(self, after: list[Token]) -> Found | None:
        for token in after:
            found = self._as_cue(token)
            if found is not None:
                return found
        return None

    def _as_cue(self, token: Token) -> Found | None:
        """The token as the cue of a quotation, if it can be one."""
        if token.lower == "according":
            return attribution.according_to(token, self.given)
        known = verb(token.lemma)
        if known is None or token.pos not in ("VERB", "AUX") or speakers.is_negated(token):
            return None
        if not set(known.frames) & set("qc"):
            return None
        retold = (
            next((child for child in token.rights if child.lower == "as"), None)
            if token.lemma in attribution.QUOTING
            else None
        )
        below = retold.child("pcomp") if retold is not None else None
        quoted = attribution.by_verb(below or token, self.given)
        if quoted is not None and quoted.rule == "quoted as":
            return quoted
        speaker = speakers.passive_agent(token) if speakers.is_passive(token) else speakers.subject_of(token)
        speaker = speaker or self._inverted(token)
        if speaker is not None and any(quote.holds(speaker.start, speaker.end) for quote in self.quotes):
            speaker = self._inverted(token)
        if speaker is None and token.tag != "VBG":
            return None
        if speaker is not None and not speakers.can_speak(speaker, self.given, loosely=True):
            return None
        addressee = token.child("dobj", "dative") if token.lemma in ("tell", "inform", "remind", "assure") else None
        return Found(token, known, speaker, (), addressee, (), "q", "beside")

    def _inverted(self, token: Token) -> Token | None:
        """The noun right after the verb: "...," said the minister."""
        for child in token.rights:
            if (
                child.dep in ("nsubj", "dobj", "attr", "npadvmod", "oprd")
                and child.pos in ("NOUN", "PROPN", "PRON")
                and token.lemma in ("say", "add", "write", "explain", "note")
                and child.i - token.i <= INVERTED_TOKENS
            ):
                return child
        return None

    def _leads_to(self, token: Token, quotation: Quotation, lead: str) -> bool:
        """Whether nothing but the verb's own phrase lies between it and the quotation."""
        between = self.parse.tokens_in(token.end, quotation.outer_start)
        if lead in (":", ","):
            return len(between) <= CUE_WITHIN_TOKENS
        return (
            all(
                other.pos in ("PUNCT", "SCONJ", "ADV", "PART") or other.head is token or token in other.ancestors
                for other in between
            )
            and len(between) <= 8
        )

    # Indirect speech

    def _indirect(self, found: Found | None) -> None:
        if found is None or found.cue.i in self.used:
            return
        content = contents.pieces(found.content, self.given)
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
            self.via[len(self.drafts) - 1] = tuple(self._party(token) for token in found.via)

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
        return self.given.party(speakers.speaker_span(head, self.given), head.start)

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
                party = parties[above]
                if party is not None:
                    chain.insert(0, party)
                above = within.get(above)
            relays = (*chain, *self.via.get(k, ()))
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
        force = self._force(draft, speaker)
        condition = self._condition(draft) if force in (Force.OFFERS, Force.THREATENS, Force.COMMITS) else ()
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
            said=self._said(draft),
            evidence=draft.sentence,
            hedges=self._hedges(draft),
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

    def _force(self, draft: _Draft, speaker: Party | None) -> Force:
        known = draft.found.verb if draft.found is not None else None
        force = Force(known.force) if known is not None else Force.ASSERTS
        if draft.found is not None and draft.found.frame == "n" and known is not None and known.lemma == "confirm":
            return Force.ACKNOWLEDGES
        if draft.found is not None and draft.found.frame == "x" and known is not None and known.lemma == "claim":
            return Force.ASSERTS
        if draft.found is not None and known is not None and known.lemma == "warn" and draft.found.frame == "o":
            return Force.THREATENS
        if force is not Force.ASSERTS or draft.quotation is not None:
            return force
        words = [token for span in draft.content for token in self.parse.tokens_in(span.start, span.end)]
        lowers = {token.lower for token in words}
        if lowers & VERBAL_FORCE_WORDS["demands"]:
            return Force.DEMANDS
        blamed = any(
            token.lower == "responsible" and any(child.lower == "for" for child in token.children) for token in words
        )
        if (blamed or lowers & VERBAL_FORCE_WORDS["accuses"]) and self._names_another(draft, speaker):
            return Force.ACCUSES
        own = self._own_future(words, speaker)
        if own:
            return Force.COMMITS
        return force

    def _names_another(self, draft: _Draft, speaker: Party | None) -> bool:
        """Whether the content names a state other than the speaker's."""
        mine = speaker.country if speaker else None
        for span in draft.content:
            for mention in self.given.resolved:
                if span.start <= mention.head.start < span.end and mention.country and mention.country != mine:
                    return True
        return False

    def _own_future(self, words: list[Token], speaker: Party | None) -> bool:
        """Whether the content says what the speaker's own side will or would do."""
        if speaker is None:
            return False
        for token in words:
            if token.lower in ("will", "would", "wo") and token.dep == "aux":
                subject = token.head.child("nsubj")
                mention = self.given.mention_at(subject.start) if subject is not None else None
                if mention is not None and (
                    (mention.country is not None and mention.country == speaker.country)
                    or (mention.actors and mention.actors == speaker.actors)
                ):
                    return True
        return False

    def _condition(self, draft: _Draft) -> tuple[Span, ...]:
        """The if-clause inside the content."""
        for span in draft.content:
            for token in self.parse.tokens_in(span.start, span.end):
                if token.lower in ("if", "unless", "provided", "once") and token.dep in ("mark", "advmod", "prep"):
                    words = [word for word in token.head.subtree if word.start >= token.start]
                    found = contents.pieces(words, self.given)
                    if found:
                        return found[:1]
        return ()

    def _hedges(self, draft: _Draft) -> tuple[Span, ...]:
        if draft.found is None:
            return ()
        return tuple(
            self.parse.span(child.start, child.end) for child in draft.found.cue.children if child.lower in _HEDGES
        )

    def _said(self, draft: _Draft) -> When:
        """The day that stands with the cue, else the report's own day, marked."""
        if draft.found is not None:
            content = draft.content
            for moment in self.given.moments:
                sentence = draft.found.cue.sent
                if not sentence.start <= moment.span.start < sentence.end or moment.value is None:
                    continue
                if any(span.start <= moment.span.start < span.end for span in content):
                    continue
                token = self.parse.token_at(moment.span.start)
                if token is not None and (draft.found.cue in token.ancestors or token.head is draft.found.cue):
                    return When(
                        moment.value,
                        moment.earliest,
                        moment.latest,
                        moment.precision,
                        moment.why,
                        moment.span,
                        moment.is_inferred,
                    )
        published = self.report.masthead.published
        if published.value is None:
            return When(None, None, published.latest, 5, f"not stated, and the report has no day ({published.how})")
        return When(
            published.value,
            None,
            published.latest,
            1 if published.precision == "day" else 5,
            "not stated; the report's own day",
            None,
            is_inferred=True,
        )


def _contains(content: tuple[Span, ...], place: Span) -> bool:
    return any(span.start <= place.start and place.end <= span.end for span in content)
