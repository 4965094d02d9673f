"""The bundled sample crisis: read it, print the brief, and hold the record against the answer key."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import click

from variorum.desk import Desk
from variorum.faces.cli.answers import planted
from variorum.faces.cli.layout import brief_text, table_text
from variorum.faces.cli.shared import DONE, FAILED, print_json, progress
from variorum.views.brief import brief
from variorum.views.citations import Citations

KEY = "key.json"


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with tempfile.TemporaryDirectory() as scratch:
        yield Path(scratch) / "sample"


def run(keep: Path | None, *, checking: bool, as_json: bool) -> int:
    """Reads the sample and prints the brief, or the answer key's table; the exit code."""
    with as_file(files("variorum.codes").joinpath("data/sample")) as sample, _folder(keep) as folder:
        pages = folder / "pages"
        pages.mkdir(parents=True, exist_ok=True)
        for path in sorted(sample.iterdir()):
            if path.name == "crisis.toml":
                shutil.copyfile(path, folder / path.name)
            elif path.name != KEY and path.is_file():
                shutil.copyfile(path, pages / path.name)
        with Desk.open(folder, create=True) as desk:
            desk.add([pages])
            desk.run(processes=1, progress=progress())
            citations = Citations(desk.record)
            if not checking:
                click.echo(brief_text(brief(citations, name=desk.crisis.crisis.name)))
                click.echo("\nThe countries and people are invented. Answer key: variorum demo --check")
                click.echo(f"digest {desk.digest()}")
                return FAILED if desk.record.troubles else DONE
            table = planted(desk.record, json.loads((sample / KEY).read_text(encoding="utf-8")))
    if as_json:
        print_json(table.records())
    else:
        click.echo(table_text(table))
    return DONE
