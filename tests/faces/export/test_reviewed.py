"""Rulings on statements in the form of the benchmark: gold is what a person saw, nothing else."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from records import sample
from variorum.desk import Desk
from variorum.faces.export.reviewed import Reviewed, reviewed
from variorum.model.decisions import Verdict
from variorum.model.entries import Statement
from variorum.store.base import Record


def statement(record: Record, words: str) -> Statement:
    """The only statement whose content holds the words."""
    (found,) = [item for item in record.statements if any(words in span.exact for span in item.content)][:1]
    return found


def lines(record: Record) -> list[dict[str, Any]]:
    """What the exporter writes."""
    out = io.BytesIO()
    Reviewed().write(record, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_nothing_ruled_gives_no_line() -> None:
    """An unreviewed record trains nobody."""
    assert reviewed(sample()) == []


@pytest.fixture
def ruled(own_crisis: Path) -> dict[str, Any]:
    """The page of a ministry with one statement confirmed, one corrected and one rejected."""
    with Desk.open(own_crisis) as desk:
        confirmed = statement(desk.record, "have killed 17 people")
        corrected = statement(desk.record, "will close the Lorn Pass")
        rejected = statement(desk.record, "the Valdoran claim that the air base")
        assert len({item.report_id for item in (confirmed, corrected, rejected)}) == 1
        desk.decide(confirmed.id, Verdict.CONFIRM, reviewer="anna")
        desk.decide(corrected.id, Verdict.CORRECT, reviewer="anna", change={"force": "offers"})
        desk.decide(rejected.id, Verdict.REJECT, reviewer="ben")
        desk.run(processes=1)
        (line,) = lines(desk.record)
    return line


def test_gold_is_what_a_person_kept(ruled: dict[str, Any]) -> None:
    """Confirmed and corrected, with the words where they stand and the benchmark's stance."""
    found = {item["content"]["text"][:20]: item for item in ruled["statements"]}
    assert len(found) == 2
    stances = sorted(item["stance"] for item in found.values())
    assert stances == ["asserts", "commits"]
    for item in found.values():
        for part in ("speaker", "cue", "content"):
            words = item[part]
            if words is not None:
                assert ruled["text"][words["start"] : words["end"]] == words["text"]


def test_what_was_rejected_is_listed_and_the_rest_ignored(ruled: dict[str, Any]) -> None:
    """Nobody said whether the rest is right: its words count neither way."""
    (gone,) = ruled["rejected"]
    assert "air base" in gone["content"]["text"]
    assert ruled["text"][gone["content"]["start"] : gone["content"]["end"]] == gone["content"]["text"]
    assert ruled["ignore"]
    kept = [(item["content"]["start"], item["content"]["end"]) for item in ruled["statements"]]
    assert not set(map(tuple, ruled["ignore"])) & set(kept)
