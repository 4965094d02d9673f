"""An error names place, reason and next step, also after crossing into another process."""

from __future__ import annotations

import pickle

import pytest

from variorum import errors


@pytest.mark.parametrize(
    "kind",
    [
        errors.ConfigError,
        errors.StoreError,
        errors.SourceError,
        errors.AnalyserFault,
        errors.GateRefusal,
        errors.NotFound,
    ],
)
def test_an_error_crosses_processes_whole(kind: type[errors.VariorumError]) -> None:
    """All four parts and the class survive."""
    made = kind("it is empty", place="a.txt", step="taking in", next_step="Save the page again.")
    back = pickle.loads(pickle.dumps(made))  # noqa: S301  # our own bytes
    assert (type(back), str(back)) == (kind, "a.txt: it is empty (while: taking in). Save the page again.")


def test_one_report_never_stops_the_run() -> None:
    """Which errors end a run is part of their class."""
    assert errors.ConfigError.stops_the_run
    assert not errors.SourceError.stops_the_run
    assert not errors.AnalyserFault.stops_the_run
    assert not errors.GateRefusal.stops_the_run
