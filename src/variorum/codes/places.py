"""What tables say of places beside GeoNames: older names with their state, territories that several claim, waters.

Claims nothing about sovereignty: the state is the one that runs a place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from variorum.codes import table
from variorum.codes.folding import fold

KINDS = (
    "country", "continent", "region", "district", "capital", "city", "disputed", "area", "water", "union", "base", "site",
)  # fmt: skip
"""Every kind of place."""


@dataclass(frozen=True, slots=True)
class Area:
    """A territory that several claim, a water, a union of states."""

    names: tuple[str, ...]
    kind: str
    administered: tuple[str, ...]
    """Alpha-3 of those who run it; empty: an authority of its own, or nobody."""
    claimed: tuple[str, ...]


@cache
def places() -> dict[str, str]:
    """Name as written -> code, from an older list."""
    return {row["name"]: row["code"] for row in table("places")}


@cache
def _areas() -> tuple[dict[str, Area], dict[str, Area]]:
    by_name: dict[str, Area] = {}
    by_division: dict[str, Area] = {}
    for row in table("areas"):
        found = Area(_codes(row["names"]), row["kind"], _codes(row["administered"]), _codes(row["claimed"]))
        by_name.update({fold(name): found for name in found.names})
        by_division.update(dict.fromkeys(_codes(row["divisions"]), found))
    return by_name, by_division


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(code for code in cell.split("|") if code)


def area(name: str) -> Area | None:
    """The territory, water or union of that name, or None."""
    return _areas()[0].get(fold(name))


def area_of(division: str) -> Area | None:
    """The territory that several claim in which a division of GeoNames lies (`UA.11`), or None."""
    return _areas()[1].get(division)


_KIND_NOUNS = {
    "water": "river sea ocean lake gulf strait bay canal channel creek reservoir lagoon sound",
    "base": "base airbase garrison barracks cantonment camp fort outpost headquarters cantt",
    "site": "airport airfield hospital mosque church cathedral temple shrine synagogue school station"
    " terminal bridge dam plant refinery prison jail stadium mall market square park street avenue road highway hotel"
    " embassy consulate palace tower building store museum theatre theater crossing checkpoint pass mountain hill hills"
    " heights plain desert port harbour harbor mine field forest valley zone corner",
    "region": "province region state governorate oblast territory republic prefecture voivodeship emirate canton",
    "district": "district county raion rayon tehsil tahsil taluka subdistrict municipality borough division",
    "city": "city town village settlement hamlet municipality suburb neighborhood neighbourhood township",
}
_BY_NOUN = {noun: kind for kind, nouns in _KIND_NOUNS.items() for noun in nouns.split()}


def kind_of_noun(noun: str) -> str | None:
    """The kind of place that a noun, in lower case, says: base, water, province; None for another noun."""
    return _BY_NOUN.get(noun)
