"""What the documents promise is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from variorum import crisis
from variorum.faces.cli.commands import cli

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of every page."""
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), target


def test_the_example_settings_are_valid() -> None:
    """The crisis.toml of the reference, and the one written into a new folder."""
    (example,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs/reference.md").read_text(encoding="utf-8"), re.DOTALL)
    found = crisis.parse(example.replace('model    = "path/to/a/model"', ""))
    assert found.actor[0].capital == "Veshti"
    assert crisis.parse(crisis.TEMPLATE) == crisis.Crisis()


def test_every_command_is_in_the_reference() -> None:
    """By name."""
    text = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
    for name in cli.commands:
        assert f"`{name}" in text, name


def test_decisions_are_numbered_once() -> None:
    """And each says what it costs and what would change it."""
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))
    numbers = [page.name[:4] for page in pages]
    assert len(numbers) == len(set(numbers))
    assert len(pages) >= 10


def test_nothing_of_a_machine_is_in_the_repository() -> None:
    """No absolute paths of whoever built it."""
    for path in [
        *PAGES,
        *ROOT.glob("src/**/*.py"),
        *ROOT.glob("benchmarks/**/*.py"),
        ROOT / "pyproject.toml",
        ROOT / "Makefile",
    ]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"/(?:root|home|Users)/\w", text), path
