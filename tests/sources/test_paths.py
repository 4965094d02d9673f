"""Files, folders and globs come to one list in one order; the rest is said not to be taken."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from variorum.errors import SourceError
from variorum.sources.paths import gather, opened


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with two pages, a note, a hidden file and a folder below."""
    folder = tmp_path / "pages"
    (folder / "more").mkdir(parents=True)
    for name in ("b.txt", "a.html", "README.txt", "notes.md", ".cache.txt", "more/c.txt"):
        (folder / name).write_text("words", encoding="utf-8")
    return folder


def test_a_folder_gives_its_reports(pages: Path) -> None:
    """Whatever the depth; the rest with a reason."""
    found = gather([pages])
    assert [path.name for path in found.files] == ["a.html", "b.txt", "c.txt"]
    reasons = {Path(item.name).name: item.reason for item in found.not_taken}
    assert set(reasons) == {"README.txt", "notes.md", ".cache.txt"}
    assert "reads like a note about the folder" in reasons["README.txt"]


def test_a_file_named_itself_is_always_tried(pages: Path) -> None:
    """Even a note."""
    assert [path.name for path in gather([pages / "notes.md"]).files] == ["notes.md"]


def test_globs_and_repetitions_come_to_one(pages: Path) -> None:
    """A file met twice is read once."""
    found = gather([str(pages / "*.txt"), pages / "b.txt", pages])
    assert [path.name for path in found.files].count("b.txt") == 1


def test_what_is_not_there_is_trouble(pages: Path) -> None:
    """A name, a pattern, a name that cannot be."""
    found = gather([pages / "none.txt", str(pages / "*.pdf"), "bad\0name"])
    assert [trouble.reason for trouble in found.troubles] == [
        "there is no such file",
        "no file answers to this",
        "there is no such file",
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_loops_end(pages: Path) -> None:
    """A link to the folder itself is not followed for ever."""
    (pages / "more" / "up").symlink_to(pages)
    assert [path.name for path in gather([pages]).files] == ["a.html", "b.txt", "c.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """It is no file that can be read."""
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="no file that can be read"), opened(tmp_path / "pipe.txt"):
        pass
