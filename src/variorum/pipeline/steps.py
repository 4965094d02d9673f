"""The job: one report through its steps. Pure, and it travels between processes.

Job in:   report, text, packed parse if known, work known by key, rulings, register
Outcome:  packed parse if fresh, fresh work, effective layers, what failed
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from variorum.analysers.protocol import Analyser, Introduced, Layers
from variorum.crisis import Crisis
from variorum.errors import AnalyserFault, VariorumError
from variorum.model.decisions import Decision
from variorum.model.reports import Report, TextLayer
from variorum.pipeline import gate, ledger, parses
from variorum.review.anchor import find
from variorum.review.fold import fold
from variorum.store.codec import LAYERS, digest_of, pack, unpack
from variorum.store.sqlite import Work


@dataclass(frozen=True)
class Job:
    """Everything one report's steps need."""

    report: Report
    text: TextLayer
    steps: tuple[Analyser, ...]
    crisis: Crisis
    settings: str
    model: str
    """Hash of the parser's weights."""
    parse: bytes | None = None
    known: Mapping[str, Work] = field(default_factory=dict)
    """Work kept from earlier runs, by key."""
    rulings: tuple[Decision, ...] = ()
    """Rulings that apply, on targets in this report or in what it replaced."""
    register: tuple[Introduced, ...] = ()


@dataclass(frozen=True)
class Failure:
    """One step that failed on this report."""

    step: str
    reason: str
    next_step: str


@dataclass(frozen=True)
class Outcome:
    """What became of a job."""

    report_id: str
    layers: Mapping[str, bytes]
    """Layer -> effective items, packed."""
    keys: tuple[str, ...]
    """Keys of all work it rests on."""
    fresh: tuple[Work, ...] = ()
    parse: bytes | None = None
    """A fresh parse; None if the known one was used or none was needed."""
    failures: tuple[Failure, ...] = ()
    applied: Mapping[str, str] = field(default_factory=dict)
    """Ruling id -> id of the item it was applied to."""


def run(job: Job) -> Outcome:
    """All steps on one report. Never raises for a fault of the report or of an analyser: it is told in the outcome."""
    return _Work(job).run()


class _Work:
    """State of one job while it runs."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.layers: dict[str, bytes] = {}
        self.digests = {"register": digest_of(pack(job.register))}
        self.given: Layers | None = None
        self.fresh_parse: bytes | None = None
        self.fresh: list[Work] = []
        self.failures: list[Failure] = []
        self.keys: list[str] = []
        self.applied: dict[str, str] = {}

    def run(self) -> Outcome:
        job = self.job
        reading = ledger.reading_digest(job.report, job.text.id)
        for analyser in job.steps:
            (layer,) = analyser.provides
            key = ledger.step_key(analyser, job.report.id, reading, job.settings, job.model, self.digests)
            self.keys.append(key)
            work = job.known.get(key)
            if work is None:
                work = self._made(analyser, layer, key)
                self.fresh.append(work)
            if work.reason:
                reason, _, next_step = work.reason.partition("\n")
                self.failures.append(Failure(analyser.name, reason, next_step))
            packed = self._folded(layer, work.value)
            self.layers[layer] = packed
            self.digests[layer] = digest_of(packed)
            if self.given is not None:
                setattr(self.given, layer, unpack(packed, LAYERS[layer]))
        return Outcome(
            job.report.id,
            self.layers,
            tuple(self.keys),
            tuple(self.fresh),
            self.fresh_parse,
            tuple(self.failures),
            self.applied,
        )

    def _made(self, analyser: Analyser, layer: str, key: str) -> Work:
        """Runs the step; a failure gives an empty layer and its reason."""
        job = self.job
        try:
            given = self._layers()
            items = gate.admit(analyser.analyse(job.report, given, job.crisis), layer, job.report, job.text)
        except VariorumError as err:
            if err.stops_the_run:
                raise
            return Work(key, job.report.id, analyser.name, pack(()), f"{err.reason}\n{err.next_step}")
        except (
            ArithmeticError,
            AssertionError,
            AttributeError,
            LookupError,
            TypeError,
            ValueError,
            RecursionError,
        ) as err:
            fault = AnalyserFault(f"{type(err).__name__}: {err}".replace("\n", " "))
            told = "The rest of the run goes on; please report it with the page if you may."
            return Work(key, job.report.id, analyser.name, pack(()), f"{fault.reason}\n{told}")
        return Work(key, job.report.id, analyser.name, pack(items))

    def _layers(self) -> Layers:
        """What the steps are given; the parse is restored or made only when a step really runs."""
        if self.given is not None:
            return self.given
        job = self.job
        parse = None
        if job.parse is not None:
            try:
                parse = parses.restored(job.report, job.text, job.parse)
            except ValueError:  # a damaged cache is thrown away
                parse = None
        if parse is None:
            self.fresh_parse = parses.fresh(job.report, job.text, job.crisis)
            parse = parses.restored(job.report, job.text, self.fresh_parse)
        self.given = Layers(job.text, parse, register=job.register)
        for layer, packed in self.layers.items():
            setattr(self.given, layer, unpack(packed, LAYERS[layer]))
        return self.given

    def _folded(self, layer: str, value: bytes) -> bytes:
        """The layer with rulings folded in; the very bytes if none applies."""
        kinds = gate.KINDS[layer].__name__.lower()
        rulings = [ruling for ruling in self.job.rulings if ruling.anchors and ruling.anchors[0].kind == kinds]
        if not rulings:
            return value
        items = unpack(value, LAYERS[layer])
        by_id = {item.id for item in items}
        applying: dict[str, Decision] = {}
        for ruling in rulings:
            target = ruling.target if ruling.target in by_id else find(ruling.anchors[0], items, self.job.text.text)
            if target is not None:
                applying[target] = ruling
                self.applied[ruling.id] = target
        for target, ruling in sorted(applying.items()):
            try:
                items = fold(items, {target: ruling})
            except VariorumError as err:  # a correction that no longer fits costs itself, not the report
                self.failures.append(Failure(layer, f"ruling {ruling.id}: {err.reason}", err.next_step))
                del self.applied[ruling.id]
        return pack(items)


def run_all(jobs: Iterable[Job]) -> list[Outcome]:
    """Several jobs in one process, in order."""
    return [run(job) for job in jobs]
