"""What every command needs: the crisis folder, tables in two dresses, errors as one line, progress on terminals."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from variorum.desk import Desk
from variorum.errors import VariorumError
from variorum.faces.cli.layout import table_text
from variorum.views.citations import Citations
from variorum.views.table import Table

DONE, FAILED, USAGE, SOME_TROUBLE = 0, 1, 2, 3
INTERRUPTED = 130

P = ParamSpec("P")
R = TypeVar("R")

crisis_option = click.option(
    "--crisis",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The crisis folder: crisis.toml and the record.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a page.")


def told_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Turns our errors into one line and an exit code; with `--json` into one JSON object of one shape."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except VariorumError as err:
            if kwargs.get("as_json"):
                print_json(
                    {
                        "error": {
                            "kind": type(err).__name__,
                            "reason": err.reason,
                            "place": err.place,
                            "step": err.step,
                            "next": err.next_step,
                        }
                    }
                )
            else:
                click.echo(f"variorum: {err}", err=True)
            sys.exit(FAILED)
        except KeyboardInterrupt:
            click.echo("variorum: stopped; what was read so far is kept. Run the same command to go on.", err=True)
            sys.exit(INTERRUPTED)

    return wrapped


def print_json(value: Any) -> None:
    """One JSON value, readable, as UTF-8."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def print_table(table: Table, *, as_json: bool) -> None:
    """The table in the dress asked for."""
    if as_json:
        print_json(table.records())
    else:
        click.echo(table_text(table))


def citations_of(folder: Path) -> tuple[Desk, Citations]:
    """The desk of an existing crisis folder and the citations of its record."""
    desk = Desk.open(folder)
    return desk, Citations(desk.record)


def progress() -> Callable[[str, int, int], None] | None:
    """A one-line counter on stderr where that is a terminal, else None."""
    if not sys.stderr.isatty():
        return None

    def show(what: str, done: int, total: int) -> None:
        end = "\n" if done >= total else "\r"
        click.echo(f"{what}: {done} of {total}".ljust(60) + end, nl=False, err=True)

    return show
