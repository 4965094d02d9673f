"""A made archive is read whole, packed or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.archive import make, stream


@pytest.mark.parametrize("name", ["made.warc", "made.warc.gz"])
def test_every_page_but_revisits_is_streamed(tmp_path: Path, name: str) -> None:
    """One record in ten is a revisit."""
    path = tmp_path / name
    written = make(path, 1_000_000)
    pages, _, seconds = stream(path)
    assert pages == written - written // 10
    assert seconds > 0
