"""What figures, positions and caveats of one report share: who says it, since when, what it is known from."""

from __future__ import annotations

from variorum.analysers.protocol import Layers
from variorum.model.entries import (
    Force,
    Stance,
    Statement,
    When,
)
from variorum.model.reports import Report

_FALSE = frozenset({"falsely", "wrongly", "baselessly", "false", "baseless", "fabricated", "unfounded"})


class ClaimContext:
    """One report with lookups."""

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

    def innermost(self, offset: int) -> Statement | None:
        """The innermost statement that says what stands there."""
        return next((statement for start, end, statement in self.contents if start <= offset < end), None)

    @staticmethod
    def stance(statement: Statement | None) -> Stance:
        """How a statement of that force stands to what it says."""
        if statement is None:
            return Stance.ASSERTED
        if statement.speaker is not None and statement.speaker.name.lower().startswith(
            ("an earlier version", "a previous version")
        ):
            return Stance.WITHDRAWN
        return {
            Force.DENIES: Stance.DENIED,
            Force.ACKNOWLEDGES: Stance.ACKNOWLEDGED,
            Force.DOUBTS: Stance.DOUBTED,
        }.get(statement.force, Stance.ASSERTED)

    def as_of(self, statement: Statement | None) -> When:
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

    @staticmethod
    def why_nobody(statement: Statement | None) -> str:
        """Why a figure has no claimant; empty if it has one."""
        if statement is None:
            return "in the outlet's own words"
        return statement.speaker_note if statement.speaker is None else ""

    def known_only_from(self, statement: Statement | None) -> str | None:
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
