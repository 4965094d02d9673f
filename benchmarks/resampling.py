"""How sure a figure is: the bootstrap over documents (Efron 1979), with the benchmark's own scorer.

Documents are drawn with replacement, as many as there are, and scored again; of the figures the 2.5th and the 97.5th
percentile are the interval. Where the gold groups documents (one claim's pairs, one story), whole groups are drawn; of a
group that is drawn twice the second has labels of its own, so that a wrong join across groups counts in its first copy
only: the interval of such a benchmark is a little narrow.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import runpy
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

DRAWS = 100
LEVEL = 0.95
LINKS = ("cluster", "copy_of", "group", "topic")
"""Fields whose values name other documents, or what holds several."""

Line = dict[str, Any]


def draw(
    gold: Sequence[Line], found: Mapping[str, Line], unit: str, rng: random.Random
) -> tuple[list[Line], list[Line]]:
    """(gold, predictions) of as many units as there are, drawn with replacement; each copy has an id of its own.

    Args:
        gold: lines with an `id`, and `unit` where it is not empty.
        found: id -> prediction.
        unit: field whose equal values are drawn together; empty for single lines.
        rng: decides.
    """
    units: dict[str, list[Line]] = {}
    for line in gold:
        units.setdefault(str((line.get(unit) if unit else None) or line["id"]), []).append(line)
    names = sorted(units)
    counts: dict[str, int] = {}
    lines, predictions = [], []
    for name in rng.choices(names, k=len(names)):
        number = counts[name] = counts.get(name, 0) + 1
        for line in units[name]:
            lines.append(_copy(line, number))
            if line["id"] in found:
                predictions.append(_copy(found[line["id"]], number))
    return lines, predictions


def _copy(line: Line, number: int) -> Line:
    if number == 1:
        return line
    renamed = {key: f"{line[key]}~{number}" for key in ("id", *LINKS) if isinstance(line.get(key), str)}
    return {**line, **renamed}


def intervals(
    gold: Sequence[Line],
    predictions: Sequence[Line],
    unit: str,
    score: Callable[[Path, Path], Mapping[str, float | None]],
    folder: Path,
    *,
    seed: str,
    draws: int = DRAWS,
    packed: bool = False,
) -> dict[str, tuple[float, float]]:
    """Figure -> (lower, upper) bound of its interval.

    Args:
        gold: the benchmark's lines.
        predictions: ours.
        unit: as in `draw`.
        score: (gold file, prediction file) -> figures.
        folder: for the files of each draw.
        seed: decides the draws: the same figures each time.
        draws: how many.
        packed: whether the scorer reads gzipped gold.
    """
    found = {line["id"]: line for line in predictions}
    rng = random.Random(seed)  # noqa: S311  # draws, no secrets
    seen: dict[str, list[float]] = {}
    gold_path, path = folder / ("draw.jsonl.gz" if packed else "draw.jsonl"), folder / "draw-found.jsonl"
    for _ in range(draws):
        lines, ours = draw(gold, found, unit, rng)
        data = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
        gold_path.write_bytes(gzip.compress(data, 1) if packed else data)
        path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in ours), encoding="utf-8")
        for name, value in score(gold_path, path).items():
            if value is not None:
                seen.setdefault(name, []).append(value)
    return {
        name: (percentile(values, (1 - LEVEL) / 2), percentile(values, (1 + LEVEL) / 2))
        for name, values in seen.items()
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share lies, between neighbours in proportion."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def output_of(program: Path, arguments: Sequence[str]) -> str:
    """What the scorer prints, run within this process: a hundred starts of Python cost more than the scoring.

    Raises:
        RuntimeError: if it ends with an error.
    """
    printed = io.StringIO()
    with _as_program(program, arguments), redirect_stdout(printed):
        try:
            runpy.run_path(str(program), run_name="__main__")
        except SystemExit as stop:
            if stop.code not in (None, 0):
                raise RuntimeError(f"{program.name} failed: {stop.code}") from stop
    return printed.getvalue()


@contextmanager
def _as_program(program: Path, arguments: Sequence[str]) -> Iterator[None]:
    before, path = sys.argv, list(sys.path)
    sys.argv = [str(program), *arguments]
    sys.path.insert(0, str(program.parent))
    try:
        yield
    finally:
        sys.argv, sys.path[:] = before, path
