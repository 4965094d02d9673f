"""Floors are read, held, and turned red by an analyser that is spoiled."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from benchmarks.floors import broken, floors
from benchmarks.who import measure
from benchmarks.yardsticks import BENCHMARKS

from variorum.analysers import resolve
from variorum.model.marks import Mention


def test_every_floor_of_accuracy_is_of_a_figure_that_is_printed() -> None:
    """No floor stands for nothing."""
    printed = {f"{benchmark.name}: {figure.name}" for benchmark in BENCHMARKS for figure in benchmark.figures}
    assert set(floors()["accuracy"]) <= printed


def test_a_figure_below_its_floor_is_named_with_both() -> None:
    """One that a floor bounds from above too; a figure at its floor, or without one, is no fault."""
    name = "neardup: originals called shortened"
    assert broken("accuracy", {name: 0.0, "no such figure": 0.0, "claims: macro F1": 1.0}) == []
    (line,) = broken("accuracy", {name: 0.5})
    assert line == f"{name} is 0.500, above its floor 0.020 (floors.toml, accuracy)"
    (line,) = broken("accuracy", {"claims: macro F1": 0.1})
    assert line.startswith("claims: macro F1 is 0.100, below its floor")


def test_a_floor_that_is_no_share_is_refused(tmp_path: Path) -> None:
    """With table and figure."""
    path = tmp_path / "floors.toml"
    path.write_text("[who]\nnames = 3\n", encoding="utf-8")
    with pytest.raises(ValueError, match="who, 'names': 3 is no share"):
        floors(path)


def test_a_spoiled_analyser_turns_a_floor_red(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names resolved to nobody: the floors of who say so."""

    def to_nobody(*_: object) -> Iterable[Mention]:
        return ()

    monkeypatch.setattr(resolve.ResolveRules, "analyse", to_nobody)
    assert any(line.startswith("names: recall is 0.000") for line in broken("who", measure().figures))
