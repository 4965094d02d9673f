"""The verb of saying that stands beside a quotation, with its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.analysers import attribution, speakers
from variorum.analysers.contents import Found
from variorum.analysers.protocol import Layers
from variorum.analysers.quotations import Quotation
from variorum.analysers.syntax import Token
from variorum.codes.reporting import verb
from variorum.model.reports import Line

CUE_WITHIN_TOKENS = 30
"""How far after or before a quotation its cue may stand."""
INVERTED_TOKENS = 8
"""How far after its verb an inverted speaker may stand."""

_INVERTING = frozenset({"say", "add", "write", "explain", "note", "ask", "reply", "warn", "recall", "declare"})
"""Verbs that put their speaker behind them also where words stand between them and the quotation."""


class Cues:
    """Finds the cue of each quotation of one report."""

    def __init__(self, given: Layers, lines: Sequence[Line], quotes: Sequence[Quotation]) -> None:
        self.given = given
        self.lines = lines
        self.quotes = quotes

    def of(self, quotation: Quotation) -> Found | None:
        """The verb of saying beside the quotation, with its speaker; what stands right after goes first."""
        line = self.lines[quotation.line]
        after = self._outside(
            self.given.parse.tokens_in(quotation.outer_end, line.end)[:CUE_WITHIN_TOKENS],
            first_stop=True,
        )
        before = self._outside(self.given.parse.tokens_in(line.start, quotation.outer_start)[-CUE_WITHIN_TOKENS:])
        own_end = self.given.parse.text[quotation.end - 1]
        if (
            own_end in ",?!…-—"
            or self.given.parse.text[quotation.outer_end : quotation.outer_end + 1] == ","
            or not before
        ):
            found = self._first_cue(after)
            if found is not None:
                return found
        lead = self.given.parse.text[max(0, quotation.outer_start - 2) : quotation.outer_start].strip()
        for token in reversed(before):
            if token.text in (".", "!", "?") and lead != ":":
                break
            found = self._as_cue(token)
            if found is not None and self._leads_to(token, quotation, lead):
                return found
        return self._first_cue(after) if own_end in ".?!" and self._starts_sentence(after) else None

    def leading(self, token: Token) -> Found | None:
        """The token as the cue of the line that follows, if it is the verb of its sentence and somebody's."""
        is_main = token.dep in ("ROOT", "conj")
        found = self._as_cue(token) if is_main and token.lower != "according" else None
        return (
            found
            if found is not None and found.speaker is not None and found.verb is not None and "q" in found.verb.frames
            else None
        )

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
        if not set(known.frames) & set("qc") or attribution.takes_lives(token):
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
                and self._is_after_quotation(token)
                and child.i - token.i <= INVERTED_TOKENS
            ):
                return child
        return None

    def _is_after_quotation(self, token: Token) -> bool:
        """Whether nothing but marks stands between a quotation and the verb, or the verb is one that inverts anywhere."""
        if token.lemma in _INVERTING or token.tag == "VBG":
            return token.lemma in _INVERTING
        text = self.given.parse.text
        return any(
            quote.outer_end <= token.start and not text[quote.outer_end : token.start].strip(" ,–—-")
            for quote in self.quotes
        )

    def _leads_to(self, token: Token, quotation: Quotation, lead: str) -> bool:
        """Whether nothing but the verb's own phrase lies between it and the quotation."""
        between = self.given.parse.tokens_in(token.end, quotation.outer_start)
        if lead in (":", ","):
            return len(between) <= CUE_WITHIN_TOKENS
        return (
            all(
                other.pos in ("PUNCT", "SCONJ", "ADV", "PART") or other.head is token or token in other.ancestors
                for other in between
            )
            and len(between) <= 8
        )
