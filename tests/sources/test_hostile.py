"""Inputs made to do harm: each ends in a named trouble or gives its sentence, within time and memory that the system holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import hostile

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Any]:
    """What came of each, read in one process under limits on memory and processor time."""
    done = subprocess.run(
        [sys.executable, str(TESTS / "hostile.py")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (TESTS, TESTS.parent / "src")))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return dict(json.loads(line) for line in done.stdout.splitlines())


def test_there_are_sixty_of_them_or_more(outcomes: dict[str, Any]) -> None:
    """And every one was read to an end."""
    assert len(outcomes) >= 60
    assert list(outcomes) == list(hostile.CASES)


@pytest.mark.parametrize("name", hostile.CASES)
def test_it_ends_in_a_named_trouble_or_in_a_report(outcomes: dict[str, Any], name: str) -> None:
    """A trouble says what is wrong and what to do; nothing of a script or of another file comes through."""
    found = outcomes[name]
    assert all(reason and next_step for reason, next_step in found["troubles"])
    assert found["troubles"] or found["reports"] or name == "null-in-name-zip"
    assert not found["harm"]


@pytest.mark.parametrize("name", sorted(hostile.HARMLESS))
def test_the_article_comes_through_unharmed(outcomes: dict[str, Any], name: str) -> None:
    """What only surrounds an article costs it nothing."""
    assert outcomes[name]["sentence"]
