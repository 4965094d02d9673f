"""The record as views read it: the folded parts of a store, decoded when they are asked for."""

from __future__ import annotations

import dataclasses
from functools import cached_property
from typing import Any

import msgspec

from variorum.errors import NotFound
from variorum.model.decisions import Decision
from variorum.model.entries import Claim, Event, Statement
from variorum.model.ids import digest
from variorum.model.marks import Mention, Moment, Quantity
from variorum.model.matters import Matter
from variorum.model.reports import Capture, Kinship, Report, Story, TextLayer
from variorum.model.troubles import NotTaken, Trouble
from variorum.store.base import RunCard
from variorum.store.codec import CORPUS, LAYERS, digest_of, unpack
from variorum.store.sqlite import Store


class KeptRecord:
    """`store.base.Record` over an open store; `run` is "now", or "before" for what the last run replaced."""

    def __init__(self, store: Store, *, run: str = "now", cpu: str = "") -> None:
        self._store = store
        self._run = run
        self._cpu = cpu
        self._texts: dict[str, TextLayer] = {}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {capture.id: capture.name for capture in self._captures.values()}

    @cached_property
    def _captures(self) -> dict[str, Capture]:
        return {capture.id: capture for capture in self._store.captures()}

    def _part(self, part: str) -> Any:
        packed = self._store.effective(part, run=self._run)
        return unpack(packed, CORPUS[part]) if packed is not None else ()

    def _named(self, report: Report) -> Report:
        return dataclasses.replace(report, name=self._names.get(report.capture_id, ""))

    def _layer(self, layer: str) -> tuple[Any, ...]:
        found: list[Any] = []
        for report in self.reports:
            packed = self._store.effective(layer, report.id, run=self._run)
            if packed is not None:
                found.extend(unpack(packed, LAYERS[layer]))
        return tuple(found)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Reports that count, by day, then id."""
        return tuple(map(self._named, self._part("reports")))

    @cached_property
    def excluded(self) -> tuple[tuple[Report, str], ...]:
        """Reports left out, with the reason."""
        return tuple((self._named(report), why) for report, why in self._part("excluded"))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Resolved mentions."""
        return self._layer("resolved")

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """When, as written and resolved."""
        return self._layer("moments")

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers, as written."""
        return self._layer("quantities")

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Who says what."""
        return self._layer("statements")

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Who did what to whom."""
        return self._layer("events")

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What is asserted, denied, acknowledged or doubted."""
        return self._layer("claims")

    @cached_property
    def kinships(self) -> tuple[Kinship, ...]:
        """Which reports depend on which."""
        found: tuple[Kinship, ...] = self._part("kinships")
        return found

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Which reports tell one happening."""
        found: tuple[Story, ...] = self._part("stories")
        return found

    @cached_property
    def matters(self) -> tuple[Matter, ...]:
        """Heaviest first."""
        found: tuple[Matter, ...] = self._part("matters")
        return found

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Every ruling."""
        return self._store.decisions()

    @cached_property
    def troubles(self) -> tuple[Trouble, ...]:
        """What failed: inputs first, then steps."""
        told = self._store.meta("troubles")
        steps = msgspec.json.decode(told, type=tuple[Trouble, ...]) if told else ()
        return (*self._store.refused(), *steps)

    @property
    def not_taken(self) -> tuple[NotTaken, ...]:
        """What was handed over and not read."""
        return self._store.not_taken()

    @cached_property
    def run(self) -> RunCard | None:
        """What made this record."""
        steps = self._store.meta("steps")
        if steps is None:
            return None
        return RunCard(
            self._store.meta("version") or "",
            self._store.meta("card") or "",
            msgspec.json.decode(steps, type=tuple[tuple[str, str], ...]),
            self._store.meta("settings") or "",
            self._cpu,
        )

    def text(self, text_id: str) -> TextLayer:
        """The text layer of that id.

        Raises:
            NotFound: if there is none.
        """
        if text_id not in self._texts:
            self._texts[text_id] = self._store.text(text_id)
        return self._texts[text_id]

    def capture(self, capture_id: str) -> Capture:
        """The capture of that id.

        Raises:
            NotFound: if there is none.
        """
        if capture_id not in self._captures:
            raise NotFound(f"no capture {capture_id}")
        return self._captures[capture_id]

    def digest(self) -> str:
        """One digest over the folded parts and the rulings; file names and failures are in none of them."""
        return digest([(part, report, digest_of(value)) for part, report, value in self._store.effective_parts()])
