"""Same input, same version, same record: whatever the order, the hash seed, the number of processes, the interruptions."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import lay_out
from variorum.desk import Desk
from variorum.model.decisions import Verdict

READ = """
import sys
from variorum.desk import Desk
if __name__ == "__main__":
    with Desk.open(sys.argv[1], create=True) as desk:
        desk.add(sys.argv[3:])
        desk.run(processes=int(sys.argv[2]))
        print(desk.digest())
"""
KILLS = 3
"""Moments at which the run is killed here; `python -m benchmarks.kill` takes twenty."""


def digest_of(folder: Path) -> str:
    """The digest of a record that is there."""
    with Desk.open(folder) as desk:
        return desk.digest()


def started(script: Path, folder: Path, processes: int, paths: list[str], seed: str) -> subprocess.Popen[str]:
    """A run in a process of its own."""
    return subprocess.Popen(
        [sys.executable, str(script), str(folder), str(processes), *paths],
        env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The program that is started."""
    path = tmp_path / "read_pages.py"
    path.write_text(READ, encoding="utf-8")
    return path


@pytest.mark.parametrize(("processes", "seed"), [(1, "1"), (2, "2")])
def test_order_seed_and_processes_do_not_matter(
    processes: int, seed: str, script: Path, tmp_path: Path, sample_crisis: Path
) -> None:
    """One digest."""
    folder = lay_out(tmp_path / "crisis")
    paths = [str(path) for path in sorted((folder / "pages").iterdir())]
    random.Random(seed).shuffle(paths)  # noqa: S311  # a seeded order
    done = started(script, folder, processes, paths, seed)
    out, _ = done.communicate(timeout=240)
    assert out.strip() == digest_of(sample_crisis)


def test_pages_added_one_by_one_give_the_same(tmp_path: Path, sample_crisis: Path) -> None:
    """What is recomputed step by step equals what is computed at once."""
    folder = lay_out(tmp_path / "crisis")
    with Desk.open(folder, create=True) as desk:
        for path in sorted((folder / "pages").iterdir(), reverse=True):
            desk.add([path])
            desk.run(processes=1)
        assert desk.digest() == digest_of(sample_crisis)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL there")
def test_a_killed_run_resumes_to_the_same_record(script: Path, tmp_path: Path, sample_crisis: Path) -> None:
    """At seeded moments; what was finished is kept, and nothing is half done."""
    dice = random.Random(7)  # noqa: S311  # seeded moments
    folder = lay_out(tmp_path / "crisis")
    paths = [str(folder / "pages")]
    for _ in range(KILLS):
        run = started(script, folder, 1, paths, "0")
        time.sleep(dice.uniform(0.3, 4.0))
        run.send_signal(signal.SIGKILL)
        run.communicate()
    run = started(script, folder, 1, paths, "0")
    out, _ = run.communicate(timeout=240)
    assert out.strip() == digest_of(sample_crisis)


def test_the_digest_changes_with_what_counts_and_only_then(own_crisis: Path) -> None:
    """One figure, one stance, one day, one ruling; where the files lie counts for nothing."""
    with Desk.open(own_crisis) as desk:
        seen = [desk.digest()]
        claim = next(claim for claim in desk.record.claims if claim.figure)
        for target, change in (
            (claim.id, {"figure.low": 7}),
            (claim.id, {"stance": "denied"}),
            (desk.record.reports[0].id, {"published": "2024-05-13"}),
        ):
            desk.decide(target, Verdict.CORRECT, reviewer="anna", change=change)
            desk.run(processes=1)
            seen.append(desk.digest())
        desk.decide(claim.id, Verdict.COMMENT, reviewer="anna", note="looked at")
        desk.run(processes=1)
        seen.append(desk.digest())
        assert len(set(seen)) == len(seen)
    moved = own_crisis.with_name("moved")
    shutil.move(own_crisis, moved)
    assert digest_of(moved) == seen[-1]
