"""The record's entries: statements, events and claims, each with its evidence.

An entry that cites no words cannot be made: its constructor refuses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from variorum.model.ids import address
from variorum.model.marks import Bound
from variorum.model.spans import Span

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


class Mode(StrEnum):
    """How the words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Force(StrEnum):
    """What the speaker does by saying it."""

    ASSERTS = "asserts"
    ACCUSES = "accuses"
    DENIES = "denies"
    DEMANDS = "demands"
    ACKNOWLEDGES = "acknowledges"
    COMMITS = "commits"
    OFFERS = "offers"
    THREATENS = "threatens"
    ASKS = "asks"
    DOUBTS = "doubts"


class UnnamedSource(StrEnum):
    """What kind of source speaks where no person, body or state is named."""

    OFFICIAL = "official"
    MILITARY = "military"
    DIPLOMATIC = "diplomatic"
    RESIDENT = "resident"
    ANALYST = "analyst"
    STATE_MEDIA = "state media"
    OTHER = "other"


class Stance(StrEnum):
    """How a claimant stands to a claim."""

    ASSERTED = "asserted"
    DENIED = "denied"
    ACKNOWLEDGED = "acknowledged"
    DOUBTED = "doubted"
    WITHDRAWN = "withdrawn"


class Status(StrEnum):
    """How an event is told."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    CALLED_FOR = "called for"
    CONDITIONAL = "conditional"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Party:
    """Someone in a slot: the words that name them and who they were resolved to."""

    name: str
    """Readable name: the resolved one where there is one, else the words."""
    span: Span | None
    """The words that name them: in the slot or, where inferred, where they stand before it; None if nowhere."""
    actors: tuple[str, ...] = ()
    """Actor ids; empty if unresolved, several for a group."""
    country: str | None = None
    role: str | None = None
    is_inferred: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A day in a slot, as far as it is known; `value` None has its reason in `why`."""

    value: str | None
    """EDTF."""
    earliest: str | None
    latest: str | None
    """ISO days, inclusive; None is open."""
    precision: int
    """UCDP date_prec, 1 to 5; 5 also where nothing is known."""
    why: str
    span: Span | None = None
    is_inferred: bool = False

    @classmethod
    def unknown(cls, why: str) -> When:
        """No day, and the reason."""
        return cls(None, None, None, 5, why)

    @property
    def weekday(self) -> int | None:
        """The one weekday its words name where no day is known ("late Saturday"), Monday is 0; None for any other."""
        if self.value is not None or self.span is None:
            return None
        named = {name.lower() for name in _WEEKDAY.findall(self.span.exact)}
        return WEEKDAYS.index(named.pop()) if len(named) == 1 else None


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a slot."""

    name: str
    span: Span | None
    place: str | None = None
    """Place id, where resolved."""
    country: str | None = None
    """Who administers it; claims nothing about sovereignty."""
    precision: int | None = None
    """UCDP where_prec: 1 the place itself, 2 near it, 3 second-level division, 4 first-level division, 5 a part of a
    division or a line, 6 state, 7 water or air; None where no list has the place."""
    why: str = ""
    """How the place was found, or why not."""
    is_inferred: bool = False
    """Taken from what the report tells first, not from the entry's own words."""


DID, BEGAN, UNVERIFIED, CORRECTION = "did", "began", "unverified", "corrected"
"""Topics of claims that hold no figure: a position, an outlet's caveat, an outlet's correction."""


def _refuse_without_evidence(kind: str, evidence: tuple[Span, ...]) -> None:
    if not evidence:
        raise ValueError(f"{kind} without evidence")


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what, through whom, and with what force."""

    id: str
    report_id: str
    speaker: Party | None
    speaker_note: str
    """Why there is no speaker; empty if there is one."""
    addressee: Party | None
    cue: Span | None
    """The word that reports it; None for a quotation without one."""
    content: tuple[Span, ...]
    """The words said, without cue and speaker; several pieces where the cue interrupts."""
    mode: Mode
    force: Force
    within: str | None
    """Id of the statement this one stands in."""
    via: tuple[Party, ...]
    """Relays between speaker and outlet, outermost first; the outlet itself is not listed."""
    said: When
    evidence: tuple[Span, ...]
    """The sentence or sentences."""
    unnamed: UnnamedSource | None = None
    """The kind of source, where the speaker is not named: residents, a Western diplomat."""
    hedges: tuple[Span, ...] = ()
    """Words by which the speaker leaves it open: "may have", "appears"."""
    distance: tuple[Span, ...] = ()
    """Words by which the outlet keeps its distance: "allegedly", "so-called", "without giving evidence"."""
    condition: tuple[Span, ...] = ()
    """The condition of an offer or a threat."""
    is_authors_reading: bool = False
    """An author's guess about someone's mind; not something anyone said."""
    rule: str = ""
    """Name of the rule that found it."""

    def __post_init__(self) -> None:
        _refuse_without_evidence("a statement", self.evidence)
        _refuse_without_evidence("a statement's content", self.content)

    @staticmethod
    def address(report_id: str, cue_start: int, content_start: int) -> str:
        """Id by cue head and content head; without a cue, the opening mark stands for both."""
        return address("statement", report_id, cue_start, content_start)


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, as told."""

    id: str
    report_id: str
    trigger: Span
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    is_reciprocal: bool
    """"A and B met": all in `sources`, no target."""
    plover: str
    """PLOVER event type: CONSULT, ASSAULT, ..."""
    plover_mode: str | None
    cameo: str
    """CAMEO code as text, two to four digits."""
    where: Where | None
    when: When
    status: Status
    within: str | None
    """Id of the statement it is told in; None in the outlet's own voice."""
    evidence: tuple[Span, ...]
    confidence: float = 1.0
    rule: str = ""
    means: tuple[str, ...] = ()
    """By what it was done, every kind that its words can mean (`codes.means`); empty where they do not say."""
    sites: tuple[Span, ...] = ()
    """Names of the quarters and sites it was done to."""

    def __post_init__(self) -> None:
        _refuse_without_evidence("an event", self.evidence)

    @staticmethod
    def address(report_id: str, start: int) -> str:
        """Id by where the trigger word starts."""
        return address("event", report_id, start)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as claimed: its words and its interval."""

    words: Span
    number: Span
    low: float | None
    high: float | None
    is_low_open: bool
    is_high_open: bool
    bound: Bound
    unit: Span | None
    slot: str
    subset: str | None
    is_cumulative: bool | None = None
    hedge: Span | None = None
    is_part: bool = False
    """Whether the words make it a part of another count: "including 13 children"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something asserted, denied, acknowledged or doubted, by whom, as of when."""

    id: str
    report_id: str
    topic: str
    """What it is about: a slot of the vocabulary for figures (`killed`), else `did`, `began`, `unverified`, `corrected`."""
    predicate: Span
    """Head of what is claimed."""
    figure: Figure | None
    stance: Stance
    claimant: Party | None
    """None is the outlet's own voice."""
    as_of: When
    """Day for which the claimant gives it."""
    within: str | None
    """Id of the statement it stands in."""
    event: str | None
    """Id of the event it is about, where one was found."""
    by: tuple[Party, ...]
    """Who caused it."""
    against: tuple[Party, ...]
    """Whose people or things; to whom it was done."""
    where: Where | None
    window: When
    """When it happened."""
    evidence: tuple[Span, ...]
    known_only_from: str | None = None
    """Id of the denial it is known from, where nobody is quoted asserting it."""
    plover: str | None = None
    """PLOVER type of what is claimed to have happened."""
    note: str = ""
    is_main: bool = False
    """Whether it is told of what its report is mainly about, as far as its place in the report shows."""
    means: tuple[str, ...] = ()
    """By what harm was done, every kind that its words can mean (`codes.means`); empty where they do not say."""
    sites: tuple[Span, ...] = ()
    """Names of the quarters and sites where it happened."""

    def __post_init__(self) -> None:
        _refuse_without_evidence("a claim", self.evidence)

    @staticmethod
    def address(
        report_id: str,
        predicate_start: int,
        figure_start: int | None,
        stance: str,
        claimant_start: int | None,
    ) -> str:
        """Id by predicate and number; stance and claimant tell "A says, B denies" in one sentence apart."""
        return address("claim", report_id, predicate_start, figure_start, stance, claimant_start)


Entry = Statement | Event | Claim
