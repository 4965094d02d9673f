"""Steps that span reports: which copies which, what names the corpus teaches, what is one matter."""

from __future__ import annotations

import dataclasses
import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from variorum.collate import matters as collating
from variorum.collate.buckets import Memo
from variorum.collate.corpus import Corpus
from variorum.crisis import Crisis
from variorum.model.decisions import Decision, Verdict
from variorum.model.ids import address_of_bytes
from variorum.model.matters import Grade, Matter
from variorum.model.reports import Kinship, Report, Story, TextLayer
from variorum.model.troubles import Trouble
from variorum.pipeline import compared
from variorum.reports import kinship, stories
from variorum.reports.kinship import Kept
from variorum.review.anchor import find
from variorum.store.codec import CORPUS, pack, unpack
from variorum.store.sqlite import Work

T = TypeVar("T")


@dataclass(frozen=True)
class Joined:
    """What spans reports."""

    kinships: tuple[Kinship, ...]
    stories: tuple[Story, ...]
    matters: tuple[Matter, ...]
    troubles: tuple[Trouble, ...]
    compared: Kept
    """What of kinship and stories is worth keeping."""


def join(
    reports: tuple[Report, ...],
    texts: Mapping[str, TextLayer],
    layers: Mapping[str, Mapping[str, tuple[Any, ...]]],
    rulings: Iterable[Decision],
    crisis: Crisis,
    memo: Memo | None = None,
    kept: Kept | None = None,
) -> tuple[Joined, dict[str, str]]:
    """Kinship, stories and matters of these reports; and ruling id -> target of the joins that were applied.

    Args:
        reports: those that count, in canonical order.
        texts: by id.
        layers: layer -> report id -> effective items.
        rulings: live ones.
        crisis: settings.
        memo: what was made of buckets of entries before.
        kept: what was found by comparing reports before.
    """
    troubles: list[Trouble] = []

    def attempt(step: str, work: Callable[[], T], otherwise: T) -> T:
        """A fault in one corpus step costs that step."""
        try:
            return work()
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError) as err:
            reason = f"{type(err).__name__}: {err}".replace("\n", " ")
            troubles.append(Trouble("all reports", step, reason, "The record lacks this part; please report it."))
            return otherwise

    kept = kept or Kept()
    no_kin: tuple[tuple[Kinship, ...], Kept] = ((), kept)
    no_stories: tuple[Story, ...] = ()
    no_matters: tuple[Matter, ...] = ()
    marks = {report.id: compared.mark(report) for report in reports}
    kin, found = attempt("kinship", lambda: kinship.update(kept, reports, texts, lambda one: marks[one.id]), no_kin)
    sketched = {name: found.sketches.get(own) for name, own in marks.items()}
    origin_of = attempt("origins", lambda: kinship.origins(reports, kin), {report.id: report.id for report in reports})
    grouped = attempt("stories", lambda: stories.group(reports, texts, sketched), no_stories)

    def all_of(layer: str) -> tuple[Any, ...]:
        return tuple(item for report in reports for item in layers.get(layer, {}).get(report.id, ()))

    statements, events, claims = all_of("statements"), all_of("events"), all_of("claims")
    rulings = tuple(rulings)
    pairs, applied = joins(rulings, (*statements, *events, *claims), reports, texts)
    corpus = Corpus(
        reports=reports,
        origin_of=origin_of,
        statements=statements,
        events=events,
        claims=claims,
        mentions=all_of("resolved"),
        same=tuple(pairs[Verdict.SAME]),
        different=tuple(pairs[Verdict.DIFFERENT]),
        texts=texts,
    )
    with settled_memory():
        matters = attempt("collate", lambda: collating.collate(corpus, crisis, memo), no_matters)
    ranked = graded(matters, rulings, applied)
    return Joined(tuple(kin), tuple(grouped), ranked, tuple(troubles), found), applied


def graded(matters: Iterable[Matter], rulings: Iterable[Decision], applied: Mapping[str, str]) -> tuple[Matter, ...]:
    """The matters with the grades that people set on an entry of theirs; the last by id where one grades twice.

    Args:
        matters: as collated.
        rulings: live ones.
        applied: ruling id -> the entry it was found to mean.
    """
    given: dict[str, list[Grade]] = {}
    for ruling in sorted(rulings, key=lambda item: item.id):
        if ruling.verdict is Verdict.GRADE and ruling.id in applied:
            for scale, value in sorted(ruling.change.items()):
                given.setdefault(applied[ruling.id], []).append(Grade(scale, str(value), ruling.reviewer))
    return tuple(
        dataclasses.replace(matter, grades=tuple(found))
        if (found := {grade.scale: grade for member in matter.members for grade in given.get(member, ())}.values())
        else matter
        for matter in matters
    )


COLLATE = "collate"
"""Step under which the matters of a bucket are kept."""


def remembered(works: Mapping[str, Work]) -> Memo:
    """What was made of buckets of entries before, by the work that the store kept of no one report."""
    known = {key: tuple(unpack(work.value, CORPUS["matters"])) for key, work in works.items() if work.step == COLLATE}
    return Memo(mark=lambda value: address_of_bytes("work", pack(value)), known=known)


def works_of(memo: Memo) -> list[Work]:
    """What this collation made, to be kept."""
    return [Work(key, "", COLLATE, pack(matters)) for key, matters in sorted(memo.fresh.items())]


@contextmanager
def settled_memory() -> Iterator[None]:
    """While it lasts, the collector of cycles leaves alone what is held already: entries by the hundred thousand.

    It would walk them again and again while matters are made, which took more than half of the time at 20,000 reports.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def joins(
    rulings: Iterable[Decision], entries: Iterable[Any], reports: Iterable[Report], texts: Mapping[str, TextLayer]
) -> tuple[dict[Verdict, list[tuple[str, str]]], dict[str, str]]:
    """Pairs ruled same and different, by the ids that entries have now; and which rulings found all their entries."""
    entries = list(entries)
    ids = {entry.id for entry in entries}
    by_report: dict[str, list[Any]] = {}
    for entry in entries:
        by_report.setdefault(entry.report_id, []).append(entry)
    text_of = {report.id: texts[report.text_id].text for report in reports}
    pairs: dict[Verdict, list[tuple[str, str]]] = {Verdict.SAME: [], Verdict.DIFFERENT: []}
    applied: dict[str, str] = {}

    def now(ruling: Decision, place: int, target: str) -> str | None:
        if target in ids or place >= len(ruling.anchors):
            return target if target in ids else None
        anchor = ruling.anchors[place]
        own = [anchor.report] if anchor.report in text_of else sorted(text_of)
        found = {find(anchor, by_report.get(report_id, ()), text_of[report_id]) for report_id in own}
        found.discard(None)
        return found.pop() if len(found) == 1 else None

    for ruling in sorted(rulings, key=lambda item: item.id):
        if ruling.verdict not in pairs and ruling.verdict is not Verdict.GRADE:
            continue
        targets = [now(ruling, place, target) for place, target in enumerate((ruling.target, *ruling.others))]
        known = [target for target in targets if target is not None]
        if len(known) == len(targets):
            applied[ruling.id] = known[0]
        if ruling.verdict is Verdict.GRADE:
            continue
        combined = (
            [(known[0], other) for other in known[1:]]
            if ruling.verdict is Verdict.SAME
            else [(one, other) for k, one in enumerate(known) for other in known[k + 1 :]]
        )
        pairs[ruling.verdict].extend((min(pair), max(pair)) for pair in combined if pair[0] != pair[1])
    return {verdict: sorted(set(found)) for verdict, found in pairs.items()}, applied
