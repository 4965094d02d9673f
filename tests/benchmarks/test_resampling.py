"""Drawing documents again: units stay whole, copies have ids of their own, the same seed gives the same interval."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from benchmarks.resampling import draw, intervals, output_of, percentile
from hypothesis import given, settings
from hypothesis import strategies as st


@settings(max_examples=50)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=12), st.integers())
def test_units_are_drawn_whole(units: list[int], seed: int) -> None:
    """As many as there are; every id once; a prediction for each line that has one."""
    gold = [{"id": f"d{k}", "group": f"g{unit}"} for k, unit in enumerate(units)]
    found = {line["id"]: {"id": line["id"], "cluster": "c"} for line in gold[::2]}
    lines, ours = draw(gold, found, "group", random.Random(seed))  # noqa: S311  # draws, no secrets
    assert len({line["id"] for line in lines}) == len(lines)
    assert {line["id"] for line in ours} <= {line["id"] for line in lines}
    sizes = {unit: units.count(unit) for unit in units}
    drawn: dict[str, int] = {}
    for line in lines:
        drawn[line["group"]] = drawn.get(line["group"], 0) + 1
    assert all(count == sizes[int(group[1:].split("~")[0])] for group, count in drawn.items())
    assert len(drawn) == len(sizes)


def test_intervals_hold_the_figure_and_repeat(tmp_path: Path) -> None:
    """Share of right answers, scored from files."""
    gold = [{"id": f"d{k}", "label": k % 2} for k in range(40)]
    ours = [{"id": f"d{k}", "label": k % 2 if k % 5 else 9} for k in range(40)]

    def share(gold_path: Path, path: Path) -> dict[str, float | None]:
        wanted = {line["id"]: line["label"] for line in map(json.loads, gold_path.read_text().splitlines())}
        found = {line["id"]: line["label"] for line in map(json.loads, path.read_text().splitlines())}
        return {"right": sum(found[key] == label for key, label in wanted.items()) / len(wanted), "none": None}

    first = intervals(gold, ours, "", share, tmp_path, seed="x", draws=50)
    assert first == intervals(gold, ours, "", share, tmp_path, seed="x", draws=50)
    assert set(first) == {"right"}
    assert first["right"][0] < 0.8 < first["right"][1]


def test_percentiles_lie_between_neighbours() -> None:
    """In proportion."""
    assert percentile([1, 2, 3, 4, 5], 0.5) == 3
    assert percentile([0, 1], 0.25) == 0.25
    assert percentile([7], 0.9) == 7


def test_a_scorer_runs_in_this_process(tmp_path: Path) -> None:
    """With its arguments; one that ends with an error is an error here."""
    program = tmp_path / "score.py"
    program.write_text("import sys\nprint(sys.argv[1:])\nsys.exit(sys.argv[1] == 'bad')\n", encoding="utf-8")
    assert output_of(program, ["good"]) == "['good']\n"
    with pytest.raises(RuntimeError, match=r"score\.py failed"):
        output_of(program, ["bad"])
