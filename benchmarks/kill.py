"""Kills a run at seeded moments, resumes it, and compares the record with that of a run left alone.

    python -m benchmarks.kill [--times 20] [--seed 7]

Prints one line a moment and exits 1 if a digest differs.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from importlib.resources import as_file, files
from pathlib import Path

from variorum.desk import Desk

LONGEST = 5.0
"""Seconds after its start within which a run is killed; one left alone takes about as long."""


def lay_out(folder: Path) -> Path:
    """A crisis folder with the sample's settings and pages."""
    pages = folder / "pages"
    pages.mkdir(parents=True)
    with as_file(files("variorum.codes").joinpath("data/sample")) as sample:
        shutil.copyfile(sample / "crisis.toml", folder / "crisis.toml")
        for path in sorted(sample.iterdir()):
            if path.name not in ("crisis.toml", "key.json") and path.is_file():
                shutil.copyfile(path, pages / path.name)
    return folder


def reading(folder: Path) -> list[str]:
    """The command that reads the pages into the folder."""
    return [
        sys.executable,
        "-m",
        "variorum",
        "read",
        str(folder / "pages"),
        "--crisis",
        str(folder),
        "--processes",
        "1",
    ]


def main() -> int:
    """Runs the comparison; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    dice = random.Random(options.seed)  # noqa: S311  # seeded moments
    same = 0
    with tempfile.TemporaryDirectory() as scratch:
        alone = lay_out(Path(scratch) / "alone")
        subprocess.run(reading(alone), stdout=subprocess.DEVNULL, check=True)
        with Desk.open(alone) as desk:
            expected = desk.digest()
        for number in range(1, options.times + 1):
            folder = lay_out(Path(scratch) / f"killed{number}")
            moment = dice.uniform(0.1, LONGEST)
            run = subprocess.Popen(reading(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(moment)
            was_running = run.poll() is None
            run.send_signal(signal.SIGKILL)
            run.wait()
            subprocess.run(reading(folder), stdout=subprocess.DEVNULL, check=True)
            with Desk.open(folder) as desk:
                is_same = desk.digest() == expected and not desk.check()
            same += is_same
            state = "killed" if was_running else "was done"
            print(
                f"{number:>3}  {state} after {moment:.2f} s  {'same record' if is_same else 'ANOTHER RECORD'}",
                flush=True,
            )
    print(f"{same} of {options.times} resumed to the same record")
    return 0 if same == options.times else 1


if __name__ == "__main__":
    sys.exit(main())
