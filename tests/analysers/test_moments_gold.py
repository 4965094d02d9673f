"""Days held against what people wrote down for 200 sentences of ours; floors only rise.

`own.jsonl` was written beside the rules; `blind.jsonl` by someone who had not read them (see its README).
"""

from __future__ import annotations

import calendar
import json
from pathlib import Path
from typing import Any

import pytest

from harness import read

GOLD = Path(__file__).parents[1] / "gold" / "dates"
FLOORS = {"own": 1.0, "blind": 0.0}
"""Share of the sentences in which every expression is found with its days, and nothing else is."""


def cases(name: str) -> list[dict[str, Any]]:
    """The gold sentences of one file."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line]


def days(value: str | None) -> tuple[str, str, str]:
    """First day, last day and clock time of a value, so that "2025-05" and "2025-05-01/2025-05-31" are one."""
    if not value:
        return "", "", ""
    if "/" in value:
        first, last = value.split("/", 1)
        return (days(first)[0] if first != ".." else "..", days(last)[1] if last != ".." else "..", "")
    day, _, clock = value.partition("T")
    clock = clock[:5]
    parts = day.split("-")
    if len(parts) == 1 and day:
        return f"{day}-01-01", f"{day}-12-31", clock
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        return f"{day}-01", f"{day}-{calendar.monthrange(int(parts[0]), int(parts[1]))[1]:02}", clock
    return day, day, clock


def wrong(case: dict[str, Any]) -> list[str]:
    """What is not as the gold has it; empty if all is right."""
    layers = read(case["text"], published=(case["anchor"] or "")[:10] or None, upto="moments").layers
    found = list(layers.moments)
    complaints = []
    for time in case["times"]:
        start = -1
        for _ in range(time.get("nth", 1)):
            start = case["text"].index(time["words"], start + 1)
        end = start + len(time["words"])
        hit = next((item for item in found if item.span.start < end and start < item.span.end), None)
        if hit is None:
            complaints.append(f"{time['words']!r} not found")
            continue
        found.remove(hit)
        value = hit.value
        if hit.clock and "/" not in (value or ""):
            value = (value or "") + hit.clock
        if days(value) != days(time["value"]):
            complaints.append(f"{time['words']!r}: {value} for {time['value']}")
    complaints += [f"{item.span.exact!r}: {item.value}, not in the gold" for item in found if item.value]
    return complaints


@pytest.mark.parametrize("name", [path.stem for path in sorted(GOLD.glob("*.jsonl"))])
def test_days_are_as_people_wrote_them_down(name: str) -> None:
    """At least the floor."""
    gold = cases(name)
    mistakes = {case["id"]: wrong(case) for case in gold}
    right = sum(not found for found in mistakes.values()) / len(gold)
    listed = "\n".join(f"{key}: {'; '.join(found)}" for key, found in mistakes.items() if found)
    assert right >= FLOORS[name], f"{right:.3f}\n{listed}"
