"""Commands by which a person rules: date, exclude, review."""

from __future__ import annotations

import dataclasses
import getpass
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

import click
import msgspec

from variorum.desk import Desk
from variorum.errors import ConfigError
from variorum.faces.cli.layout import settled_text
from variorum.faces.cli.shared import (
    DONE,
    citations_of,
    crisis_option,
    json_option,
    print_table,
    progress,
    told_plainly,
)
from variorum.model.decisions import Decision, Verdict
from variorum.model.entries import Party, Where
from variorum.model.matters import GRADES
from variorum.views.citations import Citations
from variorum.views.settled import settled_by_day
from variorum.views.table import Row, Table
from variorum.views.wording import iso_day

reviewer_option = click.option("--reviewer", default=None, help="Who rules; by default the name of the user.")
reason_option = click.option("--reason", "reason", default="", help="Why, in your own words.")


def reviewer_of(given: str | None) -> str:
    """The name given, else that of the user.

    Raises:
        ConfigError: if there is neither.
    """
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise ConfigError("nobody is named as reviewer", place="review", next_step="Say --reviewer NAME.") from None


def _rule(folder: Path, target: str, verdict: Verdict, *, reviewer: str | None, **how: Any) -> None:
    with Desk.open(folder) as desk:
        decision = desk.decide(target, verdict, reviewer=reviewer_of(reviewer), **how)
        desk.run(processes=None, progress=progress())
        click.echo(f"{decision.id}  {verdict.value}  {target}   undo: variorum review withdraw {decision.id}")


@click.command("date")
@click.argument("report")
@click.argument("day", required=False)
@crisis_option
@reviewer_option
@reason_option
@json_option
@told_plainly
def date_command(
    report: str, day: str | None, folder: Path, reviewer: str | None, reason: str, *, as_json: bool
) -> None:
    """Give REPORT (letter, file or id) the DAY it was published, as 2025-05-08.

    Without DAY: show what a day would settle, and set nothing.
    """
    if day is not None and (iso_day(day) is None or len(day) != 10):
        raise click.UsageError(f"{day!r} is not a day of the form 2025-05-08.")
    desk, citations = citations_of(folder)
    with desk:
        chosen = citations.named(report)
        target = chosen.id
        if day is None:
            found = settled_by_day(citations, chosen)
            click.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False) if as_json else settled_text(found))
            return
    _rule(folder, target, Verdict.CORRECT, reviewer=reviewer, note=reason, change={"published": day})


@click.command("exclude")
@click.argument("report")
@click.option("--reason", required=True, help="Why it should not count.")
@crisis_option
@reviewer_option
@told_plainly
def exclude_command(report: str, reason: str, folder: Path, reviewer: str | None) -> None:
    """Leave REPORT (letter, file or id) out of the record, with the reason."""
    desk, citations = citations_of(folder)
    with desk:
        target = citations.named(report).id
    _rule(folder, target, Verdict.EXCLUDE, reviewer=reviewer, note=reason)


@click.group("review")
def review() -> None:
    """List what needs a person, and rule on it. Every ruling can be withdrawn."""


@review.command("list")
@crisis_option
@json_option
@told_plainly
def list_(folder: Path, *, as_json: bool) -> None:
    """What needs a person next, and the rulings so far."""
    desk, citations = citations_of(folder)
    with desk:
        rows = [Row(tuple(str(part) for part in item)) for item in desk.queue()]
        print_table(
            Table("queue", ("what", "target", "words", "why"), tuple(rows), "" if rows else "Nothing waits."),
            as_json=as_json,
        )
        if not as_json:
            click.echo("")
            print_table(_decisions(desk.decisions()), as_json=False)
    del citations


def _decisions(decisions: tuple[Decision, ...]) -> Table:
    rows = [
        Row(
            (
                item.id,
                item.verdict.value,
                item.target,
                item.reviewer,
                json.dumps(item.change, ensure_ascii=False) if item.change else "",
                item.note,
            ),
            (),
            (item.id,),
        )
        for item in decisions
    ]
    return Table(
        "rulings",
        ("id", "verdict", "target", "reviewer", "change", "why"),
        tuple(rows),
        "" if rows else "No rulings yet.",
    )


def _target(citations: Citations, wanted: str) -> str:
    """An entry id as given, or the matter with that number on the page."""
    if wanted.isdigit():
        from variorum.views.compare import select  # noqa: PLC0415  # only here

        return select(citations, which=(wanted,))[0][1].id
    return wanted


def _simple(name: str, verdict: Verdict, doc: str) -> None:
    @review.command(name, help=doc)
    @click.argument("target")
    @crisis_option
    @reviewer_option
    @reason_option
    @told_plainly
    def command(target: str, folder: Path, reviewer: str | None, reason: str) -> None:
        desk, citations = citations_of(folder)
        with desk:
            found = _target(citations, target)
        _rule(folder, found, verdict, reviewer=reviewer, note=reason)


_simple("confirm", Verdict.CONFIRM, "TARGET (an entry id) is right as it stands.")
_simple("reject", Verdict.REJECT, "TARGET (an entry id) does not belong in the record.")
_simple("withdraw", Verdict.WITHDRAW, "Undo the ruling TARGET (its id); the log keeps both.")
_simple("comment", Verdict.COMMENT, "Keep a note on TARGET; changes nothing. Say it with --reason.")


@review.command("correct")
@click.argument("target")
@click.argument("changes", nargs=-1, required=True)
@crisis_option
@reviewer_option
@reason_option
@told_plainly
def correct(target: str, changes: tuple[str, ...], folder: Path, reviewer: str | None, reason: str) -> None:
    """Set fields of TARGET: FIELD=VALUE, where VALUE is JSON or plain words (cameo=190, when.value=2025-05-08)."""
    change: dict[str, Any] = {}
    for item in changes:
        field, sign, value = item.partition("=")
        if not sign or not field:
            raise click.UsageError(f"{item!r} is not FIELD=VALUE.")
        try:
            change[field] = json.loads(value) if value[:1] in '[{"' or value in ("null", "true", "false") else value
        except json.JSONDecodeError:
            change[field] = value
    _rule(folder, target, Verdict.CORRECT, reviewer=reviewer, note=reason, change=change)


@review.command("grade")
@click.argument("target")
@click.argument("grade")
@crisis_option
@reviewer_option
@reason_option
@told_plainly
def grade_command(target: str, grade: str, folder: Path, reviewer: str | None, reason: str) -> None:
    """Grade the matter that TARGET (an entry id, or a number of the brief) is of.

    GRADE: confirmed, fair, weak, contested, discounted (casualty recording); or 1 to 6 (Admiralty, the item).
    """
    scale = next((name for name, values in GRADES.items() if grade.lower() in values), None)
    if scale is None:
        raise click.UsageError(f"{grade!r} is no grade.")
    desk, citations = citations_of(folder)
    with desk:
        found = _target(citations, target)
    _rule(folder, found, Verdict.GRADE, reviewer=reviewer, note=reason, change={scale: grade.lower()})


@review.command("scope")
@click.argument("target")
@click.option("--where", default=None, help="The place, by name.")
@click.option("--day", default=None, help="The day it happened, as 2025-05-08, or EDTF.")
@click.option("--by", multiple=True, help="Who did it: an actor id. May be given several times.")
@click.option("--against", multiple=True, help="To whom: an actor id. May be given several times.")
@click.option("--subset", default=None, help="Who are counted: civilians, children.")
@click.option("--part/--whole", default=None, help="Whether it counts a part of another count.")
@click.option("--sum/--one", "sums", default=None, help="Whether it sums up a time, or counts one happening.")
@crisis_option
@reviewer_option
@reason_option
@told_plainly
def scope(target: str, folder: Path, reviewer: str | None, reason: str, **parts: Any) -> None:
    """Restate what TARGET (a claim) is of; the parts not named stay as they are."""
    desk, citations = citations_of(folder)
    with desk:
        found = _target(citations, target)
    change = scope_change(**parts)
    if not change:
        raise click.UsageError("Name a part of the scope.")
    _rule(folder, found, Verdict.RESTATE_SCOPE, reviewer=reviewer, note=reason, change=change)


def scope_change(
    *,
    where: str | None = None,
    day: str | None = None,
    by: Sequence[str] = (),
    against: Sequence[str] = (),
    subset: str | None = None,
    part: bool | None = None,
    sums: bool | None = None,
) -> dict[str, Any]:
    """The parts named, as fields of a claim with their new values."""
    change: dict[str, Any] = {}
    if where is not None:
        change["where"] = msgspec.to_builtins(Where(where, None, why="ruled by a person"))
    if day is not None:
        change["window.value"] = day
    for field, ids in (("by", by), ("against", against)):
        if ids:
            change[field] = [msgspec.to_builtins(Party(one, None, (one,), one.partition(".")[0])) for one in ids]
    for field, value in (("subset", subset), ("is_part", part), ("is_cumulative", sums)):
        if value is not None:
            change[f"figure.{field}"] = value
    return change


def _join(name: str, verdict: Verdict, doc: str) -> None:
    @review.command(name, help=doc)
    @click.argument("targets", nargs=-1, required=True)
    @crisis_option
    @reviewer_option
    @reason_option
    @told_plainly
    def command(targets: tuple[str, ...], folder: Path, reviewer: str | None, reason: str) -> None:
        if len(targets) < 2:
            raise click.UsageError("Name two ids or more.")
        _rule(folder, targets[0], verdict, reviewer=reviewer, note=reason, others=tuple(targets[1:]))


_join("same", Verdict.SAME, "TARGETS (entry ids) speak of one thing.")
_join("different", Verdict.DIFFERENT, "TARGETS (entry ids) do not speak of one thing.")


@review.command("export")
@crisis_option
@told_plainly
def export_(folder: Path) -> None:
    """Print every ruling as JSON lines."""
    with Desk.open(folder) as desk:
        click.echo(desk.export_decisions(), nl=False)


@review.command("import")
@click.argument("source", type=click.File("r", encoding="utf-8"))
@crisis_option
@told_plainly
def import_(source: TextIO, folder: Path) -> None:
    """Take rulings from a JSON lines file: a union, whatever the order."""
    with Desk.open(folder) as desk:
        count = desk.import_decisions("".join(source))
        desk.run(processes=None, progress=progress())
    click.echo(f"{count} new")
    sys.exit(DONE)
