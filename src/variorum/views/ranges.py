"""Every counted matter as a range, with who gives which end, and the rule by which any one number was taken.

ACLED keeps one conservative number, UCDP low, best and high without who gave them, Airwars a range without its claimants.
Here each end names its claimant, "best" is taken by a named rule or not at all, and the one number that an export may
need is the lowest asserted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.model.entries import Claim
from variorum.model.matters import Account, Matter, MatterKind, Standing
from variorum.views import grades
from variorum.views.citations import Citations
from variorum.views.lists import OUTLET_ITSELF
from variorum.views.table import Row, Table
from variorum.views.wording import one_line, when_in_words

COLUMNS = (
    "what", "where it stands", "low", "low by", "best", "best by rule", "high", "high by",
    "lowest asserted", "origins", "grade", "cite",
)  # fmt: skip
NO_BEST = "no best"
_WORDS = {"tens": 10, "dozens": 12, "hundreds": 100}
"""Vague words -> the number that stands for them in "lowest asserted". Source: ACLED, as the vocabulary has it."""
_RULES = {
    Standing.SINGLE: "the only account",
    Standing.AGREED: "all give it",
    Standing.REFINED: "the more exact of two that meet",
    Standing.UPDATED: "the last that the one side gives",
}
"""Standing -> the rule by which "best" is taken; any other standing has none."""


def table(citations: Citations) -> Table:
    """One row for each matter of figures that anyone asserts, in page order."""
    claims = {claim.id: claim for claim in citations.record.claims}
    rows = []
    for matter in citations.record.matters:
        asserted = [account for account in matter.accounts if account.stance == "asserted" and _has_value(account)]
        if matter.kind is MatterKind.FIGURE and asserted:
            members = [claims[member] for member in matter.members if member in claims]
            rows.append(_row(citations, matter, asserted, members))
    return Table("ranges", COLUMNS, tuple(rows), "" if rows else "No figures.")


def _row(citations: Citations, matter: Matter, asserted: Sequence[Account], claims: Sequence[Claim]) -> Row:
    low = min(asserted, key=lambda account: (_floor(account), account.value, account.claimant))
    high = max(asserted, key=lambda account: (_ceiling(account), account.value, account.claimant))
    best = best_of(matter, asserted)
    cites = tuple(dict.fromkeys(account.evidence[0] for account in (low, high, *([best] if best else []))))
    return Row(
        (
            matter.title,
            citations.lettered(matter, matter.on_screen),
            _value(low),
            _who(low),
            _value(best) if best is not None else NO_BEST,
            _RULES[matter.standing] if best is not None else f"no rule where: {matter.on_screen}",
            _value(high) + (", or more" if high.high is None else ""),
            _who(high),
            str(lowest_asserted(asserted)),
            str(len(grades.origins(matter))),
            grades.in_words(matter, claims),
            citations.marks(cites),
        ),
        cites,
        matter.members,
    )


def best_of(matter: Matter, asserted: Sequence[Account]) -> Account | None:
    """The account that "best" takes by the rule of the matter's standing; None where there is no such rule."""
    if matter.standing not in _RULES:
        return None
    if matter.standing is Standing.UPDATED:
        return max(asserted, key=lambda account: (account.as_of.latest or "", account.value, account.id))
    return min(asserted, key=lambda account: (_ceiling(account) - _floor(account), account.value, account.id))


def lowest_asserted(asserted: Sequence[Account]) -> int:
    """The least number that anyone asserts: "tens" is 10, "dozens" 12, "hundreds" 100; of a range the lower end."""
    return min(_least(account) for account in asserted)


def _least(account: Account) -> int:
    vague = re.match(r"(?:some |many )?(tens|dozens|hundreds)\b", account.value.lower())
    return _WORDS[vague.group(1)] if vague else round(_floor(account))


def _has_value(account: Account) -> bool:
    return account.low is not None or account.high is not None


def _floor(account: Account) -> float:
    return account.low if account.low is not None else 0.0


def _ceiling(account: Account) -> float:
    return account.high if account.high is not None else float("inf")


def _value(account: Account) -> str:
    return f"“{one_line(account.value)}”"


def _who(account: Account) -> str:
    day = when_in_words(account.as_of)
    return f"{one_line(account.claimant) or OUTLET_ITSELF}, as of {day}"
