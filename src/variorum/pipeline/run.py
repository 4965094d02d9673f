"""A run: bring the record up to date with its captures, its settings and its rulings.

Reports are read side by side; one writer keeps what they give. What was finished is kept when a run is stopped, and
the record that people see changes in one step at the end.
"""

from __future__ import annotations

import dataclasses
import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any, Self

import msgspec

from variorum import reports as reading
from variorum import sources
from variorum.analysers import parsing, register
from variorum.analysers.masking import of_crisis
from variorum.analysers.protocol import Analyser, Introduced
from variorum.crisis import Crisis
from variorum.errors import ConfigError, SourceError, StoreError
from variorum.model.decisions import Decision, Verdict
from variorum.model.ids import digest as digest_of_value
from variorum.model.reports import Report, TextLayer
from variorum.model.troubles import Trouble
from variorum.pipeline import compared, corpus, ledger, parses, steps
from variorum.reports.savings import superseded
from variorum.review.fold import live, settled
from variorum.review.mastheads import RULED, TOLD, of_outlet, setting_for, told
from variorum.store.codec import LAYERS, pack, unpack
from variorum.store.sqlite import Store

Progress = Callable[[str, int, int], None]

JOBS_PER_PROCESS = 30
"""A further process pays for loading the weights (3 s) only with that many reports to parse."""
WAITING_PER_PROCESS = 3
"""Jobs handed out ahead for each process: bounded memory, however many reports."""


@dataclass(frozen=True)
class Setup:
    """What a run rests on beside its captures and rulings."""

    version: str
    crisis: Crisis
    analysers: tuple[Analyser, ...]
    processes: int | None = None
    progress: Progress | None = None


@dataclass
class _Gathered:
    """What the jobs gave, as it comes in."""

    layers: dict[tuple[str, str], bytes] = field(default_factory=dict)
    """(layer, report id) -> effective items."""
    keys: set[str] = field(default_factory=set)
    troubles: list[Trouble] = field(default_factory=list)
    applied: dict[str, str] = field(default_factory=dict)


def fingerprint(store: Store, setup: Setup, card: parsing.ModelCard) -> str:
    """Digest of all that the record follows from; equal to the last run's means that nothing is to be done."""
    return ledger.run_key(
        [
            setup.version,
            reading.VERSION,
            [(step.name, step.version) for step in setup.analysers],
            msgspec.to_builtins(setup.crisis),
            card.hash,
            [(capture.id, capture.name) for capture in store.captures()],
            [decision.id for decision in store.decisions()],
        ]
    )


def bring_up_to_date(store: Store, setup: Setup) -> bool:
    """Runs what needs to run; False if there was nothing to do.

    Raises:
        StoreError: if the record cannot be written.
        ConfigError: if there are no weights, or a setting cannot be.
    """
    card = parsing.card(setup.crisis.analysers.model)
    mark = fingerprint(store, setup, card)
    if store.meta("fingerprint") == mark:
        return False
    _read_again(store, setup)
    rulings = live(store.decisions())
    applies, disputed = settled(rulings)
    counting, left_out, replaced, troubles = _effective_reports(store, setup, applies)
    texts = store.texts()
    gathered = _Gathered(troubles=troubles)
    analysed = [report for report in counting if report.masthead.language.value in (None, "en")]
    _analyse(store, setup, card, analysed, texts, _by_report(applies.values(), replaced), gathered)
    layers = {
        layer: {report.id: unpack(gathered.layers[layer, report.id], kind) for report in analysed}
        for layer, kind in LAYERS.items()
        if all((layer, report.id) in gathered.layers for report in analysed)
    }
    _tell(setup, "collating", 0, 1)
    works = store.works("")
    memo, kept = corpus.remembered(works), compared.remembered(works)
    joined, joins_applied = corpus.join(counting, texts, layers, rulings, setup.crisis, memo, kept)
    store.keep_work([*corpus.works_of(memo), *compared.works_of(joined.compared, kept)])
    gathered.keys |= memo.used | compared.keys(joined.compared)
    _tell(setup, "collating", 1, 1)
    gathered.applied.update(joins_applied)
    nameless = tuple(dataclasses.replace(report, name="") for report in counting)
    adrift = [
        ruling.id
        for ruling in rulings
        if ruling.anchors
        and ruling.anchors[0].kind not in ("report", "decision", "matter")
        and ruling.verdict not in (Verdict.COMMENT, Verdict.ADJUDICATE)
        and ruling.target not in disputed
        and ruling.id not in gathered.applied
    ]
    parts: dict[tuple[str, str], bytes] = {
        ("reports", ""): pack(nameless),
        ("excluded", ""): pack(tuple((dataclasses.replace(report, name=""), why) for report, why in left_out)),
        ("kinships", ""): pack(joined.kinships),
        ("stories", ""): pack(joined.stories),
        ("matters", ""): pack(joined.matters),
        ("rulings", ""): pack([ruling.id for ruling in rulings]),
        **gathered.layers,
    }
    troubles = [*gathered.troubles, *joined.troubles]
    store.replace_effective(
        parts,
        gathered.keys,
        {
            "fingerprint": mark,
            "troubles": msgspec.json.encode(troubles).decode(),
            "adrift": msgspec.json.encode(adrift).decode(),
            "carried": msgspec.json.encode(gathered.applied).decode(),
            "card": str(card),
            "settings": digest_of_value(msgspec.to_builtins(setup.crisis)),
            "steps": msgspec.json.encode([(step.name, step.version) for step in setup.analysers]).decode(),
            "version": setup.version,
        },
    )
    return True


def _tell(setup: Setup, what: str, done: int, total: int) -> None:
    if setup.progress is not None:
        setup.progress(what, done, total)


def _read_again(store: Store, setup: Setup) -> None:
    """Reads captures again whose text or reports an earlier version made."""
    intakes = store.intakes()
    old = [capture for capture in store.captures() if intakes.get(capture.id) != reading.VERSION]
    for number, capture in enumerate(old, 1):
        data = store.data(capture.id)
        try:
            taken = sources.take(data, name=capture.name, locator=capture.locator)
            found = reading.read(taken)
            store.keep_reading(taken.capture, taken.text, found, reading.VERSION)
        except SourceError as err:
            store.note_refused(Trouble(capture.locator, "reading again", err.reason, err.next_step))
        _tell(setup, "reading again", number, len(old))


def _effective_reports(
    store: Store, setup: Setup, applies: Mapping[str, Decision]
) -> tuple[tuple[Report, ...], tuple[tuple[Report, str], ...], dict[str, str], list[Trouble]]:
    """(reports that count, those left out with the reason, replaced -> replacing, what did not fit)."""
    captures = {capture.id: capture for capture in store.captures()}
    read = [dataclasses.replace(report, name=captures[report.capture_id].name) for report in store.reports()]
    replaced = superseded(read, store.texts(), {capture.id: capture.url for capture in captures.values()})
    moved = _moved(applies, replaced)
    counting: list[Report] = []
    left_out: list[tuple[Report, str]] = []
    troubles: list[Trouble] = []
    names = {report.id: report.name for report in read}
    for report in read:
        setting = setting_for(report, setup.crisis.report)
        found = of_outlet(report, captures[report.capture_id].url, setup.crisis.outlet)
        try:
            if setting is not None:
                said = {"outlet": setting.outlet, "published": setting.published, "genre": setting.genre}
                found = told(found, {key: value for key, value in said.items() if value is not None}, TOLD)
            ruling = moved.get(report.id)
            if ruling is not None and ruling.verdict is Verdict.CORRECT:
                found = told(found, ruling.change, RULED)
        except ConfigError as err:
            troubles.append(Trouble(report.name, "applying what a person said", err.reason, err.next_step, report.id))
        if ruling is not None and ruling.verdict in (Verdict.EXCLUDE, Verdict.REJECT):
            left_out.append((found, f"excluded by {ruling.reviewer}" + (f": {ruling.note}" if ruling.note else "")))
        elif setting is not None and setting.exclude is not None:
            left_out.append((found, f"excluded in crisis.toml: {setting.exclude}"))
        elif report.id in replaced:
            left_out.append((found, f"another saving of the same page counts: {names[replaced[report.id]]}"))
        else:
            counting.append(found)
    counting.sort(key=lambda report: (report.masthead.published.earliest or "9999", report.id))
    return tuple(counting), tuple(left_out), replaced, troubles


def _moved(applies: Mapping[str, Decision], replaced: Mapping[str, str]) -> dict[str, Decision]:
    """Rulings on reports, those on a replaced saving carried to the one that counts unless it has its own."""
    found = dict(applies)
    for target, ruling in sorted(applies.items()):
        later = replaced.get(target)
        if later is not None and later not in applies and ruling.anchors and ruling.anchors[0].kind == "report":
            found[later] = ruling
    return found


def _by_report(applies: Any, replaced: Mapping[str, str]) -> dict[str, tuple[Decision, ...]]:
    """Report id -> rulings on targets in it, or in a saving that it replaced."""
    found: dict[str, list[Decision]] = {}
    for ruling in applies:
        if ruling.anchors and ruling.anchors[0].report:
            own = ruling.anchors[0].report
            found.setdefault(replaced.get(own, own), []).append(ruling)
    return {key: tuple(sorted(rulings, key=lambda item: item.id)) for key, rulings in found.items()}


def _analyse(
    store: Store,
    setup: Setup,
    card: parsing.ModelCard,
    reports: Sequence[Report],
    texts: Mapping[str, TextLayer],
    rulings: Mapping[str, tuple[Decision, ...]],
    gathered: _Gathered,
) -> None:
    """Every report through every step: those before the register, the register, those after it."""
    settings = ledger.settings_digest(setup.crisis)
    first = next((k for k, step in enumerate(setup.analysers) if "register" in step.requires), len(setup.analysers))
    masks = of_crisis(setup.crisis)
    parse_keys = {
        report.id: ledger.parse_key(parses.line_texts(report, texts[report.text_id]), card.hash, masks)
        for report in reports
    }
    known_parses = store.parses(parse_keys.values())
    to_parse = sum(key not in known_parses for key in parse_keys.values())

    def job(report: Report, count: int, introduced: tuple[Introduced, ...]) -> steps.Job:
        return steps.Job(
            report=report,
            text=texts[report.text_id],
            steps=setup.analysers[:count],
            crisis=setup.crisis,
            settings=settings,
            model=card.hash,
            parse=known_parses.get(parse_keys[report.id]),
            known=store.works(report.id),
            rulings=rulings.get(report.id, ()),
            register=introduced,
        )

    def keep(outcome: steps.Outcome) -> None:
        key = parse_keys[outcome.report_id]
        if outcome.parse is not None:
            known_parses[key] = outcome.parse
        if outcome.fresh:
            store.keep_work(outcome.fresh, (key, outcome.parse) if outcome.parse is not None else None)

    with _Workers(_processes(setup.processes, to_parse)) as workers:
        outcomes = {}
        for number, outcome in enumerate(workers.run(job(report, first, ()) for report in reports), 1):
            keep(outcome)
            outcomes[outcome.report_id] = outcome
            _tell(setup, "parsing", number, len(reports))
        mentions = {
            report.id: unpack(outcomes[report.id].layers["mentions"], LAYERS["mentions"])
            for report in reports
            if "mentions" in outcomes[report.id].layers
        }
        introduced = register.build(mentions, {report.id: report for report in reports}, setup.crisis)
        rest = (
            job(report, len(setup.analysers), tuple(register.slice_for(introduced, texts[report.text_id].text)))
            for report in reports
        )
        for number, outcome in enumerate(workers.run(rest), 1):
            keep(outcome)
            outcomes[outcome.report_id] = outcome
            _tell(setup, "analysing", number, len(reports))
    for report in reports:
        outcome = outcomes[report.id]
        gathered.keys.update(outcome.keys)
        gathered.applied.update(outcome.applied)
        gathered.layers.update({(layer, report.id): packed for layer, packed in outcome.layers.items()})
        gathered.troubles += [
            Trouble(report.name, failure.step, failure.reason, failure.next_step, report.id)
            for failure in outcome.failures
        ]


def _processes(wanted: int | None, to_parse: int) -> int:
    """As many as asked for; else one for each core that has enough to parse to pay for its start."""
    if wanted is not None:
        return wanted
    return max(1, min(os.cpu_count() or 1, to_parse // JOBS_PER_PROCESS))


class _Workers:
    """Runs jobs in this process or in several; outcomes come in any order."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        if self._processes > 1:
            self._pool = ProcessPoolExecutor(self._processes, multiprocessing.get_context("spawn"))
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def run(self, jobs: Iterator[steps.Job]) -> Iterator[steps.Outcome]:
        """Outcomes as they are ready."""
        if self._pool is None:
            yield from map(steps.run, jobs)
            return
        try:
            yield from self._shared_out(self._pool, jobs)
        except BrokenExecutor as err:
            raise StoreError(
                'a parser process died: no memory left, or a program without an `if __name__ == "__main__":` guard',
                step="parsing",
                next_step="What was read is kept; go on with --processes 1.",
            ) from err

    def _shared_out(self, pool: ProcessPoolExecutor, jobs: Iterator[steps.Job]) -> Iterator[steps.Outcome]:
        waiting: set[Future[steps.Outcome]] = set()
        for job in jobs:
            waiting.add(pool.submit(steps.run, job))
            if len(waiting) >= self._processes * WAITING_PER_PROCESS:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
