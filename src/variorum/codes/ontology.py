"""PLOVER types and CAMEO codes: quad class, scores, names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from variorum.codes import table


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type or mode."""

    event: str
    mode: str
    quad: int
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    score: float | None
    """Conflict-cooperation score, -10 to 10 (PLOVER manual 0.8)."""
    name: str
    """Third person verb, for titles; empty for modes."""


@cache
def _plover() -> dict[tuple[str, str], EventType]:
    found: dict[tuple[str, str], EventType] = {}
    quads: dict[str, int] = {}
    for row in table("plover"):
        if row["quad"]:
            quads.setdefault(row["event"], int(row["quad"]))
        found[row["event"], row["mode"]] = EventType(
            row["event"],
            row["mode"],
            int(row["quad"]) if row["quad"] else quads.get(row["event"], 0),
            float(row["score"]) if row["score"] else None,
            row["name"],
        )
    return found


def plover(event: str, mode: str | None = None) -> EventType:
    """The type, or the mode of it where that is known.

    Raises:
        KeyError: if PLOVER has no such type.
    """
    return _plover().get((event, mode or "")) or _plover()[event, ""]


@cache
def _cameo() -> dict[str, tuple[str, float, int]]:
    return {row["code"]: (row["name"], float(row["goldstein"] or 0), int(row["quad"] or 0)) for row in table("cameo")}


def goldstein(code: str) -> float:
    """Goldstein value of a CAMEO code, -10 to 10.

    Raises:
        KeyError: if CAMEO has no such code.
    """
    return _cameo()[code][1]


def cameo_name(code: str) -> str:
    """Name of a CAMEO code.

    Raises:
        KeyError: if CAMEO has no such code.
    """
    return _cameo()[code][0]


def is_cameo(code: str) -> bool:
    """Whether CAMEO has that code."""
    return code in _cameo()
