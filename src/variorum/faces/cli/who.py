"""The command `actors`: who was found, who was not, what could stand in crisis.toml; and rulings on who is who."""

from __future__ import annotations

from pathlib import Path

import click

from variorum.desk import Desk
from variorum.faces.cli.rulings import reason_option, reviewer_of, reviewer_option
from variorum.faces.cli.shared import (
    citations_of,
    crisis_option,
    json_option,
    print_json,
    print_table,
    progress,
    told_plainly,
)
from variorum.model.decisions import Verdict
from variorum.views import actors as who


@click.group("actors", invoke_without_command=True)
@crisis_option
@click.option("--toml", "only_toml", is_flag=True, help="Print only what could stand in crisis.toml.")
@json_option
@click.pass_context
@told_plainly
def actors(context: click.Context, folder: Path, *, only_toml: bool, as_json: bool) -> None:
    """Who was found under which names, with offices and days; who was not; and lines ready for crisis.toml."""
    if context.invoked_subcommand is not None:
        return
    desk, citations = citations_of(folder)
    with desk:
        toml = who.proposed(citations, desk.crisis)
        if only_toml:
            click.echo(toml, nl=False)
            return
        found, not_resolved = who.found(citations, desk.crisis), who.unresolved(citations)
        if as_json:
            print_json({"found": found.records(), "not_resolved": not_resolved.records(), "toml": toml})
            return
        click.echo("FOUND")
        print_table(found, as_json=False)
        click.echo("\nNOT RESOLVED")
        print_table(not_resolved, as_json=False)
        if toml:
            click.echo("\nFOR crisis.toml, to be checked by you")
            click.echo(toml, nl=False)


def _ruling(name: str, verdict: Verdict, doc: str) -> None:
    @actors.command(name, help=doc)
    @click.argument("names", nargs=-1, required=True)
    @crisis_option
    @reviewer_option
    @reason_option
    @told_plainly
    def command(names: tuple[str, ...], folder: Path, reviewer: str | None, reason: str) -> None:
        if len(names) < 2:
            raise click.UsageError("Name two actors or more.")
        with Desk.open(folder) as desk:
            decision = desk.decide_who(names, verdict, reviewer=reviewer_of(reviewer), note=reason)
            desk.run(processes=None, progress=progress())
            together = " ".join((decision.target, *decision.others))
            click.echo(f"{decision.id}  {verdict.value}  {together}   undo: variorum review withdraw {decision.id}")


_ruling("same", Verdict.SAME, "NAMES (ids or names of actors) are one actor.")
_ruling("different", Verdict.DIFFERENT, "NAMES (ids or names of actors, or names of one actor) are several actors.")
