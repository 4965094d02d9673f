"""Figures go into a page by a command, never by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import documents


def test_only_what_stands_between_the_marks_changes(tmp_path: Path) -> None:
    """Old figures go, all else stays."""
    page = tmp_path / "page.md"
    page.write_text("# A\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n", encoding="utf-8")
    documents.put(page, "figures", "new\\1")
    assert page.read_text(encoding="utf-8") == "# A\n<!-- figures -->\nnew\\1\n<!-- /figures -->\nafter\n"


def test_a_page_without_marks_is_refused(tmp_path: Path) -> None:
    """Nothing is appended where nobody would look for it."""
    page = tmp_path / "page.md"
    page.write_text("# A\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no <!-- figures -->"):
        documents.put(page, "figures", "new")
