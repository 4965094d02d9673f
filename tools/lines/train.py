"""Learns what lines are from composed pages and writes `src/variorum/reports/data/{starts,labels}.tsv`.

    python -m tools.lines.train [--pages N] [--frames N] [--out DIR]

Needs lightgbm (pinned below), which nothing else does. The same versions write the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tools.lines.pages import FRAMES, Page, pages

from variorum.reports import rows, structure

DATA = Path(__file__).parents[2] / "src" / "variorum" / "reports" / "data"
PAGES = 9600
LIGHTGBM = "4.7.0"
CLASSES = ("body", "byline", "caption", "chrome", "date", "reference", "subheading", "summary", "teaser", "title")
STARTS = {"objective": "binary", "num_leaves": 12, "learning_rate": 0.1, "min_data_in_leaf": 30}
STARTS_TREES = 130
LABELS = {
    "objective": "multiclass",
    "num_class": len(CLASSES),
    "num_leaves": 14,
    "learning_rate": 0.16,
    "min_data_in_leaf": 30,
}
LABELS_TREES = 36
STEADY = {
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "seed": 7,
    "verbosity": -1,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 2.0,
    "max_bin": 127,
}
"""Same pages, same trees: one thread, a seed, and nothing that depends on the machine's layout."""


def examples(composed: Iterable[Page]) -> tuple[list[list[float]], list[int], list[list[float]], list[int], list[int]]:
    """(figures for starts, is a start, figures for labels, class, frame), a row for each line that is not blank."""
    first: list[list[float]] = []
    is_start: list[int] = []
    second: list[list[float]] = []
    label: list[int] = []
    frame: list[int] = []
    for page in composed:
        told = rows.of_text(page.text)
        figures = structure.features(told)
        labels = [name for name in page.labels if name != "blank"]
        place = {line: k for k, line in enumerate(line for line, name in enumerate(page.labels) if name != "blank")}
        if len(labels) != len(told):
            raise ValueError(f"{len(labels)} labels for {len(told)} lines in frame {page.frame}")
        starts = [place[line] for line in page.starts]
        first += figures
        is_start += [int(k in starts) for k in range(len(told))]
        entries = [place[line] for line in page.entries]
        second += structure.with_parts(told, figures, sorted({*starts, *entries}))
        label += [CLASSES.index(name) for name in labels]
        frame += [page.frame] * len(told)
    return first, is_start, second, label, frame


def fitted(values: Sequence[Sequence[float]], wanted: Sequence[int], form: dict[str, Any], trees: int) -> Any:
    """A model of those figures."""
    import lightgbm  # noqa: PLC0415  # nothing but training needs it
    import numpy as np

    data = lightgbm.Dataset(np.asarray(values), np.asarray(wanted), params={"max_bin": STEADY["max_bin"]})
    return lightgbm.train({**STEADY, **form}, data, num_boost_round=trees)


def digest(count: int = 240) -> str:
    """A digest of the first pages composed: what the trees in the package were learned from."""
    hasher = hashlib.sha256()
    for page in pages(count):
        hasher.update("\n".join([page.text, *page.labels, str(page.starts), str(page.entries)]).encode())
    return hasher.hexdigest()[:16]


def written(model: Any, classes: Sequence[str], features: Sequence[str]) -> str:
    """The trees as `variorum.reports.trees` reads them."""
    lines = ["# Learned by tools/lines/train.py from composed pages; each line a tree: class, then its nodes in order."]
    lines.append(f"# pages: {digest()}")
    lines.append("# features: " + "; ".join(f"{k} {name}" for k, name in enumerate(features)))
    for k, tree in enumerate(model.dump_model()["tree_info"]):
        lines.append(f"{classes[k % len(classes)]}\t{' '.join(_nodes(tree['tree_structure']))}")
    return "\n".join(lines) + "\n"


def _nodes(node: dict[str, Any]) -> list[str]:
    if "leaf_value" in node and "split_feature" not in node:
        return [f"={node['leaf_value']:.3g}"]
    here = f"{node['split_feature']}:{node['threshold']:.5g}"
    return [here, *_nodes(node["left_child"]), *_nodes(node["right_child"])]


def main(arguments: list[str] | None = None) -> int:
    """Trains on composed pages and writes the two files."""
    parser = argparse.ArgumentParser(prog="python -m tools.lines.train")
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--frames", type=int, default=FRAMES)
    parser.add_argument("--out", type=Path, default=DATA)
    chosen = parser.parse_args(arguments)
    first, is_start, second, label, _ = examples(pages(chosen.pages, chosen.frames))
    chosen.out.mkdir(parents=True, exist_ok=True)
    starts = fitted(first, is_start, STARTS, STARTS_TREES)
    labels = fitted(second, label, LABELS, LABELS_TREES)
    (chosen.out / "starts.tsv").write_text(written(starts, ("start",), structure.STARTS_FEATURES), encoding="utf-8")
    (chosen.out / "labels.tsv").write_text(written(labels, CLASSES, structure.LABELS_FEATURES), encoding="utf-8")
    print(f"{len(label)} lines of {chosen.pages} pages in {chosen.frames} frames")
    return 0


if __name__ == "__main__":
    sys.exit(main())
