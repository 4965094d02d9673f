"""How the time for kinship and stories grows with the number of reports.

    python -m benchmarks.curve [--counts 1250,2500,5000,10000,20000]

The reports are made: eight of fifty words on each happening, words as unevenly frequent as in news, spread over a year.
"""

from __future__ import annotations

import argparse
import random
import time
from datetime import date, timedelta
from itertools import pairwise
from math import log2

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


def measure(count: int) -> tuple[float, float, float]:
    """Seconds for kinship, for one more report with the rest kept, and for stories."""
    reports, texts = made(count)
    started = time.perf_counter()
    _, kept = kinship.update(kinship.Kept(), reports[1:], texts)
    compared = time.perf_counter()
    kinship.update(kept, reports, texts)
    added = time.perf_counter()
    stories.group(reports, texts)
    return compared - started, added - compared, time.perf_counter() - added


def main(arguments: list[str] | None = None) -> None:
    """Prints the curve; the last column is the power of the number of reports that stories grew with."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.curve", description="Time by number of reports.")
    parser.add_argument("--counts", default="1250,2500,5000,10000,20000")
    counts = [int(count) for count in parser.parse_args(arguments).counts.split(",")]
    print(f"{'reports':>8} {'kinship':>9} {'one more':>9} {'stories':>9}")
    found = []
    for count in counts:
        kin, more, grouped = measure(count)
        found.append((count, grouped))
        print(f"{count:>8} {kin:>7.1f} s {more:>7.1f} s {grouped:>7.1f} s", flush=True)
    for (few, before), (many, after) in pairwise(found):
        print(f"stories, {few} to {many}: power {log2(after / before) / log2(many / few):.2f}")


if __name__ == "__main__":
    main()
