"""Who and where: actors, offices, places, outlets. Ids are readable (`PAK`, `PAK.interior`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    GOVERNMENT = "government"
    BODY = "body"
    """A ministry, an armed force, a party, a company, an international organisation."""
    GROUP = "group"
    """An armed or political group, a population."""
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Office:
    """A post someone holds, with the days it was held where known."""

    title: str
    """Lower case, without the state: `interior minister`."""
    of: str | None
    """Actor id of the state or body."""
    since: str | None = None
    until: str | None = None
    """ISO days, inclusive."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts or speaks."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    """ISO 3166 alpha-3 (or IGO, NGO, ...) of the state it belongs to."""
    role: str | None = None
    """CAMEO role code: GOV, MIL, OPP, REB, MED, ..."""
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place with where it lies; `administered_by` claims nothing about sovereignty."""

    id: str
    name: str
    kind: str
    """`city`, `region`, `country`, `water`, ..."""
    administered_by: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None
    """UCDP where_prec, 1 (exact) to 7 (water or air)."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published: a newspaper, a broadcaster, an agency, a ministry's site."""

    name: str
    domains: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None
    party: str | None = None
    """Actor id of the party to the conflict it belongs to, where a person has said so."""
    is_agency: bool = False
    grade: str | None = None
    """Admiralty A to F, set by a person only."""
