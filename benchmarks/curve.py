"""How the time for kinship and stories grows with the number of reports, and what one report more costs.

    python -m benchmarks.curve [--counts 1250,2500,5000,10000,20000] [--page PAGE]

The reports are made: eight of fifty words on each happening, words as unevenly frequent as in news, spread over a year.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import log2
from pathlib import Path

from benchmarks import documents
from variorum.model.reports import Report, TextLayer
from variorum.pipeline.reading import report_of
from variorum.reports import kinship, stories

OF_ONE = 8
"""Reports of one happening."""
NAMES, OTHER_WORDS = 12, 38
"""Words of a report that name its happening, and that any may have."""
VOCABULARY = 30_000


def made(count: int) -> tuple[list[Report], dict[str, TextLayer]]:
    """So many short reports, the same each time, and their texts by id."""
    chance = random.Random(1)  # noqa: S311  # a fixed sequence is wanted
    common = [f"w{int(chance.paretovariate(0.9)) % VOCABULARY}" for _ in range(200_000)]
    reports, texts = [], {}
    for number in range(count):
        happening = number // OF_ONE
        words = [f"Name{happening}x{chance.randrange(6)}" for _ in range(NAMES)] + chance.choices(common, k=OTHER_WORDS)
        chance.shuffle(words)
        day = date(2031, 1, 1) + timedelta(days=happening * 7 % 365)
        layer, report = report_of(" ".join(words) + ".", date=day.isoformat(), name=str(number))
        reports.append(report)
        texts[layer.id] = layer
    return reports, texts


def measure(count: int) -> tuple[float, float, float, float]:
    """Seconds for kinship and for stories, and for each with one more report and the rest kept."""
    reports, texts = made(count)
    started = time.perf_counter()
    _, kept = kinship.update(kinship.Kept(), reports[1:], texts, _mark)
    seconds = [time.perf_counter() - started]
    for work in (
        lambda: stories.group(reports[1:], texts),
        lambda: kinship.update(kept, reports, texts, _mark),
        lambda: stories.group(reports, texts, kept.sketches),
    ):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    kin, grouped, kin_more, grouped_more = seconds
    return kin, kin_more, grouped, grouped_more


def _mark(report: Report) -> str:
    return report.id


def curve(counts: Sequence[int]) -> Iterator[str]:
    """The table, line by line; below it the power of the number of reports that stories grew with."""
    yield f"{'reports':>8} {'kinship':>10} {'one more':>10} {'stories':>10} {'one more':>10}"
    found = []
    for count in counts:
        seconds = measure(count)
        found.append((count, seconds[2]))
        yield f"{count:>8} " + " ".join(f"{value:>8.2f} s" for value in seconds)
    for (few, before), (many, after) in pairwise(found):
        yield f"stories, {few} to {many}: power {log2(after / before) / log2(many / few):.2f}"


def main(arguments: list[str] | None = None) -> None:
    """Prints the curve."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.curve", description="Time by number of reports.")
    parser.add_argument("--counts", default="1250,2500,5000,10000,20000")
    parser.add_argument("--page", type=Path, help="put the table into this page, between its marks")
    chosen = parser.parse_args(arguments)
    lines = []
    for line in curve([int(count) for count in chosen.counts.split(",")]):
        print(line, flush=True)
        lines.append(line)
    if chosen.page:
        documents.put(chosen.page, "compared", "\n".join(f"    {line}" for line in lines))


if __name__ == "__main__":
    main()
