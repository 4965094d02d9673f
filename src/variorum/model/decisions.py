"""What people ruled. Append-only; never edited, never regenerated, always wins."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from variorum.model.ids import KEEP_OUT, address
from variorum.model.spans import Quote


class Verdict(StrEnum):
    """What a person can rule."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    SAME = "same"
    DIFFERENT = "different"
    RESTATE_SCOPE = "restate scope"
    GRADE = "grade"
    COMMENT = "comment"
    EXCLUDE = "exclude"
    ADJUDICATE = "adjudicate"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Anchor:
    """How a ruling finds its target again when ids have changed."""

    kind: str
    """Kind of the target: mention, moment, quantity, statement, event, claim, report, decision."""
    report: str = ""
    """Id of the report the target stood in, where it stood in one."""
    quote: Quote | None = None
    """The target's words with their surroundings."""
    facet: str = ""
    """What tells the target from others at the same words: a statement's cue, a claim's stance and claimant."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling, on what, having seen what, why."""

    id: str
    target: str
    """Id of an entry, mark, report, matter or (for withdraw and adjudicate) decision."""
    verdict: Verdict
    reviewer: str
    note: str = ""
    change: dict[str, Any] = field(default_factory=dict)
    """Field path -> new value in plain JSON types (`{"when.value": "2025-05-08"}`)."""
    others: tuple[str, ...] = ()
    """Further ids, for same and different."""
    digest_seen: str = ""
    """Digest of the target when it was ruled on."""
    anchors: tuple[Anchor, ...] = ()
    """One for the target and one for each of the others, in order."""
    supersedes: tuple[str, ...] = ()
    """Earlier decisions by the same reviewer that this one replaces; order without a clock."""
    decided: str = field(default="", metadata=KEEP_OUT)
    """When it was made, as told by the person's machine; for people, never for the fold."""

    @staticmethod
    def address(*parts: Any) -> str:
        """Id of a decision with this content."""
        return address("decision", *parts)
