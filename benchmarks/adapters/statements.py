"""Who said what: `annotate`'s statements with the benchmark's names for what is done with the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum.pipeline.reading import read_text
from variorum.views.annotation import BENCHMARK_STANCE, statement_json


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each record: `{"id", "statements"}`."""
    for record in records:
        layers = read_text(record["text"], date=record.get("date"), id=record["id"]).layers
        found = [statement_json(item) for item in layers.statements]
        yield {"id": record["id"], "statements": [item | {"stance": named(item["stance"])} for item in found]}


def named(force: str) -> str:
    """The benchmark's stance for a force."""
    return BENCHMARK_STANCE.get(force, force)
