"""Who did what to whom: the main event and those coordinated with it, or all that were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum.analysers.events import main_first
from variorum.model.entries import Event
from variorum.pipeline.reading import Reading, read_text
from variorum.views.annotation import event_json


def predict(records: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A line for each record: `{"id", "events", "all"}`, the main event first in both lists."""
    for record in records:
        reading = read_text(record["text"], date=record.get("date"), id=record["id"])
        events = main_first(reading.layers.events, reading.report, reading.layers)
        foremost = [event_json(item) for item in events if item is events[0] or coordinated(item, events[0], reading)]
        yield {"id": record["id"], "events": foremost, "all": [event_json(item) for item in events]}


def coordinated(event: Event, main: Event, reading: Reading) -> bool:
    """Whether the event's trigger is joined to the main one's by "and", in either direction of the parse."""
    parse = reading.layers.parse
    chains = []
    for trigger in (event.trigger, main.trigger):
        token = parse.token_at(trigger.start)
        chain = []
        while token is not None:
            chain.append(token.i)
            token = token.head if token.dep == "conj" and token.head is not token else None
        chains.append(chain)
    return bool(chains[0] and chains[1]) and chains[0][-1] == chains[1][-1]
