"""Who did what to whom: the main event and those coordinated with it, or all that were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum.analysers.coding import are_coordinated, as_coded, main_first
from variorum.pipeline.reading import read_text
from variorum.views.annotation import event_json


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each record: `{"id", "events", "all"}`, the main event first in both lists."""
    for record in records:
        layers = read_text(record["text"], date=record.get("date"), id=record["id"]).layers
        events = main_first(layers.events, layers)
        foremost = [item for item in events if item is events[0] or are_coordinated(item, events[0], layers)]
        yield {
            "id": record["id"],
            "events": [event_json(as_coded(item, layers)) for item in foremost],
            "all": [event_json(as_coded(item, layers)) for item in events],
        }
