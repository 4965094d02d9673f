"""The outlet's own notes: what it could not verify, what it corrects."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.analysers.claimcontext import ClaimContext
from variorum.analysers.relays import OUTLET_NOUNS
from variorum.analysers.syntax import Token
from variorum.model.entries import (
    CORRECTION,
    UNVERIFIED,
    Claim,
    Stance,
    When,
)

_VERIFYING = frozenset({"verify", "confirm", "corroborate", "authenticate", "ascertain", "establish", "check"})
_DOUBT_WORDS = frozenset({"independently", "immediately"})


class Caveats(ClaimContext):
    """The notes of one report."""

    def caveats(self) -> Iterator[Claim]:
        """One claim for each sentence that says so."""
        for sentence in self.parse.sentences:
            for token in sentence.tokens:
                topic = None
                if token.lemma in _VERIFYING and self._in_vain(token) and self._is_outlets(token):
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
                    as_of=self.as_of(None),
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

    def _is_outlets(self, token: Token) -> bool:
        """Whether it is the outlet that could not, in its own words or as one that tells of itself: "the agency said"."""
        statement = self.innermost(token.start)
        if statement is None:
            return True
        speaker = statement.speaker.span if statement.speaker is not None else None
        head = self.parse.token_at(speaker.end - 1) if speaker is not None else None
        return head is not None and head.lower in OUTLET_NOUNS and statement.within is None

    @staticmethod
    def _in_vain(token: Token) -> bool:
        """Could not be verified; was unable to confirm; difficult to ascertain; no independent confirmation."""
        if any(child.dep == "neg" for child in token.children):
            return any(
                child.lower in ("could", "can", "be", "been", "ca") or child.lower in _DOUBT_WORDS
                for child in token.children
            )
        above = token.head
        if token.dep == "xcomp" and above.lower == "able" and any(child.dep == "neg" for child in above.head.children):
            return True
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
