"""The crisis written blind: read it and hold the record to its key.

    python -m benchmarks.blind [FOLDER]

FOLDER holds the reports, crisis.toml and key.json; by default the one under tests/gold.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from variorum.desk import Desk
from variorum.faces.cli.answers import planted
from variorum.faces.cli.layout import table_text
from variorum.views.table import Table

FOLDER = Path(__file__).parents[1] / "tests" / "gold" / "blind-sample"
NOT_REPORTS = frozenset({"crisis.toml", "key.json", "README.md"})


def held_to_its_key(folder: Path) -> Table:
    """One row for each planted case, as `variorum demo --check` prints it."""
    with tempfile.TemporaryDirectory() as scratch:
        crisis = Path(scratch) / "crisis"
        pages = crisis / "pages"
        pages.mkdir(parents=True)
        shutil.copyfile(folder / "crisis.toml", crisis / "crisis.toml")
        for path in sorted(folder.iterdir()):
            if path.name not in NOT_REPORTS and path.is_file():
                shutil.copyfile(path, pages / path.name)
        with Desk.open(crisis, create=True) as desk:
            desk.add([pages])
            desk.run(processes=1)
            return planted(desk.record, json.loads((folder / "key.json").read_text(encoding="utf-8")))


def shares(table: Table) -> dict[str, float]:
    """Of the planted cases those found, of the false alarms those avoided."""
    results = [row.cells[3] for row in table.rows]
    found, missed = results.count("found"), results.count("missed")
    absent, there = results.count("rightly absent"), results.count("wrongly there")
    return {"found": found / (found + missed), "avoided": absent / (absent + there)}


def main(arguments: Sequence[str]) -> int:
    """Prints the table."""
    print(table_text(held_to_its_key(Path(arguments[0]) if arguments else FOLDER)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
