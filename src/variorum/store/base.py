"""What the store keeps, as the rest of the house sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from variorum.model.decisions import Decision
from variorum.model.entries import Claim, Event, Statement
from variorum.model.marks import Mention, Moment, Quantity
from variorum.model.matters import Matter
from variorum.model.reports import Capture, Kinship, Report, Story, TextLayer
from variorum.model.troubles import NotTaken, Trouble


@dataclass(frozen=True, slots=True)
class RunCard:
    """What made this record: kept with each run."""

    version: str
    """Of Variorum."""
    model: str
    """Name, version and hash of the parser's weights."""
    steps: tuple[tuple[str, str], ...]
    """(step, version), in order."""
    config: str
    """Digest of the crisis.toml in force."""
    cpu: str
    """CPU family; equal digests are promised within one."""


class Record(Protocol):
    """The effective record, read-only: machine output with every ruling folded in.

    Every tuple is in canonical order (reports by published day, then id; the rest by report, place, id).
    """

    @property
    def reports(self) -> tuple[Report, ...]:
        """Reports that count: not excluded, not superseded."""
        ...

    @property
    def excluded(self) -> tuple[tuple[Report, str], ...]:
        """Reports a person excluded or a later saving replaced, with the reason."""
        ...

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Resolved mentions."""
        ...

    @property
    def moments(self) -> tuple[Moment, ...]:
        """When, as written and resolved."""
        ...

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers, as written."""
        ...

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who says what."""
        ...

    @property
    def events(self) -> tuple[Event, ...]:
        """Who did what to whom."""
        ...

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What is asserted, denied, acknowledged or doubted."""
        ...

    @property
    def kinships(self) -> tuple[Kinship, ...]:
        """Which reports depend on which."""
        ...

    @property
    def stories(self) -> tuple[Story, ...]:
        """Which reports tell one happening."""
        ...

    @property
    def matters(self) -> tuple[Matter, ...]:
        """In the order of the page: heaviest first."""
        ...

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every ruling, withdrawn ones included."""
        ...

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What failed."""
        ...

    @property
    def not_taken(self) -> tuple[NotTaken, ...]:
        """What was handed over and not read."""
        ...

    @property
    def run(self) -> RunCard | None:
        """What made this record; None before the first run."""
        ...

    def text(self, text_id: str) -> TextLayer:
        """The text layer of that id.

        Raises:
            NotFound: if there is none.
        """
        ...

    def capture(self, capture_id: str) -> Capture:
        """The capture of that id.

        Raises:
            NotFound: if there is none.
        """
        ...

    def digest(self) -> str:
        """One digest over the effective record, the same for the same input, version and rulings."""
        ...
