"""The seam every analyser goes through: what it is given, what it may return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeAlias

from variorum.analysers.syntax import Parse
from variorum.crisis import Crisis
from variorum.model.entries import Claim, Entry, Event, Party, Statement
from variorum.model.marks import Mark, Mention, Moment, Quantity
from variorum.model.reports import Report, TextLayer
from variorum.model.spans import Span

Item: TypeAlias = Mark | Entry
"""Anything an analyser may return."""


@dataclass(frozen=True)
class Introduced:
    """What the whole corpus teaches about one name. Made by `register`, read by `resolve`."""

    surname: str
    """The key: the name's last word, as written."""
    name: str
    """The fullest form seen."""
    actor: str
    """Id: `PAK.khawaja-asif`, or the id of an actor of `crisis.toml`."""
    country: str | None
    role: str | None
    titles: tuple[tuple[str, str | None, str], ...] = ()
    """(title as written, country, report id), in canonical order."""
    forms: tuple[str, ...] = ()
    """Every full form seen, sorted."""


@dataclass
class Layers:
    """What is known of one report when a step begins: effective values, human rulings folded in.

    A layer that the step did not require is empty.
    """

    text: TextLayer
    parse: Parse
    mentions: tuple[Mention, ...] = ()
    """As written: the step `mentions`."""
    resolved: tuple[Mention, ...] = ()
    """The same mentions with actors and places: the step `resolve`."""
    moments: tuple[Moment, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    register: tuple[Introduced, ...] = field(default=())
    """Only the entries whose surname occurs in this report."""

    @cached_property
    def _mention_index(self) -> dict[int, list[Mention]]:
        """Resolved mentions by the offset of their head word."""
        index: dict[int, list[Mention]] = {}
        for mention in self.resolved:
            index.setdefault(mention.head.start, []).append(mention)
        return index

    def mention_at(self, offset: int) -> Mention | None:
        """The resolved mention whose head word starts at this offset; the longest if several do."""
        found = self._mention_index.get(offset)
        return max(found, key=lambda mention: mention.span.end - mention.span.start) if found else None

    def mention_in(self, start: int, end: int) -> Mention | None:
        """The first resolved mention whose head lies within these characters, or None."""
        best: Mention | None = None
        for mention in self.resolved:
            if (
                start <= mention.head.start
                and mention.head.end <= end
                and (best is None or mention.head.start < best.head.start)
            ):
                best = mention
        return best

    def party(self, span: Span, head_start: int) -> Party:
        """The party that these words name, resolved through the mention at their head word where there is one."""
        mention = self.mention_at(head_start)
        if mention is None:
            return Party(span.exact, span)
        return Party(mention.name or span.exact, span, mention.actors, mention.country, mention.role)

    def moment_in(self, start: int, end: int) -> Moment | None:
        """The first moment that lies within these characters, or None."""
        for moment in self.moments:
            if start <= moment.span.start and moment.span.end <= end:
                return moment
        return None


class Analyser(Protocol):
    """One step on one report: a pure function of its arguments. No clock, no network, no store."""

    name: str
    version: str
    requires: frozenset[str]
    """Names of the layers it reads: `mentions`, `resolved`, `register`, `moments`, ..."""
    provides: frozenset[str]
    """Names of the layers it writes; usually one."""

    def analyse(self, report: Report, given: Layers, crisis: Crisis) -> Iterable[Item]:
        """The items found, in any order; the gate sorts them.

        Raises:
            AnalyserFault: if this report cannot be analysed; the run goes on without the step.
        """
        ...
