"""The exceptions of Variorum, and what each one stops.

    VariorumError
    ├── ConfigError      crisis.toml or an option is wrong      the run stops
    ├── StoreError       the record cannot be read or kept      the run stops
    ├── SourceError      one input could not be taken           that input only
    ├── AnalyserFault    one step failed on one report          that report only
    ├── GateRefusal      a step produced what may not enter     that report and step only
    └── NotFound         no report, entry or matter by that id  that command only

Each carries where it happened and what a person can do next, in plain words.
"""

from __future__ import annotations


class VariorumError(Exception):
    """Root of everything Variorum raises on purpose.

    Args:
        reason: one plain sentence, without the place.
        place: file, line, report or entry the reason is about.
        step: the step that was at work, if any.
        next_step: what the reader can do now.
    """

    stops_the_run = True

    def __init__(self, reason: str, *, place: str = "", step: str = "", next_step: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place
        self.step = step
        self.next_step = next_step

    def __str__(self) -> str:
        head = f"{self.place}: {self.reason}" if self.place else self.reason
        if self.step:
            head = f"{head} (while: {self.step})"
        return f"{head}. {self.next_step}" if self.next_step else head

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders: keep all four parts."""
        return (_rebuild, (type(self), self.reason, self.place, self.step, self.next_step))


def _rebuild(kind: type[VariorumError], reason: str, place: str, step: str, next_step: str) -> VariorumError:
    return kind(reason, place=place, step=step, next_step=next_step)


class ConfigError(VariorumError):
    """`crisis.toml`, a decision file or an option says something that cannot be."""


class StoreError(VariorumError):
    """The record cannot be opened, read or written."""


class SourceError(VariorumError):
    """One input could not be turned into a text."""

    stops_the_run = False


class AnalyserFault(VariorumError):
    """One step failed on one report."""

    stops_the_run = False


class GateRefusal(VariorumError):
    """A step handed over something that breaks the law of evidence."""

    stops_the_run = False


class NotFound(VariorumError):
    """Nothing in the record answers to that id, letter or number."""
