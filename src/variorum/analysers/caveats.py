"""The outlet's own notes: what it could not verify, what it corrects."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.analysers.claimcontext import ClaimContext
from variorum.analysers.syntax import Token
from variorum.model.entries import (
    CORRECTION,
    UNVERIFIED,
    Claim,
    Stance,
    When,
)

_VERIFYING = frozenset({"verify", "confirm", "corroborate", "authenticate", "ascertain", "establish"})
_DOUBT_WORDS = frozenset({"independently", "immediately"})


class Caveats(ClaimContext):
    """The notes of one report."""

    def caveats(self) -> Iterator[Claim]:
        """One claim for each sentence that says so."""
        for sentence in self.parse.sentences:
            for token in sentence.tokens:
                topic = None
                if token.lemma in _VERIFYING and self._in_vain(token) and self.innermost(token.start) is None:
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
