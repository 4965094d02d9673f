"""Figures below which nothing may fall: `floors.toml`. They only rise.

A floor is set a little below what is measured, so that another processor's rounding breaks nothing, and is raised with the
change that earns it. `make accuracy` holds the table `accuracy`; `make test` holds the others, on gold that is part of
this repository.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from benchmarks.yardsticks import BENCHMARKS

PATH = Path(__file__).with_name("floors.toml")
_LOWER = frozenset(
    f"{benchmark.name}: {figure.name}"
    for benchmark in BENCHMARKS
    for figure in benchmark.figures
    if figure.lower_is_better
)
"""Figures that a floor bounds from above."""


def floors(path: Path = PATH) -> dict[str, dict[str, float]]:
    """Table -> figure -> floor.

    Raises:
        ValueError: if a floor is no number from 0 to 1.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    for name, table in tables.items():
        for figure, floor in table.items():
            if not isinstance(floor, int | float) or not 0 <= floor <= 1:
                raise ValueError(f"{path.name}: {name}, {figure!r}: {floor!r} is no share from 0 to 1")
    return tables


def broken(table: str, figures: Mapping[str, float], path: Path = PATH) -> list[str]:
    """A line for each of these figures that fell below its floor; a figure without a floor, or not measured, is none.

    Args:
        table: of floors.toml.
        figures: name -> value, as measured.
        path: of floors.toml.
    """
    held = floors(path).get(table, {})
    found = []
    for name, value in figures.items():
        floor = held.get(name)
        if floor is None:
            continue
        if value > floor if name in _LOWER else value < floor:
            side = "above" if name in _LOWER else "below"
            found.append(f"{name} is {value:.3f}, {side} its floor {floor:.3f} ({path.name}, {table})")
    return found
