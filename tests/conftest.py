"""What several tests share: the sample crisis read once, and the switch that blesses golden records."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from variorum.desk import Desk


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--bless` writes golden records anew; `make bless` shows what changed."""
    parser.addoption("--bless", action="store_true", help="write golden records instead of comparing with them")


SAMPLE = Path(str(files("variorum.codes").joinpath("data/sample")))


def lay_out(folder: Path) -> Path:
    """Puts the sample crisis into a folder: crisis.toml and pages/, containers included. Returns the folder."""
    pages = folder / "pages"
    pages.mkdir(parents=True)
    for path in sorted(SAMPLE.iterdir()):
        if path.name == "crisis.toml":
            shutil.copyfile(path, folder / path.name)
        elif path.name != "key.json" and path.is_file():
            shutil.copyfile(path, pages / path.name)
    return folder


@pytest.fixture(scope="session")
def sample_crisis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A crisis folder with the sample read into it; not to be written to."""
    folder = lay_out(tmp_path_factory.mktemp("sample") / "crisis")
    with Desk.open(folder, create=True) as desk:
        desk.add([folder / "pages"])
        desk.run(processes=1)
    return folder


@pytest.fixture
def own_crisis(sample_crisis: Path, tmp_path: Path) -> Path:
    """A copy of it to write to."""
    folder = tmp_path / "crisis"
    shutil.copytree(sample_crisis, folder)
    return folder
