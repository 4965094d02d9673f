"""Which of two texts is the copy: how often that is right, for each way a copy was made.

    python -m benchmarks.direction --data DIR

The texts made from one original know it. Asked is every kinship that folds a made text and an original of one family:
right if the original is the source. The wrapped texts carry a credit and a footer, the others nothing but their words.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.accuracy import read
from variorum.model.reports import COPY_KINDS
from variorum.pipeline.reading import report_of
from variorum.reports import kinship

TARGET = 0.95


def counted(records: Iterable[Mapping[str, Any]]) -> dict[str, tuple[int, int]]:
    """Way of making -> (right, asked).

    Args:
        records: gold lines with id, text, kind ("original" or a way of making) and cluster.
    """
    records = list(records)
    pairs = {record["id"]: report_of(record["text"], date=record.get("date"), name=record["id"]) for record in records}
    texts = {layer.id: layer for layer, _ in pairs.values()}
    gold = {pairs[record["id"]][1].id: record for record in records}
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for kin in kinship.find([report for _, report in pairs.values()], texts):
        copy, source = gold[kin.report_id], gold[kin.source_id]
        ways = {copy["kind"], source["kind"]} - {"original"}
        if kin.kind in COPY_KINDS and copy["cluster"] == source["cluster"] and len(ways) == 1:
            (way,) = ways
            if "original" in (copy["kind"], source["kind"]):
                asked[way] += 1
                right[way] += source["kind"] == "original"
    return {way: (right[way], asked[way]) for way in sorted(asked)}


def table(found: Mapping[str, tuple[int, int]]) -> str:
    """The shares, and that of all against the target."""
    rows = [f"{way:<12} {right / asked:.3f} of {asked}" for way, (right, asked) in found.items()]
    right, asked = (sum(pair[k] for pair in found.values()) for k in (0, 1))
    share = right / max(1, asked)
    return "\n".join([*rows, f"{'all':<12} {share:.3f} of {asked}, target {TARGET}"])


def main(arguments: list[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.direction", description="Which text is the copy.")
    parser.add_argument("--data", type=Path, default=Path("..") / "shared" / "benchmarks")
    chosen = parser.parse_args(arguments)
    path = chosen.data / "stories" / "neardup.jsonl.gz"
    print(table(counted(read(path))) if path.is_file() else f"No {path}: nothing measured.")


if __name__ == "__main__":
    main()
