"""`variorum actors`: who is who, and rulings on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from variorum import crisis
from variorum.faces.cli.commands import cli

FIRST = """Kestria shuts the pass

Kestrian Foreign Minister Edda Marn said on 7 May 2031 that the pass was shut. "We had no choice," Marn said.
"""
SECOND = """Valdora protests

Kestrian envoy Edda Marne said on 8 May 2031 that the pass would stay shut. Marne left at once. A blast was heard in
Hyderabad, which lies in India and in Pakistan.
"""
SETTINGS = """[[actor]]
id = "KST"
name = "Kestria"
kind = "government"
demonyms = ["Kestrian"]
"""


def run(*args: str | Path) -> Result:
    """One command in this process."""
    return CliRunner().invoke(cli, [str(arg) for arg in args])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A crisis of two reports."""
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "crisis.toml").write_text(SETTINGS, encoding="utf-8")
    done = run("read", tmp_path / "first.txt", tmp_path / "second.txt", "--crisis", tmp_path, "--processes", "1")
    assert done.exit_code == 0, done.output
    return tmp_path


def ids(folder: Path) -> set[str]:
    """Of everybody found."""
    return {row["id"] for row in json.loads(run("actors", "--crisis", folder, "--json").output)["found"]}


def test_found_open_and_proposed(folder: Path) -> None:
    """Offices with the days of their reports; candidates by name; lines that crisis.toml takes."""
    page = json.loads(run("actors", "--crisis", folder, "--json").output)
    marn = next(row for row in page["found"] if row["id"] == "KST.edda-marn")
    assert marn["offices"].startswith("foreign minister (KST, ")
    city = next(row for row in page["not_resolved"] if row["words"] == "Hyderabad")
    assert city["may be"].startswith("Hyderabad, Telangāna, India, ")
    assert "; Hyderabad, Sindh, Pakistan, " in city["may be"]
    proposed = crisis.parse(run("actors", "--toml", "--crisis", folder).output)
    assert [(actor.id, actor.aliases) for actor in proposed.actor] == [
        ("KST.edda-marn", ["Marn"]),
        ("KST.edda-marne", ["Marne"]),
    ]
    text = run("actors", "--crisis", folder).output
    assert all(head in text for head in ("FOUND", "NOT RESOLVED", "FOR crisis.toml"))


def test_two_names_are_ruled_one_and_undone(folder: Path) -> None:
    """By id or by name."""
    before = ids(folder)
    done = run("actors", "same", "Edda Marn", "KST.edda-marne", "--crisis", folder, "--reviewer", "mk")
    assert done.exit_code == 0, done.output
    assert ids(folder) == before - {"KST.edda-marne"}
    assert run("actors", "same", "Edda Marn", "Edda Marne", "--crisis", folder).exit_code == 1
    undone = run("review", "withdraw", done.output.split()[0], "--crisis", folder, "--reviewer", "mk")
    assert undone.exit_code == 0, undone.output
    assert ids(folder) == before


def test_two_forms_of_one_are_ruled_two(folder: Path) -> None:
    """Each under an id of its own, without its title."""
    done = run(
        "actors", "different", "Marn", "Kestrian Foreign Minister Edda Marn", "--crisis", folder, "--reviewer", "mk"
    )
    assert done.exit_code == 0, done.output
    assert "KST.marn KST.edda-marn" in done.output
    rulings = json.loads(run("review", "export", "--crisis", folder).output)
    assert [actor["name"] for actor in rulings["change"]["actors"]] == ["Marn", "Edda Marn"]


def test_what_cannot_be_ruled_is_said(folder: Path) -> None:
    """Nobody of that name; one name only."""
    done = run("actors", "same", "Edda Marn", "Nobody Known", "--crisis", folder)
    assert (done.exit_code, "names nobody" in done.output) == (1, True)
    assert run("actors", "different", "Edda Marn", "--crisis", folder).exit_code == 2


def test_a_place_is_listed_with_who_runs_it(folder: Path) -> None:
    """`show places`."""
    rows = json.loads(run("show", "places", "--crisis", folder, "--json").output)
    assert ("geonames:1269750", "country", "IND") in {(row["id"], row["kind"], row["run by"]) for row in rows}
