"""`Desk`: the whole product as one object. Command line, web and notebooks go through it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import platform
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO, Self

import msgspec

from variorum import __version__, sources
from variorum import crisis as settings
from variorum.crisis import Crisis
from variorum.errors import ConfigError, NotFound, SourceError, StoreError
from variorum.model.decisions import Anchor, Decision, Verdict
from variorum.model.entries import Claim, Event
from variorum.model.ids import digest
from variorum.model.matters import GRADES, Matter
from variorum.model.reports import Report
from variorum.pipeline import gate
from variorum.pipeline.intake import Added, Intake
from variorum.pipeline.run import Progress, Setup, bring_up_to_date
from variorum.plugins import analysers
from variorum.review.anchor import KINDS, anchor_of
from variorum.review.fold import corrected, live, settled
from variorum.review.identities import FIELD, ruled
from variorum.review.mastheads import told
from variorum.review.queue import Waiting, queue
from variorum.store.base import Record
from variorum.store.codec import decision_from, decision_line
from variorum.store.kept import KeptRecord
from variorum.store.sqlite import Store
from variorum.views import actors as who
from variorum.views import change as changes

OFFERED = frozenset(set(Verdict) - {Verdict.ADD})
"""Verdicts this version can apply."""


class Desk:
    """An open crisis. Use as a context manager.

    >>> with Desk.open("my-crisis", create=True) as desk:   # doctest: +SKIP
    ...     desk.add(["page1.html"])
    ...     desk.run()
    ...     desk.record.matters
    """

    def __init__(self, folder: Path, store: Store, crisis: Crisis) -> None:
        self.folder = folder
        self.crisis = crisis
        self._store = store

    @classmethod
    def open(cls, folder: Path | str, *, create: bool = False) -> Self:
        """The crisis in that folder.

        Args:
            folder: holds crisis.toml and the record.
            create: makes the folder, a commented crisis.toml and an empty record where they are missing.

        Raises:
            StoreError: if there is no record (and `create` is False), or it cannot be opened.
            ConfigError: if crisis.toml says something that cannot be.
        """
        folder = Path(folder)
        if create:
            try:
                folder.mkdir(parents=True, exist_ok=True)
                path = folder / settings.FILE_NAME
                if not path.exists():
                    path.write_text(settings.TEMPLATE, encoding="utf-8")
            except OSError as err:
                raise StoreError(
                    f"the crisis folder cannot be made: {err.strerror}",
                    place=str(folder),
                    next_step="Name a folder that can be written.",
                ) from err
        crisis = settings.load(folder)
        return cls(folder, Store(folder, create=create), crisis)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the record."""
        self._store.close()

    # Reading

    def add(self, paths: Iterable[Path | str], *, progress: Progress | None = None) -> Added:
        """Takes files, folders and globs in; each document is kept as soon as it is read.

        A feed, an archive or a mail is opened and its documents taken one by one, so that a run that was broken off
        goes on where it stood. In a folder only known report forms are taken; a file named itself is always tried.

        Args:
            paths: what to read.
            progress: called with (what, done, total).

        Raises:
            StoreError: if the record cannot be written.
        """
        intake = Intake(self._store, progress)
        intake.paths(paths)
        self._forget_record()
        return intake.done()

    def add_stream(self, stream: BinaryIO, name: str) -> Added:
        """Takes in what a stream holds, a document or a container of them.

        Args:
            stream: open for bytes.
            name: to show for it.

        Raises:
            StoreError: if the record cannot be written.
        """
        intake = Intake(self._store)
        intake.stream(stream, name)
        self._forget_record()
        return intake.done()

    def run(self, *, processes: int | None = 1, progress: Progress | None = None) -> bool:
        """Brings the record up to date; False if there was nothing to do.

        Args:
            processes: at most so many; None is one for each core where there is enough to parse. More than one starts
                the calling program's main module anew in each, so it needs an `if __name__ == "__main__":` there.
            progress: called with (what, done, total).

        Raises:
            StoreError: if the record cannot be written.
            ConfigError: if no weights are installed or a setting cannot be.
        """
        crisis = ruled(self.crisis, live(self._store.decisions()))
        setup = Setup(__version__, crisis, analysers(crisis), processes, progress)
        changed = bring_up_to_date(self._store, setup)
        self._forget_record()
        return changed

    # The record

    def _forget_record(self) -> None:
        self.__dict__.pop("record", None)

    @cached_property
    def record(self) -> Record:
        """The effective record, read-only."""
        return KeptRecord(self._store, cpu=platform.machine())

    @property
    def previous(self) -> Mapping[str, tuple[str, str, str]]:
        """The record before the last run that changed anything, as `views.change` compares it."""
        return changes.effective(KeptRecord(self._store, run="before"))

    def digest(self) -> str:
        """One digest over the effective record."""
        return self.record.digest()

    def check(self) -> tuple[str, ...]:
        """Every broken promise found: spans that are not their words, texts that are not their files; none is right."""
        problems = []
        record = self.record
        texts = self._store.texts()
        captures = {capture.id: capture for capture in self._store.captures()}
        for text in texts.values():
            capture = captures[text.capture_id]
            try:
                again = sources.take(self._store.data(capture.id), name=capture.name, locator=capture.locator).text
            except SourceError as err:
                problems.append(f"{capture.name}: cannot be taken in again: {err.reason}")
                continue
            if (again.id, again.text) != (text.id, text.text):
                problems.append(f"{capture.name}: its text is not what its bytes give; run `variorum run`")
        by_id = {report.id: report for report in record.reports}
        for report in record.reports:
            problems += [
                f"{report.name}: masthead: {fault}"
                for span in gate.spans_of(report.masthead)
                if (fault := gate.fault_of(span, report, texts[report.text_id]))
            ]
        layers: tuple[tuple[Any, ...], ...] = (
            record.mentions,
            record.moments,
            record.quantities,
            record.statements,
            record.events,
            record.claims,
        )
        for item in (item for layer in layers for item in layer):
            report = by_id[item.report_id]
            for span in gate.spans_of(item):
                fault = gate.fault_of(span, report, texts[report.text_id])
                if fault:
                    problems.append(f"{report.name}: {item.id}: {fault}")
        for matter in record.matters:
            problems += [
                f"{matter.title}: cites {span.exact[:40]!r} where its text has other words"
                for span in gate.spans_of(matter)
                if span.text_id not in texts or texts[span.text_id].text[span.start : span.end] != span.exact
            ]
        return tuple(problems)

    # Rulings

    def decide(
        self,
        target: str,
        verdict: Verdict,
        *,
        reviewer: str,
        note: str = "",
        change: Mapping[str, Any] | None = None,
        others: Iterable[str] = (),
    ) -> Decision:
        """Appends a ruling; it takes effect with the next run.

        Raises:
            NotFound: if nothing has that id.
            ConfigError: if the verdict cannot be applied to it, or a change names no field or no possible value.
        """
        change, others = dict(change or {}), tuple(others)
        if verdict not in OFFERED:
            raise ConfigError(
                f"{verdict.value!r} is not offered yet", place="review", next_step="See: variorum review --help"
            )
        found = [self._item(wanted) for wanted in (target, *others)]
        item = found[0]
        if verdict is Verdict.CORRECT:
            if not change:
                raise ConfigError("a correction needs a change", place="review", next_step="Say FIELD=VALUE.")
            if isinstance(item, Report):
                told(item, change, "ruled by a person")
            else:
                corrected(item, change)
        if verdict is Verdict.RESTATE_SCOPE:
            if not isinstance(item, Claim) or not change:
                raise ConfigError(
                    "only a claim's scope is restated", place=target, next_step="Name a claim and a part."
                )
            corrected(item, change)
        if verdict is Verdict.GRADE and not (
            isinstance(item, Claim | Event)
            and change
            and all(value in GRADES.get(scale, ()) for scale, value in change.items())
        ):
            known = "; ".join(f"{scale}: {', '.join(values)}" for scale, values in GRADES.items())
            raise ConfigError(
                "this is no grade, or nothing that is graded", place=target, next_step=f"Grades: {known}."
            )
        if verdict in (Verdict.SAME, Verdict.DIFFERENT) and not others:
            raise ConfigError("it takes two or more ids", place="review", next_step="Name them all.")
        if verdict is Verdict.EXCLUDE and not isinstance(item, Report):
            raise ConfigError("only reports are excluded", place=target, next_step="Use: variorum review reject")
        if verdict is Verdict.WITHDRAW and not isinstance(item, Decision):
            raise ConfigError("only rulings are withdrawn", place=target, next_step="See: variorum review list")
        return self._append(
            target, verdict, reviewer, note, change, others, digest(item), tuple(map(self._anchor, found))
        )

    def decide_who(self, wanted: Iterable[str], verdict: Verdict, *, reviewer: str, note: str = "") -> Decision:
        """Appends a ruling that these actors are one, or are not; it takes effect with the next run.

        Args:
            wanted: two or more actors, each by its id or a name under which the record has it.
            verdict: same or different.
            reviewer: who rules.
            note: why.

        Raises:
            NotFound: if a name stands for nobody, or for several.
            ConfigError: if they are one already, or there are not two of them.
        """
        names = list(dict.fromkeys(wanted))
        if verdict not in (Verdict.SAME, Verdict.DIFFERENT) or len(names) < 2:
            raise ConfigError("it takes two or more actors", place="actors", next_step="Name them all.")
        chosen = [who.named(name, self.record.mentions) for name in names]
        told_apart = who.as_settings(names, chosen, is_same=verdict is Verdict.SAME)
        change = {FIELD: msgspec.to_builtins(told_apart)}
        target, *others = (actor.id for actor in told_apart)
        return self._append(target, verdict, reviewer, note, change, tuple(others), digest(change), ())

    def _append(
        self,
        target: str,
        verdict: Verdict,
        reviewer: str,
        note: str,
        change: dict[str, Any],
        others: tuple[str, ...],
        digest_seen: str,
        anchors: tuple[Anchor, ...],
    ) -> Decision:
        supersedes = tuple(
            earlier.id
            for earlier in live(self._store.decisions())
            if earlier.target == target
            and earlier.reviewer == reviewer
            and earlier.others == others
            and _family(verdict) == _family(earlier.verdict) != Verdict.COMMENT
        )
        made = Decision(
            id="",
            target=target,
            verdict=verdict,
            reviewer=reviewer,
            note=note,
            change=change,
            others=others,
            digest_seen=digest_seen,
            anchors=anchors,
            supersedes=supersedes,
            decided=dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
        decision = dataclasses.replace(made, id=Decision.address(digest(made)))
        self._store.keep_decisions([decision])
        self._forget_record()
        return decision

    def _item(self, wanted: str) -> Any:
        record = self.record
        for group in (
            record.reports,
            record.statements,
            record.events,
            record.claims,
            record.mentions,
            record.moments,
            record.quantities,
            record.decisions,
            [report for report, _ in record.excluded],
            record.matters,
        ):
            for item in group:
                if item.id == wanted:
                    return item
        raise NotFound(f"nothing has the id {wanted!r}", place="review", next_step="Ids: variorum show ... --json")

    def _anchor(self, item: Any) -> Anchor:
        if isinstance(item, Report):
            return Anchor("report", item.id)
        if isinstance(item, Decision):
            return Anchor("decision")
        if isinstance(item, Matter):
            return Anchor("matter")
        if type(item) not in KINDS:
            raise ConfigError("this cannot be ruled on", place=str(item.id), next_step="")
        report = next(report for report in self.record.reports if report.id == item.report_id)
        return anchor_of(item, self.record.text(report.text_id).text)

    def decisions(self) -> tuple[Decision, ...]:
        """Every ruling, by id."""
        return self._store.decisions()

    def export_decisions(self) -> str:
        """Every ruling as a line of JSON."""
        return "".join(decision_line(decision) + "\n" for decision in self._store.decisions())

    def import_decisions(self, lines: str) -> int:
        """Takes rulings in: a union, whatever the order. Returns how many were new.

        Raises:
            ConfigError: with the line that holds none; then nothing is taken.
        """
        found = []
        for number, line in enumerate(lines.splitlines(), 1):
            if not line.strip():
                continue
            try:
                found.append(decision_from(line))
            except ValueError as err:
                raise ConfigError(
                    f"not a ruling: {err}",
                    place=f"line {number}",
                    next_step="The file must be one that `variorum review export` wrote.",
                ) from err
        count = self._store.keep_decisions(found)
        self._forget_record()
        return count

    def queue(self) -> tuple[Waiting, ...]:
        """What waits for a person."""
        decisions = live(self._store.decisions())
        adrift_ids = set(msgspec.json.decode(self._store.meta("adrift") or "[]", type=list[str]))
        _, disputed = settled(decisions)
        adrift = [decision for decision in decisions if decision.id in adrift_ids]
        return queue(self.record.reports, self.record.matters, disputed, adrift)


def _family(verdict: Verdict) -> Verdict:
    """Rulings of one family on one target replace each other; a grade replaces no correction."""
    return verdict if verdict in (Verdict.COMMENT, Verdict.GRADE, Verdict.RESTATE_SCOPE) else Verdict.CONFIRM


__all__ = ["Added", "Desk"]
