"""What failed and what was not read, with the reason a person reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """One input or report that failed, with what a person can do."""

    name: str
    """File or report, as shown."""
    step: str
    reason: str
    next_step: str
    report_id: str = ""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something handed over that was not read, and why."""

    name: str
    reason: str
