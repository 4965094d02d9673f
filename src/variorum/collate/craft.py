"""What is told of counted craft: that they were lost, or that they were used. Forty rockets fired are no forty lost."""

from __future__ import annotations

from typing import Literal

from variorum.model.entries import Claim

CRAFT = frozenset({"aircraft", "drones", "missiles", "vehicles"})
"""Slots of things that fly, drive or sail."""
LOST = frozenset(
    "down downed downing shoot shot shooting lose lost losing loss losses destroy destroys destroyed destroying crash crashed"
    " crashes sink sank sunk sinks intercept intercepts intercepted intercepting wreck wrecked damaged capture captured"
    " captures seize seized seizes knocked".split()
)
"""Words by which craft are told to be lost."""
_USED = frozenset(
    "launch launches launched launching fire fires fired firing use uses used using send sends sent sending deploy deploys"
    " deployed deploying fly flew flown flying scramble scrambled involve involved involving carried carrying conducted"
    " targeted targeting struck striking hit hitting attacked attacking".split()
)


def fate(claim: Claim) -> Literal["lost", "used", ""]:
    """Whether the craft a claim counts were lost or used, by its verb, else by its words; empty where they do not say."""
    verb = claim.predicate.exact.lower()
    if verb in LOST | _USED:
        return "lost" if verb in LOST else "used"
    words = {word.strip("“”\"'.,;:()").lower() for span in claim.evidence for word in span.exact.split()}
    lost, used = bool(words & LOST), bool(words & _USED)
    return "" if lost == used else "lost" if lost else "used"


_KINDS = {
    **dict.fromkeys(
        "house houses home homes apartment apartments flat flats dwelling dwellings shop shops".split(), "dwellings"
    ),
    **dict.fromkeys("hospital hospitals clinic clinics".split(), "hospitals"),
    **dict.fromkeys("school schools university universities".split(), "schools"),
    **dict.fromkeys("mosque mosques church churches temple temples".split(), "places of worship"),
    **dict.fromkeys("bridge bridges".split(), "bridges"),
    **dict.fromkeys("village villages town towns city cities".split(), "towns"),
}
"""Nouns of the slot `sites` -> what they are; "sites", "locations" and bases can be any of them but dwellings."""


def are_other_sites(one: Claim, other: Claim) -> bool:
    """Whether two counts of sites are known to count other things: houses are no towns, and no military sites."""
    if one.topic != "sites" or other.topic != "sites":
        return False
    first, second = site_kind(one), site_kind(other)
    return first != second and (bool(first and second) or "dwellings" in (first, second))


def site_kind(claim: Claim) -> str:
    """What the sites of a claim are, by the last word of what is counted; empty for sites at large."""
    unit = claim.figure.unit.exact if claim.figure is not None and claim.figure.unit is not None else ""
    return _KINDS.get((unit.lower().split() or [""])[-1], "")
