"""Commands that read, show and keep."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click

from variorum import __version__
from variorum.desk import Desk
from variorum.faces.cli import demo as demonstration
from variorum.faces.cli.layout import brief_text, comparison_text
from variorum.faces.cli.rulings import date_command, exclude_command, review
from variorum.faces.cli.setup import setup_command
from variorum.faces.cli.shared import (
    DONE,
    FAILED,
    SOME_TROUBLE,
    citations_of,
    crisis_option,
    json_option,
    print_json,
    print_table,
    progress,
    told_plainly,
)
from variorum.faces.cli.who import actors
from variorum.model.matters import MatterKind
from variorum.views import change, lists, outlets, ranges, search, timeline
from variorum.views import compare as comparing
from variorum.views.brief import brief as brief_of
from variorum.views.citations import Citations

AS_OF = click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Only what was published by that day.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="variorum")
def cli() -> None:
    r"""Reads many reports of one crisis and keeps one record of it.

    Start with your own pages:

    \b
      variorum read page1.html page2.txt --crisis my-crisis
    """


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=str)
@crisis_option
@click.option("--processes", type=click.IntRange(1), help="Parser processes; by default one for each core.")
@json_option
@told_plainly
def read(paths: tuple[str, ...], folder: Path, processes: int | None, *, as_json: bool) -> None:
    """Read PATHS (files, folders, globs; - for standard input) into the record and print the brief.

    Text, HTML, MHTML, EML, PDF, DOCX, RSS and Atom, WARC (plain, gz, zst), JSONL, ZIP and gzip are told by their bytes.
    """
    with Desk.open(folder, create=True) as desk:
        failed = desk.add([path for path in paths if path != "-"], progress=progress()).troubles
        if "-" in paths:
            failed += desk.add_stream(sys.stdin.buffer, "standard input").troubles
        desk.run(processes=processes, progress=progress())
        _print_brief(desk, as_json=as_json)
        trouble = desk.record.troubles or failed
    sys.exit(SOME_TROUBLE if trouble else DONE)


@cli.command()
@crisis_option
@click.option("--processes", type=click.IntRange(1), help="Parser processes; by default one for each core.")
@told_plainly
def run(folder: Path, processes: int | None) -> None:
    """Bring the record up to date with crisis.toml, rulings and this version."""
    with Desk.open(folder) as desk:
        desk.run(processes=processes, progress=progress())
        click.echo(desk.digest())
        trouble = desk.record.troubles
    sys.exit(SOME_TROUBLE if trouble else DONE)


@cli.command()
@crisis_option
@AS_OF
@json_option
@told_plainly
def brief(folder: Path, as_of: datetime | None, *, as_json: bool) -> None:
    """Print the brief of the record."""
    with Desk.open(folder) as desk:
        _print_brief(desk, as_json=as_json, as_of=as_of)


def _print_brief(desk: Desk, *, as_json: bool, as_of: datetime | None = None) -> None:
    citations = Citations(desk.record)
    page = brief_of(citations, name=desk.crisis.crisis.name, as_of=as_of.date() if as_of else None, crisis=desk.crisis)
    if as_json:
        accounts = comparing.table(citations, comparing.select(citations)).records()
        print_json(
            {
                "title": page.title,
                "summary": page.summary,
                "reports": lists.reports(citations).records(),
                "accounts": accounts,
                "timeline": timeline.table(citations, as_of=as_of.date() if as_of else None).records(),
                "names": [list(item) for item in page.names],
                "not_known": list(page.not_known),
                "not_taken": [list(item) for item in page.not_taken],
                "digest": desk.digest(),
            }
        )
    else:
        click.echo(brief_text(page))


@cli.command()
@click.argument("which", nargs=-1)
@crisis_option
@AS_OF
@click.option("--kind", type=click.Choice([kind.value for kind in MatterKind]), help="Only matters of this kind.")
@click.option("--actor", help="Only matters in which this claimant speaks.")
@click.option("--about", help="Only matters whose title holds these words.")
@click.option("--side", help="Only matters in which this state or body (name or id) acts, suffers or speaks.")
@click.option("--top", type=click.IntRange(1), help="Only the first so many.")
@json_option
@told_plainly
def compare(
    which: tuple[str, ...],
    folder: Path,
    as_of: datetime | None,
    kind: str | None,
    actor: str | None,
    about: str | None,
    side: str | None,
    top: int | None,
    *,
    as_json: bool,
) -> None:
    """Accounts side by side: who says so, as of when, in which words, where it stands and why.

    WHICH are numbers of the brief; all differing matters if none is given.
    """
    desk, citations = citations_of(folder)
    with desk:
        chosen = comparing.select(citations, which=which, kind=kind, actor=actor, about=about, side=side)[:top]
        day = as_of.date() if as_of else None
        if as_json:
            print_json(comparing.table(citations, chosen, as_of=day, crisis=desk.crisis).records())
            return
        laid_out = [
            comparing.comparison(citations, matter, number, as_of=day, crisis=desk.crisis) for number, matter in chosen
        ]
        pages = [comparison_text(item) for item in laid_out if item.lines or item.undated]
        click.echo("\n\n".join(pages) or "No matter fits.")


@cli.command()
@click.argument("number", type=int)
@crisis_option
@json_option
@told_plainly
def words(number: int, folder: Path, *, as_json: bool) -> None:
    """Open citation NUMBER in its line."""
    desk, citations = citations_of(folder)
    with desk:
        span = citations.at(number)
        report = citations.report_of(span)
        text = citations.record.text(span.text_id)
        start = text.text.rfind("\n", 0, span.start) + 1
        end = text.text.find("\n", span.end)
        line = text.text[start : end if end >= 0 else len(text.text)]
        if as_json:
            print_json(
                {
                    "number": number,
                    "place": citations.place(span),
                    "file": report.name if report else "",
                    "start": span.start,
                    "end": span.end,
                    "text": span.exact,
                    "line": line,
                }
            )
            return
        name = report.name if report else ""
        click.echo(f"[{number}] {citations.place(span)}  {name}  characters {span.start} to {span.end}")
        before, after = text.text[start : span.start], line[span.end - start :]
        marked = click.style(span.exact, bold=True) if sys.stdout.isatty() else f"»{span.exact}«"
        click.echo(f"{before}{marked}{after}")


@cli.command()
@click.argument("wanted")
@crisis_option
@json_option
@told_plainly
def find(wanted: str, folder: Path, *, as_json: bool) -> None:
    """Who said these WORDS, in which wordings, where."""
    desk, citations = citations_of(folder)
    with desk:
        table = search.find(citations, wanted)
        print_table(table, as_json=as_json)
    sys.exit(DONE if table.rows else FAILED)


@cli.command()
@click.argument("what", type=click.Choice([*lists.LISTS, "outlets", "ranges", "timeline"]))
@crisis_option
@json_option
@told_plainly
def show(what: str, folder: Path, *, as_json: bool) -> None:
    """Print one list of the record."""
    desk, citations = citations_of(folder)
    with desk:
        if what == "timeline":
            table = timeline.table(citations)
        elif what == "ranges":
            table = ranges.table(citations)
        elif what == "outlets":
            table = outlets.table(citations, desk.crisis.outlet)
        else:
            table = lists.LISTS[what](citations)
        print_table(table, as_json=as_json)


@cli.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@crisis_option
@json_option
@told_plainly
def diff(folders: tuple[Path, ...], folder: Path, *, as_json: bool) -> None:
    """What changed since the run before, or between two crisis FOLDERS. Exit 1 if anything did."""
    if len(folders) not in (0, 2):
        raise click.UsageError("Name two crisis folders, or none.")
    if folders:
        with Desk.open(folders[0]) as first, Desk.open(folders[1]) as second:
            table = change.table(change.effective(first.record), change.effective(second.record))
    else:
        with Desk.open(folder) as desk:
            table = change.table(desk.previous, change.effective(desk.record))
    print_table(table, as_json=as_json)
    sys.exit(FAILED if table.rows else DONE)


@cli.command()
@crisis_option
@told_plainly
def digest(folder: Path) -> None:
    """Print one line over the effective record: the same for the same input, version and rulings."""
    with Desk.open(folder) as desk:
        click.echo(desk.digest())


@cli.command()
@crisis_option
@json_option
@told_plainly
def check(folder: Path, *, as_json: bool) -> None:
    """Prove that every span of every entry is exactly its words. Exit 1 if one is not."""
    with Desk.open(folder) as desk:
        problems = list(desk.check())
    if as_json:
        print_json(problems)
    else:
        click.echo("\n".join(problems) or "Every entry cites its exact words.")
    sys.exit(FAILED if problems else DONE)


@cli.command()
@click.argument("source", type=click.File("r", encoding="utf-8"), default="-")
@told_plainly
def annotate(source: TextIO) -> None:
    """Read {id, text, date?} a line (JSONL) and print what was found in each, a JSON object a line.

    Nothing is cleaned: offsets point into each text as given.
    """
    from variorum.faces.cli.annotate import annotated  # noqa: PLC0415  # loads every analyser

    failed = False
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            click.echo(json.dumps(annotated(str(given["id"]), given["text"], given.get("date")), ensure_ascii=False))
        except (ValueError, KeyError, TypeError) as err:
            failed = True
            click.echo(f"variorum: line {number}: {err!r}. Each line is a JSON object with id and text.", err=True)
    sys.exit(SOME_TROUBLE if failed else DONE)


@cli.command()
@click.argument("form", type=str)
@crisis_option
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else stdout.")
@told_plainly
def export(form: str, folder: Path, output: Path | None) -> None:
    """Write the record as FORM: neutral, csv, jsonl, reviewed (what people ruled on statements)."""
    from variorum.plugins import exporter  # noqa: PLC0415  # entry points are looked up only here

    with Desk.open(folder) as desk:
        writer = exporter(form)
        if output is None:
            writer.write(desk.record, sys.stdout.buffer)
            return
        with output.open("wb") as out:
            writer.write(desk.record, out)
        click.echo(f"{output}: written", err=True)


@cli.command()
@click.option("--check", "checking", is_flag=True, help="Print each planted case: found or missed.")
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), help="Keep the crisis folder here.")
@json_option
@told_plainly
def demo(keep: Path | None, *, checking: bool, as_json: bool) -> None:
    """Read the bundled sample crisis, whose countries and people are invented."""
    sys.exit(demonstration.run(keep, checking=checking, as_json=as_json))


cli.add_command(actors)
cli.add_command(date_command)
cli.add_command(exclude_command)
cli.add_command(review)
cli.add_command(setup_command)
