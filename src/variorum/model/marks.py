"""What is written: names, days, quantities, before anyone says what they amount to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from variorum.model.ids import address
from variorum.model.spans import Span


class MentionKind(StrEnum):
    """How someone or something is mentioned."""

    NAME = "name"
    DESCRIPTION = "description"
    """"the minister", "diplomatic sources"."""
    PRONOUN = "pronoun"
    GROUP = "group"
    """"both sides", "the two neighbours"."""
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Introduction:
    """What one mention teaches about a person: "Pakistan's Defence Minister Khawaja Asif"."""

    name: str
    """The name alone, as written: `Khawaja Asif`."""
    title: str | None
    """The office as written, lower case: `defence minister`; None where only a country is given."""
    country: str | None
    """Actor id of the state or body the title belongs to."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe someone or some place."""

    id: str
    report_id: str
    span: Span
    kind: MentionKind
    head: Span
    """The head noun of the words."""
    actors: tuple[str, ...] = ()
    """Actor ids it was resolved to: several for "both sides", none if unresolved."""
    candidates: tuple[str, ...] = ()
    """Ids of actors or places that were weighed and not chosen."""
    place: str | None = None
    """Place id (`geonames:1172451`), where it is (also) a place that a list has; as written until resolved."""
    place_kind: str | None = None
    """country, capital, city, region, district, disputed, area, water, base, site, ...: where it is (also) a place."""
    country: str | None = None
    """Alpha-3 or body code of the state it belongs to, where known."""
    role: str | None = None
    """CAMEO role code, where known."""
    name: str = ""
    """Best readable name once resolved; the words themselves until then."""
    introduces: Introduction | None = None
    why: str = ""
    """How it was resolved, or why not."""

    @staticmethod
    def address(report_id: str, start: int, end: int) -> str:
        """Id of the mention that stands there."""
        return address("mention", report_id, start, end)


@dataclass(frozen=True, slots=True)
class Moment:
    """Words that say when, and the days they come to."""

    id: str
    report_id: str
    span: Span
    value: str | None
    """EDTF of the days meant (`2025-05-07`, `2025-05`, `2025-05-07/2025-05-09`, `../2021`); None if nobody can say."""
    earliest: str | None
    latest: str | None
    """ISO days, inclusive; None is open."""
    precision: int
    """UCDP date_prec: 1 exact day, 2 range of 2-6 days, 3 week, 4 month, 5 year or wider or unknown."""
    clock: str | None = None
    """`T14:30` where a clock time is given, in the zone of the place; `T14:30Z` where the words say GMT or UTC."""
    anchor: str | None = None
    """ISO day it was counted from, where it was."""
    is_inferred: bool = False
    why: str = ""
    """Rule and anchor, or the reason why there is no day."""

    @staticmethod
    def address(report_id: str, start: int, end: int) -> str:
        """Id of the moment that stands there."""
        return address("moment", report_id, start, end)


class Bound(StrEnum):
    """What the words promise about the number."""

    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    APPROXIMATE = "approximate"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, its interval, and what it counts."""

    id: str
    report_id: str
    span: Span
    """The number words with their qualifier: "at least 20"."""
    number: Span
    """The bare number word: "20"."""
    low: float | None
    high: float | None
    """Bounds of the interval; None is unknown."""
    is_low_open: bool
    is_high_open: bool
    """True where the bound itself is excluded ("more than 20")."""
    bound: Bound
    unit: Span | None
    """The noun counted, with its modifiers: "Indian fighter jets"."""
    slot: str
    """One of the slots of the vocabulary: killed, wounded, aircraft, ...; `other` if none fits."""
    subset: str | None = None
    """civilians, soldiers, tourists, women, children, ... where the words narrow it."""
    hedge: Span | None = None
    whole: Span | None = None
    """The total it is a part of: "31" in "29 of 31"."""
    is_part: bool = False
    """Whether the words make it a part of another count, named or not: "including 13 children", "six of those killed"."""

    @staticmethod
    def address(report_id: str, start: int, end: int) -> str:
        """Id of the quantity whose number stands there."""
        return address("quantity", report_id, start, end)


Mark = Mention | Moment | Quantity
