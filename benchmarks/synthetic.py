"""Crises of any size whose truth is known, and what collating them costs.

    python -m benchmarks.synthetic [--sizes 1250 2500 5000 10000 20000]

Entries are made, not read: each report tells of one happening, and few happenings are told by most reports, as in a
crisis. Which claims speak of one thing is known, so that what is joined can be held against it (BCubed).
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks import documents
from variorum.collate.corpus import Corpus
from variorum.collate.matters import collate
from variorum.crisis import Crisis
from variorum.model.entries import Claim, Event, Figure, Force, Mode, Party, Stance, Statement, Status, When, Where
from variorum.model.ids import address
from variorum.model.marks import Bound
from variorum.model.matters import Matter, MatterKind
from variorum.model.reports import Capture, Dated, Found, Line, LineLabel, Masthead, Report, TextLayer
from variorum.model.spans import Span
from variorum.pipeline.corpus import settled_memory

STATES = ("VDR", "KST", "OSE", "ARD", "TLV", "LND")
SLOTS = (("killed", 3, 60), ("wounded", 5, 200), ("aircraft", 1, 6), ("drones", 1, 40))
"""(slot, least, most) of the figures."""
START = date(2031, 1, 1)
REPORTS_A_DAY = 25
"""A longer crisis has more reports, not more of them a day."""
TOLD_BY = 12
"""Reports a happening, on average."""
WORDS = "Officials said 12 people were killed in the town and the road was closed for the night."


@dataclass(frozen=True)
class Happening:
    """Something that happened, and what it came to."""

    by: str
    against: str
    place: str
    day: date
    counts: dict[str, int]


@dataclass(frozen=True)
class Made:
    """A corpus with its truth."""

    corpus: Corpus
    truth: dict[str, tuple[int, str]]
    """Claim id -> (happening, slot)."""


def make(count: int, seed: int = 1) -> Made:
    """A corpus of that many reports; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311  # made data, no secret
    days = max(1, count // REPORTS_A_DAY)
    happenings = [_happening(rng, days) for _ in range(max(1, count // TOLD_BY))]
    weights = [1 / (rank + 1) for rank in range(len(happenings))]
    reports, claims, events, statements, truth = [], [], [], [], {}
    capture = Capture.address(WORDS.encode())
    text = TextLayer(TextLayer.address(capture, "plain/1"), capture, "plain/1", WORDS, is_raw=True)
    for number, place in enumerate(rng.choices(range(len(happenings)), weights, k=count)):
        happening = happenings[place]
        report = _report(text, number, happening.day + timedelta(days=rng.randrange(4)))
        reports.append(report)
        events.append(_event(report, text, happening, number))
        statements.append(_statement(report, text, happening, rng, number))
        for slot, low, high in rng.sample(SLOTS, 2):
            claim = _claim(report, text, happening, slot, (low, high), rng, events[-1])
            claims.append(claim)
            truth[claim.id] = (place, slot)
    corpus = Corpus(
        reports=tuple(reports),
        origin_of={report.id: report.id for report in reports},
        statements=tuple(statements),
        events=tuple(events),
        claims=tuple(claims),
        mentions=(),
        texts={text.id: text},
    )
    return Made(corpus, truth)


def _happening(rng: random.Random, days: int) -> Happening:
    by, against = rng.sample(STATES, 2)
    counts = {slot: rng.randint(low, high) for slot, low, high in SLOTS}
    return Happening(
        by, against, f"Town {rng.randrange(100, 500)}", START + timedelta(days=rng.randrange(days)), counts
    )


def _report(text: TextLayer, number: int, day: date) -> Report:
    none = Found(None, "made")
    published = Dated(day.isoformat(), day.isoformat(), day.isoformat(), "day", "made")
    unknown = Dated.unknown("made")
    outlet = Found(f"Paper {number % 97}", "made")
    head = Masthead(
        none, outlet, none, none, none, published, unknown, unknown, Found("news", "made"), Found("en", "made")
    )
    lines = (Line(0, len(WORDS), LineLabel.BODY),)
    return Report(
        address("report", text.id, number), text.id, text.capture_id, 0, len(WORDS), lines, head, name=f"{number}.txt"
    )


def _span(text: TextLayer, words: str) -> Span:
    start = text.text.index(words)
    return text.span(start, start + len(words))


def _party(state: str, text: TextLayer) -> Party:
    return Party(state.title(), _span(text, "Officials"), (state,), state, "GOV")


def _when(day: date) -> When:
    return When(day.isoformat(), day.isoformat(), day.isoformat(), 1, "made")


def _event(report: Report, text: TextLayer, happening: Happening, number: int) -> Event:
    return Event(
        address("event", report.id, number),
        report.id,
        _span(text, "killed"),
        (_party(happening.by, text),),
        (_party(happening.against, text),),
        is_reciprocal=False,
        plover="ASSAULT",
        plover_mode="aerial",
        cameo="195",
        where=Where(happening.place, None),
        when=_when(happening.day),
        status=Status.DONE,
        within=None,
        evidence=(text.span(0, len(WORDS)),),
    )


def _statement(report: Report, text: TextLayer, happening: Happening, rng: random.Random, number: int) -> Statement:
    return Statement(
        address("statement", report.id, number),
        report.id,
        _party(rng.choice((happening.by, happening.against)), text),
        "",
        None,
        _span(text, "said"),
        (_span(text, "the road was closed for the night"),),
        Mode.DIRECT,
        Force.ASSERTS,
        None,
        (),
        _when(happening.day),
        (text.span(0, len(WORDS)),),
    )


def _claim(
    report: Report,
    text: TextLayer,
    happening: Happening,
    slot: str,
    most: tuple[int, int],
    rng: random.Random,
    event: Event,
) -> Claim:
    number = max(most[0], happening.counts[slot] - rng.randrange(4))
    claimant = rng.choice((happening.by, happening.against, None))
    figure = Figure(
        _span(text, "12"),
        _span(text, "12"),
        number,
        number,
        is_low_open=False,
        is_high_open=False,
        bound=Bound.EXACT,
        unit=_span(text, "people"),
        slot=slot,
        subset=None,
    )
    return Claim(
        address("claim", report.id, slot),
        report.id,
        slot,
        _span(text, "killed"),
        figure,
        Stance.ASSERTED,
        _party(claimant, text) if claimant else None,
        _when(happening.day + timedelta(days=rng.randrange(4))),
        None,
        event.id,
        event.sources,
        event.targets,
        event.where,
        event.when,
        (_span(text, "12 people were killed"),),
    )


def bcubed(matters: Sequence[Matter], truth: dict[str, tuple[int, str]]) -> tuple[float, float]:
    """(precision, recall) of the figure matters over the claims, BCubed (Bagga and Baldwin 1998)."""
    sizes: dict[tuple[int, str], int] = {}
    for label in truth.values():
        sizes[label] = sizes.get(label, 0) + 1
    precision = recall = 0.0
    for matter in matters:
        if matter.kind is not MatterKind.FIGURE:
            continue
        counts: dict[tuple[int, str], int] = {}
        for member in matter.members:
            counts[truth[member]] = counts.get(truth[member], 0) + 1
        for label, count in counts.items():
            precision += count * count / len(matter.members)
            recall += count * count / sizes[label]
    return precision / len(truth), recall / len(truth)


def curve(sizes: Sequence[int]) -> list[dict[str, float]]:
    """For each size: seconds, the same over n log n against the first size, precision and recall."""
    found: list[dict[str, float]] = []
    for size in sizes:
        made = make(size)
        with settled_memory():
            started = time.perf_counter()
            matters = collate(made.corpus, Crisis())
            seconds = time.perf_counter() - started
        precision, recall = bcubed(matters, made.truth)
        first = found[0] if found else {"reports": size, "seconds": seconds}
        expected = first["seconds"] * size * math.log(size) / (first["reports"] * math.log(first["reports"]))
        found.append(
            {
                "reports": size,
                "claims": len(made.truth),
                "matters": len(matters),
                "seconds": seconds,
                "over_n_log_n": seconds / expected,
                "precision": precision,
                "recall": recall,
            }
        )
    return found


def lines(found: Sequence[dict[str, float]]) -> list[str]:
    """The curve as lines of a table."""
    head = f"{'reports':>9}{'claims':>9}{'matters':>9}{'seconds':>9}{'over n log n':>14}{'precision':>11}{'recall':>9}"
    return [head] + [
        f"{row['reports']:>9.0f}{row['claims']:>9.0f}{row['matters']:>9.0f}{row['seconds']:>9.2f}"
        f"{row['over_n_log_n']:>14.2f}{row['precision']:>11.3f}{row['recall']:>9.3f}"
        for row in found
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1250, 2500, 5000, 10000, 20000])
    parser.add_argument("--page", type=Path, help="put the table into this page, between <!-- curve --> marks")
    chosen = parser.parse_args(arguments)
    table = lines(curve(chosen.sizes))
    print("\n".join(table))
    if chosen.page:
        documents.put(chosen.page, "curve", "\n".join(f"    {line}" for line in table))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
