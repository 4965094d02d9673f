"""Whether two places can be one: by id, by name, by what holds what, by how far apart they lie, else by state."""

from __future__ import annotations

import math

from variorum.codes import gazette
from variorum.codes.gazette import Found
from variorum.collate.verdict import Same
from variorum.model.entries import Where

FAR_KM = 50.0
"""Towns that lie further apart are two, however roughly a report names the nearest."""
_EXACT = 1
"""UCDP where_prec of the place itself."""
_TOWNS = frozenset({"city", "capital"})


def places_agree(one: Where | None, other: Where | None) -> Same:
    """Whether two places can be one: by id, by name, else by state."""
    if one is None or other is None:
        return Same.UNKNOWN
    if one.place is not None and other.place is not None:
        known = _known_places_agree(one, other)
        if known is not Same.UNKNOWN:
            return known
    first, second = plain_name(one.name), plain_name(other.name)
    if first == second or first in second or second in first:
        return Same.YES
    if one.country and other.country and one.country != other.country:
        return Same.NO
    return Same.UNKNOWN


def _known_places_agree(one: Where, other: Where) -> Same:
    """Of two places that the tables have: one place (Bathinda, Bhatinda), a town in its region, or two far towns."""
    if one.place == other.place:
        return Same.YES
    first, second = gazette.by_id(str(one.place)), gazette.by_id(str(other.place))
    if first is None or second is None:
        return Same.UNKNOWN
    if first.region == second.id or second.region == first.id:
        return Same.YES
    towns = first.kind in _TOWNS and second.kind in _TOWNS and one.precision == other.precision == _EXACT
    return Same.NO if towns and kilometres(first, second) > FAR_KM else Same.UNKNOWN


def is_great(where: Where) -> bool:
    """Whether it is a city so large that in a war more than one thing happens there in a few days."""
    found = gazette.by_id(where.place) if where.place is not None else None
    return found is not None and found.population >= GREAT


GREAT = 200_000
"""Inhabitants of a great city."""


def kilometres(one: Found, other: Found) -> float:
    """Great-circle distance of two places (haversine, earth radius 6,371 km); 0 where one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    lat, lat2 = math.radians(one.latitude), math.radians(other.latitude)
    turn = math.radians(other.longitude - one.longitude)
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin(turn / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))


def plain_name(name: str) -> str:
    """A name as it is compared: lower case, single blanks, no article."""
    return " ".join(name.lower().split()).removeprefix("the ")
