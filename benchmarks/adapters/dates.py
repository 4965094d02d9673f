"""When: `annotate`'s date expressions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum.pipeline.reading import read_text
from variorum.views.annotation import moment_json


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each record: `{"id", "timexes"}`; relative days count from the record's `date`."""
    for record in records:
        layers = read_text(record["text"], date=record.get("date"), id=record["id"]).layers
        yield {"id": record["id"], "timexes": [moment_json(item) for item in layers.moments]}
