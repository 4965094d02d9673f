"""Exports carry offsets that are exactly the words, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json

from records import sample
from variorum.faces.export.neutral import Neutral
from variorum.faces.export.table import CsvTables, JsonLines, _cell


def test_the_neutral_export_cites_exact_words() -> None:
    """Every object with offsets is checked against the text of its file."""
    record = sample()
    out = io.BytesIO()
    Neutral().write(record, out)
    value = json.loads(out.getvalue())
    texts = {report.name: record.text(report.text_id).text for report in record.reports}
    cites = list(_cites(value))
    assert cites
    for cite in cites:
        assert texts[cite["file"]][cite["start"] : cite["end"]] == cite["text"]
    assert [item["kind"] for item in value["discrepancies"]] == ["denial"]
    assert [(item["value"], item["claimant"]) for item in value["figures"]] == [(5, "Ilan Torvek")]


def _cites(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if {"file", "start", "end", "text"} <= set(value) else []
        return own + [cite for item in value.values() for cite in _cites(item)]
    if isinstance(value, list):
        return [cite for item in value for cite in _cites(item)]
    return []


def test_the_csv_has_a_row_for_each_account() -> None:
    """With place and file, so that a reader finds the words."""
    out = io.BytesIO()
    CsvTables().write(sample(), out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue().decode())))
    assert [(row["value"], row["file"]) for row in rows[:2]] == [("five jets", "arvo.txt"), ("denies", "post.txt")]


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed() -> None:
    """An apostrophe in front makes it words."""
    assert _cell('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert _cell("plain") == "plain"


def test_json_lines_hold_every_table() -> None:
    """One object a line, its kind first."""
    out = io.BytesIO()
    JsonLines().write(sample(), out)
    kinds = [json.loads(line)["kind"] for line in out.getvalue().splitlines()]
    assert set(kinds) == {"reports", "statements", "events", "figures", "timeline", "matter"}
