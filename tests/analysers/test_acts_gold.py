"""Events held against what we wrote down for sentences of ours, each of one construction; the floor only rises.

`tests/gold/acts/own.jsonl` was written before the rules it asks for. A case names trigger words with what must be told of
them, words that must tell of no event, and statements with their speaker.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.floors import floors

from harness import Reading, read
from invented import CRISIS
from variorum.model.entries import Event, Party

GOLD = Path(__file__).parents[1] / "gold" / "acts" / "own.jsonl"
FLOORS = floors()["acts-gold"]
"""Share of the sentences of which everything that the case names is right."""


def cases() -> list[dict[str, Any]]:
    """The gold sentences."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def _named(party: Party) -> str:
    words = party.span.exact if party.span is not None else ""
    return f"{party.name} / {' '.join(words.split())} / {party.country}"


def _sides(found: tuple[Party, ...], wanted: list[str], name: str) -> Iterator[str]:
    told = [_named(party) for party in found]
    if len(told) != len(wanted) or not all(any(word in words for words in told) for word in wanted):
        yield f"{name} {told}, not {wanted}"


def _differing(event: Event, wanted: dict[str, Any]) -> Iterator[str]:
    if "by" in wanted:
        yield from _sides(event.sources, wanted["by"], "by")
    if "to" in wanted:
        yield from _sides(event.targets, wanted["to"], "to")
    if "where" in wanted and (event.where is None or wanted["where"] not in event.where.name):
        yield f"where {event.where.name if event.where else None}, not {wanted['where']}"
    if "when" in wanted and event.when.value != wanted["when"]:
        yield f"when {event.when.value} ({event.when.why}), not {wanted['when']}"
    if "since" in wanted and (event.when.earliest, event.when.latest) != (wanted["since"], "2031-05-09"):
        yield f"when {event.when.earliest} to {event.when.latest}, not since {wanted['since']}"
    if "status" in wanted and event.status != wanted["status"]:
        yield f"{event.status}, not {wanted['status']}"
    if "mode" in wanted and event.plover_mode != wanted["mode"]:
        yield f"mode {event.plover_mode}, not {wanted['mode']}"


def wrong(case: dict[str, Any]) -> list[str]:
    """What is not as the case has it; empty if all is right."""
    reading = read(case["text"], published="2031-05-09", upto="events", crisis=CRISIS)
    found: dict[str, Event] = {}
    for event in reading.layers.events:
        found.setdefault(event.trigger.exact, event)
    complaints = []
    for wanted in case.get("events", []):
        event = found.get(wanted["trigger"])
        listed = _differing(event, wanted) if event is not None else iter(["not found"])
        complaints += [f"{wanted['trigger']}: {words}" for words in listed]
    complaints += [f"{word}: {found[word].plover}, no event" for word in case.get("none", []) if word in found]
    complaints += [words for said in case.get("statements", []) for words in _misheard(reading, *said)]
    return complaints


def _misheard(reading: Reading, content: str, speaker: str) -> Iterator[str]:
    for statement in reading.layers.statements:
        if any(content in span.exact for span in statement.content):
            name = _named(statement.speaker) if statement.speaker is not None else "nobody"
            if speaker in name:
                return
            yield f"{content!r} by {name}, not {speaker}"
            return
    yield f"{content!r} is no statement"


def test_what_is_told_is_as_we_wrote_it_down() -> None:
    """At least the floor."""
    gold = cases()
    mistakes = {case["id"]: wrong(case) for case in gold}
    share = sum(not found for found in mistakes.values()) / len(gold)
    listed = "\n".join(f"{key}: {'; '.join(found)}" for key, found in mistakes.items() if found)
    assert share >= FLOORS["own"], f"{share:.3f}\n{listed}"
