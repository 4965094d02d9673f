"""What a report does to a claim, by the function that decides where accounts stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum.collate.texts import label


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each record, whose `text` is the pair (claim, report): `{"id", "label"}`."""
    for record in records:
        claim, report = record["text"]
        yield {"id": record["id"], "label": label(claim, report)}
