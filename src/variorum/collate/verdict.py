"""What weighing two entries gives, and the keys by which they meet to be weighed."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Same(Enum):
    """What is known of one part of two scopes."""

    YES = 1
    NO = 2
    UNKNOWN = 3


@dataclass(frozen=True)
class Verdict:
    """Whether two entries are joined."""

    joined: bool
    is_likely: bool = False
    why: str = ""
    """What agrees, or the part that differs."""
    parts: int = 0
    """How many parts of the scope are known to agree."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Keys by which entries meet."""

    tight: tuple[Hashable, ...]
    """Entries that share one are weighed."""
    loose: tuple[Hashable, ...]
    """Entries that share one are weighed unless both have a day: those of one day share a tight key too."""
    day: date | None
    """The one day of the entry, if known: groups whose days lie further apart than the slack are never joined."""
    near: date | None = None
    """Its day, else the last on which it can have been: groups whose near days lie too far apart are never joined."""
