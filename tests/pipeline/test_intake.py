"""An archive that was broken off goes on where it stood."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from containers import page, record
from variorum.desk import Desk
from variorum.store.sqlite import FILE_NAME

PAGES = 120
ADD = "import sys; from variorum.desk import Desk\nwith Desk.open(sys.argv[1], create=True) as desk: desk.add([sys.argv[2]])"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A web archive of many pages, no two alike."""
    path = tmp_path / "many.warc"
    path.write_bytes(
        b"".join(
            record(page(f"Strikes kill {n} in Morhaven"), uri=f"https://harbour.example/{n}") for n in range(PAGES)
        )
    )
    return path


def kept(crisis: Path) -> int:
    """How many documents are kept so far, as another program sees it."""
    try:
        with sqlite3.connect(f"file:{crisis / FILE_NAME}?mode=ro", uri=True) as db:
            return int(db.execute("SELECT count(*) FROM capture").fetchone()[0])
    except sqlite3.Error:
        return 0


@pytest.mark.skipif(os.name != "posix", reason="no SIGKILL here")
def test_a_killed_intake_resumes_and_takes_nothing_twice(archive: Path, tmp_path: Path) -> None:
    """Killed with documents kept and more to come; the next takes the others, and the record is the whole one's."""
    crisis = tmp_path / "killed"
    with subprocess.Popen([sys.executable, "-c", ADD, str(crisis), str(archive)]) as running:
        while kept(crisis) < 5 and running.poll() is None:
            time.sleep(0.02)
        running.send_signal(signal.SIGKILL)
    before = kept(crisis)
    assert 5 <= before < PAGES
    with Desk.open(crisis) as desk:
        added = desk.add([archive])
        assert (len(added.known), len(added.taken)) == (before, PAGES - before)
        broken_off = {(capture.id, capture.locator) for capture in desk._store.captures()}
    with Desk.open(tmp_path / "whole", create=True) as desk:
        desk.add([archive])
        assert {(capture.id, capture.locator) for capture in desk._store.captures()} == broken_off
