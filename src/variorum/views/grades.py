"""Grades that stated rules propose for a matter, and those a person has set. A proposal counts sources; it never says who is right.

Two scales. The five grades of casualty recording are Airwars's ("Confirmed: a belligerent accepts responsibility; Fair:
two or more credible sources, with likely or confirmed near actions by a belligerent; Weak: a single source; Contested:
competing claims of responsibility; Discounted: those killed were combatants, or another party most likely responsible").
The credibility of an item is that of the Admiralty scale (AJP-2.1: 1 confirmed by other sources, 2 probably true,
3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged). "Discounted", and 2 to 5, weigh evidence: only a person
sets them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from variorum.model.entries import Claim, Stance
from variorum.model.matters import Matter, Standing


class Proposed(NamedTuple):
    """A grade with the rule that gives it."""

    grade: str
    rule: str


_ALIKE = frozenset({Standing.AGREED, Standing.REFINED, Standing.VARIANT_WORDING})
HARM = frozenset({"killed", "wounded", "casualties", "missing", "did"})
"""Topics of matters that casualty recording grades."""


def casualty(matter: Matter, claims: Iterable[Claim]) -> Proposed | None:
    """The grade of casualty recording that follows from who says what; None for a matter of no harm.

    Args:
        matter: of figures or of who did it.
        claims: its claims.
    """
    claims = [claim for claim in claims if claim.topic in HARM]
    if not claims:
        return None
    doers = {
        frozenset(party.country or party.name for party in claim.by)
        for claim in claims
        if claim.by and claim.stance is Stance.ASSERTED
    }
    if any(_owns(claim) for claim in claims):
        return Proposed("confirmed", "a side that is said to have done it acknowledges it")
    if len(doers) > 1 and not frozenset.intersection(*doers):
        return Proposed("contested", "different sides are said to have done it")
    if len(origins(matter)) < 2:
        return Proposed("weak", "one origin")
    if doers:
        return Proposed("fair", f"{len(origins(matter))} independent origins, and who did it is said")
    return Proposed("weak", f"{len(origins(matter))} independent origins, but nobody is said to have done it")


def item(matter: Matter) -> Proposed:
    """The Admiralty credibility that follows from counting origins: 1 where two tell it alike, else 6."""
    count = len(origins(matter))
    if matter.standing in _ALIKE and count > 1:
        return Proposed("1", f"told alike by {count} independent origins")
    if count < 2:
        return Proposed("6", "one origin: nothing to judge it by")
    return Proposed("6", f"{count} independent origins, not told alike")


def origins(matter: Matter) -> set[str]:
    """The independent origins of all its accounts."""
    return {origin for account in matter.accounts for origin in account.origins}


def _owns(claim: Claim) -> bool:
    who = claim.claimant
    return (
        claim.stance is Stance.ACKNOWLEDGED
        and who is not None
        and who.country is not None
        and any(party.country == who.country for party in claim.by)
    )


def in_words(matter: Matter, claims: Iterable[Claim]) -> str:
    """Both grades in a cell: a person's as set, with the name; else as proposed, with the rule."""
    found = []
    set_by_person = {grade.scale: grade for grade in matter.grades}
    for scale, proposed in (("casualty", casualty(matter, claims)), ("item", item(matter))):
        ruled = set_by_person.get(scale)
        if ruled is not None:
            found.append(f"{ruled.value} (set by {ruled.reviewer})")
        elif proposed is not None:
            found.append(f"{proposed.grade} (proposed: {proposed.rule})")
    return "; ".join(found)
