"""Whole records, as they were last looked at by a person: what changes is seen before it lands.

`make bless` writes them anew; the diff is the review.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from variorum.desk import Desk
from variorum.faces.cli.layout import brief_text, comparison_text
from variorum.store.base import Record
from variorum.views import compare
from variorum.views.brief import brief
from variorum.views.citations import Citations
from variorum.views.lists import LISTS

GOLDEN = Path(__file__).parent / "golden"


def page(record: Record) -> str:
    """The brief and every comparison, as printed."""
    citations = Citations(record)
    parts = [brief_text(brief(citations, name="Valdora - Kestria"))]
    parts += [
        comparison_text(compare.comparison(citations, matter, number)) for number, matter in compare.select(citations)
    ]
    return "\n\n".join(parts) + "\n"


def tables(record: Record) -> str:
    """Every list, a JSON line a row, ids left out: they are hashes of places."""
    citations = Citations(record)
    lines = []
    for name in ("reports", "statements", "events", "figures", "actors"):
        table = LISTS[name](citations)
        for row in table.rows:
            cells = {
                column: cell
                for column, cell in zip(table.columns, row.cells, strict=True)
                if cell and column not in ("cite", "id")
            }
            lines.append(json.dumps({"table": name, **cells}, ensure_ascii=False))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("name", "printed"), [("sample-page.txt", page), ("sample-tables.jsonl", tables)])
def test_the_sample_reads_as_it_did(
    name: str, printed: object, sample_crisis: Path, request: pytest.FixtureRequest
) -> None:
    """Line by line."""
    with Desk.open(sample_crisis) as desk:
        found = printed(desk.record)  # type: ignore[operator]  # one of the two above
    path = GOLDEN / name
    if request.config.getoption("--bless"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
