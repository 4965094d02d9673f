"""Where accounts stand: matters, their accounts, and the standings of the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from variorum.model.entries import When
from variorum.model.spans import Span


class Standing(StrEnum):
    """How the accounts of one matter stand to each other. Never who is right."""

    SINGLE = "single"
    AGREED = "agreed"
    REFINED = "refined"
    UPDATED = "updated"
    LATER_DIFFERS = "later account differs"
    CONTESTED = "contested"
    ORDER_UNKNOWN = "order unknown"
    DENIED = "denied"
    MIRRORED = "mirrored"
    DENIAL_ONLY = "known only from the denial"
    ACKNOWLEDGED = "acknowledged"
    CHANGED_POSITION = "changed position"
    CORRECTED = "corrected"
    VARIANT_WORDING = "variant wording"
    NAME_CHECK = "name or title to check"
    ORDER_IN_DOUBT = "order in doubt"
    UNVERIFIED = "unverified"


ON_SCREEN = {
    Standing.SINGLE: "only {who} says",
    Standing.AGREED: "told alike",
    Standing.REFINED: "more exact",
    Standing.UPDATED: "updated by the same side",
    Standing.LATER_DIFFERS: "later account differs",
    Standing.CONTESTED: "accounts differ",
    Standing.ORDER_UNKNOWN: "order unknown",
    Standing.DENIED: "claimed, denied",
    Standing.MIRRORED: "each says the other",
    Standing.DENIAL_ONLY: "known only from the denial",
    Standing.ACKNOWLEDGED: "acknowledged",
    Standing.CHANGED_POSITION: "changed position",
    Standing.CORRECTED: "corrected by the outlet",
    Standing.VARIANT_WORDING: "one remark, two wordings",
    Standing.NAME_CHECK: "names to check",
    Standing.ORDER_IN_DOUBT: "dates do not fit",
    Standing.UNVERIFIED: "the outlet could not verify",
}
"""Standing -> the words a person reads."""

NOT_THE_NUMBER = "acknowledged, not the number"
"""On screen where a side acknowledged the fact without the value."""

EXPORT_KINDS = {
    Standing.SINGLE: "uncorroborated",
    Standing.AGREED: "agreed",
    Standing.REFINED: "precision",
    Standing.UPDATED: "update over time",
    Standing.LATER_DIFFERS: "update over time",
    Standing.CONTESTED: "contradiction",
    Standing.ORDER_UNKNOWN: "update over time",
    Standing.DENIED: "denial",
    Standing.MIRRORED: "contradiction",
    Standing.DENIAL_ONLY: "denial",
    Standing.ACKNOWLEDGED: "acknowledgement",
    Standing.CHANGED_POSITION: "stance shift",
    Standing.CORRECTED: "update over time",
    Standing.VARIANT_WORDING: "variant wording",
    Standing.NAME_CHECK: "role conflict",
    Standing.ORDER_IN_DOUBT: "temporal inconsistency",
    Standing.UNVERIFIED: "verification caveat",
}
"""Standing -> kind in the neutral export."""


GRADES = {
    "casualty": ("confirmed", "fair", "weak", "contested", "discounted"),
    "item": ("1", "2", "3", "4", "5", "6"),
}
"""Scale -> its grades. Sources: Airwars's five; the Admiralty scale's credibility of an item (AJP-2.1)."""


class MatterKind(StrEnum):
    """What sort of thing several entries speak of."""

    FIGURE = "figure"
    POSITION = "position"
    """Who did it, whether it happened, who began."""
    EVENT = "event"
    REMARK = "remark"
    NAME = "name"
    CAVEAT = "caveat"


@dataclass(frozen=True, slots=True)
class Account:
    """One variant of a matter: a value, who gives it, and every place that gives it."""

    id: str
    value: str
    """The value as words: "31", "at least 20", "denies"."""
    low: float | None
    high: float | None
    stance: str
    """asserted, denied, acknowledged, doubted."""
    claimant: str
    """Readable name; "the outlet's own words" is the empty string."""
    claimant_id: str
    """Actor id, or the outlet's or report's id where nobody is named."""
    as_of: When
    entry_ids: tuple[str, ...]
    report_ids: tuple[str, ...]
    origins: tuple[str, ...]
    """One report id for each independent origin after copies are folded; digests and opinion add none."""
    evidence: tuple[Span, ...]
    """The words for each report that gives it, best first."""
    first_said: str | None = None
    last_said: str | None = None
    """ISO days; None if no report that gives it has a day."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Apart:
    """Something near the matter that was not compared, and why not."""

    entry_id: str
    words: Span
    why: str


@dataclass(frozen=True, slots=True)
class Grade:
    """What a person says of a matter on one scale."""

    scale: str
    """`casualty` (confirmed, fair, weak, contested, discounted) or `item` (1 to 6)."""
    value: str
    reviewer: str


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing in the world that several entries speak of. Its id is that of its smallest member."""

    id: str
    kind: MatterKind
    title: str
    members: tuple[str, ...]
    """Entry ids, sorted."""
    accounts: tuple[Account, ...]
    standing: Standing
    on_screen: str
    """The standing in words for this matter."""
    why: str
    """The reasons, in plain sentences."""
    when: When
    apart: tuple[Apart, ...] = ()
    is_likely: bool = False
    """True where the join rests on something unknown."""
    settle: str = ""
    """What would settle it, where a person could; may name a command."""
    weight: float = 0.0
    """Order on the page: larger first; from standing, number of origins and accounts, never from the parties."""
    grades: tuple[Grade, ...] = ()
    """A person's; what rules propose is a view's."""
