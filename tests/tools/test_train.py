"""The trees in the package are those that the composer and the trainer make."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from tools.lines import train
from tools.lines.pages import compose

from variorum.model.reports import LineLabel


def test_pages_are_the_same_each_time() -> None:
    """By seed and frame; every line has a label of the model."""
    one, other = compose(7, 4), compose(7, 4)
    assert (one.text, one.labels, one.starts) == (other.text, other.labels, other.starts)
    for frame in range(60):
        page = compose(1, frame)
        assert len(page.labels) == len(page.text.split("\n"))
        assert {LineLabel(name) for name in page.labels}
        assert all(page.labels[k] == "title" for k in page.starts)


@pytest.mark.parametrize("name", ["starts", "labels"])
def test_the_package_has_the_trees_of_these_pages(name: str) -> None:
    """Whoever changes the composer trains again."""
    head = (train.DATA / f"{name}.tsv").read_text(encoding="utf-8").split("\n", 3)[:3]
    assert f"# pages: {train.digest()}" in head


@pytest.mark.skipif(importlib.util.find_spec("lightgbm") is None, reason="lightgbm is for training only")
def test_training_writes_the_same_bytes(tmp_path: Path) -> None:
    """Twice from the same few pages."""
    for name in ("one", "other"):
        train.main(["--pages", "48", "--out", str(tmp_path / name)])
    for file in ("starts.tsv", "labels.tsv"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes()
